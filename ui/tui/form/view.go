package form

import (
	"strconv"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"

	"github.com/charmbracelet/x/ansi"
)

const (
	gutter      = 3  // pointer, mark of a change, space
	arrowsWidth = 4  // an arrow and a space on each side of a value
	leastValue  = 12 // notes stand no nearer, lest they move with every step
	narrowValue = 10 // cells that labels leave to a value
	maxHelp     = 3  // lines of help
	leastHelp   = 2  // where the fields need the room
)

// geometry is where things were drawn, for the mouse.
type geometry struct {
	head  int   // lines of the title
	rows  int   // fields or choices from the top line
	value int   // cell of the arrow that steps down
	right []int // cell of the arrow that steps up, by line
}

// View draws the list in h lines of w cells: the title, if there is one, the
// fields, and at the bottom the help of the field the pointer is on, or what is
// wrong with what is typed.
func (f *Form) View(t *theme.Theme, w, h int, focused bool) []string {
	if w <= 0 || h <= 0 {
		return make([]string, max(0, h))
	}
	head := 0
	if f.Title != "" && h > 2 {
		head = 1
	}
	h -= head
	foot := f.foot(t, w, h)
	rows := h - len(foot)
	var out []string
	switch {
	case f.pick != nil:
		f.drawn = geometry{rows: rows}
		out = f.pick.view(t, f.words, w, rows, focused)
	case f.list != nil:
		out = f.listView(t, w, rows, focused)
	default:
		out = f.lines(t, w, rows, focused)
	}
	if f.drawn.head = head; head > 0 {
		out = append([]string{f.titleLine(t, w, rows, focused)}, out...)
	}
	return append(out, foot...)
}

// titleLine is the title, marked when the form has the focus, and how many
// fields there is no room for.
func (f *Form) titleLine(t *theme.Theme, w, rows int, focused bool) string {
	ink := t.Faint
	if focused {
		ink = t.Accent
	}
	more := ""
	if f.State() == Moving {
		if above := f.top; above > 0 {
			more += " " + t.Glyphs.Up + strconv.Itoa(above)
		}
		if below := len(f.fields) - f.top - rows; below > 0 {
			more += " " + t.Glyphs.Down + strconv.Itoa(below)
		}
		if more != "" {
			more += " " + cell.Clean(f.words.More) + " "
		}
	}
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	room := max(0, w-cell.Width(more))
	return cell.Pad(t.Paint(ink, fit.Fit(" "+f.Title, room, cell.Left))+t.Paint(t.Warn, more), w)
}

// lines draws the fields, scrolled so that the pointer is seen.
func (f *Form) lines(t *theme.Theme, w, rows int, focused bool) []string {
	f.top = max(0, max(f.at-rows+1, min(f.top, f.at, len(f.fields)-rows)))
	c := f.columns(t, w)
	f.drawn = geometry{rows: rows, value: c.value, right: make([]int, rows)}
	out := make([]string, 0, rows)
	for i := f.top; len(out) < rows; i++ {
		if i < len(f.fields) {
			line, right := f.line(t, c, i, focused)
			f.drawn.right[len(out)] = right
			out = append(out, cell.Pad(line, w))
		} else {
			out = append(out, strings.Repeat(" ", w))
		}
	}
	return out
}

// mostNatural are the cells of a value that a form asks for; longer ones are cut.
const mostNatural = 12

// Width is how many cells show every label and most values in full, without the
// notes behind them.
func (f *Form) Width() int {
	label, value := 0, 0
	for _, x := range f.fields {
		label = max(label, cell.Width(cell.Clean(x.Label)))
		text := x.Value
		if x.Kind == Choice {
			text = x.labelOf(x.Value)
		}
		value = max(value, min(cell.Width(cell.Clean(text)), mostNatural))
	}
	return gutter + label + 1 + value + arrowsWidth
}

// columns are where the parts of a line stand: labels of a width, values from a
// cell on, and notes from another on.
type columns struct{ label, value, note, w int }

// columns makes the labels as wide as they are, up to two fifths or what leaves
// the values a few cells, and puts the notes behind the longest value, or as near
// to it as there is room.
func (f *Form) columns(t *theme.Theme, w int) columns {
	c := columns{w: w}
	longest, notes := leastValue, 0
	for _, x := range f.fields {
		c.label = max(c.label, cell.Width(cell.Clean(x.Label)))
		longest = max(longest, cell.Width(cell.Clean(x.shown(t)))+arrowsWidth)
		notes = max(notes, cell.Width(x.note(t)))
	}
	c.label = max(0, min(c.label, max(w*2/5, w-gutter-1-narrowValue), w-gutter-1))
	c.value = gutter + c.label + 1
	c.note = min(c.value+longest+1, w-notes-1)
	return c
}

// line draws field i and returns the cell of the arrow that steps up.
func (f *Form) line(t *theme.Theme, c columns, i int, focused bool) (string, int) {
	x := f.fields[i]
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	here := i == f.at
	labelInk, arrowInk, valueInk := t.Plain, t.Faint, t.Plain
	pointer, mark, markInk := " ", " ", t.Plain
	switch {
	case here && focused:
		pointer, labelInk, arrowInk, valueInk = t.Glyphs.Pointer, t.Header, t.Cursor, t.Cursor
	case here: // the one pointer of the screen is in the pane with the focus
		arrowInk, valueInk = t.CursorDim, t.CursorDim
	case x.Disabled != "":
		labelInk, valueInk = t.Faint, t.Faint
	}
	if x.Changed {
		mark, markInk = t.Glyphs.Changed, t.Changed
		if !here && x.Disabled == "" {
			valueInk = t.Changed
		}
	}
	line := t.Paint(labelInk, pointer) + t.Paint(markInk, mark) + t.Paint(labelInk, " "+fit.Fit(x.Label, c.label, cell.Left)) + " "
	if here && f.edit != nil {
		return line + "  " + f.edit.viewIn(t, f.typedInk(t), c.w-c.value-2, focused), -1
	}
	n := max(0, min(c.w-c.value-arrowsWidth, cell.Width(cell.Clean(x.shown(t)))))
	text := fit.Fit(x.shown(t), n, cell.Left)
	down, up := x.arrows(t)
	if arrowInk == valueInk {
		line += t.Paint(valueInk, down+" "+text+" "+up)
	} else {
		line += t.Paint(arrowInk, down) + " " + t.Paint(valueInk, text) + " " + t.Paint(arrowInk, up)
	}
	end := c.value + n + arrowsWidth
	if note := x.note(t); note != "" && end < c.note {
		line += strings.Repeat(" ", c.note-end) + t.Paint(t.Faint, note)
	}
	return line, end - 1
}

// typedInk shows whether what is typed is right.
func (f *Form) typedInk(t *theme.Theme) theme.Ink {
	if f.err != "" {
		return t.Error
	}
	return t.Plain
}

// arrows are the signs that a value can be stepped down and up.
func (x Field) arrows(t *theme.Theme) (down, up string) {
	down, up = " ", " "
	if x.Disabled == "" && x.inParts() {
		return down, t.Glyphs.StepRight // it opens
	}
	if x.Disabled != "" || x.Kind != Stepper && x.Kind != Choice {
		return down, up
	}
	if x.Kind == Choice || x.stepped(-1) != x.Value {
		down = t.Glyphs.StepLeft
	}
	if x.Kind == Choice || x.stepped(1) != x.Value {
		up = t.Glyphs.StepRight
	}
	return down, up
}

// shown is the value as it is read.
func (x Field) shown(t *theme.Theme) string {
	switch x.Kind {
	case Toggle:
		if x.Value == "true" {
			return t.Glyphs.Check
		}
		return t.Glyphs.Uncheck
	case Choice:
		if x.Found != "" {
			return x.labelOf(x.Value) + ": " + x.labelOf(x.Found)
		}
		return x.labelOf(x.Value)
	case Columns:
		ids := Split(x.Value)
		for i, id := range ids {
			ids[i] = x.labelOf(id)
		}
		return strings.Join(ids, ", ")
	case Weights:
		return strings.Join(Split(x.Value), " "+t.Glyphs.Dot+" ")
	case Cuts, Lines:
		return strings.ReplaceAll(x.Value, ";", "; ")
	case Stepper:
		if _, scale, ok := number(x.Value); ok && scale == 1 && x.Unit != "" {
			return x.Value + " " + x.Unit
		}
		if x.Found != "" {
			return x.Value + ": " + x.Found
		}
	}
	return x.Value
}

func (x Field) labelOf(id string) string {
	for _, o := range x.Choices {
		if o.ID == id {
			return o.Label
		}
	}
	return id
}

// note is what stands at the right: the range, how many choices there are, what
// the weights are for, or the unit.
func (x Field) note(t *theme.Theme) string {
	switch x.Kind {
	case Stepper:
		return x.bounds()
	case Columns:
		return strconv.Itoa(len(Split(x.Value))) + "/" + strconv.Itoa(len(x.Choices))
	case Weights:
		labels := make([]string, len(x.Choices))
		for i, o := range x.Choices {
			labels[i] = o.Label
		}
		return cell.Clean(strings.Join(labels, " "+t.Glyphs.Dot+" "))
	case Text:
		return cell.Clean(x.Unit)
	}
	return ""
}

// foot draws the lines at the bottom, as many as leave room for the list: at
// least three lines, and half of the height. Where the fields fill what is left
// the help is shorter; what is wrong is told in full.
func (f *Form) foot(t *theme.Theme, w, h int) []string {
	if h < 4 || len(f.fields) == 0 {
		return nil
	}
	text, ink := f.help(t)
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	lines := min(maxHelp+1, h-3, h/2)
	blank := f.err == ""
	if spare := h - len(f.fields); f.State() == Moving && f.err == "" && spare < lines {
		lines, blank = max(min(lines, leastHelp), spare), false
	}
	room := lines
	if blank {
		room--
	}
	out := make([]string, 0, lines)
	for rest := cell.Clean(text); rest != "" && len(out) < room; {
		line := rest
		if len(out) < room-1 { // the last takes the rest, and shows that it is cut
			line, _, _ = strings.Cut(ansi.Wrap(rest, max(1, w-2), ""), "\n")
		}
		rest = strings.TrimLeft(strings.TrimPrefix(rest, line), " ")
		out = append(out, t.Paint(ink, fit.Fit(" "+line, w, cell.Left)))
	}
	if blank || len(out) < 2 {
		out = append(out, strings.Repeat(" ", w))
	}
	return out
}

// help is what the lines at the bottom say.
func (f *Form) help(t *theme.Theme) (text string, ink theme.Ink) {
	x := f.fields[f.at]
	switch {
	case f.err != "": // in the room of the help, so that the remedy is read to its end
		return "! " + f.err, t.Error
	case x.Disabled != "":
		return x.Disabled, t.Warn
	}
	switch f.State() {
	case Marking:
		return f.words.PickMany, t.Faint
	case Picking:
		return strings.TrimSpace(f.pick.note() + " " + f.words.PickOne), t.Faint
	case Listing:
		if f.list.free() {
			return f.words.Free, t.Faint
		}
		return f.words.Parts, t.Faint
	}
	return x.Help, t.Faint
}
