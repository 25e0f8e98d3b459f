package screen

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
)

func TestTableGoesToAColumnByItsName(t *testing.T) {
	s, _ := dataOrders(t, "区域", 80, 20)
	v := s.table().rows
	press(t, s, "c")
	typed(t, s, "额")
	press(t, s, "enter")
	if f, _ := v.cursorField(); f.name != "金额" || s.Typing() {
		t.Errorf("the cursor is on %s", f.name)
	}
	press(t, s, "c")
	typed(t, s, "nowhere")
	press(t, s, "enter")
	if text := seen(s); !s.Typing() || !strings.Contains(text, `no column shown holds "nowhere"`) {
		t.Errorf("a name that no column has is not told of:\n%s", text)
	}
}

func TestTablesSayHowTheyAreSorted(t *testing.T) {
	s := everyone(segmented(t), 160, 30)
	goTo(t, s.table.rowTable, "Recency")
	press(t, s, "]")
	goTo(t, s.table.rowTable, "Frequency")
	press(t, s, "{")
	if text := seen(s); !strings.Contains(text, "sorted Recency") || !strings.Contains(text, "▼, Frequency ▲") {
		t.Errorf("two keys are not told:\n%s", text)
	}
	press(t, s, "-")
	if text := seen(s); !strings.Contains(text, "Frequency (hidden) ▲") {
		t.Errorf("a hidden column of the order is not told:\n%s", text)
	}
}

func TestTablesAreEnlarged(t *testing.T) {
	host := segmented(t)
	page := newSegment(host, 0)
	page.SetSize(80, 20)
	before := page.table.grid
	_, end := before.Window()
	press(t, page, "z")
	if _, now := page.table.grid.Window(); now < end || len(page.View(themes()["mono"])) != 20 || !page.zoomed {
		t.Errorf("z shows %d customers in the place of %d", now, end)
	}
	if press(t, page, "esc"); page.zoomed {
		t.Error("Esc does not put the table back")
	}
	data, _ := openData(t, messyData(t), 120, 32)
	press(t, data, "tab", "z")
	first, last := data.table().rows.grid.Window()
	if last-first < 28 {
		t.Errorf("%d rows are shown", last-first)
	}
	press(t, data, "esc")
	if data.rowsIn || data.focus != paneRows {
		t.Error("Esc does not put the rows back")
	}
}

func TestListOfAPlaceGoesOnToTheNext(t *testing.T) {
	host := segmented(t)
	p := chartPane{host: host, w: 80, h: 15}
	p.set(host.session.Result, false)
	for tries := 0; len(host.pushed) == 0 && tries < 40; tries++ {
		p.key(term.KeyOf("right"))
		p.drill()
	}
	s := host.pushed[0].(*Members)
	s.SetSize(80, 20)
	title, members := s.title, slices.Clone(s.table.members)
	press(t, s, ">")
	if s.title == title || slices.Equal(members, s.table.members) {
		t.Errorf("> stays on %s", s.title)
	}
	press(t, s, "<")
	if s.title != title || !slices.Equal(members, s.table.members) {
		t.Errorf("< goes back to %s, not %s", s.title, title)
	}
	if everyone(host, 80, 20).whyAlone() == "" {
		t.Error("no reason why > does nothing in another list")
	}
}

func TestEscReturnsToTheCustomerLastSeen(t *testing.T) {
	host := segmented(t)
	s := everyone(host, 80, 20)
	press(t, s, "enter")
	page := host.pushed[0]
	press(t, page, ">", ">")
	if row, _ := s.table.grid.Cursor(); row != 2 {
		t.Errorf("the cursor is on row %d", row)
	}
}

func TestListsComeBackAsTheyWereLeft(t *testing.T) {
	left, _ := dataOrders(t, "金额", 80, 20)
	press(t, left, "]", "&")
	typed(t, left, "区域 = 华东")
	press(t, left, "enter", "j", "j", "j")
	var p store.Place
	left.Locate(&p)
	back, _ := openData(t, messyData(t), 80, 20)
	back.Restore(p)
	a, b := left.table().rows, back.table().rows
	rowA, colA := a.grid.Cursor()
	rowB, colB := b.grid.Cursor()
	if rowA != rowB || colA != colB || !slices.Equal(a.grid.Rows(), b.grid.Rows()) || !slices.Equal(a.grid.Sort(), b.grid.Sort()) || !sameFilter(a.show.where, b.show.where) {
		t.Errorf("back at %d %d, left at %d %d: %+v", rowB, colB, rowA, colA, p.Rows)
	}
	press(t, left, "&", "ctrl+u")
	typed(t, left, "华东")
	press(t, left, "enter")
	if left.Locate(&p); p.Rows.Filter != "" {
		t.Errorf("a text that may be a name is kept: %s", p.Rows.Filter)
	}
}

func TestAnOrderOpensItsLines(t *testing.T) {
	host := manyFacts(t)
	s := openCustomer(host, 3, 200, 46)
	press(t, s, "enter")
	page := host.pushed[len(host.pushed)-1]
	page.SetSize(200, 46)
	row, _ := s.orders.grid.Cursor()
	o := s.history()[row]
	if text := seen(page); page.Place() != "order" || !strings.Contains(text, model.DayOf(o.Time).String()) || !strings.Contains(text, "amount") {
		t.Errorf("the lines of the order:\n%s", text)
	}
}

func TestCustomerWithoutOrdersHasOnePane(t *testing.T) {
	words := []string{"a", "b", "c", "d"}
	host := newFakeHost()
	host.open(t, &model.Dataset{
		Tables:  []*model.Table{table(t, "people", "people.csv", model.TextsOf("id", words), model.NewNumbers("income", []float64{1, 2, 3, 4}))},
		Guesses: []model.Guess{{Role: model.CustomerID, Confidence: .9}, {Column: 1, Role: "income", Confidence: .9}},
	})
	host.session.Propose(host.session.Recipe.WithMethod("abc"), "abc")
	host.settle()
	if host.session.Result == nil {
		t.Skip(host.session.Failed, host.session.Trouble)
	}
	s := openCustomer(host, 0, 80, 20)
	if s.hasOrders() || s.factsWidth() != 80 {
		t.Errorf("the facts have %d of 80 cells", s.factsWidth())
	}
	press(t, s, "down", "tab", "enter")
	if text := seen(s); strings.Contains(text, "no orders") {
		t.Errorf("an empty pane:\n%s", text)
	}
}
