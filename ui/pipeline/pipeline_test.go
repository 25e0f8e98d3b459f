package pipeline

import (
	"context"
	"errors"
	"strings"
	"testing"

	"custseg/model"
)

func line(t *testing.T) *Pipeline {
	t.Helper()
	table, err := model.NewTable("orders", "orders.csv", 2,
		model.TextsOf("id", []string{"a", "b", "c", "a", "b", "a"}),
		model.NewDates("day", []int64{0, 86400, 2 * 86400, 3 * 86400, 4 * 86400, 5 * 86400}),
		model.NewNumbers("paid", []float64{1, 2, 3, 4, 5, 6}))
	if err != nil {
		t.Fatal(err)
	}
	return New(&model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{
		{Column: 0, Role: model.CustomerID}, {Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount}}})
}

func run(t *testing.T, p *Pipeline, r model.Recipe) *Result {
	t.Helper()
	result, err := p.Run(context.Background(), r, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestOnlyWhatDependsOnAChangeIsComputed(t *testing.T) {
	p := line(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	first := run(t, p, r)
	tuned := run(t, p, r.WithParam("bins", model.Num(3)))
	if tuned.Customers != first.Customers {
		t.Error("a parameter made the customers anew")
	}
	if tuned.Segmentation == first.Segmentation {
		t.Error("a parameter changed nothing")
	}
	if back := run(t, p, r); back.Segmentation != first.Segmentation || back.Took != 0 {
		t.Error("undo ran the method again")
	}
	if windowed := run(t, p, r.WithWindow(2)); windowed.Customers == first.Customers {
		t.Error("a window kept the customers of all time")
	}
}

func TestOldStagesAreForgotten(t *testing.T) {
	p := line(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm")
	for seed := range uint64(keptResults + 10) {
		run(t, p, r.WithSeed(seed))
	}
	if len(p.results) != keptResults {
		t.Errorf("%d results are kept", len(p.results))
	}
	first := run(t, p, r.WithWindow(1))
	for window := 2; window < keptCustomers+5; window++ {
		run(t, p, r.WithWindow(window))
		if run(t, p, r.WithWindow(1)).Customers != first.Customers {
			t.Fatal("the scope that one goes back to again and again is forgotten")
		}
	}
	if len(p.results) != keptCustomers || len(p.customers) != keptCustomers {
		t.Errorf("%d results and %d customers are kept", len(p.results), len(p.customers))
	}
	for _, kept := range p.results {
		if !p.holds(kept.Customers) {
			t.Error("a result holds customers that are forgotten")
		}
	}
}

func TestSlipsAreToldBeforeLongStages(t *testing.T) {
	p := line(t)
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithParam("bins", model.Num(99))
	if _, err := p.Run(context.Background(), r, nil); err == nil || len(p.customers) != 0 {
		t.Errorf("err = %v with %d customers made", err, len(p.customers))
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := p.Run(ctx, r.WithoutParam("bins"), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

func TestDocumentTellsWhatIsInForce(t *testing.T) {
	d := run(t, line(t), model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithParam("bins", model.Num(3))).Document(nil)
	for _, p := range d.Method.Params {
		switch p.ID {
		case "bins":
			if p.Value != "3" || p.Default != "5" {
				t.Errorf("bins %s, default %s", p.Value, p.Default)
			}
		case "ranges":
			if !strings.Contains(p.Help.Key, "Without effect") {
				t.Error("a parameter without effect is not marked")
			}
		}
	}
	if d.Method.ID != "rfm" || d.Method.Source == "" {
		t.Errorf("%+v", d.Method)
	}
}
