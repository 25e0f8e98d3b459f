package load

import (
	"strings"

	"custseg/model"
)

// tidyKey writes a key without the characters that nobody sees and that keep it
// from meeting its like: marks of width zero, and wide forms of ASCII where
// nothing else remains.
// Before digits the apostrophe goes that Excel keeps texts with.
func tidyKey(word string) string { return cutTick(cutUnseen(word)) }

// cutTick drops an apostrophe before digits.
func cutTick(word string) string {
	if rest, found := strings.CutPrefix(word, "'"); found && isDigits(rest) {
		return rest
	}
	return word
}

func cutUnseen(word string) string {
	i := 0
	for i < len(word) && word[i] < 0x80 {
		i++
	}
	if i == len(word) {
		return word
	}
	seen := model.Seen(word)
	folded := foldWide(seen)
	for _, space := range [...]string{"\u00a0", "\u202f", "\u3000"} {
		folded = strings.ReplaceAll(folded, space, " ")
	}
	if isASCII(folded) {
		return strings.TrimSpace(folded)
	}
	return strings.TrimSpace(seen)
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		if (uint64(s[0])|uint64(s[1])|uint64(s[2])|uint64(s[3])|uint64(s[4])|uint64(s[5])|uint64(s[6])|uint64(s[7]))&0x80 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// isWholeFloat reports whether a word is digits with .0 behind, as programs write
// ids that they took for numbers.
func isWholeFloat(word string) bool {
	whole, found := strings.CutSuffix(word, ".0")
	return found && isDigits(whole)
}

func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// isRounded reports whether a key was written as Excel shows long numbers:
// 1.23457E+11, the digits behind lost.
func isRounded(word string) bool {
	mantissa, power, found := strings.Cut(word, "E+")
	whole, fraction, dotted := strings.Cut(mantissa, ".")
	return found && len(whole) == 1 && isDigits(whole) && (!dotted || isDigits(fraction)) && len(power) == 2 && isDigits(power)
}

// keyWriter returns how the words of a column of keys are written anew, so that
// one key is one word, nil when they stay; and tells what it changes.
func (b *builtColumn) keyWriter(w *words, file fileFacts) func(word string) string {
	if w.isASCII() && !w.holdsByte('\'') && !w.holdsByte('.') && !w.holdsByte('+') {
		return nil // all keys are plain, as most are
	}
	b.tellTidied(w, file)
	b.tell(model.Warning, w, file, isRounded,
		"ids were rounded to scientific notation before the file was written, so that different ones may look alike: %d, such as %s; the first is %q in row %s")
	switch {
	case everyWord(w, func(word string) bool { return tidyKey(word) == word && !isWholeFloat(word) }):
		return nil
	case !everyWord(w, isWholeFloat):
		return tidyKey
	}
	b.tell(model.Info, w, file, isWholeFloat, "ids are written as decimals and were read without .0: %d, such as %s; the first is %q in row %s")
	return func(word string) string { return strings.TrimSuffix(word, ".0") }
}

// tellTidied says which keys hold characters that were left out or exchanged.
func (b *builtColumn) tellTidied(w *words, file fileFacts) {
	b.tell(model.Info, w, file, func(word string) bool { return cutTick(word) != word },
		"ids with an apostrophe before their digits were read without it: %d, such as %s; the first is %q in row %s")
	b.tell(model.Info, w, file, func(word string) bool { return cutUnseen(word) != word },
		"ids with wide or invisible characters were read as the plain ones: %d, such as %s; the first is %q in row %s")
}
