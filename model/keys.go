package model

import (
	"math"
	"strings"
	"unicode/utf8"
)

// keysOf codes a column of any kind as keys: codes index dict, -1 is missing.
// Numbers are written without a fraction where they have none, so that 12923.0
// in one file meets 12923 in another.
func keysOf(c Column) (codes []int32, dict Dictionary) {
	switch c := c.(type) {
	case *Texts:
		return trimmedKeys(c)
	case *Numbers:
		codes = make([]int32, len(c.Values()))
		var words []string
		seen := map[float64]int32{}
		for i, v := range c.Values() {
			if math.IsNaN(v) {
				codes[i] = -1
				continue
			}
			k, ok := seen[v]
			if !ok {
				k = int32(len(words))
				seen[v] = k
				words = append(words, FormatNumber(v))
			}
			codes[i] = k
		}
		return codes, ListWords(words)
	default:
		words := make([]string, c.Len())
		for i := range words {
			words[i] = c.Text(i)
		}
		t := TextsOf(c.Name(), words)
		return t.Codes(), t.Dict
	}
}

// trimmedKeys drops outer spaces of words, joining those that become equal.
func trimmedKeys(c *Texts) (codes []int32, dict Dictionary) {
	if !c.Dict.AnySpelling(untrimmed) {
		return c.Narrow().List(), c.Dict
	}
	words := make([]string, c.Dict.Len())
	for i, w := range c.Dict.All() {
		words[i] = strings.TrimSpace(w)
	}
	joined := TextsOf(c.Name(), words)
	codes = make([]int32, c.Len())
	for i, k := range c.Narrow().All() {
		codes[i] = -1
		if k >= 0 {
			codes[i] = joined.Code(int(k))
		}
	}
	return codes, joined.Dict
}

// untrimmed reports whether a word is empty or has outer spaces.
func untrimmed(w string) bool {
	plain := func(c byte) bool { return c > ' ' && c < utf8.RuneSelf } // and no space
	if w != "" && plain(w[0]) && plain(w[len(w)-1]) {
		return false
	}
	return w == "" || strings.TrimSpace(w) != w
}
