package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestAnswersInWords(t *testing.T) {
	overdue := model.TextsOf("overdue", []string{"yes", "no", "yes", "no", "unsure"})
	s := run(t, "risk", people(t, overdue, numbers("utilisation", .85, .85, .2, .2, .85)))
	wantPlaced(t, s, "High risk", "Medium risk", "Medium risk", "Low risk", "Medium risk")
	if !warned(s, `1 value is another word than those that are read, such as "unsure"`) {
		t.Errorf("warnings %v", s.Warnings)
	}
	s = run(t, "feedback", people(t, numbers("satisfaction", 4, 4, 3), model.TextsOf("complaints", []string{"no", "yes", "no"})))
	wantPlaced(t, s, "Happy", "Unhappy", "Neutral")
	s = run(t, "feedback", people(t, model.TextsOf("satisfaction", []string{"很不满意", "一般", "非常满意"})))
	wantPlaced(t, s, "Unhappy", "Neutral", "Happy")
	// Very easy is the 7 of 7, easy 5.5, difficult 2.5.
	s = run(t, "experience", people(t, model.TextsOf("effort", []string{"very easy", "easy", "difficult"})))
	wantNumbers(t, "ease", score(t, s, "ease"), 7, 5.5, 2.5)
}

func TestColumnsThatAreNotUsed(t *testing.T) {
	s := run(t, "feedback", people(t, numbers("satisfaction", 4, 2), model.TextsOf("complaints", []string{"the queue", "the price"})))
	if !warned(s, "Column complaints is called as complaints is, and is not used") {
		t.Errorf("warnings %v", s.Warnings)
	}
	s = run(t, "risk", people(t, numbers("utilisation", .9, .2), numbers("credit_score", 500, 700)))
	if !noted(s, "leaves them out: credit_score") && !noted(s, "leave") {
		t.Errorf("notes %v", s.Notes)
	}
	if !warned(s, "Nobody can be High risk") {
		t.Errorf("warnings %v", s.Warnings)
	}
}

// A reader is told of no answer beyond the scale.
func TestEndsOfScales(t *testing.T) {
	s := run(t, "needs", people(t, numbers("need#a", 5, 1, 3), numbers("need#b", 1, 4, 3)))
	for _, in := range s.Placing.Inputs {
		if in.Ends != (model.Range{Low: 1, High: 5}) {
			t.Errorf("%s is on %v", in.Measure, in.Ends)
		}
	}
}

func TestReviewsOfAnotherLanguage(t *testing.T) {
	texts := slices.Repeat([]string{"Sehr schöne Sachen", "Nie wieder"}, 6)
	s := run(t, "feedback", people(t, model.TextsOf("review", texts)))
	if got := sizes(s)["Unclassified"]; got != len(texts) || !warned(s, "Reviews are not read") {
		t.Errorf("%d unclassified, %v", got, s.Warnings)
	}
}
