package load

import (
	"strconv"
	"strings"

	"custseg/model"
)

// isHeader decides whether the first row names the columns. Under a column of
// numbers or dates a header is neither, and nowhere an address; under text alone,
// the first row is data when half its words come again below.
func isHeader(in *intake, types []typing) bool {
	var names, values, repeats, texts int
	for i, cell := range in.first {
		if cell == "" || meansNothing(cell) {
			continue
		}
		if isAddress(cell) || isPhone(cell) && in.columns[i].holdsPhones() {
			return false
		}
		fits := false
		switch {
		case types[i].kind == model.Number || in.rows == 0:
			x, _ := parseNumber(cell, decimalPoint)
			if x.value >= 1900 && x.value <= 2100 && !in.columns[i].holds(cell) {
				continue // a year can be a name
			}
			if fits = types[i].isNumber(cell); in.rows == 0 && !fits {
				_, fits = scanDate(cell)
			}
		case types[i].kind == model.Date:
			fits = types[i].isDate(cell)
		default:
			texts++
			if in.columns[i].holds(cell) {
				repeats++
			}
			continue
		}
		if fits {
			values++
		} else {
			names++
		}
	}
	if names+values > 0 {
		return names >= values
	}
	return repeats == 0 || 2*repeats < texts
}

// isAddress reports whether a cell is an e-mail address or one of the web, which
// no column is called.
func isAddress(cell string) bool {
	low := strings.ToLower(cell)
	return isEmail(cell) || strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "www.")
}

// holdsPhones reports whether nearly all words are phone numbers.
func (w *words) holdsPhones() bool {
	phones := 0
	for _, word := range w.all() {
		if isPhone(word) {
			phones++
		}
	}
	return phones > 0 && float64(phones) >= nearlyAll*float64(w.len())
}

// isUntold reports whether nothing tells that the first row is the header: all
// columns are text, and no cell of it is a usual name.
func isUntold(in *intake, types []typing, keys keyNames) bool {
	for i, cell := range in.first {
		if cell == "" {
			continue
		}
		if types[i].kind != model.Text || len(keys.known[compact(cell)]) > 0 {
			return false
		}
	}
	return in.rows > 0 && len(in.columns) > 1
}

// naming gives columns their names and tells what had to be changed.
type naming struct {
	names    []string
	findings map[int][]model.Finding // by column
}

// of returns what was noticed about a column's name.
func (n naming) of(column int) []model.Finding { return n.findings[column] }

// nameColumns takes names from a header, for a table of the width given. A
// column without a name is named by its position, a name that was used before
// gets a number. Without a header all columns are named by position.
func nameColumns(header []string, width int) naming {
	n := naming{names: make([]string, width), findings: map[int][]model.Finding{}}
	used := map[string]bool{}
	for i := range width {
		if i < len(header) {
			n.names[i] = strings.Join(strings.Fields(header[i]), " ")
		}
		used[n.names[i]] = n.names[i] != ""
	}
	taken := map[string]bool{}
	for i, name := range n.names {
		switch {
		case name == "":
			name = distinct(strconv.Itoa(i+1), func(s string) bool { return used[s] || taken[s] })
			if header != nil {
				n.find(i, "the column has no name and is called %s", name)
			}
		case taken[name]:
			was := name
			name = distinct(name, func(s string) bool { return used[s] || taken[s] })
			n.find(i, "another column is called %q too; this one is called %q", was, name)
		}
		taken[name] = true
		n.names[i] = name
	}
	return n
}

func (n *naming) find(column int, key string, args ...any) {
	n.findings[column] = append(n.findings[column], model.Finding{Level: model.Info, Text: model.P(key, args...)})
}

// distinct adds a number to a name where it is used already.
func distinct(name string, used func(string) bool) string {
	for i, base := 2, name; used(name); i++ {
		name = base + " (" + strconv.Itoa(i) + ")"
	}
	return name
}
