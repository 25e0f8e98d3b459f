package export

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/parallel"
)

// Average is the mean of a number that the method read, among the customers of
// a segment who have it; NaN where nobody has.
type Average struct {
	Name  string // as the segmentation uses it
	Label model.Phrase
	Unit  model.Unit
	Mean  float64
	// Known marks the share of what the method predicts, as far as it is known.
	Known bool
	// Between is the part of its variance that lies between the segments, 0..1;
	// NaN where customers do not differ.
	Between float64
}

// SegmentSummary is one segment in numbers.
type SegmentSummary struct {
	model.Segment
	Index      int // of the segment in its segmentation; -1 for all customers
	Customers  int
	Share      float64   // of all customers, 0..1
	HasValue   bool      // there is a monetary measure
	Value      float64   // its sum; NaN where there is none
	ValueShare float64   // of all value; NaN unless the whole is above zero
	Averages   []Average // in the order the method uses them
}

// Summarize puts each segment in numbers, in the segmentation's order; one of
// unclassified customers only when it has any. Sums run in the customers' order
// with Neumaier's compensation (1974), so that the segments' values add up to
// the value of all. Missing and infinite numbers are left out.
func Summarize(c *model.Customers, s *model.Segmentation) []SegmentSummary {
	return summarize(c, s).segments
}

// Total puts all customers in numbers, as [Summarize] does each segment.
func Total(c *model.Customers, s *model.Segmentation) SegmentSummary {
	return summarize(c, s).total
}

// summary is a segmentation in numbers.
type summary struct {
	segments []SegmentSummary
	total    SegmentSummary
	value    model.Column   // the monetary measure, nil for none
	measured []model.Column // behind the averages
}

func summarize(c *model.Customers, s *model.Segmentation) summary {
	n := len(s.Segments)
	all := make([]SegmentSummary, n+1) // the last is the total
	for i := range all {
		all[i] = SegmentSummary{Index: i, Value: math.NaN(), ValueShare: math.NaN()}
		if i < n {
			all[i].Segment = s.Segments[i]
		}
	}
	total := &all[n]
	total.Index = -1
	for _, g := range s.Of {
		all[g].Customers++
		total.Customers++
	}
	found := measures(c, s.Used)
	if o := s.Outcome; o.Yes != nil {
		known := measuredColumn{Average{Label: o.Label, Unit: model.Percent, Known: true}, model.NewNumbers("", o.Yes)}
		found = append([]measuredColumn{known}, found...)
	}
	var out summary
	var summed []*model.Numbers
	f, _ := c.Feature(model.Monetary)
	money, paid := f.Column.(*model.Numbers)
	if paid {
		out.value = money
		summed = append(summed, money)
	}
	for _, m := range found {
		out.measured = append(out.measured, m.numbers)
		summed = append(summed, m.numbers)
	}
	sums := sumsBySegment(summed, s)
	if paid {
		for i, sum := range sums[money].of {
			all[i].HasValue, all[i].Value = true, sum.value()
		}
	}
	for _, m := range found {
		m.Between = sums[m.numbers].between
		for i, sum := range sums[m.numbers].of {
			m.Mean = sum.mean()
			all[i].Averages = append(all[i].Averages, m.Average)
		}
	}
	for i := range all {
		g := &all[i]
		if total.Customers > 0 {
			g.Share = float64(g.Customers) / float64(total.Customers)
		}
		if total.Value > 0 {
			g.ValueShare = g.Value / total.Value
		}
		if i < n && (!g.Unclassified || g.Customers > 0) {
			out.segments = append(out.segments, *g)
		}
	}
	out.total = *total
	return out
}

type measuredColumn struct {
	Average
	numbers *model.Numbers
}

// measures finds the number columns among those a method used, each once.
func measures(c *model.Customers, used []string) []measuredColumn {
	var out []measuredColumn
	for i, name := range used {
		if slices.Contains(used[:i], name) {
			continue
		}
		m := Average{Name: name, Label: model.Raw(name)}
		var column model.Column
		if f, ok := c.Feature(model.Measure(name)); ok {
			column, m.Label, m.Unit = f.Column, f.Label, f.Unit
		} else if a, ok := c.Lookup(name); ok {
			column = a
		}
		if numbers, ok := column.(*model.Numbers); ok {
			out = append(out, measuredColumn{m, numbers})
		}
	}
	return out
}

// segmentSums is the sums of a number over segments, the last over all.
type segmentSums struct {
	of      []sum
	between float64 // the part of its variance that lies between segments
}

// sumsBySegment sums each column over the segments, one beside the other.
func sumsBySegment(columns []*model.Numbers, s *model.Segmentation) map[*model.Numbers]segmentSums {
	var distinct []*model.Numbers
	for _, c := range columns {
		if !slices.Contains(distinct, c) {
			distinct = append(distinct, c)
		}
	}
	sums := make([]segmentSums, len(distinct))
	var each parallel.Group
	for i, c := range distinct {
		each.Go(func() {
			values := c.Values()
			of := sumBySegment(values, s)
			sums[i] = segmentSums{of, between(of, values)}
		})
	}
	each.Wait()
	out := make(map[*model.Numbers]segmentSums, len(distinct))
	for i, c := range distinct {
		out[c] = sums[i]
	}
	return out
}

// sumBySegment sums one number per customer; the last sum is over all.
func sumBySegment(values []float64, s *model.Segmentation) []sum {
	out := make([]sum, len(s.Segments)+1)
	for i, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		out[s.Of[i]].add(v)
		out[len(s.Segments)].add(v)
	}
	return out
}

// between is the part of the variance of values that lies between segments, of
// which these are the sums, the last over all.
func between(sums []sum, values []float64) float64 {
	all, apart, whole := sums[len(sums)-1].mean(), 0., 0.
	for _, s := range sums[:len(sums)-1] {
		if s.count > 0 {
			apart += float64(s.count) * (s.mean() - all) * (s.mean() - all)
		}
	}
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			whole += (v - all) * (v - all)
		}
	}
	return apart / whole
}

// sum is a sum with Neumaier's compensation.
type sum struct {
	total, lost float64
	count       int
}

func (s *sum) add(v float64) {
	t := s.total + v
	if math.Abs(s.total) >= math.Abs(v) {
		s.lost += (s.total - t) + v
	} else {
		s.lost += (v - t) + s.total
	}
	s.total = t
	s.count++
}

func (s sum) value() float64 { return s.total + s.lost }

func (s sum) mean() float64 { return s.value() / float64(s.count) }
