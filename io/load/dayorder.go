package load

// dateEvidence is what a column of dates says about the order of day and month.
type dateEvidence struct {
	compact              bool // all are 20170427
	yearLast             int  // words with the year last
	dayFirst, monthFirst int  // of them, those that can be read in one order only
	dotted               bool // some are 27.4.2017
	short                bool // some have years of two digits
	zoned                bool // some name a time zone
}

// isCompactDay reports whether a word is a day from 1900 to 2100 written as
// 20170427.
func isCompactDay(word string) bool {
	p, ok := scanCompactDate(word)
	if !ok || p.year < 1900 || p.year > 2100 {
		return false
	}
	_, ok = p.moment(monthFirst)
	return ok
}

// isDay reports whether a word is a date of a day that exists, in one order of
// day and month.
func isDay(word string, order dayOrder) bool {
	p, ok := scanDate(word)
	if ok {
		_, ok = p.moment(order)
	}
	return ok
}

// weighDates reads all words as dates, n of which mean something, and finds out
// in which order day and month stand where the year is last.
func weighDates(w *words, n int) (dateEvidence, bool) {
	var e dateEvidence
	bad, most := 0, toleratedWords(w, n)
	for _, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		p, ok := scanDate(word)
		_, american := p.moment(monthFirst)
		_, european := p.moment(dayFirst)
		if !ok || !american && !european {
			if bad++; bad > most {
				return e, false
			}
			continue
		}
		e.zoned = e.zoned || p.zoned
		e.short = e.short || p.shortYear
		if !p.yearLast {
			continue
		}
		e.yearLast++
		e.dotted = e.dotted || p.dotted
		switch {
		case !american:
			e.dayFirst++
		case !european:
			e.monthFirst++
		}
	}
	if bad+min(e.dayFirst, e.monthFirst) <= tolerated(n) {
		return e, true
	}
	order, _ := e.order()
	return e, mostly(w, n, func(word string) bool { return isDay(word, order) })
}

// order returns the order of day and month the column itself proves.
func (e dateEvidence) order() (order dayOrder, proved bool) {
	switch {
	case e.dayFirst > e.monthFirst:
		return dayFirst, true
	case e.monthFirst > e.dayFirst:
		return monthFirst, true
	}
	return monthFirst, false
}

// ambiguous reports whether the column's dates can be read in two ways.
func (e dateEvidence) ambiguous() bool {
	_, proved := e.order()
	return e.yearLast > 0 && !proved
}

// fileOrder is the order of day and month for columns that do not prove theirs.
type fileOrder struct {
	order     dayOrder
	suggested bool // by other columns or by the way the file is written
}

// orderOf finds the order in which a file writes day and month: as most of its
// columns that prove one, else day first in files with semicolons, which are
// written where a comma is the decimal mark, else month first.
func orderOf(types []typing, delimiter byte) fileOrder {
	var days, months int
	for _, t := range types {
		if order, proved := t.dates.order(); proved && order == dayFirst {
			days++
		} else if proved {
			months++
		}
	}
	switch {
	case days > months:
		return fileOrder{dayFirst, true}
	case months > days:
		return fileOrder{monthFirst, true}
	case delimiter == ';':
		return fileOrder{dayFirst, true}
	}
	return fileOrder{order: monthFirst}
}

// of returns the order for a column: with dots the day is always first.
func (f fileOrder) of(e dateEvidence) dayOrder {
	if e.dotted {
		return dayFirst
	}
	return f.order
}
