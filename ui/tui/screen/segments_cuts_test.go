package screen

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"custseg/model"
)

// matrixOf is the step Segments on four quarters of two measures, its scatter
// and its tree in the place of other charts; the focus is on the charts.
func matrixOf(t *testing.T) (*SegmentsView, *fakeHost) {
	t.Helper()
	host := newFakeHost()
	d := shopOrders(t, 300)
	host.open(t, d, "orders.csv")
	quarter := func(i int) int { return i % 4 }
	result := splitOf(t, d, "rfm", "RFM", quarter, "Stars", "Spenders", "Regulars", "Rest")
	n := result.Customers.Len()
	x, y := make([]float64, n), make([]float64, n)
	for i := range n {
		x[i], y[i] = float64(1+i%2), float64(i/2%2*100)
	}
	s := result.Segmentation
	s.Cuts = nil
	for _, name := range []string{"orders", "value"} {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: name, Label: model.P(name), Values: []float64{1.5}, Param: "cuts", With: model.Settings{"split": model.Word("fixed")}})
	}
	s.Cuts[1].Values[0] = 50
	s.Charts = []model.Chart{
		&model.Scatter{Title: model.P("Orders and value"), XTitle: model.P("orders"), YTitle: model.P("value"), X: x, Y: y, XCuts: []float64{1.5}, YCuts: []float64{50}, YCut: 1},
		&model.Bars{Title: model.P("Customers"), Labels: []model.Phrase{model.P("a"), model.P("b"), model.P("c"), model.P("d")}, Values: []float64{4, 3, 2, 1}, Of: s.Of},
		&model.Tree{Title: model.P("Tree"), ValueName: model.P("mean"), Nodes: []model.TreeNode{
			{Text: model.P("all"), N: n, Value: math.NaN(), Children: []int{1, 2}, Segment: -1},
			{Text: model.P("orders < 2"), N: n, Value: math.NaN(), Segment: 0},
			{Text: model.P("orders ≥ 2"), N: n, Value: math.NaN(), Segment: 1}}},
	}
	host.session.Landed(result)
	host.session.Recipe = result.Recipe
	out := NewSegments(host)
	out.SetSize(120, 30)
	out.Refresh()
	out.focus = chartsPane
	out.charts.zoomed = true
	seen(out)
	return out, host
}

func TestLinesOfAScatterMove(t *testing.T) {
	s, host := matrixOf(t)
	press(t, s, "down", "right")
	moved := host.session.Recipe.Params["cuts"].Cuts()
	if len(moved["orders"]) != 1 || moved["orders"][0] <= 1.5 || moved["value"][0] != 50 || !host.session.Recipe.Params["split"].Equal(model.Word("fixed")) {
		t.Errorf("after a step of the first line: %v", host.session.Recipe.Params)
	}
	press(t, s, "down", "left")
	if after := host.session.Recipe.Params["cuts"].Cuts(); after["value"][0] >= 50 || after["orders"][0] != moved["orders"][0] {
		t.Errorf("after a step of the second line: %v", after)
	}
	if text := seen(s); !strings.Contains(text, "cut of value: 50") {
		t.Errorf("the view does not name the line:\n%s", text)
	}
}

// Left and right enter the dots, where all arrows walk; below them are the
// lines again.
func TestDotsOfAScatterAreWalked(t *testing.T) {
	s, _ := matrixOf(t)
	press(t, s, "right")
	at := s.charts.cursors[0]
	press(t, s, "down", "left")
	if got := s.charts.cursors[0]; got.Y != at.Y+1 || got.X != at.X-1 || got.Cut >= 0 {
		t.Errorf("from %+v down and left to %+v", at, got)
	}
	for range 40 {
		press(t, s, "down")
	}
	if got := s.charts.cursors[0]; got.Cut != 1 || got.X >= 0 {
		t.Errorf("far down the cursor is at %+v", got)
	}
}

func TestBarsAndLeavesOpenTheirCustomers(t *testing.T) {
	s, host := matrixOf(t)
	n := 0
	for _, k := range s.result.Segmentation.Of {
		if k == 1 {
			n++
		}
	}
	for at, keys := range [][]string{{"down", "down"}, {"down", "down", "down"}} {
		s.charts.turn(1)
		seen(s)
		press(t, s, keys...)
		s.drill()
		if len(host.pushed) != at+1 {
			t.Fatalf("chart %d: nothing opened, said %q", at+2, host.said)
		}
		host.pushed[at].SetSize(80, 20)
		host.pushed[at].Refresh()
		if text := host.pushed[at].Crumb() + seen(host.pushed[at]); !strings.Contains(text, fmt.Sprint(n)) {
			t.Errorf("chart %d: %d customers are not in\n%s", at+2, n, text)
		}
	}
}
