package seg

import "testing"

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
