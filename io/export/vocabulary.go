package export

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"custseg/model"
	"custseg/model/person"
)

// vocabulary holds words that tell who somebody is, to find them in sentences.
// Words too short to tell anything are left out, as they are part of ordinary
// sentences: a segment A is no customer A.
type vocabulary struct {
	words   map[string]bool
	numbers map[string]bool  // words that read as a number
	amounts map[float64]bool // the same as numbers
	whole   map[string]bool  // every value, the shortest too
	parts   map[string]bool  // words that names are made of, in small letters without accents
	starts  map[string]int   // the length in bytes of the longest word that begins with these bytes
}

const (
	shortestWord   = 3 // letters, two when wide
	shortestNumber = 5 // digits
	longNumber     = 9 // digits, as those of phones: they tell somebody in any sentence
	startBytes     = 3 // of a word, which has that many at least
)

// add takes the values of a column. Days are no one's own: they are known as a
// whole alone. So are the short ones among remarks: "urgent" stands in any
// sentence.
func (v *vocabulary) add(c model.Column, remarks bool) {
	if v.words == nil {
		v.words, v.numbers, v.whole = map[string]bool{}, map[string]bool{}, map[string]bool{}
		v.amounts, v.starts, v.parts = map[float64]bool{}, map[string]int{}, map[string]bool{}
	}
	switch c := c.(type) {
	case *model.Texts:
		for _, w := range c.Dict.All() {
			w = strings.TrimSpace(w)
			if remarks && !person.IsSentence(w) && countDigits(w) < longNumber {
				v.whole[w] = true
				continue
			}
			v.addWord(w)
			if !remarks {
				v.addParts(w)
			}
		}
	case *model.Numbers:
		for i := range c.Values() {
			v.addWord(c.Text(i))
		}
	case *model.Dates:
		for i := range c.Seconds() {
			v.whole[c.Text(i)] = true
		}
	}
	delete(v.whole, "")
}

func (v *vocabulary) addWord(w string) {
	v.whole[w] = true
	set, length, shortest := v.words, displayWidth(w), shortestWord
	x, err := strconv.ParseFloat(w, 64)
	if digits := countDigits(w); err == nil && digits < longNumber {
		set, length, shortest = v.numbers, digits, shortestNumber
	}
	if length < shortest {
		return
	}
	set[w] = true
	v.starts[w[:startBytes]] = max(v.starts[w[:startBytes]], len(w))
	if err == nil {
		v.amounts[x] = true
	}
}

// addParts takes in the words of somebody's name.
func (v *vocabulary) addParts(name string) {
	for _, part := range person.Parts(name) {
		if len(part) >= shortestWord {
			v.parts[part] = true
		}
	}
}

// isPart reports whether a word in small letters without accents is part of a
// known name.
func (v *vocabulary) isPart(plain string) bool { return v.parts[plain] }

// countDigits counts the digits of a number as written.
func countDigits(w string) int {
	n := 0
	for _, r := range w {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// speaksOf reports whether a phrase has a known number among its arguments,
// where it is not text yet.
func (v *vocabulary) speaksOf(p model.Phrase) bool {
	return slices.ContainsFunc(p.Args, func(a any) bool {
		switch a := a.(type) {
		case float64:
			return v.amounts[a]
		case int:
			return v.amounts[float64(a)]
		case model.Phrase:
			return v.speaksOf(a)
		}
		return false
	})
}

// replace changes every known word in s, the longest at each place. A word ends
// where letters and digits end; ideographs stand each for themselves.
func (v *vocabulary) replace(s string, change func(string) string, numbers bool) string {
	return v.scan(s, change, func(between string) string { return between }, numbers)
}

// replaceAll changes every known word in s, numbers too, and what stands between
// them by another function.
func (v *vocabulary) replaceAll(s string, change, rest func(string) string) string {
	return v.scan(s, change, rest, true)
}

func (v *vocabulary) scan(s string, change, rest func(string) string, numbers bool) string {
	var out strings.Builder
	before, from := ' ', 0 // from is where what stands between known words begins
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !inWord(before) || !inWord(r) {
			if n := v.find(s[at:], numbers); n > 0 {
				out.WriteString(rest(s[from:at]))
				out.WriteString(change(s[at : at+n]))
				before, _ = utf8.DecodeLastRuneInString(s[:at+n])
				at += n
				from = at
				continue
			}
		}
		before = r
		at += size
	}
	out.WriteString(rest(s[from:]))
	return out.String()
}

// holds reports whether a known value has a text in it, in any case.
func (v *vocabulary) holds(s string) bool {
	s = strings.ToLower(s)
	for w := range v.whole {
		if strings.Contains(strings.ToLower(w), s) {
			return true
		}
	}
	return false
}

// find returns the length of the longest known word that s begins with, 0 for
// none.
func (v *vocabulary) find(s string, numbers bool) int {
	if len(s) < startBytes {
		return 0
	}
	for n := min(len(s), v.starts[s[:startBytes]]); n > 0; n-- {
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
