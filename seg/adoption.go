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
	e, err := in.earliness(s)
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
		in.Params.settleWord("cut", cut)
	}
	classes := rogers(e, z, in.Params.Word("classes") == threeClasses)
	if cut == byShares {
		classes = adopterShares(e.raw, in.Params.Numbers("tiers"), in.Params.Word("classes") == threeClasses)
	}
	classes.place(s, e)
	if low, high := e.raw.span(); low == high {
		s.Notes = append(s.Notes, model.P("All have the same %s: nobody is earlier than another, and the classes say nothing", e.raw.Label))
	} else if n := s.Counts(); n[0] == 0 && cut == byDeviation {
		s.Notes = append(s.Notes, model.P("Nobody is in the earliest class: the values are not spread as a normal distribution is; cut=shares gives each class its share"))
	}
	use(s, z)
	s.Charts = histograms(s, classes.by)
	if e.dates {
		s.Charts = append([]model.Chart{e.curve()}, s.Charts...)
		s.Fit = append(s.Fit, model.Fit{Name: "adopters", Value: float64(e.raw.answered())}, model.Fit{Name: "adoption_rate", Value: float64(e.raw.answered()) / float64(e.raw.answered()+e.outside())})
	}
	return s, nil
}
