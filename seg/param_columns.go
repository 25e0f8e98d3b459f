package seg

import (
	"slices"

	"custseg/model"
)

// Takes says which columns a parameter takes that names columns.
type Takes uint8

// The columns that parameters take. Words are texts that repeat, as those of a
// category do.
const (
	NoColumns       Takes = iota // the parameter names none
	NumberColumns                // numbers
	AnswerColumns                // numbers from 1 to 7
	CodeColumns                  // few different numbers
	CategoryColumns              // words, or few different numbers
	MixedColumns                 // numbers, or words
	TargetColumns                // numbers that differ, or a few words
	YesNoColumns                 // yes and no, or two words
	AnyColumns                   // numbers, words or dates
)

// String says for a reader which columns are taken.
func (t Takes) String() string {
	return [...]string{"", "numbers", "numbers from 1 to 7", "few different numbers", "words or few different numbers", "numbers or words",
		"numbers or a few words", "yes and no, or two words", "numbers, words or dates"}[t]
}

// Columns returns the names of the columns that a parameter may name, under
// which [model.Customers.Lookup] finds them: measures first, then attributes
// that do not name persons. It looks at every value.
func (p Param) Columns(c *model.Customers) []string {
	var out []string
	for _, f := range c.Features() {
		if p.Takes.column(f.Column) {
			out = append(out, string(f.Measure))
		}
	}
	naming := []model.Role{model.Ignore, model.CustomerID, model.CustomerName, model.OrderID}
	for _, a := range c.Attributes() {
		if a.Personal || slices.Contains(naming, a.Role) || isMeasure(c, a.Role) || !p.Takes.column(a.Column) {
			continue
		}
		if name, ok := nameOf(c, a); ok && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// nameOf is a name under which an attribute is found: its header, or the header
// of its table where another has the same.
func nameOf(c *model.Customers, a model.Attribute) (string, bool) {
	for _, name := range []string{a.Name(), a.Source + ":" + a.Name()} {
		if found, ok := c.Lookup(name); ok && found == a.Column {
			return name, true
		}
	}
	return "", false
}

// column reports whether a column is one of those taken.
func (t Takes) column(c model.Column) bool {
	switch c := c.(type) {
	case *model.Numbers:
		return t.numbers(c)
	case *model.Texts:
		return t.words(c)
	}
	return t == AnyColumns
}

func (t Takes) numbers(c *model.Numbers) bool {
	switch t {
	case NumberColumns, MixedColumns, AnyColumns:
		return slices.ContainsFunc(c.Values(), func(v float64) bool { return finite(v) })
	case AnswerColumns:
		low, high := withoutCodes(&model.Segmentation{}, measured{values: c.Values()})[0].span()
		return low >= 1 && high <= 7
	case CodeColumns, CategoryColumns:
		return inRange(countNumbers(c.Values(), mostWords), 1, mostWords)
	case TargetColumns:
		return differ(c.Values())
	case YesNoColumns:
		_, ok := model.Truths(c)
		return ok && differ(c.Values())
	}
	return false
}

func (t Takes) words(c *model.Texts) bool {
	n := countWords(c, mostWords)
	switch t {
	case CategoryColumns, MixedColumns:
		return inRange(n, 1, mostWords)
	case TargetColumns:
		return inRange(n, 2, mostClasses) && twoTruths(c)
	case YesNoColumns:
		_, isTruth := model.Truths(c)
		return (n == 2 || isTruth) && twoTruths(c)
	}
	return t == AnyColumns && inRange(n, 1, mostWords)
}

// twoTruths reports whether words that all say yes or no say both; other words
// say what they are.
func twoTruths(c *model.Texts) bool {
	truths, ok := model.Truths(c)
	return !ok || slices.Contains(truths, 0) && slices.Contains(truths, 1)
}

func inRange(n, low, high int) bool { return n >= low && n <= high }

// countWords counts the different words of a column, up to one more than a most.
func countWords(c *model.Texts, most int) int {
	seen := map[int32]bool{}
	for _, code := range c.Codes() {
		if code >= 0 {
			if seen[code] = true; len(seen) > most {
				break
			}
		}
	}
	return len(seen)
}

// countNumbers counts the different finite numbers, up to one more than a most.
func countNumbers(values []float64, most int) int {
	seen := map[float64]bool{}
	for _, v := range values {
		if finite(v) {
			if seen[v] = true; len(seen) > most {
				break
			}
		}
	}
	return len(seen)
}
