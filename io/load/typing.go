package load

import (
	"math"
	"strings"

	"custseg/model"
)

const (
	// goodShare is the share of a column's distinct words that must be numbers,
	// or dates, for it to be a column of them.
	goodShare = .98
	// fewWords is the most words a column of categories has. Among them "none" is an
	// answer; elsewhere it stands for no value.
	fewWords = 30
	// enoughDates is how many different numbers of eight digits, all of them dates,
	// are no accident.
	enoughDates = 3
	// nearShare is the share of rows with numbers from which on a column of text
	// deserves a word about what keeps it from being numbers.
	nearShare = .9
)

// typing is what the words of a column were found to be. It depends on which
// words there are, not on their order.
type typing struct {
	kind    model.Kind
	numbers []float64 // by word, of a number column; NaN is missing
	forms   numberForm
	plain   bool // some numbers are not percentages
	marks   markEvidence
	dates   dateEvidence
}

// dateEvidence is what a column of dates says about the order of day and month.
type dateEvidence struct {
	compact              bool // all are 20170427
	yearLast             int  // words with the year last
	dayFirst, monthFirst int  // of them, those that can be read in one order only
	dotted               bool // some are 27.4.2017
	short                bool // some have years of two digits
	zoned                bool // some name a time zone
}

// typeWords decides what a column holds by reading each of its words once.
// Headers that name keys keep a column text unless every word is a plain number.
func typeWords(w *words, header string, keys keyNames) typing {
	n := 0
	for _, word := range w.all() {
		if !meansNothing(word) {
			n++
		}
	}
	key := keys.isKey(header)
	if n == 0 || keys.isDigits(header) {
		return typing{kind: model.Text}
	}
	if t, ok := typeNumbers(w, n, key); ok {
		if !key && (n >= enoughDates || isDate(header)) && allCompactDates(w) {
			return typing{kind: model.Date, dates: dateEvidence{compact: true}}
		}
		return t
	}
	if e, ok := weighDates(w, n); ok && !key {
		return typing{kind: model.Date, dates: e}
	}
	return typing{kind: model.Text}
}

// retype looks at a column again once its name is known, where names matter.
func retype(t typing, w *words, header string, keys keyNames) typing {
	if t.kind == model.Text || !keys.isKey(header) && (t.kind == model.Date || !isDate(header)) {
		return t
	}
	return typeWords(w, header, keys)
}

// tolerated is how many of n words may fail to be what the others are.
func tolerated(n int) int { return n - int(math.Ceil(goodShare*float64(n))) }

// typeNumbers reads all words as numbers with a decimal point, or with a comma
// where they prove it. Codes with leading zeros and numbers too long for a
// float64 are text. Keys are plain and never have a decimal comma.
func typeNumbers(w *words, n int, key bool) (typing, bool) {
	t := typing{kind: model.Number}
	bad, most := 0, tolerated(n)
	if key {
		most = 0
	}
	for code, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		x, ok := parseNumber(word, decimalPoint)
		if ok {
			t.take(w, code, x)
			t.marks.count(x.mark)
		} else if !key {
			if x, ok = parseNumber(word, decimalComma); ok {
				t.marks.comma++
			}
		}
		if x.form&(leadingZero|longInteger) != 0 || key && ok && x.form != 0 {
			return typing{}, false
		}
		if !ok {
			bad++
		}
		if bad+min(t.marks.point, t.marks.comma) > most {
			return typing{}, false
		}
	}
	if mark, _ := t.marks.decided(); mark == decimalComma {
		t.read(w, mark)
	}
	if key {
		t.marks = markEvidence{}
	}
	return t, t.numbers != nil
}

// take keeps the number that a word is.
func (t *typing) take(w *words, code int32, x number) {
	if t.numbers == nil {
		t.numbers = missingNumbers(w.len())
	}
	t.numbers[code] = x.value
	t.forms |= x.form
	t.plain = t.plain || x.form&percent == 0
}

// read reads the words anew with another decimal mark.
func (t *typing) read(w *words, mark decimalMark) {
	t.numbers, t.forms, t.plain = nil, 0, false
	for code, word := range w.all() {
		if x, ok := parseNumber(word, mark); ok && !meansNothing(word) {
			t.take(w, code, x)
		}
	}
}

func missingNumbers(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.NaN()
	}
	return out
}

// allCompactDates reports whether every word is a day from 1900 to 2100 written
// as 20170427.
func allCompactDates(w *words) bool {
	for _, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		p, ok := scanCompactDate(word)
		if ok && p.year >= 1900 && p.year <= 2100 {
			_, ok = p.moment(monthFirst)
		} else {
			ok = false
		}
		if !ok {
			return false
		}
	}
	return true
}

// weighDates reads all words as dates, and finds out in which order day and
// month stand where the year is last.
func weighDates(w *words, n int) (dateEvidence, bool) {
	var e dateEvidence
	bad, most := 0, tolerated(n)
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
	return e, bad+min(e.dayFirst, e.monthFirst) <= most
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

// isAbsent reports whether a word stands for no value even among other words.
// The spelling counts: Nan and Null are names of people.
func isAbsent(word string) bool {
	switch word {
	case "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "(null)", `\N`, "-", "--":
		return true
	}
	return false
}

// isNone reports whether a word says that there is none, which among few words
// is an answer.
func isNone(word string) bool {
	return word == "无" || len(word) == 4 && strings.EqualFold(word, "none")
}

// meansNothing reports whether a word in a column of numbers or dates stands
// for no value.
func meansNothing(word string) bool {
	if len(word) > len("(null)") {
		return false
	}
	if isAbsent(word) || isNone(word) {
		return true
	}
	switch word[0] {
	case 'n', 'N', '(', '<', '#':
		return isAbsent(strings.ToUpper(word)) || isAbsent(strings.ToLower(word))
	}
	return false
}
