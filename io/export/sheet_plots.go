package export

import (
	"cmp"
	"math"
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
	gap            *uint    // between columns, in percent of one
	colors         []string // of each column, none for the series' own
	width, height  int      // pixels
	offset         int      // from the cell's left edge, pixels
	format         string   // of the numbers upwards
	xFormat        string   // of those along the bottom
	xMost, yMost   float64  // where axes end, 0 for where the numbers do
	plain          bool     // needs no legend on the Summary
	bare           bool     // has no legend
}

// draw puts a chart on the sheet with its left upper corner in a cell, the
// column counted from 1. The first one of a method is drawn on its Summary too.
func (s *sheet) draw(p plot, column, row int) {
	s.place(p, column, row)
	s.book.keepOwn(func(on *sheet, at frame) {
		p.width, p.height, p.offset, p.yTitle, p.bare = at.width, at.height, at.offset, "", p.plain
		on.place(p, at.left+1, at.row)
	})
}

// place puts a chart on the sheet.
func (s *sheet) place(p plot, column, row int) {
	s.do(func() error {
		corner, err := excelize.CoordinatesToCellName(column, row)
		if err != nil {
			return err
		}
		legend := "bottom"
		if len(p.series) == 1 || p.bare {
			legend = "none" // the title says it, or the table
		}
		same := false
		axis := func(title, format string) excelize.ChartAxis {
			a := excelize.ChartAxis{Font: *font(10, inkColor, false), TickLabelPosition: excelize.ChartTickLabelLow, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}}
			if title != "" {
				a.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: font(10, greyColor, false)}}}
			}
			return a
		}
		x, y := axis(p.xTitle, cmp.Or(p.xFormat, generalFormat)), axis(p.yTitle, p.format)
		y.MajorGridLines = true
		if p.xMost > 0 {
			x.Maximum = &p.xMost
		}
		if p.yMost > 0 {
			y.Maximum = &p.yMost
		}
		err = s.book.file.AddChart(s.name, corner, &excelize.Chart{
			Type: p.kind, Series: p.series, Title: chartTitle(p.title), Legend: excelize.ChartLegend{Position: legend}, VaryColors: &same,
			Dimension: excelize.ChartDimension{Width: uint(p.width), Height: uint(p.height)},
			Format:    excelize.GraphicOptions{OffsetX: p.offset, AltText: p.title}, GapWidth: p.gap,
			XAxis: x, YAxis: y,
			ShowBlanksAs: "gap", Border: excelize.LineOptions{Type: excelize.LineNone},
		})
		if err != nil {
			return err
		}
		s.book.charts++
		if p.colors == nil {
			return nil
		}
		return s.book.colorBars(s.book.charts, p.colors)
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
	p := plot{kind: excelize.Scatter, title: v.text(c.Title), xTitle: v.text(c.XTitle), width: 560, height: 320, format: axisFormat(all)}
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
		of.series, of.yTitle, of.height, of.format = []excelize.ChartSeries{one}, v.text(c.Lines[i].Name), 240, axisFormat(c.Lines[i].Y)
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

// axisFormat is the number format of an axis of such values.
func axisFormat(values []float64) string {
	if wholeNumbers(values) || slices.ContainsFunc(values, func(v float64) bool { return math.Abs(v) >= 1000 }) {
		return wholeFormat
	}
	return generalFormat
}

// grid writes a two-way table on a scale of colours: of the means of a value,
// and of the customers.
func (s *sheet) grid(c *model.Grid) {
	if means := c.Means(); means != nil {
		s.means(c, means)
		s.skip(1)
	}
	s.counts(c)
}

// means writes the mean in each cell of a grid.
func (s *sheet) means(c *model.Grid, means [][]float64) {
	var all []float64
	for _, r := range means {
		all = append(all, r...)
	}
	s.matrix(c, model.P("mean of %s", c.ValueTitle), means, formatFor(c.ValueUnit, all))
}

// counts writes the customers in each cell of a grid.
func (s *sheet) counts(c *model.Grid) {
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
	s.colorScale(3, 2+cols, from, s.row)
	s.cutOff(rows, len(c.Rows))
	if cols < len(c.Cols) {
		s.add(nil, s.label(model.P("and %d more columns", len(c.Cols)-cols)))
	}
}

// colorScale colours columns of rows from to to by their numbers, as a native
// scale of the workbook's program.
func (s *sheet) colorScale(first, last, from, to int) {
	s.do(func() error {
		a, err := excelize.CoordinatesToCellName(first, from)
		if err != nil {
			return err
		}
		z, err := excelize.CoordinatesToCellName(last, to)
		if err != nil {
			return err
		}
		return s.book.file.SetConditionalFormat(s.name, a+":"+z, []excelize.ConditionalFormatOptions{
			{Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#FFFFFF", MaxColor: "#7FB8DA"}})
	})
}
