package seg

import (
	"cmp"
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/basket"
)

// offers is the best rule for each customer.
type offers struct {
	shop    *shopping
	rules   []basket.Rule // by lift
	byValue []int         // places of rules, the highest value first
	ranks   [][]int32     // by item: the places in byValue of the rules whose left side it begins
	of      []int         // per customer: their rule, -1 for none
	value   []float64     // expected of it, missing for none
}

// value is what a rule is expected to bring: confidence × money of its item.
func (s *shopping) value(r basket.Rule) float64 {
	if s.price == nil {
		return r.Confidence
	}
	return r.Confidence * s.price[r.Then]
}

// offers finds the rule of the highest value that fits each customer, of equal
// ones that of the highest lift.
func (s *shopping) offers(ctx context.Context, rules []basket.Rule) (*offers, error) {
	n := s.bought.Len()
	out := &offers{shop: s, rules: rules, byValue: make([]int, len(rules)), ranks: make([][]int32, len(s.words)), of: make([]int, n), value: make([]float64, n)}
	for i := range out.byValue {
		out.byValue[i] = i
	}
	slices.SortStableFunc(out.byValue, func(a, b int) int { return cmp.Compare(s.value(rules[b]), s.value(rules[a])) })
	for rank, k := range out.byValue {
		first := rules[k].If[0]
		out.ranks[first] = append(out.ranks[first], int32(rank))
	}
	for i := range n {
		if i%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		out.of[i], out.value[i] = out.best(s.bought.Of(i))
	}
	return out, nil
}

// best is the rule of the highest value for who bought some items, ascending, and
// that value; -1 for none.
func (o *offers) best(bought []int32) (rule int, value float64) {
	has := func(item int32) bool { _, ok := slices.BinarySearch(bought, item); return ok }
	best := int32(len(o.byValue))
	for _, item := range bought {
		for _, rank := range o.ranks[item] {
			if rank >= best {
				break
			}
			r := o.rules[o.byValue[rank]]
			if !has(r.Then) && !slices.ContainsFunc(r.If, func(item int32) bool { return !has(item) }) {
				best = rank
				break
			}
		}
	}
	if int(best) == len(o.byValue) {
		return -1, missing
	}
	rule = o.byValue[best]
	return rule, o.shop.value(o.rules[rule])
}

// info says what the expected values are.
func (o *offers) info() model.MeasureInfo {
	if o.shop.price == nil {
		return model.MeasureInfo{ID: "expected_value", Label: model.P("Chance of taking the offer"), Unit: model.Percent}
	}
	return model.MeasureInfo{ID: "expected_value", Label: model.P("Expected value of the offer"), Unit: model.Money}
}

// place puts customers in rooms. The cut is the percentile of the values of those
// with an offer.
func (o *offers) place(s *model.Segmentation, high float64) {
	m := o.expected()
	cut := m.quantile(high)
	segments := offerSegments()
	segments[0].Rule = model.P("%s: %s or more", m.Label, m.amount(cut))
	segments[1].Rule = model.P("%s: below %s", m.Label, m.amount(cut))
	segments[2].Rule = model.P("no rule leads from what they bought to something they have not")
	why := make([]int32, len(o.of))
	for i := range why {
		why[i] = -1
		if len(o.shop.bought.Of(i)) == 0 {
			why[i] = 0
		}
	}
	p := newPlacer(s, segments, why, []model.Phrase{model.P("nothing bought that is known")})
	room := func(w whatIf) int32 {
		switch v := w.value(m); {
		case v >= cut:
			return 0
		case finite(v):
			return 1
		}
		return 2
	}
	for i := range o.of {
		if p.can(i) {
			s.Of[i] = room(whatIf{i: i})
		}
	}
	p.done()
	decide(s, room, inOrder(len(segments)), m)
	if finite(cut) {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(m.ID), Label: m.Label, Unit: m.Unit, Values: []float64{cut}, Steps: []string{"high"}})
	}
}

func offerSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("High"), Advice: model.Advice{Marketing: model.P("Make each the offer in column next_offer now, in person where the value allows"),
			Product: model.P("Bundle what the rules join"), Service: model.P("Mention the offer whenever they are in touch")}},
		{Name: model.P("Some"), Advice: model.Advice{Marketing: model.P("Put the offer in column next_offer into the next mailing or the shop's recommendations"), Product: model.P("Place what the rules join side by side")}},
		{Name: model.P("None"), Advice: model.Advice{Marketing: model.P("Nothing follows from their purchases: show what is new or most bought")}},
	}
}
