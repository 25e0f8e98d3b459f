package filter

import (
	"slices"
	"strings"

	"custseg/model"
)

// find returns the column of a name: exactly, else in any case. at is where the
// name stands in the text. A name is looked for once.
func (c *columns) find(name string, at int) (Column, error) {
	if column, ok := c.found[name]; ok {
		return column, nil
	}
	column, err := c.lookFor(name, at)
	if err != nil {
		return column, err
	}
	if c.found == nil {
		c.found = map[string]Column{}
	}
	c.found[name] = column
	return column, nil
}

func (c *columns) lookFor(name string, at int) (Column, error) {
	for _, same := range []func(a, b string) bool{
		func(a, b string) bool { return a == b },
		func(a, b string) bool { return strings.EqualFold(strings.Join(strings.Fields(a), " "), b) },
	} {
		var found []Column
		for _, column := range c.all {
			if same(column.Name, name) || slices.ContainsFunc(column.Aliases, func(a string) bool { return same(a, name) }) {
				found = append(found, column)
			}
		}
		switch {
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1 && found[0].Name != found[1].Name:
			return Column{}, wrong(at, "%s may be %s or %s: type one of them as it is written", name, Quote(found[0].Name), Quote(found[1].Name))
		case len(found) > 1:
			return Column{}, wrong(at, "several columns are called %s", name)
		}
	}
	if near := c.nearest(name); near != "" {
		return Column{}, wrong(at, "no column is called %s; did you mean %s?", model.Brief(name), Quote(near))
	}
	return Column{}, wrong(at, "no column is called %s; there are %s", model.Brief(name), c.list())
}

// mostNames is how many columns an error lists.
const mostNames = 12

// list names the columns, of many the first.
func (c *columns) list() string {
	var out []string
	for _, column := range c.all[:min(len(c.all), mostNames)] {
		out = append(out, Quote(column.Name))
	}
	if len(c.all) > mostNames {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// nearest returns the name of the column that a mistyped name is closest to,
// nothing when none is close.
func (c *columns) nearest(name string) string {
	var names []string
	for _, column := range c.all {
		names = append(names, column.Name)
	}
	return Nearest(name, names)
}

// Nearest returns which of the names a mistyped name is closest to, nothing when
// none is close: one that begins with it or holds it, else by edit distance, at
// most a third of its letters.
func Nearest(name string, names []string) string {
	want := []rune(strings.ToLower(name))
	best, least := "", max(1, len(want)/3)+1
	for _, other := range names {
		have := []rune(strings.ToLower(other))
		d := distance(want, have)
		if len(want) > 1 && strings.Contains(string(have), string(want)) {
			d = min(d, 1)
		}
		if d < least {
			best, least = other, d
		}
	}
	return best
}

// distance is Damerau and Levenshtein's: how many letters are put in, left out,
// taken for another or swapped with their neighbour (optimal string alignment).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
