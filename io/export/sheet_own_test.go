package export

import (
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// charted returns the drawing of the Summary and the charts of a document with
// these charts.
func charted(t *testing.T, charts ...model.Chart) (summary []string, parts map[string]string) {
	d := testDocument(t)
	d.Segmentation.Charts = charts
	parts = unzipped(t, d, Options{})
	for _, r := range sheetRows(t, openBook(t, bookOf(t, d, Options{}, excelize.TotalRows)), summarySheet) {
		summary = append(summary, strings.Join(r, "|"))
	}
	return summary, parts
}

func chartsOn(parts map[string]string, drawing int) int {
	return strings.Count(parts["xl/drawings/drawing"+strconv.Itoa(drawing)+".xml"], "<xdr:graphicFrame")
}

// The first chart of the method is on its Summary too.
func TestSummaryHasTheOwnChart(t *testing.T) {
	curve := &model.Curve{Title: model.P("Pareto"), XTitle: model.P("customers"), YTitle: model.P("share"), XUnit: model.Percent, YUnit: model.Percent,
		X: []float64{0, .2, .6, 1}, Y: []float64{0, .8, .95, 1}, Diagonal: true, Marks: []model.Mark{{X: .2, Y: .8, Label: model.P("end of A")}}}
	histogram := &model.Histogram{Title: model.P("Orders"), Values: []float64{1, 2, 2, 9, 4}, Cuts: []float64{3}}
	_, parts := charted(t, curve, histogram)
	if on, all := chartsOn(parts, 1), chartsOn(parts, 2); on != 3 || all != 2 {
		t.Errorf("%d charts on the Summary, %d on the sheet of charts", on, all)
	}
	own := 0
	for name, part := range parts {
		if strings.HasPrefix(name, "xl/charts/chart") && strings.Contains(part, ">Pareto<") {
			own++
			if !strings.Contains(part, `<max val="1">`) || strings.Count(part, "<ser>") != 3 {
				t.Errorf("the curve is %s", part)
			}
		}
	}
	if own != 2 {
		t.Errorf("the curve is drawn %d times", own)
	}
}

// A small grid is on the Summary as a table, a large one is not.
func TestSummaryHasTheOwnGrid(t *testing.T) {
	grid := &model.Grid{Title: model.P("RF"), RowTitle: model.P("R"), ColTitle: model.P("F"), Rows: []string{"r1", "r2"}, Cols: []string{"f1", "f2"}, Row: []int32{0, 0, 1, 1, -1}, Col: []int32{0, 0, 1, 0, -1}}
	if summary, _ := charted(t, grid); !strings.Contains(strings.Join(summary, "\n"), "|R by F: customers|f1|f2\n|r1|2|0\n|r2|1|1") {
		t.Errorf("%q", summary)
	}
	grid.Rows = make([]string, 13)
	if summary, _ := charted(t, grid); strings.Contains(strings.Join(summary, "\n"), "R by F") {
		t.Errorf("a large grid: %q", summary)
	}
}

// The bins of a histogram are coloured by the cuts between them.
func TestHistogramIsShadedByCuts(t *testing.T) {
	if low, high := bandColor(2, []float64{3}), bandColor(3, []float64{3}); high != segmentColors[0] || luminance(low) <= luminance(high) {
		t.Errorf("%s below the cut, %s above", low, high)
	}
	if bandColor(2, nil) != segmentColors[0] {
		t.Error("without cuts there is more than one colour")
	}
}
