package load

import "strings"

const (
	// valueShare is the share of a column's cells that must be numbers or dates for
	// a word above them to look like their name.
	valueShare = .6
	// coveredShare is the share of rows that must not reach beyond the header.
	coveredShare = .8
	// steadyShare is the share of rows of one length that makes a table without a
	// header stand out from lines above it.
	steadyShare = .9
	// highestHeader is how many rows may stand above a header.
	highestHeader = 30
)

// framer finds out from the first rows of a file where its table begins.
type framer struct {
	rows     []heldRow
	keys     keyNames
	lines    bool // the rows are lines of text, with as many fields as were written
	noHeader bool // the table has no header
	fixed    bool // the first row is the table's
}

// frame is where a table begins among the first rows of a file.
type frame struct {
	top, bottom int // the rows of the header, or the first row of data
	sure        bool
	units       int   // the row that tells units, -1 for none
	rules       []int // rows that are lines drawn below the header
	described   []int // rows below the header that describe the columns
}

func (f framer) frame() frame {
	at := f.header()
	out := frame{top: at, bottom: at, units: -1}
	if f.noHeader {
		return out
	}
	next := at + 1
	if f.isRule(next) {
		out.rules = append(out.rules, next)
		next++
	}
	switch {
	case f.grouped(at, next) && next == at+1:
		out.bottom, out.sure = next, true
	case at > 0 && !f.fixed && f.grouped(at-1, at):
		out.top, out.sure = at-1, true
	}
	next = out.bottom + 1
	if f.isRule(next) && len(out.rules) == 0 {
		out.rules = append(out.rules, next)
		next++
	}
	if len(out.rules) > 0 {
		out.sure = true
	} else if f.tellsUnits(out.bottom, next) {
		out.units, out.sure = next, true
	} else if out.described = f.descriptions(out.bottom, next); len(out.described) > 0 {
		out.sure = true
	}
	return out
}

// header returns the row that the table begins with: the first that the rows
// below do not reach beyond, when those above it are no rows of the table.
func (f framer) header() int {
	first := 0
	for f.isRule(first) && first+1 < len(f.rows) {
		first++
	}
	if f.fixed {
		return 0
	}
	tried := false
	for at := first; at < min(len(f.rows), highestHeader+1); at++ {
		if f.isRule(at) || !f.covers(at) {
			continue
		}
		if at == first || !tried || f.afterGap(at) {
			if f.begins(first, at, !tried) {
				return at
			}
		}
		tried = true
	}
	return first
}

// begins reports whether the table begins in a row rather than in the first.
func (f framer) begins(first, at int, topmost bool) bool {
	contrast, values, names := f.evidence(at)
	named := contrast > 0 && values == 0
	if at == first {
		return named || !f.afterGap(first+1) && !f.afterGap(first+2)
	}
	if f.tableAbove(first, at) {
		return false
	}
	telling := named || topmost && values == 0 && (names > 0 || f.afterGap(at))
	if !f.noHeader && telling && len(f.rows[at].cells) > 1 {
		for i := first; i < at; i++ {
			if !f.isRule(i) && !f.isTitle(i, at, named) {
				return false
			}
		}
		return names > 0 || at+1 < len(f.rows)
	}
	return topmost && f.steady(first, at)
}

// isTitle reports whether a row above a header is no row of its table: it is
// shorter, or a gap lies between and it holds what no column does.
func (f framer) isTitle(i, at int, named bool) bool {
	row, header := f.rows[i], f.rows[at]
	if len(row.cells) < len(header.cells) && (2*row.filled() <= header.filled() || named && row.filled() < header.filled()) {
		return true
	}
	gap := false
	for k := i + 1; k <= at; k++ {
		gap = gap || f.afterGap(k)
	}
	return named && f.groupsAbove(i, at) || gap && !f.fits(row, at)
}

// groupsAbove reports whether a row is the one directly above a header and names
// groups of its columns.
func (f framer) groupsAbove(i, at int) bool { return i == at-1 && f.grouped(i, at) }

// steady reports whether the rows from one on are a table of one length without
// a header, and those above it are single cells unlike its own.
func (f framer) steady(first, at int) bool {
	width := f.width(at)
	if width < 3 || len(f.rows)-at < 3 {
		return false
	}
	same := 0
	for i := at; i < len(f.rows); i++ {
		if f.width(i) == width {
			same++
		}
	}
	if float64(same) < steadyShare*float64(len(f.rows)-at) {
		return false
	}
	for i := first; i < at; i++ {
		row := f.rows[i]
		if f.isRule(i) {
			continue
		}
		if row.filled() != 1 || row.cells[0] == "" || f.isName(row.cells[0]) || isValue(row.cells[0]) {
			return false
		}
		if !(f.lines && len(row.fields) == 1) && f.likeColumn(row.cells[0], at) {
			return false
		}
	}
	return true
}

// width is how many fields a line has, or how far the cells of a row reach.
func (f framer) width(i int) int {
	if f.lines {
		return len(f.rows[i].fields)
	}
	return len(f.rows[i].cells)
}

// likeColumn reports whether a word is written as one in the first column from a
// row on: C1 as C2, Ann as Bob.
func (f framer) likeColumn(word string, at int) bool {
	for _, r := range f.rows[at:] {
		if len(r.cells) > 0 && outline(r.cells[0]) == outline(word) {
			return true
		}
	}
	return false
}

// outline reduces a word to its sorts of characters: A for letters, 9 for digits.
func outline(word string) string {
	var out []rune
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			r = '9'
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80:
			r = 'A'
		}
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// covers reports whether the rows below a row seldom reach beyond it.
func (f framer) covers(at int) bool {
	reach := len(f.rows[at].cells)
	if reach < 2 && !f.allNarrow(at) {
		return false
	}
	within, all := 0, 0
	for i := at + 1; i < len(f.rows); i++ {
		if all++; len(f.rows[i].cells) <= reach {
			within++
		}
	}
	return float64(within) >= coveredShare*float64(all)
}

// allNarrow reports whether no row from one on has a second cell.
func (f framer) allNarrow(at int) bool {
	for _, r := range f.rows[at:] {
		if len(r.cells) > 1 {
			return false
		}
	}
	return true
}

// afterGap reports whether blank rows lie before a row.
func (f framer) afterGap(at int) bool {
	return at > 0 && at < len(f.rows) && f.rows[at].row > f.rows[at-1].row+1
}

func (f framer) isRule(i int) bool { return i < len(f.rows) && isRule(f.rows[i].cells) }

// isRule reports whether a row is a line drawn of signs, as programs print
// between the names of columns and their rows.
func isRule(cells []string) bool {
	long := false
	for _, c := range cells {
		if strings.Trim(c, "-=+|:_─┼│ ") != "" {
			return false
		}
		long = long || strings.Contains(c, "---") || strings.Contains(c, "===") || strings.Contains(c, "───") || strings.Contains(c, "___")
	}
	return long
}

// isSeparatorLine reports whether a line is the one by which Excel is told the
// delimiter, such as sep=;.
func isSeparatorLine(text []byte) bool {
	_, ok := separatorOf(text)
	return ok
}
