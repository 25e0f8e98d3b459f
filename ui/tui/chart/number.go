package chart

import (
	"math"
	"strconv"
	"strings"

	"custseg/model"
)

// Short writes a number in at most eight cells or so, for axes, cells and
// readouts: 0.1235, 149.5, 1,234, 12.3 k, 1.25 M; a percent as 12.3%, days as
// 36 d. A number under 10,000 keeps four digits, a greater one three. The
// decimal mark is always a point and the group mark a comma, whatever the
// locale of the machine. A missing number is "n/a".
func Short(v float64, u model.Unit) string {
	if math.IsNaN(v) {
		return "n/a"
	}
	switch u {
	case Code:
		return code(v)
	case model.Percent:
		return short(v*100) + "%"
	case model.Days:
		return short(v) + " d"
	}
	return short(v)
}

// suffixes name the powers of a thousand that Short abbreviates.
var suffixes = [...]string{" k", " M", " G", " T"}

func short(v float64) string {
	a := math.Abs(v)
	switch {
	case math.IsInf(v, 0):
		return strings.TrimPrefix(strconv.FormatFloat(v, 'f', -1, 64), "+")
	case a == 0:
		return "0"
	case a < 0.001:
		return strconv.FormatFloat(v, 'g', 2, 64)
	case a < 9999.5:
		s := digits(v, 4)
		if a >= 999.5 {
			s = group(s)
		}
		return s
	}
	for i, p := 0, 1e3; i < len(suffixes); i, p = i+1, p*1e3 {
		// 999.5 rounds up to the next suffix.
		if a/p < 999.5 {
			return digits(v/p, 3) + suffixes[i]
		}
	}
	return strconv.FormatFloat(v, 'g', 3, 64)
}

// digits writes v, at least 0.001 in size, with n significant digits and no
// trailing zeros.
func digits(v float64, n int) string {
	after := max(n-1-int(math.Floor(math.Log10(math.Abs(v)))), 0)
	s := strconv.FormatFloat(v, 'f', after, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Full writes a number for a table, where there is room: thousands and more to
// the unit instead of abbreviated, without the word of the unit, which stands
// in the head; else as [Short] does.
func Full(v float64, u model.Unit) string {
	if u == model.Percent || u == Code {
		return Short(v, u)
	}
	if a := math.Abs(v); a >= 9999.5 && a < 1e15 {
		return group(strconv.FormatFloat(v, 'f', 0, 64))
	}
	return Short(v, model.Plain)
}

// Count writes a whole number in full, in groups of three: 182,330.
func Count(n int) string { return group(strconv.Itoa(n)) }

// group puts commas between the thousands of a number without decimals.
func group(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// Share writes part of a whole with one decimal, so that shares line up below
// each other: 18.4%, 100.0%. A part too small to show is <0.1%; of nothing it
// is n/a.
func Share(part, whole int) string {
	if whole == 0 {
		return "n/a"
	}
	p := 100 * float64(part) / float64(whole)
	if part > 0 && p < 0.05 {
		return "<0.1%"
	}
	return strconv.FormatFloat(p, 'f', 1, 64) + "%"
}
