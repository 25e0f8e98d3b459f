package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// division parts customers by one trait.
type division struct {
	label    model.Phrase
	segments []model.Segment // with their rules
	words    []string        // names of the segments as plain words, for the axes of charts
	of       []int32         // per customer, of those that a has a place for
	a        absence
	cuts     []model.Cuts
	score    []model.Column        // what was computed to part by, if anything
	by       measured              // the trait: numbers, or words
	at       func(v float64) int32 // the part of a value of it
	expr     func() formula.Expr   // the part in a formula, missing of those who have none
}

// divideNumbers parts numbers, such as income, in shares of the customers, the
// highest first.
func divideNumbers(m measured, shares []float64) *division {
	t := topTiers(m.values, shares)
	d := &division{label: m.Label, of: t.of, a: needAll(m), by: m, at: t.reached, words: []string{"High", "Mid", "Low"},
		expr: func() formula.Expr { return t.expr(m) }}
	for k, rule := range t.rules(m.Label) {
		d.segments = append(d.segments, incomeSegment(k, m.Label, rule))
	}
	if cuts := t.cuts(); len(cuts) > 0 {
		d.cuts = []model.Cuts{{Measure: string(m.ID), Label: m.Label, Unit: m.Unit, Values: cuts}}
	}
	return d
}

func incomeSegment(k int, label, rule model.Phrase) model.Segment {
	switch k {
	case 0:
		return model.Segment{Name: model.P("High %s", label), Rule: rule, Advice: model.Advice{Marketing: model.P("Quality and service before price"), Product: model.P("Premium lines and sets"), Service: model.P("Personal advice")}}
	case 1:
		return model.Segment{Name: model.P("Mid %s", label), Rule: rule, Advice: model.Advice{Marketing: model.P("Value for money; points towards better lines"), Product: model.P("The core range, with one step up beside it")}}
	}
	return model.Segment{Name: model.P("Low %s", label), Rule: rule, Advice: model.Advice{Marketing: model.P("Entry prices and bundles"), Product: model.P("Small packs and basics"), Risk: model.P("Sensitive to a rise in prices")}}
}

// divideWords makes a part of each word, the most frequent first, ties by the
// word, and puts those with less than a share of the customers together.
func divideWords(by measured, least float64) *division {
	m, info := ownMix(by), by.MeasureInfo
	pooled := m.pool(least, model.P("Other"))
	d := &division{label: info.Label, by: by, of: m.first(), a: absence{why: make([]int32, len(by.values))}}
	place := make([]int32, len(m.words))
	for k, t := range m.byOrders() {
		word, rule := m.label(t.word), model.P("%s is %s", info.Label, m.label(t.word))
		if pooled > 0 && int(t.word) == len(m.words)-1 {
			rule = model.P("one of %d rare answers to %s", pooled, info.Label)
		}
		place[t.word] = int32(k)
		d.words = append(d.words, m.words[t.word])
		d.segments = append(d.segments, model.Segment{Name: word, Rule: rule, Advice: model.Advice{Marketing: model.P("Pictures, words and channels that fit them: %s", word), Product: model.P("Look in the profile at what they buy more than others")}})
	}
	part := make([]int32, len(by.words))
	for i, w := range d.of {
		d.a.why[i] = -1
		if w >= 0 {
			d.of[i] = place[w]
			part[int(by.values[i])] = d.of[i]
		}
	}
	d.at = func(v float64) int32 { return part[int(v)] }
	d.expr = func() formula.Expr {
		count := make([]float64, len(part))
		for k, g := range part {
			count[k] = float64(g)
		}
		return by.byWord(count)
	}
	d.a.excludeUnless(model.P("%s is missing", info.Label), func(i int) bool { return d.of[i] < 0 }, func() formula.Expr { return formula.Known{Of: d.expr()} })
	return d
}

// place puts customers in the parts.
func (d *division) place(s *model.Segmentation) {
	p := d.a.placer(s, d.segments)
	for i, k := range d.of {
		if p.can(i) {
			s.Of[i] = k
		}
	}
	p.done()
	decide(s, func(w whatIf) int32 { return d.part(w) }, nil, d.by)
	d.a.express(s, d.expr)
}

// part is where a customer is, -1 when it cannot be told.
func (d *division) part(w whatIf) int32 {
	if v := w.value(d.by); finite(v) {
		return d.at(v)
	}
	return -1
}

// placeCross makes a segment of each pair of parts that occurs.
func placeCross(s *model.Segmentation, x, y *division) {
	a := absence{why: slices.Clone(x.a.why), reasons: slices.Clone(x.a.reasons), able: x.a.able}
	for k, reason := range y.a.reasons {
		a.excludeUnless(reason, func(i int) bool { return y.a.why[i] == int32(k) }, func() formula.Expr { return formula.All() })
	}
	a.able = slices.Concat(a.able, y.a.able)
	pair := func(p, q int32) int { return int(p)*len(y.segments) + int(q) }
	used := make([]bool, len(x.segments)*len(y.segments))
	for i, why := range a.why {
		if why < 0 {
			used[pair(x.of[i], y.of[i])] = true
		}
	}
	var segments []model.Segment
	at := make([]int32, len(used))
	for k, is := range used {
		if at[k] = -1; !is {
			continue
		}
		at[k] = int32(len(segments))
		p, q := x.segments[k/len(y.segments)], y.segments[k%len(y.segments)]
		segments = append(segments, model.Segment{Name: model.P("%s, %s", p.Name, q.Name), Rule: model.P("%s; %s", p.Rule, q.Rule),
			Advice: model.Advice{Marketing: both(p.Advice.Marketing, q.Advice.Marketing), Product: both(p.Advice.Product, q.Advice.Product),
				Service: both(p.Advice.Service, q.Advice.Service), Risk: both(p.Advice.Risk, q.Advice.Risk)}})
	}
	p := a.placer(s, segments)
	grid := &model.Grid{Title: model.P("Customers by %s and %s", x.label, y.label), RowTitle: x.label, ColTitle: y.label,
		Row: make([]int32, len(a.why)), Col: make([]int32, len(a.why)), Rows: x.words, Cols: y.words}
	for i := range s.Of {
		grid.Row[i], grid.Col[i] = -1, -1
		if p.can(i) {
			s.Of[i] = at[pair(x.of[i], y.of[i])]
			grid.Row[i], grid.Col[i] = x.of[i], y.of[i]
		}
	}
	p.done()
	decide(s, func(w whatIf) int32 {
		p, q := x.part(w), y.part(w)
		if p < 0 || q < 0 {
			return -1
		}
		return at[pair(p, q)]
	}, nil, x.by, y.by)
	a.express(s, func() formula.Expr {
		out, p, q := formula.Choice{Else: formula.Missing()}, x.expr(), y.expr()
		for k, is := range used {
			if is {
				out.Cases = append(out.Cases, formula.Case{Then: segmentExpr(at[k]), If: formula.All(formula.Compare(p, formula.Equals, segmentExpr(int32(k/len(y.segments)))),
					formula.Compare(q, formula.Equals, segmentExpr(int32(k%len(y.segments)))))})
			}
		}
		return out
	})
	s.Charts = append(s.Charts, grid)
}

// both joins the advice of two parts that each may have none.
func both(p, q model.Phrase) model.Phrase {
	switch {
	case p.Empty():
		return q
	case q.Empty():
		return p
	}
	return model.P("%s; %s", p, q)
}

// chart is the histogram of numbers, or the customers in each part.
func (d *division) chart(s *model.Segmentation) model.Chart {
	if d.by.words == nil {
		return histogram(s, d.by.MeasureInfo, d.by.values)
	}
	bars := &model.Bars{Title: model.P("Customers by %s", d.label), Values: make([]float64, len(d.segments)), Of: slices.Clone(d.of)}
	for _, g := range d.segments {
		bars.Labels = append(bars.Labels, g.Name)
	}
	for i, k := range d.of {
		if d.a.why[i] >= 0 {
			bars.Of[i] = -1
			continue
		}
		bars.Values[k]++
	}
	return bars
}
