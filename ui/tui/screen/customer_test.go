package screen

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
)

// manyFacts is a host with 30 customers of 40 attributes each and orders of two
// years, in segments by RFM.
func manyFacts(t testing.TB) *fakeHost {
	t.Helper()
	const customers, orders = 30, 300
	ids, amounts, dates := make([]string, orders), make([]float64, orders), make([]int64, orders)
	for i := range orders {
		ids[i] = fmt.Sprintf("K%02d", i*7%(customers-1))
		amounts[i] = float64(1000 + i*37%900_000)
		dates[i] = (model.Day(19000) + model.Day(i*2)).Seconds()
		if i%50 == 19 {
			amounts[i] = -amounts[i]
		}
	}
	people := make([]string, customers)
	for i := range people {
		people[i] = fmt.Sprintf("K%02d", i)
	}
	columns := []model.Column{model.TextsOf("id", people)}
	for k := range 40 {
		values := make([]string, customers)
		for i := range values {
			values[i] = fmt.Sprintf("value %d of a customer who has much to be told about at length %d", k, i%3)
		}
		columns = append(columns, model.TextsOf(fmt.Sprintf("attribute_%02d", k), values))
	}
	guess := func(table, column int, role model.Role) model.Guess {
		return model.Guess{Table: table, Column: column, Role: role, Confidence: .9, Reason: model.P("its name")}
	}
	d := &model.Dataset{
		Tables: []*model.Table{
			table(t, "orders", "orders.csv", model.TextsOf("customer", ids), model.NewDates("date", dates), model.NewNumbers("amount", amounts)),
			table(t, "people", "people.csv", columns...),
		},
		Guesses: []model.Guess{guess(0, 0, model.CustomerID), guess(0, 1, model.OrderDate), guess(0, 2, model.Amount), guess(1, 0, model.CustomerID)},
	}
	host := newFakeHost()
	host.open(t, d)
	host.session.Propose(host.session.Recipe.WithMethod("rfm"), "rfm")
	host.settle()
	if host.session.Result == nil {
		t.Fatal(host.session.Failed, host.session.Trouble)
	}
	return host
}

func openCustomer(host *fakeHost, row, w, h int) *CustomerPage {
	list := everyone(host, w, h)
	page := newCustomer(host, host.session.Result, list.table.members, list.table.members, row, nil)
	page.SetSize(w, h)
	return page
}

func TestCustomerFactsScroll(t *testing.T) {
	for _, size := range [][2]int{{60, 13}, {80, 20}, {120, 32}, {200, 46}} {
		s := openCustomer(manyFacts(t), 3, size[0], size[1])
		_, to, n := s.facts.window()
		if text := seen(s); !strings.Contains(text, fmt.Sprintf(" 1-%d of %d ", to, n)) || strings.Contains(text, "attribute_39") {
			t.Errorf("%v: no mark that there is more:\n%s", size, text)
		}
		press(t, s, "g")
		if row, _ := s.orders.grid.Cursor(); row != 0 || s.facts.top != 0 {
			t.Errorf("%v: g moves the facts, though the orders have the focus", size)
		}
		press(t, s, "tab", "G")
		if text := seen(s); !strings.Contains(text, "attribute_39") || !strings.Contains(text, fmt.Sprintf("-%d of %d ", n, n)) {
			t.Errorf("%v: the last attribute cannot be reached:\n%s", size, text)
		}
		press(t, s, "up", "pgup", "k", "pgdown", "down", "j", "g")
		if s.facts.top != 0 {
			t.Errorf("%v: g leaves the facts at line %d", size, s.facts.top)
		}
		press(t, s, "pgdown")
		top := s.facts.top
		press(t, s, ">")
		if top == 0 || s.facts.top != top {
			t.Errorf("%v: the next customer is shown from line %d, not %d", size, s.facts.top, top)
		}
		press(t, s, "tab", "g")
		if row, _ := s.orders.grid.Cursor(); row != 0 || s.facts.top != top {
			t.Errorf("%v: the orders do not have the focus again", size)
		}
	}
}

func TestCustomerFollowsTheMouse(t *testing.T) {
	s := openCustomer(manyFacts(t), 3, 80, 20)
	s.Mouse(term.Mouse{Action: term.Wheel, X: 3, Y: 8, DY: 1})
	if s.facts.top != term.WheelRows {
		t.Errorf("the wheel over the facts scrolls to %d", s.facts.top)
	}
	s.Mouse(term.Mouse{Action: term.Press, X: 3, Y: 8})
	if !s.onFacts {
		t.Error("a press does not give the facts the focus")
	}
	first, _ := s.orders.grid.Window()
	s.Mouse(term.Mouse{Action: term.Press, X: 50, Y: customerHead + s.timelineLines() + 2})
	if row, _ := s.orders.grid.Cursor(); s.onFacts || row != first+1 {
		t.Errorf("a press on the second order chooses %d; facts have the focus: %v", row, s.onFacts)
	}
}

// Notes are shortened together until each fits.
func TestNotesOfFactsFit(t *testing.T) {
	s := openCustomer(manyFacts(t), 3, 200, 46)
	if text := seen(s); strings.Count(text, ", above ") < 3 {
		t.Errorf("the notes are not in full where there is room:\n%s", text)
	}
	s.SetSize(80, 20)
	text := seen(s)
	if strings.Contains(text, ", above ") || strings.Count(text, "here ") < 3 {
		t.Errorf("the notes at 80 cells:\n%s", text)
	}
	for _, l := range s.facts.lines {
		indent := 2 + l.labelWidth + 2
		if l.valueWidth > 0 {
			indent += 1 + l.valueWidth
		}
		if w := cell.Width(l.note); w > s.facts.w-indent {
			t.Errorf("%q is cut", l.note)
		}
	}
}

func TestTimelineTellsOfTheCustomerOnTheAxisOfAll(t *testing.T) {
	s := openCustomer(manyFacts(t), 4, 120, 32)
	var first, last model.Day
	orders := 0
	for _, o := range s.history() {
		if day := model.DayOf(o.Time); !o.Return {
			if orders == 0 {
				first = day
			}
			last = day
			orders++
		}
	}
	text := seen(s)
	for _, want := range []string{
		fmt.Sprintf("%d orders, ", orders), fmt.Sprintf(", %s to %s", first, last),
		" " + s.result.Customers.First.String() + " ", "all data",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if first <= s.result.Customers.First {
		t.Fatal("the customer ordered on the first day: the test cannot tell")
	}
	s.SetSize(80, 20)
	if text := seen(s); !strings.Contains(text, fmt.Sprintf("%s to %s", first, last)) {
		t.Errorf("the dates are cut at 80 cells:\n%s", text)
	}
}

func TestOrderCountSaysWhatFits(t *testing.T) {
	s := openCustomer(manyFacts(t), 4, 120, 32)
	day := func(n int) int64 { return (model.Day(19000) + model.Day(n)).Seconds() }
	history := []model.Order{{Time: model.NoDate, Return: true}, {Time: day(0)}, {Time: model.NoDate}, {Time: day(31)}}
	for want, given := range map[string]struct {
		history []model.Order
		w       int
	}{
		"3 orders, 1 return, 2022-01-08 to 2022-02-08": {history, 60},
		"3 orders, 2022-01-08 to 2022-02-08":           {history, 40},
		"3 orders 2022-01-08 to 2022-02-08":            {history, 33},
		"3: 2022-01-08 to 2022-02-08":                  {history, 30},
		"1 order, 2022-01-08":                          {history[1:2], 40},
		"0 orders, 2 returns":                          {[]model.Order{{Return: true}, {Return: true}}, 40},
		"1 order":                                      {history[2:3], 40},
	} {
		if got := s.orderCount(given.history, given.w); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestCustomerPageHasItsSize(t *testing.T) {
	s := openCustomer(manyFacts(t), 3, 80, 20)
	for _, size := range [][2]int{{80, 20}, {60, 13}, {40, 6}, {12, 4}, {300, 70}} {
		s.SetSize(size[0], size[1])
		lines := s.View(themes()["ascii"])
		if len(lines) != size[1] {
			t.Errorf("%v: %d lines", size, len(lines))
		}
		for i, l := range lines {
			if w := cell.Width(l); w != size[0] {
				t.Errorf("%v: line %d is %d wide: %q", size, i, w, l)
			}
		}
	}
}

// The page tells in which ranges the customer stays, and what the nearest better
// segment and one more order take; the same as the explanation says.
func TestCustomerTellsWhyAndWhatNext(t *testing.T) {
	host := manyFacts(t)
	r, pr := host.session.Result, host.Printer()
	moved := false
	for row := range r.Customers.Len() {
		s := openCustomer(host, row, 200, 46)
		text, e := seen(s), r.Explainer().Of(s.id())
		var want []string
		for _, v := range e.Values {
			want = append(want, v.Stays().In(pr))
		}
		for _, m := range e.Moves {
			moved = true
			want = append(want, r.Segmentation.Segments[m.Segment].Name.In(pr)+" ", m.Words().In(pr))
		}
		if e.Next != nil {
			want = append(want, "one more order")
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Fatalf("no %q of %s in\n%s", w, s.Crumb(), text)
			}
		}
	}
	if !moved {
		t.Error("nobody can be moved: the test cannot tell")
	}
}

// A list says where one more order would lead, and sorts by it.
func TestListTellsOfOneMoreOrder(t *testing.T) {
	host := manyFacts(t)
	r := host.session.Result
	rows := newCustomerRows(host, r.Segmentation.Members(0), false)
	at := rows.at("next")
	if at < 0 {
		t.Fatal("no column of one more order")
	}
	for row := range rows.Len() {
		next := r.Explainer().NextOrder(int(rows.members[row]))
		if got, want := rows.Number(row, at), float64(next.Segment); got != want {
			t.Errorf("row %d leads to %v, not %v", row, got, want)
		}
		if g, ok := rows.Swatch(row, at); !ok || g != next.Segment {
			t.Errorf("row %d has the swatch of %d", row, g)
		}
	}
}
