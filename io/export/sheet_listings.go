package export

import (
	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// listings are the tables of the method's charts, each of which has a sheet.
func (v *view) listings() []*model.Listing {
	var out []*model.Listing
	for _, c := range v.result.Charts {
		if l, ok := c.(*model.Listing); ok && l.Len() > 0 {
			out = append(out, l)
		}
	}
	return out
}

// tableSheet is the sheet of a table of the method.
type tableSheet struct {
	name string
	of   *model.Listing
}

// listingSheet writes a table of the method with all its rows, to be filtered.
func (b *book) listingSheet(t tableSheet) error {
	name, c := t.name, t.of
	widths := make([]float64, len(c.Columns))
	for i, col := range c.Columns {
		widths[i] = 14
		if col.Words != nil {
			widths[i] = 40
		}
	}
	panes := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	s := b.open(name, page{widths: widths, panes: panes, titles: 1})
	head := make([]any, len(c.Columns))
	formats := make([]string, len(c.Columns))
	for i, col := range c.Columns {
		l := b.looks.head
		if col.Words == nil {
			l = b.looks.headRight
			formats[i] = plotFormat(col.Values)
			if col.Unit == model.Percent {
				formats[i] = formatFor(col.Unit, col.Values)
			}
		}
		head[i] = textCell(l, b.view.text(col.Title))
	}
	s.add(head...)
	for r := range c.Len() {
		row := make([]any, len(c.Columns))
		for i, col := range c.Columns {
			if col.Words != nil {
				row[i] = s.text(b.view.text(col.Words[r]))
			} else {
				row[i] = s.number(col.Values[r], numberLook{format: formats[i]})
			}
		}
		s.add(row...)
	}
	s.do(func() error {
		corner, err := excelize.CoordinatesToCellName(len(c.Columns), s.row)
		if err != nil {
			return err
		}
		return b.file.AutoFilter(name, "A1:"+corner, nil)
	})
	return s.err
}

// listingJSON is a table of the method in JSON: a row is its cells in the order
// of the columns.
type listingJSON struct {
	Title   string   `json:"title"`
	Columns []string `json:"columns"`
	Rows    [][]any  `json:"rows"`
}

// listingsJSON are the tables of the method's charts.
func (v *view) listingsJSON() []listingJSON {
	var out []listingJSON
	for _, c := range v.listings() {
		l := listingJSON{Title: v.text(c.Title), Rows: make([][]any, c.Len())}
		for _, col := range c.Columns {
			l.Columns = append(l.Columns, v.text(col.Title))
			for i := range l.Rows {
				if col.Words != nil {
					l.Rows[i] = append(l.Rows[i], v.text(col.Words[i]))
				} else {
					l.Rows[i] = append(l.Rows[i], number(col.Values[i]))
				}
			}
		}
		out = append(out, l)
	}
	return out
}
