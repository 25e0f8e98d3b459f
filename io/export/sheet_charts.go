package export

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"custseg/model"
)

// What a sheet of charts shows at most, so that it can be read and printed.
const (
	mostBars     = 200 // of a table, of which a chart draws drawnBars
	drawnBars    = 30
	mostTreeRows = 400
	mostGridRows = 60
	mostGridCols = 40
)

// usualWidth is that of a column in digits, and headRoom what the head of a table
// has above and below its text, in points.
const (
	usualWidth = 9.
	headRoom   = 2
)

// rowPixels is the height of a usual row on the screen.
const rowPixels = 20

// chartWidths are the widths of the columns of the sheet in digits: colour,
// label, and numbers.
func chartWidths() []float64 { return append([]float64{3, 40}, slices.Repeat([]float64{12}, 10)...) }

// plots lists the charts of the method that a workbook draws: all but listings,
// which have sheets of their own. What shows the values of single customers is left
// out where a mask hides what the method read.
func (v *view) plots() []model.Chart {
	var out []model.Chart
	for _, c := range v.result.Charts {
		switch c := c.(type) {
		case *model.Bars, *model.Series, *model.Grid, *model.Tree, *model.Dendrogram:
			out = append(out, c)
		case *model.Scatter, *model.Curve, *model.Histogram:
			if v.mask == nil || !v.readsPersons {
				out = append(out, c)
			}
		}
	}
	return out
}

// hasDots reports whether a chart needs the sheet of what is drawn as points.
func hasDots(plots []model.Chart) bool {
	return slices.ContainsFunc(plots, func(c model.Chart) bool {
		switch c.(type) {
		case *model.Scatter, *model.Curve:
			return true
		}
		return false
	})
}

// chartsSheet writes the charts of the method below each other, every one with
// its numbers.
func (b *book) chartsSheet(plots []model.Chart) error {
	if len(plots) == 0 {
		return nil
	}
	s := b.open(b.tab(chartsSheet), page{widths: chartWidths()})
	s.addHigh(28, textCell(b.looks.title, b.view.text(model.P("Charts: %s", b.view.method.Name))))
	var dots *dotColumns
	if hasDots(plots) {
		dots = &dotColumns{sheet: b.open(b.tab(dotsSheet), page{})}
	}
	for _, c := range plots {
		s.heading(c.Heading(), len(chartWidths()))
		switch c := c.(type) {
		case *model.Bars:
			s.bars(c)
		case *model.Series:
			s.series(c)
		case *model.Grid:
			s.grid(c)
		case *model.Tree:
			s.tree(c)
		case *model.Dendrogram:
			s.dendrogram(c)
		case *model.Scatter:
			s.scatter(c, dots)
		case *model.Curve:
			s.curve(c, dots)
		case *model.Histogram:
			s.histogram(c)
		}
	}
	if s.err == nil && dots != nil {
		s.err = dots.sheet.err
	}
	return s.err
}

// reserve keeps rows free below a chart that began at a row.
func (s *sheet) reserve(row, height int) {
	s.row = max(s.row, row+(height+rowPixels-1)/rowPixels)
}

// headRow writes the head of a table of numbers behind a column of labels.
func (s *sheet) headRow(titles ...model.Phrase) {
	cells, texts, room := []any{nil}, []string{}, []float64{}
	for i, t := range titles {
		l := s.book.looks.headRight
		if i == 0 {
			l = s.book.looks.head
		}
		text, width := s.book.view.text(t), usualWidth
		if i+1 < len(s.widths) {
			width = s.widths[i+1]
		}
		cells, texts, room = append(cells, textCell(l, text)), append(texts, text), append(room, width*boldRoom)
	}
	s.addHigh(heightOf(texts, room)+headRoom, cells...)
}

// bars writes amounts by name and draws the first of them. Bars of which each
// is one segment have its colour.
func (s *sheet) bars(c *model.Bars) {
	counts, owners := s.book.view.behind(c)
	format := formatFor(c.Unit, c.Values)
	if wholeNumbers(c.Values) && c.Unit != model.Percent {
		format = wholeFormat
	}
	titles := s.book.view.barTitles(c)
	if counts == nil {
		titles = titles[:2]
	}
	s.headRow(titles...)
	n := min(len(c.Labels), mostBars)
	chart := barChart{sheet: s.name, title: s.book.view.text(c.Title), from: s.row + 1, to: s.row + min(n, drawnBars),
		column: 3, format: format,
		frame: frame{row: s.row, left: 5, width: 560, height: min(90+26*min(n, drawnBars), 600)}}
	for i := range n {
		row := []any{nil, s.text(s.book.view.text(c.Labels[i])), s.number(c.Values[i], numberLook{format: format})}
		color := segmentColors[0]
		if owners != nil && owners[i] >= 0 {
			g := s.book.view.result.Segments[owners[i]]
			color = segmentColor(owners[i], g.Unclassified)
		}
		if counts != nil {
			row = append(row, s.number(float64(counts[i]), numberLook{format: wholeFormat}))
		}
		s.add(row...)
		if i < drawnBars {
			chart.colors = append(chart.colors, color)
		}
	}
	s.cutOff(n, len(c.Labels))
	if n > 0 {
		s.do(func() error { return s.book.addBars(chart) })
		s.book.keepOwn(func(on *sheet, at frame) {
			chart.on = on.name
			on.do(func() error { return on.book.addBars(chart.in(at)) })
		})
		s.reserve(chart.row, chart.height)
	}
}

// cutOff says how many rows a table leaves out.
func (s *sheet) cutOff(shown, all int) {
	if shown < all {
		s.add(nil, s.label(model.P("and %d more", all-shown)))
	}
}

// barTitles are the heads of a table of bars: of the names, of the amounts, and of
// the customers behind.
func (v *view) barTitles(c *model.Bars) []model.Phrase {
	out := []model.Phrase{model.P("Name"), model.P("Amount"), model.P("Customers")}
	for i, title := range []model.Phrase{c.NameTitle, c.ValueTitle, c.CountTitle} {
		if !title.Empty() {
			out[i] = model.Raw(capitalised(v.text(title)))
		}
	}
	return out
}

// capitalised begins a text with a capital letter.
func capitalised(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// behind counts the customers of each bar and finds the segment that all of a
// bar's are in, -1 for none; nil when bars are not of customers, and when they
// are not segments.
func (v *view) behind(c *model.Bars) (counts, owners []int) {
	if c.Behind != nil {
		for _, customers := range c.Behind {
			counts = append(counts, len(customers))
		}
		return counts, nil
	}
	if c.Of == nil {
		return nil, nil
	}
	counts, owners = make([]int, len(c.Labels)), slices.Repeat([]int{-1}, len(c.Labels))
	for i, k := range c.Of {
		if k < 0 {
			continue
		}
		counts[k]++
		switch s := int(v.result.Of[i]); {
		case owners == nil:
		case owners[k] >= 0 && owners[k] != s, s < 0:
			owners = nil
		default:
			owners[k] = s
		}
	}
	return counts, owners
}

// wholeNumbers reports whether every value that is there is whole.
func wholeNumbers(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return !math.IsNaN(v) && v != math.Trunc(v) })
}
