package load

import (
	"strings"

	"custseg/model"
)

// isAbsent reports whether a word stands for no value even among other words.
// The spelling counts: Nan and Null are names of people.
func isAbsent(word string) bool {
	switch word {
	case "NA", "N/A", "n/a", "n.a.", "N.A.", "#N/A", "<NA>", "NaN", "nan", "NULL", "null", "(null)", `\N`, "nil", "NIL",
		"-", "--", "---", "–", "—", "——", ".", "?", "？", "(blank)", "(空白)", "暂无", "缺失":
		return true
	}
	return isFault(word) || isNarrow(word) || looksEmpty(word)
}

// looksEmpty reports whether a word holds nothing that anybody sees.
func looksEmpty(word string) bool {
	return word[0] >= 0x80 && strings.IndexFunc(word, func(r rune) bool { return !model.Unseen(r) }) < 0
}

// isNarrow reports whether a word is what a spreadsheet shows of a number or a
// date for which its column is too narrow.
func isNarrow(word string) bool { return len(word) > 2 && strings.Trim(word, "#") == "" }

// isFault reports whether a word is the error that a spreadsheet shows for a
// formula without a value.
func isFault(word string) bool {
	switch word {
	case "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

// isNone reports whether a word says that there is none, which among few words
// is an answer.
func isNone(word string) bool {
	return word == "无" || word == "無" || word == "空" || len(word) == 4 && strings.EqualFold(word, "none")
}

// saysUnknown reports whether a word in small letters says that a number or a
// date is not known. Among other words it can be an answer.
func saysUnknown(word string) bool {
	switch word {
	case "unknown", "tbd", "tba", "n/k", "missing", "undefined", "not available", "k.a.", "k. a.", "keine angabe", "n.v.", "s/d", "sin dato", "sin datos",
		"нет", "нет данных", "не указано", "なし", "없음", "未知", "不详", "不詳", "没有", "沒有":
		return true
	}
	return false
}

// longestAbsent is the length of the longest word that stands for no value.
const longestAbsent = len("не указано")

// meansNothing reports whether a word in a column of numbers or dates stands
// for no value.
func meansNothing(word string) bool {
	if word[0] == '#' && isNarrow(word) {
		return true
	}
	if len(word) > longestAbsent || isDigit(word[0]) || isDigit(word[len(word)-1]) {
		return false
	}
	if isAbsent(word) || isNone(word) {
		return true
	}
	small := strings.ToLower(word)
	if saysUnknown(small) {
		return true
	}
	switch word[0] {
	case 'n', 'N', '(', '<', '#':
		return isAbsent(strings.ToUpper(word)) || isAbsent(small)
	}
	return false
}
