package export

import (
	"math"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

func TestSummarizeAddsUp(t *testing.T) {
	d := testDocument(t)
	segments, total := Summarize(d.Customers, d.Segmentation), Total(d.Customers, d.Segmentation)
	orders, _ := d.Customers.Feature(model.Monetary)
	want := 0.0
	for _, v := range orders.Values() {
		want += v
	}
	customers, value, share, valueShare := 0, 0.0, 0.0, 0.0
	for _, s := range segments {
		customers += s.Customers
		value += s.Value
		share += s.Share
		valueShare += s.ValueShare
	}
	if customers != d.Customers.Len() || total.Customers != customers || total.Index != -1 {
		t.Errorf("%d of %d customers", customers, d.Customers.Len())
	}
	for what, diff := range map[string]float64{"value": value - want, "total": total.Value - want, "share": share - 1, "value share": valueShare - 1} {
		if math.Abs(diff) > 1e-6 {
			t.Errorf("%s is off by %g", what, diff)
		}
	}
	if a := segments[0].Averages; len(a) != 2 || a[0].Name != "monetary" || a[0].Mean != segments[0].Value || a[0].Unit != model.Money {
		t.Errorf("averages %+v", a)
	}
	if last := segments[len(segments)-1]; !last.Unclassified || !math.IsNaN(last.Averages[1].Mean) {
		t.Errorf("the unclassified have no recency: %+v", last)
	}
}

// 1e16 + 1 - 1e16 is 1 only when nothing is lost on the way.
func TestSumsAreCompensated(t *testing.T) {
	var s sum
	for _, v := range []float64{1e16, 1, -1e16} {
		s.add(v)
	}
	if s.value() != 1 {
		t.Errorf("got %g", s.value())
	}
}

func TestSummaryWithoutMoneyAndUnclassified(t *testing.T) {
	table, err := model.NewTable("t", "t.csv", 2, model.TextsOf("id", []string{"a", "b"}), model.NewNumbers("age", []float64{20, math.Inf(1)}))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}}}
	s := &model.Segmentation{Of: []int32{0, 0}, Segments: []model.Segment{{Name: model.P("all")}, {Name: model.P("none"), Unclassified: true}}, Used: []string{"AGE", "AGE", "nothing"}}
	got := Summarize(testCustomers(t, d), s)
	if len(got) != 1 {
		t.Fatalf("an empty unclassified segment is listed: %+v", got)
	}
	if g := got[0]; g.HasValue || !math.IsNaN(g.Value) || !math.IsNaN(g.ValueShare) || len(g.Averages) != 1 || g.Averages[0].Mean != 20 {
		t.Errorf("%+v", g)
	}
}

// A name that takes several lines is no link, as LibreOffice writes those in one.
func TestALongNameIsWrappedAndNoLink(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Segments[0].Name = model.P("Recency at most 45 and Frequency above 3 and Monetary above 120")
	f := openBook(t, bookOf(t, d, Options{SegmentSheets: true}, excelize.TotalRows))
	linked := map[string]bool{}
	for row, cells := range sheetRows(t, f, summarySheet) {
		if len(cells) > 1 {
			yes, _, err := f.GetCellHyperLink(summarySheet, "B"+strconv.Itoa(row+1))
			if err != nil {
				t.Fatal(err)
			}
			linked[cells[1]] = yes
		}
	}
	long := d.Segmentation.Segments[0].Name.Key
	if yes, ok := linked[long]; yes || !ok || !linked["summary"] {
		t.Errorf("links are %v", linked)
	}
}
