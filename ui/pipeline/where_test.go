package pipeline

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// shopLine is orders of a, b and c, and what is known of them.
func shopLine(t *testing.T) *Pipeline {
	t.Helper()
	orders, err := model.NewTable("orders", "orders.csv", 2,
		model.TextsOf("id", []string{"a", "b", "c", "a", "b", "a"}),
		model.NewDates("day", []int64{0, 86400, 2 * 86400, 3 * 86400, 4 * 86400, 5 * 86400}),
		model.NewNumbers("paid", []float64{1, 2, 3, 4, 5, 6}))
	if err != nil {
		t.Fatal(err)
	}
	people, err := model.NewTable("people", "people.csv", 2, model.TextsOf("id", []string{"a", "b", "c"}), model.TextsOf("town", []string{"Rome", "Oslo", "Rome"}))
	if err != nil {
		t.Fatal(err)
	}
	return New(&model.Dataset{Tables: []*model.Table{orders, people}, Guesses: []model.Guess{
		{Column: 0, Role: model.CustomerID}, {Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount},
		{Table: 1, Column: 0, Role: model.CustomerID}}})
}

func TestOnlyCustomersWhoPassTheFilterAreSegmented(t *testing.T) {
	for where, want := range map[string][]string{
		"": {"a", "b", "c"}, "frequency >= 2": {"a", "b"}, "town = rome": {"a", "c"}, "people:town = Oslo or Frequency = 1": {"b", "c"},
		"customer_id in (a, c) and monetary > 5": {"a"}, "last_order >= 1970-01-05": {"a", "b"},
	} {
		p := shopLine(t)
		r := run(t, p, model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithWhere(where))
		var got []string
		for i := range r.Customers.Len() {
			got = append(got, r.Customers.ID(i))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s keeps %v, want %v", where, got, want)
		}
		q, left := r.Customers.Quality(), 0
		for _, reason := range LeftOut(q) {
			left += reason.Rows
		}
		if q.RowsRead != 9 || left != q.RowsExcluded() || (left == 0) != (where == "") {
			t.Errorf("%s: %d rows read, %d used, %d told as left out", where, q.RowsRead, q.RowsUsed, left)
		}
	}
}

func TestAFilterComesFromTheCustomersThereAre(t *testing.T) {
	p := shopLine(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	all := run(t, p, r)
	some := run(t, p, r.WithWhere("town = Rome"))
	if some.Customers == all.Customers || some.Segmentation == all.Segmentation {
		t.Fatal("a filter changed nothing")
	}
	if again := run(t, p, r); again.Customers != all.Customers || again.Segmentation != all.Segmentation {
		t.Error("without the filter customers were made anew")
	}
	further := run(t, p, r.WithWhere("town = Rome").WithPrivacy(model.Privacy{Default: model.MaskColumn}))
	if further.Segmentation != some.Segmentation || !further.Recipe.Privacy.Masks() {
		t.Error("what files tell made a result anew, or is not in its recipe")
	}
}

func TestAFilterThatDoesNotFitSaysWhy(t *testing.T) {
	p := shopLine(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	for where, want := range map[string]string{
		"twon = Rome": "did you mean town?", "zork = 1": "no column is called zork; there are customer_id, town, recency",
		"town > 3": "town holds text", "frequency = many": "holds numbers", "town =": "a value is expected",
	} {
		_, err := p.Run(context.Background(), r.WithWhere(where), nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", where, err, want)
		}
	}
	_, err := p.Run(context.Background(), r.WithWhere("frequency > 9"), nil)
	var nobody *NoCustomersError
	if !errors.As(err, &nobody) || len(nobody.Reasons) != 1 || nobody.Reasons[0].Rows != 9 || !strings.Contains(err.Error(), "another filter than frequency > 9") {
		t.Errorf("nobody passes: %v", err)
	}
}

func TestFiltersAreKeptInOneForm(t *testing.T) {
	for text, want := range map[string]string{"": "", "region=East  AND orders>3": "region = East and orders > 3"} {
		if got, err := ParseWhere(text); err != nil || got != want {
			t.Errorf("%s reads as %q, %v", text, got, err)
		}
	}
	if _, err := ParseWhere("orders >"); err == nil || !strings.Contains(err.Error(), `"orders >" is no filter`) {
		t.Errorf("err = %v", err)
	}
}
