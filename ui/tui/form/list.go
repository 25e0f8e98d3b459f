package form

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"custseg/ui/tui/term"
)

// inParts reports whether the value is a list whose parts are changed one by
// one.
func (x Field) inParts() bool { return x.Kind == Weights || x.Kind == Cuts || x.Kind == Lines }

// list is the parts of a field's value, each with a line of its own. A change of
// one is a change of the field, at once.
type list struct {
	field   Field
	parts   []part
	at, top int   // pointer and first line
	edit    *Line // the part being typed
	added   bool  // the part being typed is new: without a text it goes again
}

// part is one number or line of a list.
type part struct {
	measure int    // of cuts: the choice whose cut it is
	text    string // empty for a measure without cuts
}

func newList(x Field) *list {
	l := &list{}
	l.read(x)
	return l
}

// read takes the parts of a value.
func (l *list) read(x Field) {
	l.field, l.parts = x, nil
	switch x.Kind {
	case Weights:
		for _, s := range Split(x.Value) {
			l.parts = append(l.parts, part{text: s})
		}
	case Lines:
		for _, s := range strings.Split(x.Value, ";") {
			l.parts = append(l.parts, part{text: strings.TrimSpace(s)})
		}
	case Cuts:
		l.readCuts(x)
	}
	l.move(l.at)
}

// readCuts takes the cuts of each measure; one without any has an empty part.
func (l *list) readCuts(x Field) {
	cuts := map[string][]string{}
	for _, s := range strings.Split(x.Value, ";") {
		if id, values, ok := strings.Cut(s, ":"); ok {
			cuts[strings.TrimSpace(id)] = Split(values)
		}
	}
	for i, o := range x.Choices {
		for _, s := range cuts[o.ID] {
			l.parts = append(l.parts, part{i, s})
		}
		if len(cuts[o.ID]) == 0 {
			l.parts = append(l.parts, part{measure: i})
		}
	}
}

// follow takes the field as it is now, unless it has the value already: what is
// being typed stays.
func (l *list) follow(x Field) {
	if x.Value == l.value() {
		l.field = x
	} else if l.edit == nil {
		l.read(x)
	}
}

// value writes the list as its field holds it.
func (l *list) value() string {
	var out []string
	switch l.field.Kind {
	case Cuts:
		for i, o := range l.field.Choices {
			if values := l.texts(i); len(values) > 0 {
				out = append(out, o.ID+":"+strings.Join(values, ","))
			}
		}
		return strings.Join(out, ";")
	case Lines:
		return strings.Join(l.texts(0), ";")
	}
	return strings.Join(l.texts(0), ",")
}

// texts are the parts of a measure that have a text.
func (l *list) texts(measure int) []string {
	var out []string
	for _, p := range l.parts {
		if p.measure == measure && p.text != "" {
			out = append(out, p.text)
		}
	}
	return out
}

// free reports whether parts can be added and removed.
func (l *list) free() bool { return l.field.Kind != Weights }

func (l *list) move(at int) { l.at = max(0, min(at, len(l.parts)-1)) }

// step is how far one key moves a part, 0 for one that is no number.
func (l *list) step(i int) float64 {
	if l.field.Kind == Lines {
		return 0
	}
	step := l.field.Step
	if p := l.parts[i]; p.measure < len(l.field.Choices) && l.field.Choices[p.measure].Step > 0 {
		step = l.field.Choices[p.measure].Step
	}
	if step == 0 {
		step = 1
	}
	return step
}

// stepped returns a part n steps away, a cut on the grid of its steps; weights
// are not below the field's least.
func (l *list) stepped(i, n int) string {
	step := l.step(i)
	v, _, ok := number(l.parts[i].text)
	if !ok || step == 0 {
		return l.parts[i].text
	}
	v += float64(n) * step
	if l.field.Kind == Cuts {
		return write(math.Round(v/step)*step, 1)
	}
	if v = max(v, l.field.Min); l.keepsSum() {
		v = min(v, l.field.Sum)
	}
	return write(v, 1)
}

// sum adds up the parts.
func (l *list) sum() (sum float64) {
	for _, p := range l.parts {
		v, _, _ := number(p.text)
		sum += v
	}
	return sum
}

// keepsSum reports whether the other weights follow when one is changed: those
// that add up to what their field says.
func (l *list) keepsSum() bool {
	return l.field.Sum > 0 && math.Abs(l.sum()-l.field.Sum) < 1e-6*l.field.Sum
}

// put gives a part another text. Where the sum is kept the others share what is
// left, in the proportion they have.
func (l *list) put(i int, text string) {
	kept := l.keepsSum()
	l.parts[i].text = text
	v, _, ok := number(text)
	if !kept || !ok || v < 0 || v > l.field.Sum || len(l.parts) < 2 {
		return
	}
	others := l.sum() - v
	left, grain := l.field.Sum-v, l.field.Sum/100
	largest, most, given := -1, 0.0, 0.0
	for j := range l.parts {
		if j == i {
			continue
		}
		share := 1 / float64(len(l.parts)-1)
		if others > 0 {
			w, _, _ := number(l.parts[j].text)
			share = w / others
		}
		if share > most {
			largest, most = j, share
		}
		w := math.Round(left*share/grain) * grain
		l.parts[j].text = write(w, 1)
		given += w
	}
	w, _, _ := number(l.parts[largest].text) // it takes what rounding left
	l.parts[largest].text = write(max(0, w+left-given), 1)
}

// listKey acts on a key while the parts are shown; what is not used is left to
// the screen, so that undo and the other panes stay at hand.
func (f *Form) listKey(k term.Key) (Change, bool) {
	l := f.list
	if l.edit != nil {
		return f.typePart(k), true
	}
	f.err = ""
	switch k.Name {
	case "esc", "q":
		f.list = nil
	case "up", "k":
		l.move(l.at - 1)
	case "down", "j":
		l.move(l.at + 1)
	case "g", "home":
		l.move(0)
	case "G", "end":
		l.move(len(l.parts) - 1)
	case "left", "h":
		return f.stepPart(-1), true
	case "right", "l":
		return f.stepPart(1), true
	case "shift+left":
		return f.stepPart(-10), true
	case "shift+right":
		return f.stepPart(10), true
	case "enter":
		line := NewSelected(l.parts[l.at].text)
		l.edit = &line
	case "a", "+":
		f.addPart()
	case "x", "delete":
		return f.removePart(), true
	case "backspace":
		return Change{ID: l.field.ID, Reset: true}, true
	default:
		if k.Text == "" || l.field.Kind == Lines || !strings.Contains("0123456789-.", k.Name) {
			return Change{}, false
		}
		l.edit = &Line{}
		return f.typePart(k), true
	}
	return Change{}, true
}

// typePart types into the part under the pointer.
func (f *Form) typePart(k term.Key) Change {
	l := f.list
	switch k.Name {
	case "esc":
		l.edit, f.err = nil, ""
		if l.added {
			l.drop(l.at)
		}
	case "enter", "up", "down":
		c, ok := f.setPart(strings.TrimSpace(l.edit.Text()))
		if !ok {
			return c
		}
		l.edit, l.added = nil, false
		l.move(l.at + map[string]int{"up": -1, "down": 1}[k.Name])
		return c
	default:
		l.edit.Key(k)
		f.check(l.with(strings.TrimSpace(l.edit.Text())))
	}
	return Change{}
}

// with is the value with another text for the part under the pointer.
func (l *list) with(text string) string {
	tried := *l
	tried.parts = slices.Clone(l.parts)
	tried.put(l.at, text)
	return tried.value()
}

// setPart gives the part under the pointer a text, and reports false when the
// list is then not valid.
func (f *Form) setPart(text string) (Change, bool) {
	l := f.list
	c, ok := f.set(l.with(text))
	if ok {
		l.put(l.at, text)
		l.field.Value = l.value()
	}
	return c, ok
}

// stepPart steps the part under the pointer; one that is being typed is taken
// first.
func (f *Form) stepPart(n int) Change {
	l := f.list
	if l.edit != nil || len(l.parts) == 0 {
		return Change{}
	}
	c, _ := f.setPart(l.stepped(l.at, n))
	return c
}

// addPart begins a part behind the one under the pointer, for a number with what
// lies between its neighbours.
func (f *Form) addPart() {
	l := f.list
	if !l.free() || len(l.parts) == 0 {
		return
	}
	here := l.parts[l.at]
	if here.text != "" {
		l.at++
		l.parts = slices.Insert(l.parts, l.at, part{measure: here.measure})
		l.added = true
	}
	line := NewSelected(l.between(here))
	l.edit = &line
}

// between proposes a number behind a part: the middle between it and the next of
// its measure, on the grid of steps, or a step beyond the last.
func (l *list) between(before part) string {
	v, _, ok := number(before.text)
	step := l.step(l.at)
	if !ok || step == 0 {
		return ""
	}
	if next := l.at + 1; next < len(l.parts) && l.parts[next].measure == before.measure {
		if w, _, ok := number(l.parts[next].text); ok {
			return write(math.Round((v+w)/2/step)*step, 1)
		}
	}
	return write(v+step, 1)
}

// removePart takes the part under the pointer out of the list.
func (f *Form) removePart() Change {
	l := f.list
	if !l.free() || len(l.parts) == 0 || l.parts[l.at].text == "" {
		return Change{}
	}
	c, ok := f.set(l.with(""))
	if ok {
		l.drop(l.at)
		l.field.Value = l.value()
	}
	return c
}

// drop takes a part out; a measure keeps an empty one.
func (l *list) drop(i int) {
	l.added = false
	p := l.parts[i]
	l.parts[i].text = ""
	if len(l.texts(p.measure)) == 0 && !l.twice(p.measure) {
		return
	}
	l.parts = slices.Delete(l.parts, i, i+1)
	l.move(i)
}

// twice reports whether a measure has more than one part.
func (l *list) twice(measure int) bool {
	n := 0
	for _, p := range l.parts {
		if p.measure == measure {
			n++
		}
	}
	return n > 1
}

// label names a part: the weight, the measure with the number of its cut, or the
// line.
func (l *list) label(i int) string {
	p := l.parts[i]
	switch {
	case l.field.Kind == Weights && i < len(l.field.Choices):
		return l.field.Choices[i].Label
	case l.field.Kind != Cuts:
		return strconv.Itoa(i + 1)
	}
	n := 1
	for j := i - 1; j >= 0 && l.parts[j].measure == p.measure; j-- {
		n++
	}
	return l.field.Choices[p.measure].Label + " " + strconv.Itoa(n)
}
