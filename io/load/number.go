package load

import (
	"math"
	"strconv"
	"strings"
)

// numberForm is how a number was written, a set of flags.
type numberForm uint8

const (
	leadingZero numberForm = 1 << iota // 007
	longInteger                        // more digits than a float64 holds
	percent                            // 12%
	currency                           // $12
	infinite                           // inf
	exponent                           // 1e6
	bracketed                          // (12)
	spaced                             // 1 234 or 1'234
)

// number is a number as it was read.
type number struct {
	value float64
	form  numberForm
	mark  markUse
}

// maxDigits is how many decimal digits every float64 keeps.
const maxDigits = 15

// parseNumber reads a number as people write it, the mark between whole and
// fraction given: plain, with an exponent, with marks between groups of three
// digits, with a currency in front or behind, with a percent sign, or negative
// in parentheses. A percentage becomes a share.
func parseNumber(s string, decimal decimalMark) (x number, ok bool) {
	negative := false
	if n := len(s); n > 2 && s[0] == '(' && s[n-1] == ')' {
		negative, s = true, strings.TrimSpace(s[1:n-1])
		x.form |= bracketed
	}
	s, signed := cutSign(s, &negative)
	if rest := cutCurrency(s); len(rest) < len(s) {
		x.form |= currency
		s = rest
		if !signed {
			s, _ = cutSign(s, &negative)
		}
	}
	if rest, found := cutPercent(s); found {
		x.form |= percent
		s = rest
	}
	n, ok := scanNumeral(s, decimal)
	if !ok {
		if !isInfinity(s) {
			return number{}, false
		}
		x.value = math.Inf(1)
		x.form |= infinite
	} else {
		x.form |= n.form()
		x.mark = n.markUse(decimal)
		var err error
		if x.value, err = strconv.ParseFloat(n.plain(decimal), 64); err != nil {
			return number{}, false
		}
	}
	if x.form&percent != 0 {
		x.value /= 100
	}
	if negative {
		x.value = -x.value
	}
	return x, true
}

// isNumber reports whether a text is a number with either decimal mark.
func isNumber(s string) bool {
	if _, ok := parseNumber(s, decimalPoint); ok {
		return true
	}
	_, ok := parseNumber(s, decimalComma)
	return ok
}

func cutSign(s string, negative *bool) (rest string, found bool) {
	switch {
	case strings.HasPrefix(s, "-"):
		s = s[1:]
	case strings.HasPrefix(s, "\u2212"):
		s = s[len("\u2212"):]
	case strings.HasPrefix(s, "+"):
		return s[1:], true
	default:
		return s, false
	}
	*negative = !*negative
	return s, true
}

func cutPercent(s string) (rest string, found bool) {
	if s == "" || isDigit(s[len(s)-1]) {
		return s, false
	}
	if rest, found = strings.CutSuffix(s, "%"); !found {
		rest, found = strings.CutSuffix(s, "％")
	}
	if !found {
		return s, false
	}
	return strings.TrimRight(rest, blanks), true
}

func isInfinity(s string) bool {
	return strings.EqualFold(s, "inf") || strings.EqualFold(s, "infinity") || s == "∞"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
