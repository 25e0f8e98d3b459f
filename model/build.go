package model

import "context"

// customerBuilder carries the stages of [BuildCustomers], run in the order of
// its steps.
type customerBuilder struct {
	ctx   context.Context
	read  int      // rows of all tables as they were read
	data  *Dataset // with lines and lookups joined to the orders
	roles RoleMap
	scope Scope
	parts parts
	c     *Customers

	dropped map[int][]bool       // by table with dropped rows: whether a row was
	stack   []stackedPart        // the tables that were combined to the table of orders, none when there is one
	joined  map[int]joinedColumn // by column of the order table: where it comes from, if from another table

	idCodes map[int][]int32    // by table: each row's id as a code of idWords, -1 missing
	idWords map[int]Dictionary // by table: the ids
	kept    map[int][]bool     // by table: ids that become customers
	later   map[int][]bool     // by table: ids with a row after the as-of date
	sorting *idSorting         // of the ids of all tables
	place   map[int][]int32    // by table: the customer of each id code, -1 for none

	spelling bool // it was told that two tables share hardly an id

	bridged  bool // the customers of the orders were looked up in another table
	unsigned bool // customers were left out who signed up after the as-of date

	lines    orderLines
	measured *orderMeasures    // of the orders
	events   map[int]datedRows // by table
	answers  map[int]datedRows // by table
	rowOf    map[int][]int32   // by table of customers: each customer's row, -1 for none
}

// datedRows says of each row of a table whether it is used, and when it was.
type datedRows struct {
	fate []rowFate
	time *Dates // nil without dates
}

// rowFate says whether a row of orders or events is used, and if not why.
type rowFate uint8

const (
	rowUsed rowFate = iota
	rowDropped
	rowNoID
	rowNoOrder
	rowNoDate
	rowNoEventDate
	rowNoAmount
	rowInfinite
	rowHuge
	rowUnpaid
	rowLater
	rowEarlier
	rowReplaced
	rowUnsigned
	rowFates
)

func (f rowFate) reason() Phrase {
	switch f {
	case rowNoID:
		return P("no customer id")
	case rowNoOrder:
		return P("the order of the line is not among the orders")
	case rowNoDate:
		return P("no order date")
	case rowNoEventDate:
		return P("no event date")
	case rowNoAmount:
		return P("no amount")
	case rowInfinite:
		return P("the amount is not finite")
	case rowHuge:
		return P("the amount is too large to be added up")
	case rowUnpaid:
		return P("the order was not paid")
	case rowLater:
		return P("after the as-of date")
	case rowUnsigned:
		return P("the customer signed up after the as-of date")
	case rowReplaced:
		return P("later answers of the customer replace it")
	}
	return P("before the analysis window")
}

// stopped returns the context's error, asked for once in many rows of a loop.
func (b *customerBuilder) stopped(row int) error {
	if row&0xffff != 0 {
		return nil
	}
	return b.ctx.Err()
}

func (b *customerBuilder) note(key string, args ...any) {
	b.c.notes = append(b.c.notes, P(key, args...))
}

// warn notes what changes the meaning of a result.
func (b *customerBuilder) warn(key string, args ...any) {
	b.c.warnings = append(b.c.warnings, P(key, args...))
}

// drop takes out the rows that the analyst chose to leave out. A row is counted
// under the first choice that names it.
func (b *customerBuilder) drop() error {
	b.dropped = map[int][]bool{}
	for _, e := range b.data.Dropped {
		if b.dropped[e.Table] == nil {
			b.dropped[e.Table] = make([]bool, b.data.Tables[e.Table].Rows())
		}
		gone := b.dropped[e.Table]
		var rows []int32
		for _, r := range e.Rows {
			if !gone[r] {
				gone[r] = true
				rows = append(rows, r)
			}
		}
		b.exclude(e.Table, e.Reason, rows)
	}
	return nil
}

func (b *customerBuilder) isDropped(table, row int) bool {
	gone := b.dropped[table]
	return gone != nil && gone[row]
}

// keys codes the ids of every table that names customers.
func (b *customerBuilder) keys() error {
	b.idCodes, b.idWords, b.kept, b.later = map[int][]int32{}, map[int]Dictionary{}, map[int][]bool{}, map[int][]bool{}
	for _, t := range b.parts.named() {
		if b.roles.RowIsCustomer(t) {
			rows := b.data.Tables[t].Rows()
			codes, words := make([]int32, rows), make([]string, rows)
			for i := range codes {
				codes[i], words[i] = int32(i), FormatNumber(float64(i+1))
			}
			b.idCodes[t], b.idWords[t] = codes, ListWords(words)
		} else {
			b.idCodes[t], b.idWords[t] = keysOf(b.data.Tables[t].Column(b.roles.Column(t, CustomerID)))
		}
		b.kept[t] = make([]bool, b.idWords[t].Len())
		if err := b.ctx.Err(); err != nil {
			return err
		}
	}
	for _, t := range b.parts.customers {
		for r, k := range b.idCodes[t] {
			if k >= 0 && !b.isDropped(t, r) {
				b.kept[t][k] = true
			}
		}
	}
	return nil
}

// keepCustomers decides whose ids become customers. One who was there before
// the window, or whose rows cannot be used, is a customer without orders; one
// who came after the as-of date was not one yet; one whose rows were all
// dropped is none.
func (b *customerBuilder) keepCustomers(t int, rows datedRows) {
	kept, gone := b.kept[t], b.dropped[t]
	later := make([]bool, len(kept))
	late := rows.time != nil && rows.time.Extent().Last >= b.endOfScope()
	for i, k := range b.idCodes[t] {
		switch {
		case k < 0 || gone != nil && gone[i]:
		case late && b.afterScope(rows.time, i):
			later[k] = true
		default:
			kept[k] = true
		}
	}
	b.later[t] = later
}

// endOfScope is the first moment after the as-of date.
func (b *customerBuilder) endOfScope() int64 { return (int64(b.c.AsOf) + 1) * secondsPerDay }

// afterScope reports whether a row, usable or not, lies after the as-of date.
func (b *customerBuilder) afterScope(time *Dates, row int) bool {
	return time != nil && time.At(row) != NoDate && DayOf(time.At(row)) > b.c.AsOf
}

// dates returns the moments of the first of the roles that a column of dates
// has; nil for none.
func (b *customerBuilder) dates(t int, roles ...Role) *Dates {
	return b.data.datesOf(b.roles, t, roles...)
}

// moments returns when the events or answers of a table were; nil for none.
func (b *customerBuilder) moments(t int) *Dates { return b.data.Moments(b.roles, t) }

// numbers returns a role's column of numbers; nil for none.
func (b *customerBuilder) numbers(t int, role Role) *Numbers {
	if column := b.roles.Column(t, role); column >= 0 {
		if c, ok := b.data.Tables[t].Column(column).(*Numbers); ok {
			return c
		}
	}
	return nil
}
