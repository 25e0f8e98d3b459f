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
	width, n := (to-from)/float64(most), most
	if wholeNumbers(sorted) {
		width = math.Ceil((to - from + 1) / float64(most))
		n = int((to-from)/width) + 1
	}
	out := make([]bin, n)
	for _, x := range sorted {
		out[min(int((x-from)/width), n-1)].count++
	}
	for k := range out {
		low, high := from+float64(k)*width, from+float64(k+1)*width
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

// cutWords names the cuts that lie in a bin.
func (v *view) cutWords(c *model.Histogram, b bin) string {
	var out []string
	for _, x := range b.cuts {
		out = append(out, v.text(model.P("cut %s", v.figure(x, c.Unit, c.Cuts))))
	}
	return strings.Join(out, " ")
}
