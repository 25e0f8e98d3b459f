package load

import "custseg/model"

// date makes a column of dates.
func (b *builtColumn) date(name string, w *words, e dateEvidence, file fileFacts) {
	if e.form == serialDate && file.calendar1904 {
		e.form = serialDate1904
	}
	e.birth = file.keys.isBirth(name)
	order := b.orderOf(w, e, file)
	momentOf := w.momentsBy(e, order)
	b.column = model.NewCodedDates(name, w.codes, w.len(), momentOf).As(e.notation(w, order, momentOf))
	b.absent(w, file, meansNothing)
	if e.form == writtenDate && w.moments == w.len() {
		return // nothing of what follows is there to tell
	}
	b.unread(w, "values that are not dates were read as missing: %d, such as %s; the first is %q in row %s", file, func(code int32) bool { return momentOf(code) == model.NoDate })
	isDated := func(word string) bool {
		_, ok := e.moment(word, order)
		return ok
	}
	if key := e.form.tell(); key != "" {
		b.tell(model.Info, w, file, isDated, key)
	}
	if e.short {
		b.tellShort(w, e, order, isDated, file)
	}
	if e.zoned {
		b.tell(model.Info, w, file, func(word string) bool { p, _ := scanDate(word); return p.zoned && isDated(word) },
			"the times name a time zone; they were kept as the clock shows them: %d, such as %s; the first is %q in row %s")
	}
}

// orderOf chooses the order of day and month of a column: the one asked for where
// the column can be read so, else what column and file say. It tells what of that
// is a guess or not as asked.
func (b *builtColumn) orderOf(w *words, e dateEvidence, file fileFacts) dayOrder {
	order, proved := e.order()
	if !proved {
		order = file.order.of(e)
	}
	asked, isAsked := askedOrder(file.asked.Dates)
	switch {
	case e.yearLast == 0 && !e.yearFirst:
	case isAsked && e.allows(asked):
		return asked
	case isAsked && !(asked == yearFirst && e.ambiguous()):
		b.tell(model.Warning, w, file, func(word string) bool { return isDay(word, order) && !isDay(word, asked) },
			"dates cannot be read as %s, as was asked, and were read as %s: %d, such as %s; the first is %q in row %s", asked.phrase(), order.phrase())
	case e.ambiguous():
		b.tellOrder(w, e, order, file)
	}
	return order
}

// tellOrder says how dates were read whose day and month cannot be told apart.
func (b *builtColumn) tellOrder(w *words, e dateEvidence, order dayOrder, file fileFacts) {
	level, key := model.Warning, "day and month cannot be told apart; they were read as %s: %d, such as %s; the first is %q in row %s"
	if file.order.suggested || e.dotted {
		level, key = model.Info, "day and month cannot be told apart in this column; by the rest of the file they were read as %s: %d, such as %s; the first is %q in row %s"
	}
	b.tell(level, w, file, func(word string) bool {
		p, ok := scanDate(word)
		_, american := p.moment(monthFirst)
		_, european := p.moment(dayFirst)
		return ok && p.yearLast && american && european && p.a != p.b
	}, key, order.phrase())
}

// momentsBy returns what tells the moment of a word, [model.NoDate] for none.
func (w *words) momentsBy(e dateEvidence, order dayOrder) func(code int32) int64 {
	plain := e.form == writtenDate || e.form == mixedDate
	if plain && w.moments == w.len() {
		return w.moment
	}
	moments := make([]int64, w.len())
	for code := range moments {
		if at := int32(code); plain && w.isMoment(at) {
			moments[code] = w.moment(at)
		} else {
			moments[code], _ = e.moment(w.word(at), order)
		}
	}
	return func(code int32) int64 { return moments[code] }
}
