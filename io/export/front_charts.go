package export

import (
	"github.com/xuri/excelize/v2"
)

// Colours of two dates, and of moves.
const (
	thenColor = "B6BDC6"
	nowColor  = "1D4ED8"
)

// moveColor is the colour of a move in charts.
func moveColor(m Move) string {
	return [...]string{otherColor, "5F8700", "D7005F", "5F87FF", "87AF87", "FF875F", otherColor, "5F00FF"}[m]
}

// frontChart is a chart in the strip, which needs its height.
type frontChart func(row, height int)

// charts draws charts below one another in the strip, from a row to the end of
// the page.
func (f *front) charts(row int, list ...frontChart) {
	const least, most, gap = 150, 460, 28
	if len(list) == 0 {
		return
	}
	height := min(most, max(least, (f.height(row, f.row+1)-gap*len(list))/len(list)))
	for _, draw := range list {
		at := row
		f.drawn = append(f.drawn, func() { draw(at, height) })
		row = f.rowBelow(row, height+gap)
	}
}

// sizes draws one column of the lines of a table of segments.
func (f *front) sizes(title string, column, from, to int, colors []string, format string) frontChart {
	return func(row, height int) {
		f.do(func() error {
			return f.book.addBars(barChart{sheet: f.name, title: title, from: from, to: to, column: column, colors: colors,
				format: format, frame: frame{row: row, left: f.strip - 1, width: f.wide, height: height}})
		})
	}
}

// thenAndNow draws two columns of the lines of a table, side by side; the cells of
// dates name them.
func (f *front) thenAndNow(title string, dates block, columns [2]int, from, to int, format string) frontChart {
	return func(row, height int) {
		var series []excelize.ChartSeries
		for i, c := range columns {
			color := []string{thenColor, nowColor}[i]
			series = append(series, excelize.ChartSeries{Name: dates.column(i).String(), Categories: f.cells(2, from, to), Values: f.cells(c, from, to), Fill: solid(color)})
		}
		f.do(func() error {
			corner, err := excelize.CoordinatesToCellName(f.strip, row)
			if err != nil {
				return err
			}
			narrow, apart := uint(40), 0
			f.book.charts++
			return f.book.file.AddChart(f.name, corner, &excelize.Chart{
				Type: excelize.Bar, Series: series, Title: chartTitle(title), Legend: excelize.ChartLegend{Position: "bottom"},
				Dimension: excelize.ChartDimension{Width: uint(f.wide), Height: uint(height)},
				Format:    excelize.GraphicOptions{AltText: title}, GapWidth: &narrow, Overlap: &apart,
				XAxis:  excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow, Font: *font(9, inkColor, false)},
				YAxis:  excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}, Font: *font(9, greyColor, false)},
				Border: excelize.LineOptions{Type: excelize.LineNone},
			})
		})
	}
}
