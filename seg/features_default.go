package seg

import (
	"math"
	"slices"

	"custseg/model"
)

// defaults are the columns that a method takes when none are chosen.
type defaults struct {
	names []string       // of numbers
	codes []string       // numbers that stand for words
	notes []model.Phrase // what is left out though it looks like any other column
}

// defaultNumbers are those of recency, frequency and monetary that orders give,
// or all three when they are mapped; else every number column but for those whose
// numbers are no quantities and the target, which is what the analyst wants to
// learn of. Of both, columns in which customers do not differ are left out.
func defaultNumbers(c *model.Customers) (d defaults) {
	if d.names, d.notes = rfmColumns(c); len(d.names) > 0 {
		return d
	}
	noQuantities := []model.Role{model.Ignore, model.OrderID, "postcode", "latitude", "longitude", "target"}
	var constant, counting []model.Phrase
	for _, a := range c.Attributes() {
		n, ok := a.Column.(*model.Numbers)
		switch {
		case !ok || a.Personal || slices.Contains(noQuantities, a.Role):
		case !differ(n.Values()):
			constant = append(constant, model.Raw(a.Name()))
		case a.Role == "" && rowNumbers(n.Values()):
			counting = append(counting, model.Raw(a.Name()))
		case nominal(a):
			d.codes = append(d.codes, a.Name())
		default:
			d.names = append(d.names, a.Name())
		}
	}
	if len(counting) > 0 {
		d.notes = append(d.notes, model.P("Left out, seeming to number the rows, as whole numbers of which no two are equal: %s; name them in columns to use them", few(counting)))
	}
	d.notes = noteConstant(d.notes, constant)
	return d
}

// defaultColumns are the columns to cluster on by distances when none are chosen:
// codes are not among them, unless there is nothing else.
func defaultColumns(c *model.Customers) (names []string, notes []model.Phrase) {
	switch d := defaultNumbers(c); {
	case len(d.codes) == 0:
		return d.names, d.notes
	case len(d.names) == 0:
		return d.codes, d.notes
	default:
		return d.names, append(d.notes, model.P("Left out, their numbers being codes, or yes and no: %s; k-prototypes takes them as words", few(raw(d.codes))))
	}
}

func raw(words []string) []model.Phrase {
	out := make([]model.Phrase, len(words))
	for i, w := range words {
		out[i] = model.Raw(w)
	}
	return out
}

func noteConstant(notes, constant []model.Phrase) []model.Phrase {
	if len(constant) == 0 {
		return notes
	}
	return append(notes, model.P("Left out, being the same for all: %s", few(constant)))
}

// rfmColumns are recency, frequency and monetary, as far as customers differ in
// them, or all when they differ in none; nothing where the data has them
// neither from orders nor all three mapped.
func rfmColumns(c *model.Customers) (names []string, notes []model.Phrase) {
	var known, telling []string
	var constant []model.Phrase
	for _, m := range rfmMeasures() {
		f, ok := c.Feature(model.Measure(m))
		if !ok || f.Values() == nil {
			continue
		}
		known = append(known, m)
		if differ(f.Values()) {
			telling = append(telling, m)
		} else {
			constant = append(constant, f.Label)
		}
	}
	switch {
	case len(known) < len(rfmMeasures()) && c.Orders() == nil:
		return nil, nil
	case len(telling) > 0:
		return telling, noteConstant(nil, constant)
	}
	return known, nil
}

// differ reports whether there are two different finite values.
func differ(values []float64) bool {
	first := missing
	for _, v := range values {
		if !finite(v) {
			continue
		}
		if finite(first) && v != first {
			return true
		}
		first = v
	}
	return false
}

// rowNumbers reports whether values number the rows: whole numbers, none
// missing, all different, where numbers drawn at random between the same ends
// would have met. Of n drawn from w, n(n-1)/2w pairs are expected to be equal,
// so that a few large amounts of money are no row numbers.
func rowNumbers(values []float64) bool {
	const expected = 5 // equal pairs; none at all then has a chance of e⁻⁵
	n := float64(len(values))
	seen := make(map[float64]bool, len(values))
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !finite(v) || v != math.Trunc(v) || seen[v] {
			return false
		}
		seen[v] = true
		low, high = min(low, v), max(high, v)
	}
	return n > 1 && n*(n-1)/2 >= expected*(high-low+1)
}
