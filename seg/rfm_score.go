package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/seg/binning"
)

// rfmMeasures are the measures of the model, in the order of a code.
func rfmMeasures() []string { return []string{"recency", "frequency", "monetary"} }

// rfmValues are recency, frequency and monetary in that order, NaN for
// customers who cannot be scored.
type rfmValues struct {
	of      [3][]float64
	infos   [3]model.MeasureInfo
	counted [3]bool        // of orders
	last    *model.Numbers // the most that recency can be
	inputs  [3]measured    // what the reader knows of them
	money   []float64      // monetary as it is, for totals
	absence                // of customers who cannot be scored
}

func readRFM(in Input) (*rfmValues, error) {
	n := in.Customers.Len()
	v := &rfmValues{absence: absence{why: make([]int32, n),
		reasons: []model.Phrase{model.P("no purchase in scope"), model.P("recency, frequency or monetary is missing or not finite")}}}
	var raw [3][]float64
	for j, name := range rfmMeasures() {
		f, err := in.Feature(model.Measure(name))
		if err != nil {
			return nil, err
		}
		raw[j], v.infos[j], v.counted[j] = f.Values(), f.MeasureInfo, f.OfOrders
	}
	v.of, v.money = raw, raw[2]
	perOrder := in.Params.Word("monetary") == "mean"
	if perOrder {
		v.infos[2].Label = model.P("Monetary per order")
		v.of[2] = make([]float64, n)
		for i, f := range raw[1] {
			v.of[2][i] = raw[2][i] / f
		}
	}
	parallel.Over(n, func(_, from, to int) {
		for i := from; i < to; i++ {
			r, f, m := v.of[0][i], v.of[1][i], v.of[2][i]
			v.why[i] = -1
			switch {
			case f <= 0:
				v.why[i] = 0
			case !finite(r, f, m):
				v.why[i] = 1
			}
		}
	})
	v.last = in.tenureOf(raw[0], v.counted[0])
	v.excludeImpossible(in)
	var each parallel.Group
	for j := range v.of {
		each.Go(func() { v.of[j] = v.ofScored(v.of[j]) })
	}
	each.Wait()
	v.know(raw[2], perOrder)
	return v, nil
}

// ofScored returns values with those of customers who cannot be scored as missing:
// the same slice where all can.
func (v *rfmValues) ofScored(values []float64) []float64 {
	if !slices.ContainsFunc(v.why, func(why int32) bool { return why >= 0 }) {
		return values
	}
	values = slices.Clone(values)
	for i, why := range v.why {
		if why >= 0 {
			values[i] = missing
		}
	}
	return values
}

// rfmScores are the bins of recency, frequency and monetary, recency reversed
// so that the highest score is the best of each.
type rfmScores struct {
	bins     [3]binning.Bins
	nested   [3][][]float64 // the cuts of a measure in force within each parent, where they differ by it
	weights  []float64
	weighted []float64  // the weighted mean of the scores, each scaled to 1..5
	split    [3]float64 // where the map of eight classes parts the measures
}

// score bins the measures, each beside the others. Fixed cuts may give each
// measure its own number of bins.
func (v *rfmValues) score(p Params) *rfmScores {
	k := p.Int("bins")
	sc := &rfmScores{}
	if p.Word("binning") == rfmNested {
		v.nest(sc, k)
	} else {
		var each parallel.Group
		for j, name := range rfmMeasures() {
			each.Go(func() { sc.bins[j] = v.bin(j, k, p.Word("binning"), p.Cuts("cuts")[name], p.Word("edge") == "above") })
		}
		each.Wait()
	}
	sc.bins[0] = binning.Reverse(sc.bins[0])
	sc.weighAll(p.Numbers("weights"))
	if p.Word("map") == "eight" {
		sc.split = v.splits(p)
	}
	return sc
}

// bin bins measure j on its own.
func (v *rfmValues) bin(j, k int, how string, cuts []float64, above bool) binning.Bins {
	switch how {
	case rfmRRFM:
		return binning.RRFM(v.of[j], k)
	case rfmRank:
		return binning.Rank(v.of[j], k)
	case rfmFixed:
		return atCuts(v.of[j], k, cuts, above)
	}
	return binning.Quantile(v.of[j], k)
}

// nest bins frequency within recency and monetary within both.
func (v *rfmValues) nest(sc *rfmScores, k int) {
	r := binning.Quantile(v.of[0], k)
	sc.bins[0] = r
	sc.bins[1], sc.nested[1] = binning.Nested(v.of[1], r.Of, k)
	within := make([]int, len(r.Of))
	for i := range within {
		if r.Of[i] > 0 {
			within[i] = withinBoth(r.Of[i], sc.bins[1].Of[i], k)
		}
	}
	sc.bins[2], sc.nested[2] = binning.Nested(v.of[2], within, k)
}

// withinBoth numbers the bins of two measures taken together, k each.
func withinBoth(r, f, k int) int { return (r-1)*k + f }

// atCuts bins values by given cuts, or by their quantiles when none are given.
// A value at a cut is in the bin below it, or else above.
func atCuts(values []float64, k int, cuts []float64, above bool) binning.Bins {
	if len(cuts) == 0 {
		byQuantile := binning.Quantile(values, k)
		if cuts = byQuantile.Cuts; len(cuts) == 0 {
			return byQuantile
		}
	}
	if !above {
		return binning.Fixed(values, cuts)
	}
	// v < c is v ≤ the number before c.
	before := make([]float64, len(cuts))
	for i, c := range cuts {
		before[i] = math.Nextafter(c, math.Inf(-1))
	}
	b := binning.Fixed(values, before)
	b.Cuts, b.RightOpen = slices.Clone(cuts), true
	return b
}

// weighAll fills the weighted scores, missing where there are no scores.
func (sc *rfmScores) weighAll(weights []float64) {
	sc.weights = weights
	sc.weighted = make([]float64, len(sc.bins[0].Of))
	parallel.Over(len(sc.weighted), func(_, from, to int) {
		for i := from; i < to; i++ {
			sc.weighted[i] = missing
			if sc.has(i) {
				sc.weighted[i] = sc.weigh(sc.asBinned(i))
			}
		}
	})
}

// weigh is the weighted mean of the scores of a code, each scaled to 1..5.
func (sc *rfmScores) weigh(c rfmCode) float64 {
	sum, total := 0., 0.
	for j := range sc.bins {
		sum += sc.weights[j] * (1 + float64(c[j]-1)*4/float64(sc.bins[j].K-1))
		total += sc.weights[j]
	}
	return sum / total
}

// has reports whether customer i has scores.
func (sc *rfmScores) has(i int) bool { return sc.bins[0].Of[i] > 0 }

// outOfFive is a code on a scale of 1 to 5.
func (sc *rfmScores) outOfFive(c rfmCode) rfmCode {
	for j := range sc.bins {
		c[j] = outOfFive(c[j], sc.bins[j].K)
	}
	return c
}

// outOfFive scales a score of 1..k, k being 2 or more, to 1..5, ends to ends,
// halves upwards.
func outOfFive(score, k int) int {
	return 1 + (8*(score-1)+(k-1))/(2*(k-1))
}

// scaled reports whether a score is on another scale than 1 to 5.
func (sc *rfmScores) scaled() bool {
	return slices.ContainsFunc(sc.bins[:], func(b binning.Bins) bool { return b.K != 5 })
}
