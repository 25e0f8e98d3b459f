package export

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"custseg/model"
	"custseg/model/quality"
)

// people and their orders, with every trap a file may hold: formulas, control
// characters, ideographs, missing and infinite numbers.
type customer struct {
	id, name, phone, city string
	born                  string
	score                 float64
}

func somePeople() []customer {
	return []customer{
		{"K-00017", "Alice Johansson", "+46700123456", "Stockholm", "1980-05-05", 1.5},
		{"K-00018", "王小明", "13800138000", "上海", "1899-12-31", math.Inf(1)},
		{"=1+2", "@SUM(A1:A9)", "＋441632960000", "=HYPERLINK(\"http://x\")", "", math.NaN()},
		{"K-00020", "Bob \"The\tTab\" O'Neil", "-15550100", "\x01=cmd|' /C calc'!A0", "2001-02-03", -2},
		{"K-00021", "Łucja Ångström", "", "", "1975-01-01", 0},
	}
}

func day(t testing.TB, s string) int64 {
	t.Helper()
	if s == "" {
		return model.NoDate
	}
	d, err := model.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d.Seconds()
}

// testDocument is a small document with money, people, rows left out and a
// customer who is unclassified.
func testDocument(t testing.TB) Document {
	t.Helper()
	return documentOf(t, somePeople())
}

// documentOf is a small document of people.
func documentOf(t testing.TB, people []customer) Document {
	t.Helper()
	var ids, names, phones, cities []string
	var born []int64
	var scores []float64
	for _, p := range people {
		ids, names, phones, cities = append(ids, p.id), append(names, p.name), append(phones, p.phone), append(cities, p.city)
		born, scores = append(born, day(t, p.born)), append(scores, p.score)
	}
	table, err := model.NewTable("people", "/home/alice/data/people.csv", 2, model.TextsOf("id", ids), model.TextsOf("name", names),
		model.TextsOf("phone", phones), model.TextsOf("city", cities), model.NewDates("born", born), model.NewNumbers("segment", scores))
	if err != nil {
		t.Fatal(err)
	}
	orders := testOrders(t, ids)
	d := &model.Dataset{
		Tables:  []*model.Table{table, orders},
		Sources: []model.Source{{Path: "/home/alice/data/people.csv", Bytes: 10, Fingerprint: "ab"}, {Path: "/home/alice/data/orders.csv"}},
		Guesses: []model.Guess{
			{Table: 0, Column: 0, Role: model.CustomerID}, {Table: 0, Column: 1, Role: model.CustomerName},
			{Table: 0, Column: 2, Role: model.Phone}, {Table: 0, Column: 4, Role: model.BirthDate},
			{Table: 1, Column: 0, Role: model.CustomerID}, {Table: 1, Column: 1, Role: model.OrderDate}, {Table: 1, Column: 2, Role: model.Amount},
		},
		Findings: []model.Finding{
			{Level: model.Warning, Table: 0, Column: 2, Text: model.P("%q has no country code", "13800138000"), Rows: []int32{1}},
			{Level: model.Info, Table: -1, Column: -1, Text: model.P("two rows speak of %s", "Alice Johansson")},
		},
		Rejected: []model.Rejected{{Table: 0, Row: 9, Reason: model.P("the record %s has too many fields", "K-00099;Eve Adams"), Text: "K-00099;Eve Adams;+4670999"}},
	}
	recipe := model.NewRecipe(d.Sources, model.Reading{}).WithMethod("rfm").WithParam("note", model.Word("Alice Johansson")).WithParam("bins", model.Num(5))
	out := Document{Dataset: d, Customers: testCustomers(t, d), Recipe: recipe, Method: testMethod(), Segmentation: testSegments(len(ids))}
	addQuality(t, &out)
	return out
}

// addQuality gives a document a report on its data and a treatment of a birth
// that cannot be.
func addQuality(t testing.TB, d *Document) {
	t.Helper()
	roles, err := d.Dataset.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	treatments := []model.Treatment{{Check: "birth_year", Column: "born", Action: model.Blank}}
	treated, err := quality.Apply(context.Background(), d.Dataset, roles, treatments)
	if err != nil {
		t.Fatal(err)
	}
	d.Effects, d.Recipe = treated.Effects, d.Recipe.WithTreatment(treatments[0])
	d.Quality = func(ctx context.Context) (quality.Report, error) {
		r, err := quality.Inspect(ctx, d.Dataset, roles, model.NoDay, nil)
		return r.With(treatments), err
	}
}

func testOrders(t testing.TB, ids []string) *model.Table {
	rnd := rand.New(rand.NewPCG(1, 2))
	var who []string
	var when []int64
	var paid []float64
	for i := range 60 {
		who = append(who, ids[i%4]) // the last never ordered
		when = append(when, day(t, "2024-01-01")+int64(i)*86400*3+3600)
		paid = append(paid, math.Round(rnd.Float64()*1e6)/100)
	}
	paid[7] = math.NaN()
	who[8] = ""
	orders, err := model.NewTable("orders", "/home/alice/data/orders.csv", 2, model.TextsOf("who", who), model.NewDates("when", when), model.NewNumbers("paid", paid))
	if err != nil {
		t.Fatal(err)
	}
	return orders
}

func testCustomers(t testing.TB, d *model.Dataset) *model.Customers {
	t.Helper()
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(context.Background(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func testMethod() Method {
	return Method{ID: "rfm", Name: model.P("RFM"), Summary: model.P("Scores recency, frequency and monetary, and names the combinations."),
		Rule: model.P("Every combination of scores has a name."), Source: "Hughes 1994",
		Params: []Param{
			{ID: "bins", Label: model.P("Bins"), Help: model.P("Score levels per measure."), Value: "4", Default: "5"},
			{ID: "binning", Label: model.P("Binning"), Help: model.P("How cuts are found."), Value: "quantile", Default: "quantile"},
		}}
}

func testSegments(n int) *model.Segmentation {
	s := &model.Segmentation{
		Method: "rfm",
		Segments: []model.Segment{
			{Name: model.P("Champions"), Rule: model.P("R 5, F 4-5"), Advice: model.Advice{Marketing: model.P("reward; no discount"), Service: model.P("a line of their own")}},
			{Name: model.P("=At/Risk [of: leaving]? 'quoted' and long"), Rule: model.P("-R 1-2"), Advice: model.Advice{Product: model.P("ask what is missing")}},
			{Name: model.P("Empty")},
			{Name: model.P("summary"), Rule: model.P("the name of another sheet")},
			{Name: model.P("Unclassified"), Unclassified: true},
		},
		Of: make([]int32, n), Why: make([]int32, n), Reasons: []model.Phrase{model.P("no order")},
		Scores: []model.Column{model.NewNumbers("r", seq(n)), model.TextsOf("code", codes(n))},
		Used:   []string{"monetary", "recency"},
		Cuts:   []model.Cuts{{Measure: "recency", Label: model.P("Recency"), Unit: model.Days, Values: []float64{16, 36.5, math.Inf(1)}}},
		Fit:    []model.Fit{{Name: "gini", Value: 0.715}, {Name: "p_value", Value: math.NaN()}},
		Notes:  []model.Phrase{model.P("%d customers have no order", 1)},
	}
	for i := range n {
		s.Of[i], s.Why[i] = int32(min(i%4, 3)), -1
		if i%4 == 2 {
			s.Of[i] = 3
		}
	}
	s.Of[n-1], s.Why[n-1] = 4, 0
	return s
}

func seq(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = float64(1 + i%5)
	}
	return out
}

func codes(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("-%d", i%5)
	}
	return out
}
