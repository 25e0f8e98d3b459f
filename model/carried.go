package model

import (
	"slices"
	"strings"
	"sync/atomic"
)

// carried is a column of orders or events that says something of the customer:
// for each the row that speaks, -1 for none.
type carried struct {
	rows    []int32
	differs int // customers whose rows say different things
}

// constantAttributes adds the columns of orders or events that say something of
// the customer, and notes those in which rows of a customer differ.
func (b *customerBuilder) constantAttributes(taken map[string]bool, t int, rows buckets, time *Dates) error {
	var uneven []string
	for i, c := range b.data.Tables[t].Columns() {
		of, ok, err := b.carry(t, rows, time, i, c)
		if err != nil {
			return err
		}
		if ok {
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
func (b *customerBuilder) carry(t int, rows buckets, time *Dates, column int, c Column) (carried, bool, error) {
	bound, _ := b.roles.Of(t, column)
	own := ofCustomer(bound.Role)
	if !own && (bound.Role != "" || c.Kind() != Text) {
		return carried{}, false, nil
	}
	said := &sayings{column: c, time: time, mayDiffer: own && !mayBeOfLine(bound), rows: make([]int32, b.c.ids.Len()),
		late: slices.Contains(b.later[t], true)}
	said.texts, _ = c.(*Texts)
	if err := rows.each(b, func(k bucket) { said.hear(b, k) }); err != nil {
		return carried{}, false, err
	}
	if said.declined.Load() || !own && !said.repeated.Load() {
		return carried{}, false, nil
	}
	return carried{rows: said.rows, differs: int(said.differ.Load())}, true, nil
}

// sayings finds the last word on each customer in one column of a table. Of rows of
// one time it is the one whose text sorts last, so that the order of rows does not
// matter.
type sayings struct {
	column    Column
	texts     *Texts // the column, if it is one of texts, else nil
	time      *Dates // by row, nil for none
	late      bool   // some rows are after the as-of date, and say nothing
	mayDiffer bool   // rows of a customer may say different things

	rows     []int32      // by customer: the row of the last word, -1 for none
	repeated atomic.Bool  // of some customer two rows say something
	differ   atomic.Int64 // customers whose rows say different things
	declined atomic.Bool  // there is one, and there must not be
}

// saying is what was heard of a customer: a row that speaks, and its word beside
// it, for rows lie far apart in a column.
type saying struct {
	row    int32 // -1 for none
	code   int32 // of the word, in a column of texts
	uneven bool  // rows say different things
}

// hear takes what the rows of a bucket say. When they do is asked for only where
// rows of a customer differ.
func (s *sayings) hear(b *customerBuilder, k bucket) {
	if s.declined.Load() {
		return
	}
	heard := make([]saying, k.to-k.from)
	for i := range heard {
		heard[i].row = -1
	}
	repeated, uneven := false, 0
	codes := s.codes(k.rows)
	for i, row := range k.rows {
		if codes[i] < 0 || s.late && b.afterScope(s.time, int(row)) {
			continue
		}
		at := &heard[k.of[i]]
		if at.row < 0 {
			at.row, at.code = row, codes[i]
			continue
		}
		repeated = true
		if !at.uneven && !s.same(*at, row, codes[i]) {
			if !s.mayDiffer {
				s.declined.Store(true)
				return
			}
			at.uneven = true
			uneven++
		}
	}
	if uneven > 0 {
		s.lastWords(b, k, codes, heard)
		s.differ.Add(int64(uneven))
	}
	for i, one := range heard {
		s.rows[k.from+i] = one.row
	}
	if repeated {
		s.repeated.Store(true)
	}
}

// lastWords finds the latest row of customers whose rows differ.
func (s *sayings) lastWords(b *customerBuilder, k bucket, codes []int32, heard []saying) {
	for i, row := range k.rows {
		at := &heard[k.of[i]]
		if at.uneven && codes[i] >= 0 && !(s.late && b.afterScope(s.time, int(row))) && later(s.column, s.time, row, at.row) {
			at.row = row
		}
	}
}

// codes returns what some rows say: codes of words in a column of texts, else 0, and -1
// for nothing.
func (s *sayings) codes(rows []int32) []int32 {
	out := make([]int32, len(rows))
	if s.texts != nil {
		s.texts.Narrow().Pick(rows, func(i int, code int32) { out[i] = code })
		return out
	}
	for i, row := range rows {
		if s.column.Missing(int(row)) {
			out[i] = -1
		}
	}
	return out
}

// same reports whether a row with a code says what was heard.
func (s *sayings) same(heard saying, row, code int32) bool {
	if s.texts != nil {
		return heard.code == code
	}
	return sameValue(s.column, heard.row, row)
}

// later reports whether row x is the later word on a column than row y, ties by
// what it says, so that the order of rows does not matter.
func later(c Column, time *Dates, x, y int32) bool {
	if time != nil && time.At(int(x)) != time.At(int(y)) {
		return time.At(int(x)) > time.At(int(y))
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
