package export

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// bin is a part of a histogram.
type bin struct {
	label string
	count int
	from  float64
	cuts  []float64 // that lie in it
}

// bins splits a histogram into parts of equal width up to the 99th percentile, so
// that a few large values do not press all others into one; the last one holds
// what is above.
func (v *view) bins(c *model.Histogram, most int) []bin {
	sorted := slices.DeleteFunc(slices.Clone(c.Values), func(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) })
	if len(sorted) == 0 {
		return nil
	}
	slices.Sort(sorted)
	from, to := sorted[0], sorted[(len(sorted)-1)*99/100]
	if from == to {
		return []bin{{label: v.figure(from, c.Unit, nil), count: len(sorted), from: from}}
	}
	width := roundStep((to - from) / float64(most-1))
	if wholeNumbers(sorted) {
		width = max(1, width)
	}
	first := math.Floor(from / width)
	if wholeNumbers(sorted) && width < from { // ratings and counts begin where they begin
		first = from / width
	}
	n := int(to/width-first) + 1
	out := make([]bin, n)
	for _, x := range sorted {
		out[min(int(x/width-first), n-1)].count++
	}
	for k := range out {
		low, high := roundTo((first+float64(k))*width, width), roundTo((first+float64(k+1))*width, width)
		out[k].from = low
		if out[k].label = v.text(model.P("%s to %s", v.figure(low, c.Unit, sorted), v.figure(high, c.Unit, sorted))); k == n-1 {
			out[k].label = v.text(model.P("%s and more", v.figure(low, c.Unit, sorted)))
			high = math.Inf(1)
		}
		for _, x := range c.Cuts {
			if x >= low && x < high {
				out[k].cuts = append(out[k].cuts, x)
			}
		}
	}
	return out
}

// roundStep is the least of 1, 2 and 5 times a power of ten that is no less than a
// step.
func roundStep(step float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(step)))
	for _, times := range []float64{1, 2, 5} {
		if times*power >= step*(1-1e-9) {
			return times * power
		}
	}
	return 10 * power
}

// roundTo rounds a multiple of a step to the digits that the step has.
func roundTo(x, step float64) float64 {
	digits := math.Pow(10, max(0, math.Ceil(-math.Log10(step))+1))
	return math.Round(x*digits) / digits
}

// cutWords names the cuts that lie in a bin.
func (v *view) cutWords(c *model.Histogram, b bin) string {
	var out []string
	for _, x := range b.cuts {
		out = append(out, v.text(model.P("cut %s", v.figure(x, c.Unit, c.Cuts))))
	}
	return strings.Join(out, " ")
}
