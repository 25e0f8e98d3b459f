package model

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// orderLine is one row of the small order table of these tests.
type orderLine struct {
	id, order, date string
	amount          float64
}

// anna bought twice on one day under two order ids and once later; ben has a
// return in the same order as a purchase and another day of returns alone; cat
// only ever returned; the last rows lack an id, a date and an amount.
func smallOrders() []orderLine {
	return []orderLine{
		{"anna", "1", "2024-01-01", 10}, {"anna", "2", "2024-01-01", 20}, {"anna", "3", "2024-03-01", 0},
		{"ben", "4", "2024-02-01", 50}, {"ben", "4", "2024-02-01", -5}, {"ben", "5", "2024-02-20", -7.5},
		{"cat", "6", "2024-01-15", -3},
		{"", "7", "2024-01-15", 9}, {"anna", "8", "", 9}, {"ben", "9", "2024-01-15", math.NaN()},
		{"anna", "10", "2024-01-16", math.Inf(1)},
	}
}

func orderTable(t *testing.T, lines []orderLine) *Dataset {
	t.Helper()
	var ids, orders []string
	var dates []int64
	var amounts []float64
	for _, l := range lines {
		ids, orders, amounts = append(ids, l.id), append(orders, l.order), append(amounts, l.amount)
		day := NoDay
		if l.date != "" {
			var err error
			if day, err = ParseDay(l.date); err != nil {
				t.Fatal(err)
			}
		}
		dates = append(dates, day.Seconds())
	}
	table, err := NewTable("orders", "orders.csv", 2, TextsOf("who", ids), TextsOf("order", orders),
		NewDates("day", dates), NewNumbers("paid", amounts))
	if err != nil {
		t.Fatal(err)
	}
	return &Dataset{Tables: []*Table{table}, Guesses: []Guess{
		{Column: 0, Role: CustomerID}, {Column: 1, Role: OrderID}, {Column: 2, Role: OrderDate}, {Column: 3, Role: Amount}}}
}

func build(t *testing.T, d *Dataset, scope Scope, set ...Assignment) *Customers {
	t.Helper()
	roles, err := d.Assign(set)
	if err != nil {
		t.Fatal(err)
	}
	c, err := BuildCustomers(context.Background(), d, roles, scope, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func same(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

func checkMeasure(t *testing.T, c *Customers, m Measure, want ...float64) {
	t.Helper()
	f, ok := c.Feature(m)
	if !ok {
		t.Fatalf("no %s", m)
	}
	for i, v := range f.Values() {
		if !same(v, want[i]) {
			t.Errorf("%s of %s = %v, want %v", m, c.ID(i), v, want[i])
		}
	}
}

func TestMeasuresFromOrders(t *testing.T) {
	nan := math.NaN()
	c := build(t, orderTable(t, smallOrders()), Scope{AsOf: NoDay})
	if c.Len() != 3 || c.ID(0) != "anna" || c.ID(2) != "cat" {
		t.Fatalf("customers: %v", c.ids.Strings())
	}
	if c.Find("ben") != 1 || c.Find("bea") != -1 {
		t.Errorf("ben is at %d, bea at %d", c.Find("ben"), c.Find("bea"))
	}
	if got := c.AsOf.String(); got != "2024-03-02" {
		t.Errorf("as of %s, want the day after the last order", got)
	}
	checkMeasure(t, c, Recency, 1, 30, nan)
	checkMeasure(t, c, Frequency, 3, 1, 0)
	checkMeasure(t, c, Monetary, 30, 37.5, -3)
	checkMeasure(t, c, AverageOrder, 10, 37.5, nan)
	checkMeasure(t, c, Tenure, 61, 30, nan)
}

func TestFrequencyWithoutOrderIDs(t *testing.T) {
	d := orderTable(t, smallOrders())
	c := build(t, d, Scope{AsOf: NoDay}, Assignment{Ignore, "order"})
	checkMeasure(t, c, Frequency, 3, 1, 0) // a row is an order
	c = build(t, d, Scope{AsOf: NoDay}, Assignment{"product", "order"})
	checkMeasure(t, c, Frequency, 2, 1, 0) // a row is a line, a day an order
}

func TestEveryRowIsAccountedFor(t *testing.T) {
	d := orderTable(t, smallOrders())
	c := build(t, d, Scope{AsOf: NoDay})
	q := c.Quality()
	if q.RowsRead != 11 || q.RowsUsed != 7 || q.RowsExcluded() != 4 {
		t.Errorf("read %d, used %d", q.RowsRead, q.RowsUsed)
	}
	want := map[string]int32{"no customer id": 7, "no order date": 8, "no amount": 9, "the amount is not finite": 10}
	for _, e := range q.Excluded {
		if r, ok := want[e.Reason.Key]; !ok || len(e.Rows) != 1 || e.Rows[0] != r {
			t.Errorf("%s: rows %v", e.Reason.Key, e.Rows)
		}
		delete(want, e.Reason.Key)
	}
	if len(want) > 0 {
		t.Errorf("not reported: %v", want)
	}
}

func TestAsOfAndWindowCutOrders(t *testing.T) {
	d := orderTable(t, smallOrders())
	asOf, _ := ParseDay("2024-02-01")
	c := build(t, d, Scope{AsOf: asOf, Window: 17}) // 2024-01-16 to 2024-02-01
	nan := math.NaN()
	// anna and cat were customers before the window and stay, without orders in it.
	checkMeasure(t, c, Frequency, 0, 1, 0)
	checkMeasure(t, c, Recency, nan, 0, nan)
	checkMeasure(t, c, Monetary, 0, 45, 0)
	early, _ := ParseDay("2024-01-10")
	if c = build(t, d, Scope{AsOf: early}); c.Len() != 1 || c.ID(0) != "anna" {
		t.Errorf("as of %s: %v, want anna alone: the others came later", early, c.ids.Strings())
	}
	if n := c.Notes()[0]; n.Key != "%d customers first appear after the as-of date and are not counted" || n.Args[0] != 2 {
		t.Errorf("notes %v", c.Notes())
	}
}

// The as-of date never leaves the days that a recipe can say.
func TestAsOfStaysWithinTheCalendar(t *testing.T) {
	c := build(t, orderTable(t, []orderLine{{"anna", "1", "0001-01-01", 10}, {"ben", "2", "9999-12-31", 20}}), Scope{AsOf: NoDay})
	if c.AsOf != LastDay || c.AsOf.String() != "9999-12-31" {
		t.Errorf("as of %s", c.AsOf)
	}
	if back, err := ParseDay(c.AsOf.String()); err != nil || back != c.AsOf {
		t.Errorf("read back as %s: %v", back, err)
	}
	checkMeasure(t, c, Recency, 3652058, 0)
	if day := Day(-1); day.Next() != 0 || LastDay.Next() != LastDay || (LastDay-1).Next() != LastDay {
		t.Errorf("after the last day comes %s", LastDay.Next())
	}
}

// Sums that are equal on paper are equal, however their parts were added.
func TestMoneyIsFreeOfBinaryNoise(t *testing.T) {
	var lines []orderLine
	for range 12 {
		lines = append(lines, orderLine{"a", "1", "2024-01-01", 1.65})
	}
	for range 4 {
		lines = append(lines, orderLine{"b", "2", "2024-01-01", 4.95})
	}
	lines = append(lines, orderLine{"c", "3", "2024-01-01", 0.1}, orderLine{"c", "4", "2024-01-01", 0.2}, orderLine{"d", "5", "2024-01-01", 1e15 + 0.125})
	checkMeasure(t, build(t, orderTable(t, lines), Scope{AsOf: NoDay}), Monetary, 19.8, 19.8, 0.3, 1e15+0.125)
}

// A customer none of whose rows can be used is still a customer.
func TestUnusableRowsKeepTheirCustomer(t *testing.T) {
	c := build(t, orderTable(t, append(smallOrders(), orderLine{"dora", "11", "", 5})), Scope{AsOf: NoDay})
	if i := c.Find("dora"); i < 0 {
		t.Fatalf("customers: %v", c.ids.Strings())
	}
	checkMeasure(t, c, Frequency, 3, 1, 0, 0)
}

// What orders say of a customer is known although the orders lie before the
// window, and is the latest word within the as-of date.
func TestAttributesFromOrdersOutsideTheWindow(t *testing.T) {
	table, err := NewTable("orders", "orders.csv", 2, TextsOf("who", []string{"a", "a", "b", "a"}),
		NewDates("day", []int64{0, 86400 * 10, 86400 * 10, 86400 * 20}), NewNumbers("paid", []float64{1, 2, 3, 4}),
		TextsOf("town", []string{"Rome", "Oslo", "Bern", "Lima"}))
	if err != nil {
		t.Fatal(err)
	}
	d := &Dataset{Tables: []*Table{table}, Guesses: []Guess{{Column: 0, Role: CustomerID}, {Column: 1, Role: OrderDate},
		{Column: 2, Role: Amount}, {Column: 3, Role: "city"}}}
	c := build(t, d, Scope{AsOf: 15, Window: 2})
	town, ok := c.Lookup("town")
	if !ok || town.Text(0) != "Oslo" || town.Text(1) != "Bern" {
		t.Errorf("towns: %v", town)
	}
}

func TestGuessedMeasureYieldsToOrders(t *testing.T) {
	d := orderTable(t, smallOrders())
	people, _ := NewTable("people", "people.csv", 2, TextsOf("id", []string{"anna", "ben", "cat"}), NewNumbers("recency", []float64{7, 8, 9}))
	d.Tables = append(d.Tables, people)
	d.Guesses = append(d.Guesses, Guess{Table: 1, Role: CustomerID}, Guess{Table: 1, Column: 1, Role: "recency"})
	checkMeasure(t, build(t, d, Scope{AsOf: NoDay}), Recency, 1, 30, math.NaN())
	checkMeasure(t, build(t, d, Scope{AsOf: NoDay}, Assignment{"recency", "people:recency"}), Recency, 7, 8, 9)
}

func TestLookupNamesTheTable(t *testing.T) {
	d := orderTable(t, smallOrders())
	for i, name := range []string{"A", "B"} {
		people, _ := NewTable(name, name+".csv", 2, TextsOf("id", []string{"anna"}), NewNumbers("score", []float64{float64(i)}))
		d.Tables = append(d.Tables, people)
		d.Guesses = append(d.Guesses, Guess{Table: i + 1, Role: CustomerID})
	}
	c := build(t, d, Scope{AsOf: NoDay})
	for name, want := range map[string]string{"A:score": "0", "score": "0", "B:score": "1"} {
		if col, ok := c.Lookup(name); !ok || col.Text(0) != want {
			t.Errorf("%s: %v", name, col)
		}
	}
}

func TestRowOrderIsIrrelevant(t *testing.T) {
	lines := smallOrders()
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		lines = append(lines, orderLine{id: string(rune('a' + rnd.IntN(20))), order: string(rune('A' + rnd.IntN(26))),
			date: Day(19800 + rnd.IntN(50)).String(), amount: rnd.NormFloat64() * 1000})
	}
	want := build(t, orderTable(t, lines), Scope{AsOf: NoDay})
	for range 5 {
		rnd.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		got := build(t, orderTable(t, lines), Scope{AsOf: NoDay})
		for _, f := range want.Features() {
			g, _ := got.Feature(f.Measure)
			for i := range want.Len() {
				if f.Text(i) != g.Text(i) {
					t.Fatalf("%s of %s: %s, then %s", f.Measure, want.ID(i), f.Text(i), g.Text(i))
				}
			}
		}
	}
}

func TestCustomerTableJoinsOrders(t *testing.T) {
	d := orderTable(t, smallOrders())
	people, err := NewTable("people", "people.csv", 2, TextsOf("id", []string{"dan", "ben", "anna", "ben"}),
		NewNumbers("age", []float64{40, 30, 20, 99}), TextsOf("paid", []string{"x", "y", "z", "z"}))
	if err != nil {
		t.Fatal(err)
	}
	d.Tables = append(d.Tables, people)
	d.Guesses = append(d.Guesses, Guess{Table: 1, Role: CustomerID}, Guess{Table: 1, Column: 1, Role: "age"})
	c := build(t, d, Scope{AsOf: NoDay})
	if c.Len() != 4 {
		t.Fatalf("customers: %v", c.ids.Strings())
	}
	age, ok := c.Lookup("AGE")
	if !ok {
		t.Fatal("no age")
	}
	for i, want := range []string{"20", "30", "", "40"} { // anna, ben, cat, dan
		if got := age.Text(i); got != want {
			t.Errorf("age of %s = %q, want %q", c.ID(i), got, want)
		}
	}
	checkMeasure(t, c, Frequency, 3, 1, 0, 0)
	q := c.Quality()
	if q.RowsRead != 15 || q.RowsUsed != 10 {
		t.Errorf("read %d, used %d: the second ben must count as excluded", q.RowsRead, q.RowsUsed)
	}
}

func TestMappedMeasureWinsOverOrders(t *testing.T) {
	people, _ := NewTable("people", "people.csv", 2, TextsOf("id", []string{"b", "a"}), NewNumbers("last seen", []float64{5, 7}))
	d := &Dataset{Tables: []*Table{people}, Guesses: []Guess{{Role: CustomerID}}}
	c := build(t, d, Scope{AsOf: NoDay}, Assignment{"recency", "people:last seen"})
	checkMeasure(t, c, Recency, 7, 5)
}

func TestNoCustomerID(t *testing.T) {
	table, _ := NewTable("t", "t.csv", 2, NewNumbers("x", []float64{3, 4}))
	d := &Dataset{Tables: []*Table{table}}
	if _, err := BuildCustomers(context.Background(), d, RoleMap{}, Scope{}, nil); !errors.Is(err, ErrNoCustomerID) {
		t.Errorf("err = %v", err)
	}
	c := build(t, d, Scope{AsOf: NoDay}, Assignment{CustomerID, RowNumber})
	if c.Len() != 2 || c.ID(1) != "2" {
		t.Errorf("customers: %v", c.ids.Strings())
	}
}

func TestNoRows(t *testing.T) {
	table, _ := NewTable("t", "t.csv", 2, NewNumbers("x", nil))
	_, err := BuildCustomers(context.Background(), &Dataset{Tables: []*Table{table}}, RoleMap{}, Scope{}, nil)
	if !errors.Is(err, ErrNoCustomerID) || !strings.Contains(err.Error(), "t.csv: there is a header and no rows") {
		t.Errorf("err = %v", err)
	}
}

func TestHistoryGathersOrders(t *testing.T) {
	c := build(t, orderTable(t, smallOrders()), Scope{AsOf: NoDay})
	h := c.Orders().History(1) // ben
	if len(h) != 2 || h[0].ID != "4" || h[0].Lines != 2 || h[0].Money != 45 || h[0].Return || !h[1].Return {
		t.Errorf("history: %+v", h)
	}
}
