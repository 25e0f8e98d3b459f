package quality

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/wording"
)

// data makes a dataset of one table; roles go by the column's name.
func data(t testing.TB, columns ...model.Column) (*model.Dataset, model.RoleMap) {
	t.Helper()
	table, err := model.NewTable("orders", "orders.csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Tables: []*model.Table{table}}
	for i, c := range columns {
		if _, ok := model.LookupRole(model.Role(c.Name())); ok {
			d.Guesses = append(d.Guesses, model.Guess{Column: i, Role: model.Role(c.Name())})
		}
	}
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	return d, roles
}

func someDay(t testing.TB, s string) model.Day {
	t.Helper()
	d, err := model.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func inspect(t testing.TB, d *model.Dataset, roles model.RoleMap) Report {
	t.Helper()
	r, err := Inspect(context.Background(), d, roles, someDay(t, "2024-06-30"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// count returns how many things a check found, over all columns.
func count(r Report, check string) int {
	n := 0
	for _, f := range r.Findings {
		if f.Check == check {
			n += f.Count
		}
	}
	return n
}

func numbers(name string, v ...float64) model.Column { return model.NewNumbers(name, v) }
func words(name string, w ...string) model.Column    { return model.TextsOf(name, w) }

// spread is a measure of 40 values without outliers, then the values given.
func spread(name string, more ...float64) model.Column {
	var v []float64
	for i := range 40 {
		v = append(v, 20.5+float64(i*7%40))
	}
	return model.NewNumbers(name, append(v, more...))
}

// days is 40 days from 2023-01-01, then the days given.
func days(t testing.TB, name string, more ...string) model.Column {
	var s []int64
	for i := range 40 {
		s = append(s, (someDay(t, "2023-01-01") + model.Day(i)).Seconds())
	}
	for _, d := range more {
		s = append(s, someDay(t, d).Seconds())
	}
	return model.NewDates(name, s)
}

// days4 is a day of orders, four times.
func days4(t testing.TB, day string) model.Column {
	s := someDay(t, day).Seconds()
	return model.NewDates("order_date", []int64{s, s, s, s})
}

// years is 40 years of birth, then the years given.
func years(name string, more ...float64) model.Column {
	var v []float64
	for i := range 40 {
		v = append(v, float64(1950+i))
	}
	return model.NewNumbers(name, append(v, more...))
}

// Each check finds what is wrong in a table, and nothing in one like it.
func TestChecks(t *testing.T) {
	ids := words("customer_id", "a1", "b1", "c1", "a1")
	for _, x := range []struct {
		check string
		count int
		bad   []model.Column
		good  []model.Column
	}{
		{"duplicate_rows", 1,
			[]model.Column{ids, numbers("amount", 5, 6, 7, 5), words("product", "x", "y", "z", "x")},
			[]model.Column{ids, numbers("amount", 5, 6, 7, 5), words("product", "x", "y", "z", "y")}},
		{"duplicate_orders", 1,
			[]model.Column{ids, words("order_id", "o1", "o1", "o2", "o3"), numbers("amount", 1, 2, 3, 4)},
			[]model.Column{ids, words("order_id", "o1", "o2", "o3", "o1"), numbers("amount", 1, 2, 3, 4)}},
		{"id_names", 1,
			[]model.Column{ids, words("customer_name", "Ann", "Bo", "Cy", "Dan")},
			[]model.Column{ids, words("customer_name", "Ann", "Bo", "Bo", "ann ")}},
		{"id_spelling", 1,
			[]model.Column{words("customer_id", "a1", "A1", "b1"), numbers("amount", 1, 2, 3)},
			[]model.Column{words("customer_id", "a1", "a2", " a1 "), numbers("amount", 1, 2, 3)}},
		{"id_spelling", 2,
			[]model.Column{words("customer_id", "007", "7", "b1", "08", "8"), numbers("amount", 1, 2, 3, 4, 5)},
			[]model.Column{words("customer_id", "0", "70", "7", "a7", "a07"), numbers("amount", 1, 2, 3, 4, 5)}},
		{"duplicate_rows", 2, // and it is only told, see below
			[]model.Column{words("customer_id", "a", "a", "a", "b"), days4(t, "2024-01-01"), numbers("amount", 10, 10, 10, 20)},
			[]model.Column{words("customer_id", "a", "a", "a", "b"), numbers("amount", 10, 10, 10, 20)}},
		{"blank_ids", 4,
			[]model.Column{words("customer_id", "a", "", "b", "", "c", "", ""), numbers("amount", 1, 2, 3, 4, 5, 6, 7)},
			[]model.Column{words("customer_id", "a", "", "b", "", "a", "", ""), numbers("amount", 1, 2, 3, 4, 5, 6, 7)}},
		{"currencies", 2,
			[]model.Column{ids, numbers("amount", 5, 6, 7, 5), words("Currency", "USD", "EUR", "usd", "JPY")},
			[]model.Column{ids, numbers("amount", 5, 6, 7, 5), words("Currency", "USD", "usd ", "usd", "")}},
		{"currencies", 1,
			[]model.Column{ids, numbers("amount", 5, 6, 7, 5), words("币种", "元", "元", "元", "美元")},
			[]model.Column{ids, numbers("score", 5, 6, 7, 5), words("币种", "元", "元", "元", "美元")}},
		{"other_calendar", 4, []model.Column{ids, days4(t, "2567-01-05")}, []model.Column{ids, days4(t, "2026-01-05")}},
		{"other_calendar", 4, []model.Column{ids, days4(t, "1402-05-06")}, []model.Column{ids, days4(t, "1975-05-06")}},
		{"outliers", 2, []model.Column{spread("size_m", 500, 90)}, []model.Column{spread("size_m", 60, 21)}},
		{"extreme_outliers", 1, []model.Column{spread("size_m", 501, 110)}, []model.Column{spread("order_no", 501, 110)}},
		{"placeholder", 2, []model.Column{spread("income", 666666, 999999)}, []model.Column{spread("income", 70, 666, 700)}},
		{"placeholder", 2, []model.Column{spread("score", -999, -1)}, []model.Column{spread("score", -999, -5)}},
		{"birth_year", 2, []model.Column{years("Year_Birth", 1893, 2031), days(t, "seen", "2023-02-10", "2023-02-11")}, []model.Column{years("Year_Birth", 1920, 2010)}},
		{"age", 2, []model.Column{spread("age", -3, 150)}, []model.Column{spread("age", 0, 105)}},
		{"future_dates", 1, []model.Column{days(t, "order_date", "2024-07-01")}, []model.Column{days(t, "order_date", "2024-06-30")}},
		{"far_dates", 1, []model.Column{days(t, "order_date", "2015-07-01")}, []model.Column{days(t, "order_date", "2019-06-30")}},
		{"early_dates", 2, []model.Column{days(t, "order_date", "1970-01-01", "1900-01-01")}, []model.Column{days(t, "order_date", "1995-01-01")}},
		{"zero_amount", 1, []model.Column{ids, numbers("amount", 0, 1, 2, 3)}, []model.Column{ids, numbers("amount", 4, 1, 2, 3)}},
		{"zero_quantity", 1, []model.Column{ids, numbers("quantity", 0, 1, 2, 3)}, []model.Column{ids, numbers("quantity", 4, 1, 2, 3)}},
		{"zero_price", 1, []model.Column{ids, numbers("unit_price", 0, 1, 2, 3)}, []model.Column{ids, numbers("unit_price", 4, 1, 2, 3)}},
		{"returns_only", 1, []model.Column{ids, numbers("amount", 4, -1, 2, 3)}, []model.Column{ids, numbers("amount", -4, 1, 2, 3)}},
		{"near_categories", 1, []model.Column{words("area", "East", "east ", "Ｅast", "West", "West", "East", "East", "West")},
			[]model.Column{words("area", "East", "West", "West", "East", "East", "West")}},
		{"near_categories", 1, []model.Column{words("area", "East", "Ea\u200bst", "East\u00ad", "\ufeffEast", "☀", "East", "East", "☀", "☀", "East")},
			[]model.Column{words("area", "East", "Öst", "Öst", "East", "E-ast", "E-ast")}},
		{"near_categories", 1, []model.Column{words("area", "☀\ufe0f", "☀", "☀", "☀\ufe0f")}, []model.Column{words("area", "☀", "☁", "☁", "☀")}},
		{"mojibake", 2, []model.Column{words("city", "KÃ¶ln", "Köln", "a\uFFFD")}, []model.Column{words("city", "São", "SÃO", "Âge")}},
		{"email", 2, []model.Column{words("email", "a@b.com", "a@b", "x y@b.com")}, []model.Column{words("email", "a@b.com", "c@d.co.uk")}},
		{"phone", 1, []model.Column{words("phone", "+46 70 123", "none")}, []model.Column{words("phone", "+46 (70) 12-34", "13800138000", "555-0100 ext 5")}},
		{"constant_column", 3, []model.Column{numbers("z", 3, 3, 3)}, []model.Column{numbers("z", 3, 3, 4)}},
		{"nearly_empty", 2, []model.Column{words("z", "", ""), numbers("a", 1, 2)}, []model.Column{words("z", "x", ""), numbers("a", 1, 2)}},
	} {
		d, roles := data(t, x.bad...)
		if n := count(inspect(t, d, roles), x.check); n != x.count {
			t.Errorf("%s found %d of %d", x.check, n, x.count)
		}
		d, roles = data(t, x.good...)
		if n := count(inspect(t, d, roles), x.check); n != 0 {
			t.Errorf("%s found %d where nothing is wrong", x.check, n)
		}
	}
}

// mixed is a table in which many checks find something.
func mixed(t testing.TB) []model.Column {
	r := rand.New(rand.NewPCG(3, 4))
	const n = 400
	var ids, names, orders, areas []string
	var when []int64
	var paid, income, born []float64
	for range n {
		k := r.IntN(60)
		ids = append(ids, []string{"k", "K"}[min(1, r.IntN(40))]+string(rune('a'+k%26))+string(rune('a'+k/26)))
		names = append(names, "Name "+string(rune('A'+k%25)))
		orders = append(orders, "o"+string(rune('0'+r.IntN(10)))+string(rune('0'+r.IntN(10)))+string(rune('0'+r.IntN(3))))
		areas = append(areas, []string{"East", "West", "east", "North"}[r.IntN(4)])
		when = append(when, someDay(t, "2023-03-01").Seconds()+int64(r.IntN(200))*86400)
		paid = append(paid, float64(r.IntN(80)))
		income = append(income, 20000+100*float64(r.IntN(400)))
		born = append(born, float64(1940+r.IntN(60)))
	}
	when[7], when[9] = someDay(t, "2917-01-01").Seconds(), someDay(t, "1900-01-01").Seconds()
	income[3], born[4], paid[5] = 666666, 1890, 9000
	for _, list := range [][]string{ids, names, orders, areas} {
		list[20] = list[11]
	}
	when[20], paid[20], income[20], born[20] = when[11], paid[11], income[11], born[11]
	return []model.Column{words("customer_id", ids...), words("customer_name", names...), words("order_id", orders...),
		words("area", areas...), model.NewDates("order_date", when), model.NewNumbers("amount", paid), model.NewNumbers("Income", income), model.NewNumbers("Year_Birth", born)}
}

func TestTheOrderOfRowsDoesNotMatter(t *testing.T) {
	columns := mixed(t)
	d, roles := data(t, columns...)
	want := inspect(t, d, roles)
	if len(want.Findings) < 10 {
		t.Fatalf("only %d findings", len(want.Findings))
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 3 {
		order := make([]int32, columns[0].Len())
		for i, k := range r.Perm(len(order)) {
			order[i] = int32(k)
		}
		shuffled := make([]model.Column, len(columns))
		for i, c := range columns {
			words := make([]string, c.Len())
			for k, from := range order {
				words[k] = c.Text(int(from))
			}
			if shuffled[i] = c.Pick(order); c.Kind() == model.Text {
				shuffled[i] = model.TextsOf(c.Name(), words) // another dictionary
			}
		}
		d, roles := data(t, shuffled...)
		got := inspect(t, d, roles)
		for i, f := range got.Findings {
			if w := want.Findings[i]; f.Check != w.Check || f.Count != w.Count || f.Column != w.Column {
				t.Errorf("%s found %d, with rows in another order %s %d", w.Check, w.Count, f.Check, f.Count)
			}
		}
	}
}

func TestFindingsSayWhatTheyMean(t *testing.T) {
	pr := wording.English()
	d, roles := data(t, mixed(t)...)
	for _, f := range inspect(t, d, roles).Findings {
		text := f.Text.In(pr) + " / " + f.Consequence.In(pr)
		if strings.Contains(text, "%!") || f.Consequence.Empty() || f.Actions[0] != model.Keep || f.Action != model.Keep {
			t.Errorf("%s: %s, %v", f.Check, text, f.Actions)
		}
		if !slices.IsSorted(f.Rows) {
			t.Errorf("%s: rows %v", f.Check, f.Rows)
		}
		if f.Check == "future_dates" && !strings.Contains(text, "2917-01-02 instead of 2023-09") {
			t.Errorf("%s", text)
		}
		if f.Check == "birth_year" && f.Examples[0] != (Example{Column: 7, Value: "1890", Row: 4, File: "orders.csv", FileRow: 6}) {
			t.Errorf("%+v", f.Examples[0])
		}
		if (f.Check == "id_names") != f.Personal && f.Column == 1 {
			t.Errorf("%s is personal: %v", f.Check, f.Personal)
		}
	}
}

func TestWithoutTodayNothingIsInTheFuture(t *testing.T) {
	d, roles := data(t, mixed(t)...)
	r, err := Inspect(context.Background(), d, roles, model.NoDay, nil)
	if err != nil || count(r, "future_dates") != 0 || count(r, "far_dates") != 1 {
		t.Errorf("%d in the future, %d far, %v", count(r, "future_dates"), count(r, "far_dates"), err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Inspect(ctx, d, roles, model.NoDay, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

// Equal orders without an order id may be purchases made again.
func TestRepeatedPurchasesAreOnlyTold(t *testing.T) {
	d, roles := data(t, words("customer_id", "a", "a", "a", "b"), days4(t, "2024-01-01"), numbers("amount", 10, 10, 10, 20))
	for _, f := range inspect(t, d, roles).Findings {
		if f.Check == "duplicate_rows" && (f.Level != model.Info || !slices.Equal(f.Rows, []int32{1, 2})) {
			t.Errorf("%+v", f)
		}
	}
}

func TestIdsWithSeveralNamesAreNamed(t *testing.T) {
	pr := wording.English()
	d, roles := data(t, words("customer_id", "k1", "k2", "k2"), words("customer_name", "Ann", "Bo", "Cy"))
	for _, f := range inspect(t, d, roles).Findings {
		if f.Check == "id_names" && !strings.Contains(f.Text.In(pr), `"k2"`) {
			t.Errorf("%s", f.Text.In(pr))
		}
	}
}

func TestFences(t *testing.T) {
	// R: fivenum and quantile(type = 7) of 1:9 and 40.
	f, ok := fencesOf([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 40})
	if want := (Fences{3.25, 7.75, -3.5, 14.5, -10.25, 21.25}); !ok || f != want {
		t.Errorf("%+v, not %+v", f, want)
	}
	if _, ok := fencesOf([]float64{1, 1, 1, 1, 9}); ok {
		t.Error("values without spread have fences")
	}
}

// Rows of an anonymous survey repeat because answers are few.
func TestChanceIsNoDuplicate(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var a, b []float64
	for range 500 {
		a, b = append(a, float64(r.IntN(5))), append(b, float64(r.IntN(40)))
	}
	d, roles := data(t, model.NewNumbers("q1", a), model.NewNumbers("q2", b))
	if n := count(inspect(t, d, roles), "duplicate_rows"); n != 0 {
		t.Errorf("%d answers are told to be duplicates", n)
	}
}

func TestFindCarriesOutSomeChecksAlone(t *testing.T) {
	d, roles := data(t, mixed(t)...)
	all := inspect(t, d, roles)
	some, err := Find(context.Background(), d, roles, someDay(t, "2024-06-30"), "future_dates", "birth_year")
	if err != nil || len(some) != 2 {
		t.Fatalf("%d findings, %v", len(some), err)
	}
	for _, f := range some {
		if f.Count != count(all, f.Check) {
			t.Errorf("%s found %d, in the whole report %d", f.Check, f.Count, count(all, f.Check))
		}
	}
	if _, err := Find(context.Background(), d, roles, model.NoDay, "dates"); err == nil {
		t.Error("an unknown check is no error")
	}
}

// Days and orders below zero, and a last purchase before the first, are told of the
// column with what to do; where most are so the other column is the wrong one.
func TestImpossibleMeasures(t *testing.T) {
	d, roles := data(t, numbers("recency", 10, -5, 300, 20, 7), numbers("frequency", 1, 3, 5, -3, 2), numbers("tenure", 10, 60, 60, 30, 9))
	r := inspect(t, d, roles)
	if negative, over := count(r, "negative_measure"), count(r, "recency_over_tenure"); negative != 2 || over != 1 {
		t.Errorf("%d negative, %d over: %+v", negative, over, r.Findings)
	}
	for _, f := range r.Findings {
		if f.Check == "recency_over_tenure" && (!slices.Equal(f.Rows, []int32{2}) || !slices.Contains(f.Actions, model.Blank)) {
			t.Errorf("%+v", f)
		}
	}
	d, roles = data(t, numbers("recency", 100, 50, 300, 20), numbers("tenure", 3, 2, 10, 40))
	told := false
	p := wording.English()
	for _, f := range inspect(t, d, roles).Findings {
		told = told || f.Check == "recency_over_tenure" && strings.Contains(f.Consequence.In(p), "seems to be of something else")
	}
	if !told {
		t.Error("a tenure in months is not told")
	}
}
