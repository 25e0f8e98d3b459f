package model

// account counts every row: used, or left out for a reason, so that nothing is
// dropped silently.
func (b *customerBuilder) account() error {
	q := &b.c.quality
	q.RowsRead = b.data.Rows() + len(b.data.Rejected)
	q.Rejected = b.data.Rejected
	exclude := func(table int, reason Phrase, rows []int32) {
		if len(rows) > 0 {
			q.Excluded = append(q.Excluded, Exclusion{Table: table, Reason: reason, Rows: rows})
		}
	}
	if t := b.parts.orders; t >= 0 {
		fates := make([][]int32, lineFates)
		for i, f := range b.line {
			if f == lineUsed {
				q.RowsUsed++
			} else {
				fates[f] = append(fates[f], int32(i))
			}
		}
		for f := lineNoID; f < lineFates; f++ {
			exclude(t, f.reason(), fates[f])
		}
	}
	for _, t := range b.parts.customers {
		used := make([]bool, b.data.Tables[t].Rows())
		for _, r := range b.rowOf[t] {
			if r >= 0 {
				used[r] = true
				q.RowsUsed++
			}
		}
		var noID, again []int32
		for r, k := range b.idCodes[t] {
			if k < 0 {
				noID = append(noID, int32(r))
			} else if !used[r] {
				again = append(again, int32(r))
			}
		}
		exclude(t, P("no customer id"), noID)
		exclude(t, P("the customer id appears again"), again)
	}
	for _, u := range b.parts.unused {
		rows := make([]int32, b.data.Tables[u.table].Rows())
		for i := range rows {
			rows[i] = int32(i)
		}
		exclude(u.table, u.reason, rows)
	}
	b.noteJoins()
	return nil
}

// noteJoins says how many customers have no orders, or no row in a table.
func (b *customerBuilder) noteJoins() {
	n := len(b.c.ids)
	if o := b.c.orders; o != nil {
		none := 0
		for i := range n {
			if from, to := o.Lines(i); from == to {
				none++
			}
		}
		if none > 0 {
			b.c.notes = append(b.c.notes, P("%d of %d customers have no order in scope", none, n))
		}
		b.noteReturns()
		b.c.notes = append(b.c.notes, P("Frequency counts %s", o.Counted))
	}
	if len(b.usedTables()) < 2 {
		return
	}
	for _, t := range b.parts.customers {
		missing := 0
		for _, r := range b.rowOf[t] {
			if r < 0 {
				missing++
			}
		}
		if missing > 0 {
			b.c.notes = append(b.c.notes, P("%d of %d customers are not in table %s", missing, n, b.data.Tables[t].Name))
		}
	}
}

func (b *customerBuilder) noteReturns() {
	o := b.c.orders
	returned := 0
	for _, back := range o.Back {
		if back {
			returned++
		}
	}
	if returned > 0 {
		b.c.notes = append(b.c.notes, P("%d rows are returns: their money is netted, a day of returns alone is no purchase", returned))
	}
}
