package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/term"
)

// someSpecs are methods of a catalogue that does not change.
func someSpecs() []seg.Spec {
	need := func(measures ...model.Measure) (out []seg.Need) {
		for _, m := range measures {
			out = append(out, seg.Need{Measure: m})
		}
		return out
	}
	return []seg.Spec{
		{ID: "rfm", Name: model.P("RFM"), Needs: need(model.Recency, model.Frequency, model.Monetary)},
		{ID: "abc", Name: model.P("ABC analysis"), Needs: need(model.Monetary)},
		{ID: "kmeans", Name: model.P("k-means"), Needs: need("")},
		{ID: "nps", Name: model.P("Net promoter score"), Needs: need("recommend")},
		{ID: "effort", Name: model.P("Customer effort"), Needs: need("effort", "recommend")},
		{ID: "promoters", Name: model.P("Promoters by region"), Needs: need("recommend")},
	}
}

// openRoles opens a dataset and returns the roles screen on it.
func openRoles(t testing.TB, d *model.Dataset, w, h int) (*RolesView, *fakeHost) {
	t.Helper()
	host := newFakeHost()
	host.open(t, d)
	s := NewRoles(host)
	s.specs = someSpecs()
	s.SetSize(w, h)
	s.Refresh()
	return s, host
}

// act presses keys and then brings the session up to date, as the root model
// does after each key.
func act(t testing.TB, s *RolesView, host *fakeHost, names ...string) {
	t.Helper()
	for _, name := range names {
		press(t, s, name)
		host.settle()
		s.Refresh()
	}
}

func TestRolesGolden(t *testing.T) {
	for _, l := range looks {
		s, _ := openRoles(t, messyData(t), l.w, l.h)
		press(t, s, "j", "j", "j")
		golden.View(t, fmt.Sprintf("roles-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
	}
}

func TestRolesStatesGolden(t *testing.T) {
	for _, size := range [][2]int{{80, 20}, {120, 32}} {
		for name, do := range map[string]func(s *RolesView, host *fakeHost){
			"picker":  func(s *RolesView, host *fakeHost) { act(t, s, host, "j", "j", "j", "enter") },
			"typed":   func(s *RolesView, host *fakeHost) { act(t, s, host, "enter"); typed(t, s, "order") },
			"unlocks": func(s *RolesView, host *fakeHost) { act(t, s, host, "tab", "j") },
			"date": func(s *RolesView, host *fakeHost) {
				act(t, s, host, "a")
				typed(t, s, "31.12.2011")
				act(t, s, host, "enter")
			},
			"window":  func(s *RolesView, host *fakeHost) { act(t, s, host, "w"); typed(t, s, "365"); act(t, s, host, "enter") },
			"changed": func(s *RolesView, host *fakeHost) { act(t, s, host, "x", "j", "j", "j", "x") },
			"trouble": func(s *RolesView, host *fakeHost) { act(t, s, host, "j", "x", "j", "j", "j", "j", "x") },
			"counting": func(s *RolesView, host *fakeHost) {
				host.session.Customers = nil
				s.Refresh()
			},
		} {
			s, host := openRoles(t, messyData(t), size[0], size[1])
			do(s, host)
			golden.View(t, fmt.Sprintf("roles-state-%s-%d", name, size[0]), s.View(themes()["mono"]), size[0], size[1])
		}
	}
}

func TestRolesOddTables(t *testing.T) {
	for name, d := range odd(t) {
		for _, size := range [][2]int{{60, 12}, {80, 20}, {120, 32}, {200, 46}} {
			s, host := openRoles(t, d, size[0], size[1])
			for _, key := range []string{"", "G", "enter", "down", "up", "pgdown", "esc", "tab", "j", "G", "g", "tab", "a", "esc", "R", "x"} {
				if key != "" {
					act(t, s, host, key)
				}
				golden.Size(t, fmt.Sprintf("%s at %v after %q", name, size, key), s.View(themes()["mono"]), size[0], size[1])
			}
		}
	}
}

func TestRolesChoose(t *testing.T) {
	s, host := openRoles(t, messyData(t), 80, 20)
	act(t, s, host, "G", "enter") // age
	typed(t, s, "inco")
	act(t, s, host, "enter")
	session := &host.session
	if want := []model.Assignment{{Role: "income", Column: "age"}}; !slices.Equal(session.Recipe.Roles, want) {
		t.Fatalf("roles %v, want %v", session.Recipe.Roles, want)
	}
	if session.UndoName() != "role income = age" {
		t.Errorf("undo is called %q", session.UndoName())
	}
	row := s.rows.rows[s.rows.at(columnKey{1, 2})]
	if row.role != "income" || !row.said || row.why != "you chose it" {
		t.Errorf("the list says %+v", row)
	}
	session.Undo()
	host.settle()
	s.Refresh()
	if row := s.rows.rows[s.rows.at(columnKey{1, 2})]; row.role != "age" || row.said {
		t.Errorf("after undo the list says %+v", row)
	}
}

func TestRolesThatDoNotFitAreRefused(t *testing.T) {
	s, host := openRoles(t, messyData(t), 80, 20)
	act(t, s, host, "enter") // a text
	typed(t, s, "amount")
	if text := seen(s); !strings.Contains(text, "wants a number") {
		t.Errorf("the reason is not shown:\n%s", text)
	}
	act(t, s, host, "enter")
	if len(host.session.Recipe.Roles) != 0 || len(host.said) != 1 || s.picker == nil {
		t.Errorf("roles %v, said %q, open %v", host.session.Recipe.Roles, host.said, s.picker != nil)
	}
	act(t, s, host, "esc")
	if s.Typing() || len(host.session.Recipe.Roles) != 0 {
		t.Error("Esc does not leave the picker with all as it was")
	}
}

func TestRolesPickerKnowsWhoHasTheRole(t *testing.T) {
	d := messyData(t)
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	p := newRolePicker(printer(), d, columnKey{0, 4}, roles)
	for _, e := range p.entries {
		switch e.ID {
		case model.CustomerID:
			if !e.fits || e.note != "now 客户 ID" {
				t.Errorf("customer id: %+v", e)
			}
		case "signup_date":
			if e.fits || e.note != "wants a date" {
				t.Errorf("sign-up date: %+v", e)
			}
		case model.Ignore:
			if !e.fits {
				t.Error("a column cannot be left out")
			}
		}
	}
	number := newRolePicker(printer(), d, columnKey{0, 3}, roles)
	for _, r := range "age" {
		number.press(term.Key{Name: string(r), Text: string(r)})
	}
	if e, _ := number.chosen(); e.ID != "age" {
		t.Errorf("age typed, the pointer is on %s", e.ID)
	}
	number = newRolePicker(printer(), d, columnKey{0, 3}, roles)
	if e, _ := number.chosen(); e.ID != model.Amount {
		t.Errorf("the pointer starts on %s, not on the role in force", e.ID)
	}
}

func TestRolesIgnoreAndBackToGuess(t *testing.T) {
	s, host := openRoles(t, messyData(t), 80, 20)
	act(t, s, host, "j", "j", "j", "x") // 金额
	row := s.rows.rows[3]
	if row.role != "" || row.label != "not used" || host.session.UndoName() != "金额 not used" {
		t.Errorf("%+v, undo %q", row, host.session.UndoName())
	}
	if _, ok := host.session.Customers.Feature(model.Monetary); ok {
		t.Error("an ignored amount still gives money")
	}
	act(t, s, host, "backspace")
	if row := s.rows.rows[3]; row.role != model.Amount || row.said || len(host.session.Recipe.Roles) != 0 {
		t.Errorf("back to the guess: %+v, %v", row, host.session.Recipe.Roles)
	}
}

func TestRolesNamesAColumnThatSeveralTablesHave(t *testing.T) {
	d := messyData(t)
	d.Tables[1] = table(t, "customers", "c.csv", model.TextsOf("客户 ID", []string{"客户-001"}), model.NewNumbers("金额", []float64{1}), model.TextsOf("note", []string{"x"}))
	d.Guesses = d.Guesses[:4]
	s, host := openRoles(t, d, 80, 20)
	act(t, s, host, "j", "j", "j", "j", "j", "enter") // 客户 ID of customers
	typed(t, s, "customer id")
	act(t, s, host, "enter")
	if want := []model.Assignment{{Role: model.CustomerID, Column: "customers:客户 ID"}}; !slices.Equal(host.session.Recipe.Roles, want) {
		t.Errorf("roles %v, want %v", host.session.Recipe.Roles, want)
	}
}

func TestRolesAsOf(t *testing.T) {
	s, host := openRoles(t, messyData(t), 80, 20)
	act(t, s, host, "a")
	if !s.Typing() {
		t.Fatal("no text field is open")
	}
	typed(t, s, "2012-02-30")
	act(t, s, host, "enter")
	if text := seen(s); !strings.Contains(text, "is not a date") || !s.Typing() {
		t.Errorf("a date that is none is not told:\n%s", text)
	}
	press(t, s, "ctrl+u")
	typed(t, s, "2012-02-29")
	act(t, s, host, "enter")
	if got := host.session.Recipe.AsOf.String(); got != "2012-02-29" || s.Typing() {
		t.Errorf("as of %s", got)
	}
	if got := host.session.Customers.AsOf.String(); got != "2012-02-29" {
		t.Errorf("customers are as of %s", got)
	}
	act(t, s, host, "a", "ctrl+u", "enter")
	if host.session.Recipe.AsOf != model.NoDay {
		t.Error("nothing typed is not the day after the last order")
	}
}

func TestRolesWindow(t *testing.T) {
	s, host := openRoles(t, messyData(t), 80, 20)
	for _, wrong := range []string{"x", "-3", "1.5", "1000000"} {
		act(t, s, host, "w", "ctrl+u")
		typed(t, s, wrong)
		act(t, s, host, "enter")
		if text := seen(s); !strings.Contains(text, "not a number of days") || host.session.Recipe.Window != 0 {
			t.Errorf("%q is taken as a window:\n%s", wrong, text)
		}
		act(t, s, host, "esc")
	}
	act(t, s, host, "w")
	typed(t, s, "90")
	act(t, s, host, "enter")
	if host.session.Recipe.Window != 90 || host.session.UndoName() != "window 90 days" {
		t.Errorf("window %d, undo %q", host.session.Recipe.Window, host.session.UndoName())
	}
}

func TestRolesTroubleAndItsRemedy(t *testing.T) {
	s, host := openRoles(t, oneTable(t, model.TextsOf("who", []string{"a", "b"}), model.NewNumbers("spent", []float64{1, 2})), 80, 20)
	if text := seen(s); !strings.Contains(text, "No column says which customer") || !strings.Contains(text, "press R") {
		t.Errorf("the remedy is not shown:\n%s", text)
	}
	act(t, s, host, "R")
	if c := host.session.Customers; c == nil || c.Len() != 2 {
		t.Fatalf("each row is not a customer: %v", host.session.Trouble)
	}
	if text := seen(s); !strings.Contains(text, "2 customers") {
		t.Errorf("the customers are not shown:\n%s", text)
	}
}

func TestRolesSearch(t *testing.T) {
	s, host := openRoles(t, messyData(t), 80, 20)
	act(t, s, host, "/")
	typed(t, s, "customers")
	act(t, s, host, "enter")
	first, _ := s.grid.Cursor()
	act(t, s, host, "n")
	second, _ := s.grid.Cursor()
	if first != 5 || second != 6 {
		t.Errorf("found rows %d and %d, want 5 and 6", first, second)
	}
}

func TestRolesMouse(t *testing.T) {
	s, _ := openRoles(t, messyData(t), 120, 32)
	s.View(themes()["mono"])
	click := func(x, y int) { s.Mouse(term.Mouse{X: x, Y: y, Action: term.Press, Button: term.LeftButton}) }
	click(3, 5)
	if k, _ := s.current(); k != (columnKey{0, 4}) {
		t.Fatalf("a click chose %v", k)
	}
	click(3, 5)
	if s.picker == nil {
		t.Fatal("a second click does not open the roles")
	}
	s.View(themes()["mono"])
	x := s.layout().side.x
	for range 2 {
		for y, i := range s.picker.drawn {
			if i >= 0 && s.picker.entries[s.picker.shown[i]].ID == "product" {
				click(x+3, y+rolePickerHead)
				break
			}
		}
		if s.picker == nil {
			break
		}
	}
	if got := s.host.Session().Recipe.Roles; len(got) != 1 || got[0].Role != "product" {
		t.Errorf("two clicks on product gave %v", got)
	}
}

// Several columns are marked, one by one or from one to another, and get a role
// as one change; a role of one column is not given to several.
func TestRolesOfSeveralColumns(t *testing.T) {
	host := newFakeHost()
	host.open(t, manyColumns(t, 12))
	s := NewRoles(host)
	s.SetSize(100, 30)
	s.Refresh()
	press(t, s, "space", "down", "down", "V")
	if len(s.marked) != 4 {
		t.Fatalf("marked are %v", s.marked)
	}
	if text := seen(s); strings.Count(text, "[x] 列") != 4 {
		t.Errorf("the marks are not shown:\n%s", text)
	}
	press(t, s, "enter")
	typed(t, s, "income")
	press(t, s, "enter")
	if len(host.said) == 0 || !strings.Contains(host.said[len(host.said)-1], "only one column") || len(host.session.Recipe.Roles) != 0 {
		t.Errorf("said %q, roles %v", host.said, host.session.Recipe.Roles)
	}
	press(t, s, "esc", "enter")
	typed(t, s, "item")
	press(t, s, "enter")
	if n := len(host.session.Recipe.Roles); n != 4 || len(s.marked) != 0 || s.picker != nil {
		t.Errorf("%d roles, marked %v", n, s.marked)
	}
	if host.session.UndoName() != "role item = 4 columns" {
		t.Errorf("undo would take back %q", host.session.UndoName())
	}
	press(t, s, "space", "space", "x")
	if a := host.session.Recipe.Roles[len(host.session.Recipe.Roles)-1]; a.Role != model.Ignore {
		t.Errorf("the last role is %+v", a)
	}
	press(t, s, "space", "esc")
	if len(s.marked) != 0 {
		t.Error("Esc leaves marks")
	}
}
