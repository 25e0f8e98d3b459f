package tour

import (
	"testing"

	"custseg/model/wording"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// Every step says what to look at and what to press, and is not done where it
// begins.
func TestStepsAreWhole(t *testing.T) {
	pr := wording.English()
	all := steps()
	if n := len(all) - 1; n < 10 || n > 14 {
		t.Errorf("%d steps", n)
	}
	for _, s := range all {
		title := s.Title.In(pr)
		if title == "" || s.Look.In(pr) == "" || s.Does.In(pr) == "" || len(s.Press) == 0 || len(s.At) == 0 {
			t.Errorf("%q says too little", title)
		}
		if s.reached(State{Place: s.At[0], Open: true, Method: "rfm", Tuned: true}) {
			t.Errorf("%q is done before it begins", title)
		}
	}
}

func TestWayLeadsToTheStep(t *testing.T) {
	for _, c := range []struct{ at, place, want string }{
		{"segments", "customer", "esc"},
		{"segments", "members", "esc"},
		{"segments", "data", "4"},
		{"segment", "segments", "enter"},
		{"segment", "customer", "esc"},
		{"customer", "segment", "enter"},
		{"customer", "export", "4"},
		{"start", "roles", "ctrl+o"},
		{"method", "segments", "3"},
	} {
		if way := (Step{At: []string{c.at}}).Way(State{Place: c.place}); len(way) != 1 || way[0] != c.want {
			t.Errorf("from %s to %s: %v, want %s", c.place, c.at, way, c.want)
		}
	}
	if way := (Step{At: []string{"customer", "segment"}}).Way(State{Place: "segment"}); way != nil {
		t.Errorf("at the place %v leads to it", way)
	}
}

// The panel has its size on every screen, and all of its words where there is
// room.
func TestPanelFits(t *testing.T) {
	pr := wording.English()
	for _, th := range []*theme.Theme{theme.New(nil, theme.Options{Color: true}), theme.New(nil, theme.Options{ASCII: true})} {
		for _, size := range [][2]int{{60, 16}, {60, 24}, {80, 24}, {120, 36}, {200, 50}} {
			w, h := size[0], size[1]
			lines := Height(pr, w, h)
			if h >= 24 && lines < 3 {
				t.Errorf("%dx%d: the panel of %d lines has no room for its words", w, h, lines)
			}
			for tour := New(); ; tour.Skip(State{Tuned: true}) {
				step, _, _ := tour.Step()
				for _, place := range []string{step.At[0], "roles"} {
					panel := tour.Panel(th, pr, State{Place: place}, w, lines)
					if len(panel) != lines {
						t.Errorf("%dx%d: %d lines, want %d", w, h, len(panel), lines)
					}
					for _, l := range panel {
						if cell.Width(l) != w {
							t.Errorf("%dx%d: %d cells: %q", w, h, cell.Width(l), l)
						}
					}
				}
				if tour.Last() {
					break
				}
			}
		}
	}
}
