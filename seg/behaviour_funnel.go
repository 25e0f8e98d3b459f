package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
)

// funnel is how far each customer came on the way to a purchase.
type funnel struct {
	steps []measured // in their order, the purchase last
	stage []int32    // the last step taken, -1 for none
}

func newFunnel(steps []measured) *funnel {
	f := &funnel{steps: steps, stage: make([]int32, len(steps[0].values))}
	for i := range f.stage {
		f.stage[i] = f.last(whatIf{i: i})
	}
	return f
}

// last is the last step that a customer took, -1 for none.
func (f *funnel) last(w whatIf) int32 {
	for k := len(f.steps) - 1; k >= 0; k-- {
		if w.value(f.steps[k]) > 0 {
			return int32(k)
		}
	}
	return -1
}

// stageSegment names the customers who came to a step and no further.
func stageSegment(step model.Measure) model.Segment {
	switch step {
	case "purchases":
		return model.Segment{Name: model.P("Purchased"), Advice: model.Advice{Marketing: model.P("Thank, and lead to the next order"), Product: model.P("What goes with what they bought"), Service: model.P("Follow up the delivery")}}
	case "carts":
		return model.Segment{Name: model.P("Abandoned the cart"), Advice: model.Advice{Marketing: model.P("Remind within a day, with what is in the cart"), Product: model.P("Show the full price before the checkout"), Service: model.P("Offer help and other ways to pay")}}
	case "clicks":
		return model.Segment{Name: model.P("Clicked"), Advice: model.Advice{Marketing: model.P("Show again what they clicked, with proof from others"), Product: model.P("Better product pages"), Service: model.P("Answer questions on the page")}}
	case "views":
		return model.Segment{Name: model.P("Viewed"), Advice: model.Advice{Marketing: model.P("Recommend by what they saw"), Product: model.P("Shorten the way from the list to the product")}}
	}
	return model.Segment{Name: model.P("No step taken"), Advice: model.Advice{Marketing: model.P("One invitation, then no paid contact")}}
}

// place makes a segment of each step, the furthest first.
func (f *funnel) place(s *model.Segmentation, a absence) {
	var rules []rule
	for k := len(f.steps) - 1; k >= 0; k-- {
		rules = append(rules, rule{stageSegment(f.steps[k].ID), newTest(model.P("%s > %s, and no later step", f.steps[k].Label, figure(0)), func(w whatIf) bool { return f.last(w) == int32(k) }, f.steps[k:]).
			told(func() formula.Expr { // the later steps come before it
				return formula.Compare(f.steps[k].expr(), formula.More, formula.Number(0))
			})})
	}
	placeRules(s, append(rules, rule{stageSegment(""), otherwise()}), a)
	s.Placing.Ranks = inOrder(len(rules) + 1)
}

// report adds each customer's stage, conversion and abandonment, the rates of the
// base and from each step to the next, and the funnel as a chart.
func (f *funnel) report(s *model.Segmentation, a absence) {
	names := make([]string, len(f.steps))
	reached := &model.Bars{Title: model.P("Customers who came to each step, or further"), ValueTitle: model.P("reached"), CountTitle: model.P("stopped here"), Of: make([]int32, len(f.stage))}
	for k, m := range f.steps {
		names[k] = string(m.ID)
		reached.Labels, reached.Values = append(reached.Labels, m.Label), append(reached.Values, 0)
	}
	for i, stage := range f.stage {
		reached.Of[i] = stage
		if a.why[i] < 0 {
			for k := range stage + 1 {
				reached.Values[k]++
			}
		}
	}
	for k := 1; k < len(f.steps); k++ {
		from, rate := f.steps[k-1], reached.Values[k]/reached.Values[k-1]
		if !finite(rate) {
			continue
		}
		reached.Labels[k] = model.P("%s, %.0f%% of %s", f.steps[k].Label, 100*rate, from.Label)
		s.Fit = append(s.Fit, model.Fit{Name: string(from.ID + "_to_" + f.steps[k].ID), Value: rate})
	}
	s.Scores = append(s.Scores, model.NewTexts("funnel_stage", f.stage, names))
	s.Charts = append(s.Charts, reached)
	bought, ok := find(f.steps, "purchases")
	if !ok {
		return
	}
	if seen, ok := find(f.steps, "views"); ok {
		use(s, computed("conversion", model.P("Purchases by views"), model.Percent, rates(bought.values, seen.values)))
		s.Fit = append(s.Fit, model.Fit{Name: "conversion_rate", Value: overall(bought.values, seen.values)})
	}
	if carts, ok := find(f.steps, "carts"); ok {
		left := rates(bought.values, carts.values)
		for i := range left {
			left[i] = 1 - left[i]
		}
		use(s, computed("abandonment", model.P("Carts abandoned"), model.Percent, left))
		s.Fit = append(s.Fit, model.Fit{Name: "cart_abandonment_rate", Value: 1 - overall(bought.values, carts.values)})
	}
}

// rates are the parts that came to a purchase, at most 1, missing where there was
// nothing to part.
func rates(bought, of []float64) []float64 {
	out := make([]float64, len(of))
	for i := range out {
		out[i] = missing
		if of[i] > 0 && bought[i] >= 0 {
			out[i] = math.Min(1, bought[i]/of[i])
		}
	}
	return out
}

// overall is the rate of all customers of whom both are known together, each with
// at most as many purchases as there were chances.
func overall(bought, of []float64) float64 {
	b, n := 0., 0.
	for i := range of {
		if of[i] > 0 && bought[i] >= 0 {
			b, n = b+math.Min(bought[i], of[i]), n+of[i]
		}
	}
	return b / n
}
