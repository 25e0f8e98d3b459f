package seg

import (
	"fmt"
	"slices"

	"custseg/model"
)

// category is a column of words about customers, or of numbers that stand for
// words.
type category struct {
	info    model.MeasureInfo
	column  string
	codes   []int32  // per customer, the place of the word; -1 where there is none
	words   []string // by their order as text or as numbers
	numeric bool     // the column is one of numbers
}

// category finds the column that a parameter names as a category.
func (in Input) category(param, name string) (category, error) {
	column, ok := in.Customers.Lookup(name)
	if !ok {
		return category{}, paramErrorf(param, "there is no column %q; custseg profile lists the columns", name)
	}
	c := category{info: in.describe(column.Name()), column: column.Name()}
	switch column := column.(type) {
	case *model.Dates:
		return c, paramErrorf(param, "%q is a date; name columns of words or of few different numbers", c.column)
	case *model.Numbers:
		c.codes, c.words = numberCodes(column.Values())
		c.numeric = true
	default:
		c.codes, c.words = wordCodes(column)
	}
	switch {
	case len(c.words) == 0:
		return c, fmt.Errorf("no customer has a value of %s: choose other columns with --set %s=A,B", c.column, param)
	case len(c.words) > mostWords:
		return c, paramErrorf(param, "%q has %d different values, more than the %d of a category", c.column, len(c.words), mostWords)
	}
	return c, nil
}

// numberCodes codes a column's numbers by their order.
func numberCodes(values []float64) (codes []int32, words []string) {
	codes = make([]int32, len(values))
	var known []float64
	for _, v := range values {
		if finite(v) {
			known = append(known, v)
		}
	}
	slices.Sort(known)
	known = slices.Compact(known)
	for i, v := range values {
		codes[i] = -1
		if finite(v) {
			place, _ := slices.BinarySearch(known, v)
			codes[i] = int32(place)
		}
	}
	for _, v := range known {
		words = append(words, model.FormatNumber(v))
	}
	return codes, words
}

// measured is the category as an input to decide by.
func (c category) measured(role model.Role) measured {
	return measured{MeasureInfo: c.info, role: role, values: c.present(), words: c.words}
}

// placeOf is the place of a word among those of a category, -1 of none.
func placeOf(v float64) int32 {
	if !finite(v) {
		return -1
	}
	return int32(v)
}

// counts are the customers of each word.
func (c category) counts() []int {
	out := make([]int, len(c.words))
	for _, code := range c.codes {
		if code >= 0 {
			out[code]++
		}
	}
	return out
}

// present is a number for each customer who has a word, missing for others.
func (c category) present() []float64 {
	out := make([]float64, len(c.codes))
	for i, code := range c.codes {
		if out[i] = float64(code); code < 0 {
			out[i] = missing
		}
	}
	return out
}

// filled puts the commonest word, the first of equals, in for missing ones, and
// says which it is and how many took it.
func (c category) filled() (out category, commonest int32, missing int) {
	counts := c.counts()
	for k, n := range counts {
		if n > counts[commonest] {
			commonest = int32(k)
		}
	}
	codes := slices.Clone(c.codes)
	for i, code := range codes {
		if code < 0 {
			codes[i] = commonest
			missing++
		}
	}
	c.codes = codes
	return c, commonest, missing
}

// commonest returns the word that most of the customers named have and their
// share among those who have any, or 0 when none has.
func (c category) commonest(customers []int32) (word string, share float64) {
	counts, known, best := make([]int, len(c.words)), 0, 0
	for _, i := range customers {
		if code := c.codes[i]; code >= 0 {
			counts[code]++
			known++
		}
	}
	if known == 0 {
		return "", 0
	}
	for k, n := range counts {
		if n > counts[best] {
			best = k
		}
	}
	return c.words[best], float64(counts[best]) / float64(known)
}

// groupsNobody reports whether an attribute tells customers apart one by one,
// repeats a finer or coarser place, is a text, or is what an analyst wants to
// learn of, so that it is no category to group by unless it is named.
func groupsNobody(a model.Attribute) bool {
	return a.Personal || slices.Contains([]model.Role{model.Ignore, model.CustomerID, model.CustomerName, model.OrderID, "postcode", "province", "city",
		"review", "segment", "target"}, a.Role)
}

// countCategories counts the columns to group customers by their words, or by
// answers to items, without looking at every customer.
func countCategories(c *model.Customers) int {
	n := len(columnsOf(c, "item"))
	for _, a := range c.Attributes() {
		if words, ok := a.Column.(*model.Texts); ok && words.Dict.Len() > 1 && !groupsNobody(a) {
			n++
		}
	}
	return n
}

// mostDefaultWords is the most different words of a column to group by unless it
// is named.
const mostDefaultWords = 12

// defaultCategories are the columns of 2 to 12 different words, but for those
// that group nobody, and for the country where the region is known. The notes
// name what is left out though it looks like any other column.
func defaultCategories(c *model.Customers) (names []string, notes []model.Phrase) {
	var constant, many []model.Phrase
	_, byRegion := c.Feature("region")
	for _, a := range c.Attributes() {
		if a.Kind() != model.Text || groupsNobody(a) || a.Role == "country" && byRegion {
			continue
		}
		switch _, words := wordCodes(a.Column); {
		case len(words) < 2:
			constant = append(constant, model.Raw(a.Name()))
		case len(words) > mostDefaultWords:
			many = append(many, model.Raw(a.Name()))
		default:
			names = append(names, a.Name())
		}
	}
	if len(many) > 0 {
		notes = append(notes, model.P("Left out, having more than %d different words: %s", mostDefaultWords, few(many)))
	}
	return names, noteConstant(notes, constant)
}
