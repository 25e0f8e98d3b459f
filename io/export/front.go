package export

import (
	"math"
	"slices"
	"strconv"

	"custseg/model"
)

// What the first page of a workbook of several results shows at most, so that it
// can be read on one sheet of paper.
const (
	mostFrontSegments = 24
	mostFrontColumns  = 20
	mostFrontNotes    = 5
)

// front is the first page of a workbook of several results: segments and
// cross-tabs in one grid of columns, and charts in a strip beside it.
type front struct {
	*sheet
	last  int      // column of the grid, from 1
	strip int      // first column of the strip
	drawn []func() // charts, which are drawn when the page is written
	wide  int      // of the charts, pixels
}

// The columns of a front: the colour of a segment and its name, then numbers, a
// gap, and the strip.
const (
	colorWidth  = 3.0
	numberWidth = 11.5
	gapWidth    = 2.0
	firstNumber = 3 // its column
)

// stripWidths are the columns of the strip: a label, a number and a share.
func stripWidths() []float64 { return []float64{34, 11.5, 9.5} }

// openFront begins a front for names in columns of numbers, of which the widest
// is given in digits. One too long for a page prints as wide as one.
func (b *book) openFront(title string, subtitle model.Phrase, names []string, numbers int, widestNumber float64, onePage bool) *front {
	widths := []float64{colorWidth, widest(names, 26, 60) + indent}
	widths = append(widths, slices.Repeat([]float64{max(numberWidth, widestNumber)}, numbers)...)
	f := &front{last: len(widths), strip: len(widths) + 2}
	widths = slices.Concat(widths, []float64{gapWidth}, stripWidths())
	f.sheet = b.open(summarySheet, page{widths: widths, onePage: onePage})
	f.addHigh(28, textCell(b.looks.title, title))
	f.across(widths[:f.last], b.looks.subtitle, b.view.text(subtitle))
	f.skip(1)
	return f
}

// fact writes a label and what it tells, across the grid, and the sheet that it
// leads to.
func (f *front) fact(label model.Phrase, text, sheet string) {
	l := f.book.looks.wrap
	if sheet != "" {
		l = f.book.looks.link
	}
	f.across(f.widths[:f.last], l, text, nil, f.label(label))
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
	line := []any{nil, f.label(model.P("Sheets"))}
	for _, name := range names {
		if len(line)+2 > f.last {
			break
		}
		line = append(line, textCell(f.book.looks.link, name), nil)
	}
	f.add(line...)
	for i := firstNumber; i < len(line); i += 2 {
		f.link(i, names[(i-firstNumber)/2])
	}
}

// follows says whether the numbers are formulas.
func (f *front) follows(live bool) {
	text := model.P("as they were written: they do not follow a segment that is changed on the sheet %s", customersSheet)
	if live {
		text = model.P("formulas over the sheet %s: they follow a segment that is changed there", customersSheet)
	}
	f.fact(model.P("Numbers below"), f.book.view.text(text), customersSheet)
}

// title writes the heading of a part across the grid.
func (f *front) title(p model.Phrase) { f.heading(p, f.last) }

// headLine writes the head of a table whose numbers have titles, and what comes
// behind them across the rest of the grid.
func (f *front) headLine(first string, titles []string, rest string) {
	b := f.book
	const bold = 0.85 // of the characters that a column holds otherwise
	line := []any{textCell(b.looks.head, ""), textCell(b.looks.headIndent, first)}
	for _, t := range titles {
		line = append(line, textCell(b.looks.headRight, t))
	}
	height := heightOf(titles, slices.Repeat([]float64{f.widths[firstNumber-1] * bold}, len(titles)))
	if rest != "" {
		line = append(line, textCell(b.looks.headIndent, rest))
		for len(line) < f.last {
			line = append(line, textCell(b.looks.head, ""))
		}
	}
	f.addHigh(max(2*lineHeight, height)+2, line...)
	if from := firstNumber + len(titles); rest != "" && from < f.last {
		f.merge(from, f.last)
	}
}

// segmentLine writes the line of a segment, of all for one without a place, with
// its advice across the rest of the grid.
func (f *front) segmentLine(g SegmentSummary, name any, text string, numbers []any, advice string) {
	const room = 4 // points below the text of a row
	b, all := f.book, g.Index < 0
	line := append([]any{textCell(b.looks.strong, ""), name}, numbers...)
	height := float64(totalHeight)
	if !all {
		line[0] = f.swatch(g)
		height = heightOf([]string{text}, []float64{f.widths[1] - indent}) + room
	}
	at := len(line) + 1
	if at <= f.last && (advice != "" || all) {
		look := b.looks.advice
		if all {
			look = b.looks.strong
		}
		wide := 0.
		for _, w := range f.widths[at-1 : f.last] {
			wide += w
		}
		height = max(height, heightOf([]string{advice}, []float64{wide - indent})+room)
		line = append(line, textCell(look, advice))
		for len(line) < f.last {
			line = append(line, cell{style: look.plain})
		}
	}
	f.addHigh(height, line...)
	if at < f.last && advice != "" {
		f.merge(at, f.last)
	}
}

// beside writes lines in the strip from a row on and returns the row below them.
func (f *front) beside(row int, lines ...[]any) int {
	kept := f.row
	f.row = row - 1
	for _, l := range lines {
		f.add(append(make([]any, f.strip-1), l...)...)
	}
	row = f.row + 1
	f.row = kept
	return row
}

// stripTitle is the line of a heading in the strip.
func (f *front) stripTitle(p model.Phrase) []any {
	l := f.book.looks.heading
	return []any{textCell(l, f.book.view.text(p)), cell{style: l.plain}, cell{style: l.plain}}
}

// money is the format of sums of money on a front: large ones without the small
// change.
func frontMoney(total float64) string {
	if math.Abs(total) >= 10000 {
		return wholeFormat
	}
	return moneyFormat
}

// moneyWidth is the width in digits of a sum.
func moneyWidth(total float64) float64 {
	if math.IsNaN(total) || math.IsInf(total, 0) {
		return 0
	}
	n := len(strconv.FormatFloat(math.Abs(total), 'f', 0, 64))
	return float64(n+n/3) + 2.5
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

// rowBelow finds the row so many pixels below another.
func (s *sheet) rowBelow(row, pixels int) int {
	for s.err == nil && pixels > 0 {
		pixels -= s.height(row, row+1)
		row++
	}
	return row
}

// finish sets the height of every row, as programs differ in what the usual one
// is, widens the strip to the shape of the paper, and draws the charts.
func (f *front) finish() {
	const paper, most = 1.35, 420 // width by height of what is printed; pixels
	for row := 1; row <= f.row; row++ {
		f.do(func() error {
			h, err := f.book.file.GetRowHeight(f.name, row)
			if err != nil {
				return err
			}
			return f.book.file.SetRowHeight(f.name, row, h)
		})
	}
	page := 0
	for _, w := range f.widths {
		page += pixels(w)
	}
	for _, w := range stripWidths() {
		f.wide += pixels(w)
	}
	f.wide += min(most, max(0, int(float64(f.height(1, f.row+1))*paper)-page))
	for _, draw := range f.drawn {
		draw()
	}
}
