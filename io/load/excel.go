package load

import (
	"strings"

	"custseg/model"
)

// cutFormula returns the text that a formula such as ="00123" stands for, as
// exports write it to keep Excel from making a number of it.
func cutFormula(word string) string {
	if rest, found := strings.CutPrefix(word, `="`); found {
		if text, closed := strings.CutSuffix(rest, `"`); closed && !strings.Contains(text, `"`) {
			return text
		}
	}
	return word
}

// unwrapFormulas puts the texts in the place of formulas that hold nothing else,
// also in the first row.
func (p *pending) unwrapFormulas() {
	for i, name := range p.first {
		p.first[i] = cutFormula(name)
	}
	for i, w := range p.columns {
		if !w.holdsByte('=') {
			continue
		}
		var wrapped []bool
		for code, word := range w.all() {
			if cutFormula(word) == word {
				continue
			}
			if wrapped == nil {
				wrapped = make([]bool, w.len())
			}
			wrapped[code] = true
		}
		if wrapped == nil {
			continue
		}
		isWrapped := func(code int32) bool { return wrapped[code] }
		rows := w.rowsOf(isWrapped)
		if len(rows) == 0 {
			continue
		}
		p.find(model.Info, i, rows, "formulas that hold a text alone were read as the text: %d, such as %s; the first is %q in row %s",
			len(rows), quote(w, isWrapped), w.shown(rows[0]), p.place(rows[0]))
		p.columns[i] = w.rewritten(cutFormula)
	}
}
