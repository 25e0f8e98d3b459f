package seg

import (
	"maps"
	"math"
	"slices"

	"custseg/model"
)

// matrix is the shape of methods that part two measures into high and low, and
// so customers into four.
//
//	matrix{
//		title: model.P("Customers by frequency and average order"), x: frequency, y: averageOrder,
//		both:    model.Segment{Name: model.P("Best"), Advice: ...},
//		onlyX:   model.Segment{Name: model.P("Frequent"), Advice: ...},
//		onlyY:   model.Segment{Name: model.P("Spender"), Advice: ...},
//		neither: model.Segment{Name: model.P("Uncertain"), Advice: ...},
//	}.place(s, in)
//
// with the parameters matrixParams("mean", nil, "frequency", "average_order").
// A value at the cut or above is high; a customer who lacks either is
// unclassified.
type matrix struct {
	title                       model.Phrase // of the scatter
	x, y                        measured
	both, onlyX, onlyY, neither model.Segment // name and advice; the rule is written by place
}

// The ways to cut an axis.
const (
	atMean   = "mean"
	atMedian = "median"
	atFixed  = "fixed"
)

// matrixParams are the parameters of a [matrix] whose axes have the names: how
// they are cut by default, and the fixed cuts, nil for none.
func matrixParams(split string, fixed map[string][]float64, names ...string) []Param {
	return []Param{
		{ID: "split", Label: model.P("split"), Kind: Choice, Default: model.Word(split),
			Options: []Option{{atMean, model.P("At the mean")}, {atMedian, model.P("At the median")}, {atFixed, model.P("At the cuts set")}},
			Help:    model.P("Where each measure is parted into high and low.")},
		{ID: "cuts", Label: model.P("cuts"), Kind: CutList, Default: model.CutsOf(fixed), Names: names,
			Help: model.P("The least value that is high, one for each measure; a measure without one is cut at its median."),
			When: []Condition{{"split", []string{atFixed}}}},
	}
}

// place puts customers in the quarters, writes the rules, and reports the cuts
// and the charts: a scatter with the cuts as lines, and the histograms.
func (m matrix) place(s *model.Segmentation, in Input) {
	x, y := axisCut(s, in.Params, m.x), axisCut(s, in.Params, m.y)
	noteOneSided(s, []limit{x, y}, nil)
	m.noteOtherCuts(s, in.Params)
	high, low := limit.reached, limit.below
	placeRules(s, []rule{
		{m.both, allOf(high(x), high(y))}, {m.onlyX, allOf(high(x), low(y))},
		{m.onlyY, allOf(low(x), high(y))}, {m.neither, allOf(low(x), low(y))},
	}, in.needAll(m.x, m.y))
	s.Placing.Ranks = []int{0, 1, 1, 2}
	scatter := &model.Scatter{Title: m.title, XTitle: m.x.Label, YTitle: m.y.Label, XUnit: m.x.Unit, YUnit: m.y.Unit, X: m.x.values, Y: m.y.values}
	scatter.XCuts, scatter.XCut = addAxisCut(s, x)
	scatter.YCuts, scatter.YCut = addAxisCut(s, y)
	s.Charts = append(append(s.Charts, scatter), histograms(s, m.x, m.y)...)
}

// noteOtherCuts notes fixed cuts of measures that are not an axis.
func (m matrix) noteOtherCuts(s *model.Segmentation, p Params) {
	if p.Word("split") != atFixed {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(p.Cuts("cuts"))) {
		if id := model.Measure(name); id != m.x.ID && id != m.y.ID {
			s.Notes = append(s.Notes, model.P("The cut of %s has no effect: customers are parted by %s and %s", id.Info().Label, m.x.Label, m.y.Label))
		}
	}
}

// addAxisCut reports the cut of an axis, which is moved by fixing both, and
// returns it as the lines of a chart.
func addAxisCut(s *model.Segmentation, l limit) (lines []float64, entry int) {
	if !finite(l.at) {
		return nil, 0
	}
	s.Cuts = append(s.Cuts, model.Cuts{Measure: string(l.of.ID), Label: l.of.Label, Unit: l.of.Unit, Values: []float64{l.at},
		Param: "cuts", With: model.Settings{"split": model.Word(atFixed)}})
	return []float64{l.at}, len(s.Cuts) - 1
}

// axisCut finds where a measure is cut, and notes what of the setting does not
// count.
func axisCut(s *model.Segmentation, p Params, m measured) limit {
	l := limit{of: m}
	fixed := p.Cuts("cuts")[string(m.ID)]
	switch split := p.Word("split"); {
	case split == atFixed && len(fixed) > 0:
		l.at = fixed[0]
		if len(fixed) > 1 {
			s.Notes = append(s.Notes, model.P("%s: only the first cut, %s, counts", m.Label, m.amount(l.at)))
		}
	case split == atMean:
		l.at = meanWithin(m.values)
	default:
		l.at = halving(m.values)
		if split == atFixed {
			s.Notes = append(s.Notes, model.P("split=fixed, but no cut is set of %s: cut at the median", m.Label))
		}
	}
	return l
}

// meanWithin is the mean of the finite values, not past the values themselves
// by rounding; missing for none, and the median of values too large to add up.
func meanWithin(values []float64) float64 {
	_, mean, _ := moments(values)
	if !finite(mean) { // no values, or too large to add up
		return halving(values)
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if finite(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	return min(max(decimal(mean), low), high)
}

// halving is the cut that parts the finite values most evenly into those below
// and those that reach it: the median, or the next value above when many values
// equal the median. Missing for none.
func halving(values []float64) float64 {
	at := median(values)
	if !finite(at) {
		return at
	}
	next, below, equal, above := missing, 0, 0, 0
	for _, v := range values {
		switch {
		case !finite(v):
		case v < at:
			below++
		case v == at:
			equal++
		default:
			above++
			if !(v >= next) {
				next = v
			}
		}
	}
	uneven := func(a, b int) int { return max(a-b, b-a) }
	if above > 0 && uneven(below+equal, above) < uneven(below, equal+above) {
		return next
	}
	return at
}
