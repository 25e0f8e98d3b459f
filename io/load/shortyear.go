package load

import "custseg/model"

// The first years of two digits taken for 19xx: of days in general, as POSIX has
// it, and of births, which lie behind.
const (
	century      = 69
	birthCentury = 20
)

func (p *dateParts) setShortYear(x int32) {
	p.shortYear = true
	p.last = x
	p.year = fullYear(x, century)
}

func fullYear(x, first int32) int32 {
	if x < first {
		return x + 2000
	}
	return x + 1900
}

// asBirth reads a year of two digits as one of a birth.
func (p dateParts) asBirth() dateParts {
	p.birth = true
	return p
}

// firstShort is the first year of two digits taken for 19xx.
func (p dateParts) firstShort() int32 {
	if p.birth {
		return birthCentury
	}
	return century
}

// figures is the range of some figures of two digits.
type figures struct {
	least, most int32
	n           int
}

func (f *figures) add(x int32) {
	if f.n == 0 {
		f.least, f.most = x, x
	}
	f.least, f.most = min(f.least, x), max(f.most, x)
	f.n++
}

func (f figures) span() int32 { return f.most - f.least }

// ends is what the first and the last figures of dates are whose year has two
// digits and can stand at either end.
type ends struct{ first, last figures }

func (e *ends) add(p dateParts) {
	e.first.add(p.a)
	e.last.add(p.last)
}

const (
	// earliestShort is the least year of two digits believed to stand first, for
	// smaller figures are months and days more often.
	earliestShort = 10
	// wideEnd is a span of figures that days have and years of a table seldom.
	wideEnd = 20
)

// yearFirst reports whether the figures at the end are days rather than years:
// they are wider apart than those in front, which are years of late.
func (e ends) yearFirst() bool {
	return e.first.n > 0 && e.first.least >= earliestShort && e.first.span() < e.last.span() &&
		(e.last.least < earliestShort || e.last.span() >= wideEnd)
}

// open reports whether the year may well stand at either end.
func (e ends) open() bool { return e.first.n > 0 && e.first.span() <= e.last.span() }

// eitherEnd reports whether a date is of two figures, signs and two figures
// more, that could begin with the year as well as end with it.
func (p dateParts) eitherEnd() bool { return !p.dotted && !p.narrow && isYearFirst(p) }

// tellShort says how years of two digits were read.
func (b *builtColumn) tellShort(w *words, e dateEvidence, order dayOrder, isDated func(word string) bool, file fileFacts) {
	short := func(word string) bool { p, _ := scanDate(word); return p.shortYear && isDated(word) }
	if e.openEnds() && !e.ambiguous() {
		b.tell(model.Warning, w, file, short,
			"the year of two digits may stand first or last; the dates were read as %s: %d, such as %s; the first is %q in row %s", order.phrase())
	}
	if e.birth {
		b.tell(model.Info, w, file, short, "years of two digits were read as 1920 to 2019, for they are of births: %d, such as %s; the first is %q in row %s")
		return
	}
	b.tell(model.Info, w, file, short, "years of two digits were read as 1969 to 2068: %d, such as %s; the first is %q in row %s")
}

// openEnds reports whether the year of the column's dates may well stand first
// or last.
func (e dateEvidence) openEnds() bool {
	return e.yearLast > 0 && e.notYearFirst <= tolerated(e.yearLast) && e.ends.open()
}

// seemsYearFirst reports whether dates that could have the year last are better
// read with the year first.
func (e dateEvidence) seemsYearFirst() bool { return e.openEnds() && e.ends.yearFirst() }

// isBirth reports whether a header names days of birth.
func (k keyNames) isBirth(header string) bool { return k.has(header, model.BirthDate) }
