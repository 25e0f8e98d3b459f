package export

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// Points of a curve: of those drawn, and of those in the table beside it.
const (
	drawnPoints = 200
	toldPoints  = 10
)

// curve draws a line through points, such as a Pareto curve, with the places that
// are marked on it and the line of equality.
func (s *sheet) curve(c *model.Curve, dots *dotColumns) {
	if len(c.X) == 0 {
		return
	}
	v := s.book.view
	xFormat, yFormat := curveFormat(c.XUnit, c.X), curveFormat(c.YUnit, c.Y)
	s.headRow(model.Raw(capitalised(v.text(c.XTitle))), model.Raw(capitalised(v.text(c.YTitle))))
	top := s.row
	for _, i := range spread(len(c.X), toldPoints+1) {
		s.add(nil, s.number(c.X[i], numberLook{format: xFormat, left: true}), s.number(c.Y[i], numberLook{format: yFormat}))
	}
	for _, m := range c.Marks {
		s.add(nil, s.label(m.Label), s.number(m.X, numberLook{format: xFormat}), s.number(m.Y, numberLook{format: yFormat}))
	}
	p := plot{kind: excelize.Scatter, title: v.text(c.Title), xTitle: v.text(c.XTitle), yTitle: v.text(c.YTitle), width: 560, height: 360, format: yFormat, xFormat: xFormat,
		xMost: curveEnd(c.XUnit, c.X), yMost: curveEnd(c.YUnit, c.Y), plain: true}
	var points [][2]float64
	for _, i := range spread(len(c.X), drawnPoints) {
		points = append(points, [2]float64{c.X[i], c.Y[i]})
	}
	p.series = append(p.series, dots.line(v.text(c.Title), points, segmentColors[0], excelize.LineDashSolid))
	if c.Diagonal {
		p.series = append(p.series, dots.line(v.text(model.P("equal shares")), [][2]float64{points[0], points[len(points)-1]}, greyColor, excelize.LineDashDash))
	}
	for _, m := range c.Marks {
		name, x, y := dots.put(v.text(m.Label), [][2]float64{{m.X, m.Y}})
		ink := solid(inkColor)
		p.series = append(p.series, excelize.ChartSeries{Name: name, Categories: x, Values: y, Fill: ink,
			Line: excelize.LineOptions{Type: excelize.LineNone}, Marker: excelize.ChartMarker{Symbol: "diamond", Size: 8, Fill: ink}})
	}
	s.draw(p, 5, top)
	s.reserve(top, p.height)
}

// line puts points below each other and returns the series that joins them.
func (d *dotColumns) line(title string, points [][2]float64, color string, dash excelize.LineDashType) excelize.ChartSeries {
	name, x, y := d.put(title, points)
	return excelize.ChartSeries{Name: name, Categories: x, Values: y, Fill: solid(color),
		Line: excelize.LineOptions{Type: excelize.LineSolid, Width: 2, Fill: solid(color), Dash: dash}, Marker: excelize.ChartMarker{Symbol: "none"}}
}

// spread returns at most so many places of n, the first and the last among them.
func spread(n, most int) []int {
	var out []int
	for k := range most {
		out = append(out, (n-1)*k/(most-1))
	}
	return slices.Compact(out)
}

// curveEnd is where an axis of shares ends, 0 for where the numbers do.
func curveEnd(u model.Unit, values []float64) float64 {
	if u == model.Percent && largestOf(values) <= 1 {
		return 1
	}
	return 0
}

// curveFormat is the number format along an axis of a curve.
func curveFormat(u model.Unit, values []float64) string {
	if u == model.Percent {
		return "0%"
	}
	return plotFormat(values)
}
