package screen

import (
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
)

// shopData is orders with tables of customers, returns and prices, which meet
// in part.
func shopData(t testing.TB) *model.Dataset {
	t.Helper()
	text := model.TextsOf
	orders := table(t, "orders", "orders.csv", text("who", []string{"a", "a", "b", "z"}), text("no", []string{"1", "2", "3", "4"}),
		model.NewDates("day", []int64{0, 86400, 172800, 259200}), model.NewNumbers("sum", []float64{5, 6, 7, 8}))
	people := table(t, "people", "people.csv", text("who", []string{"a", "b", "c"}), model.NewNumbers("age", []float64{30, 40, 50}))
	returns := table(t, "returns", "returns.csv", text("no", []string{"2", "9"}), text("back", []string{"yes", "yes"}))
	prices := table(t, "prices", "prices.csv", text("list", []string{"x"}))
	guess := func(table, column int, role model.Role) model.Guess {
		return model.Guess{Table: table, Column: column, Role: role, Confidence: .9, Reason: model.P("so it is named")}
	}
	return &model.Dataset{
		Tables: []*model.Table{orders, people, returns, prices},
		Guesses: []model.Guess{guess(0, 0, model.CustomerID), guess(0, 1, model.OrderID), guess(0, 2, model.OrderDate), guess(0, 3, model.Amount),
			guess(1, 0, model.CustomerID), guess(1, 1, "age"), guess(2, 0, model.OrderID), guess(2, 1, "returned")},
	}
}

func TestRolesSaysWhatEachTableContributes(t *testing.T) {
	host := newFakeHost()
	host.open(t, shopData(t))
	if host.session.Trouble != nil {
		t.Fatal(host.session.Trouble)
	}
	s := NewRoles(host)
	s.SetSize(200, 46)
	s.Refresh()
	text := seen(s)
	for _, want := range []string{"Tables", "orders, 4 rows", "customers, 3 rows", "by who: 2 of 3 are in orders", "not there: 1, such as c", "customers without a row here: 1",
		"returned orders, 2 rows", "by no: 1 of 2 are in orders", "not used: the table has no customer id"} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q:\n%s", want, text)
		}
	}
	golden.View(t, "roles-tables-200x46", s.View(themes()["mono"]), 200, 46)
	s.SetSize(80, 20)
	if text := seen(s); !strings.Contains(text, "prices: not") {
		t.Errorf("in short it does not say what is not used:\n%s", text)
	}
}

func TestRolesOfOneTableSaysNothingOfTables(t *testing.T) {
	host := newFakeHost()
	host.open(t, oneTable(t, model.TextsOf("id", []string{"a", "b"})))
	s := NewRoles(host)
	s.SetSize(200, 46)
	s.Refresh()
	if text := seen(s); strings.Contains(text, "Tables") {
		t.Errorf("one table is told of as several:\n%s", text)
	}
}
