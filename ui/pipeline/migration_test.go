package pipeline

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/io/load"
	"custseg/model"
)

// order is one line of a made-up file of orders.
type order struct {
	id   string
	day  string
	paid float64
}

// shopOf is a pipeline on orders.
func shopOf(t *testing.T, orders ...order) *Pipeline {
	t.Helper()
	var ids []string
	var days []int64
	var paid []float64
	for _, o := range orders {
		day, err := model.ParseDay(o.day)
		if err != nil {
			t.Fatal(err)
		}
		ids, days, paid = append(ids, o.id), append(days, day.Seconds()), append(paid, o.paid)
	}
	table, err := model.NewTable("orders", "orders.csv", 2, model.TextsOf("id", ids), model.NewDates("day", days), model.NewNumbers("paid", paid))
	if err != nil {
		t.Fatal(err)
	}
	return New(&model.Dataset{Tables: []*model.Table{table}, Guesses: []model.Guess{
		{Column: 0, Role: model.CustomerID}, {Column: 1, Role: model.OrderDate}, {Column: 2, Role: model.Amount}}})
}

// frequencies are four customers: up, stays, is silent in the second window, new.
func frequencies() []order {
	return []order{
		{"up", "2024-01-10", 10}, {"stays", "2024-01-10", 20}, {"silent", "2024-01-10", 40},
		{"up", "2024-03-10", 1}, {"stays", "2024-03-11", 2}, {"up", "2024-03-12", 4}, {"new", "2024-03-13", 8}, {"up", "2024-03-14", 16},
	}
}

func plan(t *testing.T, method, from, to string) MigrationPlan {
	t.Helper()
	p := MigrationPlan{Recipe: model.NewRecipe(nil, model.Reading{}).WithMethod(method)}
	var err error
	if p.From, err = model.ParseDay(from); err != nil {
		t.Fatal(err)
	}
	if p.To, err = model.ParseDay(to); err != nil {
		t.Fatal(err)
	}
	return p
}

func migrate(t *testing.T, p *Pipeline, plan MigrationPlan) *Migration {
	t.Helper()
	m, err := p.Migrate(context.Background(), plan, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// moved tells what became of each customer, in the order of ids.
func (m *Migration) moved() map[string]string {
	out := map[string]string{}
	for i, move := range m.Moves {
		at, c := m.FirstAt[i], m.First.Customers
		if at < 0 {
			at, c = m.SecondAt[i], m.Second.Customers
		}
		out[c.ID(int(at))] = move.String()
	}
	return out
}

func TestMigrateByHand(t *testing.T) {
	p := plan(t, "frequency", "2024-01-31", "2024-03-15")
	m := migrate(t, shopOf(t, frequencies()...), p)
	want := map[string]string{"up": "up", "stays": "up", "silent": "stayed", "new": "newcomer"}
	if got := m.moved(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("moves %v, want %v", got, want)
	}
	p.Recipe = p.Recipe.WithWindow(40) // from 2024-02-05 on at the second date
	m = migrate(t, shopOf(t, frequencies()...), p)
	want = map[string]string{"up": "up", "stays": "stayed", "silent": "left", "new": "newcomer"}
	if got := m.moved(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("with a window, moves %v, want %v", got, want)
	}
	d := m.Document(english())
	n := d.Count()
	if n[export.Left] != 1 || n[export.Newcomer] != 1 || n[export.Up] != 1 || n[export.Stayed] != 1 {
		t.Errorf("counts %v", n)
	}
}

// Customers and money add up at both dates, whatever became of whom.
func reconciles(t *testing.T, m *Migration) {
	t.Helper()
	d := m.Document(english())
	var customers [2]int
	var cells, rows [2]float64
	for i, row := range d.Cells {
		for j, c := range row {
			if i < len(d.Cells)-1 {
				customers[0] += c.Customers
				cells[0] += c.FirstValue
			} else if c.FirstValue != 0 {
				t.Errorf("newcomers had money before: %+v", c)
			}
			if j < len(row)-1 {
				customers[1] += c.Customers
				cells[1] += c.SecondValue
			} else if c.SecondValue != 0 {
				t.Errorf("who is gone has money: %+v", c)
			}
		}
	}
	for i := range d.Moves {
		for side, v := range [2]float64{d.Then.At(i), d.Now.At(i)} {
			if !math.IsNaN(v) {
				rows[side] += v
			}
		}
	}
	for side, r := range []*Result{m.First, m.Second} {
		total := export.Total(r.Customers, r.Segmentation)
		if customers[side] != r.Customers.Len() {
			t.Errorf("%d customers in the matrix, %d at the date", customers[side], r.Customers.Len())
		}
		if math.Abs(cells[side]-total.Value) > 1e-6 || math.Abs(rows[side]-total.Value) > 1e-6 {
			t.Errorf("money: matrix %.4f, customers %.4f, date %.4f", cells[side], rows[side], total.Value)
		}
	}
}

// cdnow is the sample of CDNOW by Fader & Hardie: 6,919 orders from 1997-01-01
// to 1998-06-30.
func cdnow(t *testing.T) *Pipeline {
	t.Helper()
	path := "../../../shared/data/cdnow_sample.txt"
	if found, _ := filepath.Glob(path); len(found) == 0 {
		t.Skip("the data is not here")
	}
	d, err := load.Open(context.Background(), []string{path}, load.Options{Reading: model.Reading{NoHeader: true}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return New(d)
}

func cdnowPlan(t *testing.T, method string) MigrationPlan {
	p := plan(t, method, "1997-09-30", "1998-06-30")
	for role, column := range map[model.Role]string{model.CustomerID: "2", model.OrderDate: "3", model.Amount: "5"} {
		p.Recipe = p.Recipe.WithRole(model.Assignment{Role: role, Column: column})
	}
	slices.SortFunc(p.Recipe.Roles, func(a, b model.Assignment) int { return strings.Compare(a.Column, b.Column) })
	return p
}

func TestMigrationsOfRealOrdersReconcile(t *testing.T) {
	line := cdnow(t)
	for _, method := range []string{"rfm", "abc", "lifecycle", "kmeans"} {
		for _, window := range []int{0, 180} {
			p := cdnowPlan(t, method)
			p.Recipe = p.Recipe.WithWindow(window)
			m := migrate(t, line, p)
			reconciles(t, m)
			if left := m.Document(english()).Count()[export.Left]; method == "rfm" && (left > 0) != (window > 0) {
				t.Errorf("%s, window %d: %d left", method, window, left)
			}
		}
	}
}

func TestOrderOfRowsDoesNotMatterToMoves(t *testing.T) {
	orders := frequencies()
	for i := range 200 {
		orders = append(orders, order{fmt.Sprintf("c%02d", i%40), fmt.Sprintf("2024-%02d-%02d", 1+i%3, 1+i*7%13), float64(i * i % 97)})
	}
	p := plan(t, "rfm", "2024-02-10", "2024-03-15")
	want := migrate(t, shopOf(t, orders...), p)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(orders), func(i, j int) { orders[i], orders[j] = orders[j], orders[i] })
	got := migrate(t, shopOf(t, orders...), p)
	if fmt.Sprint(got.moved()) != fmt.Sprint(want.moved()) || got.Rand != want.Rand || fmt.Sprint(got.Cells()) != fmt.Sprint(want.Cells()) {
		t.Error("other rows first, other moves")
	}
	reconciles(t, got)
}

// The cuts held are those of the first date, and place its customers as it did.
func TestHeldCuts(t *testing.T) {
	line := cdnow(t)
	for _, set := range []model.Settings{nil, {"binning": model.Word("r-rfm")}, {"binning": model.Word("rank")}, {"map": model.Word("eight")}} {
		each := cdnowPlan(t, "rfm")
		each.Recipe.Params = set
		from := each
		from.HoldCuts = true
		a, b := migrate(t, line, each), migrate(t, line, from)
		if !slices.Equal(a.First.Segmentation.Of, b.First.Segmentation.Of) && !slices.ContainsFunc(b.Notes, func(n model.Phrase) bool {
			return strings.Contains(n.Key, "With its cuts held")
		}) {
			t.Errorf("%v: the first date has other segments, and no note says so", set)
		}
		for i, c := range b.First.Segmentation.Cuts {
			if !slices.Equal(c.Values, b.Second.Segmentation.Cuts[i].Values) {
				t.Errorf("%v: cuts of %s: %v and %v", set, c.Measure, c.Values, b.Second.Segmentation.Cuts[i].Values)
			}
		}
		if slices.Equal(a.Second.Segmentation.Of, b.Second.Segmentation.Of) {
			t.Errorf("%v: holding the cuts changes nothing", set)
		}
		reconciles(t, b)
	}
}

func TestCutsThatCannotBeHeldAreRefused(t *testing.T) {
	line := cdnow(t)
	for method, want := range map[string]string{
		"kmeans": "no cuts on measures",
		"abc":    "the cuts of monetary follow from the data",
	} {
		p := cdnowPlan(t, method)
		p.HoldCuts = true
		if _, err := line.Migrate(t.Context(), p, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", method, err)
		}
	}
}

func TestDatesOfMigrationsAreChecked(t *testing.T) {
	line := shopOf(t, frequencies()...)
	for _, c := range []struct{ from, to, want string }{
		{"2024-02-01", "2024-02-01", "must be before"},
		{"2024-03-01", "2024-02-01", "must be before"},
		{"2023-12-31", "2024-02-01", "before the first order, of 2024-01-10"},
		{"2024-03-14", "2024-03-15", "not before the last order"},
		{"2024-02-01", "2024-05-01", "the latest date that can be told is 2024-04-14"},
	} {
		if _, err := line.Migrate(t.Context(), plan(t, "frequency", c.from, c.to), nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s to %s: %v", c.from, c.to, err)
		}
	}
	migrate(t, line, plan(t, "frequency", "2024-02-01", "2024-04-14")) // the latest date that is named
	if m := migrate(t, line, plan(t, "frequency", "2024-02-01", "2024-03-31")); !noted(m, "the days from then to") {
		t.Errorf("the end of a quiet month: %v", m.Notes)
	}
}

func noted(m *Migration, words string) bool {
	return slices.ContainsFunc(m.Notes, func(n model.Phrase) bool { return strings.Contains(n.In(english()), words) })
}

func TestAMethodThatReadsNoDatesSaysSo(t *testing.T) {
	table, err := model.NewTable("people", "people.csv", 2, model.TextsOf("id", []string{"new", "silent", "stays", "up"}),
		model.NewNumbers("nps", []float64{1, 9, 10, 7}))
	if err != nil {
		t.Fatal(err)
	}
	line := shopOf(t, frequencies()...)
	d := line.Dataset()
	d.Tables = append(d.Tables, table)
	d.Guesses = append(d.Guesses, model.Guess{Table: 1, Column: 0, Role: model.CustomerID}, model.Guess{Table: 1, Column: 1, Role: "recommend"})
	m := migrate(t, line, plan(t, "nps", "2024-02-01", "2024-03-15"))
	if m.Stayed != m.Common.N || !noted(m, "does not change with the date") {
		t.Errorf("%d of %d stayed: %v", m.Stayed, m.Common.N, m.Notes)
	}
	if m := migrate(t, line, plan(t, "frequency", "2024-02-01", "2024-03-15")); noted(m, "does not change with the date") {
		t.Error("frequencies change with the date")
	}
}
