package load

import (
	"custseg/io/load/grid"
	"custseg/model"
)

// cellDays counts, by column of a sheet, the cells that are dates and those that
// are texts which can be dates. Excel makes dates of what it can read in its own
// order of day and month, and leaves the rest text.
type cellDays map[int]*columnDays

type columnDays struct {
	dates  int
	late   int     // of them, those of a day after the 12th
	texts  []int32 // rows of the sheet
	proved string  // the first text that can be read in one order only
}

// monthsOfYear is the last figure that can be a month as well as a day.
const monthsOfYear = 12

// look takes note of a cell that is a date or a text.
func (d *cellDays) look(row, column int, cell grid.Cell) {
	if cell.Kind == grid.Text && (len(cell.Text) == 0 || !isDigit(cell.Text[0])) {
		return
	}
	p, ok := scanDate(string(trimSpace(cell.Text)))
	if !ok || cell.Kind == grid.Text && !p.yearLast {
		return
	}
	if *d == nil {
		*d = cellDays{}
	}
	of := (*d)[column]
	if of == nil {
		of = &columnDays{}
		(*d)[column] = of
	}
	switch {
	case cell.Kind == grid.Date:
		of.dates++
		if p.b > monthsOfYear {
			of.late++
		}
		return
	case of.proved == "" && max(p.a, p.b) > monthsOfYear:
		of.proved = string(trimSpace(cell.Text))
	}
	of.texts = append(of.texts, int32(row))
}

// halfConverted tells of a column whose dates are partly texts that Excel could
// not read in its own order.
func (in *sheetIntake) halfConverted(column int) (model.Finding, bool) {
	d := in.days[column]
	if d == nil || d.dates == 0 || d.proved == "" {
		return model.Finding{}, false
	}
	rows := in.dataRows(d.texts)
	if len(rows) == 0 {
		return model.Finding{}, false
	}
	key := "some cells are dates, %d, and some are text such as %q, %d; Excel may have swapped day and month in some of the former"
	if d.late == 0 {
		key = "the cells that are dates, %d, all lie in the first 12 days of a month, and others are text such as %q, %d; Excel has probably swapped day and month in the former"
	}
	return model.Finding{Level: model.Warning, Text: model.P(key, d.dates, d.proved, len(rows)), Rows: rows}, true
}
