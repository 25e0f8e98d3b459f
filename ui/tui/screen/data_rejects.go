package screen

import (
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/grid"
)

// dataRejects is records of a file that could not become rows.
type dataRejects struct {
	pr      *message.Printer
	records []model.Rejected
}

// Len, Columns and Text implement [grid.Source].
func (r *dataRejects) Len() int { return len(r.records) }

func (r *dataRejects) Columns() []grid.Column {
	head := []grid.Column{{Title: say(r.pr, "Row"), Align: cell.Right}, {Title: say(r.pr, "Reason")}, {Title: say(r.pr, "Record")}}
	if r.severalFiles() {
		head = append(head, grid.Column{Title: say(r.pr, "File")})
	}
	return head
}

// severalFiles reports whether the records are of more than one file.
func (r *dataRejects) severalFiles() bool {
	return slices.ContainsFunc(r.records, func(x model.Rejected) bool { return x.File != r.records[0].File })
}

func (r *dataRejects) Text(row, col int) string {
	x := r.records[row]
	switch col {
	case 0:
		return strconv.Itoa(x.Row)
	case 1:
		return x.Reason.In(r.pr)
	case 3:
		return filepath.Base(x.File)
	}
	return x.Text
}

// plain returns a value as it is copied.
func (r *dataRejects) plain(row, col int) string { return r.Text(row, col) }

// Numeric and Number implement [grid.Sortable].
func (r *dataRejects) Numeric(col int) bool { return col == 0 }

func (r *dataRejects) Number(row, _ int) float64 { return float64(r.records[row].Row) }
