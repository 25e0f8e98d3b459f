package seg

import (
	"testing"

	"custseg/model"
)

func TestRiskPointsByHand(t *testing.T) {
	c := people(t, numbers("utilisation", .9, .8, .5, .6, nan, nan), numbers("overdue", 1, 0, 0, 2, 3, nan),
		numbers("debt_ratio", .6, .5, nan, nan, nan, nan), numbers("history_years", .5, 1, 9, 9, nan, nan))
	s := run(t, "risk", c)
	wantNumbers(t, "points", score(t, s, "risk_points"), 100, 15, 0, 55, 40, nan)
	wantPlaced(t, s, "High risk", "Low risk", "Low risk", "Medium risk", "Medium risk", "Unclassified")
	s = run(t, "risk", c, "overdue=2", "overdue-points=70", "high=70")
	wantNumbers(t, "points", score(t, s, "risk_points"), 60, 15, 0, 15, 70, nan)
	percent := people(t, numbers("utilisation", 90, 60, 10))
	s = run(t, "risk", percent)
	wantNumbers(t, "of a column in percent", score(t, s, "risk_points"), 30, 15, 0)
	if !noted(s, "utilisation is read as percent") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestRiskByCreditScore(t *testing.T) {
	c := people(t, numbers("credit_score", 670, 669, 579, nan))
	wantPlaced(t, run(t, "risk", c), "Low risk", "Medium risk", "High risk", "Unclassified")
	wantText(t, failure(t, "risk", c, "by=points"), "set by=auto")
	if len(Missing(risk{}.Spec(), people(t, numbers("age", 1)))) != 1 {
		t.Error("risk runs on data with nothing to grade")
	}
}

func TestRiskReadsOverdueInWords(t *testing.T) {
	c := people(t, numbers("utilisation", .9, .2, .2), model.TextsOf("overdue", []string{"yes", "no", "Yes"}))
	s := run(t, "risk", c)
	wantNumbers(t, "points", score(t, s, "risk_points"), 70, 0, 40)
}

func TestRiskLeavesOutTheImpossible(t *testing.T) {
	s := run(t, "risk", people(t, numbers("utilisation", .9, -.2, 45, .6), numbers("overdue", 0, 0, -3, 0)))
	wantNumbers(t, "points", score(t, s, "risk_points"), 30, 0, nan, 15)
	for _, text := range []string{"utilisation: 2 values are impossible", "overdue: 1 value is impossible", "1 unclassified"} {
		if !noted(s, text) {
			t.Errorf("%q is not among %v", text, s.Notes)
		}
	}
	s = run(t, "risk", people(t, numbers("credit_score", 700, 600, 500, 9999, -1, 5.2)))
	wantPlaced(t, s, "Low risk", "Medium risk", "High risk", "Unclassified", "Unclassified", "Unclassified")
	marks := people(t, numbers("credit_score", 7, 3, 9))
	wantText(t, failure(t, "risk", marks), "from 3 to 9", "score-mid")
	wantPlaced(t, run(t, "risk", marks, "score-low=8", "score-mid=5"), "Medium risk", "High risk", "Low risk")
}

func TestRiskParametersWithoutEffect(t *testing.T) {
	c := people(t, numbers("utilisation", .9, .2))
	if s := run(t, "risk", c, "score-low=700"); !noted(s, "score-low is set but has no effect") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, failure(t, "risk", c, "utilisation-mid=90%"), "must not be above utilisation-high")
}
