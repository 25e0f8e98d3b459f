package export

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// sheet is one sheet being written from the top. After an error it does nothing
// more.
type sheet struct {
	book *book
	name string
	row  int // the last one written, counted from 1

	widths []float64 // of its columns, in digits
	err    error
}

// open begins a sheet that was added before.
func (b *book) open(name string, p page) *sheet {
	s := &sheet{book: b, name: name, widths: p.widths}
	s.do(func() error { return b.setPage(name, p) })
	for i, w := range p.widths {
		s.do(func() error {
			column, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				return err
			}
			return b.file.SetColWidth(name, column, column, w)
		})
	}
	if p.panes != nil {
		s.do(func() error { return b.file.SetPanes(name, p.panes) })
	}
	return s
}

// do runs a step unless one before it failed or the book is no longer wanted.
func (s *sheet) do(step func() error) {
	if s.err == nil {
		s.err = s.book.ctx.Err()
	}
	if s.err == nil {
		s.err = step()
	}
}

// add writes the next row.
func (s *sheet) add(cells ...any) { s.addHigh(0, cells...) }

// addHigh writes the next row with a height in points, 0 for the usual one. A
// cell that is nil stays empty.
func (s *sheet) addHigh(height float64, cells ...any) {
	s.row++
	for i, c := range cells {
		if c, ok := c.(cell); ok {
			s.do(func() error { return s.set(i+1, c) })
		}
	}
	if height > 0 {
		s.do(func() error { return s.book.file.SetRowHeight(s.name, s.row, min(height, excelize.MaxRowHeight)) })
	}
}

// set fills a cell of the current row.
func (s *sheet) set(column int, c cell) error {
	at, err := excelize.CoordinatesToCellName(column, s.row)
	if err != nil {
		return err
	}
	if _, text := c.value.(string); c.value != nil && !(text && c.formula != "") {
		if err := s.book.file.SetCellValue(s.name, at, c.value); err != nil {
			return err
		}
	}
	if c.formula != "" {
		if err := s.book.setFormula(s.name, at, c); err != nil {
			return err
		}
	}
	return s.book.file.SetCellStyle(s.name, at, at, c.style)
}

// skip leaves rows empty.
func (s *sheet) skip(rows int) { s.row += rows }

// heading writes the title of a part of the sheet, across columns.
func (s *sheet) heading(p model.Phrase, columns int) {
	s.skip(1)
	cells := make([]any, columns)
	cells[0] = textCell(s.book.looks.heading, s.book.view.text(p))
	for i := range columns - 1 {
		cells[i+1] = cell{style: s.book.looks.heading.plain}
	}
	s.addHigh(20, cells...)
}

// head writes the head of a table.
func (s *sheet) head(titles ...model.Phrase) {
	cells := make([]any, len(titles))
	for i, t := range titles {
		cells[i] = textCell(s.book.looks.head, s.book.view.text(t))
	}
	s.add(cells...)
}

// across writes a row whose last text takes all columns from its own on, of
// the widths given for all.
func (s *sheet) across(widths []float64, l look, text string, before ...any) {
	room := 0.0
	for _, w := range widths[len(before):] {
		room += w
	}
	s.addHigh(heightOf([]string{text}, []float64{room}), append(before, textCell(l, text))...)
	s.merge(len(before)+1, len(widths))
}

// merge makes one cell of those of the current row in columns first to last.
func (s *sheet) merge(first, last int) {
	s.do(func() error {
		from, err := excelize.CoordinatesToCellName(first, s.row)
		if err != nil {
			return err
		}
		to, err := excelize.CoordinatesToCellName(last, s.row)
		if err != nil {
			return err
		}
		return s.book.file.MergeCell(s.name, from, to)
	})
}

// label makes the cell of a label.
func (s *sheet) label(p model.Phrase) any { return textCell(s.book.looks.label, s.book.view.text(p)) }

// text makes a cell of one line of text.
func (s *sheet) text(t string) any { return textCell(s.book.looks.text, t) }

// wrap makes a cell of text that may take several lines.
func (s *sheet) wrap(t string) any { return textCell(s.book.looks.wrap, t) }

// number makes the cell of a number, empty for one that is missing.
func (s *sheet) number(v float64, l numberLook) any {
	id := 0
	s.do(func() (err error) {
		id, err = s.book.number(l)
		return err
	})
	switch {
	case math.IsNaN(v):
		return cell{style: id}
	case math.IsInf(v, 0):
		return cell{style: id, value: infinite(v)}
	}
	return cell{style: id, value: v}
}

// computed makes the cell of a number with the formula that comes to it, empty
// for none. An infinite number is text, and has none.
func (s *sheet) computed(formula string, v float64, l numberLook) any {
	c := s.number(v, l).(cell)
	if !math.IsInf(v, 0) {
		c.formula = formula
	}
	return c
}

// said makes the cell of a text with the formula that comes to it, empty for none.
func said(l look, formula, text string) any {
	c := textCell(l, text)
	c.formula = formula
	return c
}

// date makes the cell of a day beside a label.
func (s *sheet) date(d model.Day) any {
	serial, ok := serialDate(d.Seconds())
	if !ok {
		return s.text(d.String())
	}
	return s.number(serial, numberLook{format: dateFormat, left: true})
}

// count makes the cell of a count, at the left as the words around it.
func (s *sheet) count(n int) any {
	return s.number(float64(n), numberLook{format: wholeFormat, left: true})
}

// swatch makes a cell of a segment's colour.
func (s *sheet) swatch(g SegmentSummary) any {
	id := 0
	s.do(func() (err error) {
		id, err = s.book.fillOf(segmentColor(g.Index, g.Unclassified))
		return err
	})
	return cell{style: id}
}

// link makes a cell of the current row lead to another sheet.
func (s *sheet) link(column int, sheet string) {
	s.do(func() error {
		cell, err := excelize.CoordinatesToCellName(column, s.row)
		if err != nil {
			return err
		}
		return s.book.file.SetCellHyperLink(s.name, cell, quoteSheet(sheet)+"!A1", "Location")
	})
}

// Heights in points: of a line of text, and of a row of totals below a line.
const (
	lineHeight  = 15
	totalHeight = 23
)

// heightOf returns the height of a row that wraps texts in columns of given
// widths.
func heightOf(texts []string, widths []float64) float64 {
	lines := 1
	for i, t := range texts {
		n := 0
		for line := range strings.SplitSeq(t, "\n") {
			n += linesOf(line, widths[i])
		}
		lines = max(lines, n)
	}
	return float64(lines) * lineHeight
}

// linesOf is the number of lines that a text takes in a column of a width.
func linesOf(line string, width float64) int {
	const letters = 0.85 // of the width of digits is that of letters
	w := float64(displayWidth(line))
	if narrow := displayWidth(line) == utf8.RuneCountInString(line); narrow && w*letters <= width {
		return 1
	}
	return max(1, int(math.Ceil(w/width)))
}

// longestWord is the width of the longest word of a title, which no column should
// be narrower than.
func longestWord(title string) float64 {
	w := 0
	for _, word := range strings.Fields(title) {
		w = max(w, displayWidth(word))
	}
	return float64(w + 1)
}

// widest returns the width that shows the texts, within bounds.
func widest(texts []string, least, most float64) float64 {
	w := least
	for _, t := range texts {
		w = max(w, float64(displayWidth(t))+2)
	}
	return min(w, most)
}

// formatFor returns the number format of averages, and of values that are not
// whole, in a unit: with the digits that tell the values apart.
func formatFor(u model.Unit, values []float64) string {
	largest := 0.0
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			largest = max(largest, math.Abs(v))
		}
	}
	switch {
	case u == model.Percent:
		return shareFormat
	case u == model.Money || largest >= 1000:
		return moneyFormat
	case u == model.Days || u == model.OrderCount:
		return "#,##0.0"
	case largest >= 10:
		return decimalFormat
	}
	return smallFormat
}
