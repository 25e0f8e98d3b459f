package screen

import (
	"cmp"
	"context"
	"math"
	"slices"

	"custseg/model"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// OrderPage lists the lines of one order as the file has them.
type OrderPage struct {
	host   Host
	orders *model.Orders
	lines  []int32
	title  string
	place  int // of the order in the history of its customer, from 0
	table  *rowTable
	named  []bool // by column of the lines: it names persons; nil while not known
	counts []bool // by column of the lines: it numbers them, so that it has no sum
	shown  bool   // personal values are, as last seen in the session
	w, h   int
}

// newOrder opens some lines of the orders under a title: those of the order at a
// place of its customer's history.
func newOrder(host Host, orders *model.Orders, lines []int32, title string, place int) *OrderPage {
	s := &OrderPage{host: host, orders: orders, lines: lines, title: title, place: place}
	s.table = newTable(host, "lines", &figureRows{pr: host.Printer()})
	s.table.title = title
	s.table.grid.SetEmpty(say(host.Printer(), "reading"))
	columns := orders.Table.Columns()
	named, counts := make([]bool, len(columns)), make([]bool, len(columns))
	s.table.begin(Task{
		Name: "reading the order",
		Work: func(ctx context.Context, _ func(float64)) error {
			for i, c := range columns {
				named[i], counts[i] = model.Personal("", c) || model.PersonalID(c), ascends(c)
				if ctx.Err() != nil {
					return ctx.Err()
				}
			}
			return nil
		},
		Done: func(err error) {
			if err == nil {
				s.named, s.counts = named, counts
				s.fill()
			}
		},
	})
	return s
}

// ascends reports whether the numbers of a column are whole and grow from row to
// row, as numbers of lines do.
func ascends(c model.Column) bool {
	n, ok := c.(*model.Numbers)
	if !ok {
		return false
	}
	for i, v := range n.Values() {
		if v != math.Trunc(v) || i > 0 && !(v > n.At(i-1)) {
			return false
		}
	}
	return len(n.Values()) > 1
}

// soldColumns are the roles of what a line says first, in this order.
func soldColumns() []model.Role {
	return []model.Role{model.Product, model.Category, model.Quantity, model.UnitPrice, model.Amount, "discount", "profit", "cost"}
}

// arranged are the columns of the lines in the order in which they are listed:
// what was sold and for how much, then what differs between the lines, then what
// is the same in each, and numbers of lines last.
func (s *OrderPage) arranged(rows []int32) []int {
	columns := s.orders.Table.Columns()
	sold := map[model.Column]int{}
	for at, role := range soldColumns() {
		if c, ok := s.orders.Column(role); ok {
			sold[c] = at
		}
	}
	const differs, same, numbers = 100, 101, 102
	rank := func(i int) int {
		c := columns[i]
		at, known := sold[c]
		switch {
		case s.counts[i]:
			return numbers
		case known:
			return at
		case slices.ContainsFunc(rows, func(r int32) bool { return c.Text(int(r)) != c.Text(int(rows[0])) }):
			return differs
		}
		return same
	}
	out := make([]int, len(columns))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int { return cmp.Compare(rank(i), rank(j)) })
	return out
}

// fill lists the lines without what is not to be shown.
func (s *OrderPage) fill() {
	s.shown = s.host.Session().Personal
	rows := make([]int32, len(s.lines))
	for i, line := range s.lines {
		rows[i] = s.orders.Row[line]
	}
	list := &figureRows{pr: s.host.Printer()}
	for _, i := range s.arranged(rows) {
		if c := s.orders.Table.Columns()[i]; !s.named[i] || s.shown {
			list.columns = append(list.columns, figureColumn{title: c.Name(), values: c.Pick(rows), ordinal: s.counts[i]})
		}
	}
	s.table.replace(list, false)
}

// Place, Crumb and Typing implement [Screen].
func (s *OrderPage) Place() string { return "order" }
func (s *OrderPage) Crumb() string { return s.title }
func (s *OrderPage) Typing() bool  { return s.table.typing() }

// Hints implements [Hinter].
func (s *OrderPage) Hints() []Hint { return s.table.promptHints() }

// SetSize implements [Screen].
func (s *OrderPage) SetSize(w, h int) {
	s.w, s.h = w, h
	s.table.setSize(w, h-1)
}

// Refresh implements [Screen]: the lines stay those that were opened.
func (s *OrderPage) Refresh() {}

// Key implements [Screen].
func (s *OrderPage) Key(k term.Key) bool { return s.table.key(k) }

// Mouse implements [Screen].
func (s *OrderPage) Mouse(m term.Mouse) { m.Y--; s.table.mouse(m) }

// Actions implements [Screen].
func (s *OrderPage) Actions() map[string]Action {
	out := s.table.listActions("order")
	out["order.personal"] = Action{Do: func() { togglePersonal(s.host) }}
	return out
}

// View implements [Screen].
func (s *OrderPage) View(t *theme.Theme) []string {
	if s.named != nil && s.shown != s.host.Session().Personal {
		s.fill()
	}
	pr := s.host.Printer()
	head := say(pr, "%s %s %s", s.title, t.Glyphs.Dot, lineCount(pr, len(s.lines)))
	return append([]string{" " + inked(t, t.Title, head, s.w-1)}, s.table.view(t, true)...)
}
