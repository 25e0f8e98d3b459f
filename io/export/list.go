package export

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// List is rows of columns as a screen shows them: those columns, those rows, in
// that order.
type List struct {
	Name    string         // of the sheet
	Dataset *model.Dataset // the data that the rows are of; its files are never replaced
	Recipe  model.Recipe   // says what the columns of the data mean
	Columns []ListColumn
	Rows    []int32 // rows of the columns; nil for all
	// Sorted says that the reader put the rows in order by something else than the
	// id; else a mask puts them in that of the hashed ids.
	Sorted bool
}

// ListColumn is one column of a list.
type ListColumn struct {
	Values   model.Column
	Header   string
	Unit     model.Unit
	ID       bool // the customer's id: a mask hashes it
	Personal bool // names persons: a mask replaces it
	Hidden   bool // not shown: replaced with or without a mask
}

// WriteList writes a list to a file, .csv or .xlsx by its ending. It reports
// progress as a share of 1. Of the options it reads Force, Privacy and Salt. After
// an error or a cancel there is no new file and an old one is as it was.
func WriteList(ctx context.Context, path string, l List, o Options, report func(done float64)) error {
	format, err := listFormat(path)
	if err != nil {
		return err
	}
	mask, err := newMasker(Document{Dataset: l.Dataset, Recipe: l.Recipe}, o)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	if report == nil {
		report = func(float64) {}
	}
	columns := l.columns(mask)
	count, at := l.rows(mask, columns)
	return replaceFile(ctx, path, o.Force, inputs(l.Dataset), func(w io.Writer) error {
		if format == ".csv" {
			return writeColumns(w, columns, count, at, report)
		}
		return writeListBook(ctx, w, l.Name, columns, count, at, report)
	})
}

func listFormat(path string) (string, error) {
	format, err := formatOf(path)
	if err != nil || format == ".json" {
		return "", fmt.Errorf("cannot write %s: %w, and is .csv or .xlsx for a table", path, ErrFormat)
	}
	return format, nil
}

// columns are those of the list, hidden as the mask and the screen have it.
func (l List) columns(mask *masker) []column {
	headers := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		headers[i] = header(c.Header)
	}
	out := make([]column, len(l.Columns))
	for i, h := range distinct(headers) {
		c := l.Columns[i]
		out[i] = column{Column: c.Values, header: h, unit: c.Unit, role: attributeColumn, hidden: c.Hidden || c.Personal && mask != nil}
		if c.Unit != model.Plain {
			out[i].role = measureColumn
		}
		switch {
		case out[i].hidden || mask == nil || c.ID && !mask.hidesIDs():
		case c.ID:
			out[i].Column = mask.hashed(c.Values)
		default:
			out[i].Column = mask.words(c.Values)
		}
	}
	return out
}

// rows says how many rows there are and which is the k-th. The order of ids
// tells who is who, so under a mask rows that nobody sorted are in that of the
// hashes.
func (l List) rows(mask *masker, columns []column) (count int, at func(k int) int) {
	rows := l.Rows
	id := slices.IndexFunc(l.Columns, func(c ListColumn) bool { return c.ID })
	if mask.hidesIDs() && id >= 0 && !l.Sorted {
		if rows = slices.Clone(rows); rows == nil {
			rows = make([]int32, columns[id].Len())
			for i := range rows {
				rows[i] = int32(i)
			}
		}
		slices.SortStableFunc(rows, func(a, b int32) int { return strings.Compare(columns[id].Text(int(a)), columns[id].Text(int(b))) })
	}
	if rows == nil {
		if len(columns) > 0 {
			count = columns[0].Len()
		}
		return count, func(k int) int { return k }
	}
	return len(rows), func(k int) int { return int(rows[k]) }
}

func writeListBook(ctx context.Context, w io.Writer, name string, columns []column, count int, at func(int) int, report func(float64)) error {
	if count+1 > excelize.TotalRows || len(columns) > excelize.MaxColumns {
		return fmt.Errorf("%d rows of %d columns are more than a sheet holds; write .csv instead", count, len(columns))
	}
	b := newBook(ctx, report)
	b.steps.rows = count
	defer b.file.Close()
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	sheet := b.names.claim(name)
	if err := b.addSheets([]string{sheet}); err != nil {
		return err
	}
	if err := b.rowSheet(sheet, "", columns, count, at); err != nil {
		return err
	}
	return b.save(w)
}
