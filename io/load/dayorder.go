package load

import "custseg/model"

// dateEvidence is what a column of dates says about how they are written, above
// all about the order of day and month.
type dateEvidence struct {
	form                 dateForm
	mark                 decimalMark // of numbers that are moments
	yearLast             int         // words with the year last, as it seems
	dayFirst, monthFirst int         // of them, those that can be read in one order only
	notYearFirst         int         // of them, those that cannot be read year first
	yearFirst            bool        // most can be read year first alone: 98/12/31
	dotted               bool        // some are 27.4.2017
	short                bool        // some have years of two digits
	zoned                bool        // some name a time zone
	birth                bool        // they are days of birth
	ends                 ends        // of those whose year may stand first or last
	front, middle        figures     // of those with the year last
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
func weighDates(w *words, n int) (e dateEvidence, ok bool) {
	bad, short, most := 0, 0, toleratedWords(w, n)
	for _, word := range w.spelled() { // moments prove nothing
		if meansNothing(word) {
			continue
		}
		p, ok := scanDate(word)
		if ok && e.add(p) {
			continue
		}
		if p.shortYear {
			short++
		}
		if bad++; bad <= most {
			continue
		}
		spoilt, ok := weighSpoilt(w)
		if short == 0 || ok && !spoilt.seemsYearFirst() {
			return spoilt, ok
		}
		return weighYearFirst(w, n)
	}
	if bad+min(e.dayFirst, e.monthFirst) <= tolerated(n) {
		return e, true
	}
	order, _ := e.order()
	if mostly(w, n, func(word string) bool { return isDay(word, order) }) {
		return e, true
	}
	return weighSpoilt(w)
}

// weighYearFirst tells whether words that are no dates with the year last are
// dates that begin with a year of two digits.
func weighYearFirst(w *words, n int) (dateEvidence, bool) {
	e := dateEvidence{yearFirst: true, short: true}
	return e, mostly(w, n, func(word string) bool {
		p, ok := scanDate(word)
		return ok && isYearFirst(p)
	})
}

// isYearFirst reports whether a date that seems to have the year last is one
// that begins with a year of two digits.
func isYearFirst(p dateParts) bool {
	if !p.shortYear || !p.yearLast {
		return false
	}
	_, ok := p.moment(yearFirst)
	return ok
}

// order returns the order of day and month the column itself proves.
func (e dateEvidence) order() (order dayOrder, proved bool) {
	switch {
	case e.yearFirst, e.seemsYearFirst():
		return yearFirst, true
	case e.dayFirst > e.monthFirst:
		return dayFirst, true
	case e.monthFirst > e.dayFirst:
		return monthFirst, true
	}
	return monthFirst, false
}

// wideDays is a span of figures from which on they are days rather than months
// that all have one day.
const wideDays = 5

// leaning returns the order that ambiguous dates are likely to have, if any: the
// days of a month are likelier than one day of many months, unless it is the
// first.
func (e dateEvidence) leaning() (order dayOrder, leans bool) {
	switch {
	case e.middle.span() == 0 && e.middle.least > 1 && e.front.span() >= wideDays:
		return dayFirst, true
	case e.front.span() == 0 && e.front.least > 1 && e.middle.span() >= wideDays:
		return monthFirst, true
	}
	return monthFirst, false
}

// ambiguous reports whether the column's dates can be read in two ways.
func (e dateEvidence) ambiguous() bool {
	_, proved := e.order()
	return e.yearLast > 0 && !proved
}

// allows reports whether the column's dates can be read in an order, but for few.
func (e dateEvidence) allows(order dayOrder) bool {
	switch order {
	case yearFirst:
		return e.yearFirst || e.short && e.notYearFirst <= tolerated(e.yearLast)
	case dayFirst:
		return !e.yearFirst && e.dayFirst >= e.monthFirst
	}
	return !e.yearFirst && e.monthFirst >= e.dayFirst
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
		switch order, proved := t.dates.order(); {
		case proved && order == dayFirst:
			days++
		case proved && order == monthFirst:
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

// of returns the order for a column: with dots the day is always first, and what
// the file suggests counts for more than what its days make likely.
func (f fileOrder) of(e dateEvidence) dayOrder {
	if e.dotted {
		return dayFirst
	}
	if order, leans := e.leaning(); leans && !f.suggested {
		return order
	}
	return f.order
}

// askedOrder returns the order that the analyst asked for.
func askedOrder(o model.DateOrder) (order dayOrder, asked bool) {
	switch o {
	case model.DayMonthYear:
		return dayFirst, true
	case model.MonthDayYear:
		return monthFirst, true
	case model.YearMonthDay:
		return yearFirst, true
	}
	return monthFirst, false
}

func (o dayOrder) phrase() model.Phrase {
	switch o {
	case dayFirst:
		return model.P("day/month/year")
	case yearFirst:
		return model.P("year/month/day")
	}
	return model.P("month/day/year")
}
