// Package tour is the guided tour of the terminal UI: an analysis that the
// analyst does, told step by step. A step says what to look at and which keys to
// press; the tour goes on when what they lead to is reached. It knows no screen:
// where the analyst is comes as a [State].
package tour

import (
	"slices"

	"custseg/model"
)

// State is where the analyst is, as far as steps ask for it.
type State struct {
	Open     bool   // data is open
	Place    string // of the screen shown, as package keys names it
	Method   string // of the result, empty for none
	Tuned    bool   // parameters differ from the method's defaults
	Exported bool   // the segments in force were written to a file
	Key      string // the last key since the step began

	Pointer string // the id of the method under the pointer of the list
	Focus   string // the pane of the segments that has the focus: [OnParams], [OnTable] or [OnCharts]
	Cuts    bool   // the chart in the focus has cuts that can be moved
}

// The panes of the segments.
const (
	OnParams = "parameters"
	OnTable  = "table"
	OnCharts = "charts"
)

// Step is one thing to do.
type Step struct {
	Title model.Phrase
	Look  model.Phrase // what there is to see, and why it matters
	Press []string     // the keys, in order, as package keys names them
	Does  model.Phrase // what they do
	At    []string     // the place of the first key, and of others that lead elsewhere

	reached func(State) bool
	moot    func(State) bool     // there is nothing to do; nil for never
	ready   func(State) []string // the keys that make the place what the step needs; nil where it always is
	writes  bool                 // a file: it is not done unasked
}

// Writes reports whether the step writes a file, so that skipping it leaves it
// out.
func (s Step) Writes() bool { return s.writes }

// Tour is a tour under way.
type Tour struct {
	at    int
	armed bool   // what the step leads to was not there yet when it began
	key   string // the last since the step began
}

// New starts a tour.
func New() *Tour { return &Tour{} }

// Step returns the step to do, and its number from 1 of how many. After the last
// comes a word of farewell, numbered as the last.
func (t *Tour) Step() (s Step, number, of int) {
	all := steps()
	return all[t.at], min(t.at+1, len(all)-1), len(all) - 1
}

// Last reports whether all is done and only the farewell is left.
func (t *Tour) Last() bool { return t.at == len(steps())-1 }

// Mouse stands for the mouse where a key is asked for.
const Mouse = "mouse"

// Heard takes note of a key, or of the mouse.
func (t *Tour) Heard(key string) { t.key = key }

// See goes on when the step has reached what it leads to. What was there when
// the step began does not count before it has gone. It reports whether it went
// on.
func (t *Tour) See(s State) bool {
	s.Key = t.key
	step, _, _ := t.Step()
	switch {
	case !step.reached(s):
		t.armed = true
	case t.armed && !t.Last():
		t.goTo(t.at+1, s)
		return true
	}
	return false
}

// Skip leaves the step out, and those that are nothing without it.
func (t *Tour) Skip(s State) {
	if !t.Last() {
		t.goTo(t.at+1, s)
	}
}

// Back goes to the step before.
func (t *Tour) Back(s State) {
	all := steps()
	at := max(t.at-1, 0)
	for at > 0 && all[at].moot != nil && all[at].moot(s) {
		at--
	}
	t.at, t.armed, t.key = at, false, ""
}

func (t *Tour) goTo(at int, s State) {
	all := steps()
	for at < len(all)-1 && all[at].moot != nil && all[at].moot(s) {
		at++
	}
	t.at, t.key = at, ""
	s.Key = ""
	t.armed = !all[at].reached(s)
}

// Way returns the keys that lead from where the analyst is to where the step's
// own keys work, one at a time, nothing when the analyst is there.
func (s Step) Way(now State) []string {
	place := now.Place
	if slices.Contains(s.At, place) {
		if s.ready == nil || place != s.At[0] {
			return nil
		}
		return s.ready(now)
	}
	at := s.At[0]
	over := []string{"segments", "segment", "customer"} // each laid over the one before
	from, to := slices.Index(over, place), slices.Index(over, at)
	switch {
	case to < 0 || from < 0 && place != "members" && place != "presets":
		return []string{keyOf(at)}
	case from < 0 || from > to:
		return []string{"esc"}
	}
	return []string{"enter"}
}

// Keys returns the keys that are left to press at a place of the step.
func (s Step) Keys(place string) []string {
	return s.Press[max(0, slices.Index(s.At, place)):]
}

// keyOf is the key that leads to a place from anywhere.
func keyOf(place string) string {
	switch place {
	case "start":
		return "ctrl+o"
	case "data":
		return "1"
	case "roles":
		return "2"
	case "method":
		return "3"
	case "compare":
		return "5"
	case "export":
		return "6"
	}
	return "4"
}
