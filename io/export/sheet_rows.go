package export

import (
	"fmt"
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// rowTable is a sheet of rows of columns.
type rowTable struct {
	name, tab string
	columns   []column
	count     int
	at        func(k int) int // which row of the columns is the k-th of the sheet
	note      *copyNote       // above the header, nil for none
}

// rowSheet makes a sheet of rows of columns without a note; at says which row of
// the columns is the k-th of the sheet.
func (b *book) rowSheet(name, tab string, columns []column, count int, at func(k int) int) error {
	return b.listSheet(rowTable{name: name, tab: tab, columns: columns, count: count, at: at})
}

// listSheet makes a sheet of rows, a filterable table under a frozen header. The
// rows themselves are written when the workbook is saved.
func (b *book) listSheet(l rowTable) error {
	top := 1 // the row of the header
	if l.note != nil {
		top = 2
	}
	p := page{grid: true, tab: l.tab, titles: top, rows: true,
		panes: &excelize.Panes{Freeze: true, XSplit: 1, YSplit: top, TopLeftCell: "B" + strconv.Itoa(top+1), ActivePane: "bottomRight"}}
	rows := &rowSource{first: top + 1, count: l.count, at: l.at, tick: b.steps.tick}
	head := make([]any, len(l.columns))
	for j, c := range l.columns {
		cells, err := b.cells(c)
		if err != nil {
			return err
		}
		if c.formula != "" {
			if cells, err = b.formulaCells(c, j+1, l.count); err != nil {
				return err
			}
		}
		rows.columns = append(rows.columns, cells)
		p.widths = append(p.widths, c.width(l.count, l.at))
		head[j] = textCell(b.looks.headIndent, c.header) // at the left: the filter's button covers the right
	}
	s := b.open(l.name, p)
	if l.note != nil {
		s.copyNote(*l.note)
	}
	s.add(head...)
	s.do(func() error { return b.addTable(l.name, len(l.columns), top, l.count) })
	for j, c := range l.columns {
		s.do(func() error { return b.shade(l.name, j+1, top+1, l.count, c) })
	}
	path, err := b.path(l.name)
	if err != nil {
		return err
	}
	b.rowsOf[path] = rows
	return s.err
}

// path is the name of a sheet in the archive of the workbook.
func (b *book) path(sheet string) (string, error) {
	for id, name := range b.file.GetSheetMap() {
		if name == sheet {
			return fmt.Sprintf("xl/worksheets/sheet%d.xml", id), nil
		}
	}
	return "", excelize.ErrSheetNotExist{SheetName: sheet}
}

// addTable makes a filterable table of the header in a row and the rows below.
func (b *book) addTable(sheet string, columns, top, rows int) error {
	last, err := excelize.CoordinatesToCellName(columns, top+max(1, rows))
	if err != nil {
		return err
	}
	all := "A" + strconv.Itoa(top) + ":" + last
	// Ids of digits are text on purpose.
	if err := b.file.AddIgnoredErrors(sheet, all, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(sheet, "A1:"+last); err != nil {
		return err
	}
	b.tables++
	return b.file.AddTable(sheet, &excelize.Table{Range: all, Name: "RowTable" + strconv.Itoa(b.tables), StyleName: "TableStyleLight1"})
}

// cells returns what writes the cells of a column.
func (b *book) cells(c column) (cellWriter, error) {
	if c.hidden {
		return maskedCells(c, b.looks.data), nil
	}
	if texts, ok := c.Column.(*model.Texts); ok {
		if c.role == segmentColumn {
			looks := b.segmentLooks // of now: the rows are written when another method may be at work
			return wordCells(texts, func(g int) look { return looks[g] }), nil
		}
		return textCells(texts, b.looks.data), nil
	}
	style, err := b.number(numberLook{format: c.format()})
	if err != nil {
		return nil, err
	}
	if numbers, ok := c.Column.(*model.Numbers); ok {
		return numberCells(numbers.Values(), style), nil
	}
	return dateCells(c.Column.(*model.Dates).Seconds(), style), nil
}

// formulaCells returns what writes the cells of a column of words with a formula.
func (b *book) formulaCells(c column, at, count int) (cellWriter, error) {
	letters, err := excelize.ColumnNumberToName(at)
	return sharedCells(c.Column.(*model.Texts), b.looks.data, c.formula, at, count, letters), err
}

// width measures a column by its header and its first values.
func (c column) width(count int, at func(k int) int) float64 {
	const looked, longestNumber = 200, 12
	texts := []string{c.header + "  "} // room for the filter's button
	for k := range min(looked, count) {
		text := c.plain(at(k))
		if c.Kind() == model.Number {
			text = cut(text, longestNumber)
		}
		texts = append(texts, text)
	}
	return widest(texts, 9, 40)
}

// format chooses a number format by what the column holds.
func (c column) format() string {
	switch values := c.Column.(type) {
	case *model.Dates:
		for _, s := range values.Seconds() {
			if s != model.NoDate && s%secondsPerDay != 0 {
				return momentFormat
			}
		}
		return dateFormat
	case *model.Numbers:
		if !whole(values.Values()) {
			return formatFor(columnUnit(c.unit), values.Values())
		}
		if c.role == measureColumn {
			return wholeFormat
		}
		return codeFormat
	}
	return textFormat
}

// columnUnit is the unit a column is written in: single values of days and
// orders are whole, and those that are not show all their digits.
func columnUnit(u model.Unit) model.Unit {
	if u == model.Days || u == model.OrderCount {
		return model.Plain
	}
	return u
}

func whole(values []float64) bool {
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) && v != math.Trunc(v) {
			return false
		}
	}
	return true
}
