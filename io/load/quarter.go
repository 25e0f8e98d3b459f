package load

import "strings"

// scanQuarter takes a quarter of a year apart: 2017Q2, 2017-Q2, Q2 2017.
func scanQuarter(s string) (p dateParts, ok bool) {
	p.b = 1
	s = strings.ToUpper(s)
	quarter := s
	if x, n, rest := scanInt(s); n == 4 {
		p.year, quarter = x, cutJoint(rest)
	}
	after, found := strings.CutPrefix(quarter, "Q")
	if !found {
		return p, false
	}
	q, n, rest := scanInt(after)
	if n != 1 || q < 1 || q > 4 {
		return p, false
	}
	p.a = 3*q - 2
	if p.year > 0 {
		return p, rest == ""
	}
	p.year, n, rest = scanInt(cutJoint(rest))
	return p, n == 4 && rest == ""
}

// isQuarter reports whether a word is a quarter from 1900 to 2100.
func isQuarter(word string) bool {
	p, ok := scanQuarter(word)
	return ok && p.year >= earliestYear && p.year <= latestYear
}
