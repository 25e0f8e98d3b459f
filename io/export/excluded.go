package export

import (
	"context"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"custseg/model"
)

// Excluded writes every row and record that was left out to a file, .csv or
// .xlsx by its ending: the file, the row in it, the table, the reason, a
// rejected record as it stands there, and the values of a row that was read. It
// returns how many there are. Of the options it reads Force, Privacy, Salt and BOM.
func Excluded(ctx context.Context, path string, d Document, o Options) (int, error) {
	format, err := excludedFormat(path)
	if err != nil {
		return 0, err
	}
	v, err := newView(d, o)
	if err != nil {
		return 0, fmt.Errorf("cannot write %s: %w", path, err)
	}
	columns, count := v.excludedColumns()
	whole := func(row int) int { return row }
	return count, replaceFile(ctx, path, o.Force, inputs(d.Dataset), func(w io.Writer) error {
		if format == ".csv" {
			if err := writeMark(w, o); err != nil {
				return err
			}
			return writeColumns(w, columns, count, whole, func(float64) {})
		}
		return writeListBook(ctx, w, "Rows left out", columns, count, whole, func(float64) {})
	})
}

// CheckExcluded reports what would keep [Excluded] from beginning.
func CheckExcluded(path string, d Document, o Options) error {
	if _, err := excludedFormat(path); err != nil {
		return err
	}
	return Check(path, d, o)
}

func excludedFormat(path string) (string, error) {
	switch ending := strings.ToLower(filepath.Ext(path)); ending {
	case ".csv", ".xlsx":
		return ending, nil
	}
	return "", fmt.Errorf("cannot write %s: %w, and is .csv or .xlsx for rows left out", path, ErrFormat)
}

// excludedRows is lines of the file: rows of a table for one reason, or rejected
// records.
type excludedRows struct {
	table  int
	reason string
	rows   []int32
	record []model.Rejected // instead of rows
}

func (e excludedRows) count() int { return len(e.rows) + len(e.record) }

// excludedColumns lays out all that was left out, rows first, as columns.
func (v *view) excludedColumns() ([]column, int) {
	q := v.source.Quality()
	var parts []excludedRows
	for _, e := range q.Excluded {
		parts = append(parts, excludedRows{table: e.Table, reason: v.note(e.Reason), rows: e.Rows})
	}
	for _, r := range q.Rejected {
		parts = append(parts, excludedRows{table: r.Table, reason: v.mask.quoted(r.Reason).In(v.printer), record: []model.Rejected{r}})
	}
	var files, tables, reasons, records []string
	var places []float64
	for _, p := range parts {
		name, file := v.tableName(p.table)
		for _, r := range p.rows {
			at, row := v.data.Tables[p.table].Place(r)
			files, places = append(files, v.mask.path(at)), append(places, float64(row))
			tables, reasons, records = append(tables, name), append(reasons, p.reason), append(records, "")
		}
		for _, r := range p.record {
			if r.File != "" {
				file = v.mask.path(r.File)
			}
			files, places = append(files, file), append(places, float64(r.Row))
			tables, reasons, records = append(tables, name), append(reasons, p.reason), append(records, v.mask.record(r.Text))
		}
	}
	list := []model.Column{model.TextsOf("file", files), model.NewNumbers("row", places), model.TextsOf("table", tables),
		model.TextsOf("reason", reasons), model.TextsOf("record", records)}
	for _, name := range v.excludedHeaders(parts) {
		list = append(list, v.excludedColumn(name, parts, len(files)))
	}
	out := make([]column, len(list))
	headers := make([]string, len(list))
	for i, c := range list {
		headers[i] = header(c.Name())
	}
	for i, h := range distinct(headers) {
		out[i] = column{Column: list[i], header: h, role: attributeColumn}
	}
	return out, len(files)
}

// excludedHeaders lists the columns of the tables of which rows were left out,
// each header once.
func (v *view) excludedHeaders(parts []excludedRows) []string {
	var out []string
	seen := map[string]bool{}
	for t, table := range v.data.Tables {
		if !slices.ContainsFunc(parts, func(p excludedRows) bool { return p.table == t && len(p.rows) > 0 }) {
			continue
		}
		for i, c := range table.Columns() {
			if v.mask.tells(t, i) != model.DropColumn && !seen[c.Name()] {
				seen[c.Name()] = true
				out = append(out, c.Name())
			}
		}
	}
	return out
}

// excludedColumn gathers a column from the tables that have it: of their kind
// when they agree, else as text.
func (v *view) excludedColumn(name string, parts []excludedRows, count int) model.Column {
	pieces := make([]model.Column, len(parts))
	kind, agreed := model.Text, true
	first := true
	for i, p := range parts {
		if len(p.rows) == 0 {
			continue
		}
		pieces[i] = v.seen(p.table, name, p.rows)
		if c := pieces[i]; c != nil {
			agreed = agreed && (first || c.Kind() == kind)
			kind, first = c.Kind(), false
		}
	}
	if !agreed {
		kind = model.Text
	}
	switch kind {
	case model.Number:
		return model.NewNumbers(name, gather(parts, pieces, count, math.NaN(), func(c model.Column) []float64 { return c.(*model.Numbers).Values() }))
	case model.Date:
		return model.NewDates(name, gather(parts, pieces, count, model.NoDate, func(c model.Column) []int64 { return c.(*model.Dates).Seconds() }))
	}
	return model.TextsOf(name, gather(parts, pieces, count, "", plainWords))
}

// seen returns rows of a table's column as a reader may see them, nil when the
// table has none of that name.
func (v *view) seen(table int, name string, rows []int32) model.Column {
	columns := v.data.Tables[table].Columns()
	i := slices.IndexFunc(columns, func(c model.Column) bool { return c.Name() == name })
	if i < 0 {
		return nil
	}
	c := columns[i].Pick(rows)
	switch v.mask.tells(table, i) {
	case model.DropColumn:
		return nil
	case model.MaskColumn:
		return mapWords(c, func(string) string { return masked })
	case model.HashColumn:
		return mapWords(c, v.mask.token)
	}
	return v.mask.keptWords(table, i, c)
}

// mapWords turns every value into a word.
func mapWords(c model.Column, change func(string) string) model.Column {
	words := plainWords(c)
	for i, w := range words {
		if w != "" {
			words[i] = change(strings.TrimSpace(w))
		}
	}
	return model.TextsOf(c.Name(), words)
}

func plainWords(c model.Column) []string {
	words := make([]string, c.Len())
	for i := range words {
		words[i] = column{Column: c}.plain(i)
	}
	return words
}

// gather puts the pieces of a column one after the other, with what is missing
// where a part has none.
func gather[T any](parts []excludedRows, pieces []model.Column, count int, missing T, values func(model.Column) []T) []T {
	out := make([]T, 0, count)
	for i, p := range parts {
		if pieces[i] != nil {
			out = append(out, values(pieces[i])...)
			continue
		}
		for range p.count() {
			out = append(out, missing)
		}
	}
	return out
}
