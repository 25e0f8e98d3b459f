package chart

import (
	"strings"

	"custseg/ui/tui/cell"
)

// Table is the figures of a chart as words: for a reader who cannot see the
// picture, and for copying.
type Table struct {
	Title string
	Head  []string
	Rows  [][]string // as wide as Head
	Words int        // so many columns from the left are words, the rest numbers
	Notes []string
}

// From returns the table without its first columns of numbers, at least one of
// which stays: to read on at the right.
func (t Table) From(skip int) Table {
	skip = min(max(skip, 0), max(len(t.Head)-t.Words-1, 0))
	without := func(row []string) []string {
		return append(append([]string{}, row[:t.Words]...), row[t.Words+skip:]...)
	}
	out := t
	out.Head, out.Rows = without(t.Head), make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		out.Rows[i] = without(r)
	}
	return out
}

// Lines writes the table: title, head, rows and notes, the columns aligned by
// two blanks, words at the left and numbers at the right. Lines are as long as
// they need to be.
func (t Table) Lines() []string {
	widths := make([]int, len(t.Head))
	for i, s := range t.Head {
		widths[i] = cell.Width(cell.Clean(s))
	}
	for _, r := range t.Rows {
		for i, s := range r {
			widths[i] = max(widths[i], cell.Width(cell.Clean(s)))
		}
	}
	out := []string{cell.Clean(t.Title), t.line(t.Head, widths)}
	for _, r := range t.Rows {
		out = append(out, t.line(r, widths))
	}
	for _, n := range t.Notes {
		out = append(out, cell.Clean(n))
	}
	return out
}

// line joins the entries of a row.
func (t Table) line(row []string, widths []int) string {
	var b strings.Builder
	for i, s := range row {
		a := cell.Right
		if i < t.Words {
			a = cell.Left
		}
		if i > 0 {
			b.WriteString(strings.Repeat(blank, between))
		}
		b.WriteString(cell.Fit(s, widths[i], a))
	}
	return strings.TrimRight(b.String(), blank)
}
