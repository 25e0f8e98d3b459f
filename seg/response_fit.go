package seg

import (
	"context"
	"errors"
	"fmt"

	"custseg/model"
	"custseg/seg/logit"
	"custseg/seg/validate"
)

// mostFitted is how many customers a regression is fitted to.
const mostFitted = 50_000

// responseParams are the parameters of a regression on yes and no, each with an
// effect under the conditions given.
func responseParams(when ...Condition) []Param {
	out := []Param{
		targetParam(YesNoColumns, model.P("The column of yes and no, or of two words, of which the rarer counts as yes; by default the one with the role target.")),
		predictorsParam(),
		{ID: "ridge", Label: model.P("ridge"), Kind: Float, Default: model.Num(1), Min: 0.001, Max: 1000, Step: 1,
			Help: model.P("Penalty on the squared weights of the standardized columns: more draws them to 0.")},
		foldsParam(),
	}
	for i := range out {
		out[i].When = when
	}
	return out
}

// responseFit is a logistic regression of a target on columns.
type responseFit struct {
	design
	target *target
	model  *logit.Model
	score  []float64 // chance of yes, of all customers
	held   heldOut   // of the customers fitted to
	notes  []model.Phrase
}

// fitResponse fits to the customers whose target is known, and scores all.
func fitResponse(ctx context.Context, in Input, report func(float64)) (*responseFit, error) {
	y, err := in.readTarget()
	if err != nil {
		return nil, err
	}
	if y.yes < 0 {
		return nil, paramErrorf("target", "%s is not yes and no, or two words: name such a column with --set target=COLUMN; the method tree explains any", y.column)
	}
	f := &responseFit{target: y}
	predictors, notes, err := in.predictors(y)
	if err != nil {
		return nil, err
	}
	f.notes = notes
	for _, p := range predictors {
		f.add(p, in.roleOf(p.column))
	}
	f.notes = append(f.notes, f.filledNotes()...)
	if len(f.terms) == 0 {
		return nil, noColumn(fmt.Sprintf("there is no column to predict %s by", y.column), f.notes)
	}
	fewest := f.pick(y.known(predictors))
	if fewest < 2 {
		return nil, fmt.Errorf("%d customers have the rarer answer of %s, and at least 2 are needed to learn from", fewest, y.column)
	}
	report(0.1)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	settings := logit.Settings{Ridge: in.Params.Float("ridge")}
	columns := f.of(f.held.rows)
	if f.model, err = logit.Fit(ctx, columns, f.held.yes, settings); err != nil {
		return nil, f.explain(ctx, err)
	}
	f.score = f.model.Chances(f.x, in.Customers.Len())
	report(0.2)
	k := min(in.Params.Int("folds"), fewest)
	class := make([]int32, len(f.held.yes))
	for i, yes := range f.held.yes {
		if yes {
			class[i] = 1
		}
	}
	fold := validate.Folds(len(f.held.yes), k, class, in.Seed)
	models, err := logit.CrossFit(ctx, columns, f.held.yes, fold, k, settings, func(done float64) { report(0.2 + 0.7*done) })
	if err != nil {
		return nil, f.explain(ctx, err)
	}
	f.held.score = validate.HeldOut(fold, k, func(out int) []float64 { return models[out].Chances(columns, len(fold)) })
	return f, nil
}

// explain says what to do about a regression that has no solution.
func (f *responseFit) explain(ctx context.Context, err error) error {
	if err == nil || ctx.Err() != nil || errors.Is(err, logit.ErrOneClass) {
		return err
	}
	return paramErrorf("ridge", "the weights have no solution: raise it, or name fewer columns")
}

// pick chooses the customers to fit to, and returns how many have the rarer
// answer.
func (f *responseFit) pick(known []int32) int {
	f.held.target, f.held.rows = f.target, known
	if len(known) > mostFitted {
		f.held.rows = nil
		for _, place := range spaced(len(known), mostFitted) {
			f.held.rows = append(f.held.rows, known[place])
		}
		f.notes = append(f.notes, model.P("Fitted to %d of %d customers", mostFitted, len(known)))
	}
	positives := 0
	f.held.yes = make([]bool, len(f.held.rows))
	for i, r := range f.held.rows {
		if f.held.yes[i] = int(f.target.codes[r]) == f.target.yes; f.held.yes[i] {
			positives++
		}
	}
	if unknown := f.target.source.Len() - len(known); unknown > 0 {
		f.notes = append(f.notes, model.P("%d customers without %s are scored and not learned from", unknown, f.target.info.Label))
	}
	return min(positives, len(f.held.rows)-positives)
}

// doubts notes what the score cannot tell.
func (f *responseFit) doubts() []model.Phrase {
	out, full := f.held.doubts(), 0
	for _, chance := range f.score {
		if chance == 0 || chance == 1 {
			full++
		}
	}
	if full > 1 {
		out = append(out, model.P("%d customers have a chance of 0 or 1 to all digits, by which they cannot be told apart: raise ridge", full))
	}
	return out
}

// measures are how well the model tells yes from no: auc of customers that it had
// not seen, and of those it had.
func (f *responseFit) measures() []model.Fit {
	seen := pickFloats(f.score, f.held.rows)
	return []model.Fit{{Name: "auc", Value: f.held.auc()}, {Name: "auc_fitted", Value: validate.AUC(seen, f.held.yes)},
		{Name: "base_rate", Value: f.held.rate()}, {Name: "log_likelihood", Value: f.model.LogLikelihood}}
}

// weights are what counts most in the score, per standard deviation.
func (f *responseFit) weights() *model.Bars {
	out := &model.Bars{Title: model.P("What counts: change of the log odds per standard deviation"), ValueTitle: model.P("change"), Basis: f.basis()}
	for _, j := range f.byWeight()[:min(len(f.terms), mostTold)] {
		out.Labels, out.Values = append(out.Labels, f.terms[j].name), append(out.Values, f.model.Standardized[j])
	}
	return out
}
