package load

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"custseg/io/load/grid"
	"custseg/io/load/xlsx"
	"custseg/model"
)

// readWorkbook reads the sheets of a workbook: the one asked for, or the first
// that is visible.
func (s source) readWorkbook(ctx context.Context, j job) ([]*sheetIntake, error) {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	book, err := xlsx.Open(r, size)
	if err != nil {
		return nil, s.workbookError(err)
	}
	place, err := s.findSheet(book.Sheets())
	if err != nil {
		return nil, err
	}
	sheet := book.Sheets()[place]
	count := j.pass(surveyed, read, sheet.Size)
	in := &sheetIntake{intake: newIntake(0, room{}, true), name: sheet.Name}
	before := j.rows
	rows, err := book.Rows(place, func(r io.Reader) io.Reader {
		return &watched{ctx: ctx, r: r, path: s.path, read: func(n int) { j.rows = before + in.rows; count(n) }}
	})
	if err != nil {
		return nil, s.workbookError(err)
	}
	defer rows.Close()
	in.take(rows, j.quota)
	in.finish()
	j.rows = before
	if err := rows.Err(); err != nil {
		return nil, s.workbookError(err)
	}
	if in.first == nil {
		return nil, s.fail(model.P("the sheet %q is empty", sheet.Name), sheetRemedy(book.Sheets()))
	}
	if s.sheet == "" {
		in.others = s.peekOthers(ctx, book, place)
	}
	return []*sheetIntake{in}, ctx.Err()
}

// sheetIntake is a table read from a sheet.
type sheetIntake struct {
	*intake
	name     string
	others   []otherSheet // when none was asked for
	faults   cellList
	unsolved cellList
}

// cellList is cells by column, as data rows.
type cellList map[int][]int32

func (c *cellList) add(column, row int) {
	if *c == nil {
		*c = cellList{}
	}
	(*c)[column] = append((*c)[column], int32(row))
}

// take reads all rows. Errors and formulas without a value are missing and
// listed.
func (in *sheetIntake) take(rows *xlsx.Rows, q *quota) {
	var fields [][]byte
	for rows.Next() {
		if in.first != nil && !q.take() {
			return
		}
		fields = fields[:0]
		header := in.first == nil
		for column, cell := range rows.Cells() {
			switch cell.Kind {
			case grid.Fault, grid.Unsolved:
				fields = append(fields, nil)
			default:
				fields = append(fields, cell.Text)
			}
			if header {
				continue
			}
			switch cell.Kind {
			case grid.Fault:
				in.faults.add(column, in.rows)
			case grid.Unsolved:
				in.unsolved.add(column, in.rows)
			}
		}
		for len(fields) > 0 && len(trimSpace(fields[len(fields)-1])) == 0 {
			fields = fields[:len(fields)-1] // styled cells without a value
		}
		in.add(rows.Number(), fields, nil)
	}
}

// findings tells what was noticed of the cells of a column as it stands in the
// sheet. Shift is 1 when the first row became data.
func (in *sheetIntake) findings(column, shift int) []model.Finding {
	var out []model.Finding
	tell := func(cells cellList, key string) {
		if rows := cells[column]; len(rows) > 0 {
			rows = slices.Clone(rows)
			for i := range rows {
				rows[i] += int32(shift)
			}
			out = append(out, model.Finding{Level: model.Warning, Text: model.P(key, len(rows)), Rows: rows})
		}
	}
	tell(in.faults, "cells with an error such as #N/A were read as missing: %d")
	tell(in.unsolved, "formulas without a saved value were read as missing: %d; open the workbook in Excel and save it")
	return out
}

// findSheet finds a sheet by its name, without regard to case, or its position.
func (s source) findSheet(sheets []grid.Sheet) (int, error) {
	if len(sheets) == 0 {
		return 0, s.fail(model.P("the workbook has no sheet of cells"), model.Phrase{})
	}
	if s.sheet == "" {
		return max(0, slices.IndexFunc(sheets, func(sh grid.Sheet) bool { return !sh.Hidden })), nil
	}
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		if i := slices.IndexFunc(sheets, func(sh grid.Sheet) bool { return same(sh.Name, s.sheet) }); i >= 0 {
			return i, nil
		}
	}
	if n, err := strconv.Atoi(s.sheet); err == nil && n >= 1 && n <= len(sheets) {
		return n - 1, nil
	}
	return 0, s.fail(model.P("there is no sheet %q", oneLine(s.sheet)), sheetRemedy(sheets))
}

func sheetRemedy(sheets []grid.Sheet) model.Phrase {
	return model.P("the sheets are: %s", strings.Join(otherSheets(sheets, -1), ", "))
}

// otherSheets names the sheets but one, leaving out hidden ones where another
// can be named.
func otherSheets(sheets []grid.Sheet, but int) []string {
	var out []string
	for i, sh := range sheets {
		if i != but && (!sh.Hidden || but < 0) {
			out = append(out, oneLine(sh.Name))
		}
	}
	return out
}

// workbookError says why a workbook cannot be read.
func (s source) workbookError(err error) error {
	var named *Error
	switch {
	case errors.As(err, &named), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, xlsx.ErrBinary):
		return s.fail(model.P("it is a binary workbook (.xlsb)"), model.P("save it as .xlsx in Excel"))
	case errors.Is(err, xlsx.ErrOpenDoc):
		return s.fail(model.P("it is an OpenDocument spreadsheet (.ods)"), model.P("save it as .xlsx"))
	case errors.Is(err, xlsx.ErrNotWorkbook):
		return s.fail(model.P("it is not an Excel workbook, in spite of its name"),
			model.P("if it is a zip archive, unpack it, else save it again as .xlsx"))
	}
	return &Error{File: s.path, Problem: model.P("the workbook is damaged: %s", oneLine(err.Error())),
		Remedy: model.P("open it in Excel and save it again"), Err: err}
}
