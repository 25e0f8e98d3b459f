package quality

import (
	"math"
	"testing"

	"custseg/model"
)

func TestRowsThatCannotBeUsedAreFound(t *testing.T) {
	const n = 300
	ids, days, paid := make([]string, n), make([]int64, n), make([]float64, n)
	for i := range n {
		ids[i], days[i], paid[i] = string(rune('a'+i%9)), int64(i)*86400, float64(i)
		switch {
		case i%10 == 3:
			ids[i] = ""
		case i%100 == 5:
			days[i] = model.NoDate
		case i == 7:
			paid[i] = math.NaN()
		}
	}
	d, roles := data(t, model.TextsOf("customer_id", ids), model.NewDates("order_date", days), model.NewNumbers("amount", paid))
	r := inspect(t, d, roles)
	for check, want := range map[string]struct {
		rows  int
		level model.Level
	}{"no_customer_id": {30, model.Warning}, "no_order_date": {3, model.Warning}, "no_amount": {1, model.Info}} {
		found := false
		for _, f := range r.Findings {
			if f.Check == check {
				found = len(f.Rows) == want.rows && f.Count == want.rows && f.Level == want.level && len(f.Examples) == 0
			}
		}
		if !found {
			t.Errorf("%s: %+v", check, r.Findings)
		}
	}
	d, roles = data(t, model.TextsOf("customer_id", ids), model.TextsOf("region", ids))
	if r := inspect(t, d, roles); count(r, "no_customer_id") != 0 {
		t.Error("a table of customers holds no orders")
	}
}
