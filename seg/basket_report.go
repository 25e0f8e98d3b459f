package seg

import (
	"cmp"
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/basket"
)

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
	const most, told = 50, 5
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
		if len(o.rules) > most {
			s.Notes = append(s.Notes, model.P("The chart of rules has the first %d of %d by lift", most, len(o.rules)))
		}
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
