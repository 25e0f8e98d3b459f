package export

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// risky reports whether a program that opens the text as a spreadsheet might
// run it: its first visible character starts a formula, or it hides behind a
// tab or a line break. Full-width forms count, as some programs narrow them.
func risky(s string) bool {
	for _, r := range s {
		switch r {
		case '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n':
			return true
		}
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return false
}

// inert returns the text so that no spreadsheet runs it.
func inert(s string) string {
	if risky(s) {
		return "'" + s
	}
	return s
}

// storable reports whether XML 1.0 can hold the character.
func storable(r rune) bool {
	return r >= ' ' && r != 0xFFFE && r != 0xFFFF || r == '\t' || r == '\n' || r == '\r'
}

// clean drops what XML cannot hold, and marks bytes that are not UTF-8.
func clean(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return strings.Map(func(r rune) rune {
				if storable(r) {
					return r
				}
				return -1
			}, strings.ToValidUTF8(s, "�"))
		}
	}
	return s
}

// units returns the length of the text as Excel counts it, in UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// cut shortens text to at most a number of UTF-16 units, an ellipsis marking
// the place.
func cut(s string, most int) string {
	if len(s) <= most || units(s) <= most {
		return s
	}
	n := 1 // the ellipsis
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// displayWidth returns the width of a line of text in digits, wide East Asian
// characters as two.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

// distinct returns the names, each made different from those before it without
// regard to case.
func distinct(names []string) []string {
	out := make([]string, len(names))
	taken := map[string]bool{}
	for i, n := range names {
		out[i] = claim(taken, n, func(k string) string { return n + "_" + k })
	}
	return out
}
