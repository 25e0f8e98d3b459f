package screen

import (
	"strings"
	"testing"

	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
)

// dragOf is the step Segments on fixed cuts, with the histogram of recency shown
// alone, and the cell its last cut, the fourth, stands at.
func dragOf(t *testing.T) (s *SegmentsView, host *fakeHost, x, y int) {
	t.Helper()
	host = newFakeHost()
	host.open(t, fewOfTheShop(t))
	host.session.Propose(host.session.Recipe.WithMethod("rfm"), "method rfm")
	host.settle()
	s = NewSegments(host)
	s.SetSize(120, 30)
	s.Refresh()
	press(t, s, "v", "z")
	seen(s)
	y = 8
	c := s.charts.current().(chart.Draggable)
	for x = 119; x > 0; x-- {
		if _, ok := c.CutAt(x, y, s.charts.w, s.charts.h); ok {
			return s, host, x - 1, y // beside the first there is the cell of the cut
		}
	}
	t.Fatalf("no cut can be taken hold of:\n%s", seen(s))
	return
}

func TestTheMouseDragsACut(t *testing.T) {
	s, host, x, y := dragOf(t)
	s.Mouse(term.Mouse{X: x, Y: y, Action: term.Press, Button: term.LeftButton})
	if _, set := host.session.Recipe.Params["cuts"]; set {
		t.Fatal("taking hold of a cut moves it")
	}
	var at []float64
	for d := 1; d <= 6; d++ {
		s.Mouse(term.Mouse{X: x + d, Y: y, Action: term.Motion, Button: term.LeftButton})
		host.settle()
		s.Refresh()
		at = append(at, host.session.Recipe.Params["cuts"].Cuts()["recency"][3])
	}
	for i := 1; i < len(at); i++ {
		if at[i] < at[i-1] {
			t.Errorf("dragged to the right the cut goes by %v", at)
		}
	}
	if at[5] <= at[0] {
		t.Errorf("the cut stays at %v", at)
	}
	if got, ok := s.charts.current().(chart.Draggable).CutAt(x+6, y, s.charts.w, s.charts.h); !ok || got != 3 {
		t.Errorf("the cut, %v, failed %v, does not stand where it was dragged:\n%s", at, host.session.Failed, seen(s))
	}
	s.Mouse(term.Mouse{X: x + 6, Y: y, Action: term.Release})
	s.Mouse(term.Mouse{X: x + 20, Y: y, Action: term.Motion})
	if now := host.session.Recipe.Params["cuts"].Cuts()["recency"][3]; now != at[5] {
		t.Errorf("let go, the cut went on to %v", now)
	}
	if name, _ := host.session.Undo(); !strings.HasPrefix(name, "recency cut 4 at") || host.session.UndoName() != "method rfm" {
		t.Errorf("a drag is more than one change: %q, then %q", name, host.session.UndoName())
	}
}

func TestACutIsNotDraggedPastItsNeighbour(t *testing.T) {
	s, host, x, y := dragOf(t)
	s.Mouse(term.Mouse{X: x, Y: y, Action: term.Press, Button: term.LeftButton})
	s.Mouse(term.Mouse{X: 0, Y: y, Action: term.Motion})
	cuts := host.session.Recipe.Params["cuts"].Cuts()["recency"]
	if cuts[3] <= cuts[2] {
		t.Errorf("cuts %v: nobody is between the last two", cuts)
	}
}

// A press on a histogram that is not the first of the strip takes hold of its
// cut: the strip stays while the button is down.
func TestACutIsDraggedInTheStrip(t *testing.T) {
	s, host, _, _ := dragOf(t)
	press(t, s, "z", "v", "v")
	seen(s)
	press(t, s, "<")
	seen(s)
	at, first := s.charts.at, s.charts.first
	if s.charts.x != 0 || at != first {
		t.Fatalf("the chart before is at %d of a strip from %d", at, first)
	}
	l := s.layout()
	left, w := s.chartSpan(l, 1)
	y := l.top + 5
	next := s.charts.charts[at+1].(chart.Draggable)
	for x := left + w - 1; x > left; x-- {
		if _, ok := next.CutAt(x-left, y-l.top-1, w, s.charts.h); !ok {
			continue
		}
		s.Mouse(term.Mouse{X: x, Y: y, Action: term.Press, Button: term.LeftButton})
		s.Mouse(term.Mouse{X: x + 3, Y: y, Action: term.Motion, Button: term.LeftButton})
		break
	}
	if s.charts.held < 0 || s.charts.at != at+1 || s.charts.first != first {
		t.Fatalf("held %d, chart %d, strip from %d", s.charts.held, s.charts.at, s.charts.first)
	}
	if _, set := host.session.Recipe.Params["cuts"]; !set {
		t.Error("the cut did not move")
	}
}

// A press on another chart gives it the focus.
func TestAPressOnAChartGivesItTheFocus(t *testing.T) {
	s, _, _, _ := dragOf(t)
	press(t, s, "z")
	seen(s)
	at := s.charts.at
	s.Mouse(term.Mouse{X: 20, Y: 28, Action: term.Press, Button: term.LeftButton})
	if s.charts.at != at-1 || s.charts.first != at-1 || s.charts.held >= 0 {
		t.Errorf("from chart %d to %d, held %d", at, s.charts.at, s.charts.held)
	}
}

// A press on a cell of a table puts the cursor there, a second one opens its
// customers; letting the button go moves no focus.
func TestAPressOnACellOpensItsCustomers(t *testing.T) {
	s, host, _, _ := dragOf(t)
	s.charts.turn(-1) // to the grid, enlarged
	seen(s)
	at := chart.Nowhere()
	c := s.charts.current().(chart.Pointed)
	x, y := 0, 0
	for ; y < 29 && len(c.Members(at, s.charts.w, s.charts.h)) == 0; y++ {
		for x = 0; x < 100; x++ {
			var ok bool
			if at, ok = c.At(x, y, s.charts.w, s.charts.h, chart.Nowhere()); ok {
				break
			}
		}
	}
	y--
	click := func() {
		s.Mouse(term.Mouse{X: x, Y: y, Action: term.Press, Button: term.LeftButton})
		s.Mouse(term.Mouse{X: x, Y: y, Action: term.Release})
	}
	click()
	if s.charts.cursors[0] != at {
		t.Fatalf("a press at %d, %d leads to %v, not to %v", x, y, s.charts.cursors[0], at)
	}
	click()
	if len(host.pushed) == 0 {
		t.Fatal("a second press opens nothing")
	}
	list, ok := host.pushed[len(host.pushed)-1].(*Members)
	if !ok || len(list.table.members) != len(c.Members(at, s.charts.w, s.charts.h)) {
		t.Error("a second press does not open the customers of the cell")
	}
	s.focus = tablePane
	s.Mouse(term.Mouse{X: 2, Y: 3, Action: term.Release})
	if s.focus != tablePane {
		t.Error("letting the button go over the parameters gives them the focus")
	}
}
