// Package keys declares every key of the terminal UI once: what it is called,
// where it works, what it does. Help, hints and the palette are made from this
// list, and a test holds it against what screens do.
package keys

import "slices"

// Binding is one command and its keys.
type Binding struct {
	ID       string   // "segments.drill"
	Place    string   // the screen it works on, Anywhere, or a widget that has the focus
	Keys     []string // as package term names them; the first is shown
	Category string
	Title    string // what it does, as in the palette
	Hint     string // one or two words for the footer; empty to leave it out
	Moves    bool   // a movement that a widget handles: in help, not in the palette
}

// Anywhere is the place of bindings that work on every screen.
const Anywhere = "anywhere"

// Question is the place of the keys that answer which column is the customer's
// id. They are listed for help: the question takes them itself.
const Question = "question"

// The places of widgets whose movement keys are listed for help.
const (
	Table  = "table"
	Params = "parameters"
	Chart  = "chart"
)

// Of returns the bindings of a place, in order.
func Of(place string) []Binding {
	return slices.DeleteFunc(All(), func(b Binding) bool { return b.Place != place })
}

// Find returns the binding of a key in a place.
func Find(place, key string) (Binding, bool) {
	for _, b := range All() {
		if b.Place == place && !b.Moves && slices.Contains(b.Keys, key) {
			return b, true
		}
	}
	return Binding{}, false
}

// Show writes a key as a reader knows it.
func Show(key string) string {
	switch key {
	case "up":
		return "↑"
	case "down":
		return "↓"
	case "left":
		return "←"
	case "right":
		return "→"
	case "enter":
		return "Enter"
	case "esc":
		return "Esc"
	case "tab":
		return "Tab"
	case "space":
		return "Space"
	case "backspace":
		return "Bksp"
	}
	return key
}
