package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// adopterClasses are the classes of adopters, from the earliest.
type adopterClasses struct {
	segments []model.Segment       // with their rules
	by       measured              // the more the earlier
	at       func(v float64) int32 // the class of a value of it
	expr     func() formula.Expr   // the class in a formula
	cuts     []float64             // on it, ascending
}

// rogers parts adopters at the mean and whole standard deviations.
func rogers(e earliness, z measured, three bool) adopterClasses {
	cuts := []float64{2, 1, 0, -1}
	if three {
		cuts = []float64{1, -1}
	}
	b := bands{of: make([]band, len(cuts)+1)}
	c := adopterClasses{segments: adopterSegments(three), by: z, at: func(z float64) int32 { return b.at(cuts, z) }, cuts: slices.Clone(cuts),
		expr: func() formula.Expr { return descending(z.expr(), cuts, false) }}
	for i := range c.segments {
		c.segments[i].Rule = b.rule(z, cuts, i)
		if e.dates {
			c.segments[i].Rule = e.between(c.segments[i].Rule, cuts, i)
		}
	}
	slices.Reverse(c.cuts)
	return c
}

// between adds to the rule of class i when its customers adopted.
func (e earliness) between(rule model.Phrase, cuts []float64, i int) model.Phrase {
	switch {
	case i == 0:
		return model.P("%s: adopted by %s", rule, e.until(cuts[i]))
	case i == len(cuts):
		return model.P("%s: adopted after %s", rule, e.until(cuts[i-1]))
	}
	return model.P("%s: adopted after %s, by %s", rule, e.until(cuts[i-1]), e.until(cuts[i]))
}

// adopterShares gives each of five classes its share of the adopters; three
// classes are the first two, the middle two and the last.
func adopterShares(by measured, shares []float64, three bool) adopterClasses {
	if three {
		shares = []float64{shares[0] + shares[1], shares[2] + shares[3], shares[4]}
	}
	t := topTiers(by.values, shares)
	c := adopterClasses{segments: adopterSegments(three), by: by, at: t.reached, cuts: t.cuts(), expr: func() formula.Expr { return t.expr(by) }}
	for i, rule := range t.rules(by.Label) {
		c.segments[i].Rule = rule
	}
	return c
}

// place puts adopters in their class and the others apart, and reports the cuts.
func (c adopterClasses) place(s *model.Segmentation, e earliness) {
	segments, apart := c.segments, int32(len(c.segments))
	if e.outside() > 0 {
		segments = append(segments, model.Segment{Name: model.P("Non-adopters"), Rule: model.P("no date of adoption up to the as-of date"), Advice: model.Advice{
			Marketing: model.P("Show people like them who use it"), Product: model.P("Take away the first hurdle: a trial without registration"), Service: model.P("Offer help with the first use")}})
	}
	class := byValue(c.by, c.at)
	at := func(w whatIf) int32 {
		if e.apart[w.i] {
			return apart
		}
		return class(w)
	}
	ranks := inOrder(len(segments))
	p := e.absence.placer(s, segments)
	for i := range s.Of {
		if p.can(i) {
			s.Of[i] = at(whatIf{i: i})
		}
	}
	p.done()
	decide(s, at, ranks, c.by)
	e.absence.express(s, func() formula.Expr {
		if e.outside() > 0 {
			return formula.Or(c.expr(), segmentExpr(apart))
		}
		return c.expr()
	})
	if len(c.cuts) > 0 {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(c.by.ID), Label: c.by.Label, Unit: c.by.Unit, Values: c.cuts})
	}
}

func adopterSegments(three bool) []model.Segment {
	early := model.Advice{Marketing: model.P("Show what others will have later; ask them to speak of it"), Product: model.P("Early access with a way to tell what fails"), Service: model.P("A direct line to those who build it")}
	late := model.Advice{Marketing: model.P("Do not push: change when the old way ends"), Product: model.P("Keep the old way as long as it pays"), Service: model.P("Help in person"), Risk: model.P("Forced change loses them")}
	if three {
		return []model.Segment{{Name: model.P("Early"), Advice: early},
			{Name: model.P("Mainstream"), Advice: model.Advice{Marketing: model.P("Proof and prices: reviews, cases, guarantees"), Product: model.P("The whole product, ready to use"), Service: model.P("Help at the start")}},
			{Name: model.P("Late"), Advice: late}}
	}
	return []model.Segment{
		{Name: model.P("Innovators"), Advice: model.Advice{Marketing: model.P("Tell them first, with all technical detail"), Product: model.P("Beta tests"), Service: model.P("A direct line to those who build it"), Risk: model.P("They move on to the next new thing")}},
		{Name: model.P("Early adopters"), Advice: early},
		{Name: model.P("Early majority"), Advice: model.Advice{Marketing: model.P("Cases and reviews by people like them"), Product: model.P("The whole product, ready to use"), Service: model.P("Guided start")}},
		{Name: model.P("Late majority"), Advice: model.Advice{Marketing: model.P("The standard that most have, at a fair price"), Product: model.P("Simple and proven"), Service: model.P("Help by telephone"), Risk: model.P("Doubt: one failure and they go back")}},
		{Name: model.P("Laggards"), Advice: late},
	}
}
