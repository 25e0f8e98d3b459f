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
	maxHelp     = 3  // lines of help
)

// geometry is where things were drawn, for the mouse.
type geometry struct {
	rows  int   // fields or choices from the top line
	value int   // cell of the arrow that steps down
	right []int // cell of the arrow that steps up, by line
}

// View draws the list in h lines of w cells: the fields, and at the bottom the
// help of the field the pointer is on and what was wrong with the last key.
func (f *Form) View(t *theme.Theme, w, h int, focused bool) []string {
	if w <= 0 || h <= 0 {
		return make([]string, max(0, h))
	}
	foot := f.foot(t, w, h)
	rows := h - len(foot)
	var out []string
	if f.pick != nil {
		f.drawn = geometry{rows: rows}
		out = f.pick.view(t, f.words, w, rows, focused)
	} else {
		out = f.list(t, w, rows, focused)
	}
	return append(out, foot...)
}

// list draws the fields, scrolled so that the pointer is seen.
func (f *Form) list(t *theme.Theme, w, rows int, focused bool) []string {
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

// columns are where the parts of a line stand: labels of a width, values from a
// cell on, and notes from another on.
type columns struct{ label, value, note, w int }

// columns makes the labels as wide as they are up to two fifths, and puts the
// notes behind the longest value, or as near to it as there is room.
func (f *Form) columns(t *theme.Theme, w int) columns {
	c := columns{w: w}
	longest, notes := leastValue, 0
	for _, x := range f.fields {
		c.label = max(c.label, cell.Width(cell.Clean(x.Label)))
		longest = max(longest, cell.Width(cell.Clean(x.shown(t)))+arrowsWidth)
		notes = max(notes, cell.Width(x.note(t)))
	}
	c.label = max(0, min(c.label, w*2/5, w-gutter-1))
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
	case here:
		pointer, arrowInk, valueInk = t.Glyphs.Pointer, t.CursorDim, t.CursorDim
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
		return line + "  " + f.edit.View(t, c.w-c.value-2, focused), -1
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

// arrows are the signs that a value can be stepped down and up.
func (x Field) arrows(t *theme.Theme) (down, up string) {
	down, up = " ", " "
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
		return x.labelOf(x.Value)
	case Columns:
		ids := Split(x.Value)
		for i, id := range ids {
			ids[i] = x.labelOf(id)
		}
		return strings.Join(ids, ", ")
	case Weights:
		return strings.Join(Split(x.Value), " "+t.Glyphs.Dot+" ")
	case Stepper:
		if _, scale, ok := number(x.Value); ok && scale == 1 && x.Unit != "" {
			return x.Value + " " + x.Unit
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
// least three lines, and half of the height.
func (f *Form) foot(t *theme.Theme, w, h int) []string {
	if h < 4 || len(f.fields) == 0 {
		return nil
	}
	x := f.fields[f.at]
	text, ink := x.Help, t.Faint
	switch {
	case f.pick != nil && f.pick.many:
		text = f.words.PickMany
	case f.pick != nil:
		text = f.words.PickOne
	case x.Disabled != "":
		text, ink = x.Disabled, t.Warn
	}
	if f.err != "" { // in the room of the help, so that the remedy is read to its end
		text, ink = "! "+f.err, t.Error
	}
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	out := make([]string, 0, maxHelp+1)
	lines := min(maxHelp+1, min(h-3, h/2))
	room := lines - 1
	if f.err != "" {
		room = lines
	}
	for rest := cell.Clean(text); rest != "" && len(out) < room; {
		line := rest
		if len(out) < room-1 { // the last takes the rest, and shows that it is cut
			line, _, _ = strings.Cut(ansi.Wrap(rest, max(1, w-2), ""), "\n")
		}
		rest = strings.TrimLeft(strings.TrimPrefix(rest, line), " ")
		out = append(out, t.Paint(ink, fit.Fit(" "+line, w, cell.Left)))
	}
	if f.err == "" || len(out) < 2 {
		out = append(out, strings.Repeat(" ", w))
	}
	return out
}
