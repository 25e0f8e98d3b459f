package load

import (
	"math"

	"custseg/model"
)

// tellLastRow warns of a last row that no known word calls a total, but whose
// numbers are the sums or the means of all others.
func (p *pending) tellLastRow() {
	last := int32(p.rows) - 1
	if last < leastSummed || p.cut || len(p.columns) < 2 {
		return
	}
	label := false
	var numbers []int
	for i, w := range p.columns {
		code := w.codes.At(int(last))
		switch {
		case code < 0 || meansNothing(w.word(code)):
		case isNumber(w.word(code)):
			numbers = append(numbers, i)
		case label || isValue(w.word(code)) || !w.only(last):
			return
		default:
			label = true
		}
	}
	if !label || len(numbers) == 0 {
		return
	}
	sums, means, fractions := 0, 0, 0
	for _, i := range numbers {
		w := p.columns[i]
		if !w.mostlyValues(nil) || !w.mostlyNumbers() {
			return
		}
		v, _ := parseNumber(w.word(w.codes.At(int(last))), decimalPoint)
		m := w.matchesAt([]totalCandidate{{row: last}})[0]
		switch {
		case m.sum && w.nonzero(last) >= leastSummed:
			sums++
		case m.mean && w.nonzero(last) >= leastSummed:
			means++
		default:
			return
		}
		if v.value != math.Trunc(v.value) {
			fractions++
		}
	}
	switch {
	case sums == len(numbers):
		p.find(model.Warning, -1, nil, "the last row, %d, may be one of totals, for its numbers are the sums of those above; it was kept: %q",
			p.fileRow(last), shorten([]byte(p.line(last, p.spec.delimiter))))
	case means == len(numbers) && (means > 1 || fractions > 0):
		p.find(model.Warning, -1, nil, "the last row, %d, may be one of averages, for its numbers are the means of those above; it was kept: %q",
			p.fileRow(last), shorten([]byte(p.line(last, p.spec.delimiter))))
	}
}

// only reports whether no other row holds the word of a row.
func (w *words) only(row int32) bool {
	code := w.codes.At(int(row))
	for i, c := range w.codes.All() {
		if c == code && int32(i) != row {
			return false
		}
	}
	return true
}

// nonzero counts the rows above one that hold a number but 0.
func (w *words) nonzero(row int32) int {
	numbers := w.numbers()
	n := 0
	for i := range int(row) {
		if c := w.codes.At(i); c >= 0 && numbers[c] != 0 {
			n++
		}
	}
	return n
}
