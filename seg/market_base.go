package seg

import (
	"context"
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// marketBase is the market segments of the customers with what is known of each.
type marketBase struct {
	of    []int32 // the market segment of each customer, -1 for none
	words []string
	sizes []float64  // customers by market segment
	means []measured // per customer: the mean of a measure in their market segment

	// Why a method that made the segments could not place a customer, as in
	// [model.Segmentation]; nil of a column.
	why     []int32
	reasons []model.Phrase

	in func() formula.Expr // the market segment in a formula, nil where none tells
}

// marketMeasures are what a market segment is described by.
func marketMeasures() []model.Measure { return []model.Measure{"size", "growth", "margin", "share"} }

// marketSegments reads the market segments and what describes each: columns about
// those of a column, and the orders about those that a method made or that no
// column describes.
func (in Input) marketSegments(ctx context.Context, s *model.Segmentation, report func(float64)) (*marketBase, error) {
	b, made, err := in.marketGroups(ctx, s, report)
	if err != nil {
		return nil, err
	}
	columns := in.present(marketMeasures()...)
	var computed []measured
	if made || len(columns) < len(marketMeasures()) {
		notes := len(s.Notes)
		computed = b.fromOrders(in, s)
		if _, ok := find(columns, "growth"); ok && !made {
			s.Notes = s.Notes[:notes] // the growth of the column counts
		}
	}
	for _, id := range marketMeasures() {
		of, fromColumn := find(columns, id)
		if m, ok := find(computed, id); ok && (made || !fromColumn) {
			b.means = append(b.means, m)
		} else if fromColumn {
			b.means = append(b.means, b.described(s, of))
		}
	}
	if _, ok := find(b.means, "share"); !ok {
		return nil, lacksAll("share")
	}
	return b, nil
}

// settle says that no change of one customer moves them, for a market segment is
// placed as a whole.
func (b *marketBase) settle(s *model.Segmentation, by ...measured) {
	settled(s, model.P("A market segment is placed as a whole by what holds of all its customers: no change of one customer alone can be told"), by...)
	if b.in == nil {
		return
	}
	s.Placing.Formula = func() formula.Expr { // each is where it was placed
		out, at := formula.Choice{Else: formula.Missing()}, map[int32]bool{}
		for i, g := range b.of {
			if g < 0 || at[g] || s.Segments[s.Of[i]].Unclassified {
				continue
			}
			at[g] = true
			out.Cases = append(out.Cases, formula.Case{If: formula.Compare(b.in(), formula.Equals, formula.Number(g)), Then: segmentExpr(int(s.Of[i]))})
		}
		return out
	}
}

// count counts the customers of each market segment.
func (b *marketBase) count() {
	b.sizes = make([]float64, len(b.words))
	for _, g := range b.of {
		if g >= 0 {
			b.sizes[g]++
		}
	}
}

// described is the mean of a column in each market segment.
func (b *marketBase) described(s *model.Segmentation, m measured) measured {
	use(s, m)
	m = shareOfOne(s, m)
	mean, uneven := b.mean(m)
	if uneven > 0 {
		s.Notes = append(s.Notes, model.P("%s differs within %d market segments: the mean of their customers counts", m.Label, uneven))
	}
	return mean
}

// shareOfOne reads growth and margin as shares of 1. A column written in percent
// has a median beyond 1, which is noted.
func shareOfOne(s *model.Segmentation, m measured) measured {
	if m.ID != "growth" && m.ID != "margin" {
		return m
	}
	m.Unit = model.Percent
	size := make([]float64, len(m.values))
	for i, v := range m.values {
		size[i] = math.Abs(v)
	}
	if !(median(size) > 1) {
		return m
	}
	s.Notes = append(s.Notes, model.P("%s is read as percent, for half of the values are above 1", m.Label))
	for i, v := range m.values {
		size[i] = v / 100
	}
	m.values = size
	return m
}

// mean is the mean of a measure in the market segment of each customer, and in
// how many of these it differs.
func (b *marketBase) mean(m measured) (mean measured, uneven int) {
	byGroup := make([][]float64, len(b.sizes))
	for i, g := range b.of {
		if g >= 0 && finite(m.values[i]) {
			byGroup[g] = append(byGroup[g], m.values[i])
		}
	}
	means := make([]float64, len(byGroup))
	for g, values := range byGroup {
		slices.Sort(values)
		means[g] = meanWithin(values)
		if len(values) > 0 && values[0] != values[len(values)-1] {
			uneven++
		}
	}
	values := make([]float64, len(b.of))
	for i, g := range b.of {
		values[i] = missing
		if g >= 0 {
			values[i] = means[g]
		}
	}
	m.values, m.own = values, false
	return m, uneven
}

// bySpread makes a part of a score in which a measure counts from 0 for the lowest
// of the market segments to 1 for the highest, and 0.5 when they are all the same.
func bySpread(m measured, weight float64) part {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range m.values {
		if finite(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	count := func(v, _ float64) float64 {
		switch {
		case !finite(v):
			return missing
		case high == low:
			return .5
		}
		return min(max((v/2-low/2)/(high/2-low/2), 0), 1) // halves, so that the span is finite
	}
	counts := make([]float64, len(m.values))
	for i, v := range m.values {
		counts[i] = count(v, v)
	}
	return part{measured: m, weight: weight, counts: counts, count: count}
}

// absence leaves out customers without a market segment, or whose segment lacks
// a measure.
func (b *marketBase) absence(ms ...measured) absence {
	a := absence{why: make([]int32, len(b.of)), reasons: slices.Clone(b.reasons)}
	for i := range a.why {
		if a.why[i] = -1; b.why != nil {
			a.why[i] = b.why[i]
		}
	}
	a.exclude(model.P("no market segment"), func(i int) bool { return b.of[i] < 0 })
	for _, m := range ms {
		a.exclude(model.P("%s of the market segment is missing or not finite", m.Label), func(i int) bool { return !finite(m.values[i]) })
	}
	return a
}

// use adds the means of market segments to the scores.
func (b *marketBase) use(s *model.Segmentation, ms ...measured) {
	for _, m := range ms {
		s.Scores = append(s.Scores, model.NewNumbers("segment_"+string(m.ID), m.values))
	}
}

// grid is the customers by market segment and by where it is placed.
func (b *marketBase) grid(s *model.Segmentation) *model.Grid {
	g := &model.Grid{Title: model.P("Customers by market segment and place"), RowTitle: model.P("Market segment"), ColTitle: model.P("Place"), Rows: b.words, Row: b.of, Col: s.Of}
	for _, segment := range s.Segments {
		g.Cols = append(g.Cols, segment.Name.Key)
	}
	return g
}

// bars are the customers in each market segment.
func (b *marketBase) bars() *model.Bars {
	out := &model.Bars{Title: model.P("Customers by market segment"), Values: b.sizes, Of: b.of}
	for _, word := range b.words {
		out.Labels = append(out.Labels, model.Raw(word))
	}
	return out
}
