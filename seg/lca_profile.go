package seg

import (
	"cmp"
	"math"
	"slices"

	"custseg/model"
)

// given is one answer of a class: how likely it is there, and in the base.
type given struct {
	of         category
	word       string
	here, base float64
}

// excess is by how much the answer is likelier than in the base.
func (g given) excess() float64 { return g.here - g.base }

// distance is its size, to nine digits, so that the two answers of one question
// are at the same.
func (g given) distance() float64 { return nineDigits(math.Abs(g.excess())) }

// base is the share of each answer to item j among those who gave one.
func (f *latentFit) base(j int) []float64 {
	c := f.categories[j]
	out, known := make([]float64, len(c.words)), 0.
	for _, i := range f.rows {
		if k := c.codes[i]; k >= 0 {
			out[k]++
			known++
		}
	}
	for k := range out {
		out[k] /= known
	}
	return out
}

// differences are how far a class is from the base in each item, by the answer of
// which that is the farthest.
func (f *latentFit) differences(class int32) []difference {
	labels, out := withoutPrefix(f.names()), make([]wordDifference, len(f.categories))
	for j, c := range f.categories {
		label := c.info.Label
		if labels[j] != c.column {
			label = model.Raw(labels[j])
		}
		out[j] = farthest(label, c, f.kept.Answers[class][j], f.base(j))
	}
	return withoutEchoes(out, f.rows)
}

// profile lists the answers of a class by how far their probabilities are from
// the base's, the farthest first, of those as far the likelier ones, ties in the
// order of the columns.
func (f *latentFit) profile(class int32) []given {
	var out []given
	for j, c := range f.categories {
		base := f.base(j)
		for k, word := range c.words {
			out = append(out, given{c, word, f.kept.Answers[class][j][k], base[k]})
		}
	}
	slices.SortStableFunc(out, func(a, b given) int {
		return cmp.Or(cmp.Compare(b.distance(), a.distance()), cmp.Compare(math.Copysign(1, b.excess()), math.Copysign(1, a.excess())))
	})
	return out
}
