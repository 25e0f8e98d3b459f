package model

import (
	"math"
	"testing"
)

func eventLog(t *testing.T) *Dataset {
	d := &Dataset{}
	addTable(t, d, "log", "who=customer_id|what=event_type|at=event_date|min=minutes|level=features_used|device=device",
		"a|page_view|2024-03-01|5|2|phone", "a|加购|2024-03-01|1|4|phone", "a|Add to cart|2024-05-01|0.5|3|web", "a|buy|2024-05-02||1|web",
		"b|pv|2024-03-05|2||web", "b|fav|2024-03-05|2||web", "b|click|2024-03-06|2||phone",
		"|view|2024-03-05|1|1|web", "c|view||1|1|web", "a|buy|2024-05-02|||phone")
	return d
}

func TestEventsOfACustomer(t *testing.T) {
	d := eventLog(t)
	c := build(t, d, Scope{AsOf: NoDay})
	nan := math.NaN()
	if c.AsOf.String() != "2024-05-03" || c.First.String() != "2024-03-01" || c.Last.String() != "2024-05-02" {
		t.Errorf("as of %s, %s to %s", c.AsOf, c.First, c.Last)
	}
	checkMeasure(t, c, Events, 5, 3, 0)
	checkMeasure(t, c, "views", 1, 1, 0)
	checkMeasure(t, c, "carts", 2, 0, 0)
	checkMeasure(t, c, "clicks", 0, 1, 0)
	checkMeasure(t, c, "purchases", 2, 0, 0)
	checkMeasure(t, c, "minutes", 6.5, 6, 0)
	checkMeasure(t, c, "features_used", 4, nan, nan)
	checkMeasure(t, c, ActiveDays, 3, 2, 0)
	checkMeasure(t, c, ActiveDays30, 2, 0, 0)
	checkAttribute(t, c, "device", "phone", "web", "")
	if f, ok := c.Feature(LastEvent); !ok || f.Text(0) != "2024-05-02" || f.Text(2) != "" {
		t.Errorf("last event %v", f)
	}
	if _, ok := c.Feature("shares"); ok {
		t.Error("nothing was shared, and yet there is a measure of it")
	}
	checkNotes(t, c, "1 event of table log counts in the number of events and active days alone: fav (1 row)")
	checkExcluded(t, d, c, "log no customer id: 7", "log no event date: 8")
}

func TestEventsInScope(t *testing.T) {
	d := eventLog(t)
	addTable(t, d, "orders", "id=customer_id|day=order_date|paid=amount", "a|2024-03-20|5", "d|2024-03-31|5")
	c := build(t, d, Scope{AsOf: NoDay, Window: 27}) // 2024-03-06 to 2024-04-01
	checkMeasure(t, c, Events, 0, 1, 0, 0)
	checkMeasure(t, c, Frequency, 1, 0, 0, 1)
	checkExcluded(t, d, c, "log no customer id: 7", "log no event date: 8", "log after the as-of date: 2 3 9", "log before the analysis window: 0 1 4 5")
	checkNotes(t, c, "1 of 4 customers is not in table log")
	checkJoin(t, c, Join{Table: 0, With: 1, Key: "who", Rows: 9, Matched: 1, Unmatched: 2, CustomersWithout: 1, Examples: []string{"b", "c"}})
}

// Activity counted by day adds up; a column the analyst mapped wins.
func TestActivityByDay(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "days", "who=customer_id|at=event_date|views=views|clicks=clicks", "a|2024-01-01|3|1", "a|2024-01-02|4|", "b|2024-01-02|2|0")
	addTable(t, d, "people", "id=customer_id|seen=views", "a|100", "b|200")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, "views", 7, 2)
	checkMeasure(t, c, "clicks", 1, 0)
	checkNotes(t, c, "views is computed from events")
	checkMeasure(t, build(t, d, Scope{AsOf: NoDay}, Assignment{"views", "people:seen"}), "views", 100, 200)
}

// The only column of dates says when, though nobody said so.
func TestEventsByTheOnlyDate(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "log", "who=customer_id|what=event_type|stamp?", "a|pv|2024-01-01", "a|buy|2024-01-03")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, ActiveDays, 2)
	if c.AsOf.String() != "2024-01-04" {
		t.Errorf("as of %s", c.AsOf)
	}
}

// A table of customers in which one stands twice is no log.
func TestCustomersWithActivityAreNoEvents(t *testing.T) {
	d := &Dataset{}
	rows := []string{"a|3", "a|4"}
	for i := range 20 {
		rows = append(rows, string(rune('b'+i))+"|1")
	}
	addTable(t, d, "people", "id=customer_id|seen=views", rows...)
	c := build(t, d, Scope{AsOf: NoDay})
	if f, _ := c.Feature("views"); f.Text(0) != "3" { // the first of a's rows by its text
		t.Errorf("views %v", f.Values())
	}
	checkExcluded(t, d, c, "people the customer id appears again: 1")
	if f, _ := c.Feature("views"); f.Origin.Args[0] != "seen" {
		t.Errorf("views come from %v", f.Origin)
	}
}

func TestTypesOfEvents(t *testing.T) {
	for word, want := range map[string]Measure{"PageView": "views", "ADD_TO_CART": "carts", "add-to-cart": "carts", "Purchase": "purchases", "浏览": "views",
		"点击": "clicks", "remove_from_cart": "", "fav": "", "session_start": "sessions", "email.open": "opens"} {
		if got := measureOfType(word); got != want {
			t.Errorf("%s is %q, want %q", word, got, want)
		}
	}
}

// A method asks for what it needs by its meaning, be it a column or computed.
func TestFeaturesByRole(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "people", "id=customer_id|years=age|seen=views|left=ignore", "a|30|2|x", "b|40|5|y")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, "age", 30, 40)
	checkMeasure(t, c, "views", 2, 5)
	f, _ := c.Feature("age")
	if f.Name() != "years" || english(f.Origin) != "column years" || english(f.Label) != "age" {
		t.Errorf("age is %s, %s, %s", f.Name(), english(f.Origin), english(f.Label))
	}
	for _, m := range []Measure{"", "ignore", "income"} {
		if _, ok := c.Feature(m); ok {
			t.Errorf("there is a measure %q", m)
		}
	}
	if n := len(c.Features()); n != 0 {
		t.Errorf("%d features are computed", n)
	}
}
