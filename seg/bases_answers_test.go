package seg

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"custseg/model"
)

// answersBase is answers on the scales that methods of attitude and need read,
// some of them missing, and tables of events and of orders of the same people.
func answersBase(t testing.TB) base {
	r := rand.New(rand.NewPCG(19, 0))
	columns := []model.Column{model.TextsOf("customer_id", idsFrom(0, baseSize))}
	add := func(name string, value func(i int) float64) {
		values := make([]float64, baseSize)
		for i := range values {
			values[i] = value(i)
			if r.IntN(40) == 0 {
				values[i] = nan
			}
		}
		columns = append(columns, model.NewNumbers(name, values))
	}
	upTo := func(low, high int) func(int) float64 {
		return func(int) float64 { return float64(low + r.IntN(high-low+1)) }
	}
	add("recommend", upTo(0, 10))
	add("satisfaction", func(i int) float64 { return []float64{nan, float64(1 + r.IntN(5))}[i%2] })
	add("effort", upTo(1, 7))
	add("complaints", func(int) float64 { return max(0, float64(r.IntN(9)-6)) })
	for j := range 4 {
		add(fmt.Sprintf("touchpoint#%d", j+1), upTo(1+j%2, 5))
		add(fmt.Sprintf("need#%d", j+1), upTo(1, 4))
	}
	for j := range 5 {
		add(fmt.Sprintf("factor#%d", j+1), upTo(1, 5))
	}
	add("benefit", upTo(1, 7))
	add("price_perceived", upTo(1, 7))
	add("readiness", func(int) float64 { return math.Round(10*(4+r.NormFloat64())) / 10 })
	add("brand_rank", upTo(1, 3))
	add("brands_used", upTo(2, 5))
	add("own_spend", upTo(0, 20))
	add("category_spend", upTo(10, 30))
	add("custom_orders", upTo(0, 3))
	add("custom_request", func(int) float64 { return float64(r.IntN(11)) / 10 })
	add("interest", func(int) float64 { return math.Round(60 * r.ExpFloat64()) })
	add("fit", upTo(0, 100))
	reviews, adopted := make([]string, baseSize), make([]int64, baseSize)
	for i := range baseSize {
		reviews[i] = []string{"Good tea", "Not good", "很快", "Bad tea", "It came", ""}[r.IntN(6)]
		adopted[i] = model.Day(18000 + 100*r.NormFloat64()).Seconds()
		if i%7 == 3 {
			adopted[i] = model.NoDate
		}
	}
	columns = append(columns, model.TextsOf("review", reviews), model.NewDates("adoption_date", adopted))
	return base{name: "answers", tables: []*model.Table{table(t, "people", columns...), webEvents(t, r), wants(t, r)}}
}

// webEvents are dated events of some of the people of a base.
func webEvents(t testing.TB, r *rand.Rand) *model.Table {
	var ids, kinds []string
	var dates []int64
	for i := range baseSize {
		for range r.IntN(6) {
			ids, kinds = append(ids, fmt.Sprintf("c%04d", i)), append(kinds, []string{"view", "click", "cart", "open", "login"}[r.IntN(5)])
			dates = append(dates, model.Day(18300+r.IntN(60)).Seconds())
		}
	}
	return table(t, "events", model.TextsOf("customer_id", ids), model.NewDates("event_date", dates), model.TextsOf("event_type", kinds))
}

// wants are orders of the people of a base in categories, of one more than of
// others by most.
func wants(t testing.TB, r *rand.Rand) *model.Table {
	var ids, categories []string
	var dates []int64
	var amounts []float64
	for i := range baseSize {
		for range 1 + r.IntN(6) {
			word := []string{"Tea", "Coffee", "Garden"}[r.IntN(3)]
			if r.IntN(2) == 0 {
				word = []string{"Tea", "Coffee", "Garden"}[i%3]
			}
			ids, categories = append(ids, fmt.Sprintf("c%04d", i)), append(categories, word)
			dates, amounts = append(dates, model.Day(18000+r.IntN(361)).Seconds()), append(amounts, float64(1+r.IntN(90)))
		}
	}
	return table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts), model.TextsOf("category", categories))
}
