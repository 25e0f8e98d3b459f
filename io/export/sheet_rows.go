package export

import (
	"fmt"
	"math"
	"strconv"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// rowSheet makes a sheet of rows of columns, a filterable table under a frozen
// header; at says which row of the columns is the k-th of the sheet. The rows
// themselves are written when the workbook is saved.
func (b *book) rowSheet(name, tab string, columns []column, count int, at func(k int) int) error {
	p := page{grid: true, tab: tab, titles: 1,
		panes: &excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}}
	rows := &rowSource{count: count, at: at, tick: b.steps.tick}
	head := make([]any, len(columns))
	for j, c := range columns {
		cells, err := b.cells(c)
		if err != nil {
			return err
		}
		if c.formula != "" {
			if cells, err = b.formulaCells(c, j+1, count); err != nil {
				return err
			}
		}
		rows.columns = append(rows.columns, cells)
		p.widths = append(p.widths, c.width(count, at))
		head[j] = textCell(b.looks.headIndent, c.header) // at the left: the filter's button covers the right
	}
	s := b.open(name, p)
	s.add(head...)
	s.do(func() error { return b.addTable(name, len(columns), count) })
	for j, c := range columns {
		s.do(func() error { return b.shade(name, j+1, count, c) })
	}
	path, err := b.path(name)
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

// addTable makes a filterable table of the header and the rows below.
func (b *book) addTable(sheet string, columns, rows int) error {
	last, err := excelize.CoordinatesToCellName(columns, max(1, rows)+1)
	if err != nil {
		return err
	}
	all := "A1:" + last
	// Ids of digits are text on purpose.
	if err := b.file.AddIgnoredErrors(sheet, all, excelize.IgnoredErrorsNumberStoredAsText); err != nil {
		return err
	}
	if err := b.file.SetSheetDimension(sheet, all); err != nil {
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
		return numberCells(numbers.Values, style), nil
	}
	return dateCells(c.Column.(*model.Dates).Seconds, style), nil
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
		for _, s := range values.Seconds {
			if s != model.NoDate && s%secondsPerDay != 0 {
				return momentFormat
			}
		}
		return dateFormat
	case *model.Numbers:
		if !whole(values.Values) {
			return formatFor(columnUnit(c.unit), values.Values)
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
