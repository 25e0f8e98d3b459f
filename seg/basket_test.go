package seg

import (
	"bufio"
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// basketsOf makes order lines "customer order product amount".
func basketsOf(t *testing.T, withOrders bool, lines ...string) *model.Customers {
	t.Helper()
	var ids, orders, products []string
	var dates []int64
	var amounts []float64
	for i, line := range lines {
		var id, order, product string
		var amount float64
		if _, err := fmt.Sscan(line, &id, &order, &product, &amount); err != nil {
			t.Fatal(err)
		}
		ids, orders, products = append(ids, id), append(orders, order), append(products, product)
		dates, amounts = append(dates, model.Day(100+i/4).Seconds()), append(amounts, amount)
	}
	columns := []model.Column{model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.TextsOf("product", products), model.NewNumbers("amount", amounts)}
	if withOrders {
		columns = append(columns, model.TextsOf("order_id", orders))
	}
	return customers(t, model.NoDay, table(t, "orders", columns...))
}

func TestBasketByHand(t *testing.T) {
	c := basketsOf(t, true,
		"a 1 tea 4", "a 1 cup 10", "b 2 tea 4", "b 2 cup 12", "c 3 tea 4", "c 3 cup 8", "d 4 tea 4", "d 4 jam 2", "e 5 mat 30", "f 6 cup 10", "g 7 jam 2", "g 7 jam 2")
	// Of 7 baskets tea is in 4, cup in 4, both in 3: confidence .75, lift 21/16.
	s := run(t, "basket", c, "confidence=70%", "high=0")
	wantPlaced(t, s, "None", "None", "None", "High", "None", "High", "None")
	if got := textScore(s, "next_offer"); got[3] != "cup" || got[5] != "tea" || got[0] != "" {
		t.Errorf("offers %q", got)
	}
	wantNumbers(t, "expected value", score(t, s, "expected_value"), nan, nan, nan, 7.5, nan, 3, nan)
	wantNumbers(t, "lift", score(t, s, "lift"), nan, nan, nan, 21./16, nan, 21./16, nan)
	s = run(t, "basket", c, "confidence=70%")
	if got := placed(s); got[3] != "High" || got[5] != "Some" {
		t.Errorf("placed %q", got)
	}
	if !noted(s, "Rule 1: cup → tea, lift 1.31, confidence 75.0%, support 42.86% (3 baskets)") {
		t.Errorf("notes %v", s.Notes)
	}
	if rules, _ := s.Measured("rules"); rules != 2 {
		t.Errorf("%v rules", rules)
	}
	// Nobody buys three together.
	if s = run(t, "basket", c, "lift=2"); sizes(s)["None"] != 7 || !noted(s, "No rule reaches") {
		t.Errorf("sizes %v, notes %v", sizes(s), s.Notes)
	}
}

// Without order ids a day is an order; a customer's lines may also be one basket.
func TestBasketsWithoutOrders(t *testing.T) {
	c := basketsOf(t, false, "a 1 tea 4", "a 1 cup 10", "b 2 tea 4", "b 2 jam 12", "a 3 mat 4", "a 3 jam 8", "c 4 tea 4", "c 4 cup 2")
	for set, want := range map[string]float64{"baskets=order": 4, "baskets=customer": 3} {
		if n, _ := run(t, "basket", c, set).Measured("baskets"); n != want {
			t.Errorf("%s: %v baskets, want %v", set, n, want)
		}
	}
}

func TestBasketOfColumns(t *testing.T) {
	if got := failure(t, "basket", people(t, numbers("x", 1, 2))); !strings.Contains(got, "--map product=COLUMN") || !strings.Contains(got, "--map item=COLUMN") {
		t.Error(got)
	}
	// One column of words, one of yes and no.
	people := table(t, "people", words("customer_id", "a", "b", "c", "d"), words("first", "tea", "tea", "tea", "mat"), words("honey", "yes", "yes", "no", "no"))
	d := &model.Dataset{Tables: []*model.Table{people}, Guesses: []model.Guess{{Column: 0, Role: model.CustomerID}, {Column: 1, Role: "item"}, {Column: 2, Role: "item"}}}
	s := run(t, "basket", build(t, d))
	if got := textScore(s, "next_offer"); !slices.Equal(got, []string{"", "", "honey", ""}) {
		t.Errorf("offers %q", got)
	}
	wantNumbers(t, "chance", score(t, s, "expected_value"), nan, nan, 2./3, nan)
}

// build makes customers of a dataset whose guesses are right.
func build(t *testing.T, d *model.Dataset) *model.Customers {
	t.Helper()
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := model.BuildCustomers(t.Context(), d, roles, model.Scope{AsOf: model.NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The reference: 15 rules of the groceries data, each line a basket in columns,
// of which that of the highest lift is citrus fruit + root vegetables → other
// vegetables, 3.0296.
func TestBasketOfGroceries(t *testing.T) {
	file, err := os.Open("../../shared/data/groceries_baskets.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	var ids []string
	var cells [32][]string // the longest basket has 32 items
	for scan := bufio.NewScanner(file); scan.Scan(); {
		ids = append(ids, fmt.Sprintf("b%05d", len(ids)))
		items := strings.Split(scan.Text(), ",")
		for j := range cells {
			word := ""
			if j < len(items) {
				word = strings.TrimSpace(items[j])
			}
			cells[j] = append(cells[j], word)
		}
	}
	columns := []model.Column{model.TextsOf("customer_id", ids)}
	d := &model.Dataset{Guesses: []model.Guess{{Column: 0, Role: model.CustomerID}}}
	for j, words := range cells {
		columns = append(columns, model.TextsOf(fmt.Sprint("item ", j+1), words))
		d.Guesses = append(d.Guesses, model.Guess{Column: j + 1, Role: "item"})
	}
	d.Tables = []*model.Table{table(t, "groceries", columns...)}
	s := run(t, "basket", build(t, d), "support=1%", "confidence=50%")
	rules, _ := s.Measured("rules")
	if lift, _ := s.Measured("best_lift"); rules != 15 || math.Abs(lift-3.0296) > 5e-5 {
		t.Errorf("%v rules, best lift %v", rules, lift)
	}
	if !noted(s, "Rule 1: citrus fruit + root vegetables → other vegetables") {
		t.Errorf("notes %v", s.Notes)
	}
}

// A million order lines, from what the tables hold to the offers.
func BenchmarkBasket(b *testing.B) {
	const lines = 1_000_000
	ids, orders, products, dates, amounts := make([]string, lines), make([]string, lines), make([]string, lines), make([]int64, lines), make([]float64, lines)
	for i := range lines {
		order := i / 5
		ids[i], orders[i], products[i] = fmt.Sprintf("c%06d", order%60_000), fmt.Sprintf("o%07d", order), fmt.Sprintf("p%04d", i*i%10_007%(1+i%2000))
		dates[i], amounts[i] = model.Day(10_000+order%700).Seconds(), float64(i%97)
	}
	in := Input{Customers: customers(b, model.NoDay, table(b, "orders", model.TextsOf("customer_id", ids), model.TextsOf("order_id", orders),
		model.NewDates("order_date", dates), model.TextsOf("product", products), model.NewNumbers("amount", amounts)))}
	var err error
	if in.Params, err = NewParams(crossSelling{}.Spec(), model.Settings{"support": model.Num(0.001), "confidence": model.Num(0.05)}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := (crossSelling{}).Run(b.Context(), in, func(float64) {}); err != nil {
			b.Fatal(err)
		}
	}
}

// Where no rule of products reaches the limits the items are categories, unless
// products were asked for.
func TestBasketsOfCategories(t *testing.T) {
	var ids, products, categories []string
	var dates []int64
	for i := range 10 { // each buys a tea and a cup of their own; the last, a tea alone
		for k, category := range []string{"Tea", "Cups"} {
			if i < 9 || k == 0 {
				ids, products, categories = append(ids, fmt.Sprint("c", i)), append(products, fmt.Sprint(category, i)), append(categories, category)
				dates = append(dates, model.Day(100).Seconds())
			}
		}
	}
	c := customers(t, model.NoDay, table(t, "orders", model.TextsOf("customer_id", ids), model.NewDates("order_date", dates), model.TextsOf("product", products), model.TextsOf("category", categories)))
	set := []string{"support=20%", "lift=0.5", "baskets=customer"}
	s := run(t, "basket", c, set...)
	if got := textScore(s, "next_offer"); got[9] != "Cups" || got[0] != "" {
		t.Errorf("offers %q", got)
	}
	if !noted(s, "the items are categories") {
		t.Errorf("notes %v", s.Notes)
	}
	if s = run(t, "basket", c, append(set, "level=product")...); sizes(s)["None"] != 10 || noted(s, "the items are categories") {
		t.Errorf("sizes %v, notes %v", sizes(s), s.Notes)
	}
}

// A million order lines of 5,000 products in 200,000 orders, some products far
// more common than others and some bought together.
func BenchmarkCrossSelling(b *testing.B) {
	const lines, products, customersInAll, perOrder = 1_000_000, 5000, 60_000, 5
	r := rand.New(rand.NewPCG(1, 1))
	ids, orders, items := make([]string, lines), make([]string, lines), make([]string, lines)
	dates, amounts := make([]int64, lines), make([]float64, lines)
	who, item := 0, 0
	for i := range lines {
		if i%perOrder == 0 {
			who = r.IntN(customersInAll)
		}
		if item++; i%perOrder == 0 || r.IntN(3) > 0 { // else the product after the last
			item = int(products * math.Pow(r.Float64(), 3))
		}
		ids[i], orders[i], items[i] = fmt.Sprint("c", who), fmt.Sprint("o", i/perOrder), fmt.Sprint("p", item)
		dates[i], amounts[i] = model.Day(18000+i/3000).Seconds(), float64(1+item%97)
	}
	c := customers(b, model.NoDay, table(b, "orders", model.TextsOf("customer_id", ids), model.TextsOf("order_id", orders), model.TextsOf("product", items),
		model.NewDates("order_date", dates), model.NewNumbers("amount", amounts)))
	for _, set := range [][]string{nil, {"support=0.1%", "confidence=5%"}, {"support=0.02%", "confidence=2%"}} {
		b.Run(cmp.Or(strings.Join(set, ","), "default"), func(b *testing.B) {
			for b.Loop() {
				run(b, "basket", c, set...)
			}
		})
	}
}

// The chart has the first fifty rules, and a note says of how many.
func TestBasketChartsManyRules(t *testing.T) {
	var lines []string
	for _, id := range []string{"a", "b", "c", "d"} {
		for _, item := range []string{"ale", "bun", "cup", "dip", "egg", "fig"} {
			lines = append(lines, id+" "+id+"1 "+item+" 1")
		}
	}
	s := run(t, "basket", basketsOf(t, true, append(lines, "e e1 mat 1", "f f1 jam 1")...))
	rules, _ := s.Measured("rules")
	if bars := s.Charts[0].(*model.Bars); rules != 90 || len(bars.Values) != 50 || !noted(s, "the first 50 of 90 by lift") {
		t.Errorf("%v rules, %d bars, notes %v", rules, len(bars.Values), s.Notes)
	}
}
