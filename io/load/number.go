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
)

// maxDigits is how many decimal digits every float64 keeps.
const maxDigits = 15

// parseNumber reads a number as people write it: plain, with an exponent, with
// commas between groups of three digits, with a currency sign in front or a
// percent sign behind, or negative in parentheses. A percentage becomes a share.
func parseNumber(s string) (v float64, form numberForm, ok bool) {
	negative := false
	if n := len(s); n > 2 && s[0] == '(' && s[n-1] == ')' {
		negative, s = true, strings.TrimSpace(s[1:n-1])
		form |= bracketed
	}
	s, signed := cutSign(s, &negative)
	if rest := cutCurrency(s); len(rest) < len(s) {
		form |= currency
		s = rest
		if !signed {
			s, _ = cutSign(s, &negative)
		}
	}
	if rest, found := cutPercent(s); found {
		form |= percent
		s = rest
	}
	digits, grouped, powered, ok := scanNumber(s)
	if !ok {
		if !isInfinity(s) {
			return 0, 0, false
		}
		v, form = math.Inf(1), form|infinite
	} else {
		if digits > maxDigits {
			form |= longInteger
		}
		if digits > 1 && s[0] == '0' {
			form |= leadingZero
		}
		if powered {
			form |= exponent
		}
		if grouped {
			s = strings.ReplaceAll(s, ",", "")
		}
		var err error
		if v, err = strconv.ParseFloat(s, 64); err != nil {
			return 0, 0, false
		}
	}
	if form&percent != 0 {
		v /= 100
	}
	if negative {
		v = -v
	}
	return v, form, true
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

// currencySigns are those taken off the front of a number.
func currencySigns() [8]string {
	return [...]string{"$", "€", "£", "¥", "￥", "₹", "₩", "₽"}
}

func cutCurrency(s string) string {
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return s
	}
	for _, sign := range currencySigns() {
		if strings.HasPrefix(s, sign) {
			return strings.TrimLeft(s[len(sign):], " \u00a0")
		}
	}
	return s
}

func cutPercent(s string) (rest string, found bool) {
	if rest, found = strings.CutSuffix(s, "%"); !found {
		rest, found = strings.CutSuffix(s, "％")
	}
	if !found {
		return s, false
	}
	return strings.TrimRight(rest, " \u00a0"), true
}

// scanNumber checks digits, commas between groups of three, a point and an
// exponent, and counts the digits before the point.
func scanNumber(s string) (digits int, grouped, powered, ok bool) {
	i, group := 0, 0 // group counts the digits since the last comma
	for ; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			digits++
			group++
			continue
		}
		if c != ',' {
			break
		}
		if grouped && group != 3 || !grouped && (group == 0 || group > 3 || s[0] == '0') {
			return 0, false, false, false
		}
		grouped, group = true, 0
	}
	if grouped && group != 3 {
		return 0, false, false, false
	}
	fraction := 0
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
			fraction++
		}
	}
	if digits+fraction == 0 {
		return 0, false, false, false
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') && !grouped {
		powered = true
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		first := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i == first {
			return 0, false, false, false
		}
	}
	return digits, grouped, powered, i == len(s)
}

func isInfinity(s string) bool {
	return strings.EqualFold(s, "inf") || strings.EqualFold(s, "infinity") || s == "∞"
}
