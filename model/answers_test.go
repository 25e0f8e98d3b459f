package model

import "testing"

func TestTheLatestAnswerCounts(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "survey", "who=customer_id|asked?|nps=recommend|why=review",
		"a|2024-01-01|3|slow", "a|2024-03-01|9|", "a|2024-02-01|5|better", "b|2024-01-01|7|fine", "|2024-01-01|1|x")
	addTable(t, d, "orders", "id=customer_id|day=order_date|paid=amount", "a|2024-02-15|5", "b|2024-01-05|5")
	c := build(t, d, Scope{AsOf: NoDay})
	checkAttribute(t, c, "nps", "9", "7") // though it was given after the last order
	checkAttribute(t, c, "why", "better", "fine")
	checkExcluded(t, d, c, "survey no customer id: 4", "survey later answers of the customer replace it: 0")
	checkNotes(t, c, "1 customer answered more than once in table survey: the latest answer to each question counts")
	asOf, _ := ParseDay("2024-02-20")
	c = build(t, d, Scope{AsOf: asOf, Window: 10})
	checkAttribute(t, c, "nps", "5", "7")
	checkExcluded(t, d, c, "survey no customer id: 4", "survey later answers of the customer replace it: 0", "survey after the as-of date: 1",
		"orders before the analysis window: 1")
}

func TestAnswersWithoutDates(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "survey", "who=customer_id|sat=satisfaction|mood", "a|3|good", "a|5|bad", "a||bad", "b|4|so", "c||zeal", "c||calm")
	c := build(t, d, Scope{AsOf: NoDay})
	checkAttribute(t, c, "sat", "4", "4", "")
	checkAttribute(t, c, "mood", "bad", "so", "calm")
	checkExcluded(t, d, c)
	checkNotes(t, c, "2 customers answered more than once in table survey, without dates: numbers are their mean, words the commonest")
}
