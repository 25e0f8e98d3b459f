package pipeline

import (
	"math"

	"golang.org/x/text/message"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/wording"
	"custseg/seg/cluster"
	"custseg/seg/crosstab"
)

// Comparison holds two results against each other: the segments of the first
// down the rows, those of the second along the columns.
type Comparison struct {
	First, Second *Result
	// FirstAt and SecondAt hold the place of each customer that either result has
	// in its Customers, -1 where it does not have them: those of the first in
	// their order, then those that only the second has.
	FirstAt, SecondAt []int32
	// Row and Col hold the segments of the same customers; the number of segments
	// stands for one whom the result does not have.
	Row, Col []int32
	Counts   [][]int        // of all, with a last row and a last column of those a side does not have
	Common   crosstab.Table // of the customers that both have; the measures are of these
	Rand     float64        // adjusted Rand index, NaN with fewer than three customers, as V and Shared
	V        float64        // Cramér's V, NaN when a side has one segment
	Shared   float64        // normalised mutual information
	Stayed   int            // customers that both have in a segment of the same name; -1 for two methods
}

// Compare counts where the customers of one result are in another.
func Compare(first, second *Result) *Comparison {
	c := &Comparison{First: first, Second: second, Stayed: -1}
	c.pair()
	c.Row = segmentsAt(c.FirstAt, first.Segmentation)
	c.Col = segmentsAt(c.SecondAt, second.Segmentation)
	c.count()
	c.V, c.Shared = c.Common.CramersV(), c.Common.MutualInformation()
	if c.Common.N < fewestToAgree {
		c.Rand, c.V, c.Shared = math.NaN(), math.NaN(), math.NaN()
	}
	if first.Method.ID == second.Method.ID {
		c.Stayed = c.sameName()
	}
	return c
}

// fewestToAgree is the number of customers below which two splits of them have
// no agreement to speak of: with two there is one pair.
const fewestToAgree = 3

// pair finds the customers that either result has.
func (c *Comparison) pair() {
	a, b := c.First.Customers, c.Second.Customers
	paired := make([]bool, b.Len())
	for i := range a.Len() {
		at := i
		if a != b {
			at = b.Find(a.ID(i))
		}
		c.FirstAt, c.SecondAt = append(c.FirstAt, int32(i)), append(c.SecondAt, int32(at))
		if at >= 0 {
			paired[at] = true
		}
	}
	for i, done := range paired {
		if !done {
			c.FirstAt, c.SecondAt = append(c.FirstAt, -1), append(c.SecondAt, int32(i))
		}
	}
}

// segmentsAt returns the segments of customers at places.
func segmentsAt(places []int32, s *model.Segmentation) []int32 {
	out := make([]int32, len(places))
	for i, at := range places {
		out[i] = int32(len(s.Segments))
		if at >= 0 {
			out[i] = s.Of[at]
		}
	}
	return out
}

// count fills the tables and the adjusted Rand index.
func (c *Comparison) count() {
	rows, cols := len(c.First.Segmentation.Segments), len(c.Second.Segmentation.Segments)
	c.Counts = crosstab.Of(c.Row, c.Col, rows+1, cols+1).Counts
	var a, b []int32
	for i := range c.Row {
		if c.FirstAt[i] >= 0 && c.SecondAt[i] >= 0 {
			a, b = append(a, c.Row[i]), append(b, c.Col[i])
		}
	}
	c.Common, c.Rand = crosstab.Of(a, b, rows, cols), cluster.AdjustedRand(a, b)
}

// sameName counts the customers in a segment of the same name on both sides.
func (c *Comparison) sameName() int {
	n := 0
	for i, j := range c.namesakes() {
		if j >= 0 {
			n += c.Common.Counts[i][j]
		}
	}
	return n
}

// namesakes returns for each segment of the first result the one of the second
// with the same name, -1 for none.
func (c *Comparison) namesakes() []int {
	pr := segmentNames()
	at := map[string]int{}
	for j, s := range c.Second.Segmentation.Segments {
		at[s.Name.In(pr)] = j
	}
	var out []int
	for _, s := range c.First.Segmentation.Segments {
		j, ok := at[s.Name.In(pr)]
		if !ok {
			j = -1
		}
		out = append(out, j)
	}
	return out
}

// segmentNames is the printer by which names are the same.
func segmentNames() *message.Printer { return wording.English() }

// Money returns what the customers of the comparison are worth on both sides, nil
// without money, and NaN for one whom a side does not have.
func (c *Comparison) Money() (first, second []float64) {
	return moneyAt(c.FirstAt, c.First), moneyAt(c.SecondAt, c.Second)
}

func moneyAt(places []int32, r *Result) []float64 {
	f, ok := r.Customers.Feature(model.Monetary)
	if !ok || f.Values() == nil {
		return nil
	}
	out := make([]float64, len(places))
	for i, at := range places {
		out[i] = math.NaN()
		if at >= 0 {
			out[i] = f.Values()[at]
		}
	}
	return out
}

// AgreementSteps are the words for an adjusted Rand index, from the highest: those
// of Landis & Koch 1977 for kappa, of which the index is the case of pairs
// (Warrens 2008, Journal of Classification 25).
func AgreementSteps() []export.AgreementStep {
	const whole = 1 - 1e-9 // one of a million customers elsewhere is farther from 1
	return []export.AgreementStep{
		{Over: whole, Words: model.P("the same split")},
		{Over: .8, Words: model.P("almost perfect agreement")},
		{Over: .6, Words: model.P("substantial agreement")},
		{Over: .4, Words: model.P("moderate agreement")},
		{Over: .2, Words: model.P("fair agreement")},
		{Over: .005, Words: model.P("slight agreement")},
		{Over: math.Inf(-1), Words: model.P("no agreement beyond chance")},
	}
}

// AgreementWords says how much an adjusted Rand index is.
func AgreementWords(rand float64) model.Phrase {
	for _, s := range AgreementSteps() {
		if rand > s.Over {
			return s.Words
		}
	}
	return model.P("too few customers on both sides to tell an agreement")
}
