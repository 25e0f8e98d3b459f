package export

import (
	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// drawnBins is the number of bins of a histogram.
const drawnBins = 14

// histogram draws how a value is distributed, in a shade of its own between any
// two cuts.
func (s *sheet) histogram(c *model.Histogram) {
	v := s.book.view
	bins := v.bins(c, drawnBins)
	if len(bins) == 0 {
		return
	}
	s.headRow(c.Title, model.P("From"), model.P("Customers"), model.P("Cuts"))
	head := s.row
	colors := make([]string, len(bins))
	for i, b := range bins {
		row := []any{nil, s.text(b.label), s.text(v.binStart(b.from, c.Unit)), s.number(float64(b.count), numberLook{format: wholeFormat})}
		if len(b.cuts) > 0 {
			row = append(row, s.text(v.cutWords(c, b)))
		}
		s.add(row...)
		colors[i] = bandColor(b.from, c.Cuts)
	}
	narrow := uint(8)
	p := plot{kind: excelize.Col, gap: &narrow, title: v.text(c.Title), xTitle: v.axisTitle(c.Title, c.Unit), width: 560, height: 340, format: wholeFormat, colors: colors,
		series: []excelize.ChartSeries{{Name: s.cells(4, head, head), Categories: s.cells(3, head+1, s.row), Values: s.cells(4, head+1, s.row), Fill: solid(colors[0])}}}
	s.draw(p, 7, head)
	s.reserve(head, p.height)
}

// axisTitle names the axis below a histogram, whose numbers begin the bins.
func (v *view) axisTitle(title model.Phrase, u model.Unit) string {
	if u == model.Days {
		return v.text(model.P("%s, days, from", title))
	}
	return v.text(model.P("%s, from", title))
}

// binStart writes where a bin begins, short enough for an axis.
func (v *view) binStart(x float64, u model.Unit) string {
	if u == model.Percent {
		return v.text(model.FigureIn(x, u))
	}
	return v.text(model.Figure(x))
}

// bandColor is the shade of the values between two cuts: the darker the higher.
func bandColor(x float64, cuts []float64) string {
	const lightest = 0.65 // the part of white in the lowest band
	if len(cuts) == 0 {
		return segmentColors[0]
	}
	above := 0
	for _, c := range cuts {
		if x >= c {
			above++
		}
	}
	return mixed(segmentColors[0], "FFFFFF", lightest*(1-float64(above)/float64(len(cuts))))
}
