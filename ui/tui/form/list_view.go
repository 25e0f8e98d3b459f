package form

import (
	"math"
	"strconv"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// listView draws the parts of a list in h lines of w cells: the name of the
// field and the sum of weights, then a line for each part.
func (f *Form) listView(t *theme.Theme, w, h int, focused bool) []string {
	l := f.list
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	head := " " + cell.Clean(l.field.Label)
	if l.field.Kind == Weights {
		head += "  " + t.Glyphs.Dot + " " + cell.Clean(f.words.Sum) + " " + write(l.sum(), 1)
	}
	out := []string{t.Paint(t.Header, fit.Fit(head, w, cell.Left))}
	rows := h - 1
	l.top = max(0, max(l.at-rows+1, min(l.top, l.at, len(l.parts)-rows)))
	label := 0
	for i := range l.parts {
		label = max(label, cell.Width(cell.Clean(l.label(i))))
	}
	c := columns{label: max(0, min(label, w*3/5, w-gutter-1)), w: w}
	c.value = gutter + c.label + 1
	f.drawn = geometry{head: f.drawn.head, rows: h, value: c.value, right: make([]int, max(h, 1))}
	for i := l.top; len(out) < h; i++ {
		line, right := "", -1
		if i < len(l.parts) {
			line, right = f.partLine(t, c, i, focused)
		}
		f.drawn.right[len(out)] = right
		out = append(out, cell.Pad(line, w))
	}
	f.drawn.right[0] = -1
	return out[:h]
}

// partLine draws part i and returns the cell of the arrow that steps it up.
func (f *Form) partLine(t *theme.Theme, c columns, i int, focused bool) (line string, right int) {
	l := f.list
	fit := cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}
	pointer, ink, arrows := " ", t.Plain, t.Faint
	switch {
	case i == l.at && focused:
		pointer, ink, arrows = t.Glyphs.Pointer, t.Cursor, t.Cursor
	case i == l.at:
		ink, arrows = t.CursorDim, t.CursorDim
	}
	line = t.Paint(t.Plain, pointer+"  "+fit.Fit(l.label(i), c.label, cell.Left)+" ")
	room := c.w - c.value - arrowsWidth
	if i == l.at && l.edit != nil {
		return line + "  " + l.edit.viewIn(t, f.typedInk(t), c.w-c.value-2, focused), -1
	}
	text := cell.Clean(l.parts[i].text)
	down, up := " ", " "
	switch {
	case text == "":
		text = cell.Clean(f.words.None)
		if i != l.at {
			ink = t.Faint
		}
	case l.step(i) > 0:
		if l.stepped(i, -1) != text {
			down = t.Glyphs.StepLeft
		}
		if l.stepped(i, 1) != text {
			up = t.Glyphs.StepRight
		}
	}
	n := max(0, min(room, cell.Width(text)))
	line += t.Paint(arrows, down) + t.Paint(ink, " "+fit.Fit(text, n, cell.Left)+" ") + t.Paint(arrows, up)
	end := c.value + n + arrowsWidth
	if note := l.share(i); note != "" && end+2+cell.Width(note) <= c.w {
		line += strings.Repeat(" ", max(2, c.value+leastValue-end)) + t.Paint(t.Faint, note)
	}
	return line, end - 1
}

// share writes which part of the sum a weight is.
func (l *list) share(i int) string {
	v, _, ok := number(l.parts[i].text)
	if sum := l.sum(); l.field.Kind == Weights && ok && sum > 0 && math.Abs(sum-100) > 1e-9 {
		return strconv.Itoa(int(math.Round(100*v/sum))) + "%"
	}
	return ""
}
