package tui

import (
	"strings"
	"testing"

	"custseg/ui/tui/screen"
)

// By keys alone: from a method to two dates, to those who stayed and back, to a
// bake-off, a look at the method that ranks second, and on with it.
func TestComparingByKeys(t *testing.T) {
	p := play(t, 120, 36, "mono", orders(t))
	p.method("rfm")
	p.press("5", "d")
	p.shows("TWO DATES", "stayed", "newcomers", "cuts")
	p.press("tab", "tab", "enter")
	p.shows("stayed in their segment", "Money on")
	p.press("esc", "%", "%", "%")
	p.shows("Change of money", "TWO DATES")
	p.press("b")
	p.shows("BAKE-OFF", "Score", "ranks")
	p.press("w")
	p.shows("press Enter", "bakeoff.xlsx")
	p.press("esc", "m")
	p.shows("TWO METHODS", "adjusted Rand")
	p.press("b")
	before := p.m.session.Recipe.Method
	for range 3 { // past the method in force and the baselines
		p.press("down")
		p.press("enter")
		if p.m.over() {
			break
		}
	}
	p.shows("a look: x takes it")
	if p.m.session.Recipe.Method != before {
		t.Errorf("a look puts %s in force", p.m.session.Recipe.Method)
	}
	p.press("enter")
	p.shows("By ", "Segment")
	p.press("esc", "x")
	if p.m.step != screen.Segments || p.m.session.Recipe.Method == before || !strings.HasPrefix(p.m.session.UndoName(), "method ") {
		t.Errorf("x leads to step %s, method %s, undo %q", p.m.step, p.m.session.Recipe.Method, p.m.session.UndoName())
	}
	p.press("u")
	if p.m.session.Recipe.Method != before {
		t.Errorf("undo leads to %s", p.m.session.Recipe.Method)
	}
}
