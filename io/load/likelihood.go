package load

import (
	"math"
	"unicode"
)

// brokenCost is what bytes cost, in bits, that mean nothing.
const brokenCost = 24

// asciiCost is what an ASCII character costs within a word that holds others.
func asciiCost(c byte) float64 {
	switch {
	case isLetter(c):
		return 5
	case c >= '0' && c <= '9':
		return 5.5
	}
	return 9
}

func isLetter(c byte) bool { return between(c|0x20, 'a', 'z') }

// latinBeside is what an ASCII letter costs right beside a character of another
// script, in bits.
const latinBeside = 3

// scriptCosts are what characters cost in a language, in bits: about minus the
// binary logarithm of the share of a kind of characters, divided among them.
type scriptCosts struct {
	common             float64    // those of the table of common characters
	level              [4]float64 // other Chinese characters or Hangul, by level
	hiragana, katakana float64
	halfKatakana       float64
	han, hangul        float64 // added to level, where they are foreign
	other              float64 // Greek, Cyrillic, boxes ...
}

func hanCosts() scriptCosts {
	return scriptCosts{common: 10, level: [4]float64{0, 14, 18, 20}, hiragana: 18, katakana: 17, halfKatakana: 20, hangul: 8, other: 18}
}

func kanaCosts() scriptCosts {
	return scriptCosts{common: 10.5, level: [4]float64{0, 14.5, 18.5, 20}, hiragana: 7, katakana: 7.5, halfKatakana: 7, hangul: 8, other: 18}
}

func hangulCosts() scriptCosts {
	return scriptCosts{common: 9, level: [4]float64{0, 14, 18, 20}, hiragana: 19, katakana: 19, halfKatakana: 20, han: 2, other: 18}
}

// newScript returns what a character of a level costs in a language with the
// common characters given.
func newScript(common string, costs func() scriptCosts) func(r rune, level int) float64 {
	usual := map[rune]bool{}
	for _, r := range common {
		usual[r] = true
	}
	c := costs()
	return func(r rune, level int) float64 {
		switch {
		case usual[r]:
			return c.common
		case unicode.Is(unicode.Han, r):
			return c.level[level] + c.han
		case unicode.Is(unicode.Hangul, r):
			return c.level[level] + c.hangul
		case r >= 0xFF61 && r <= 0xFF9F:
			return c.halfKatakana
		case unicode.Is(unicode.Hiragana, r):
			return c.hiragana
		case unicode.Is(unicode.Katakana, r), r == 'ー', r == '・':
			return c.katakana
		case r >= 0x3000 && r <= 0x3020, r >= 0xFF01 && r <= 0xFF5E:
			return 9 // punctuation and wide letters
		case unicode.IsLetter(r), !unicode.IsPrint(r):
			return c.other
		}
		return 12
	}
}

// anyScript is for UTF-8, in which bytes rarely stand as they must by chance.
func anyScript(r rune, _ int) float64 {
	switch {
	case r < 0x800:
		return 8
	case unicode.IsPrint(r):
		return 11
	}
	return 18
}

// Costs within Latin and Cyrillic words, in bits.
const (
	foreignLetter = 16  // a letter the language does not have
	capital       = 2   // beyond the small letter
	wrongCase     = 8   // a capital after a small letter
	mixedScripts  = 10  // a Cyrillic or Greek letter beside a Latin one
	inWord        = 7   // a sign between two letters
	alone         = 8   // a letter that is no word by itself
	placedSign    = 5   // a quote, dash or currency sign where it belongs
	usualSign     = 11  // the same elsewhere
	rareSign      = 15  // any other sign
	doubled       = 1.5 // two letters in a row that are not ASCII, in a Latin language
)

// alphabet is the letters of a language beyond ASCII, the more frequent first.
type alphabet struct {
	letters string
	script  *unicode.RangeTable // in which all words are written, nil for Latin
	prior   float64
	pages   []page
}

// costs ranks the letters: the share of one falls with its place, as Zipf's law
// has it.
func (a alphabet) costs() map[rune]float64 {
	first := 4.
	if a.script != nil {
		first = 2.7 // all letters of the text, not one in twenty
	}
	out := map[rune]float64{}
	place := 0.
	for _, r := range a.letters {
		out[r] = first + math.Log2(place+2)
		place++
	}
	return out
}

// cost is what a word costs in a character set.
func (a alphabet) cost(word string, runes []rune, costs map[rune]float64) (bits float64) {
	prev := ' '
	for i := range len(word) {
		r := runes[word[i]]
		next := ' '
		if i+1 < len(word) {
			next = runes[word[i+1]]
		}
		bits += a.letter(prev, r, next, costs)
		prev = r
	}
	return bits
}

func (a alphabet) letter(prev, r, next rune, costs map[rune]float64) (bits float64) {
	high := r >= 0x80
	switch {
	case !high:
		bits = asciiCost(byte(r))
	case r == '\uFFFD' || unicode.IsControl(r):
		return brokenCost
	case unicode.IsLetter(r) && r != 'ª' && r != 'º':
		lower := unicode.ToLower(r)
		cost, ok := costs[lower]
		if !ok {
			cost = foreignLetter
		}
		bits = cost
		if lower != r {
			bits += capital
		}
		if a.script == nil && !unicode.IsLetter(prev) && !unicode.IsLetter(next) && !isWord(lower) {
			bits += alone
		}
	case isPlaced(prev, r, next):
		bits = placedSign
	default:
		bits = rareSign
		if isUsualSign(r) {
			bits = usualSign
		}
		if unicode.IsLetter(prev) && unicode.IsLetter(next) && r != '·' {
			bits += inWord
		}
	}
	if !unicode.IsLetter(prev) || !unicode.IsLetter(r) || !high && prev < 0x80 {
		return bits
	}
	if unicode.IsUpper(r) && unicode.IsLower(prev) {
		bits += wrongCase
	}
	if a.script != nil && unicode.Is(a.script, r) != unicode.Is(a.script, prev) {
		bits += mixedScripts
	}
	if a.script == nil && high && prev >= 0x80 {
		bits += doubled
	}
	return bits
}

// isWord reports whether a letter beyond ASCII is a word by itself in some
// language.
func isWord(r rune) bool {
	switch r {
	case 'à', 'á', 'è', 'é', 'ó', 'ú', 'å', 'ö':
		return true
	}
	return false
}

// isPlaced reports whether a sign stands where such signs do: an apostrophe
// between letters, a quotation mark before or behind a word, a dash or the sign
// of a currency between words or beside figures.
func isPlaced(prev, r, next rune) bool {
	inside := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
	switch r {
	case '’':
		return inside(prev)
	case '‘', '“', '„', '«', '‹', '¿', '¡':
		return !inside(prev) && inside(next)
	case '”', '»', '›', '…':
		return prev != ' ' && !inside(next)
	case '–', '—', '•':
		return !unicode.IsLetter(prev) && !unicode.IsLetter(next) && unicode.IsDigit(prev) == unicode.IsDigit(next)
	case '€', '£', '¥':
		return !unicode.IsLetter(prev) && !unicode.IsLetter(next)
	}
	return false
}

func isUsualSign(r rune) bool {
	switch r {
	case '’', '‘', '“', '”', '„', '–', '—', '…', '•', '€', '£', '°', '®', '™', '©', '«', '»', '§', 'º', 'ª', '·', '\u00a0', '№', '²', '½':
		return true
	}
	return false
}
