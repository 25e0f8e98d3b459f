package quality

import (
	"math"
	"slices"

	"custseg/model"
)

// fewestMeasured is how many distinct values a measure has at least: with fewer,
// numbers are grades or counts of a kind, and a rare one is no outlier.
const fewestMeasured = 12

// measures reports whether the numbers of a column measure something, so that a
// value far from the others is worth a look. Ids, codes, years, places, grades
// and answers do not.
func (c *column) measures() bool {
	if c.values() == nil || c.header.namesCode() || c.header.namesBirth() || c.summary().Distinct < fewestMeasured {
		return false
	}
	if info, ok := model.LookupRole(c.role); ok {
		return info.Kind == model.Number && info.Group != "Survey" && info.Group != "Place"
	}
	return !c.tellsApart() && !c.holdsYears()
}

// tellsApart reports whether the numbers are whole, above zero and all
// different, as ids are.
func (c *column) tellsApart() bool {
	s := c.summary()
	sorted := c.sorted()
	return s.Distinct == s.N && len(sorted) > 0 && sorted[0] >= 0 && whole(sorted)
}

// holdsYears reports whether nine of ten numbers are whole and within
// 1850..2100.
func (c *column) holdsYears() bool {
	sorted := c.sorted()
	n := 0
	for _, v := range sorted {
		if v >= 1850 && v <= 2100 && v == math.Trunc(v) {
			n++
		}
	}
	return n > 0 && 10*n >= 9*len(sorted)
}

func whole(values []float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return v != math.Trunc(v) })
}

// outliersOf counts the values beyond the fences, nil for what measures nothing
// or does not spread.
func (c *column) outliersOf() *Outliers {
	if !c.measures() {
		return nil
	}
	f, ok := fencesOf(c.sorted())
	if !ok {
		return nil
	}
	o := &Outliers{Fences: f}
	for _, v := range c.sorted() {
		switch {
		case v < f.OuterLow || v > f.OuterHigh:
			o.Extreme++
		case v < f.InnerLow || v > f.InnerHigh:
			o.Mild++
		}
	}
	return o
}

// outliers finds the values beyond 1.5 interquartile ranges.
func outliers(c *column) (hit, bool) {
	o := c.outliersOf()
	if o == nil || o.Mild+o.Extreme == 0 {
		return hit{}, false
	}
	h := c.beyond(o.InnerLow, o.InnerHigh)
	h.text = model.P("values beyond 1.5 interquartile ranges, below %s or above %s: %d, of which beyond 3: %d",
		number(o.InnerLow), number(o.InnerHigh), h.count, o.Extreme)
	if 10*h.count > len(c.sorted()) {
		h.consequence = model.P("more than a tenth of the values lie there: the column is skewed, not wrong; methods by distance want its logarithm, and bins by quantiles go by rank")
	}
	return h, true
}

// extremeOutliers finds the values beyond 3 interquartile ranges.
func extremeOutliers(c *column) (hit, bool) {
	o := c.outliersOf()
	if o == nil || o.Extreme == 0 {
		return hit{}, false
	}
	h := c.beyond(o.OuterLow, o.OuterHigh)
	h.text = model.P("values beyond 3 interquartile ranges, below %s or above %s: %d", number(o.OuterLow), number(o.OuterHigh), h.count)
	return h, true
}

// beyond makes a hit of the values outside limits; the examples are the
// farthest.
func (c *column) beyond(low, high float64) hit {
	values := c.values()
	rows := c.rowsOf(func(v float64) bool { return (v < low || v > high) && !math.IsInf(v, 0) })
	within, n := 0.0, 0
	all := 0.0
	for _, v := range c.sorted() {
		all += v
		if v >= low && v <= high {
			within += v
			n++
		}
	}
	far := func(r int32) float64 { return max(low-values[r], values[r]-high) }
	shown := slices.Clone(rows)
	slices.SortStableFunc(shown, func(a, b int32) int {
		switch {
		case far(a) > far(b):
			return -1
		case far(a) < far(b):
			return 1
		}
		return 0
	})
	return hit{level: model.Info, count: len(rows), rows: rows, shown: shown, low: low, high: high,
		consequence: model.P("they pull the mean from %s to %s, and the centres of k-means with it; bins by quantiles go by rank and do not move",
			number(within/float64(n)), number(all/float64(len(c.sorted()))))}
}

// number writes a number for a sentence: a text, so that a mask can hide it, of
// at most five significant digits behind the point.
func number(v float64) string {
	if v == math.Trunc(v) || math.Abs(v) >= 1e5 {
		return model.FormatNumber(math.Round(v))
	}
	digits := math.Pow(10, 4-math.Floor(math.Log10(math.Abs(v))))
	return model.FormatNumber(math.Round(v*digits) / digits)
}
