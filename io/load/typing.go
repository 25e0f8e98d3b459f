package load

import (
	"math"

	"custseg/model"
)

const (
	// goodShare is the share of a column's distinct words, or of its rows, that must
	// be numbers, or dates, for it to be a column of them.
	goodShare = .98
	// fewWords is the most words a column of categories has. Among them "none" is an
	// answer; elsewhere it stands for no value.
	fewWords = 30
	// enoughDates is how many different numbers of eight digits, all of them dates,
	// are no accident.
	enoughDates = 3
	// nearShare is the share of numbers, or dates, from which on a column of text
	// deserves a word about what keeps it from being them.
	nearShare = .8
	// fewValues is the most words of a column for which one odd value is a large
	// share, so that most numbers or dates are enough.
	fewValues = 6
)

// typing is what the words of a column were found to be. It depends on which
// words there are, not on their order.
type typing struct {
	kind    model.Kind
	numbers []float64 // by word, of a number column; NaN is missing
	forms   numberForm
	plain   bool   // some numbers are not percentages
	unit    string // that stands behind every number
	letters bool   // K and M behind numbers are thousands and millions
	dressed bool   // some numbers are not plain
	key     bool   // the header names a key
	marks   markEvidence
	dates   dateEvidence
}

// typeWords decides what a column holds by reading each of its words once.
// Headers that name keys keep a column text unless every word is a plain number.
func typeWords(w *words, header string, keys keyNames) typing {
	n := w.len()
	if w.serial == nil { // a word that ends in a digit means something
		n = w.moments + w.countSpelled(func(word string) bool { return !meansNothing(word) })
	}
	key := keys.isKey(header)
	if n == 0 || keys.isDigits(header) {
		return typing{kind: model.Text}
	}
	if n == w.moments && !key {
		return typing{kind: model.Date} // as all that follows would find
	}
	if !key && (n >= enoughDates || isDate(header)) && (mostly(w, n, isCompactDay) || compactSpoilt(w)) {
		return typing{kind: model.Date, dates: dateEvidence{form: compactDate}}
	}
	if t, ok := typeNumbers(w, n, typing{kind: model.Number, key: key}); ok {
		return t.asDates(w, header, keys)
	}
	if key {
		return typing{kind: model.Text}
	}
	if e, ok := weighDates(w, n); ok {
		return typing{kind: model.Date, dates: e}
	}
	if areMonths(w, n) {
		return typing{kind: model.Date, dates: dateEvidence{form: monthDate}}
	}
	if mostly(w, n, isQuarter) {
		return typing{kind: model.Date, dates: dateEvidence{form: quarterDate}}
	}
	if form, ok := otherYears(w, n, header); ok {
		return typing{kind: model.Date, dates: dateEvidence{form: form}}
	}
	if e, ok := weighMixed(w, n); ok {
		return typing{kind: model.Date, dates: e}
	}
	if unit := unitOf(w); unit != "" {
		if t, ok := typeNumbers(w, n, typing{kind: model.Number, unit: unit}); ok {
			return t
		}
	}
	if hasScaleLetters(w) {
		if t, ok := typeNumbers(w, n, typing{kind: model.Number, letters: true}); ok {
			return t
		}
	}
	return typing{kind: model.Text}
}

// asDates makes a column of numbers one of dates where its header says so and
// its numbers can be.
func (t typing) asDates(w *words, header string, keys keyNames) typing {
	if t.key || header == "" {
		return t
	}
	form, ok := numberedDates(t, w, header, keys)
	if !ok {
		return t
	}
	mark, _ := t.marks.decided()
	return typing{kind: model.Date, dates: dateEvidence{form: form, mark: mark}}
}

// retype looks at a column again once its name is known, where names matter.
func retype(t typing, w *words, header string, keys keyNames) typing {
	if t.kind == model.Text && !mayNameDays(header) || t.kind != model.Text && !keys.isKey(header) && (t.kind == model.Date || !keys.namesTime(header)) {
		return t
	}
	return typeWords(w, header, keys)
}

// typeNumbers reads all words as numbers with a decimal point, or with a comma
// where they prove it. Codes with leading zeros and numbers too long for a
// float64 are text. Keys are plain and never have a decimal comma; behind all
// numbers with a unit it must stand.
func typeNumbers(w *words, n int, t typing) (typing, bool) {
	var bad []int32
	most := toleratedWords(w, n)
	if t.key || t.unit != "" {
		most = 0
	}
	for code, word := range w.passing() {
		if meansNothing(word) {
			continue
		}
		x, ok := t.parse(word, decimalPoint)
		if ok {
			t.take(w, code, x)
			if x.mark == commaEither && x.form&currency != 0 && writesPoint(currencyOf(word)) {
				x.mark = oneReading
			}
			t.marks.count(x)
		} else if !t.key {
			if x, ok = t.parse(word, decimalComma); ok {
				t.marks.comma++
			}
		}
		if x.form&(leadingZero|longInteger) != 0 || t.key && ok && x.form != 0 {
			return typing{}, false
		}
		if !ok {
			bad = append(bad, code)
		}
		if len(bad)+min(t.marks.point, t.marks.comma) > most {
			return typing{}, false
		}
	}
	mark, _ := t.marks.decided()
	if most > 0 && !w.tolerates(append(bad, t.against(w, mark)...), n) {
		return typing{}, false
	}
	if mark == decimalComma {
		t.read(w, mark)
	}
	if t.key {
		t.marks = markEvidence{}
	}
	return t, t.numbers != nil
}

// against returns the words that are numbers with the other decimal mark only
// than the column has.
func (t *typing) against(w *words, mark decimalMark) []int32 {
	if min(t.marks.point, t.marks.comma) == 0 {
		return nil
	}
	var out []int32
	for code, word := range w.all() {
		_, fits := t.parse(word, mark)
		if !fits && !meansNothing(word) && t.isNumber(word) {
			out = append(out, code)
		}
	}
	return out
}

// parse reads a word of a column of numbers.
func (t *typing) parse(word string, mark decimalMark) (number, bool) {
	given := word
	switch {
	case t.key:
		word = tidyKey(word)
	case t.unit != "":
		word = cutUnit(word, t.unit)
	case t.letters:
		word, _ = scaleLetter(word)
	}
	x, ok := parseNumber(word, mark)
	x.dressed = x.dressed || word != given
	return x, ok
}

// isNumber reports whether a word is a number as the column's are, with either
// decimal mark.
func (t *typing) isNumber(word string) bool {
	if _, ok := t.parse(word, decimalPoint); ok {
		return true
	}
	_, ok := t.parse(word, decimalComma)
	return ok
}

// isDate reports whether a word is written as a date, or as the column's dates
// are.
func (t *typing) isDate(word string) bool {
	_, written := scanDate(word)
	_, compact := scanCompactDate(word)
	_, same := t.dates.form.moment(word, monthFirst, t.dates.mark)
	return written || compact || same
}

// take keeps the number that a word is.
func (t *typing) take(w *words, code int32, x number) {
	if t.numbers == nil {
		t.numbers = missingNumbers(w.len())
	}
	t.numbers[code] = x.value
	t.forms |= x.form
	t.plain = t.plain || x.form&percent == 0
	t.dressed = t.dressed || x.dressed
}

// read reads the words anew with another decimal mark.
func (t *typing) read(w *words, mark decimalMark) {
	t.numbers, t.forms, t.plain, t.dressed = nil, 0, false, false
	for code, word := range w.all() {
		if x, ok := t.parse(word, mark); ok && !meansNothing(word) {
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
