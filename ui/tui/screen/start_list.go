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
}

// Len, Columns and Text implement [grid.Source].
func (r startRows) Len() int { return len(r.entries) }

func (r startRows) Columns() []grid.Column {
	return []grid.Column{
		{Title: say(r.pr, "Name")},
		{Title: say(r.pr, "Size"), Align: cell.Right},
		{Title: say(r.pr, "Changed")},
		{Title: say(r.pr, "What it is")},
	}
}

func (r startRows) Text(row, col int) string {
	e := r.entries[row]
	switch col {
	case 0:
		return r.name(e)
	case 1:
		if e.kind.isFile() {
			return fileSize(e.size)
		}
	case 2:
		if !e.changed.IsZero() {
			return e.changed.Format("2006-01-02 15:04")
		}
	case 3:
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
		return "built in: a small shop"
	case startTour:
		return "5 minutes"
	case startParent:
		return "the folder above"
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
