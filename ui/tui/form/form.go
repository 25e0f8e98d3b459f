// Package form is a list of parameters that are tuned while the result is on
// the screen: each change is handed to the caller at once. It is not a
// questionnaire that is filled in and sent.
package form

import (
	"slices"
	"strings"

	"custseg/ui/tui/term"
)

// Kind is how a field is changed.
type Kind uint8

// The kinds of fields, with how their value is written.
const (
	Stepper Kind = iota // a number, or a percent such as 80%
	Choice              // the id of a choice
	Text
	Columns // ids of choices, as [Split] reads them
	Weights // numbers with commas; Choices name them
	Cuts    // numbers by measure, as in "recency:10,20;monetary:5"; Choices are the measures
	Lines   // lines of text with semicolons
	Toggle  // true or false
)

// Option is one of the values of a choice.
type Option struct {
	ID, Label string
	Note      string  // beside the label in a list to pick from
	Step      float64 // of the cuts of a measure, 0 for that of the field
}

// Field is one parameter. All text is in the reader's language.
type Field struct {
	ID, Label, Help string
	Kind            Kind
	Value           string
	Choices         []Option
	Min, Max, Step  float64 // of a stepper, a percent as a share; Max not above Min for no bound, Step 0 for 1
	Word            string  // a stepper's value below Min, such as auto
	Found           string  // what the word, or the choice, came to; empty for unknown
	Unit            string  // after a number, or beside a text
	Sum             float64 // that weights keep when one is changed, 0 for none
	Extend          bool    // a text that is typed on rather than replaced, such as a path
	Changed         bool    // not at its default
	Disabled        string  // why it cannot be changed, empty when it can
}

// Change is what a key did to a field; without ID, nothing. Reset asks for the
// default, which the caller knows.
type Change struct {
	ID, Value string
	Reset     bool
}

// Words are the form's own words in the reader's language.
type Words struct {
	PickOne  string // how to pick one of a list
	PickMany string // how to pick several
	NoMatch  string // nothing in the list holds what was typed
	Parts    string // how to change the parts of a list
	Free     string // how to change those of a list of any length
	Sum      string // before the sum of weights
	More     string // behind how many fields there is no room for
	None     string // of a measure without cuts
}

// English are the words in English.
func English() Words {
	return Words{
		PickOne:  "type to search, Enter picks, Esc cancels",
		PickMany: "type to search, Space marks one, ctrl+a all, Enter is done, Esc cancels",
		NoMatch:  "nothing matches",
		Parts:    "up and down choose, left and right step, Enter types, Esc is done",
		Free:     "up and down choose, left and right step, Enter types, a adds one, x removes it, Esc is done",
		Sum:      "sum",
		More:     "more",
		None:     "none",
	}
}

// Form is the state of the list. Its methods belong to one goroutine.
type Form struct {
	// Validate says what is wrong with a value as typed; nil accepts all.
	Validate func(id, value string) error
	// Title stands above the fields; empty leaves the line to them.
	Title string

	words  Words
	fields []Field
	at     int
	top    int     // first field on the screen
	edit   *Line   // the value being typed
	pick   *picker // the list being picked from
	list   *list   // the parts being changed one by one
	err    string  // what is wrong with what is typed, or was with the last key
	drawn  geometry
}

// New makes a form with the pointer on the first field.
func New(fields []Field, words Words) *Form {
	f := &Form{words: words}
	f.SetFields(fields)
	return f
}

// SetFields shows other fields or other values. The pointer, and what is being
// typed or picked, stay with the field of the same id.
func (f *Form) SetFields(fields []Field) {
	id := f.Cursor()
	f.fields = slices.Clone(fields)
	at := slices.IndexFunc(f.fields, func(x Field) bool { return x.ID == id })
	if at < 0 || f.fields[at].Disabled != "" {
		f.edit, f.pick, f.list = nil, nil, nil
	}
	if f.list != nil {
		f.list.follow(f.fields[at])
	}
	if at < 0 {
		at = max(0, min(f.at, len(f.fields)-1))
		f.err = ""
	}
	f.at = at
}

// Cursor returns the id of the field the pointer is on, empty without fields.
func (f *Form) Cursor() string {
	if len(f.fields) == 0 {
		return ""
	}
	return f.fields[f.at].ID
}

// SetCursor puts the pointer on a field, and reports whether there is one of
// the id.
func (f *Form) SetCursor(id string) bool {
	at := slices.IndexFunc(f.fields, func(x Field) bool { return x.ID == id })
	if at >= 0 {
		f.move(at)
	}
	return at >= 0
}

// Editing reports whether letters type into a field or a search.
func (f *Form) Editing() bool {
	return f.edit != nil || f.pick != nil || f.list != nil && f.list.edit != nil
}

// State is what keys act on.
type State uint8

// The states of a form.
const (
	Moving  State = iota // the fields
	Typing               // a value
	Picking              // a list of choices, of which one is picked
	Marking              // a list of which several are
	Listing              // the parts of a list
)

// State returns what keys act on.
func (f *Form) State() State {
	switch {
	case f.edit != nil || f.list != nil && f.list.edit != nil:
		return Typing
	case f.list != nil:
		return Listing
	case f.pick != nil && f.pick.many:
		return Marking
	case f.pick != nil:
		return Picking
	}
	return Moving
}

// Field returns the field the pointer is on, ok false without fields.
func (f *Form) Field() (x Field, ok bool) {
	if len(f.fields) == 0 {
		return Field{}, false
	}
	return f.fields[f.at], true
}

// Len returns how many fields there are.
func (f *Form) Len() int { return len(f.fields) }

// Key acts on a key and reports whether it was used: up and down or j and k
// move; left and right or h and l step or take the next choice, with shift by
// ten; a digit or Enter begins to type a value, Enter or / on a choice or on
// columns opens their list, Enter or right on a list of parts opens those; Space
// toggles; Backspace goes back to the default.
func (f *Form) Key(k term.Key) (Change, bool) {
	if len(f.fields) == 0 {
		return Change{}, false
	}
	switch {
	case f.list != nil:
		return f.listKey(k)
	case f.pick != nil:
		return f.pickKey(k), true
	case f.edit != nil:
		return f.editKey(k), true
	}
	switch k.Name {
	case "up", "k":
		f.move(f.at - 1)
	case "down", "j":
		f.move(f.at + 1)
	case "g", "home":
		f.move(0)
	case "G", "end":
		f.move(len(f.fields) - 1)
	case "left", "h":
		return f.step(-1), true
	case "right", "l":
		if f.fields[f.at].inParts() {
			return f.open(), true
		}
		return f.step(1), true
	case "shift+left":
		return f.step(-10), true
	case "shift+right":
		return f.step(10), true
	case "enter":
		return f.open(), true
	case "/":
		if k := f.fields[f.at].Kind; k != Choice && k != Columns {
			return Change{}, false
		}
		return f.open(), true
	case "space":
		if f.fields[f.at].Kind != Toggle {
			return Change{}, false
		}
		return f.step(1), true
	case "backspace", "delete":
		if f.allowed() {
			return Change{ID: f.fields[f.at].ID, Reset: true}, true
		}
	default:
		if !strings.Contains("0123456789-.", k.Name) || k.Text == "" || !f.typed() {
			return Change{}, false
		}
		if f.allowed() {
			f.edit = &Line{}
			return f.editKey(k), true
		}
	}
	return Change{}, true
}

// typed reports whether the field's value can be typed.
func (f *Form) typed() bool {
	k := f.fields[f.at].Kind
	return k == Stepper || k == Text || k == Weights || k == Cuts
}

// allowed reports whether the field can be changed; the view says why not.
func (f *Form) allowed() bool { return f.fields[f.at].Disabled == "" }

// open begins what Enter does on the field.
func (f *Form) open() Change {
	if !f.allowed() {
		return Change{}
	}
	switch x := f.fields[f.at]; x.Kind {
	case Toggle:
		return f.step(1)
	case Choice, Columns:
		f.pick = newPicker(x)
	case Weights, Cuts, Lines:
		f.list = newList(x)
	default:
		l := NewSelected(x.Value)
		if x.Extend {
			l = NewLine(x.Value)
		}
		f.edit = &l
	}
	return Change{}
}

func (f *Form) editKey(k term.Key) Change {
	switch k.Name {
	case "esc":
		f.edit, f.err = nil, ""
	case "enter":
		return f.commit()
	case "up", "down":
		c := f.commit()
		if f.edit == nil && k.Name == "up" {
			f.move(f.at - 1)
		} else if f.edit == nil {
			f.move(f.at + 1)
		}
		return c
	default:
		f.edit.Key(k)
		f.check(strings.TrimSpace(f.edit.Text()))
	}
	return Change{}
}

// check says what is wrong with a value of the field as far as it is typed.
func (f *Form) check(value string) {
	f.err = ""
	if x := f.fields[f.at]; f.Validate != nil && value != x.Value {
		if err := f.Validate(x.ID, value); err != nil {
			f.err = err.Error()
		}
	}
}

// commit ends typing when the value is right.
func (f *Form) commit() Change {
	c, ok := f.set(strings.TrimSpace(f.edit.Text()))
	if ok {
		f.edit = nil
	}
	return c
}

// set gives the field a value, and reports false when it is not valid. The
// value it has is no change.
func (f *Form) set(value string) (Change, bool) {
	x := &f.fields[f.at]
	if f.check(value); f.err != "" {
		return Change{}, false
	}
	if value == x.Value {
		return Change{}, true
	}
	x.Value = value // the next key may come before the caller's answer
	return Change{ID: x.ID, Value: value}, true
}

func (f *Form) move(at int) {
	f.at = max(0, min(at, len(f.fields)-1))
	f.edit, f.pick, f.list, f.err = nil, nil, nil, ""
}
