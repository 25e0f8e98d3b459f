package export

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// plot is a native chart of lines, columns or dots.
type plot struct {
	kind           excelize.ChartType
	title          string
	xTitle, yTitle string
	series         []excelize.ChartSeries
	width, height  int // pixels
	format         string
}

// draw puts a chart on the sheet with its left upper corner in a cell, the
// column counted from 1.
func (s *sheet) draw(p plot, column, row int) {
	s.do(func() error {
		corner, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			return err
		}
		axis := func(title, format string) excelize.ChartAxis {
			a := excelize.ChartAxis{Font: *font(10, inkColor, false), TickLabelPosition: excelize.ChartTickLabelLow, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}}
			if title != "" {
				a.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: font(10, greyColor, false)}}}
			}
			return a
		}
		y := axis(p.yTitle, p.format)
		y.MajorGridLines = true
		err = s.book.file.AddChart(s.name, corner, &excelize.Chart{
			Type: p.kind, Series: p.series, Title: chartTitle(p.title), Legend: excelize.ChartLegend{Position: "bottom"},
			Dimension: excelize.ChartDimension{Width: uint(p.width), Height: uint(p.height)},
			Format:    excelize.GraphicOptions{AltText: p.title},
			XAxis:     axis(p.xTitle, generalFormat), YAxis: y,
			ShowBlanksAs: "gap", Border: excelize.LineOptions{Type: excelize.LineNone},
		})
		if err == nil {
			s.book.charts++
		}
		return err
	})
}

// cells writes the reference of rows from to to of a column counted from 1.
func (s *sheet) cells(column, from, to int) string {
	var out string
	s.do(func() error {
		a, err := excelize.CoordinatesToCellName(column, from, true)
		if err != nil {
			return err
		}
		z, err := excelize.CoordinatesToCellName(column, to, true)
		out = quoteSheet(s.name) + "!" + a
		if from != to {
			out += ":" + z
		}
		return err
	})
	return out
}

// series writes the numbers of a series and draws them: as columns, as lines on
// one scale, or each line in a chart of its own, as they may be of different
// units.
func (s *sheet) series(c *model.Series) {
	titles := []model.Phrase{c.XTitle}
	var all []float64
	for _, l := range c.Lines {
		titles, all = append(titles, l.Name), append(all, l.Y...)
	}
	s.headRow(titles...)
	head := s.row
	for i, x := range c.X {
		look := numberLook{format: generalFormat, left: true}
		row := []any{nil, s.number(x, look)}
		for _, l := range c.Lines {
			row = append(row, s.number(l.Y[i], numberLook{format: plotFormat(l.Y)}))
		}
		s.add(row...)
	}
	if len(c.X) == 0 || len(c.Lines) == 0 {
		return
	}
	v := s.book.view
	p := plot{kind: excelize.Scatter, title: v.text(c.Title), xTitle: v.text(c.XTitle), width: 560, height: 320, format: plotFormat(all)}
	if c.Bars {
		p.kind = excelize.Col
	}
	for i := range c.Lines {
		color := solid(segmentColors[i%len(segmentColors)])
		one := excelize.ChartSeries{Name: s.cells(3+i, head, head), Categories: s.cells(2, head+1, s.row), Values: s.cells(3+i, head+1, s.row), Fill: color}
		if !c.Bars {
			one.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2, Fill: color}
			one.Marker = excelize.ChartMarker{Symbol: "circle", Size: 5, Fill: color}
		}
		p.series = append(p.series, one)
	}
	column := len(c.Lines) + 4
	if c.Bars || c.OneScale {
		s.draw(p, column, head)
		s.reserve(head, p.height)
		return
	}
	at := head
	for i, one := range p.series {
		of := p
		of.series, of.yTitle, of.height, of.format = []excelize.ChartSeries{one}, v.text(c.Lines[i].Name), 240, plotFormat(c.Lines[i].Y)
		s.draw(of, column, at)
		s.reserve(at, of.height)
		at += of.height/rowPixels + 1
	}
}

// plotFormat is the number format of values whose unit is not known.
func plotFormat(values []float64) string {
	if wholeNumbers(values) {
		return wholeFormat
	}
	return formatFor(model.Plain, values)
}

// grid writes a two-way table on a scale of colours: of the means of a value,
// and of the customers.
func (s *sheet) grid(c *model.Grid) {
	if means := c.Means(); means != nil {
		var all []float64
		for _, r := range means {
			all = append(all, r...)
		}
		s.matrix(c, model.P("mean of %s", c.ValueTitle), means, formatFor(c.ValueUnit, all))
		s.skip(1)
	}
	counts := make([][]float64, len(c.Rows))
	for i, r := range c.Counts() {
		for _, n := range r {
			counts[i] = append(counts[i], float64(n))
		}
	}
	s.matrix(c, model.P("customers"), counts, wholeFormat)
}

// matrix writes one table of a grid.
func (s *sheet) matrix(c *model.Grid, what model.Phrase, values [][]float64, format string) {
	rows, cols := min(len(c.Rows), mostGridRows), min(len(c.Cols), mostGridCols)
	if rows == 0 || cols == 0 {
		return
	}
	titles := []model.Phrase{model.P("%s by %s: %s", c.RowTitle, c.ColTitle, what)}
	for _, name := range c.Cols[:cols] {
		titles = append(titles, model.Raw(name))
	}
	s.headRow(titles...)
	from := s.row + 1
	for i, name := range c.Rows[:rows] {
		row := []any{nil, s.text(s.book.view.text(model.Raw(name)))}
		for _, v := range values[i][:cols] {
			row = append(row, s.number(v, numberLook{format: format}))
		}
		s.add(row...)
	}
	s.do(func() error {
		first, err := excelize.CoordinatesToCellName(3, from)
		if err != nil {
			return err
		}
		last, err := excelize.CoordinatesToCellName(2+cols, s.row)
		if err != nil {
			return err
		}
		return s.book.file.SetConditionalFormat(s.name, first+":"+last, []excelize.ConditionalFormatOptions{
			{Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#FFFFFF", MaxColor: "#7FB8DA"}})
	})
	s.cutOff(rows, len(c.Rows))
	if cols < len(c.Cols) {
		s.add(nil, s.label(model.P("and %d more columns", len(c.Cols)-cols)))
	}
}

// mostDots is the number of customers that a scatter draws at most.
const mostDots = 1000

// dotColumns gives out the columns of the sheet that holds the dots.
type dotColumns struct {
	sheet *sheet
	used  int
}

// put writes points below a title in the next two columns and returns their
// references.
func (d *dotColumns) put(title string, points [][2]float64) (name, x, y string) {
	s := d.sheet
	column := d.used + 1
	d.used += 2
	write := func(row int, at int, value any) {
		s.do(func() error {
			s.row = row
			return s.set(at, value.(cell))
		})
	}
	write(1, column, textCell(s.book.looks.head, title))
	for i, p := range points {
		write(i+2, column, s.number(p[0], numberLook{format: generalFormat}))
		write(i+2, column+1, s.number(p[1], numberLook{format: generalFormat}))
	}
	return s.cells(column, 1, 1), s.cells(column, 2, 1+len(points)), s.cells(column+1, 2, 1+len(points))
}

// scatter draws customers as dots in the colours of their segments, and the
// lines that part them.
func (s *sheet) scatter(c *model.Scatter, dots *dotColumns) {
	v := s.book.view
	all := drawnDots(c)
	n := 0
	p := plot{kind: excelize.Scatter, title: v.text(c.Title), xTitle: v.text(c.XTitle), yTitle: v.text(c.YTitle), width: 720, height: 420, format: generalFormat}
	low, high := [2]float64{math.Inf(1), math.Inf(1)}, [2]float64{math.Inf(-1), math.Inf(-1)}
	bySegment := make([][][2]float64, len(v.result.Segments))
	for _, i := range all {
		at := [2]float64{c.X[i], c.Y[i]}
		for k, x := range at {
			low[k], high[k] = min(low[k], x), max(high[k], x)
		}
		if g := v.result.Of[i]; g >= 0 {
			bySegment[g] = append(bySegment[g], at)
			n++
		}
	}
	for g, points := range bySegment {
		if len(points) == 0 {
			continue
		}
		// In the order of their values they do not tell the order of the customers.
		slices.SortFunc(points, func(a, b [2]float64) int { return slices.Compare(a[:], b[:]) })
		name, x, y := dots.put(v.names[g], points)
		color := solid(segmentColor(g, v.result.Segments[g].Unclassified))
		p.series = append(p.series, excelize.ChartSeries{Name: name, Categories: x, Values: y, Fill: color,
			Line: excelize.LineOptions{Type: excelize.LineNone}, Marker: excelize.ChartMarker{Symbol: "circle", Size: 4, Fill: color, Border: excelize.LineOptions{Type: excelize.LineNone}}})
	}
	if n == 0 {
		return
	}
	line := func(title model.Phrase, from, to [2]float64) {
		name, x, y := dots.put(v.text(title), [][2]float64{from, to})
		grey := solid(greyColor)
		p.series = append(p.series, excelize.ChartSeries{Name: name, Categories: x, Values: y, Fill: grey,
			Line: excelize.LineOptions{Type: excelize.LineSolid, Width: 1, Fill: grey, Dash: excelize.LineDashDash}, Marker: excelize.ChartMarker{Symbol: "none"}})
	}
	for _, x := range c.XCuts {
		line(model.P("cut of %s", c.XTitle), [2]float64{x, low[1]}, [2]float64{x, high[1]})
	}
	for _, y := range c.YCuts {
		line(model.P("cut of %s", c.YTitle), [2]float64{low[0], y}, [2]float64{high[0], y})
	}
	s.add(nil, s.label(model.P("%d customers drawn, of %d; their numbers are on the sheet %s", n, len(c.X), dotsSheet)))
	row := s.row + 1
	s.draw(p, 2, row)
	s.reserve(row, p.height)
}

// drawnDots takes at most mostDots of the customers with both values at random,
// each as likely as any other, in one pass (Knuth, The Art of Computer
// Programming 2, algorithm 3.4.2 S).
func drawnDots(c *model.Scatter) []int {
	known := func(i int) bool {
		sum := c.X[i] + c.Y[i]
		return !math.IsNaN(sum) && !math.IsInf(sum, 0)
	}
	left := 0
	for i := range c.X {
		if known(i) {
			left++
		}
	}
	var out []int
	rng, need := rand.New(rand.NewPCG(1, 0)), min(left, mostDots)
	for i := range c.X {
		if !known(i) {
			continue
		}
		if need == left || rng.IntN(left) < need {
			out = append(out, i)
			need--
		}
		left--
	}
	return out
}
