// Package idorder is the order of ids, by which customers are listed and equals
// are parted.
package idorder

import (
	"cmp"
	"strings"
)

// Compare orders ids: those of digits alone by value, before all others, which go
// by their bytes.
func Compare(a, b string) int {
	da, db := AllDigits(a), AllDigits(b)
	switch {
	case da && db:
		x, y := Digits(a), Digits(b)
		return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y), strings.Compare(a, b))
	case da:
		return -1
	case db:
		return 1
	}
	return strings.Compare(a, b)
}

// AllDigits reports whether a word has digits and nothing else.
func AllDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Digits are the digits of a number without leading zeros, none of zero.
func Digits(id string) string { return strings.TrimLeft(id, "0") }
