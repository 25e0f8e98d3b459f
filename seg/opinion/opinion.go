// Package opinion counts the praise and the blame in short texts by lists of
// words, in English and in Chinese. It is a rough reading, to be shown as such:
// no grammar, no irony.
package opinion

import (
	"slices"
	"strings"
	"unicode"
)

// Praise are words that praise.
func Praise() []string {
	return strings.Fields("good great best excellent fast quick quickly reliable friendly helpful easy lovely love loved happy perfect beautiful beautifully nice amazing recommend satisfied thanks fresh " +
		"满意 喜欢 好评 推荐 很好 不错 很快 方便 热情 专业 耐心 精美 好用 准时 棒 感谢 好")
}

// Blame are words that blame.
func Blame() []string {
	return strings.Fields("bad poor terrible awful slow late rude broken damaged failed disappointed disappointing confusing expensive pricey worst wrong missing refund complaint " +
		"失望 投诉 太慢 迟到 态度差 很差 差评 坏了 失败 破损 偏高 太贵 没人 退款 错误 糟糕 垃圾 差")
}

// Lexicon is the words that are counted.
type Lexicon struct{ praise, blame words }

// words are parted by how they are found: between other letters, or anywhere in
// scripts that are written without spaces.
type words struct {
	whole  map[string]bool
	within [][]rune // longest first
}

// New makes a lexicon of words of praise and of blame, in any letter case.
func New(praise, blame []string) Lexicon { return Lexicon{sorted(praise), sorted(blame)} }

func sorted(list []string) words {
	w := words{whole: map[string]bool{}}
	for _, word := range list {
		word = strings.ToLower(word)
		if strings.ContainsFunc(word, isHan) {
			w.within = append(w.within, []rune(word))
		} else {
			w.whole[word] = true
		}
	}
	slices.SortStableFunc(w.within, func(a, b []rune) int { return len(b) - len(a) })
	return w
}

// Score counts the words of praise and of blame in a text. A negation in the
// same clause up to three words before a word, or before it and its adverbs in
// Chinese, turns it around; two leave it as it is in Chinese.
func (l Lexicon) Score(text string) (praise, blame int) {
	text = strings.ToLower(text)
	p, b := l.wholeWords(text)
	q, c := l.han([]rune(text))
	return p + q, b + c
}

// wholeWords counts words between signs that are not letters.
func (l Lexicon) wholeWords(text string) (praise, blame int) {
	text = strings.ReplaceAll(text, "’", "'")
	for clause := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsPunct(r) && r != '\'' && r != '-' }) {
		tokens := strings.FieldsFunc(clause, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' || isHan(r) })
		for i, t := range tokens {
			good, bad := l.praise.whole[t], l.blame.whole[t]
			if negated(tokens[:i]) {
				good, bad = bad, good
			}
			if good {
				praise++
			}
			if bad {
				blame++
			}
		}
	}
	return praise, blame
}

// negated reports whether the words before one turn it around: no right before
// it, not and its like up to three words before, unless a but stands between or
// it is not only.
func negated(before []string) bool {
	const reach = 3
	n := len(before)
	if n > 0 && before[n-1] == "no" {
		return true
	}
	for i := n - 1; i >= max(0, n-reach); i-- {
		switch word := before[i]; {
		case word == "but" || word == "yet":
			return false
		case i+1 < n && (before[i+1] == "only" || before[i+1] == "just"):
		case word == "not" || word == "never" || word == "nothing" || word == "hardly" || strings.HasSuffix(word, "n't"):
			return true
		}
	}
	return false
}

// han counts words in Chinese text, the longest at each place, each rune in one
// word at most.
func (l Lexicon) han(text []rune) (praise, blame int) {
	for i := 0; i < len(text); {
		p, b := l.praise.at(text[i:]), l.blame.at(text[i:])
		n := max(p, b)
		if skip := neutral(text[i:]); n == 0 || skip > n {
			i += max(skip, 1)
			continue
		}
		if (p >= b) != hanNegated(text[:i]) {
			praise++
		} else {
			blame++
		}
		i += n
	}
	return praise, blame
}

// hanNegated reports whether the text before a word turns it around: an odd
// number of negations, with adverbs and little verbs between them and the word.
func hanNegated(before []rune) bool {
	negations := 0
	for i := len(before) - 1; i >= 0; i-- {
		switch {
		case i > 0 && slices.Contains([]string{"特别", "非常"}, string(before[i-1:i+1])):
			i--
		case strings.ContainsRune("不没未无别", before[i]):
			negations++
		case !strings.ContainsRune("很太是有法够算那么怎十分能真得", before[i]):
			return negations%2 == 1
		}
	}
	return negations%2 == 1
}

// neutral returns the length of the word that a text begins with when it only
// looks like praise or blame, 0 for none.
func neutral(text []rune) int {
	for _, word := range []string{"差不多", "好像", "好几", "好多", "好久", "你好", "您好", "只好", "最好", "正好", "刚好", "幸好", "爱好", "差点", "时差"} {
		if w := []rune(word); len(w) <= len(text) && slices.Equal(w, text[:len(w)]) {
			return len(w)
		}
	}
	return 0
}

// at returns the length of the longest word that a text begins with, 0 for none.
func (w words) at(text []rune) int {
	for _, word := range w.within {
		if len(word) <= len(text) && slices.Equal(word, text[:len(word)]) {
			return len(word)
		}
	}
	return 0
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
