package chart

import "testing"

// The mouse reaches every place that the arrows reach in a view with room for
// all, and no other; a place is one stretch of cells.
func TestTheMouseReachesWhatTheArrowsReach(t *testing.T) {
	b := newBase(500)
	for name, c := range map[string]Pointed{
		"histogram": b.histogram(), "orders": b.ordersHistogram(), "grid": b.grid(), "crosstab": b.crosstab(),
		"curve": b.pareto(), "scatter": b.scatter(), "amounts": touchpoints(), "tree": b.tree(),
	} {
		for _, size := range [][2]int{{110, 24}, {120, 40}} {
			w, h := size[0], size[1]
			pointed := map[Cursor]bool{}
			for y := range h {
				for x := range w {
					if at, ok := c.At(x, y, w, h, Nowhere()); ok {
						pointed[at] = true
					}
				}
			}
			walked := reached(c, w, h)
			for at := range walked {
				if !pointed[at] {
					t.Errorf("%s at %dx%d: the mouse does not reach %v", name, w, h, at)
				}
			}
			for at := range pointed {
				if !walked[at] {
					t.Errorf("%s at %dx%d: the arrows do not reach %v", name, w, h, at)
				}
			}
		}
	}
}

// reached are the places of a chart to which the arrows lead.
func reached(c Chart, w, h int) map[Cursor]bool {
	found := map[Cursor]bool{}
	open := []Cursor{c.Move(Nowhere(), 1, 0, w, h), c.Move(Nowhere(), 0, 1, w, h)}
	for len(open) > 0 {
		at := open[0]
		if open = open[1:]; found[at] || at == Nowhere() {
			continue
		}
		found[at] = true
		for _, d := range [][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			open = append(open, c.Move(at, d[0], d[1], w, h))
		}
	}
	return found
}

// On a dendrogram the mouse points at leaves.
func TestTheMousePointsAtLeaves(t *testing.T) {
	d := joined()
	const w, h = 80, 20
	p := d.plan(w, h)
	for i, n := range p.nodes[:p.rows] {
		if at, ok := d.At(30, p.line(n), w, h, Nowhere()); !ok || at.Y != i || len(d.Members(at, w, h)) == 0 {
			t.Errorf("on line %d of leaf %d the mouse is at %v", p.line(n), i, at)
		}
	}
	if _, ok := d.At(30, 0, w, h, Nowhere()); ok {
		t.Error("the title is a leaf")
	}
}
