package screen

import (
	"slices"
	"testing"
)

func TestHintsAreOfTheFocus(t *testing.T) {
	s, _ := openData(t, messyData(t), 120, 32)
	has := func(where, key, text string, want bool) {
		t.Helper()
		if got := slices.Contains(s.Hints(), Hint{key, text}); got != want {
			t.Errorf("%s: %s %s is offered: %t\n%v", where, key, text, got, s.Hints())
		}
	}
	has("columns", "s", "role", true)
	has("columns", "enter", "its rows", true)
	has("columns", "space", "keep/drop", false)
	s.setFocus(paneFindings)
	has("a notice", "enter", "role", false)
	has("a notice", "enter", "its rows", true)
	has("a notice", "space", "keep/drop", false)
	s.chooseFinding(slices.IndexFunc(s.table().findings, func(f dataFinding) bool { return f.quality != nil && f.quality.Check == "extreme_outliers" }))
	has("a finding", "enter", "all about it", true)
	has("a finding", "space", "keep/drop", true)
	has("a finding", "[", "sort", false)
	press(t, s, "esc", "F")
	has("the chart", "t", "figures", true)
	has("the chart", "enter", "rows of the bar", true)
	press(t, s, "t")
	has("figures", "t", "chart", true)
	has("figures", "enter", "rows of the bar", false)
	press(t, s, "esc", "/")
	has("the text field", "enter", "search", true)
	has("the text field", "space", "keep/drop", false)
}
