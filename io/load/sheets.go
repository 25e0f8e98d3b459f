package load

import (
	"context"
	"io"

	"custseg/io/load/grid"
	"custseg/io/load/xlsx"
)

// otherSheet is a visible sheet that was not read, but for its header.
type otherSheet struct {
	name   string
	header []string
}

// peekRows is how many rows of a sheet are looked at to find its header.
const peekRows = 20

// peekOthers looks at the headers of all visible sheets but one. A sheet that
// cannot be read has none.
func (s source) peekOthers(ctx context.Context, book *xlsx.Book, but int) []otherSheet {
	var out []otherSheet
	for i, sheet := range book.Sheets() {
		if i == but || sheet.Hidden {
			continue
		}
		o := otherSheet{name: sheet.Name}
		rows, err := book.Rows(i, func(r io.Reader) io.Reader { return &watched{ctx: ctx, r: r, path: s.path} })
		if err == nil {
			o.header = firstWords(rows)
			rows.Close()
		}
		out = append(out, o)
	}
	return out
}

// firstWords returns the cells of the first row that holds any.
func firstWords(rows *xlsx.Rows) []string {
	for n := 0; n < peekRows && rows.Next(); n++ {
		var out []string
		blank := true
		for _, cell := range rows.Cells() {
			word := ""
			if cell.Kind == grid.Text {
				word = string(trimSpace(cell.Text))
			}
			blank = blank && word == "" && cell.Kind != grid.Number && cell.Kind != grid.Date
			out = append(out, word)
		}
		if !blank {
			return out
		}
	}
	return nil
}
