package screen

import (
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// namedIDs is a host with orders of customers whose ids are their names.
func namedIDs(t testing.TB) *fakeHost {
	t.Helper()
	names := []string{"Aden Murphy", "Bo Ek", "Cleo Lund", "Dana Holm", "Eli Strand", "Fay Nord"}
	const orders = 60
	ids, amounts, dates := make([]string, orders), make([]float64, orders), make([]int64, orders)
	for i := range orders {
		ids[i], amounts[i], dates[i] = names[i%len(names)], float64(10+i), model.Day(19000+i*3).Seconds()
	}
	guess := func(column int, role model.Role) model.Guess {
		return model.Guess{Column: column, Role: role, Confidence: .9, Reason: model.P("its name")}
	}
	host := newFakeHost()
	host.open(t, &model.Dataset{
		Tables:  []*model.Table{table(t, "orders", "orders.csv", model.TextsOf("customer_id", ids), model.NewDates("date", dates), model.NewNumbers("amount", amounts))},
		Guesses: []model.Guess{guess(0, model.CustomerID), guess(1, model.OrderDate), guess(2, model.Amount)},
	})
	host.session.Propose(host.session.Recipe.WithMethod("rfm"), "rfm")
	host.settle()
	if host.session.Result == nil {
		t.Fatal(host.session.Failed, host.session.Trouble)
	}
	return host
}

func TestIDsThatNamePersonsAreHidden(t *testing.T) {
	host := namedIDs(t)
	list := everyone(host, 120, 30)
	page := newCustomer(host, host.session.Result, list.table.members, list.table.members, 0, nil)
	page.SetSize(120, 40)
	data := NewData(host)
	data.SetSize(120, 32)
	data.Refresh()
	press(t, data, "tab")
	for name, s := range map[string]Screen{"list": list, "customer": page, "data": data} {
		if text := seen(s) + s.Crumb(); strings.Contains(text, "Aden") || !strings.Contains(text, "customer 1") {
			t.Errorf("%s shows who somebody is:\n%s", name, text)
		}
	}
	press(t, page, "y")
	press(t, list, "y")
	if host.copied[0] != "customer 1" || host.copied[1] != "customer 1" {
		t.Errorf("copied %q", host.copied)
	}
	path := filepath.Join(t.TempDir(), "list.csv")
	press(t, list, "[", "e", "ctrl+u")
	typed(t, list, path)
	if text := seen(list); !strings.Contains(text, "personal data left out") {
		t.Errorf("the prompt does not say what is left out:\n%s", text)
	}
	press(t, list, "enter")
	if rows := readCSV(t, path); rows[1][0] != "customer 1" || rows[6][0] != "customer 6" {
		t.Errorf("written are %q", rows)
	}
	press(t, list, "=")
	if n := list.table.grid.Len(); n != 1 {
		t.Errorf("= shows %d customers", n)
	}
	if text := seen(list); !strings.Contains(text, "Customer = \"customer 1\"") && !strings.Contains(text, "Customer = customer 1") {
		t.Errorf("the filter by a stand-in is not told:\n%s", text)
	}
	press(t, list, "P")
	for name, s := range map[string]Screen{"list": list, "customer": page, "data": data} {
		if text := seen(s) + s.Crumb(); !strings.Contains(text, "Aden Murphy") {
			t.Errorf("P does not show the ids of %s:\n%s", name, text)
		}
	}
	press(t, list, "esc", "=", "P")
	if text := seen(list); strings.Contains(text, "Aden") || !strings.Contains(text, "a filter by what is hidden") {
		t.Errorf("the filter tells who somebody is:\n%s", text)
	}
}
