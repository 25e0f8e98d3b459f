package load

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// choiceOf returns the names of the columns among which an analyst is to choose.
func choiceOf(d *model.Dataset, table int) string {
	n := newNamer()
	var guesses []model.Guess
	for _, g := range d.Guesses {
		if g.Table == table {
			guesses = append(guesses, g)
		}
	}
	var out []string
	for _, c := range n.keyChoices(d.Tables[table], guesses) {
		out = append(out, d.Tables[table].Column(c).Name())
	}
	return strings.Join(out, " ")
}

func TestKeyChoices(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"one id", "customer_id,order_date,amount\na,2024-01-02,1\na,2024-01-03,2\n", ""},
		{"ids of the same customers", "customer_id,user_id,order_date\na,1,2024-01-02\na,1,2024-01-03\nb,2,2024-01-03\n", ""},
		{"ids of different customers", "user_id,customer_id,order_date\n1,a,2024-01-02\n2,a,2024-01-03\n2,b,2024-01-03\n", "customer_id user_id"},
		{"a mail for two ids", "customer_id,email,order_date\na,x@y.org,2024-01-02\nb,x@y.org,2024-01-03\na,x@y.org,2024-01-03\n", "customer_id email"},
		{"a mail and a phone that agree", "customer_id,email,phone,order_date\na,x@y.org,+49 30 1234567,2024-01-02\nb,z@y.org,+49 30 1234568,2024-01-03\na,x@y.org,+49 30 1234567,2024-01-03\n", ""},
		{"guests without an id", "customer_id,email,order_date\na,x@y.org,2024-01-02\n,z@y.org,2024-01-03\na,x@y.org,2024-01-03\n", "customer_id email"},
		{"a mail of customers", "customer_id,email\na,x@y.org\nb,x@y.org\n", ""},
		{"names are no ids", "customer_id,customer_name,order_date\na,Ann,2024-01-02\nb,Ann,2024-01-03\na,Ann,2024-01-03\n", ""},
		{"a mail that few have", "customer_id,email,order_date\na,x@y.org,2024-01-02\nb,x@y.org,2024-01-03\na,,2024-01-03\nb,,2024-01-04\nc,,2024-01-04\n", ""},
	} {
		if got := choiceOf(openText(t, c.text, model.Reading{}), 0); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// tableOf makes a table of text columns, each given as its name and a form of
// the row's number.
func tableOf(t *testing.T, name string, rows int, columns ...func(i int) string) *model.Table {
	t.Helper()
	var made []model.Column
	for k, form := range columns {
		words := make([]string, rows)
		for i := range words {
			words[i] = form(i)
		}
		made = append(made, model.TextsOf(fmt.Sprintf("c%d", k), words))
	}
	out, err := model.NewTable(name, name+".csv", 2, made...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func form(f string) func(i int) string { return func(i int) string { return fmt.Sprintf(f, i) } }

func TestReconcile(t *testing.T) {
	orders := tableOf(t, "orders", 200, form("o%d"), func(i int) string { return fmt.Sprintf("K%03d", i%80) })
	people := tableOf(t, "people", 100, form("%d"), form("K%03d"), form("city %d"))
	guess := func(table, column int, role model.Role) model.Guess {
		return model.Guess{Table: table, Column: column, Role: role, Confidence: .55}
	}
	n := newNamer()
	moved := n.reconcile([]*model.Table{orders, people}, []model.Guess{guess(0, 0, model.OrderID), guess(0, 1, model.CustomerID), guess(1, 0, model.CustomerID)})
	if got := moved[2]; got.Column != 1 || got.Role != model.CustomerID ||
		english(got.Reason) != `80 of 80 of its values are customer ids of orders too, and those of "c0" are not` {
		t.Errorf("got %+v: %s", got, english(got.Reason))
	}
	if moved[0].Column != 0 || moved[1].Column != 1 || len(moved) != 3 {
		t.Errorf("other guesses changed: %+v", moved)
	}
	fine := []model.Guess{guess(0, 1, model.CustomerID), guess(1, 1, model.CustomerID)}
	if got := n.reconcile([]*model.Table{orders, people}, fine); !slices.EqualFunc(got, fine, func(a, b model.Guess) bool { return a.Column == b.Column && a.Role == b.Role }) {
		t.Errorf("ids that meet were moved: %+v", got)
	}
	alone := []model.Guess{guess(0, 0, model.OrderID), guess(1, 1, model.CustomerID)}
	if got := n.reconcile([]*model.Table{orders, people}, alone); len(got) != 2 || got[0].Role != model.OrderID {
		t.Errorf("a table without a customer id got one: %+v", got)
	}
	strange := tableOf(t, "strange", 50, form("x%d"), form("y%d"))
	apart := []model.Guess{guess(0, 1, model.CustomerID), guess(1, 0, model.CustomerID)}
	if got := n.reconcile([]*model.Table{orders, strange}, apart); got[1].Column != 0 {
		t.Errorf("an id moved to a column that meets nothing: %+v", got)
	}
}

// TestReconcileReplacesTheRole moves the id to a column that had another role.
func TestReconcileReplacesTheRole(t *testing.T) {
	orders := tableOf(t, "orders", 60, form("%d"), func(i int) string { return fmt.Sprintf("u%d@x.org", i%20) })
	people := tableOf(t, "people", 20, form("K%d"), form("u%d@x.org"))
	got := newNamer().reconcile([]*model.Table{orders, people}, []model.Guess{
		{Table: 0, Column: 1, Role: model.CustomerID}, {Table: 1, Column: 0, Role: model.CustomerID}, {Table: 1, Column: 1, Role: model.Email}})
	if len(got) != 2 || got[1].Column != 1 || got[1].Role != model.CustomerID {
		t.Errorf("got %+v", got)
	}
}

// TestMeetAcrossKinds compares ids held as numbers with ids held as text, more
// of them than are sampled.
func TestMeetAcrossKinds(t *testing.T) {
	const n = 3 * mostSampled
	values, words := make([]float64, n), make([]string, n)
	for i := range values {
		values[i], words[i] = float64(i), fmt.Sprint(i+n/2)
	}
	m := meet(model.NewNumbers("a", values), model.TextsOf("b", words))
	if m.of == 0 || m.of > 2*mostSampled || m.share() < .4 || m.share() > .6 {
		t.Errorf("%d of %d meet, want about half", m.met, m.of)
	}
}

// A column of customers is their id even in a month in which nobody bought
// twice; one that says no more than id is then the order's.
func TestEveryCustomerOrderedOnce(t *testing.T) {
	for header, want := range map[string]bool{"customer": true, "Kunde": true, "客户": true, "id": false, "编号": false} {
		path := writeFiles(t, [2]string{"orders.csv", header + ",order_date,amount\nShell,2024-01-02,100\nBP,2024-01-03,50\nEsso,2024-01-05,20\n"})
		d, err := Open(context.Background(), path, Options{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(d.Guesses, func(g model.Guess) bool { return g.Role == model.CustomerID }); got != want {
			t.Errorf("%s is a customer id: %t, want %t", header, got, want)
		}
	}
}
