package export

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// barChart is a chart of horizontal bars, each in a colour of its own.
type barChart struct {
	sheet, title string // sheet is that of the table behind
	on           string // the sheet of the chart, empty for that of the table
	from, to     int    // rows of the table behind the bars
	column       int    // of the numbers, counted from 1
	names        int    // column of the names, the second unless given
	colors       []string
	format       string  // of the numbers
	letters      float64 // the size of the names in points, 10 unless given
	frame
}

// in puts the chart into a frame.
func (c barChart) in(f frame) barChart {
	c.frame = f
	return c
}

// addBars draws the chart.
func (b *book) addBars(c barChart) error {
	cells := func(column int) (string, error) {
		name, err := excelize.ColumnNumberToName(column)
		return quoteSheet(c.sheet) + "!$" + name + "$" + strconv.Itoa(c.from) + ":$" + name + "$" + strconv.Itoa(c.to), err
	}
	names, err := cells(cmp.Or(c.names, 2))
	if err != nil {
		return err
	}
	values, err := cells(c.column)
	if err != nil {
		return err
	}
	title, err := excelize.CoordinatesToCellName(c.column, c.from-1, true)
	if err != nil {
		return err
	}
	corner, err := excelize.CoordinatesToCellName(c.left+1, c.row)
	if err != nil {
		return err
	}
	narrow, same := uint(45), false
	err = b.file.AddChart(cmp.Or(c.on, c.sheet), corner, &excelize.Chart{
		Type:       excelize.Bar,
		Series:     []excelize.ChartSeries{{Name: quoteSheet(c.sheet) + "!" + title, Categories: names, Values: values, Fill: solid(segmentColors[0])}},
		Title:      chartTitle(c.title),
		VaryColors: &same,
		Legend:     excelize.ChartLegend{Position: "none"},
		Dimension:  excelize.ChartDimension{Width: uint(c.width), Height: uint(c.height)},
		Format:     excelize.GraphicOptions{OffsetX: c.offset, AltText: c.title},
		GapWidth:   &narrow,
		XAxis:      excelize.ChartAxis{ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow, Font: *font(cmp.Or(c.letters, 10), inkColor, false)},
		YAxis:      excelize.ChartAxis{None: true},
		PlotArea:   excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.format}},
		Border:     excelize.LineOptions{Type: excelize.LineNone},
	})
	if err != nil {
		return err
	}
	b.charts++
	return b.colorBars(b.charts, c.colors)
}

// chartTitle is the title of a chart.
func chartTitle(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: font(12, inkColor, true)}}}
}

// solid fills with one colour.
func solid(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// colorBars gives each bar of the workbook's n-th chart its colour. Excelize
// colours single points of pies only, so they are added to the chart's XML,
// where the schema has them: between invertIfNegative and dLbls.
func (b *book) colorBars(n int, colors []string) error {
	const invert, labels = `<invertIfNegative val="0"></invertIfNegative>`, `<dLbls>`
	path := fmt.Sprintf("xl/charts/chart%d.xml", n)
	part, _ := b.file.Pkg.Load(path)
	chart, _ := part.([]byte)
	chart = bytes.Replace(chart, []byte(invert), nil, 1)
	before, rest, found := bytes.Cut(chart, []byte(labels))
	if !found {
		return fmt.Errorf("excelize wrote %s in another form than expected: please report this fault", path)
	}
	points := bytes.NewBufferString(invert)
	for i, color := range colors {
		fmt.Fprintf(points, `<dPt><idx val="%d"/>%s<bubble3D val="0"/>`+
			`<spPr><a:solidFill><a:srgbClr val="%s"/></a:solidFill></spPr></dPt>`, i, invert, color)
	}
	b.file.Pkg.Store(path, bytes.Join([][]byte{before, points.Bytes(), []byte(labels), rest}, nil))
	return nil
}
