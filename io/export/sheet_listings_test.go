package export

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// listedDocument is the small document with a hierarchy and a table of rules.
func listedDocument(t testing.TB) Document {
	d := testDocument(t)
	d.Segmentation.Charts = []model.Chart{
		&model.Dendrogram{Title: model.P("Tree"), HeightTitle: model.P("distance"), Height: 5, Clusters: 2,
			Leaves: []model.DendrogramLeaf{{N: 3, Segment: 0}, {N: 1, Segment: 0}, {N: 2, Segment: 1}},
			Merges: []model.DendrogramMerge{{A: 0, B: 1, Height: 2}, {A: 2, B: 3, Height: 9}}},
		&model.Listing{Title: model.P("Rules: all"), Columns: []model.ListingColumn{
			{Title: model.P("who buys"), Words: []model.Phrase{model.Raw("=1+1"), model.Raw("茶")}},
			{Title: model.P("lift"), Values: []float64{2.5, math.NaN()}}}},
	}
	return d
}

func TestListingsAndDendrogramsAreWritten(t *testing.T) {
	f := openBook(t, bookOf(t, listedDocument(t), Options{}, excelize.TotalRows))
	rows := sheetRows(t, f, "Rules- all")
	if len(rows) != 3 || rows[0][0] != "who buys" || rows[1][0] != "=1+1" || rows[1][1] != "2.5" || rows[2][0] != "茶" {
		t.Errorf("%q", rows)
	}
	if formula, err := f.GetCellFormula("Rules- all", "A2"); err != nil || formula != "" {
		t.Errorf("words became the formula %q, %v", formula, err)
	}
	var all []string
	for _, r := range sheetRows(t, f, chartsSheet) {
		all = append(all, strings.Join(r, "|"))
	}
	for _, want := range []string{"|2|9|6|2|4", "|3|2|4|3|1", "cut at 5: 2 clusters"} {
		if !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("%q is not in\n%s", want, strings.Join(all, "\n"))
		}
	}
}

func TestListingsAreInJSON(t *testing.T) {
	v, err := newView(listedDocument(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeJSON(context.Background(), &b, v); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Tables []listingJSON `json:"tables"`
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Tables) != 1 || got.Tables[0].Rows[0][1] != 2.5 || got.Tables[0].Rows[1][1] != nil || got.Tables[0].Rows[1][0] != "茶" {
		t.Errorf("%+v", got.Tables)
	}
}
