package load

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// enoughOfUnit is how many different numbers must carry a unit, for 4G and 5G
	// are names.
	enoughOfUnit = 3
	// longestUnit is how many letters a unit may have.
	longestUnit = 8
)

// unitOf returns what stands behind the digits of every word that means
// something, when it can be a unit of measure: 件, pcs, kg. It is empty for words
// that do not all end alike.
func unitOf(w *words) string {
	unit, n := "", 0
	for _, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		tail := word[behindNumber(word):]
		if n == 0 {
			unit = strings.Trim(tail, blanks)
		}
		tail = strings.Trim(tail, blanks)
		if tail == unit+"s" {
			unit = tail // 1 pc and 2 pcs
		}
		if behindNumber(word) == 0 || unit == "" || tail != unit && tail+"s" != unit {
			return ""
		}
		n++
	}
	if n < enoughOfUnit || !isUnit(unit) {
		return ""
	}
	return unit
}

// isUnit reports whether a word can be a unit: short, of letters or a degree,
// with no sign that makes dates, places and codes of numbers.
func isUnit(s string) bool {
	if utf8.RuneCountInString(s) > longestUnit {
		return false
	}
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("°²³/.", r) {
			return false
		}
	}
	switch s {
	case "月", "日", "号", "號", "月份", "季度", "楼", "栋", "区", "室", "路", "级", "组", "班", "st", "nd", "rd", "th", "am", "pm", "AM", "PM":
		return false
	case "g", "l", "L", "h", "s", "d", "t", "x", "°":
		return true
	}
	return len(s) > 1 // one letter more is a code: 12A, 5G, 10k
}

// cutUnit drops the unit behind a number; without one there the word is none.
func cutUnit(word, unit string) string {
	rest, found := strings.CutSuffix(word, unit)
	if one, plural := strings.CutSuffix(unit, "s"); !found && plural && len(one) > 1 {
		rest, found = strings.CutSuffix(word, one)
	}
	if !found {
		return ""
	}
	return strings.TrimRight(rest, blanks)
}
