package screen

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
)

// ask opens data and asks for the key of its table of customers.
func ask(t testing.TB, hold bool, w, h int) (*KeyAsk, *fakeHost) {
	t.Helper()
	host := newFakeHost()
	host.open(t, messyData(t), "orders.xlsx", "customers.csv")
	host.hold = hold
	a := NewKeyAsk(host, model.KeyChoice{Table: 1, Columns: []int{0, 1}})
	a.SetSize(w, h)
	return a, host
}

func TestKeyAskGolden(t *testing.T) {
	for _, l := range looks {
		a, _ := ask(t, false, l.w, l.h)
		a.Key("down")
		golden.View(t, fmt.Sprintf("keyask-%s-%dx%d", l.look, l.w, l.h), a.View(themes()[l.look]), l.w, l.h)
	}
	a, host := ask(t, true, 80, 20)
	golden.View(t, "keyask-counting-80x20", a.View(themes()["mono"]), 80, 20)
	host.release()
	if text := strings.Join(a.View(themes()["mono"]), "\n"); !strings.Contains(text, "31 customers") {
		t.Errorf("what was counted is not shown:\n%s", text)
	}
}

func TestKeyAskTakesAndKeeps(t *testing.T) {
	a, host := ask(t, false, 80, 20)
	a.Keep()
	if len(host.session.Recipe.Roles) != 0 || !strings.Contains(host.said[0], "id stays") {
		t.Errorf("kept: %v, %q", host.session.Recipe.Roles, host.said)
	}
	a.Key("j")
	a.Take()
	if got := host.session.Recipe.Roles; len(got) != 1 || got[0] != (model.Assignment{Role: model.CustomerID, Column: "name"}) {
		t.Errorf("taken: %v", got)
	}
	if host.session.UndoName() != "role customer_id = name" {
		t.Errorf("undo would undo %q", host.session.UndoName())
	}
}

func TestKeyAskHidesPersons(t *testing.T) {
	a, host := ask(t, false, 120, 32)
	text := func() string { return strings.Join(a.View(themes()["mono"]), "\n") }
	if s := text(); !strings.Contains(s, hiddenValue) || strings.Contains(s, "王小明") {
		t.Errorf("names are shown:\n%s", s)
	}
	host.session.Personal = true
	a, _ = NewKeyAsk(host, model.KeyChoice{Table: 1, Columns: []int{0, 1}}), host
	a.SetSize(120, 32)
	if s := text(); !strings.Contains(s, "王小明") {
		t.Errorf("names are hidden though they may be seen:\n%s", s)
	}
}

func TestKeyAskFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 20}, {300, 76}} {
		a, _ := ask(t, false, size[0], size[1])
		golden.Size(t, fmt.Sprint(size), a.View(themes()["mono"]), size[0], size[1])
	}
}
