package load

import (
	"slices"

	"custseg/io/load/grid"
	"custseg/model"
)

// sheetIntake is a table read from a sheet.
type sheetIntake struct {
	*intake
	name   string
	told   []model.Finding // about the sheet or the workbook as a whole
	merges []grid.Range    // the merged cells of the first rows

	calendar1904 bool // days are counted from 1904

	faults, unsolved, times cellList
	days                    cellDays
	hidden                  []int32     // rows of the sheet that are hidden
	folded                  []grid.Span // the columns that are hidden
	gaps                    gaps
	prose                   prose
}

// cellList is cells by column, as rows of the sheet.
type cellList map[int][]int32

func (c *cellList) add(column, row int) {
	if *c == nil {
		*c = cellList{}
	}
	(*c)[column] = append((*c)[column], int32(row))
}

// headRows is how many rows of a sheet may be above its data, with merged cells.
const headRows = 20

// take reads all rows. Errors and formulas without a value are missing and
// listed.
func (in *sheetIntake) take(rows sheetRows) {
	var fields [][]byte
	for rows.Next() {
		fields = fields[:0]
		for column, cell := range rows.Cells() {
			fields = append(fields, in.field(rows.Number(), column, cell))
		}
		for len(fields) > 0 && len(trimSpace(fields[len(fields)-1])) == 0 {
			fields = fields[:len(fields)-1] // styled cells without a value
		}
		if rows.Number() <= headRows {
			in.gaps.look(fields)
		}
		if rows.Hidden() && !allBlank(fields) {
			in.hidden = append(in.hidden, int32(rows.Number()))
		}
		in.prose.look(fields)
		if !in.add(rows.Number(), fields, nil) {
			break
		}
	}
	in.folded = rows.HiddenColumns()
}

// field returns what a cell holds, and lists it where the analyst should know
// how it was read.
func (in *sheetIntake) field(row, column int, cell grid.Cell) []byte {
	var list *cellList
	switch cell.Kind {
	case grid.Fault:
		list, cell.Text = &in.faults, nil
	case grid.Unsolved:
		list, cell.Text = &in.unsolved, nil
	case grid.Time:
		list = &in.times
	case grid.Date, grid.Text:
		in.days.look(row, column, cell)
		return cell.Text
	default:
		return cell.Text
	}
	list.add(column, row)
	return cell.Text
}

// gapRows is how many rows that hold anything are looked at for gaps.
const gapRows = 6

// gaps tells whether the first rows have empty cells beside others, such as
// merged cells of a header leave.
type gaps struct {
	rows, width int
	found       bool
}

// look takes the fields of a row, without empty ones at its end.
func (g *gaps) look(fields [][]byte) {
	if len(fields) == 0 || g.rows == gapRows {
		return
	}
	g.found = g.found || g.rows > 0 && len(fields) != g.width
	for _, f := range fields {
		g.found = g.found || len(trimSpace(f)) == 0
	}
	g.rows++
	g.width = len(fields)
}

// findings tells what was noticed of the cells of a column as it stands in the
// sheet, or with -1 of the sheet as a whole.
func (in *sheetIntake) findings(column int) []model.Finding {
	if column < 0 {
		return in.sheetFindings()
	}
	var out []model.Finding
	tell := func(level model.Level, list cellList, key string) {
		if rows := in.dataRows(list[column]); len(rows) > 0 {
			out = append(out, model.Finding{Level: level, Text: model.P(key, len(rows)), Rows: rows})
		}
	}
	tell(model.Warning, in.faults, "cells with an error such as #N/A were read as missing: %d")
	tell(model.Warning, in.unsolved, "formulas without a saved value were read as missing: %d; open the workbook in Excel and save it")
	tell(model.Info, in.times, "times of day and spans of time were read as numbers of days: %d")
	if f, found := in.halfConverted(column); found {
		out = append(out, f)
	}
	if grid.InSpans(in.folded, column+1) {
		out = append(out, model.Finding{Level: model.Info, Text: model.P("the column is hidden in the workbook and was read too")})
	}
	return out
}

func (in *sheetIntake) sheetFindings() []model.Finding {
	out := slices.Clone(in.told)
	if rows := in.dataRows(in.hidden); len(rows) > 0 {
		out = append(out, model.Finding{Level: model.Warning, Column: -1, Rows: rows,
			Text: model.P("rows that are hidden in the workbook, as by a filter, were read too: %d", len(rows))})
	}
	return out
}
