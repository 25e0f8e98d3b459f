package cell

import (
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Width returns the number of terminal cells of s, not counting escape
// sequences. It is the one width function of the terminal UI.
func Width(s string) int {
	w := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f {
			w++
			i++
			continue
		}
		if c == 0x1b {
			n := escape(s[i:])
			if n == 0 {
				return ansi.StringWidth(s)
			}
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		rw := plainRune(r)
		if rw == 0 {
			return ansi.StringWidth(s)
		}
		w += rw
		i += n
	}
	return w
}

// escape returns the length of the colour sequence that s begins with, 0 when
// it begins with another escape sequence.
func escape(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case (c < '0' || c > '9') && c != ';' && c != ':':
			return 0
		}
	}
	return 0
}

// plainWidth returns the width of s when every rune of it is plain: safe to
// show, never part of a longer grapheme, of the same width everywhere.
func plainWidth(s string) (w int, ok bool) {
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7f {
			w++
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		rw := plainRune(r)
		if rw == 0 {
			return 0, false
		}
		w += rw
		i += n
	}
	return w, true
}

// plainRune returns the width of a plain rune and 0 for any other: a shortcut
// past the grapheme tables for what most customer data is made of.
func plainRune(r rune) int {
	switch {
	case r < 0x20 || r == 0x7f:
		return 0
	case r < 0x7f,
		r >= 0xa1 && r <= 0x2ff && r != 0xad && r != 0xa9 && r != 0xae, // Latin
		r >= 0x391 && r <= 0x3a1, r >= 0x3a3 && r <= 0x3c9, // Greek
		r >= 0x400 && r <= 0x45f,   // Cyrillic
		r >= 0x2010 && r <= 0x2027, // dashes and quotes
		r >= 0x20a0 && r <= 0x20bf, // currency signs
		r == '⇥', r == '⏎', r == '□',
		r >= 0x2500 && r <= 0x259f, // lines and blocks
		r >= 0xff61 && r <= 0xff9d: // half-width katakana without marks
		return 1
	case r >= 0x3000 && r <= 0x3029, // CJK punctuation
		r >= 0x3041 && r <= 0x3096, r >= 0x309b && r <= 0x30ff, // kana
		r >= 0x3400 && r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff, // ideographs
		r >= 0xac00 && r <= 0xd7a3, // Hangul syllables
		r >= 0xff01 && r <= 0xff60: // full-width forms
		return 2
	}
	return 0
}
