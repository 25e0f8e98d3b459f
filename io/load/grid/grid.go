// Package grid says what the sheets of a workbook hold, for the readers of its
// formats: the kinds of cells, and which numbers are days.
package grid

// Kind is what a cell holds.
type Kind uint8

// The kinds of cell.
const (
	Empty    Kind = iota
	Text          // also a truth value, as TRUE or FALSE
	Number        // in decimal figures
	Date          // as 2006-01-02 or 2006-01-02 15:04:05
	Time          // a time of day or a span of time, as a number of days
	Fault         // an error such as #N/A
	Unsolved      // a formula whose value was not saved
)

// Cell is a cell of a row. Its text is good until the next row.
type Cell struct {
	Kind Kind
	Text []byte
}

// Sheet is a sheet of cells.
type Sheet struct {
	Name   string
	Hidden bool
	Size   int64 // bytes that reading its rows passes through
}

// Range is a rectangle of cells. Rows and columns are counted from 1.
type Range struct {
	Row, Column   int // of the first cell
	Rows, Columns int // how many
}

// Span is columns side by side, from the first to the last, counted from 1.
type Span struct{ First, Last int }

// InSpans reports whether a column is in one of several spans.
func InSpans(spans []Span, column int) bool {
	for _, s := range spans {
		if s.First <= column && column <= s.Last {
			return true
		}
	}
	return false
}
