package load

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
)

// scanMixed takes a date apart that may also be written without signs. With
// dots the day comes first, whatever the order of other dates.
func scanMixed(s string, order dayOrder) (p dateParts, of dayOrder, ok bool) {
	if isCompactDay(s) {
		p, ok = scanCompactDate(s)
		return p, order, ok
	}
	if p, ok = scanDate(s); p.dotted {
		order = dayFirst
	}
	return p, order, ok
}

// weighMixed tells whether words are dates that are written in several ways, each
// of which can be read by itself.
func weighMixed(w *words, n int) (dateEvidence, bool) {
	e := dateEvidence{form: mixedDate}
	bad, most := 0, toleratedWords(w, n)
	for _, word := range w.passing() {
		p, _, ok := scanMixed(word, monthFirst)
		if !ok && !meansNothing(word) {
			if bad++; bad > most {
				return e, false
			}
		}
		if !ok || !p.yearLast || p.dotted {
			continue
		}
		_, american := p.moment(monthFirst)
		_, european := p.moment(dayFirst)
		e.yearLast++
		e.short = e.short || p.shortYear
		e.notYearFirst++
		switch {
		case european && !american:
			e.dayFirst++
		case american && !european:
			e.monthFirst++
		}
	}
	order, _ := e.order()
	signs := false
	fits := mostly(w, n, func(word string) bool {
		_, ok := e.moment(word, order)
		signs = signs || ok && !isDigits(word)
		return ok
	})
	return e, fits && signs
}

// dateStyle is a way to write dates that does not go with the others.
func dateStyle(word string) string {
	if p, ok := scanDate(word); ok {
		_, american := p.moment(monthFirst)
		_, european := p.moment(dayFirst)
		switch {
		case !american && !european:
			return ""
		case p.yearLast && !american:
			return "day first"
		case p.yearLast && !european:
			return "month first"
		}
		return "day"
	}
	if x, ok := parseNumber(word, decimalPoint); ok && (isCompactDay(word) || serialDate.holds(x.value)) {
		return "number"
	}
	if isMonth(word) {
		return "month"
	}
	return ""
}

// tellMixed tells that a column is text because its dates are written in ways
// that do not go together, and reports whether it did.
func (b *builtColumn) tellMixed(w *words, file fileFacts) bool {
	examples := map[string]int32{}
	n, known := 0, 0
	for code, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		n++
		style := dateStyle(word)
		if style == "" {
			if float64(n-known) > max(maxShown, (1-nearShare)*float64(w.len())) {
				return false
			}
			continue
		}
		known++
		if first, found := examples[style]; !found || word < w.word(first) {
			examples[style] = code
		}
	}
	_, days := examples["day first"]
	_, months := examples["month first"]
	_, numbers := examples["number"]
	_, period := examples["month"]
	dates := len(examples)
	if numbers {
		dates--
	}
	if float64(known) < nearShare*float64(n) || dates == 0 || !(days && months) && !(len(examples) > 1 && (numbers || period)) {
		return false
	}
	if days && months {
		delete(examples, "day") // goes with either
	}
	var quoted []string
	for _, code := range examples {
		quoted = append(quoted, fmt.Sprintf("%q", shorten([]byte(w.word(code)))))
	}
	slices.Sort(quoted)
	b.find(model.Warning, nil, "the column was read as text because its dates are written in ways that do not go together, such as %s", strings.Join(quoted, ", "))
	b.findings[len(b.findings)-1].Kind = model.NotDates
	return true
}
