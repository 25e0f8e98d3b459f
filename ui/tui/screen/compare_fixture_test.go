package screen

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
)

// shopOrders is a made-up order log: customers with one to twelve orders over
// two years, a name each, and amounts of a few sizes.
func shopOrders(t testing.TB, customers int) *model.Dataset {
	t.Helper()
	r := rand.New(rand.NewPCG(7, 1))
	var ids, names []string
	var days []int64
	var amounts []float64
	start, err := model.ParseDay("2023-01-01")
	if err != nil {
		t.Fatal(err)
	}
	for c := range customers {
		for range 1 + r.IntN(12)*r.IntN(2) {
			ids = append(ids, fmt.Sprintf("C%04d", c+1))
			names = append(names, fmt.Sprintf("顧客 %d", c+1))
			days = append(days, (int64(start)+int64(r.IntN(730)))*86400)
			amounts = append(amounts, float64(100+r.IntN(900))/10*float64(1+c%5))
		}
	}
	table, err := model.NewTable("orders", "/data/orders.csv", 2,
		model.TextsOf("customer", ids), model.TextsOf("name", names), model.NewDates("date", days), model.NewNumbers("amount", amounts))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Sources: []model.Source{{Path: "/data/orders.csv"}}, Tables: []*model.Table{table}}
	for i, role := range []model.Role{model.CustomerID, model.CustomerName, model.OrderDate, model.Amount} {
		d.Guesses = append(d.Guesses, model.Guess{Table: 0, Column: i, Role: role, Confidence: 1})
	}
	return d
}

// splitOf makes a result by hand: customers in segments of these names.
func splitOf(t testing.TB, d *model.Dataset, id, name string, of func(i int) int, names ...string) *pipeline.Result {
	t.Helper()
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(context.Background(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := &model.Segmentation{Method: id, Of: make([]int32, c.Len())}
	for _, n := range names {
		s.Segments = append(s.Segments, model.Segment{Name: model.P(n)})
	}
	for i := range s.Of {
		s.Of[i] = int32(of(i))
	}
	recipe := model.NewRecipe(d.Sources, model.Reading{}).WithMethod(id)
	return &pipeline.Result{Recipe: recipe, Dataset: d, Roles: roles, Customers: c,
		Method: seg.Spec{ID: id, Name: model.P(name), Summary: model.P("A split made by hand")}, Segmentation: s}
}
