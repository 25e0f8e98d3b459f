package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestFeedbackByHand(t *testing.T) {
	c := people(t, numbers("satisfaction", 5, 4, 3, 2, 5, nan, nan, nan, nan), numbers("complaints", 0, nan, 0, 0, 1, 0, nan, nan, nan),
		model.TextsOf("review", []string{"terrible", "", "great", "", "", "很快，满意", "Arrived too late", "It came", ""}))
	s := run(t, "feedback", c)
	wantPlaced(t, s, "Happy", "Happy", "Neutral", "Unhappy", "Unhappy", "Happy", "Unhappy", "Neutral", "Unclassified")
	wantNumbers(t, "tone", score(t, s, "review_tone"), -1, nan, 1, nan, nan, 2, -1, 0, nan)
	if !noted(s, "small list of words") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "feedback", c, "text=off")
	wantPlaced(t, s, "Happy", "Happy", "Neutral", "Unhappy", "Unhappy", "Neutral", "Unclassified", "Unclassified", "Unclassified")
	wantPlaced(t, run(t, "feedback", c, "praise=came", "blame=fast"), "Happy", "Happy", "Neutral", "Unhappy", "Unhappy", "Neutral", "Neutral", "Happy", "Unclassified")
}

func TestFeedbackScales(t *testing.T) {
	// 8 of 10 is 4.11 of 5, 7 is 3.67, 4 is 2.33, 3 is 1.89.
	s := run(t, "feedback", people(t, numbers("satisfaction", 10, 8, 7, 4, 3, 1)))
	wantPlaced(t, s, "Happy", "Happy", "Neutral", "Neutral", "Unhappy", "Unhappy")
	wantNumbers(t, "of five", score(t, s, "satisfaction_5"), 5, 1+28./9, 1+24./9, 1+12./9, 1+8./9, 1)
	five := people(t, numbers("satisfaction", 5, 4, 1))
	wantPlaced(t, run(t, "feedback", five, "scale=1-10"), "Neutral", "Neutral", "Unhappy")
	wantText(t, failure(t, "feedback", people(t, numbers("satisfaction", 0, 10))), "from 0 to 10", "1 to 5 or 1 to 7 or 1 to 10", "nps")
	wantText(t, failure(t, "feedback", five, "unhappy=4"), "must be below happy")
	s = run(t, "feedback", people(t, numbers("complaints", 0, 1, 2)), "complaints=2")
	wantPlaced(t, s, "Neutral", "Neutral", "Unhappy")
	if !noted(s, "nobody is Happy") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestFeedbackOnSevenPoints(t *testing.T) {
	// 6 of 7 is 4.33 of 5, 5 is 3.67, 3 is 2.33, 2 is 1.67.
	c := people(t, numbers("satisfaction", 7, 6, 5, 3, 2, 1))
	s := run(t, "feedback", c)
	wantPlaced(t, s, "Happy", "Happy", "Neutral", "Neutral", "Unhappy", "Unhappy")
	if !noted(s, "from 1 to 7: 5.5 is like 4 of 5, and 2.5 like 2") {
		t.Errorf("notes %v", s.Notes)
	}
	wantPlaced(t, run(t, "feedback", c, "scale=1-10"), "Neutral", "Neutral", "Neutral", "Unhappy", "Unhappy", "Unhappy")
}

// Of marks 1 is very good: satisfaction that falls where recommendation rises is
// told of.
func TestMarksOfWhichTheLowestIsTheBest(t *testing.T) {
	var marks, recommend []float64
	for i := range 20 {
		marks, recommend = append(marks, float64(1+i%5)), append(recommend, float64(10-2*(i%5)))
	}
	c := people(t, numbers("satisfaction", marks...), numbers("recommend", recommend...))
	s := run(t, "feedback", c)
	if !noted(s, "satisfaction falls where recommendation rises (correlation -1)") || !noted(s, "set best=lowest") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "feedback", c, "best=lowest")
	if got := placed(s)[:5]; !slices.Equal(got, []string{"Happy", "Happy", "Neutral", "Unhappy", "Unhappy"}) {
		t.Errorf("placed %q", got)
	}
	if noted(s, "falls where") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "experience", c, "best=lowest")
	if got := placed(s)[:3]; !slices.Equal(got, []string{"Smooth", "Smooth", "Painful"}) {
		t.Errorf("placed %q", got)
	}
	if !noted(run(t, "experience", c), "set best=lowest") {
		t.Error("experience does not tell of the other end")
	}
}

func TestFeedbackOnASetScale(t *testing.T) {
	s := run(t, "feedback", people(t, numbers("satisfaction", 5, 4, 3, 1, 9)), "scale=1-5")
	wantPlaced(t, s, "Happy", "Happy", "Neutral", "Unhappy", "Unclassified")
	if !noted(s, "1 answer is not from 1 to 5") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestFeedbackInSchoolMarks(t *testing.T) {
	s := run(t, "feedback", people(t, numbers("satisfaction", 1, 2, 3, 5, 6)), "best=lowest")
	wantNumbers(t, "of five", score(t, s, "satisfaction_5"), 5, 4.2, 3.4, 1.8, 1)
	wantPlaced(t, s, "Happy", "Happy", "Neutral", "Unhappy", "Unhappy")
}
