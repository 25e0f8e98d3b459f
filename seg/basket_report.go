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
	lifts := &model.Bars{Title: model.P("Lift of the strongest rules"), NameTitle: model.P("rule"), ValueTitle: model.P("lift"), CountTitle: model.P("offered to"), Basis: model.Basis{N: o.shop.baskets.Len(), Of: model.P("baskets")}}
	const most, told = 50, 5
	for i, r := range o.rules[:min(len(o.rules), most)] {
		label := model.P("%s → %s", model.Raw(o.names(r.If)), model.Raw(o.shop.words[r.Then]))
		lifts.Labels, lifts.Values = append(lifts.Labels, label), append(lifts.Values, r.Lift)
		if i < told {
			s.Notes = append(s.Notes, model.P("Rule %d: %s, lift %.2f, confidence %.1f%%, support %.2f%% (%d baskets)", i+1, label, r.Lift, 100*r.Confidence, 100*r.Support, r.Count))
		}
	}
	o.warnOfChance(s, sets)
	listing := o.listing()
	if len(o.rules) == 0 {
		s.Notes = append(s.Notes, model.P("No rule reaches the support, the confidence and the lift: lower them, or set level=category or baskets=customer where there are orders"))
	} else {
		s.Fit = append(s.Fit, model.Fit{Name: "best_lift", Value: o.rules[0].Lift})
		lifts.Of = o.firstOffers(most)
		s.Charts = append(s.Charts, lifts, listing)
		if len(o.rules) > most {
			s.Notes = append(s.Notes, model.P("The chart of rules has the first %d of %d by lift; the table of rules has all", most, len(o.rules)))
		}
	}
	s.Charts = append(s.Charts, histogram(s, o.info(), o.value), o.items(sets))
}

// firstOffers is, per customer, the rule of the offer when it is one of the
// first, else -1.
func (o *offers) firstOffers(most int) []int32 {
	out := make([]int32, len(o.of))
	for i, k := range o.of {
		if out[i] = -1; k < most {
			out[i] = int32(k)
		}
	}
	return out
}

// listing has every rule, with the customers whose offer it is.
func (o *offers) listing() *model.Listing {
	n := len(o.rules)
	words := func(title model.Phrase) model.ListingColumn {
		return model.ListingColumn{Title: title, Words: make([]model.Phrase, n)}
	}
	numbers := func(title model.Phrase, u model.Unit) model.ListingColumn {
		return model.ListingColumn{Title: title, Unit: u, Values: make([]float64, n)}
	}
	left, right := words(model.P("who buys")), words(model.P("also buys"))
	lift, confidence, support := numbers(model.P("lift"), model.Plain), numbers(model.P("confidence"), model.Percent), numbers(model.P("support"), model.Percent)
	count, offered := numbers(model.P("baskets"), model.Plain), numbers(model.P("offered to"), model.Plain)
	out := &model.Listing{Title: model.P("Rules of what is bought together"), N: o.shop.baskets.Len(), Of: model.P("baskets"), Behind: make([][]int32, n)}
	for i, k := range o.of {
		if k >= 0 {
			out.Behind[k] = append(out.Behind[k], int32(i))
		}
	}
	for k, r := range o.rules {
		left.Words[k], right.Words[k] = model.Raw(o.names(r.If)), model.Raw(o.shop.words[r.Then])
		lift.Values[k], confidence.Values[k], support.Values[k] = r.Lift, r.Confidence, r.Support
		count.Values[k], offered.Values[k] = float64(r.Count), float64(len(out.Behind[k]))
	}
	out.Columns = []model.ListingColumn{left, right, lift, confidence, support, count, offered}
	return out
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
	out := &model.Bars{Title: model.P("Share of baskets with an item"), NameTitle: model.P("item"), ValueTitle: model.P("baskets"), CountTitle: model.P("buyers"), Unit: model.Percent, Basis: model.Basis{N: o.shop.baskets.Len(), Of: model.P("baskets")}}
	const most = 15
	for _, set := range single[:min(len(single), most)] {
		out.Labels = append(out.Labels, model.Raw(o.shop.words[set.Items[0]]))
		out.Values = append(out.Values, float64(set.Count)/float64(o.shop.baskets.Len()))
		out.Behind = append(out.Behind, o.shop.buyers(set.Items[0]))
	}
	return out
}
