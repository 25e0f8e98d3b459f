package screen

import (
	"strings"
	"testing"
)

func TestRolesWhere(t *testing.T) {
	s, host := openRoles(t, shopOrders(t, 40), 80, 20)
	all := host.session.Customers.Len()
	act(t, s, host, "&")
	typed(t, s, "frequency >")
	act(t, s, host, "enter")
	if text := seen(s); !strings.Contains(text, "! a value is expected") || !s.Typing() {
		t.Fatalf("a filter that is none is not told:\n%s", text)
	}
	typed(t, s, " 3")
	act(t, s, host, "enter")
	if got := host.session.Customers.Len(); s.Typing() || host.session.Recipe.Where != "frequency > 3" || got == 0 || got >= all {
		t.Fatalf("%q keeps %d of %d", host.session.Recipe.Where, got, all)
	}
	if name := host.session.UndoName(); name != "only customers with frequency > 3" {
		t.Errorf("undo is called %q", name)
	}
	act(t, s, host, "&", "ctrl+u")
	typed(t, s, "zork = 3")
	act(t, s, host, "enter")
	if text := seen(s); !strings.Contains(text, "no column is called zork") {
		t.Errorf("a column that is not there is not told:\n%s", text)
	}
	act(t, s, host, "ctrl+u", "enter")
	if host.session.Recipe.Where != "" || host.session.Customers.Len() != all {
		t.Errorf("nothing typed is %q of %d", host.session.Recipe.Where, host.session.Customers.Len())
	}
}

func TestAFilterOfCustomersIsCompletedWithoutPersons(t *testing.T) {
	s, host := openRoles(t, shopOrders(t, 40), 100, 20)
	act(t, s, host, "&")
	typed(t, s, "freq")
	if text := seen(s); !strings.Contains(text, "Tab: frequency") {
		t.Fatalf("nothing is offered:\n%s", text)
	}
	press(t, s, "tab")
	if got := s.asking.line.Text(); got != "frequency " {
		t.Errorf("completed to %q", got)
	}
	act(t, s, host, "ctrl+u")
	typed(t, s, "name = 顧")
	if text := seen(s); strings.Contains(text, "顧客") {
		t.Errorf("hidden names are offered:\n%s", text)
	}
}

// What a list is filtered by becomes the customers to segment, but not what only
// the result knows.
func TestCustomersOfAListAreKept(t *testing.T) {
	host := segmented(t)
	s := everyone(host, 160, 30)
	if why := s.Actions()["members.keep"].Why(); why == "" {
		t.Error("without a filter there is something to keep")
	}
	press(t, s, "&")
	typed(t, s, "Frequency > 7")
	press(t, s, "enter", "K")
	if host.session.Recipe.Where != "Frequency > 7" {
		t.Fatalf("kept %q, warned %v", host.session.Recipe.Where, host.warned)
	}
	n := len(s.table.customers())
	host.settle()
	if host.session.Customers.Len() != n {
		t.Errorf("%d customers are left, %d were listed", host.session.Customers.Len(), n)
	}
	s.Refresh()
	press(t, s, "&", "ctrl+u")
	typed(t, s, "monetary > 0")
	press(t, s, "enter", "K")
	if got := host.session.Recipe.Where; got != "Frequency > 7 and monetary > 0" {
		t.Errorf("beside the first: %q", got)
	}
	press(t, s, "&", "ctrl+u")
	typed(t, s, "r_score = 5")
	press(t, s, "enter", "K")
	if len(host.warned) != 1 || !strings.Contains(host.warned[0], "only this result") {
		t.Errorf("a score was taken for what is known of customers: %v, %q", host.warned, host.session.Recipe.Where)
	}
}
