package screen

import (
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// say renders a sentence for the reader, safe to show.
func say(pr *message.Printer, key string, args ...any) string {
	return cell.Clean(model.P(key, args...).In(pr))
}

// fitted returns any text cleaned, cut and padded to w cells.
func fitted(t *theme.Theme, s string, w int, a cell.Align) string {
	return cell.Fitter{Ellipsis: t.Glyphs.Ellipsis}.Fit(s, w, a)
}

// inked returns a line of any text in one ink, cut and padded to w cells.
func inked(t *theme.Theme, ink theme.Ink, s string, w int) string {
	return t.Paint(ink, fitted(t, s, w, cell.Left))
}

// rule returns the line between two panes that lie above each other. The signs
// of marks, by their cell, join it to the upright lines it meets.
func rule(t *theme.Theme, w int, marks map[int]string) string {
	var b strings.Builder
	for x := range w {
		if s, ok := marks[x]; ok {
			b.WriteString(s)
		} else {
			b.WriteString(t.Glyphs.HRule)
		}
	}
	return t.Paint(t.Rule, b.String())
}

// beside joins two panes of as many lines with an upright line between them.
func beside(t *theme.Theme, left, right []string) []string {
	sep := t.Paint(t.Rule, t.Glyphs.VRule)
	out := make([]string, len(left))
	for i := range out {
		out[i] = left[i] + sep + right[i]
	}
	return out
}

// sized returns the lines of a pane as exactly h lines of w cells: what is too
// much is cut, what is missing is blank.
func sized(lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		s := ""
		if i < len(lines) {
			s = lines[i]
		}
		out[i] = cell.Pad(s, w)
	}
	return out
}

// wrapped breaks text into lines of at most w cells, between words where there
// are spaces and else between signs.
func wrapped(s string, w int) []string {
	w = max(w, 1)
	var out []string
	row := ""
	for _, word := range strings.Fields(cell.Clean(s)) {
		if row != "" && cell.Width(row)+1+cell.Width(word) <= w {
			row += " " + word
			continue
		}
		if row != "" {
			out = append(out, row)
		}
		for cell.Width(word) > w {
			head, rest := split(word, w)
			out = append(out, head)
			word = rest
		}
		row = word
	}
	if row != "" {
		out = append(out, row)
	}
	return out
}

// split cuts a word after at most w cells, but never before its first sign.
func split(word string, w int) (head, rest string) {
	n := 0
	for i, r := range word {
		n += cell.Width(string(r))
		if n > w && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}
