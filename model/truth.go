package model

import (
	"math"
	"slices"
	"strings"
)

// truthPairs are the words for yes and no that stand together in a column, one
// language or sign a pair, in lower case.
func truthPairs() [][2]string {
	return [][2]string{
		{"yes", "no"}, {"y", "n"}, {"true", "false"}, {"1", "0"}, {"on", "off"},
		{"oui", "non"}, {"o", "n"}, {"vrai", "faux"},
		{"sí", "no"}, {"si", "no"}, {"sì", "no"}, {"s", "n"}, {"verdadero", "falso"},
		{"sim", "não"}, {"sim", "nao"}, {"verdadeiro", "falso"},
		{"ja", "nein"}, {"j", "n"}, {"wahr", "falsch"}, {"ja", "nee"}, {"ja", "nej"}, {"ja", "nei"},
		{"da", "net"}, {"da", "nu"}, {"da", "ne"}, {"да", "нет"}, {"tak", "nie"}, {"ano", "ne"}, {"evet", "hayır"},
		{"是", "否"}, {"是", "不是"}, {"有", "无"}, {"有", "無"}, {"对", "错"}, {"對", "錯"}, {"真", "假"},
		{"はい", "いいえ"}, {"예", "아니오"}, {"예", "아니요"}, {"네", "아니요"},
		{"√", "×"}, {"✓", "✗"}, {"✔", "✘"}, {"✓", "×"}, {"✔", "✖"},
	}
}

// Truth reads a word that says yes or no in one of several languages, without
// regard to case and outer spaces. Known is false for any other word. A single
// letter or figure is known too, though only beside its counterpart it surely
// means it: see [Truths].
func Truth(word string) (yes, known bool) {
	word = foldTruth(word)
	for _, p := range truthPairs() {
		if word == p[0] || word == p[1] {
			return word == p[0], true
		}
	}
	return false, false
}

func foldTruth(word string) string { return strings.ToLower(strings.TrimSpace(word)) }

// Truths reads a column of yes and no: values has 1, 0 or -1 for missing by row.
// It is ok when all words of the column are one language's words for them, and at
// least one occurs; single letters and the numbers 1 and 0 must both occur, for
// alone they may mean anything, and so may a few rows of two capitals such as NO.
func Truths(c Column) (values []int8, ok bool) {
	switch c := c.(type) {
	case *Texts:
		return textTruths(c)
	case *Numbers:
		return numberTruths(c)
	}
	return nil, false
}

func textTruths(c *Texts) ([]int8, bool) {
	used := make([]bool, c.Dict.Len())
	held := 0
	for _, k := range c.Codes() {
		if k >= 0 {
			used[k] = true
			held++
		}
	}
	var words []string
	for k, word := range c.Dict.All() {
		if used[k] {
			words = append(words, word)
		}
	}
	pair, ok := truthWords(words, held)
	if !ok {
		return nil, false
	}
	values := make([]int8, len(c.Codes()))
	for i, k := range c.Codes() {
		values[i] = -1
		if k >= 0 {
			values[i] = 0
			if foldTruth(c.Dict.At(int(k))) == pair[0] {
				values[i] = 1
			}
		}
	}
	return values, true
}

// mostSpellings is how many spellings of two words are looked at: a column with
// more different words is not one of yes and no.
const mostSpellings = 16

// enoughAnswers is how many rows that hold one word of two capitals make it an
// answer.
const enoughAnswers = 20

// mayBeCode reports whether a word for yes or no alone may be the code of a
// country or a state: NO is Norway.
func mayBeCode(word string) bool {
	word = strings.TrimSpace(word)
	return len(word) == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'A' && word[1] <= 'Z'
}

// truthWords returns the words for yes and no that all words of a column are
// spellings of, which so many rows hold.
func truthWords(words []string, rows int) (pair [2]string, ok bool) {
	if len(words) == 1 && mayBeCode(words[0]) && rows < enoughAnswers {
		return pair, false
	}
	return truthPair(words)
}

// truthPair returns the words for yes and no that all words are spellings of.
func truthPair(words []string) (pair [2]string, ok bool) {
	if len(words) == 0 || len(words) > mostSpellings {
		return pair, false
	}
	var distinct []string
	for _, word := range words {
		if word = foldTruth(word); !slices.Contains(distinct, word) {
			distinct = append(distinct, word)
		}
	}
	if len(distinct) > 2 || len(distinct) == 1 && len(distinct[0]) == 1 {
		return pair, false
	}
	for _, p := range truthPairs() {
		if !slices.ContainsFunc(distinct, func(word string) bool { return word != p[0] && word != p[1] }) {
			return p, true
		}
	}
	return pair, false
}

func numberTruths(c *Numbers) ([]int8, bool) {
	values := make([]int8, len(c.Values()))
	yes, no := false, false
	for i, v := range c.Values() {
		switch {
		case math.IsNaN(v):
			values[i] = -1
		case v == 1:
			values[i] = 1
			yes = true
		case v == 0:
			no = true
		default:
			return nil, false
		}
	}
	return values, yes && no
}
