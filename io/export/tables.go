package export

import (
	"context"
	"io"

	"custseg/model"
)

// Tables writes the tables of a dataset as they are to a workbook, a sheet
// each. A table longer than a sheet is an error.
func Tables(ctx context.Context, path string, d *model.Dataset, force bool) error {
	return replaceFile(ctx, path, force, inputs(d), func(w io.Writer) error {
		b := newBook(ctx, func(float64) {})
		defer b.file.Close()
		if err := b.tableSheets(d); err != nil {
			return err
		}
		return b.save(w)
	})
}

// tableSheets writes a sheet for each table.
func (b *book) tableSheets(d *model.Dataset) error {
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	names := sheetNames{taken: map[string]bool{"history": true}}
	var sheets []string
	for _, t := range d.Tables {
		sheets = append(sheets, names.claim(t.Name))
	}
	if err := b.addSheets(sheets); err != nil {
		return err
	}
	for i, t := range d.Tables {
		columns := make([]column, len(t.Columns()))
		headers := make([]string, len(columns))
		for j, c := range t.Columns() {
			headers[j] = header(c.Name())
			columns[j] = column{Column: c, role: attributeColumn}
		}
		for j, h := range distinct(headers) {
			columns[j].header = h
		}
		if err := b.rowSheet(sheets[i], "", columns, t.Rows(), func(k int) int { return k }); err != nil {
			return err
		}
	}
	return nil
}
