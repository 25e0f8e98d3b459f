package profile

import (
	"context"
	"math"
	"testing"

	"custseg/model"
)

// four customers: the first two are the group.
func four(t *testing.T) *model.Customers {
	t.Helper()
	table, err := model.NewTable("people", "people.csv", 2,
		model.TextsOf("id", []string{"a", "b", "c", "d", "e", "f", "g", "h"}),
		model.NewNumbers("age", []float64{30, 34, 40, 44, 50, 54, 60, 64}),
		model.NewNumbers("constant", []float64{1, 1, 1, 1, 1, 1, 1, 1}),
		model.TextsOf("region", []string{"N", "N", "N", "N", "N", "S", "S", "S"}))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{{Role: model.CustomerID}}}
	roles, _ := d.Assign(nil)
	c, err := model.BuildCustomers(context.Background(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestProfileComparesWithTheBase(t *testing.T) {
	lines := Of(four(t), []int32{0, 1})
	if len(lines) != 2 {
		t.Fatalf("%d lines, want age and region N: %+v", len(lines), lines)
	}
	byName := map[string]Line{}
	for _, l := range lines {
		byName[l.Name] = l
	}
	age := byName["age"]
	// median and mean are 32 against 47; the squared deviations of the base sum to 1032.
	if age.Here != 32 || age.All != 47 || math.Abs(age.Effect-(32-47)/math.Sqrt(129)) > 1e-12 || age.N != 2 {
		t.Errorf("age: %+v", age)
	}
	region := byName["region"]
	if region.Word != "N" || region.Here != 1 || region.All != 0.625 || region.Lift != 1.6 {
		t.Errorf("region: %+v", region)
	}
	h := math.Pi - 2*math.Asin(math.Sqrt(0.625))
	if math.Abs(region.Effect-h) > 1e-12 {
		t.Errorf("effect %v, want %v", region.Effect, h)
	}
}

func TestProfileOfNobodyIsEmpty(t *testing.T) {
	if lines := Of(four(t), nil); len(lines) != 0 {
		t.Errorf("%+v", lines)
	}
}
