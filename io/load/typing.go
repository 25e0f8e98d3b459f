package load

import (
	"math"
	"strings"

	"custseg/model"
)

const (
	// goodShare is the share of a column's distinct words that must be numbers, or
	// dates, for it to be a column of them. For dates, which are never categories,
	// the same share of the rows will do.
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
	if !key && (n >= enoughDates || isDate(header)) && mostly(w, n, isCompactDay) {
		return typing{kind: model.Date, dates: dateEvidence{compact: true}}
	}
	if t, ok := typeNumbers(w, n, key); ok {
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
