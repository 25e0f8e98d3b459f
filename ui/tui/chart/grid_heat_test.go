package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"custseg/model"
	"custseg/ui/tui/theme"
)

// Of a ratio what says nothing is plain, and half and double are as far from it on
// sides of their own.
func TestRatiosAreShadedToBothSides(t *testing.T) {
	g := NewGrid(english, &model.Grid{Title: model.P("Areas"), RowTitle: model.P("area"), ColTitle: model.P("segment"),
		Rows: []string{"a", "b"}, Cols: []string{"x", "y"}, Row: []int32{0, 0, 1, 1}, Col: []int32{0, 1, 0, 1},
		Value: []float64{.5, 1, 2, 1.05}, ValueTitle: model.P("quotient"), Neutral: 1})
	for _, th := range []*theme.Theme{plain(), ascii(), colours()} {
		if g.heat(th, 0, 1) != g.heat(th, 1, 1) || g.heat(th, 0, 1) != th.Heat(0, heatLevels) {
			t.Error("what says nothing is shaded")
		}
		half, double := g.heat(th, 0, 0), g.heat(th, 1, 0)
		if half != th.Cold(heatLevels-1, heatLevels) || double != th.Heat(heatLevels-1, heatLevels) || half == double {
			t.Errorf("half is %+v, double %+v", half, double)
		}
	}
	view := ansi.Strip(strings.Join(g.View(plain(), 60, 14, Nowhere()), "\n"))
	if !strings.Contains(view, "shade: 0.5 ---------- 1 ++++++++++ 2 ") {
		t.Errorf("the scale has no middle:\n%s", view)
	}
}
