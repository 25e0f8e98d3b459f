package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// startRows is the entries as rows of a grid.
type startRows struct {
	pr      *message.Printer
	entries []startEntry
	marked  []string
	glyphs  theme.Glyphs
	w       int // cells of the list
}

// The columns of the list.
const (
	startName = iota
	startWhat
	startSize
	startChanged
)

// startRoomy is the width from which the time is told with the date.
const startRoomy = 76

// Len, Columns and Text implement [grid.Source].
func (r startRows) Len() int { return len(r.entries) }

func (r startRows) Columns() []grid.Column {
	// The cells of what it is, of the other columns, and of what is between.
	what, others := 14, 8+10+8
	if r.w >= startRoomy {
		what, others = 18, 8+16+10
	}
	name := max(20, r.w-what-others)
	return []grid.Column{
		startName:    {Title: say(r.pr, "Name"), Max: name},
		startWhat:    {Title: say(r.pr, "What it is"), Max: what},
		startSize:    {Title: say(r.pr, "Size"), Align: cell.Right},
		startChanged: {Title: say(r.pr, "Changed")},
	}
}

func (r startRows) Text(row, col int) string {
	e := r.entries[row]
	switch col {
	case startName:
		return r.name(e)
	case startSize:
		if e.kind.isFile() {
			return fileSize(e.size)
		}
	case startChanged:
		switch {
		case e.changed.IsZero():
		case r.w < startRoomy:
			return e.changed.Format("2006-01-02")
		default:
			return e.changed.Format("2006-01-02 15:04")
		}
	case startWhat:
		if e.what != "" {
			return e.what
		}
		return say(r.pr, e.kind.what())
	}
	return ""
}

// name is the entry's name behind its mark, once files are marked.
func (r startRows) name(e startEntry) string {
	switch {
	case len(r.marked) == 0:
		return e.name
	case slices.Contains(r.marked, e.path):
		return r.glyphs.Check + " " + e.name
	}
	return "    " + e.name
}

// what says what an entry is.
func (k startKind) what() string {
	switch k {
	case startSample:
		return "built in, a shop"
	case startTour:
		return "5 minutes"
	case startParent:
		return "folder above"
	case startFolder:
		return "folder"
	case startWorkbook:
		return "Excel workbook"
	case startPacked:
		return "packed"
	case startFailed:
		return "could not be opened"
	}
	return "text"
}

// fileSize writes bytes in a few cells.
func fileSize(bytes int64) string {
	if bytes < 10_000 {
		return chart.Count(int(bytes)) + " B"
	}
	return chart.Short(float64(bytes), model.Plain) + "B"
}
