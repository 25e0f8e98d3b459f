package seg

import (
	"context"

	"custseg/model"
)

// pyramid ranks customers by profit into four levels. Source: Zeithaml, Rust &
// Lemon (2001), The Customer Pyramid: Creating and Serving Profitable Customers.
type pyramid struct{}

// Spec implements [Method].
func (pyramid) Spec() Spec {
	return Spec{
		ID: "pyramid", Name: model.P("Customer pyramid"), Family: Value,
		Summary: model.P("Ranks customers by the profit they bring into Platinum, Gold, Iron and Lead, so that service can be fitted to what each level earns."),
		Rule:    model.P("By descending profit: the top share is Platinum, the next Gold, the next Iron; the rest, and all who make a loss, are Lead."),
		Needs:   []Need{profitNeed()},
		Params:  []Param{profitParam(), sharesParam([]float64{20, 30, 30, 20}, "Platinum", "Gold", "Iron", "Lead")},
		Source:  "Zeithaml, Rust & Lemon (2001), The Customer Pyramid, California Management Review 43(4)",
	}
}

// Run implements [Method].
func (pyramid) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	m, err := in.profit()
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, m)
	t := topTiers(m.values, in.Params.Numbers("tiers"))
	if n := t.demote(m.values); n > 0 {
		s.Notes = append(s.Notes, model.P("%d make a loss and are Lead, wherever they rank", n))
	}
	a := in.needAll(m)
	placeTiers(s, t, pyramidSegments(), m, a)
	s.Fit = totalFit(string(m.ID), m.values)
	s.Charts = append(valueCharts(s, m.MeasureInfo, m.values), shareBars(s, m)...)
	return s, nil
}

// demote moves customers with a negative value to the last tier and returns how
// many were above it.
func (t *tiers) demote(values []float64) int {
	last, moved := int32(len(t.lowest)-1), 0
	for i := range t.lowest {
		t.lowest[i] = missing
	}
	for i, tier := range t.of {
		if tier < 0 {
			continue
		}
		if values[i] < 0 && tier != last {
			t.of[i] = last
			moved++
		}
		if low := &t.lowest[t.of[i]]; !(values[i] >= *low) {
			*low = values[i]
		}
	}
	return moved
}

// shareBars is what each segment holds as a share of the positive total, none
// when nobody has any.
func shareBars(s *model.Segmentation, m measured) []model.Chart {
	total := 0.
	for _, v := range m.values {
		if v > 0 {
			total += v
		}
	}
	if !(total > 0 && finite(total)) {
		return nil
	}
	b := &model.Bars{Title: model.P("%s by segment, of the positive total", m.Label), ValueTitle: model.P("of total"), Unit: model.Percent, Of: s.Of, Values: make([]float64, len(s.Segments))}
	for _, g := range s.Segments {
		b.Labels = append(b.Labels, g.Name)
	}
	for i, g := range s.Of {
		if finite(m.values[i]) {
			b.Values[g] += m.values[i] / total
		}
	}
	return []model.Chart{b}
}

func pyramidSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Platinum"), Advice: model.Advice{Marketing: model.P("Rewards and access, not discounts: they are not price sensitive"), Product: model.P("Try what is new with them first"),
			Service: model.P("A named contact who may decide"), Risk: model.P("Watch each for signs of leaving")}},
		{Name: model.P("Gold"), Advice: model.Advice{Marketing: model.P("Find what keeps them from Platinum: bundles, a wider range"), Product: model.P("One-stop offers"),
			Service: model.P("Quick answers, ask what is missing"), Risk: model.P("They spread their spending: watch competitors' offers")}},
		{Name: model.P("Iron"), Advice: model.Advice{Marketing: model.P("Standard offers; they make the volume"), Service: model.P("Standard service at low cost")}},
		{Name: model.P("Lead"), Advice: model.Advice{Marketing: model.P("No paid contact"), Service: model.P("Self-service, or charge for what costs most"),
			Risk: model.P("Look for returns, discounts and unpaid bills behind the losses")}},
	}
}
