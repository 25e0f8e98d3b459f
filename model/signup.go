package model

// dropUnsigned takes out the customers who signed up after an as-of date that
// the analyst set: they were none then. An order, an event or an answer of a day
// up to the as-of date shows that one was there all the same. The day after the
// last order is no such bound, since a table of customers is often newer than
// the orders.
func (b *customerBuilder) dropUnsigned() error {
	if b.scope.AsOf == NoDay {
		return nil
	}
	unsigned := b.signedLater()
	if len(unsigned) == 0 {
		return nil
	}
	acted, err := b.actedOf(unsigned)
	if err != nil {
		return err
	}
	for id := range acted {
		delete(unsigned, id)
	}
	if n := len(acted); n > 0 {
		b.warn("%d customers ordered or did something by %s though their sign-up date is later: they count as customers", n, b.c.AsOf.String())
	}
	b.unsigned = len(unsigned) > 0
	if n := len(unsigned); n > 0 {
		b.note("%d customers signed up after the as-of date and are not counted", n)
	}
	for _, t := range b.parts.named() {
		for k, w := range b.idWords[t].All() {
			if unsigned[w] {
				b.kept[t][k] = false
				if later := b.later[t]; later != nil {
					later[k] = false // told here
				}
			}
		}
		b.markUnsigned(t)
	}
	return nil
}

// signedLater returns the ids whose sign-up dates all lie after the as-of date.
func (b *customerBuilder) signedLater() map[string]bool {
	later := map[string]bool{}
	for _, t := range b.parts.customers {
		time := b.dates(t, SignupDate)
		if time == nil {
			continue
		}
		for r, k := range b.idCodes[t] {
			if k < 0 || b.isDropped(t, r) || time.At(r) == NoDate {
				continue
			}
			is, seen := later[b.idWords[t].At(int(k))]
			later[b.idWords[t].At(int(k))] = b.afterScope(time, r) && (is || !seen)
		}
	}
	for id, is := range later {
		if !is {
			delete(later, id)
		}
	}
	return later
}

// actedOf returns those of the ids with a row of orders, events or answers of a
// day up to the as-of date.
func (b *customerBuilder) actedOf(ids map[string]bool) (map[string]bool, error) {
	acted := map[string]bool{}
	for _, t := range b.parts.named() {
		time := b.rowsDated(t).time
		if time == nil {
			continue
		}
		seen := make([]bool, b.idWords[t].Len())
		for r, k := range b.idCodes[t] {
			if err := b.stopped(r); err != nil {
				return nil, err
			}
			if k >= 0 && !b.isDropped(t, r) && time.At(r) != NoDate && !b.afterScope(time, r) {
				seen[k] = true
			}
		}
		for k, is := range seen {
			if w := b.idWords[t].At(int(k)); is && ids[w] {
				acted[w] = true
			}
		}
	}
	return acted, nil
}

// rowsDated returns what is known of the rows of a table of orders, events or
// answers; nothing of another table.
func (b *customerBuilder) rowsDated(t int) datedRows {
	switch t {
	case b.parts.orders:
		return b.lines.datedRows
	case b.parts.header:
		return datedRows{time: b.dates(t, OrderDate)}
	}
	if rows, ok := b.events[t]; ok {
		return rows
	}
	return b.answers[t]
}

// markUnsigned gives the rows in use whose ids are no customers a reason: rows
// without a date of customers who signed up later.
func (b *customerBuilder) markUnsigned(t int) {
	fate := b.rowsDated(t).fate
	for r, k := range b.idCodes[t] {
		if fate != nil && fate[r] == rowUsed && !b.kept[t][k] {
			fate[r] = rowUnsigned
		}
	}
}
