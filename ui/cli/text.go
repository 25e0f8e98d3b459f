package cli

import (
	"strings"
	"unicode"

	"custseg/ui/tui/cell"
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

// wrapWords breaks text between words into lines of at most w cells; a word
// that is wider has a line of its own.
func wrapWords(text string, w int) []string {
	var out []string
	for _, word := range strings.Fields(plain(text)) {
		if last := len(out) - 1; last >= 0 && cell.Width(out[last])+1+cell.Width(word) <= w {
			out[last] += " " + word
		} else {
			out = append(out, word)
		}
	}
	return out
}
