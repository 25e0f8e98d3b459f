package seg

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/basket"
)

// offers is the best rule for each customer.
type offers struct {
	shop  *shopping
	rules []basket.Rule // by lift
	of    []int         // per customer: their rule, -1 for none
	value []float64     // expected of it, missing for none
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
	out := &offers{shop: s, rules: rules, of: make([]int, n), value: make([]float64, n)}
	byValue := make([]int, len(rules))
	for i := range byValue {
		byValue[i] = i
	}
	slices.SortStableFunc(byValue, func(a, b int) int { return cmp.Compare(s.value(rules[b]), s.value(rules[a])) })
	has := make([]bool, len(s.words))
	for i := range n {
		if i%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		mine := s.bought.Of(i)
		for _, item := range mine {
			has[item] = true
		}
		out.of[i], out.value[i] = -1, missing
		for _, k := range byValue {
			r := rules[k]
			if !has[r.Then] && !slices.ContainsFunc(r.If, func(item int32) bool { return !has[item] }) {
				out.of[i], out.value[i] = k, s.value(r)
				break
			}
		}
		for _, item := range mine {
			has[item] = false
		}
	}
	return out, nil
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
	m := measured{MeasureInfo: o.info(), values: o.value}
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
	for i, rule := range o.of {
		switch {
		case !p.can(i):
		case rule < 0:
			s.Of[i] = 2
		case o.value[i] >= cut:
			s.Of[i] = 0
		default:
			s.Of[i] = 1
		}
	}
	p.done()
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

// describe adds the offers as scores, and the rules as a chart and notes.
func (o *offers) describe(s *model.Segmentation, sets []basket.Set) {
	n := len(o.of)
	next, because := make([]string, n), make([]string, n)
	confidence, lift := make([]float64, n), make([]float64, n)
	for i, k := range o.of {
		confidence[i], lift[i] = missing, missing
		if k >= 0 {
			r := o.rules[k]
			next[i], because[i], confidence[i], lift[i] = o.shop.words[r.Then], o.names(r.If), r.Confidence, r.Lift
		}
	}
	s.Scores = append(s.Scores, model.TextsOf("next_offer", next), model.TextsOf("because_of", because),
		model.NewNumbers("confidence", confidence), model.NewNumbers("lift", lift), model.NewNumbers("expected_value", o.value))
	s.Fit = append(s.Fit, model.Fit{Name: "rules", Value: float64(len(o.rules))}, model.Fit{Name: "itemsets", Value: float64(len(sets))},
		model.Fit{Name: "baskets", Value: float64(o.shop.baskets.Len())}, model.Fit{Name: "items", Value: float64(len(o.shop.words))})
	lifts := &model.Bars{Title: model.P("Lift of the strongest rules")}
	const most, told = 15, 5
	for i, r := range o.rules[:min(len(o.rules), most)] {
		label := model.P("%s → %s", model.Raw(o.names(r.If)), model.Raw(o.shop.words[r.Then]))
		lifts.Labels, lifts.Values = append(lifts.Labels, label), append(lifts.Values, r.Lift)
		if i < told {
			s.Notes = append(s.Notes, model.P("Rule %d: %s, lift %.2f, confidence %.1f%%, support %.2f%% (%d baskets)", i+1, label, r.Lift, 100*r.Confidence, 100*r.Support, r.Count))
		}
	}
	if len(o.rules) == 0 {
		s.Notes = append(s.Notes, model.P("No rule reaches the support, the confidence and the lift: lower them, or set level=category or baskets=customer where there are orders"))
	} else {
		s.Fit = append(s.Fit, model.Fit{Name: "best_lift", Value: o.rules[0].Lift})
		s.Charts = append(s.Charts, lifts)
	}
	s.Charts = append(s.Charts, histogram(s, o.info(), o.value), o.items(sets))
}

// names joins the names of items, which are data and not words of a sentence.
func (o *offers) names(items []int32) string {
	out := make([]string, len(items))
	for i, item := range items {
		out[i] = o.shop.words[item]
	}
	return strings.Join(out, " + ")
}

// items are those in most baskets.
func (o *offers) items(sets []basket.Set) *model.Bars {
	var single []basket.Set
	for _, set := range sets {
		if len(set.Items) == 1 {
			single = append(single, set)
		}
	}
	slices.SortStableFunc(single, func(a, b basket.Set) int { return cmp.Compare(b.Count, a.Count) })
	out := &model.Bars{Title: model.P("Share of baskets with an item"), Unit: model.Percent}
	const most = 15
	for _, set := range single[:min(len(single), most)] {
		out.Labels = append(out.Labels, model.Raw(o.shop.words[set.Items[0]]))
		out.Values = append(out.Values, float64(set.Count)/float64(o.shop.baskets.Len()))
	}
	return out
}
