package load

import (
	"context"
	"io"
	"slices"
	"strconv"
	"strings"

	"custseg/io/load/grid"
	"custseg/model"
)

// readWorkbook reads the sheet that was asked for, or all visible sheets that
// hold a table, in their order.
func (s source) readWorkbook(ctx context.Context, j job) ([]*sheetIntake, error) {
	r, size, closer, err := s.randomAccess()
	if err != nil {
		return nil, err
	}
	defer closer.Close()
	book, err := s.openWorkbook(r, size)
	if err != nil {
		return nil, err
	}
	places, err := s.chooseSheets(book.Sheets())
	if err != nil {
		return nil, err
	}
	bytes := book.SharedSize()
	for _, i := range places {
		bytes += book.Sheets()[i].Size
	}
	count := j.pass(surveyed, read, bytes)
	before := j.rows
	var all []*sheetIntake
	for _, i := range places {
		in, err := s.readSheet(ctx, book, i, j, count)
		if err != nil {
			j.rows = before
			return nil, err
		}
		all = append(all, in)
		if j.ended {
			break
		}
	}
	j.rows = before
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return s.tablesOf(all, book.Sheets())
}

// readSheet reads the rows of a sheet, and of a sheet that may have a header of
// merged cells those. The job's rows grow with them.
func (s source) readSheet(ctx context.Context, book workbook, place int, j job, count func(n int)) (*sheetIntake, error) {
	in := &sheetIntake{intake: newIntake(j, 0, room{}, true), name: book.Sheets()[place].Name, calendar1904: book.Calendar1904()}
	before := j.rows
	rows, err := book.Rows(place, func(r io.Reader) io.Reader {
		return &watched{ctx: ctx, r: r, path: s.path, read: func(n int) { j.rows = before + in.rows; count(n) }}
	})
	if err != nil {
		return nil, s.sheetError(in.name, len(book.Sheets()) > 1, err)
	}
	defer rows.Close()
	in.take(rows)
	in.finish()
	j.rows = before + in.rows
	if err := rows.Err(); err != nil {
		return nil, s.sheetError(in.name, len(book.Sheets()) > 1, err)
	}
	if in.gaps.found {
		in.merges, err = book.Merges(place, headRows, func(r io.Reader) io.Reader { return &watched{ctx: ctx, r: r, path: s.path} })
		if err != nil {
			return nil, s.sheetError(in.name, len(book.Sheets()) > 1, err)
		}
		in.regroup(in.merges)
	}
	return in, nil
}

// tablesOf keeps the sheets that hold a table and tells of the others. Where
// none does, what there is counts as one.
func (s source) tablesOf(all []*sheetIntake, sheets []grid.Sheet) ([]*sheetIntake, error) {
	if s.sheet != "" {
		if all[0].first == nil {
			return nil, s.fail(model.P("the sheet %q is empty", all[0].name), sheetRemedy(sheets))
		}
		return all, nil
	}
	var tables, others []*sheetIntake
	var empty []string
	for _, in := range all {
		switch {
		case in.first == nil:
			empty = append(empty, oneLine(in.name))
		case in.whyNoTable().Empty():
			tables = append(tables, in)
		default:
			others = append(others, in)
		}
	}
	if tables == nil {
		tables, others = others, nil
	}
	if tables == nil {
		return nil, s.fail(model.P("all sheets of the workbook are empty"), sheetRemedy(sheets))
	}
	tables[0].tellSheets(others, empty, hiddenSheets(sheets))
	return tables, nil
}

// whyNoTable says why a sheet that is not empty holds no table; it is empty when
// it does.
func (in *sheetIntake) whyNoTable() model.Phrase {
	switch {
	case in.rows == 0:
		return model.P("it has a single row")
	case in.prose.is():
		return model.P("it holds notes, not columns")
	}
	return model.Phrase{}
}

// tellSheets tells of the sheets of the workbook that became no table.
func (in *sheetIntake) tellSheets(others []*sheetIntake, empty, hidden []string) {
	tell := func(level model.Level, key string, args ...any) {
		in.told = append(in.told, model.Finding{Level: level, Column: -1, Text: model.P(key, args...)})
	}
	for _, o := range others {
		tell(model.Info, "the sheet %q was left out: %s; it can be asked for by its name", oneLine(o.name), o.whyNoTable())
	}
	if len(empty) > 0 {
		tell(model.Info, "sheets left out because they are empty: %s", strings.Join(empty, ", "))
	}
	if len(hidden) > 0 {
		tell(model.Warning, "hidden sheets were not read, but can be asked for by their names: %s", strings.Join(hidden, ", "))
	}
}

// chooseSheets returns the places of the sheets to read: the one asked for, by
// its name without regard to case or by its position, or all that are visible.
func (s source) chooseSheets(sheets []grid.Sheet) ([]int, error) {
	if len(sheets) == 0 {
		return nil, s.fail(model.P("the workbook has no sheet of cells"), model.Phrase{})
	}
	if s.sheet == "" {
		return visibleSheets(sheets), nil
	}
	for _, same := range []func(a, b string) bool{func(a, b string) bool { return a == b }, strings.EqualFold} {
		if i := slices.IndexFunc(sheets, func(sh grid.Sheet) bool { return same(sh.Name, s.sheet) }); i >= 0 {
			return []int{i}, nil
		}
	}
	if n, err := strconv.Atoi(s.sheet); err == nil && n >= 1 && n <= len(sheets) {
		return []int{n - 1}, nil
	}
	return nil, s.fail(model.P("there is no sheet %q", oneLine(s.sheet)), sheetRemedy(sheets))
}

// visibleSheets returns the places of the sheets that are not hidden, or of all
// when all are.
func visibleSheets(sheets []grid.Sheet) []int {
	var visible, all []int
	for i, sh := range sheets {
		all = append(all, i)
		if !sh.Hidden {
			visible = append(visible, i)
		}
	}
	if visible == nil {
		return all
	}
	return visible
}

// hiddenSheets names the sheets that [visibleSheets] leaves out.
func hiddenSheets(sheets []grid.Sheet) []string {
	var out []string
	for i, sh := range sheets {
		if !slices.Contains(visibleSheets(sheets), i) {
			out = append(out, oneLine(sh.Name))
		}
	}
	return out
}

// sheetRemedy names all sheets of a workbook.
func sheetRemedy(sheets []grid.Sheet) model.Phrase {
	names := make([]string, len(sheets))
	for i, sh := range sheets {
		names[i] = oneLine(sh.Name)
	}
	return model.P("the sheets are: %s", strings.Join(names, ", "))
}
