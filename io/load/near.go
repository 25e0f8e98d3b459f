package load

import "custseg/model"

// nearNumbers says what keeps a column from being one of numbers.
const nearNumbers = "most values are numbers, but the column was read as text because of %s; the first of them is %q in row %s, and there are %d"

// tellNear tells what keeps a column of text from being one of numbers or of
// dates, and reports whether anything does.
func (b *builtColumn) tellNear(w *words, file fileFacts) bool {
	if b.tellMixed(w, file) {
		return true
	}
	number := func(mark decimalMark) func(string) bool {
		return func(word string) bool { _, ok := parseNumber(word, mark); return ok }
	}
	day := func(order dayOrder) func(string) bool {
		return func(word string) bool { return isDay(word, order) }
	}
	key := nearNumbers
	kind, bad := model.Noticed, misfits(w, number(decimalPoint), number(decimalComma))
	if bad != nil && holdsCodes(w) {
		return false
	}
	if bad == nil {
		kind, key = model.NotDates, "most values are dates, but the column was read as text because of %s; the first of them is %q in row %s, and there are %d"
		bad = misfits(w, day(monthFirst), day(dayFirst))
	}
	if bad == nil {
		return false
	}
	isBad := func(code int32) bool { return bad[code] }
	rows := w.rowsOf(isBad)
	b.find(model.Warning, rows, key, quote(w, isBad), w.shown(rows[0]), file.place(rows[0]), len(rows))
	b.findings[len(b.findings)-1].Kind = kind
	return true
}

// misfits returns the words that keep a column from being what most of it is by
// one of two ways to read it, whichever more words fit. It returns nil when
// less than [nearShare] of the words, or of the rows where few words are to
// blame, fit either; of very few words most must.
func misfits(w *words, one, other func(word string) bool) []bool {
	n := 0
	var notOne, notOther, neither []int32
	most := max(maxShown, int((1-nearShare)*float64(w.len())))
	for code, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		n++
		fitsOne, fitsOther := one(word), other(word)
		if !fitsOne {
			notOne = append(notOne, code)
		}
		if !fitsOther {
			notOther = append(notOther, code)
		}
		if fitsOne || fitsOther {
			continue
		}
		if neither = append(neither, code); len(neither) > most {
			return nil
		}
	}
	bad := notOne
	if len(notOther) < len(notOne) {
		bad = notOther
	}
	near := func(bad, all int) bool {
		if n <= fewValues && 2*bad < all {
			return true
		}
		return bad < all && float64(all-bad) >= nearShare*float64(all)
	}
	if len(bad) == 0 || !near(len(neither), n) && !near(w.rowsWith(w.marked(neither)), w.held()) {
		return nil
	}
	return w.marked(bad)
}

// holdsCodes reports whether numbers of the column are codes with leading zeros
// or too long, so that it is text with good reason.
func holdsCodes(w *words) bool {
	for _, word := range w.all() {
		if x, ok := parseNumber(word, decimalPoint); ok && x.form&(leadingZero|longInteger) != 0 {
			return true
		}
	}
	return false
}
