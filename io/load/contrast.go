package load

// columnSample is what the rows below a header hold in one column.
type columnSample struct{ filled, values int }

func (c columnSample) ofValues() bool {
	return c.filled > 0 && float64(c.values) >= valueShare*float64(c.filled)
}

// below looks at the columns from a row on.
func (f framer) below(from int) []columnSample {
	var out []columnSample
	for _, r := range f.rows[min(from, len(f.rows)):] {
		for len(out) < len(r.cells) {
			out = append(out, columnSample{})
		}
		for i, c := range r.cells {
			if c == "" || meansNothing(c) {
				continue
			}
			out[i].filled++
			if isValue(c) {
				out[i].values++
			}
		}
	}
	return out
}

// evidence counts what speaks for a row being a header: words over columns of
// values, and usual names of columns; and what speaks against, values.
func (f framer) evidence(at int) (contrast, values, names int) {
	below := f.below(at + 1)
	for i, c := range f.rows[at].cells {
		switch {
		case c == "" || meansNothing(c) || isYear(c):
		case isValue(c) || isAddress(c):
			values++
		default:
			if i < len(below) && below[i].ofValues() {
				contrast++
			}
			if f.isName(c) {
				names++
			}
		}
	}
	return contrast, values, names
}

// fits reports whether a row may be one of the table below a header: it holds
// values where the table does.
func (f framer) fits(row heldRow, at int) bool {
	below := f.below(at + 1)
	for i, c := range row.cells {
		if c == "" || i >= len(below) || !below[i].ofValues() {
			continue
		}
		if !isNumber(c) {
			return false
		}
	}
	return true
}

// isName reports whether a cell is a usual name of a column.
func (f framer) isName(cell string) bool { return len(f.keys.known[compact(cell)]) > 0 }
