package load

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// foreignMonths are the names of the months in German, French, Spanish, Italian,
// Portuguese and Dutch, of each month with the short forms that are not the first
// three letters of one of them. Those of English are apart.
func foreignMonths() [12]string {
	return [...]string{
		"januar|jänner|janvier|janv|enero|gennaio|janeiro|januari",
		"februar|feber|février|févr|fevr|febrero|febbraio|fevereiro|februari",
		"märz|maerz|mars|marzo|março|maart|mrz|mär|mrt",
		"avril|avr|abril|aprile|april",
		"mai|mayo|maggio|maio|mei",
		"juni|juin|junio|giugno|junho",
		"juli|juillet|juil|julio|luglio|julho",
		"august|août|aout|agosto|augustus",
		"september|septembre|septiembre|setiembre|settembre|setembro|sept",
		"oktober|octobre|octubre|ottobre|outubro",
		"november|novembre|noviembre|novembro",
		"dezember|décembre|decembre|diciembre|dicembre|dezembro|december",
	}
}

// foreignMonth returns the number of a month from its name in one of the
// languages known, or its first three letters where it begins no other; 0 for
// none.
func foreignMonth(word string) int32 {
	if utf8.RuneCountInString(word) < 3 {
		return 0
	}
	word = strings.ToLower(word)
	for i, names := range foreignMonths() {
		for name := range strings.SplitSeq(names, "|") {
			if word == name || word == string([]rune(name)[:3]) && !isAmbiguousMonth(word) {
				return int32(i + 1)
			}
		}
	}
	return 0
}

// isAmbiguousMonth reports whether three letters begin the names of two months.
func isAmbiguousMonth(word string) bool {
	return word == "jui" || word == "mar"
}

// cutForeignLetters takes letters of any alphabet off the front.
func cutForeignLetters(s string) (word, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// cutOf drops the de that stands before the month and the year in Spanish and
// Portuguese.
func cutOf(s string) string {
	if len(s) > 3 && strings.EqualFold(s[:3], "de ") {
		return strings.TrimLeft(s[3:], " ")
	}
	return s
}
