package load

import (
	"math"
	"strings"
)

// numberForm is how a number was written, a set of flags.
type numberForm uint16

const (
	leadingZero numberForm = 1 << iota // 007
	longInteger                        // more digits than a float64 holds
	percent                            // 12%
	currency                           // $12
	infinite                           // inf
	exponent                           // 1e6
	bracketed                          // (12)
	spaced                             // 1 234 or 1'234
	scaled                             // 1.2万
	minusBehind                        // 12.50-
)

// dashes are the signs that stand for no cents and for zero in accounts.
const dashes = "-\u2212\u2013\u2014"

// number is a number as it was read.
type number struct {
	value   float64
	form    numberForm
	mark    markUse
	dressed bool // a program that knows plain numbers alone reads it otherwise
}

// maxDigits is how many decimal digits every float64 keeps.
const maxDigits = 15

// parseNumber reads a number as people write it, the mark between whole and
// fraction given: plain, with an exponent, with marks between groups of digits,
// in wide figures, with a currency in front or behind, with a percent sign, with
// 万 or 亿, with a dash for no cents, or negative in parentheses, with the minus
// behind or with ▲ in front. A percentage becomes a share.
func parseNumber(s string, decimal decimalMark) (x number, ok bool) {
	given := s
	s = foldWide(s)
	whole := s
	var d dress
	if s != "" && (!isDigit(s[0]) || !isDigit(s[len(s)-1])) {
		s = d.takeOff(s)
	}
	x.form = d.form
	n, ok := scanNumeral(s, decimal)
	switch {
	case ok:
		x.form |= n.form()
		x.mark = n.markUse(decimal)
		x.dressed = s != given && strings.TrimLeft(given, "+-") != s || n.groups > 0 || n.marked && decimal == decimalComma
		var err error
		if x.value, err = n.value(decimal, d.power); err != nil {
			return number{}, false
		}
	case isInfinity(s):
		x.value = math.Inf(1)
		x.form |= infinite
		x.dressed = true
	case isAccountedZero(whole):
		return number{form: currency, dressed: true}, true
	default:
		return number{}, false
	}
	if d.negative {
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

// dress is what stands around the digits of a number.
type dress struct {
	form     numberForm
	negative bool
	power    int // of ten, by which the digits are multiplied
}

// takeOff returns the digits of a number without what stands around them. What
// it does not know it leaves.
func (d *dress) takeOff(s string) string {
	s = d.cutBrackets(s)
	s, signed := cutSign(s, &d.negative)
	if rest := cutLeadingCurrency(s); len(rest) < len(s) {
		d.form |= currency
		s = d.cutBrackets(rest)
		if !signed {
			s, signed = cutSign(s, &d.negative)
		}
	}
	end := behindNumber(s)
	if end == 0 || end == len(s) {
		return s
	}
	digits, tail := cutNoCents(s, end)
	behind := *d
	if !behind.readTail(strings.TrimLeft(tail, blanks), signed) {
		return s
	}
	*d = behind
	return digits
}

// cutNoCents parts a text behind its last digit, the decimal mark with the
// digits where a dash stands straight behind it for no cents: 35.- and 35,-.
func cutNoCents(s string, end int) (digits, tail string) {
	marked := end
	if strings.HasPrefix(s[end:], ",") {
		marked++
	} else if s[end-1] != '.' {
		return s[:end], s[end:]
	}
	if tail = strings.TrimLeft(s[marked:], dashes); len(tail) == len(s[marked:]) {
		return s[:end], s[end:]
	}
	return s[:marked], tail
}

// isAccountedZero reports whether a text is a currency and a dash, as Excel's
// format for accounts shows zero.
func isAccountedZero(s string) bool {
	rest := strings.Trim(s, dashes)
	return len(rest) < len(s) && isCurrency(strings.Trim(rest, blanks))
}

// readTail reads what stands behind a number: 万 or 亿, a currency or a percent
// sign, and a minus where there is no sign in front.
func (d *dress) readTail(s string, signed bool) bool {
	if rest, found := cutMinusBehind(s); found && !signed && d.form&bracketed == 0 {
		d.form |= minusBehind
		d.negative = true
		s = strings.TrimRight(rest, blanks)
	}
	if rest, power := cutScale(s); power > 0 {
		d.form |= scaled
		d.power = power
		s = strings.TrimLeft(rest, blanks)
	}
	switch {
	case s == "":
		return true
	case s == "%":
		d.form |= percent
		d.power -= 2
		return true
	case isCurrency(s):
		d.form |= currency
		return true
	}
	return false
}

func (d *dress) cutBrackets(s string) string {
	if n := len(s); n > 2 && s[0] == '(' && s[n-1] == ')' && !d.negative {
		d.negative = true
		d.form |= bracketed
		return strings.Trim(s[1:n-1], blanks)
	}
	return s
}

func cutSign(s string, negative *bool) (rest string, found bool) {
	switch {
	case strings.HasPrefix(s, "-"):
		s = s[1:]
	case strings.HasPrefix(s, "\u2212"), strings.HasPrefix(s, "\u2013"): // also a dash
		s = s[len("\u2212"):]
	case strings.HasPrefix(s, "▲"), strings.HasPrefix(s, "△"): // of Japanese accounts
		s = strings.TrimLeft(s[len("▲"):], blanks)
	case strings.HasPrefix(s, "+"):
		return s[1:], true
	default:
		return s, false
	}
	*negative = !*negative
	return s, true
}

// cutMinusBehind drops the minus that accounting programs write last.
func cutMinusBehind(s string) (rest string, found bool) {
	if rest, found = strings.CutSuffix(s, "-"); found {
		return rest, true
	}
	return strings.CutSuffix(s, "\u2212")
}

// cutScale drops the Chinese signs for ten thousand and a hundred million, and
// returns the power of ten they stand for, 0 without one.
func cutScale(s string) (rest string, power int) {
	for _, sign := range [...]struct {
		name  string
		power int
	}{{"万亿", 12}, {"萬億", 12}, {"万", 4}, {"萬", 4}, {"亿", 8}, {"億", 8}} {
		if rest, found := strings.CutPrefix(s, sign.name); found {
			return rest, sign.power
		}
	}
	return s, 0
}

// foldWide writes the wide forms of ASCII signs, as Chinese and Japanese input
// makes them, in ASCII.
func foldWide(s string) string {
	if strings.IndexByte(s, 0xEF) < 0 { // the first byte of all of them
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u3000':
			return ' '
		}
		return r
	}, s)
}

func isInfinity(s string) bool {
	return strings.EqualFold(s, "inf") || strings.EqualFold(s, "infinity") || s == "∞"
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
