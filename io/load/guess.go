package load

import (
	"context"
	"slices"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// guess is what the bytes of a text that is not UTF-8 seem to mean.
type guess struct {
	charset
	rival string // another reading nearly as likely that gives other words, or empty
}

// closeCall is the lead, in bits, under which another reading is worth a word:
// the odds are below a thousand to one.
const closeCall = 10

// guessCharset reads the words of the whole file that are not ASCII in every
// character set that comes without a sign, and takes the one in which they are
// the most probable.
func (s source) guessCharset(ctx context.Context, v survey) (guess, error) {
	e, err := s.evidence(ctx)
	if err != nil {
		return guess{}, err
	}
	return guessWords(e.words, v.eol() == '\r'), nil
}

// guessWords weighs the readings of words against each other. Text with the
// line ends of old Macs is likely to be in their character set.
func guessWords(words []string, mac bool) guess {
	type reading struct {
		hypothesis
		bits float64
	}
	var all []reading
	for _, c := range hypotheses() {
		r := reading{c, c.prior}
		if mac && c.name == "macintosh" {
			r.bits -= macLineEnds
		}
		for _, w := range words {
			r.bits += c.cost(w)
		}
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b reading) int {
		switch {
		case a.bits < b.bits:
			return -1
		case a.bits > b.bits:
			return 1
		}
		return 0
	})
	out := guess{charset: all[0].charset}
	for _, r := range all[1:] {
		if r.bits-all[0].bits >= closeCall {
			break
		}
		if r.name != out.name && !sameText(words, out.charset, r.charset) {
			out.rival = r.name
			break
		}
	}
	return out
}

// sameText reports whether words read the same in two character sets.
func sameText(words []string, a, b charset) bool {
	for _, w := range words {
		x, err := a.enc.NewDecoder().String(w)
		y, err2 := b.enc.NewDecoder().String(w)
		if x != y || err != nil || err2 != nil {
			return false
		}
	}
	return true
}

// hypothesis is a character set with a language: what text in it costs. Costs are
// in bits, minus the binary logarithm of a probability, so that the readings of
// the same bytes can be compared however many characters they make of them.
type hypothesis struct {
	charset
	prior float64 // the rarer the files, the higher
	cost  func(word string) float64
}

// macLineEnds is how many bits the line ends of old Macs count for Mac Roman.
const macLineEnds = 12

// hypotheses are the readings that are tried, those of the same cost in the
// order of preference.
func hypotheses() []hypothesis {
	chinese := newScript(simplifiedHanzi, hanCosts)
	taiwanese := newScript(traditionalHanzi, hanCosts)
	japan := newScript(japaneseKanji, kanaCosts)
	korea := newScript(hangulSyllables, hangulCosts)
	out := []hypothesis{
		wide("utf-8", unicode.UTF8, 0, utf8Width, nil, anyScript),
		wide("gb18030", simplifiedchinese.GB18030, 0, gbWidth, gbLevel, chinese),
		wide("big5", traditionalchinese.Big5, 2, big5Width, big5Level, taiwanese),
		wide("shift_jis", japanese.ShiftJIS, 2, shiftWidth, shiftLevel, japan),
		wide("euc-jp", japanese.EUCJP, 4, eucJPWidth, eucJPLevel, japan),
		wide("euc-kr", korean.EUCKR, 2, cp949Width, cp949Level, korea),
	}
	for _, l := range alphabets() {
		costs := l.costs()
		for _, page := range l.pages {
			out = append(out, oneByte(page, l, costs))
		}
	}
	return out
}

// page is a character set of one byte a character.
type page struct {
	name  string
	table *charmap.Charmap
	prior float64
}

func oneByte(p page, l alphabet, costs map[rune]float64) hypothesis {
	runes := make([]rune, 256)
	for i := range runes {
		runes[i] = p.table.DecodeByte(byte(i))
	}
	return hypothesis{charset{p.name, p.table}, p.prior + l.prior, func(word string) float64 {
		return l.cost(word, runes, costs)
	}}
}

// wide makes a hypothesis of a character set of several bytes a character. Width
// counts the bytes of the character a text begins with, 0 when it begins with
// none, and level ranks characters by their first bytes as the standard does.
func wide(name string, enc encoding.Encoding, prior float64, width func(string) int, level func(string) int, script func(r rune, level int) float64) hypothesis {
	known := map[string]float64{}
	decoder := enc.NewDecoder()
	return hypothesis{charset{name, enc}, prior, func(word string) (bits float64) {
		var letter, before bool // is it an ASCII letter, was the one before
		for first := true; len(word) > 0; first = false {
			n := 1
			before, letter = letter, isLetter(word[0])
			if !first && before != letter && (letter || word[0] >= 0x80) {
				bits += latinBeside
			}
			if word[0] < 0x80 {
				bits += asciiCost(word[0])
			} else if n = width(word); n == 0 || n > len(word) {
				n = 1
				bits += brokenCost
			} else {
				cost, ok := known[word[:n]]
				if !ok {
					cost = brokenCost
					if s, err := decoder.String(word[:n]); err == nil {
						if r := []rune(s); len(r) == 1 && r[0] != '\uFFFD' {
							rank := 1
							if level != nil {
								rank = level(word)
							}
							cost = script(r[0], rank)
						}
					}
					known[word[:n]] = cost
				}
				bits += cost
			}
			word = word[n:]
		}
		return bits
	}}
}
