package model

import (
	"slices"
	"strings"
)

// carried is a column of orders or events that says something of the customer:
// for each the row that speaks, -1 for none.
type carried struct {
	rows    []int32
	differs int // customers whose rows say different things
}

// constantAttributes adds the columns of orders or events that say something of
// the customer, and notes those in which rows of a customer differ.
func (b *customerBuilder) constantAttributes(taken map[string]bool, t int, time []int64) error {
	var uneven []string
	for i, c := range b.data.Tables[t].Columns() {
		if err := b.ctx.Err(); err != nil {
			return err
		}
		if of, ok := b.carry(t, time, i, c); ok {
			b.addAttribute(taken, t, i, c.Pick(of.rows), of.differs == 0)
			if of.differs > 0 {
				uneven = append(uneven, c.Name()+" ("+FormatNumber(float64(of.differs))+")")
			}
		}
	}
	if len(uneven) > 0 {
		b.note("Rows of one customer in table %s differ in what is the customer's own, the latest counts; customers by column: %s",
			b.data.Tables[t].Name, strings.Join(uneven, ", "))
	}
	return nil
}

// ofCustomer reports whether a role tells what a customer is, thinks or owes, or
// what market they belong to, rather than what was done.
func ofCustomer(role Role) bool {
	info, ok := LookupRole(role)
	return ok && (role == CustomerName || slices.Contains([]RoleGroup{"Person", "Place", "Survey", "Credit", "Market"}, info.Group))
}

// mayBeOfLine reports whether a role that a guess gave may be of the line as
// well, if rows of one customer differ: a size or margin is often the product's.
func mayBeOfLine(bound Binding) bool {
	info, _ := LookupRole(bound.Role)
	return !bound.Assigned && info.Group == "Market" && info.Kind == Number
}

// carry finds, for each customer, the row of orders or events that speaks for
// them in one column: the latest with a value, be it in the window or before. It
// declines a column that differs between the rows of a customer, unless its role
// is the customer's own, and one that is needed as orders or events.
func (b *customerBuilder) carry(t int, time []int64, column int, c Column) (carried, bool) {
	bound, _ := b.roles.Of(t, column)
	own := ofCustomer(bound.Role)
	if !own && (bound.Role != "" || c.Kind() != Text) {
		return carried{}, false
	}
	mayDiffer := own && !mayBeOfLine(bound)
	ids, place := b.idCodes[t], b.place[t]
	said, out := newSayings(c, time, len(b.c.ids)), carried{}
	uneven := make([]bool, len(b.c.ids))
	repeated, gone := false, b.dropped[t]
	for r, k := range ids {
		if k < 0 || place[k] < 0 || gone != nil && gone[r] || b.afterScope(time, r) || said.missing(r) {
			continue
		}
		at, now := place[k], said.of(r)
		last := &said.last[at]
		if last.row < 0 {
			*last = now
			continue
		}
		repeated = true
		same := said.same(*last, now)
		if !same {
			if !mayDiffer {
				return carried{}, false
			}
			if !uneven[at] {
				uneven[at] = true
				out.differs++
			}
		}
		if now.time > last.time || now.time == last.time && !same && c.Text(r) > c.Text(int(last.row)) {
			*last = now
		}
	}
	if own || repeated {
		out.rows = said.rows()
		return out, true
	}
	return carried{}, false
}

// saying is what a row says of a customer in one column, and when. The word is
// beside the row, for the rows of a customer lie far apart.
type saying struct {
	time int64 // 0 where rows have no time
	row  int32 // -1 for none
	code int32 // of the word, in a column of texts
}

// sayings holds the last word on each customer in one column of a table. Of rows of
// one time it is the one whose text sorts last, so that the order of rows does not
// matter.
type sayings struct {
	column Column
	codes  []int32 // of a column of texts, else nil
	time   []int64 // by row, nil for none
	last   []saying
}

func newSayings(c Column, time []int64, customers int) *sayings {
	s := &sayings{column: c, time: time, last: make([]saying, customers)}
	if texts, ok := c.(*Texts); ok {
		s.codes = texts.Codes()
	}
	for i := range s.last {
		s.last[i].row = -1
	}
	return s
}

// missing reports whether a row says nothing.
func (s *sayings) missing(row int) bool {
	if s.codes != nil {
		return s.codes[row] < 0
	}
	return s.column.Missing(row)
}

// of returns what a row says.
func (s *sayings) of(row int) saying {
	out := saying{row: int32(row)}
	if s.time != nil {
		out.time = s.time[row]
	}
	if s.codes != nil {
		out.code = s.codes[row]
	}
	return out
}

// same reports whether two rows say the same.
func (s *sayings) same(x, y saying) bool {
	if s.codes != nil {
		return x.code == y.code
	}
	return sameValue(s.column, x.row, y.row)
}

// rows returns for each customer the row of the last word, -1 for none.
func (s *sayings) rows() []int32 {
	out := make([]int32, len(s.last))
	for i, l := range s.last {
		out[i] = l.row
	}
	return out
}

// later reports whether row x is the later word on a column than row y, ties by
// what it says, so that the order of rows does not matter.
func later(c Column, time []int64, x, y int32) bool {
	if time != nil && time[x] != time[y] {
		return time[x] > time[y]
	}
	return c.Text(int(x)) > c.Text(int(y))
}

func sameValue(c Column, x, y int32) bool {
	switch c := c.(type) {
	case *Texts:
		return c.Code(int(x)) == c.Code(int(y))
	case *Numbers:
		return c.At(int(x)) == c.At(int(y))
	case *Dates:
		return c.At(int(x)) == c.At(int(y))
	}
	return false
}
