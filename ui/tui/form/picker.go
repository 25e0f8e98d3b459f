package form

import (
	"slices"
	"strconv"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// picker is the list of a field's choices, from which one or several are
// picked. What is typed narrows it.
type picker struct {
	label   string
	choices []Option
	many    bool
	marked  map[string]bool // by id, of many
	search  Line
	shown   []int // choices that match the search
	at, top int   // pointer and first line, among those shown
}

func newPicker(x Field) *picker {
	p := &picker{label: x.Label, choices: x.Choices, many: x.Kind == Columns, marked: map[string]bool{}}
	if p.many {
		p.mark(Split(x.Value))
	}
	p.narrow()
	if !p.many {
		p.at = max(0, slices.IndexFunc(x.Choices, func(o Option) bool { return o.ID == x.Value }))
	}
	return p
}

// narrow shows the choices whose label, note or id holds the search, in any case.
func (p *picker) narrow() {
	p.shown = p.shown[:0]
	want := strings.ToLower(p.search.Text())
	for i, o := range p.choices {
		if strings.Contains(strings.ToLower(o.Label+" "+o.Note), want) || strings.Contains(strings.ToLower(o.ID), want) {
			p.shown = append(p.shown, i)
		}
	}
	p.at = 0
}

// mark marks what is picked already. What is not among the choices, such as a
// name that was typed, is put before them, so that it can be taken away.
func (p *picker) mark(ids []string) {
	var other []Option
	for _, id := range ids {
		p.marked[id] = true
		if !slices.ContainsFunc(p.choices, func(o Option) bool { return o.ID == id }) {
			other = append(other, Option{ID: id, Label: id})
		}
	}
	p.choices = slices.Concat(other, p.choices)
}

// value is the list of what is marked, in the order of the choices.
func (p *picker) value() string {
	var ids []string
	for _, o := range p.choices {
		if p.marked[o.ID] {
			ids = append(ids, o.ID)
		}
	}
	return Join(ids)
}

func (p *picker) move(at int) { p.at = max(0, min(at, len(p.shown)-1)) }

// note is what there is to say of the choice under the pointer, which its line
// may not have the room for.
func (p *picker) note() string {
	if len(p.shown) == 0 || p.choices[p.shown[p.at]].Note == "" {
		return ""
	}
	return p.choices[p.shown[p.at]].Note + ":"
}

// toggle turns the choice under the pointer on or off.
func (p *picker) toggle() {
	if len(p.shown) > 0 {
		id := p.choices[p.shown[p.at]].ID
		p.marked[id] = !p.marked[id]
	}
}

// toggleShown turns all choices shown on, or off where they all are on.
func (p *picker) toggleShown() {
	off := func(i int) bool { return !p.marked[p.choices[i].ID] }
	on := slices.ContainsFunc(p.shown, off)
	for _, i := range p.shown {
		p.marked[p.choices[i].ID] = on
	}
}

// count is how many choices are marked.
func (p *picker) count() (n int) {
	for _, o := range p.choices {
		if p.marked[o.ID] {
			n++
		}
	}
	return n
}

// typed narrows the list by what is typed. The / that begins a search elsewhere
// begins one here too.
func (p *picker) typed(k term.Key) {
	before := p.search.Text()
	if before == "" && k.Text != "" {
		k = term.Key{Name: "text", Text: strings.TrimPrefix(k.Text, "/")}
	}
	p.search.Key(k)
	if p.search.Text() != before {
		p.narrow()
	}
}

func (f *Form) pickKey(k term.Key) Change {
	p := f.pick
	f.err = ""
	switch k.Name {
	case "esc":
		f.pick = nil
	case "up":
		p.move(p.at - 1)
	case "down":
		p.move(p.at + 1)
	case "pgup":
		p.move(p.at - 10)
	case "pgdown":
		p.move(p.at + 10)
	case "space":
		if p.many {
			p.toggle()
			f.check(p.value())
			break
		}
		p.typed(k)
	case "ctrl+a":
		if !p.many {
			p.typed(k)
			break
		}
		p.toggleShown()
		f.check(p.value())
	case "enter":
		return f.picked()
	default:
		p.typed(k)
	}
	return Change{}
}

// picked ends picking when what is picked is valid.
func (f *Form) picked() Change {
	p, value := f.pick, ""
	switch {
	case p.many:
		value = p.value()
	case len(p.shown) == 0:
		f.err = f.words.NoMatch
		return Change{}
	default:
		value = p.choices[p.shown[p.at]].ID
	}
	c, ok := f.set(value)
	if ok {
		f.pick = nil
	}
	return c
}

// view draws the picker in h lines of w cells: what is typed, then the list.
func (p *picker) view(t *theme.Theme, words Words, w, h int, focused bool) []string {
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	out := make([]string, 0, h)
	label := " " + cell.Clean(p.label) + ": "
	lw := min(cell.Width(label), w/2)
	count := ""
	if p.many {
		count = " " + strconv.Itoa(p.count()) + "/" + strconv.Itoa(len(p.choices)) + " "
	}
	room := max(0, w-lw-cell.Width(count))
	out = append(out, cell.Pad(t.Paint(t.Header, fit.Fit(label, lw, cell.Left))+p.search.View(t, room, focused)+t.Paint(t.Faint, count), w))
	rows := h - 1
	p.top = max(0, max(p.at-rows+1, min(p.top, p.at, len(p.shown)-rows)))
	for i := p.top; len(out) < h; i++ {
		switch {
		case i < len(p.shown):
			out = append(out, p.line(t, fit, i, w, focused))
		case i == 0:
			out = append(out, t.Paint(t.Faint, fit.Fit("   "+words.NoMatch, w, cell.Left)))
		default:
			out = append(out, strings.Repeat(" ", w))
		}
	}
	return out[:h]
}

func (p *picker) line(t *theme.Theme, fit cell.Fitter, i, w int, focused bool) string {
	o := p.choices[p.shown[i]]
	text, ink := "  ", t.Plain
	switch {
	case i == p.at && focused:
		text, ink = t.Glyphs.Pointer+" ", t.Cursor
	case i == p.at:
		ink = t.CursorDim
	}
	if p.many {
		box := t.Glyphs.Uncheck
		if p.marked[o.ID] {
			box = t.Glyphs.Check
			if i != p.at {
				ink = t.Selected
			}
		}
		text += box + " "
	}
	if o.Note != "" {
		text += fit.Fit(o.Label, min(p.widest(), w*2/3-cell.Width(text)), cell.Left) + "  " + o.Note
	} else {
		text += o.Label
	}
	return t.Paint(ink, fit.Fit(text, w, cell.Left))
}

// widest is the width of the longest label, so that notes line up.
func (p *picker) widest() int {
	w := 0
	for _, o := range p.choices {
		w = max(w, cell.Width(cell.Clean(o.Label)))
	}
	return w
}
