package export

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// chartedDocument is the small document with a chart of every kind that a
// workbook draws.
func chartedDocument(t testing.TB) Document {
	d := testDocument(t)
	s := d.Segmentation
	n := len(s.Of)
	x, y, p := make([]float64, n), make([]float64, n), make([]float64, n)
	row, col := make([]int32, n), make([]int32, n)
	for i := range n {
		x[i], y[i], p[i] = float64(i), float64(i*i), float64(i)/float64(n)
		row[i], col[i] = int32(i%2), int32(i/2%2)
	}
	y[0] = math.NaN()
	s.Charts = []model.Chart{
		&model.Histogram{Title: model.P("Recency"), Values: x},
		&model.Bars{Title: model.P("Importance"), NameTitle: model.P("need"), ValueTitle: model.P("weight"), Labels: []model.Phrase{model.P("=price"), model.P("售后服务"), model.P("queue"), model.P("ads")},
			Values: []float64{.6, .25, -.3, math.NaN()}},
		&model.Bars{Title: model.P("By segment"), CountTitle: model.P("buyers"), Unit: model.Percent, Of: s.Of, Labels: []model.Phrase{model.P("a"), model.P("b"), model.P("c"), model.P("d"), model.P("e")},
			Values: []float64{.5, .2, 0, .2, .1}},
		&model.Series{Title: model.P("Actual and expected"), XTitle: model.P("repeat purchases"), X: []float64{0, 1, 2, 3}, Bars: true,
			Lines: []model.Line{{Name: model.P("actual"), Y: []float64{1411, 439, 214, 100}}, {Name: model.P("expected"), Y: []float64{1429.3, 403.1, 180, 98}}}},
		&model.Series{Title: model.P("Tracking"), XTitle: model.P("weeks"), X: []float64{1, 2, 4, 10}, OneScale: true,
			Lines: []model.Line{{Name: model.P("actual"), Y: []float64{10, 19, 40, 88}}, {Name: model.P("expected"), Y: []float64{11, 20.5, 39, 90}}}},
		&model.Series{Title: model.P("Quality"), XTitle: model.P("clusters"), X: []float64{2, 3, 4},
			Lines: []model.Line{{Name: model.P("silhouette"), Y: []float64{.31, .4, math.NaN()}}, {Name: model.P("inertia"), Y: []float64{9000, 7000, 6100}}}},
		&model.Grid{Title: model.P("P(alive)"), RowTitle: model.P("recency"), ColTitle: model.P("frequency"), Rows: []string{"0-30", "31+"}, Cols: []string{"0", "1+"},
			Row: row, Col: col, Value: p, ValueTitle: model.P("P(alive)"), ValueUnit: model.Percent},
		&model.Tree{Title: model.P("Tree"), ValueName: model.P("share of yes"), Unit: model.Percent, Nodes: []model.TreeNode{
			{Text: model.P("all customers"), N: 10, Value: .4, Children: []int{1, 2}, Segment: -1},
			{Text: model.P("orders < 2"), N: 6, Value: .5, Children: []int{3, 4}, Segment: -1},
			{Text: model.P("orders ≥ 2"), N: 4, Value: .25, Segment: 0},
			{Text: model.P("=SUM(A1)"), N: 4, Value: .75, Segment: 1},
			{Text: model.P("地区是 华东"), N: 2, Value: 0, Segment: 3}}},
		&model.Scatter{Title: model.P("Orders and value"), XTitle: model.P("orders"), YTitle: model.P("value"), X: x, Y: y, XCuts: []float64{1.5}, YCuts: []float64{4}, YCut: 1},
	}
	return d
}

func TestChartsSheet(t *testing.T) {
	b := bookOf(t, chartedDocument(t), Options{}, excelize.TotalRows)
	f := openBook(t, b)
	rows := sheetRows(t, f, chartsSheet)
	text := make([]string, len(rows))
	for i, r := range rows {
		text[i] = strings.Join(r, "|")
	}
	all := strings.Join(text, "\n")
	for _, want := range []string{
		"|Recency|From|Customers|Cuts",                                                             // histogram
		"|Need|Weight\n", "|Name|Amount|Buyers", "|=price|0.6", "|queue|-0.3", "|ads\n", "|a|0.5|", // bars
		"|1|439|403.1", "|4|40|39", "|4||6100", // series
		"|recency by frequency: mean of P(alive)|0|1+", "|recency by frequency: customers|0|1+", // grid
		"|        =SUM(A1)|4|0.4|0.75|=At/Risk [of: leaving]? 'quoted' and long|||orders < 2 · =SUM(A1)", // tree
		"customers drawn, of", // scatter
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	if formats, err := f.GetConditionalFormats(chartsSheet); err != nil || len(formats) != 2 {
		t.Errorf("%d tables on a scale of colours, %v", len(formats), err)
	}
	if dots := sheetRows(t, f, dotsSheet); len(dots) < 3 || dots[0][0] != "=At/Risk [of: leaving]? 'quoted' and long" {
		t.Errorf("dots %q", dots)
	}
}

func TestChartsAreNative(t *testing.T) {
	parts := unzipped(t, chartedDocument(t), Options{})
	kinds := map[string]int{}
	for n := 1; parts["xl/charts/chart"+strconv.Itoa(n)+".xml"] != ""; n++ {
		chart := parts["xl/charts/chart"+strconv.Itoa(n)+".xml"]
		for _, kind := range []string{`<barDir val="bar">`, `<barDir val="col">`, "<scatterChart>"} {
			kinds[kind] += strings.Count(chart, kind)
		}
	}
	// The Summary has one or two bar charts of its own, and the first of the
	// method's.
	if kinds[`<barDir val="bar">`] < 3 || kinds[`<barDir val="col">`] != 1+2 || kinds["<scatterChart>"] != 1+2+1 {
		t.Errorf("charts by kind: %v", kinds)
	}
}

// What a scatter shows are the values of persons where the method read masked
// columns.
func TestMaskedPersonsAreNotDrawn(t *testing.T) {
	d := chartedDocument(t)
	d.Segmentation.Used = []string{"born"}
	f := openBook(t, bookOf(t, d, Options{Privacy: model.MaskPersons(true)}, excelize.TotalRows))
	for _, name := range f.GetSheetList() {
		if name == dotsSheet {
			t.Error("the dots are there")
		}
	}
	if rows := sheetRows(t, f, chartsSheet); len(rows) < 20 {
		t.Errorf("the other charts have %d rows", len(rows))
	}
}

func TestDrawnDotsAreASample(t *testing.T) {
	n := 50000
	c := &model.Scatter{X: make([]float64, n), Y: make([]float64, n)}
	for i := range n {
		c.X[i] = float64(i)
	}
	c.X[3] = math.Inf(1)
	got := drawnDots(c)
	if len(got) != mostDots || got[0] == 3 || got[len(got)-1] >= n {
		t.Errorf("%d drawn, %d to %d", len(got), got[0], got[len(got)-1])
	}
	if c.X = c.X[:5]; len(drawnDots(c)) != 4 {
		t.Errorf("of four customers %d are drawn", len(drawnDots(c)))
	}
}
