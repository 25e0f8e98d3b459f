package export

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"custseg/model"
)

// vocabulary holds words that tell who somebody is, to find them in sentences.
// Words too short to tell anything are left out, as they are part of ordinary
// sentences: a segment A is no customer A.
type vocabulary struct {
	words   map[string]bool
	numbers map[string]bool // words that read as a number
	longest int             // in bytes
}

const (
	shortestWord   = 3 // letters, two when wide
	shortestNumber = 5 // digits
)

// add takes the values of a column of text or numbers. Days are no one's own.
func (v *vocabulary) add(c model.Column) {
	if v.words == nil {
		v.words, v.numbers = map[string]bool{}, map[string]bool{}
	}
	switch c := c.(type) {
	case *model.Texts:
		for _, w := range c.Dict {
			v.addWord(strings.TrimSpace(w))
		}
	case *model.Numbers:
		for i := range c.Values {
			v.addWord(c.Text(i))
		}
	}
}

func (v *vocabulary) addWord(w string) {
	set, length, shortest := v.words, displayWidth(w), shortestWord
	if _, err := strconv.ParseFloat(w, 64); err == nil {
		set, shortest = v.numbers, shortestNumber
	}
	if length >= shortest {
		set[w] = true
		v.longest = max(v.longest, len(w))
	}
}

// replace changes every known word in s, the longest at each place. A word ends
// where letters and digits end; ideographs stand each for themselves.
func (v *vocabulary) replace(s string, change func(string) string, numbers bool) string {
	var out strings.Builder
	before := ' '
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !inWord(before) || !inWord(r) {
			if n := v.find(s[at:], numbers); n > 0 {
				out.WriteString(change(s[at : at+n]))
				before, _ = utf8.DecodeLastRuneInString(s[:at+n])
				at += n
				continue
			}
		}
		out.WriteString(s[at : at+size])
		before = r
		at += size
	}
	return out.String()
}

// find returns the length of the longest known word that s begins with, 0 for
// none.
func (v *vocabulary) find(s string, numbers bool) int {
	for n := min(len(s), v.longest); n > 0; n-- {
		if n < len(s) {
			if !utf8.RuneStart(s[n]) {
				continue
			}
			last, _ := utf8.DecodeLastRuneInString(s[:n])
			next, _ := utf8.DecodeRuneInString(s[n:])
			if inWord(last) && inWord(next) {
				continue
			}
		}
		if v.words[s[:n]] || numbers && v.numbers[s[:n]] {
			return n
		}
	}
	return 0
}

// inWord reports whether a character joins its neighbours into a word.
func inWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
