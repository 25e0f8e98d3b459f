package load

import (
	"math"
	"strconv"
	"strings"
)

// decimalMark is the mark between the whole and the fraction of a column's
// numbers.
type decimalMark byte

const (
	decimalPoint decimalMark = '.' // 1,234.50
	decimalComma decimalMark = ',' // 1.234,50
)

// blanks are the spaces that stand within numbers: plain, non-breaking, narrow
// non-breaking, thin, and the wide one of Chinese.
const blanks = " \u00a0\u202f\u2009\u3000"

// numeral is the digits of a number taken apart.
type numeral struct {
	text     string
	digits   int  // before the decimal mark
	group    byte // the mark between groups of digits, 0 for none; ' ' is any space
	groups   int  // how many of them
	marked   bool // it has a decimal mark
	fraction int  // digits after it
	powered  bool // it has an exponent
}

// scanNumeral takes apart digits in groups or not, a decimal mark with or
// without digits, and an exponent. Groups have three digits; in the Indian way,
// 1,23,45,678, all but the last have two.
func scanNumeral(s string, decimal decimalMark) (n numeral, ok bool) {
	n.text = s
	i, group, size := 0, 0, 0 // group counts the digits since the last mark, size those between marks
	for i < len(s) {
		if isDigit(s[i]) {
			n.digits++
			group++
			i++
			continue
		}
		mark, width := groupMark(s[i:], decimal)
		if width == 0 {
			break
		}
		switch {
		case n.groups == 0:
			ok = group >= 1 && group <= 3 && s[0] != '0'
		case n.groups == 1:
			size = group
			ok = mark == n.group && (size == 3 || size == 2 && mark == ',' && n.digits <= 4)
		default:
			ok = mark == n.group && group == size
		}
		if !ok {
			return n, false
		}
		n.group, group = mark, 0
		n.groups++
		i += width
	}
	if n.groups > 0 && group != 3 {
		return n, false
	}
	if i < len(s) && s[i] == byte(decimal) {
		n.marked = true
		for i++; i < len(s) && isDigit(s[i]); i++ {
			n.fraction++
		}
	}
	if n.digits+n.fraction == 0 {
		return n, false
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') && n.groups == 0 {
		n.powered = true
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		first := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		if i == first {
			return n, false
		}
	}
	return n, i == len(s)
}

// groupMark returns the mark between groups of digits that a text begins with,
// and its length, 0 when there is none.
func groupMark(s string, decimal decimalMark) (mark byte, size int) {
	switch c := s[0]; {
	case c == byte(decimal):
	case c == ',' || c == '.' || c == ' ' || c == '\'':
		return c, 1
	case c < 0x80:
	case strings.HasPrefix(s, "\u00a0"):
		return ' ', len("\u00a0")
	case strings.HasPrefix(s, "\u202f"), strings.HasPrefix(s, "\u2009"):
		return ' ', len("\u202f")
	case strings.HasPrefix(s, "’"):
		return '\'', len("’")
	}
	return 0, 0
}

func (n numeral) form() (f numberForm) {
	if n.digits > maxDigits {
		f |= longInteger
	}
	if n.digits > 1 && n.text[0] == '0' {
		f |= leadingZero
	}
	if n.powered {
		f |= exponent
	}
	if n.group == ' ' || n.group == '\'' {
		f |= spaced
	}
	return f
}

// plain returns the numeral as strconv reads it.
func (n numeral) plain(decimal decimalMark) string {
	if n.groups == 0 && decimal == decimalPoint {
		return n.text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == rune(decimal):
			return '.'
		case r < '0':
			if r == '+' || r == '-' {
				return r // of the exponent
			}
			return -1
		case r > '9' && r != 'e' && r != 'E':
			return -1
		}
		return r
	}, n.text)
}

// value returns the numeral times a power of ten, rounded once.
func (n numeral) value(decimal decimalMark, power int) (float64, error) {
	text := n.plain(decimal)
	if power == 0 {
		return strconv.ParseFloat(text, 64)
	}
	if !n.powered {
		return strconv.ParseFloat(text+"e"+strconv.Itoa(power), 64)
	}
	v, err := strconv.ParseFloat(text, 64)
	return v * math.Pow10(power), err
}

// markUse is what a number says about the decimal mark of its column.
type markUse uint8

const (
	noMark      markUse = iota // 1234
	oneReading                 // 12.5: a number with this decimal mark only
	commaEither                // 1,500: with both, but not the same
	pointEither                // 1.500
)

func (n numeral) markUse(decimal decimalMark) markUse {
	switch {
	case n.group == ',' || n.group == '.':
		if n.groups > 1 || n.marked {
			return oneReading
		}
		return either(n.group)
	case !n.marked:
		return noMark
	case n.groups == 0 && n.fraction == 3 && n.digits >= 1 && n.digits <= 3 && n.text[0] != '0' && !n.powered:
		return either(byte(decimal))
	}
	return oneReading
}

func either(mark byte) markUse {
	if mark == ',' {
		return commaEither
	}
	return pointEither
}
