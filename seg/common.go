package seg

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/wording"
	"custseg/seg/concentration"
	"custseg/seg/magnitude"
	"custseg/seg/order"
)

// missing is the number that is not there.
var missing = math.NaN()

// finite reports whether all values are numbers: neither NaN nor ±Inf.
func finite(values ...float64) bool {
	for _, v := range values {
		if !order.Finite(v) {
			return false
		}
	}
	return true
}

// onlyFinite returns the values with those that are not finite as missing: the
// same slice where none is infinite, as nearly always.
func onlyFinite(values []float64) []float64 {
	isInfinite := func(v float64) bool { return math.IsInf(v, 0) }
	if !slices.ContainsFunc(values, isInfinite) {
		return values
	}
	out := slices.Clone(values)
	for i, v := range out {
		if isInfinite(v) {
			out[i] = missing
		}
	}
	return out
}

// decimal returns the decimal number of up to twelve places that a value misses
// by no more than the rounding of floating point, as 0.2 of 1 - 4/5, or else the
// value: a share that reaches a cut on paper reaches it.
func decimal(v float64) float64 {
	const places, rounding = 1e12, 1e-15
	if near := math.Round(v*places) / places; math.Abs(near-v) <= rounding*max(1, math.Abs(v)) {
		return near
	}
	return v
}

// moments returns how many of the values are finite, their mean and their
// population standard deviation, NaN for none.
func moments(values []float64) (n int, mean, sd float64) {
	unit := magnitude.Unit(values)
	values = magnitude.In(unit, values)
	for _, v := range values {
		if finite(v) {
			mean += v
			n++
		}
	}
	mean /= float64(n)
	for _, v := range values {
		if finite(v) {
			sd += (v - mean) * (v - mean)
		}
	}
	return n, mean * unit, math.Sqrt(sd/float64(n)) * unit
}

// median is the median of the finite values, NaN for none.
func median(values []float64) float64 {
	at := order.Ascending(values)
	n := len(at)
	if n == 0 {
		return missing
	}
	return (values[at[(n-1)/2]] + values[at[n/2]]) / 2
}

// figure writes a number to four significant digits, and whole ones in full, in
// the reader's format.
func figure(v float64) model.Phrase { return model.Figure(v) }

// days writes a number of days with its unit.
func days(v float64) model.Phrase {
	if v == 1 {
		return model.P("%d days", 1)
	}
	return model.P("%s days", figure(v))
}

// list joins phrases two at a time by a key such as "%s, or %s".
func list(key string, phrases []model.Phrase) model.Phrase {
	var out model.Phrase
	for i, p := range phrases {
		if i == 0 {
			out = p
		} else {
			out = model.P(key, out, p)
		}
	}
	return out
}

// few names the first of many things, and counts the others.
func few(phrases []model.Phrase) model.Phrase {
	const most = 10
	if len(phrases) <= most {
		return list("%s, %s", phrases)
	}
	return model.P("%s and %d more", list("%s, %s", phrases[:most]), len(phrases)-most)
}

// concentrationFit reports how unevenly a total is held.
func concentrationFit(c concentration.Curve) []model.Fit {
	return []model.Fit{{Name: "gini", Value: c.Gini()}, {Name: "top20_share", Value: c.TopShare(0.2)}}
}

// histogram shows one measure with its cuts, if the segmentation reports any.
func histogram(s *model.Segmentation, info model.MeasureInfo, values []float64) *model.Histogram {
	h := &model.Histogram{Title: info.Label, Unit: info.Unit, Values: onlyFinite(values), Cut: -1}
	for i, c := range s.Cuts {
		if c.Measure == string(info.ID) {
			h.Cuts, h.Cut = c.Values, i
		}
	}
	return h
}

// placer fills a segmentation: the segments of a method, and at the end one of
// those who cannot be placed, if there are any.
type placer struct {
	s       *model.Segmentation
	why     []int32
	reasons []model.Phrase
	told    int // of so many of the first reasons the remarks tell already
}

// newPlacer starts a segmentation of len(why) customers. why holds for each the
// reason, as a place in reasons, that they cannot be placed, or -1.
func newPlacer(s *model.Segmentation, segments []model.Segment, why []int32, reasons []model.Phrase) placer {
	s.Segments, s.Of = segments, make([]int32, len(why))
	return placer{s: s, why: why, reasons: reasons}
}

// add appends a segment and returns its number.
func (p placer) add(g model.Segment) int32 {
	p.s.Segments = append(p.s.Segments, g)
	return int32(len(p.s.Segments) - 1)
}

// can reports whether customer i can be placed.
func (p placer) can(i int) bool { return p.why[i] < 0 }

// done adds the segment Unclassified when it is needed, with its reasons, and
// puts those in it who cannot be placed.
func (p placer) done() {
	p.tellApart()
	at := int32(-1)
	for i := range p.why {
		if p.can(i) {
			continue
		}
		if at < 0 {
			at = p.add(model.Segment{Name: model.P(unclassified), Rule: model.P("what the method needs is missing"), Unclassified: true})
		}
		p.s.Of[i] = at
	}
	if at < 0 {
		return
	}
	p.s.Why, p.s.Reasons = p.why, p.reasons
	untold := slices.Clone(p.why)
	for i, reason := range untold {
		if int(reason) < p.told {
			untold[i] = -1
		}
	}
	for _, n := range whyUnplaced(untold, p.reasons) {
		p.s.Notes = append(p.s.Notes, model.P("%d unclassified: %s", n.Customers, n.Reason))
	}
}

// tellApart renames segments of a value of the data that is called as the segment
// of those who cannot be placed, also where there are none of these: a value has
// the same name in every month.
func (p placer) tellApart() {
	english := wording.English()
	for i, g := range p.s.Segments {
		if name := g.Name.In(english); strings.EqualFold(strings.TrimSpace(name), unclassified) {
			p.s.Segments[i].Name = model.P("%s (a value of the data)", name)
		}
	}
}

// unclassified names the segment of customers who cannot be placed.
const unclassified = "Unclassified"
