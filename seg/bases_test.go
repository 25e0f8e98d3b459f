package seg

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model"
)

// base is generated data that every method is tried on.
type base struct {
	name   string
	tables []*model.Table
	cents  int64 // money in the tables, where it is in whole cents
	// hostile marks data of which a method may say that it cannot be segmented.
	hostile bool
}

// customers builds the customers of the base.
func (b base) customers(t testing.TB) *model.Customers { return customers(t, model.NoDay, b.tables...) }

// shuffled returns the base with the rows of its tables in another order.
func (b base) shuffled(t testing.TB, r *rand.Rand) base {
	out := b
	out.tables = nil
	for _, tab := range b.tables {
		rows := make([]int32, tab.Rows())
		for to, from := range r.Perm(len(rows)) {
			rows[to] = int32(from)
		}
		var columns []model.Column
		for _, c := range tab.Columns() {
			columns = append(columns, c.Pick(rows))
		}
		out.tables = append(out.tables, table(t, tab.Name, columns...))
	}
	return out
}

// baseSize is the number of customers in most bases: small, for there are many
// settings to try.
const baseSize = 70

// bases are the data that methods must cope with.
func bases(t testing.TB) []base {
	return []base{
		orderBase(t, false), orderBase(t, true), measureBase(t, 0), measureBase(t, .3),
		surveyBase(t), responseBase(t), answersBase(t),
		hostile(t, "one row", 1, func(int) float64 { return 7 }),
		hostile(t, "two rows", 2, func(i int) float64 { return float64(i) }),
		hostile(t, "all equal", 20, func(int) float64 { return 3 }),
		hostile(t, "all zero", 20, func(int) float64 { return 0 }),
		hostile(t, "all missing", 20, func(int) float64 { return nan }),
		hostile(t, "mostly missing", 20, func(i int) float64 { return []float64{nan, nan, nan, nan, float64(i)}[i%5] }),
		hostile(t, "infinite", 20, func(i int) float64 { return []float64{inf, -inf, nan, float64(i)}[i%4] }),
		hostile(t, "negative", 20, func(i int) float64 { return -float64(i) - 1 }),
		hostile(t, "huge", 20, func(i int) float64 { return 1e15 * float64(i+1) }),
		hostile(t, "tiny", 20, func(i int) float64 { return 1e-15 * float64(i+1) }),
		hostile(t, "huge and tiny", 20, func(i int) float64 { return math.Pow(1e15, float64(i%3-1)) }),
		returnsOnly(t),
	}
}

// orderBase is a table of orders: some returns, some of nothing else, some
// orders of zero. With people it has order ids, profit and categories, and a
// customer table which lacks some customers and knows some that never ordered.
func orderBase(t testing.TB, withPeople bool) base {
	r := rand.New(rand.NewPCG(3, 0))
	b := base{name: "orders"}
	var ids, orders []string
	var dates []int64
	var amounts []float64
	for c := range baseSize {
		for range 1 + r.IntN(2+c%9) {
			cents := int64(100 * math.Exp(3+1.5*r.NormFloat64()))
			switch {
			case c%20 == 7 || r.IntN(9) == 0:
				cents = -cents / 3
			case r.IntN(25) == 0:
				cents = 0
			}
			b.cents += cents
			ids, orders = append(ids, fmt.Sprintf("c%04d", c)), append(orders, fmt.Sprint("o", len(orders)/2))
			dates, amounts = append(dates, model.Day(18000+r.IntN(60*(1+c%10))).Seconds()+int64(r.IntN(86400))), append(amounts, float64(cents)/100)
		}
	}
	columns := []model.Column{model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.NewNumbers("amount", amounts)}
	if withPeople {
		b.name = "orders and people"
		columns = append(columns, model.TextsOf("order_id", orders), earned(amounts), sold(len(amounts)), through(ids), lowered(len(amounts)))
		b.tables = append(b.tables, table(t, "people", append(roleColumns(r, baseSize, .05, "Measures"), model.TextsOf("customer_id", idsFrom(10, baseSize)))...))
	}
	b.tables = append(b.tables, table(t, "orders", columns...))
	return b
}

// earned is the profit of order lines, some of which are at a loss.
func earned(amounts []float64) model.Column {
	out := make([]float64, len(amounts))
	for i, v := range amounts {
		out[i] = math.Round(100*v*(.4-float64(i%7)/10)) / 100
	}
	return model.NewNumbers("profit", out)
}

// sold is the category of n order lines.
func sold(n int) model.Column {
	out := make([]string, n)
	for i := range out {
		out[i] = []string{"Tea", "Coffee", "Garden", "Kitchen", "Books"}[i*i%11%5]
	}
	return model.TextsOf("category", out)
}

// through is the channel of order lines, of which most customers prefer one, and
// some lines have none.
func through(ids []string) model.Column {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = []string{"Web", "Store", "Phone", "App"}[int(id[len(id)-1])%3]
		switch i % 7 {
		case 3, 5:
			out[i] = "Web"
		case 6:
			out[i] = []string{"App", "", "Store"}[i/7%3]
		}
	}
	return model.TextsOf("channel", out)
}

// lowered is the discount of n order lines, 0 of most.
func lowered(n int) model.Column {
	out := make([]float64, n)
	for i := range out {
		if i%5 == 1 || i%3 == 2 {
			out[i] = .2
		}
	}
	return model.NewNumbers("discount", out)
}

// measureBase is a table of people with a column for every role that is not an
// order's, and columns x, y and z in clusters that overlap. A share of its
// values is missing.
func measureBase(t testing.TB, gaps float64) base {
	r := rand.New(rand.NewPCG(5, uint64(100*gaps)))
	b := base{name: fmt.Sprintf("measures, %.0f%% missing", 100*gaps)}
	columns := append(roleColumns(r, baseSize, gaps, ""), model.TextsOf("customer_id", idsFrom(0, baseSize)))
	for _, name := range []string{"x", "y", "z"} {
		values := make([]float64, baseSize)
		for i := range values {
			values[i] = float64(i*i%13) + 2*r.NormFloat64()
			if r.Float64() < gaps/2 {
				values[i] = []float64{nan, inf, -inf}[r.IntN(3)]
			}
		}
		columns = append(columns, model.NewNumbers(name, values))
	}
	for _, c := range columns {
		if n, ok := c.(*model.Numbers); ok && n.Name() == "monetary" {
			for _, v := range n.Values() {
				if finite(v) {
					b.cents += int64(math.Round(100 * v))
				}
			}
		}
	}
	b.tables = []*model.Table{table(t, "people", columns...)}
	return b
}

// surveyBase is answers from 1 to 5 to twelve items, by people of three minds who
// agree with much or with little, and what they spent; some answers are missing.
func surveyBase(t testing.TB) base {
	const items = 12
	r := rand.New(rand.NewPCG(13, 0))
	b := base{name: "survey"}
	money := make([]float64, baseSize)
	for i := range money {
		cents := math.Round(100 * math.Exp(4+r.NormFloat64()))
		b.cents += int64(cents)
		money[i] = cents / 100
	}
	columns := []model.Column{model.TextsOf("customer_id", idsFrom(0, baseSize))}
	answers := make([][]float64, items)
	for j := range answers {
		answers[j] = make([]float64, baseSize)
		columns = append(columns, model.NewNumbers(fmt.Sprintf("attitude#%d", j+1), answers[j]))
	}
	for i := range baseSize {
		level := 2.5 + r.Float64()
		for j := range answers {
			v := level + r.NormFloat64()/2
			if j%3 == i%3 {
				v++
			}
			answers[j][i] = min(max(1, math.Round(v)), 5)
			if r.IntN(50) == 0 {
				answers[j][i] = nan
			}
		}
	}
	// In second place, where no list of columns to try has it, so that one is of answers alone.
	columns = slices.Insert(columns, 2, model.Column(model.NewNumbers("monetary", money)))
	b.tables = []*model.Table{table(t, "survey", columns...)}
	return b
}

// roleColumns are columns named by roles, all but the orders' own and those of
// one more group, which may be of none. Money is skewed, in cents.
func roleColumns(r *rand.Rand, n int, gaps float64, without model.RoleGroup) []model.Column {
	var out []model.Column
	for _, role := range model.Roles() {
		if role.Group == "Orders" || role.Group == "Other" || role.Group == without || role.ID == "event_date" {
			continue
		}
		numbers, words, dates := make([]float64, n), make([]string, n), make([]int64, n)
		for i := range n {
			numbers[i], words[i], dates[i] = float64(r.IntN(11)), string(rune('A'+r.IntN(5))), model.Day(15000+r.IntN(3000)).Seconds()
			switch role.ID {
			case "monetary", "average_order":
				numbers[i] = math.Round(100*math.Exp(4+1.5*r.NormFloat64())) / 100
			case "recency":
				numbers[i] = float64(r.IntN(400))
			case "utilisation", "debt_ratio":
				numbers[i] /= 10
			case "credit_score":
				numbers[i] = 300 + 50*numbers[i]
			case "target":
				words[i] = map[bool]string{true: "yes", false: "no"}[words[i] < "C"]
			}
			if r.Float64() < gaps {
				numbers[i], words[i], dates[i] = nan, "", model.NoDate
			}
		}
		switch role.Kind {
		case model.Number:
			out = append(out, model.NewNumbers(string(role.ID), numbers))
		case model.Date:
			out = append(out, model.NewDates(string(role.ID), dates))
		default:
			out = append(out, model.TextsOf(string(role.ID), words))
		}
	}
	return out
}

// idsFrom are n ids from a first number on.
func idsFrom(first, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("c%04d", first+i)
	}
	return out
}

// responseBase is people of whom it is known who answered and who opened a letter,
// which depend on their age, their visits and their kind.
func responseBase(t testing.TB) base {
	r := rand.New(rand.NewPCG(17, 0))
	var kinds, answers []string
	var ages, visits, opened []float64
	for i := range baseSize {
		kinds, ages, visits = append(kinds, []string{"new", "old", "lost", ""}[r.IntN(4)]), append(ages, float64(20+r.IntN(60))), append(visits, r.ExpFloat64())
		answers, opened = append(answers, "no"), append(opened, 0)
		if ages[i]+20*r.NormFloat64() < 45 || kinds[i] == "new" {
			answers[i] = "yes"
		}
		if visits[i]+r.NormFloat64()/2 > 1 {
			opened[i] = 1
		}
	}
	money, cents := make([]float64, baseSize), int64(0)
	for i := range money {
		money[i] = float64(1 + r.IntN(500))
		cents += 100 * int64(money[i])
	}
	return base{name: "responses", cents: cents, tables: []*model.Table{table(t, "people", model.TextsOf("customer_id", idsFrom(0, baseSize)), model.TextsOf("kind", kinds),
		model.NewNumbers("age", ages), model.NewNumbers("visits", visits), model.NewNumbers("monetary", money), model.TextsOf("target", answers), model.NewNumbers("opened", opened))}}
}

// hostile is a table of people whose numbers are all of one sort.
func hostile(t testing.TB, name string, n int, value func(i int) float64) base {
	columns := []model.Column{model.TextsOf("customer_id", idsFrom(0, n))}
	for _, c := range roleColumns(rand.New(rand.NewPCG(7, 0)), n, 0, "") {
		if c.Kind() == model.Number {
			values := make([]float64, n)
			for i := range values {
				values[i] = value(i)
			}
			c = model.NewNumbers(c.Name(), values)
		}
		columns = append(columns, c)
	}
	return base{name: name, tables: []*model.Table{table(t, "people", columns...)}, hostile: true}
}

// returnsOnly is orders that are all returns.
func returnsOnly(t testing.TB) base {
	b := orderBase(t, false)
	b.name, b.hostile, b.cents = "returns only", true, 0
	columns := b.tables[0].Columns()
	amounts := make([]float64, b.tables[0].Rows())
	for i := range amounts {
		amounts[i] = -1
		b.cents -= 100
	}
	b.tables = []*model.Table{table(t, "orders", columns[0], columns[1], model.NewNumbers("amount", amounts))}
	return b
}
