package seg

import (
	"strings"

	"custseg/model"
)

// placeGE places by attractiveness and strength in nine cells.
func (in Input) placeGE(s *model.Segmentation, b *marketBase) error {
	attractive := composite{info: model.MeasureInfo{ID: "attractiveness", Label: model.P("Attractiveness")}}
	weights, names := in.Params.Numbers("weights"), []string{"size", "growth", "margin"}
	for j, name := range names {
		m, ok := find(b.means, model.Measure(name))
		switch {
		case weights[j] > 0 && ok:
			attractive.parts = append(attractive.parts, bySpread(m, weights[j]))
		case weights[j] > 0:
			s.Notes = append(s.Notes, model.P("This data has no %s: its weight falls to the other measures", name))
		}
	}
	if len(attractive.parts) == 0 {
		return paramErrorf("weights", "this data has none of the measures that have a weight: map %s with --map, or give others a weight", strings.Join(names, ", "))
	}
	share, _ := find(b.means, "share")
	by := bySpread(share, 1)
	strength := computed("strength", model.P("Strength"), model.Plain, by.counts).following(func(w whatIf) float64 { return by.count(w.value(share), share.values[w.i]) }, share)
	attraction := attractive.measured()
	if err := rising(in.Params, "mid", "high"); err != nil {
		return err
	}
	var rules []rule
	x, y := in.levels(strength), in.levels(attraction)
	for k, cell := range geCells() {
		rules = append(rules, rule{cell, allOf(y[k/3], x[k%3])})
	}
	placeRules(s, rules, b.absence(attraction, strength))
	b.settle(s, attraction, strength)
	s.Placing.Ranks = []int{0, 1, 2, 1, 2, 3, 2, 3, 4} // by steps from the best of both
	cutsOf := func(m measured) { addLimits(s, in.limitAt(m, "mid"), in.limitAt(m, "high")) }
	cutsOf(attraction)
	cutsOf(strength)
	b.use(s, b.means...)
	use(s, attraction, strength)
	chart := crossing(model.P("Market segments by strength and attractiveness"), s, in.limitAt(strength, "high"), in.limitAt(attraction, "high"))
	chart.Bubbles, chart.Bubble = b.words, b.of
	s.Charts = append(s.Charts, chart)
	return nil
}

// levels are the tests of a score for high, medium and low.
func (in Input) levels(m measured) [3]test {
	high, mid := in.limitAt(m, "high"), in.limitAt(m, "mid")
	return [3]test{high.reached(), allOf(mid.reached(), high.below()), mid.below()}
}

// geCells are the nine cells: by attractiveness from the highest, and within it by
// strength from the highest.
func geCells() []model.Segment {
	cell := func(name, marketing, product, risk string) model.Segment {
		return model.Segment{Name: model.P(name), Advice: model.Advice{Marketing: model.P(marketing), Product: model.P(product), Risk: model.P(risk)}}
	}
	return []model.Segment{
		cell("Protect position", "Invest to grow as fast as the market bears", "Keep the lead with news", "Competitors will come"),
		cell("Invest to build", "Challenge the leader where we are strong", "Mend what is weaker than theirs", ""),
		cell("Build selectively", "Specialise in the few things we do well", "Find a niche", "Withdraw if it does not grow"),
		cell("Build on strength", "Invest in the best parts, defend the others", "Raise what each sale earns", ""),
		cell("Manage selectively", "Keep what is there, spend where margin is good", "The core range", ""),
		cell("Limited expansion", "Grow only where it costs little", "Simplify", "Leave if the risk rises"),
		cell("Protect and refocus", "Earn now, defend what is strong", "Concentrate on the best parts", "The market gives little more"),
		cell("Manage for earnings", "Little spending, keep the profitable", "No new products", ""),
		cell("Divest", "No spending", "Withdraw in time", "Ties up money and attention"),
	}
}
