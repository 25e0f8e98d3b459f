package model

import "slices"

// account counts every row: used, or left out for a reason, so that nothing is
// dropped silently.
func (b *customerBuilder) account() error {
	q := &b.c.quality
	q.RowsRead = b.read + len(b.data.Rejected)
	q.Rejected = b.data.Rejected
	if t := b.parts.orders; t >= 0 {
		b.accountFates(t, b.lines.fate)
	}
	for _, t := range b.parts.customers {
		b.accountCustomers(t)
	}
	for _, t := range b.parts.events {
		b.accountFates(t, b.events[t].fate)
	}
	for _, t := range b.parts.answers {
		b.accountFates(t, b.answers[t].fate)
	}
	for _, u := range b.parts.unused {
		var rows []int32
		for r := range b.data.Tables[u.table].Rows() {
			if !b.isDropped(u.table, r) {
				rows = append(rows, int32(r))
			}
		}
		b.exclude(u.table, u.reason, rows)
	}
	b.noteUses()
	b.noteOrders()
	b.noteAbsent()
	if err := b.matchCustomers(); err != nil {
		return err
	}
	b.warnSpelling()
	return nil
}

// exclude counts rows as left out for a reason.
func (b *customerBuilder) exclude(table int, reason Phrase, rows []int32) {
	parts := []stackedPart{{table: table, rows: b.data.Tables[table].Rows()}}
	if len(b.stack) > 0 && table == b.parts.orders {
		parts = b.stack
	}
	b.c.quality.exclude(parts, reason, rows)
}

// exclude adds rows of a table that was combined of others as those of the tables
// that gave them; of one that was not, the only part is the table.
func (q *Quality) exclude(parts []stackedPart, reason Phrase, rows []int32) {
	for _, p := range parts {
		var own []int32
		for _, r := range rows {
			if at := int(r) - p.first; at >= 0 && at < p.rows {
				own = append(own, int32(at))
			}
		}
		if len(own) > 0 {
			q.Excluded = append(q.Excluded, Exclusion{Table: p.table, Reason: reason, Rows: own})
		}
	}
}

func (b *customerBuilder) accountFates(t int, of []rowFate) {
	fates := make([][]int32, rowFates)
	for i, f := range of {
		if f == rowUsed {
			b.c.quality.RowsUsed++
		} else {
			fates[f] = append(fates[f], int32(i))
		}
	}
	for f := rowDropped + 1; f < rowFates; f++ { // what was dropped is counted already
		b.exclude(t, f.reason(), fates[f])
	}
}

func (b *customerBuilder) accountCustomers(t int) {
	used := make([]bool, b.data.Tables[t].Rows())
	for _, r := range b.rowOf[t] {
		if r >= 0 {
			used[r] = true
			b.c.quality.RowsUsed++
		}
	}
	var noID, unsigned, again []int32
	for r, k := range b.idCodes[t] {
		switch {
		case b.isDropped(t, r):
		case k < 0:
			noID = append(noID, int32(r))
		case b.place[t][k] < 0:
			unsigned = append(unsigned, int32(r))
		case !used[r]:
			again = append(again, int32(r))
		}
	}
	b.exclude(t, P("no customer id"), noID)
	b.exclude(t, rowUnsigned.reason(), unsigned)
	b.exclude(t, P("the customer id appears again"), again)
}

// accountJoined counts the rows of a table that was joined to the orders.
func (b *customerBuilder) accountJoined(t int, keys keySet, used []bool, noKey, unmatched Phrase) {
	var keyless, strangers []int32
	for r, is := range used {
		switch {
		case is:
			b.c.quality.RowsUsed++
		case b.isDropped(t, r):
		case keys.codes[r] < 0:
			keyless = append(keyless, int32(r))
		default:
			strangers = append(strangers, int32(r))
		}
	}
	b.exclude(t, noKey, keyless)
	b.exclude(t, unmatched, strangers)
}

// noteOrders says how many customers have no orders, what was returned and what
// an order is.
func (b *customerBuilder) noteOrders() {
	o := b.c.orders
	if o == nil {
		return
	}
	none, n := 0, b.c.ids.Len()
	for i := range n {
		if from, to := o.Lines(i); from == to {
			none++
		}
	}
	if none > 0 {
		b.note("%d of %d customers have no order in scope", none, n)
	}
	b.noteReturns()
	b.note("Frequency counts %s", o.Counted)
}

// noteAbsent says how many customers are missing from each of several tables.
func (b *customerBuilder) noteAbsent() {
	tables := slices.Concat(b.parts.customers, b.parts.events, b.parts.answers)
	if b.parts.orders < 0 && len(tables) < 2 {
		return
	}
	for _, t := range tables {
		if missing := b.without(t); missing > 0 {
			b.note("%d of %d customers are not in table %s", missing, b.c.ids.Len(), b.data.Tables[t].Name)
		}
	}
}

// without counts the customers that no row of a table names.
func (b *customerBuilder) without(t int) int {
	in := make([]bool, b.c.ids.Len())
	n := len(in)
	for r, k := range b.idCodes[t] {
		if k < 0 || b.isDropped(t, r) {
			continue
		}
		if at := b.place[t][k]; at >= 0 && !in[at] {
			in[at] = true
			n--
		}
	}
	return n
}
