package export

import (
	"math"
	"slices"
	"strconv"

	"custseg/model"
)

// What the first page of a workbook of several results shows at most, so that it
// can be read on one sheet of paper.
const mostFrontNotes = 3

// front is the first page of a workbook of several results, an upright page in one
// grid of columns: the colour of a segment and its name, then numbers. A list may
// stand at the right of what the data is.
type front struct {
	*sheet
	page      page
	last      int          // column of the grid, from 1
	side      int          // the first column of what stands beside the facts
	blocks    []int        // the rows where parts begin
	drawn     []func()     // charts, which are drawn when the page is written
	compact   string       // format of sums of money
	thousands model.Phrase // heading of sums of money in that format
}

// The page in digits and pixels: what is written in 11 points is printed in 7.5,
// and that also where a program takes columns a third wider than Excel, as
// LibreOffice does that has no Calibri.
const (
	colorWidth   = 3.0
	firstNumber  = 3 // its column
	widestColumn = 11.0
	frontWide    = 920
	mostWider    = 60   // for columns that would find no room
	frontHigh    = 1530 // of one page
	sideWide     = 360
	partGap      = 8 // points above a part
)

// openFront begins a front for names in columns of numbers, at least so many, of
// which some hold sums of money up to a total. It is wider than the columns ask for
// where the paper is.
func (b *book) openFront(title string, subtitle model.Phrase, names []string, columns int, money float64) *front {
	const usual = 13
	name := frontNameWidth(names)
	room := b.frontRoom(names)
	width := max(b.countWidth(), min(widestColumn, float64(room/max(columns, usual)-columnEdge)/digitPixels))
	widths := append([]float64{colorWidth, name}, slices.Repeat([]float64{width}, max(columns, usual))...)
	f := &front{last: len(widths), page: page{widths: widths, portrait: true, onePage: true}}
	f.compact, f.thousands = frontMoney(money)
	f.side = f.last - columnsOf(widths, sideWide) + 1
	f.sheet = b.open(summarySheet, f.page)
	f.addHigh(28, textCell(b.looks.title, title))
	f.across(widths, b.looks.subtitle, b.view.text(subtitle))
	f.addHigh(partGap)
	return f
}

// columnsOf is the number of columns at the right that are so many pixels wide.
func columnsOf(widths []float64, wide int) int {
	n := 0
	for n < len(widths) && wide > 0 {
		n++
		wide -= pixels(widths[len(widths)-n])
	}
	return n
}

func frontNameWidth(names []string) float64 { return widest(names, 20, 32) + indent }

// frontRoom is the width in pixels that the names of a front leave to numbers.
func (b *book) frontRoom(names []string) int {
	return frontWide - pixels(colorWidth) - pixels(frontNameWidth(names))
}

// frontColumns is the number of columns of counts that a front of names has room
// for.
func (b *book) frontColumns(names []string) int {
	return (b.frontRoom(names) + mostWider) / pixels(b.countWidth())
}

// countWidth is the width in digits that holds the number of all customers in bold.
func (b *book) countWidth() float64 {
	const least, perDigit, comma = 6.0, 1.07, 0.6
	count := len(strconv.Itoa(b.view.source.Len()))
	return max(least, perDigit*float64(count)+comma*float64((count-1)/3))
}

// fact writes a label and what it tells, at the left of the side, and the sheet
// that it leads to.
func (f *front) fact(label model.Phrase, text, sheet string) {
	l := f.book.looks.wrap
	if sheet != "" {
		l = f.book.looks.link
	}
	f.across(f.widths[:f.side-1], l, text, nil, f.label(label))
	if sheet != "" {
		f.link(firstNumber, sheet)
	}
}

// facts writes what the segments of a view were made of.
func (f *front) facts(v *view, leave ...model.Phrase) {
	for _, one := range v.facts() {
		if slices.ContainsFunc(leave, func(p model.Phrase) bool { return p.Key == one.label.Key }) {
			continue
		}
		sheet := ""
		if one.ofRows {
			sheet = qualitySheet
		}
		f.fact(one.label, one.text, sheet)
	}
}

// sheets writes links to sheets, two columns of the grid each.
func (f *front) sheets(names []string) {
	label := f.label(model.P("Sheets"))
	for some := range slices.Chunk(names, (f.side-firstNumber)/2) {
		line := []any{nil, label}
		for _, name := range some {
			line = append(line, textCell(f.book.looks.link, name), nil)
		}
		f.add(line...)
		for i, name := range some {
			f.link(firstNumber+2*i, name)
		}
		label = nil
	}
}

// follows says whether the numbers are formulas.
func (f *front) follows(live bool) {
	text := model.P("as written, not following %s", customersSheet)
	if live {
		text = model.P("formulas that follow %s", customersSheet)
	}
	f.fact(model.P("Numbers below"), f.book.view.text(text), customersSheet)
}

// title writes the heading of a part across the grid.
func (f *front) title(p model.Phrase) {
	f.blocks = append(f.blocks, f.row+1)
	f.heading(p, f.last)
	f.do(func() error { return f.book.file.SetRowHeight(f.name, f.row-1, partGap) })
}

// headGroup is what numbers beside one another have in common, and their titles.
type headGroup struct {
	title  string
	titles []string
}

// sumHead heads sums of money, in thousands or millions where they are large.
func (f *front) sumHead(p model.Phrase) string {
	if f.thousands.Empty() {
		return f.book.view.text(p)
	}
	return f.book.view.text(model.P("%s, %s", p, f.thousands))
}

// headLine writes the head of a table in two rows: of groups of numbers, and of
// the numbers with what comes behind them, up to a column.
func (f *front) headLine(first string, groups []headGroup, rest string, last int) {
	b := f.book
	over, line := []any{textCell(b.looks.head, ""), textCell(b.looks.head, "")}, []any{textCell(b.looks.head, ""), textCell(b.looks.headIndent, first)}
	var above, below []string
	var wide, narrow []float64
	var merged [][2]int
	for _, g := range groups {
		from := len(over) + 1
		over = append(over, textCell(b.looks.headMid, g.title))
		above, wide = append(above, g.title), append(wide, 0)
		for i, t := range g.titles {
			if i > 0 {
				over = append(over, textCell(b.looks.headMid, ""))
			}
			line = append(line, textCell(b.looks.headRight, t))
			below, narrow = append(below, t), append(narrow, f.widths[firstNumber-1]*boldRoom)
			wide[len(wide)-1] += f.widths[firstNumber-1] * boldRoom
		}
		merged = append(merged, [2]int{from, len(over)})
	}
	for len(line) < last {
		line, over = append(line, textCell(b.looks.headIndent, rest)), append(over, textCell(b.looks.head, ""))
		rest = ""
	}
	f.addHigh(heightOf(above, wide)+2, over...)
	for _, m := range merged {
		if m[0] < m[1] {
			f.merge(m[0], m[1])
		}
	}
	f.addHigh(heightOf(below, narrow)+2, line...)
	if from := firstNumber + len(below); from < last {
		f.merge(from, last)
	}
}

// segmentLine writes the line of a segment, of all for one without a place, with
// its advice up to a column.
func (f *front) segmentLine(g SegmentSummary, name any, text string, numbers []any, advice string, last int) {
	const room = 1 // points below the text of a row
	b, all := f.book, g.Index < 0
	line := append([]any{textCell(b.looks.strong, ""), name}, numbers...)
	height := float64(totalHeight)
	if !all {
		line[0] = f.swatch(g)
		height = heightOf([]string{text}, []float64{f.widths[1] - indent}) + room
	}
	at := len(line) + 1
	if at <= last && (advice != "" || all) {
		look := b.looks.advice
		if all {
			look = b.looks.strong
		}
		wide := 0.
		for _, w := range f.widths[at-1 : last] {
			wide += w
		}
		height = max(height, heightOf([]string{advice}, []float64{wide - indent})+room)
		line = append(line, textCell(look, advice))
		for len(line) < last {
			line = append(line, cell{style: look.plain})
		}
	}
	f.addHigh(height, line...)
	if at < last && advice != "" {
		f.merge(at, last)
	}
}

// beside writes lines of a label, a number and a share in the columns from one to
// another, from a row on, and returns the row below them.
func (f *front) beside(row, from, to int, lines ...[]any) int {
	kept := f.row
	f.row = row - 1
	for _, l := range lines {
		label := l[0].(cell)
		line := append(make([]any, from-1), label)
		until := to
		if len(l) > 1 {
			until = to - len(l) + 1
		}
		for len(line) < until {
			line = append(line, cell{style: label.style})
		}
		f.add(append(line, l[1:]...)...)
		f.merge(from, until)
	}
	row = f.row + 1
	f.row = kept
	return row
}

// listTitle is the line of a heading of a list.
func (f *front) listTitle(p model.Phrase) []any {
	return []any{textCell(f.book.looks.heading, f.book.view.text(p))}
}

// frontMoney is the format of sums of money on a front, up to a total: large ones
// in thousands, millions or thousands of millions, which the head of their column says.
func frontMoney(total float64) (string, model.Phrase) {
	total = math.Abs(total)
	for _, f := range []struct {
		below  float64
		format string
		unit   model.Phrase
	}{
		{1e4, moneyFormat, model.Phrase{}}, {1e5, wholeFormat, model.Phrase{}},
		{1e6, "#,##0.0,", model.P("thousands")}, {1e8, "#,##0,", model.P("thousands")},
		{1e9, "#,##0.0,,", model.P("millions")}, {1e11, "#,##0,,", model.P("millions")},
	} {
		if total < f.below {
			return f.format, f.unit
		}
	}
	return "#,##0,,,", model.P("thousands of millions")
}

// height is the height in pixels of rows from one to before another.
func (s *sheet) height(from, to int) int {
	points := 0.
	for row := from; row < to; row++ {
		s.do(func() error {
			h, err := s.book.file.GetRowHeight(s.name, row)
			points += h
			return err
		})
	}
	return int(points * 4 / 3)
}

// finish sets the height of every row, as programs differ in what the usual one
// is, draws the charts, and breaks a page that could not be read on one paper
// before its parts.
func (f *front) finish() {
	for row := 1; row <= f.row; row++ {
		f.do(func() error {
			h, err := f.book.file.GetRowHeight(f.name, row)
			if err != nil {
				return err
			}
			return f.book.file.SetRowHeight(f.name, row, h)
		})
	}
	for _, draw := range f.drawn {
		draw()
	}
	if f.height(1, f.row+1) <= frontHigh {
		return
	}
	f.page.onePage = false
	f.do(func() error { return f.book.setPage(f.name, f.page) })
	top := 1
	for i, row := range f.blocks {
		end := f.row + 1
		if i+1 < len(f.blocks) {
			end = f.blocks[i+1]
		}
		if row > top && f.height(top, end) > frontHigh {
			f.do(func() error { return f.book.file.InsertPageBreak(f.name, "A"+strconv.Itoa(row)) })
			top = row
		}
	}
}
