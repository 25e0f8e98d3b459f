package seg

import (
	"cmp"
	"slices"

	"custseg/model"
	"custseg/seg/crosstab"
)

// quotients compare areas with the base: a share within the area over the same
// share of the base, the location quotient (Isard 1960). It is 1 where the area
// is as the base.
type quotients struct {
	money   []float64    // by area: its share of the money over its share of the customers; missing without money
	segment *model.Texts // a segmentation that the customers came with, nil for none
	table   crosstab.Sparse
	used    []string // the columns read for them
}

func readQuotients(in Input, a *areas) quotients {
	q := quotients{money: make([]float64, len(a.sizes))}
	f, _ := in.Customers.Feature(model.Monetary)
	if f.Values() != nil {
		q.used = append(q.used, f.Column.Name())
	}
	sum := 0.0
	for i, v := range onlyFinite(f.Values()) {
		if g := a.of[i]; g >= 0 && finite(v) {
			q.money[g] += v
			sum += v
		}
	}
	placed := float64(total(a.sizes))
	for g := range q.money {
		q.money[g] /= sum * float64(a.sizes[g]) / placed
		if !(sum > 0) || !finite(q.money[g]) {
			q.money[g] = missing
		}
	}
	if f, ok := in.Customers.Feature("segment"); ok {
		if q.segment, ok = f.Column.(*model.Texts); ok {
			q.used = append(q.used, q.segment.Name())
			q.table = crosstab.SparseOf(a.of, q.segment.Codes(), len(a.sizes), q.segment.Dict.Len())
		}
	}
	return q
}

// of returns the location quotient of a segment in an area, missing where either
// is empty.
func (q quotients) of(area, segment int) float64 {
	t := q.table
	return float64(t.Count(area, segment)) / float64(t.RowTotals[area]) / (float64(t.ColTotals[segment]) / float64(t.N))
}

// relative is a segment with its location quotient in an area.
type relative struct {
	word     string
	quotient float64
}

// strongest returns the segments with the highest location quotients in an area,
// ties by the word, among those with enough customers there to say so.
func (q quotients) strongest(area int) []relative {
	const enough, most = 5, 8
	if q.segment == nil {
		return nil
	}
	var out []relative
	for _, c := range q.table.Cells[area] {
		if c.Count >= enough {
			out = append(out, relative{q.segment.Dict.At(int(c.Col)), q.of(area, int(c.Col))})
		}
	}
	slices.SortFunc(out, func(a, b relative) int {
		return cmp.Or(cmp.Compare(b.quotient, a.quotient), cmp.Compare(a.word, b.word))
	})
	return out[:min(most, len(out))]
}

// segments describes each area by its rule and its location quotients.
func (q quotients) segments(a *areas) []model.Segment {
	out := make([]model.Segment, len(a.sizes))
	for g := range out {
		out[g] = model.Segment{Name: a.names[g], Rule: a.rules[g], Advice: q.advice(g)}
		var parts []model.Phrase
		if finite(q.money[g]) {
			parts = append(parts, model.P("money %.2f", q.money[g]))
		}
		for _, n := range q.strongest(g) {
			parts = append(parts, model.P("%s %.2f", n.word, n.quotient))
		}
		if len(parts) > 0 {
			out[g].Rule = model.P("%s; location quotients: %s", a.rules[g], list("%s · %s", parts))
		}
		if g == a.pooled {
			out[g].Advice = model.Advice{Marketing: model.P("Too few in each for a plan of their own: serve them by the general offer")}
		}
	}
	return out
}

func (q quotients) advice(area int) model.Advice {
	const above, below, telling = 1.1, 0.9, 1.2
	out := model.Advice{Marketing: model.P("As the base: no plan of its own"), Service: model.P("Hours, language and delivery as customers have them here")}
	switch v := q.money[area]; {
	case v > above:
		out.Marketing = model.P("Worth more than its share: spend here first")
	case v < below:
		out.Marketing = model.P("Worth less than its share: find out why before spending")
	}
	if n := q.strongest(area); len(n) > 0 && n[0].quotient >= telling {
		out.Product = model.P("%s is %.2f times as frequent as in the base: range and message for it", n[0].word, n[0].quotient)
	}
	return out
}

// report gives each customer the location quotients of their area, and how much
// areas and segments go together.
func (q quotients) report(s *model.Segmentation, a *areas) {
	money := make([]float64, len(a.of))
	for i, g := range a.of {
		money[i] = missing
		if g >= 0 {
			money[i] = q.money[g]
		}
	}
	if slices.ContainsFunc(q.money, func(v float64) bool { return finite(v) }) {
		s.Scores = append(s.Scores, model.NewNumbers("money_quotient", money))
	}
	s.Fit = append(s.Fit, model.Fit{Name: "areas", Value: float64(len(a.sizes))})
	if q.segment == nil {
		return
	}
	s.Scores = append(s.Scores, model.NewNumbers("location_quotient", q.own(a)))
	s.Fit = append(s.Fit, model.Fit{Name: "cramers_v", Value: q.table.CramersV()})
}

// own is the location quotient of each customer's segment in their area.
func (q quotients) own(a *areas) []float64 {
	out := make([]float64, len(a.of))
	for i, g := range a.of {
		out[i] = missing
		if g >= 0 && q.segment.Code(i) >= 0 {
			out[i] = q.of(int(g), int(q.segment.Code(i)))
		}
	}
	return out
}

// mostCells is how many cells the table of areas by segments may have: more are
// not drawn.
const mostCells = 1 << 20

// grid draws how many customers are in each area, or the location quotients of
// the segments they came with.
func (q quotients) grid(a *areas) *model.Grid {
	c := &model.Grid{Title: model.P("Customers by area"), RowTitle: model.P("area"), ColTitle: model.P("all"), Rows: a.words, Cols: []string{""},
		Row: a.of, Col: make([]int32, len(a.of))}
	if q.segment == nil || len(a.words)*q.segment.Dict.Len() > mostCells {
		return c
	}
	c.Title, c.ColTitle, c.Col, c.Cols = model.P("Areas by segment"), model.P("segment"), q.segment.Codes(), q.segment.Dict.List()
	c.Value, c.ValueTitle, c.Neutral = q.own(a), model.P("Location quotient"), 1
	return c
}
