package seg

import (
	"math"

	"custseg/model"
	"custseg/seg/concentration"
	"custseg/seg/order"
)

// missing is the number that is not there.
var missing = math.NaN()

func finite(values ...float64) bool {
	for _, v := range values {
		if !order.Finite(v) {
			return false
		}
	}
	return true
}

// mean is the mean of the values that are there, NaN for none.
func mean(values []float64) float64 {
	sum, n := 0.0, 0
	for _, v := range values {
		if finite(v) {
			sum += v
			n++
		}
	}
	return sum / float64(n)
}

// median is the median of the values that are there, NaN for none.
func median(values []float64) float64 {
	at := order.Ascending(values)
	n := len(at)
	if n == 0 {
		return missing
	}
	return (values[at[(n-1)/2]] + values[at[n/2]]) / 2
}

// concentrationFit reports how unevenly a total is held.
func concentrationFit(c concentration.Curve) []model.Fit {
	return []model.Fit{{Name: "gini", Value: c.Gini()}, {Name: "top20_share", Value: c.TopShare(0.2)}}
}

// histogram shows one measure with its cuts, if the segmentation reports any.
func histogram(s *model.Segmentation, measure string, values []float64) *model.Histogram {
	info := model.Measure(measure).Info()
	h := &model.Histogram{Title: info.Label, Unit: info.Unit, Values: values, Cut: -1}
	for i, c := range s.Cuts {
		if c.Measure == measure {
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
	left    []int32 // customers not placed
}

// newPlacer starts a segmentation of len(why) customers. why holds for each the
// reason, as a place in reasons, that they cannot be placed, or -1.
func newPlacer(s *model.Segmentation, segments []model.Segment, why []int32, reasons []model.Phrase) *placer {
	s.Segments, s.Of = segments, make([]int32, len(why))
	return &placer{s: s, why: why, reasons: reasons}
}

// add appends a segment and returns its number.
func (p *placer) add(g model.Segment) int {
	p.s.Segments = append(p.s.Segments, g)
	return len(p.s.Segments) - 1
}

// unclassified reports whether customer i cannot be placed, and remembers it.
func (p *placer) unclassified(i int) bool {
	if p.why[i] < 0 {
		return false
	}
	p.left = append(p.left, int32(i))
	return true
}

// done adds the segment Unclassified when it is needed, with its reasons.
func (p *placer) done() {
	if len(p.left) == 0 {
		return
	}
	at := p.add(model.Segment{Name: model.P("Unclassified"), Rule: model.P("what the method needs is missing"), Unclassified: true})
	count := make([]int, len(p.reasons))
	for _, i := range p.left {
		p.s.Of[i] = int32(at)
		count[p.why[i]]++
	}
	p.s.Why, p.s.Reasons = p.why, p.reasons
	for r, n := range count {
		if n > 0 {
			p.s.Notes = append(p.s.Notes, model.P("%d customers are unclassified: %s", n, p.reasons[r]))
		}
	}
}
