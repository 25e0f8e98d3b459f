package quality

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/narrow"
)

// mostCategories is how many distinct words a column of categories has at most.
const mostCategories = 2000

// nearCategories finds words of one category in several writings: "East",
// "east ", "Ea\u200bst".
func nearCategories(c *column) (hit, bool) {
	t := c.texts()
	if t == nil || c.tellsWho() || !holdsCategories(t) {
		return hit{}, false
	}
	rows, groups := variants(t, fold, func(w string) string { return w })
	if len(groups) == 0 {
		return hit{}, false
	}
	other, into := rewritten(t, rows)
	return hit{level: model.Warning, count: len(groups), rows: other, shown: rows, into: into,
		text:        model.P("words in several writings, differing only in case, spaces, width or invisible characters, such as %s: %d", quoted(groups[0]), len(groups)),
		consequence: model.P("where a method or a profile does not put them together, each writing counts by itself; merged, they are one")}, true
}

// holdsCategories reports whether words come again: twice each on average, and
// not too many different ones.
func holdsCategories(t *model.Texts) bool {
	if words := t.Dict.Len(); words <= mostCategories && 2*words <= t.Narrow().Held() {
		return true
	}
	distinct, n := t.Different()
	return distinct <= mostCategories && 2*distinct <= n
}

// rewritten finds, among rows with words in several writings, those not in the
// commonest writing of their word, of equals that which sorts first, and the code
// of that writing for each.
func rewritten(t *model.Texts, rows []int32) (other, into []int32) {
	counts := make([]int, t.Dict.Len())
	for _, r := range rows {
		counts[t.Code(int(r))]++
	}
	best, folded := map[string]int32{}, make([]string, t.Dict.Len())
	for k, w := range t.Dict.All() {
		if counts[k] == 0 {
			continue
		}
		folded[k] = fold(w)
		b, seen := best[folded[k]]
		if !seen || counts[k] > counts[b] || counts[k] == counts[b] && w < t.Dict.At(int(b)) {
			best[folded[k]] = int32(k)
		}
	}
	for _, r := range rows {
		if k := best[folded[t.Code(int(r))]]; k != t.Code(int(r)) {
			other, into = append(other, r), append(into, k)
		}
	}
	return other, into
}

// merged returns a column of text with other words, by code, in some rows.
func merged(c model.Column, rows, into []int32) model.Column {
	t, ok := c.(*model.Texts)
	if !ok {
		return c
	}
	codes := slices.Clone(t.Codes())
	for i, r := range rows {
		codes[r] = into[i]
	}
	return model.NewWordTexts(t.Name(), narrow.Of(codes), t.Dict)
}

// tellsWho reports whether the column names persons or orders, not categories.
func (c *column) tellsWho() bool {
	return c.role == model.CustomerID || c.role == model.OrderID || c.data.Personal(c.roles, c.view.place, c.place)
}

// quoted lists words in quotes, three at most.
func quoted(words []string) string {
	var out []string
	for i, w := range words {
		if i == 3 {
			out = append(out, "…")
			break
		}
		out = append(out, fmt.Sprintf("%q", w))
	}
	return strings.Join(out, ", ")
}

// mojibake finds words that were read in another encoding than they were written
// in.
func mojibake(c *column) (hit, bool) {
	rows := c.rowsSaying(isMojibake)
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("texts that were read in the wrong encoding: %d", len(rows)),
		consequence: model.P("names and categories do not meet those of other files; another --encoding may read them")}, len(rows) > 0
}

// isMojibake reports whether a word holds the mark of lost characters, or UTF-8
// that was read as Latin-1, Windows-1252 or GBK: a capital A with tilde or
// circumflex and a sign no word has behind it, or 锟斤拷.
func isMojibake(w string) bool {
	if strings.ContainsRune(w, '\uFFFD') || strings.Contains(w, "锟斤拷") || strings.Contains(w, "â€") || strings.Contains(w, "ï»¿") {
		return true
	}
	before := rune(0)
	for _, r := range w {
		if (before == 'Ã' || before == 'Â') && (r >= 0x80 && r <= 0xBF || strings.ContainsRune("ƒ„…†‡ˆ‰Š‹Œ–—˜™š›œŸ", r)) && r != 0xAA && r != 0xBA {
			return true
		}
		before = r
	}
	return false
}
