package export

import (
	"github.com/xuri/excelize/v2"
)

// Colours of two dates.
const (
	thenColor = "B6BDC6"
	nowColor  = "1D4ED8"
)

// chartLetters is the size in points of what stands at the axes of a front's charts:
// small, as a dozen names have little room.
const chartLetters = 7.5

// frontChart draws a chart in a frame.
type frontChart func(at frame)

// chartHigh is the height of a chart in pixels.
const chartHigh = 180

// sideChart draws a chart beside the facts, from a row to before another.
func (f *front) sideChart(from, to int, draw frontChart) {
	at := frame{row: from, left: f.side - 1}
	for _, w := range f.widths[f.side-1:] {
		at.width += pixels(w)
	}
	f.drawn = append(f.drawn, func() {
		at.height = max(chartHigh, f.height(from, to))
		draw(at)
	})
}

// charts draws charts beside one another across the page.
func (f *front) charts(list ...frontChart) {
	const gap = 12 // pixels
	if len(list) == 0 {
		return
	}
	f.skip(1)
	f.blocks = append(f.blocks, f.row+1)
	wide := 0
	for _, w := range f.widths {
		wide += pixels(w)
	}
	wide = (wide - gap*(len(list)-1)) / len(list)
	for i, draw := range list {
		at := f.frameAt(f.row+1, i*(wide+gap))
		at.width, at.height = wide, chartHigh
		f.drawn = append(f.drawn, func() { draw(at) })
	}
	for range (chartHigh + rowPixels - 1) / rowPixels {
		f.addHigh(lineHeight)
	}
}

// frameAt is a frame of no size in a row, so many pixels from the left.
func (f *front) frameAt(row, left int) frame {
	at := frame{row: row}
	for at.left < len(f.widths)-1 && left >= pixels(f.widths[at.left]) {
		left -= pixels(f.widths[at.left])
		at.left++
	}
	at.offset = left
	return at
}

// sizesChart draws one column of the lines of a table of segments.
func (f *front) sizesChart(title string, column int, t frontRows, format string) frontChart {
	return func(at frame) {
		f.do(func() error {
			return f.book.addBars(barChart{sheet: f.name, title: title, from: t.from, to: t.to, column: column, colors: t.colors, format: format, letters: chartLetters, frame: at})
		})
	}
}

// thenAndNow draws two columns of the lines of a table, side by side; the cells of
// dates name them.
func (f *front) thenAndNow(title string, dates block, columns [2]int, from, to int, format string) frontChart {
	return func(at frame) {
		var series []excelize.ChartSeries
		for i, c := range columns {
			color := []string{thenColor, nowColor}[i]
			series = append(series, excelize.ChartSeries{Name: dates.row(i).String(), Categories: f.cells(2, from, to), Values: f.cells(c, from, to), Fill: solid(color)})
		}
		f.do(func() error {
			corner, err := excelize.CoordinatesToCellName(at.left+1, at.row)
			if err != nil {
				return err
			}
			narrow, apart := uint(40), 0
			f.book.charts++
			return f.book.file.AddChart(f.name, corner, &excelize.Chart{
				Type: excelize.Bar, Series: series, Title: chartTitle(title), Legend: excelize.ChartLegend{Position: "bottom"},
				Dimension: excelize.ChartDimension{Width: uint(at.width), Height: uint(at.height)},
				Format:    excelize.GraphicOptions{OffsetX: at.offset, AltText: title}, GapWidth: &narrow, Overlap: &apart,
				XAxis:  excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow, Font: *font(chartLetters, inkColor, false)},
				YAxis:  excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}, Font: *font(chartLetters, greyColor, false)},
				Border: excelize.LineOptions{Type: excelize.LineNone},
			})
		})
	}
}
