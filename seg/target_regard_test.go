package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

func TestRegardOfATarget(t *testing.T) {
	for names, want := range map[[2]string]regard{
		{"Churn", "Yes"}: unwanted, {"Loan default", "1"}: unwanted, {"status", "Left"}: unwanted, {"是否流失", "是"}: unwanted, {"unsubscribed", "yes"}: unwanted,
		{"Response", "1"}: wanted, {"is_converted", "true"}: wanted, {"是否响应", "是"}: wanted, {"Gender", "Male"}: unknown, {"theft", "yes"}: unknown,
	} {
		if got := (&target{column: names[0], words: []string{"other", names[1]}, yes: 1}).regard(); got != want {
			t.Errorf("%q is regarded as %v, want %v", names, got, want)
		}
	}
}

// Being likelier to leave is no better segment.
func TestResponseRanksByRegard(t *testing.T) {
	x, yes := make([]float64, 120), make([]string, 120)
	for i := range x {
		x[i], yes[i] = float64(i*37%100), "no"
		if x[i] > 60 != (i%9 == 0) {
			yes[i] = "yes"
		}
	}
	for name, want := range map[string][]int{"churned": {2, 1, 0}, "responded": {0, 1, 2}, "tall": nil} {
		s := run(t, "response", people(t, numbers("x", x...), model.TextsOf(name, yes)), "target="+name, "columns=x", "parts=3")
		if !slices.Equal(s.Placing.Ranks, want) {
			t.Errorf("%s: ranks %v, want %v", name, s.Placing.Ranks, want)
		}
		if name == "churned" {
			wantText(t, english(s.Segments[0].Advice.Marketing), "see to these first")
			wantText(t, english(s.Segments[2].Advice.Marketing), "nothing to prevent here")
		}
	}
}
