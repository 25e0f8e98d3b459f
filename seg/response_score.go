package seg

import (
	"cmp"
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// mostTold is how many of the predictors are told to decide, and how many weights
// are drawn: those that count most.
const mostTold = 12

// scored is the chance of yes as a measure, which follows from the predictors.
func (f *responseFit) scored(id string) measured {
	label := model.P("chance of %s %s", f.target.info.Label, model.Raw(f.target.words[f.target.yes]))
	fitted, inputs, terms := f.model, f.inputs, f.terms
	chance := computed(id, label, model.Percent, f.score).following(func(w whatIf) float64 {
		read := make([]float64, len(inputs))
		for k, m := range inputs {
			read[k] = w.value(m)
		}
		return fitted.Chance(func(j int) float64 { return terms[j].value(read[terms[j].input]) })
	}, f.strongest()...).told(f.expr)
	chance.rounds = true
	return chance
}

// expr is the chance of yes in a formula.
func (f *responseFit) expr() formula.Expr {
	sum := formula.Expr(formula.Number(f.model.Intercept))
	for j, weight := range f.model.Weights {
		t := f.terms[j]
		sum = formula.Add(sum, formula.Mul(formula.Number(weight), t.expr(f.inputs[t.input])))
	}
	odds := formula.Name("log_odds", sum)
	one := formula.Number(1)
	return formula.Div(one, formula.Add(one, formula.Exp(formula.Sub(formula.Number(0), odds))))
}

// strongest are the predictors that count most, the strongest first: by the weight
// per standard deviation of one of their terms.
func (f *responseFit) strongest() []measured {
	var out []measured
	for _, j := range f.byWeight() {
		m := f.inputs[f.terms[j].input]
		if _, there := find(out, m.ID); !there && len(out) < mostTold {
			out = append(out, m)
		}
	}
	return out
}

// byWeight are the terms by descending weight per standard deviation.
func (f *responseFit) byWeight() []int {
	at, w := make([]int, len(f.terms)), f.model.Standardized
	for j := range at {
		at[j] = j
	}
	slices.SortStableFunc(at, func(a, b int) int { return cmp.Compare(math.Abs(w[b]), math.Abs(w[a])) })
	return at
}
