package cli

import (
	"strings"
	"unicode"
)

// plain makes text from a file safe to print: control characters, which could
// drive the terminal, become spaces.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
}

// shorten cuts text to a number of characters, marking the cut.
func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}
