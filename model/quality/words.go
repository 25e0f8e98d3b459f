package quality

import (
	"fmt"
	"strings"

	"custseg/model"
)

// mostCategories is how many distinct words a column of categories has at most.
const mostCategories = 2000

// nearCategories finds words of one category in several writings: "East",
// "east ".
func nearCategories(c *column) (hit, bool) {
	t := c.texts()
	if t == nil || c.summary().Distinct > mostCategories || 2*c.summary().Distinct > c.summary().N || c.tellsWho() {
		return hit{}, false
	}
	rows, groups := variants(t, fold, func(w string) string { return w })
	if len(groups) == 0 {
		return hit{}, false
	}
	return hit{level: model.Info, count: len(groups), rows: rows,
		text:        model.P("words in several writings, differing only in case, spaces or width, such as %s: %d", quoted(groups[0]), len(groups)),
		consequence: model.P("each writing is a category of its own in shares and profiles")}, true
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
