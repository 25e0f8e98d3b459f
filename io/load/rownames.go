package load

import (
	"strconv"
	"strings"

	"custseg/model"
)

// headerOf returns the first row as the names of the columns. Where every row is
// longer by one and begins with its own name, as R writes, the header begins with
// an empty name; else names stay above their columns and the last has none.
func (p *pending) headerOf() []string {
	extra := len(p.columns) - len(p.first)
	if p.grows || extra <= 0 || 2*len(p.short) > p.rows || p.rows == 0 {
		return p.first
	}
	if extra == 1 && len(p.short) == 0 && p.hasRowNames() {
		return append([]string{""}, p.first...)
	}
	if p.mayBeCents(len(p.columns) - 1) {
		p.find(model.Warning, -1, nil, "the header has %d names, the rows have %d fields; the last two look like numbers with decimal commas without quotation marks: export the file with semicolons or points",
			len(p.first), len(p.columns))
	} else {
		p.find(model.Warning, -1, nil, "the header has %d names, the rows have %d fields; the names were taken from the left and the rest has none", len(p.first), len(p.columns))
	}
	return p.first
}

// hasRowNames reports whether the first column names the rows: each has another
// name, words or 1, 2, 3, and the header fits the other columns no worse than
// those from the first on.
func (p *pending) hasRowNames() bool {
	w := p.columns[0]
	if w.len() < p.rows || !w.counts() && w.mostlyValues(nil) {
		return false
	}
	kept, shifted := p.fitOf(0), p.fitOf(1)
	if kept != shifted {
		return shifted > kept
	}
	return w.counts() || !p.keys.isKey(p.first[0])
}

// counts reports whether the words are 1, 2, 3 and so on.
func (w *words) counts() bool {
	for code, word := range w.all() {
		if n, err := strconv.Atoi(word); err != nil || n != int(code)+1 {
			return false
		}
	}
	return true
}

// fitOf counts the names of the header that say what the columns hold, when it
// begins above some column.
func (p *pending) fitOf(from int) int {
	fit := 0
	for i, name := range p.first {
		kind, w := p.types[i+from].kind, p.columns[i+from]
		switch {
		case name == "":
		case i == 0 && p.keys.isKey(name):
			if w.len() > 1 && kind != model.Date {
				fit++
			}
			if w.len() == p.rows {
				fit++
			}
		case isDate(name):
			if kind == model.Date {
				fit++
			}
		case p.keys.holds(name, kind):
			fit++
		}
	}
	return fit
}

// holds reports whether a name is one of columns of some kind.
func (k keyNames) holds(name string, kind model.Kind) bool {
	rules := k.rules(name)
	if len(rules) == 0 {
		return false
	}
	info, _ := model.LookupRole(rules[0].role)
	return info.Kind == kind
}

// mayBeCents reports whether a column looks like what stands behind the decimal
// commas of the column before it: digits alone in both, and two of them at most
// in all rows of it.
func (p *pending) mayBeCents(column int) bool {
	if column < 1 || p.columns[column].len() < 2 {
		return false
	}
	digits := func(column int, fits func(word string) bool) bool {
		for _, word := range p.columns[column].all() {
			if strings.Trim(strings.TrimPrefix(word, "-"), "0123456789") != "" || !fits(word) {
				return false
			}
		}
		return true
	}
	return digits(column-1, func(string) bool { return true }) && digits(column, func(word string) bool { return len(word) <= 2 })
}
