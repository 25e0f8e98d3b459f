package seg

import (
	"context"

	"custseg/model"
)

// adoption parts customers by how early they take up what is new. Source:
// Rogers (1962).
type adoption struct{}

// The sources of adoption, its classes and how they are cut.
const (
	byAdoptionDate = "date"
	byReadiness    = "readiness"
	fiveClasses    = "five"
	threeClasses   = "three"
	byDeviation    = "z"
)

// Spec implements [Method].
func (adoption) Spec() Spec {
	p := sharesParam([]float64{2.5, 13.5, 34, 34, 16}, "Innovators", "Early adopters", "Early majority", "Late majority", "Laggards")
	p.When = []Condition{{"cut", []string{byShares, autoWord}}}
	return Spec{
		ID: "adoption", Name: model.P("Technology adoption"), Family: Attitude,
		Summary: model.P("Parts customers by how early they took up something new, or by how ready they are to: Rogers' five classes, or three. Those who have not adopted are apart."),
		Rule: model.P("z is how many standard deviations before the mean a customer adopted, or how many above it the readiness lies: Innovators from 2, Early adopters from 1, Early majority from 0, Late majority from -1, else Laggards; " +
			"or by shares of the customers, from the earliest. Three classes are the first two, the middle two and the last."),
		Needs: []Need{{Measure: "adoption_date", Or: []model.Measure{"readiness"}, Why: model.P("date of adoption, empty for those who have not; or else a readiness score")}},
		Params: []Param{
			{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Adoption dates where there are any, else readiness")}, {byAdoptionDate, model.P("Date of adoption")}, {byReadiness, model.P("Readiness score")}},
				Help:    model.P("What tells how early a customer is.")},
			{ID: "classes", Label: model.P("classes"), Kind: Choice, Default: model.Word(fiveClasses),
				Options: []Option{{fiveClasses, model.P("Five, after Rogers")}, {threeClasses, model.P("Three: early, mainstream, late")}}, Help: model.P("How many classes there are.")},
			{ID: "cut", Label: model.P("cut"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Dates by z, readiness by shares")}, {byDeviation, model.P("By standard deviations from the mean")}, {byShares, model.P("By shares of the customers")}},
				Help:    model.P("How the classes are parted; a score with few values has no tails to cut by z.")},
			p,
		},
		Source: "Rogers (1962), Diffusion of Innovations: 2.5, 13.5, 34, 34 and 16 % of a normal distribution at its mean and one and two standard deviations",
	}
}

// Run implements [Method].
func (adoption) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	e, err := in.earliness()
	if err != nil {
		return nil, err
	}
	use(s, e.raw)
	z := e.z()
	cut := in.Params.Word("cut")
	if cut == autoWord {
		cut = byShares
		if e.dates {
			cut = byDeviation
		}
	}
	three := in.Params.Word("classes") == threeClasses
	if cut == byShares {
		shares := in.Params.Numbers("tiers")
		if three {
			shares = []float64{shares[0] + shares[1], shares[2] + shares[3], shares[4]}
		}
		t := topTiers(z.values, shares)
		placeAdopters(s, e, t.of, t.rules(z.Label), three)
		if cuts := t.cuts(); len(cuts) > 0 {
			s.Cuts = append(s.Cuts, model.Cuts{Measure: string(z.ID), Label: z.Label, Values: cuts})
		}
	} else {
		of, rules := rogers(z, three)
		placeAdopters(s, e, of, rules, three)
		cuts := model.Cuts{Measure: string(z.ID), Label: z.Label, Values: []float64{-1, 0, 1, 2}}
		if three {
			cuts.Values = []float64{-1, 1}
		}
		s.Cuts = append(s.Cuts, cuts)
		if n := s.Counts(); n[0] == 0 {
			s.Notes = append(s.Notes, model.P("Nobody is in the earliest class: the values are not spread as a normal distribution is; cut=shares gives each class its share"))
		}
	}
	use(s, z)
	s.Charts = histograms(s, z)
	if e.dates {
		s.Charts = append([]model.Chart{e.curve()}, s.Charts...)
		s.Fit = append(s.Fit, model.Fit{Name: "adopters", Value: float64(e.raw.answered())}, model.Fit{Name: "adoption_rate", Value: float64(e.raw.answered()) / float64(e.raw.answered()+e.outside())})
	}
	return s, nil
}

// rogers places customers by z at the mean and whole standard deviations.
func rogers(z measured, three bool) (of []int32, rules []model.Phrase) {
	cuts := []float64{2, 1, 0, -1}
	if three {
		cuts = []float64{1, -1}
	}
	b := bands{of: make([]band, len(cuts)+1)}
	for i := range b.of {
		rules = append(rules, b.rule(z, cuts, i))
	}
	of = make([]int32, len(z.values))
	for i, v := range z.values {
		of[i] = b.at(cuts, v)
	}
	return of, rules
}

// placeAdopters puts adopters in their class and the others apart.
func placeAdopters(s *model.Segmentation, e earliness, of []int32, rules []model.Phrase, three bool) {
	segments := adopterSegments(three)
	for i := range segments {
		segments[i].Rule = rules[i]
	}
	apart := int32(len(segments))
	if e.outside() > 0 {
		segments = append(segments, model.Segment{Name: model.P("Non-adopters"), Rule: model.P("no date of adoption up to the as-of date"), Advice: model.Advice{
			Marketing: model.P("Show people like them who use it"), Product: model.P("Take away the first hurdle: a trial without registration"), Service: model.P("Offer help with the first use")}})
	}
	p := e.absence.placer(s, segments)
	for i := range s.Of {
		switch {
		case !p.can(i):
		case e.apart[i]:
			s.Of[i] = apart
		default:
			s.Of[i] = of[i]
		}
	}
	p.done()
}

func adopterSegments(three bool) []model.Segment {
	early := model.Advice{Marketing: model.P("Show what others will have later; ask them to speak of it"), Product: model.P("Early access with a way to tell what fails"), Service: model.P("A direct line to those who build it")}
	late := model.Advice{Marketing: model.P("Do not push: change when the old way ends"), Product: model.P("Keep the old way as long as it pays"), Service: model.P("Help in person"), Risk: model.P("Forced change loses them")}
	if three {
		return []model.Segment{{Name: model.P("Early 早期"), Advice: early},
			{Name: model.P("Mainstream 主流"), Advice: model.Advice{Marketing: model.P("Proof and prices: reviews, cases, guarantees"), Product: model.P("The whole product, ready to use"), Service: model.P("Help at the start")}},
			{Name: model.P("Late 滞后"), Advice: late}}
	}
	return []model.Segment{
		{Name: model.P("Innovators"), Advice: model.Advice{Marketing: model.P("Tell them first, with all technical detail"), Product: model.P("Beta tests"), Service: model.P("A direct line to those who build it"), Risk: model.P("They move on to the next new thing")}},
		{Name: model.P("Early adopters"), Advice: early},
		{Name: model.P("Early majority"), Advice: model.Advice{Marketing: model.P("Cases and reviews by people like them"), Product: model.P("The whole product, ready to use"), Service: model.P("Guided start")}},
		{Name: model.P("Late majority"), Advice: model.Advice{Marketing: model.P("The standard that most have, at a fair price"), Product: model.P("Simple and proven"), Service: model.P("Help by telephone"), Risk: model.P("Doubt: one failure and they go back")}},
		{Name: model.P("Laggards"), Advice: late},
	}
}
