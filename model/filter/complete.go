package filter

import (
	"slices"
	"strings"
	"unicode"

	"custseg/model"
)

// Completion is what may stand at the end of a filter that is being typed: each
// option in the place of what there is from byte From on.
type Completion struct {
	From    int
	Options []string
}

// Complete returns at most so many ways to go on with a filter: names of
// columns, then operators that go with the column's kind, then values of the
// column, then and, or. Names and values are in quotes where they need them.
func Complete(text string, of []Column, most int) Completion {
	p := &parser{scanner: scanner{text: text}}
	p.filter() // how far it comes is what matters
	c := completer{columns{all: of}, text, p.last}
	out := c.complete()
	out.Options = out.Options[:min(len(out.Options), most)]
	return out
}

// completer goes on with a text of which a parser was about to read a part.
type completer struct {
	columns
	text string
	last expected
}

func (c *completer) complete() Completion {
	column, err := c.find(c.last.column, 0)
	known := c.last.column != "" && err == nil
	switch {
	case c.last.part == aName, c.last.part == anOperator && !known: // "Last" of "Last order"
		return Completion{c.last.name, c.columnNames(c.text[c.last.name:])}
	case c.last.part == anOperator:
		return Completion{c.last.from, starting(operators(column.Kind), c.text[c.last.from:])}
	case c.last.part == aLink:
		return c.links()
	case known:
		if out := c.values(column); len(out.Options) > 0 {
			return out
		}
	}
	return c.links()
}

// columnNames are the names that begin with what was typed, then those that
// hold it.
func (c *completer) columnNames(typed string) []string {
	var names []string
	for _, column := range c.all {
		names = append(names, column.Name)
	}
	return quoted(matching(names, typed))
}

// mostWords is how many different values a column may have for them to be
// offered.
const mostWords = 20_000

// values are those of a column of text that begin with what was typed, then
// those that hold it, each in alphabetical order.
func (c *completer) values(column Column) Completion {
	typed := c.text[c.last.from:]
	if column.Kind != model.Text {
		return Completion{}
	}
	texts, ok := column.Values().(*model.Texts)
	if !ok {
		return Completion{}
	}
	if strings.TrimRightFunc(typed, unicode.IsSpace) != typed && texts.Dict.Any(func(w string) bool { return strings.EqualFold(w, strings.TrimSpace(typed)) }) {
		return Completion{} // the value is whole
	}
	var words []string
	if texts.Dict.Len() <= mostWords { // else ids: there are too many to look at with every key
		words = slices.Sorted(texts.Dict.Each())
	}
	return Completion{c.last.from, quoted(matching(words, typed))}
}

// links are and, or after what is whole.
func (c *completer) links() Completion {
	from := strings.LastIndexFunc(c.text, unicode.IsSpace) + 1
	if from <= c.last.from && c.last.part == aValue { // the value is still being typed
		return Completion{From: len(c.text)}
	}
	return Completion{from, starting([]string{"and", "or"}, c.text[from:])}
}

// matching returns the words that begin with what was typed, in any case, then
// those that hold it; not what is typed already.
func matching(words []string, typed string) []string {
	want := strings.ToLower(strings.Join(strings.Fields(strings.TrimLeft(typed, "\"'“”")), " "))
	var begin, hold []string
	for _, w := range words {
		switch low := strings.ToLower(w); {
		case w == typed:
		case strings.HasPrefix(low, want):
			begin = append(begin, w)
		case want != "" && strings.Contains(low, want):
			hold = append(hold, w)
		}
	}
	return append(begin, hold...)
}

func starting(words []string, typed string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return !strings.HasPrefix(w, strings.ToLower(strings.TrimSpace(typed))) })
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = Quote(w)
	}
	return out
}

// operators are those that go with a kind of column, the commonest first.
func operators(k model.Kind) []string {
	if k == model.Text {
		return []string{"=", "!=", "in (", "contains", "starts with", "ends with", "is missing", "is not missing", "not in ("}
	}
	return []string{">", ">=", "<", "<=", "=", "!=", "between", "in (", "is missing", "is not missing"}
}
