package pipeline

import (
	"context"
	"errors"
	"testing"

	"custseg/model"
)

// Rows may all be left out by choice: then it is this that is told.
func TestWithoutCustomersTheReasonsAreTold(t *testing.T) {
	p := line(t)
	table := p.data.Tables[0]
	ids := make([]string, table.Rows())
	for i := range ids {
		ids[i] = "O1"
	}
	wide, err := model.NewTable("orders", "orders.csv", 2, append(table.Columns(), model.TextsOf("order", ids))...)
	if err != nil {
		t.Fatal(err)
	}
	p.data.Tables[0] = wide
	r := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").
		WithRole(model.Assignment{Role: model.OrderID, Column: "order"}).
		WithTreatment(model.Treatment{Check: "duplicate_orders", Action: model.Drop})
	_, err = p.Run(context.Background(), r, nil)
	var none *NoCustomersError
	if !errors.As(err, &none) || len(none.Reasons) != 1 || none.Reasons[0].Rows != none.Read || len(none.Remedies) != 1 {
		t.Fatalf("%#v", err)
	}
	want := "there are no customers to segment: of 6 rows read none is left; 6: left out by choice: order: one order id for several customers or days; " +
		"rows left out by choice come back with keep, at the finding on Data or in --treat"
	if err.Error() != want {
		t.Errorf("%s", err)
	}
	early := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithAsOf(-100)
	if _, err := p.Run(context.Background(), early, nil); !errors.As(err, &none) || len(none.Reasons) != 1 || none.Reasons[0].Reason.Key != "after the as-of date" {
		t.Errorf("%v", err)
	}
	if c, _, _ := p.Customers(context.Background(), model.NewRecipe(nil, model.Reading{}), nil); Nobody(c, r) != nil {
		t.Error("there are customers")
	}
}
