// Package profile sets a group of customers against the whole base: every
// measure and attribute, the most telling first.
package profile

import (
	"cmp"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg/binning"
	"custseg/seg/order"
)

// Stat says which figure a line compares.
type Stat uint8

// The figures.
const (
	Median Stat = iota
	Mean
	Share // of one word among the customers with a value
)

// String names the figure.
func (s Stat) String() string { return [...]string{"median", "mean", "share"}[s] }

// Line compares one column of a group with the base.
type Line struct {
	Name      string
	Label     model.Phrase // how the column, and the word of a share, is named
	Unit      model.Unit
	Stat      Stat
	Word      string  // of a share
	Here, All float64 // the figure in the group and in the base
	N         int     // customers of the group with a value
	// Lift is Here / All, NaN when All is not above 0.
	Lift float64
	// Effect is how far apart they are, whatever the unit: for numbers the
	// difference of means over the base's standard deviation (Glass's delta), for
	// shares Cohen's h, 2·asin√p − 2·asin√q (Cohen 1988, Statistical Power Analysis).
	Effect float64
	// Box holds the group's 5th, 25th, 50th, 75th and 95th percentiles and
	// BaseBox the base's; nil for shares.
	Box, BaseBox []float64
}

// mostWords is how many words of a text column are compared, by size of
// effect; columns of more distinct words than mostDistinct are names or ids and
// say nothing of a group.
const (
	mostWords    = 3
	mostDistinct = 60
	// fewest is the number of customers below which a word is left out: with
	// fewer, a share is chance.
	fewest = 5
	// smallest is the effect below which a word says nothing: half of what Cohen
	// calls small.
	smallest = 0.1
)

// Of compares the members with all customers, by descending size of effect,
// ties by the order of columns. Personal columns are left out.
func Of(c *model.Customers, members []int32) []Line {
	var out []Line
	for _, f := range c.Features() {
		if values := f.Values(); values != nil {
			out = numbers(out, string(f.Measure), f.Label, f.Unit, values, members)
		}
	}
	for _, a := range c.Attributes() {
		if a.Personal || a.Role == model.Ignore {
			continue
		}
		switch col := a.Column.(type) {
		case *model.Numbers:
			out = numbers(out, a.Name(), model.Raw(a.Name()), model.Plain, col.Values, members)
		case *model.Texts:
			out = words(out, col, members)
		}
	}
	slices.SortStableFunc(out, func(a, b Line) int { return cmp.Compare(math.Abs(b.Effect), math.Abs(a.Effect)) })
	return out
}

func numbers(out []Line, name string, label model.Phrase, unit model.Unit, values []float64, members []int32) []Line {
	base := summarize(values)
	here := make([]float64, len(members))
	for i, m := range members {
		here[i] = values[m]
	}
	group := summarize(here)
	if group.n == 0 || base.sd == 0 {
		return out
	}
	l := Line{Name: name, Label: label, Unit: unit, Stat: Median, Here: group.box[2], All: base.box[2], N: group.n,
		Effect: (group.mean - base.mean) / base.sd, Box: group.box, BaseBox: base.box}
	// A median of counts is too coarse to tell groups apart.
	if unit == model.OrderCount || l.Here == l.All {
		l.Stat, l.Here, l.All = Mean, group.mean, base.mean
	}
	l.Lift = lift(l.Here, l.All)
	return append(out, l)
}

func lift(here, all float64) float64 {
	if !(all > 0) {
		return math.NaN()
	}
	return here / all
}

type summary struct {
	n        int
	mean, sd float64
	box      []float64
}

func summarize(values []float64) summary {
	at := order.Ascending(values)
	s := summary{n: len(at)}
	if s.n == 0 {
		return s
	}
	for _, i := range at {
		s.mean += values[i] / float64(s.n)
	}
	for _, i := range at {
		d := values[i] - s.mean
		s.sd += d * d / float64(s.n)
	}
	s.sd = math.Sqrt(s.sd)
	if s.sd < 1e-12*math.Abs(s.mean) { // nothing but rounding
		s.sd = 0
	}
	sorted := make([]float64, s.n)
	for i, pos := range at {
		sorted[i] = values[pos]
	}
	for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
		s.box = append(s.box, binning.Quantile7(sorted, p))
	}
	return s
}

func words(out []Line, c *model.Texts, members []int32) []Line {
	if len(c.Dict) > mostDistinct {
		return out
	}
	base, here := make([]int, len(c.Dict)), make([]int, len(c.Dict))
	nBase, nHere := 0, 0
	for _, k := range c.Codes {
		if k >= 0 {
			base[k]++
			nBase++
		}
	}
	for _, m := range members {
		if k := c.Codes[m]; k >= 0 {
			here[k]++
			nHere++
		}
	}
	if nHere == 0 {
		return out
	}
	var lines []Line
	for k, word := range c.Dict {
		p, q := float64(here[k])/float64(nHere), float64(base[k])/float64(nBase)
		effect := 2*math.Asin(math.Sqrt(p)) - 2*math.Asin(math.Sqrt(q))
		if base[k] < fewest || math.Abs(effect) < smallest {
			continue
		}
		lines = append(lines, Line{Name: c.Name(), Label: model.P("%s %s", c.Name(), word), Unit: model.Percent, Stat: Share, Word: word,
			Here: p, All: q, N: nHere, Lift: lift(p, q), Effect: effect})
	}
	slices.SortFunc(lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Effect), math.Abs(a.Effect)), cmp.Compare(a.Word, b.Word))
	})
	return append(out, lines[:min(len(lines), mostWords)]...)
}
