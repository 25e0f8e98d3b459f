package pipeline

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"custseg/model"
)

// survey is a table of answers from 1 to 5 in n columns, beside an age, a group
// and a count that are none.
func survey(t *testing.T, n int) *model.Dataset {
	t.Helper()
	columns := []model.Column{
		model.NewNumbers("age", []float64{20, 31, 42, 53, 64, 25}),
		model.NewNumbers("sex", []float64{1, 2, 1, 2, 1, 2}),
		model.NewNumbers("children", []float64{0, 1, 2, 3, 4, 5}),
	}
	for i := range n {
		answers := []float64{1, 2, 3, 4, 5, math.NaN()}
		slices.Reverse(answers[i%5:])
		columns = append(columns, model.NewNumbers(fmt.Sprintf("I like %d", i), answers))
	}
	return of(t, columns...)
}

func of(t *testing.T, columns ...model.Column) *model.Dataset {
	t.Helper()
	table, err := model.NewTable("t", "t.csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	return &model.Dataset{Tables: []*model.Table{table}}
}

func TestAnswersOnOneScaleAreItems(t *testing.T) {
	d := survey(t, 8)
	found, ok := FindItems(d, model.RoleMap{})
	if !ok || found.Baskets() || found.Scale != 5 || !slices.Equal(found.Columns, []int{3, 4, 5, 6, 7, 8, 9, 10}) {
		t.Fatalf("found %+v, %v", found, ok)
	}
	r := RowsAssigned(d, model.NewRecipe(nil, model.Reading{}), 0)
	if _, err := New(d).Run(context.Background(), found.Assigned(d, r).WithMethod("psychographic"), nil); err != nil {
		t.Error(err)
	}
	roles, err := d.Assign(found.Assigned(d, r).Roles)
	if err != nil {
		t.Fatal(err)
	}
	if again, ok := FindItems(d, roles); ok {
		t.Errorf("found again: %+v", again)
	}
	if few, ok := FindItems(survey(t, fewestAnswers-1), model.RoleMap{}); ok {
		t.Errorf("of too few columns: %+v", few)
	}
}

func TestRowsOfWordsAreBaskets(t *testing.T) {
	first := model.TextsOf("1", []string{"milk", "milk", "bread", "tea", "milk", "tea"})
	second := model.TextsOf("2", []string{"bread", "tea", "tea", "", "bread", "milk"})
	third := model.TextsOf("3", []string{"tea", "", "milk", "", "", "bread"})
	d := of(t, first, second, third)
	found, ok := FindItems(d, model.RoleMap{})
	if !ok || !found.Baskets() || len(found.Columns) != 3 {
		t.Fatalf("found %+v, %v", found, ok)
	}
	result, err := New(d).Run(context.Background(), found.Assigned(d, model.NewRecipe(nil, model.Reading{})).WithMethod("basket"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if result.Customers.Len() != 6 {
		t.Errorf("%d baskets", result.Customers.Len())
	}
	for name, d := range map[string]*model.Dataset{
		"a header":        of(t, model.TextsOf("who", first.Dict.List()), model.TextsOf("what", first.Dict.List()), model.TextsOf("3", first.Dict.List())),
		"a gap":           of(t, second, first, third),
		"other words":     of(t, first, model.TextsOf("2", []string{"x", "y", "z", "", "u", "v"}), third),
		"rows as long":    of(t, first, model.TextsOf("2", []string{"tea", "tea", "milk", "milk", "tea", "tea"}), model.TextsOf("3", []string{"tea", "tea", "tea", "tea", "tea", "tea"})),
		"numbers in it":   of(t, first, second, model.NewNumbers("3", []float64{1, 2, 3, 4, 5, 6})),
		"too few columns": of(t, first, second),
	} {
		if found, ok := FindItems(d, model.RoleMap{}); ok {
			t.Errorf("%s: found %+v", name, found)
		}
	}
}
