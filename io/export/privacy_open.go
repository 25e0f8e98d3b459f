package export

import (
	"slices"
	"strings"
	"unicode"

	"custseg/model"
	"custseg/model/person"
)

// placesOf are the places of columns.
func placesOf(columns []ColumnPrivacy) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, c := range columns {
		out[[2]int{c.Table, c.Column}] = true
	}
	return out
}

// openTexts lists the columns of text that are open, but for those that are listed
// or named already.
func openTexts(d *model.Dataset, recipe model.Recipe, columns []ColumnPrivacy, named []string) []string {
	listed := placesOf(columns)
	var out []string
	for t, table := range d.Tables {
		for i, c := range table.Columns() {
			texts, ok := c.(*model.Texts)
			if !ok || listed[[2]int{t, i}] || slices.Contains(out, c.Name()) || slices.Contains(named, c.Name()) || isParameter(recipe, c.Name()) || !holdsWords(texts) || isCategory(d, t, i, texts) {
				continue
			}
			out = append(out, c.Name())
		}
	}
	return out
}

// isParameter reports whether a recipe's parameters name a column.
func isParameter(r model.Recipe, header string) bool {
	params := []model.Settings{r.Params}
	for _, also := range r.Also {
		params = append(params, also.Params)
	}
	for _, settings := range params {
		for _, v := range settings {
			if v.Word() == header || slices.Contains(v.Words(), header) {
				return true
			}
		}
	}
	return false
}

// isCategory reports whether a column is recognised as one of categories: it has a
// role that is no person's, and its words come again and again and are no names.
func isCategory(d *model.Dataset, table, column int, c *model.Texts) bool {
	const times = 5 // that a word is there on average
	roles := []model.Role{"gender", "education", "occupation", "marital", "region", "province", "city", "country", "segment", "channel",
		"device", "event_type", "benefit", "returned", model.Category, model.Product, model.Status}
	var words []string
	for _, w := range c.Dict.All() {
		words = append(words, w)
	}
	return c.Len() >= times*len(words) && !person.Names(words) &&
		slices.ContainsFunc(d.Guesses, func(g model.Guess) bool {
			return g.Table == table && g.Column == column && slices.Contains(roles, g.Role)
		})
}

// holdsWords reports whether at least half of a column's values have words in them
// as names do: three letters beside each other, or two of a script without spaces.
func holdsWords(c *model.Texts) bool {
	if _, yesNo := model.Truths(c); yesNo {
		return false
	}
	n := 0
	for _, w := range c.Dict.All() {
		if hasWord(w) {
			n++
		}
	}
	return n > 0 && 2*n >= c.Dict.Len()
}

func hasWord(s string) bool {
	const narrow, wide = 3, 2 // letters
	letters, ideographs := 0, 0
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
			letters, ideographs = 0, 0
		case inWord(r):
			letters, ideographs = letters+1, 0
		default:
			letters, ideographs = 0, ideographs+1
		}
		if letters >= narrow || ideographs >= wide {
			return true
		}
	}
	return false
}

// mostNoted is how many columns are named before the rest is counted.
const mostNoted = 12

// OpenNote says that text columns are kept as they are, and how one is hidden.
func OpenNote(names []string) model.Phrase {
	first := names[0] + "=drop"
	if more := len(names) - mostNoted; more > 0 {
		return model.P("text kept as it is: %s and %d more: look whether they name persons; --privacy %q hides one", strings.Join(names[:mostNoted], ", "), more, first)
	}
	return model.P("text kept as it is: %s: look whether it names persons; --privacy %q hides one", strings.Join(names, ", "), first)
}
