// Package cell makes one value safe to show in a terminal and exactly as wide
// as its place. It is for display only: data and exports keep the raw value.
package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"github.com/mattn/go-runewidth"
	"golang.org/x/text/unicode/norm"
)

// unknown stands for what cannot be shown: a grapheme that no rule makes
// measurable, an escape sequence, a control or invisible character.
const unknown = "□"

// maxRunes is the longest grapheme shown as it is; piles of combining marks
// above it would paint over the rows above and below.
const maxRunes = 6

// narrow measures ambiguous characters as one cell whatever the locale says.
var narrow = runewidth.Condition{StrictEmojiNeutral: true}

// Clean returns s as it may be written to a terminal: an escape sequence, a
// control character, a direction override and an invisible character as □ each,
// so that values that differ look different; without variation selectors and
// joiners; a tab as ⇥ and a line end as ⏎. A grapheme whose width
// the renderer and terminals disagree on, such as half-width katakana with a
// voiced mark or a joined emoji, is replaced by its compatibility form (NFKC),
// else its letters, else its first rune, else □. Broken UTF-8 becomes U+FFFD.
func Clean(s string) string {
	if _, ok := plainWidth(s); ok {
		return s
	}
	s = strings.ToValidUTF8(strings.TrimPrefix(s, "\uFEFF"), "\uFFFD") // a byte order mark says nothing
	s = strings.ReplaceAll(marked(s), "\r\n", "\n")
	s = norm.NFC.String(strings.Map(visible, s))
	var b strings.Builder
	for rest := s; rest != ""; {
		cluster, w := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
		rest = rest[len(cluster):]
		b.WriteString(settle(cluster, w))
	}
	// Neighbours that were apart may have joined into one grapheme.
	if out := b.String(); agreed(out) {
		return out
	}
	return strings.Map(boxed, b.String())
}

// marked returns s with a sign in the place of each escape sequence.
func marked(s string) string {
	var b strings.Builder
	var state byte
	for rest := s; rest != ""; {
		seq, w, n, next := ansi.DecodeSequence(rest, state, nil)
		if n == 0 {
			break
		}
		rest, state = rest[n:], next
		if w == 0 && len(seq) > 1 && ansi.Strip(seq) == "" {
			seq = unknown
		}
		b.WriteString(seq)
	}
	return ansi.Strip(b.String())
}

// visible maps a rune to what may be shown of it, -1 for nothing. The zero
// width joiner stays until graphemes are settled.
func visible(r rune) rune {
	switch {
	case r == '\t':
		return '⇥'
	case r == '\n', r == '\r', r == '\u2028', r == '\u2029':
		return '⏎'
	case r == '\u200d':
		return r
	case r == '\u200c', unicode.Is(unicode.Variation_Selector, r), r >= 0xe0000 && r <= 0xe007f:
		return -1 // a part of how letters join, of emoji and of flags
	case unicode.In(r, unicode.Cc, unicode.Cf):
		return []rune(unknown)[0]
	case unicode.Is(unicode.Zs, r) && r != '\u3000':
		return ' '
	}
	return r
}

// settle returns a form of one grapheme of width w, as the renderer counts,
// that terminals draw at the width the renderer counts.
func settle(cluster string, w int) string {
	if w == 0 {
		return ""
	}
	if flag, ok := flagLetters(cluster); ok {
		return flag
	}
	if settled(cluster) {
		return cluster
	}
	first, _ := utf8.DecodeRuneInString(cluster)
	for _, c := range []string{norm.NFKC.String(cluster), strings.Map(letter, cluster), string(first)} {
		if runesWidth(c) > 0 && settled(c) {
			return c
		}
	}
	return unknown
}

func settled(s string) bool {
	return agreed(s) && utf8.RuneCountInString(s) <= maxRunes && !strings.ContainsRune(s, '\u200d')
}

// flagLetters writes a flag as its country code: many terminals have no flags
// and draw the two halves in widths of their own.
func flagLetters(cluster string) (string, bool) {
	code := make([]byte, 0, 2)
	for _, r := range cluster {
		if r < '🇦' || r > '🇿' {
			return "", false
		}
		code = append(code, byte('A'+r-'🇦'))
	}
	return string(code), true
}

func letter(r rune) rune {
	if unicode.IsLetter(r) {
		return r
	}
	return -1
}

// boxed keeps a plain rune and gives every other visible one a box.
func boxed(r rune) rune {
	if plainRune(r) > 0 {
		return r
	}
	if runeWidth(r) == 0 {
		return -1
	}
	return '□'
}

// agreed reports whether renderer and terminal count the same width.
func agreed(s string) bool { return ansi.StringWidth(s) == runesWidth(s) }

// runesWidth is the width a terminal gives s, which counts rune by rune.
func runesWidth(s string) (w int) {
	for _, r := range s {
		w += runeWidth(r)
	}
	return w
}

// runeWidth is the width a terminal gives one rune. Marks that take no place
// are nothing; runewidth's own table of them lacks Thai and others.
func runeWidth(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	return narrow.RuneWidth(r)
}
