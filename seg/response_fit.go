package seg

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

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
	rows   []int32 // customers fitted to
	yes    []bool  // of them
	model  *logit.Model
	score  []float64 // chance of yes, of all customers
	held   []float64 // of the rows, by models that have not seen them
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
		return nil, fmt.Errorf("there is no column to predict %s by: name some with --set columns=A,B", y.column)
	}
	fewest := f.pick(y.known())
	if fewest < 2 {
		return nil, fmt.Errorf("%d customers have the rarer answer of %s, and at least 2 are needed to learn from", fewest, y.column)
	}
	report(0.1)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	settings := logit.Settings{Ridge: in.Params.Float("ridge")}
	columns := f.of(f.rows)
	if f.model, err = logit.Fit(ctx, columns, f.yes, settings); err != nil {
		return nil, f.explain(ctx, err)
	}
	f.score = f.model.Chances(f.x, in.Customers.Len())
	report(0.2)
	k := min(in.Params.Int("folds"), fewest)
	class := make([]int32, len(f.yes))
	for i, yes := range f.yes {
		if yes {
			class[i] = 1
		}
	}
	f.held, err = logit.CrossValidate(ctx, columns, f.yes, validate.Folds(len(f.yes), k, class, in.Seed), k, settings,
		func(done float64) { report(0.2 + 0.7*done) })
	return f, f.explain(ctx, err)
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
	f.rows = known
	if len(known) > mostFitted {
		f.rows = nil
		for _, place := range spaced(len(known), mostFitted) {
			f.rows = append(f.rows, known[place])
		}
		f.notes = append(f.notes, model.P("Fitted to %d of %d customers", mostFitted, len(known)))
	}
	positives := 0
	f.yes = make([]bool, len(f.rows))
	for i, r := range f.rows {
		if f.yes[i] = int(f.target.codes[r]) == f.target.yes; f.yes[i] {
			positives++
		}
	}
	if unknown := f.target.source.Len() - len(known); unknown > 0 {
		f.notes = append(f.notes, model.P("%d customers without %s are scored and not learned from", unknown, f.target.info.Label))
	}
	return min(positives, len(f.rows)-positives)
}

// measures are how well the model tells yes from no: auc of customers that it had
// not seen, and of those it had.
func (f *responseFit) measures() []model.Fit {
	seen := make([]float64, len(f.rows))
	positives := 0.
	for i, r := range f.rows {
		seen[i] = f.score[r]
		if f.yes[i] {
			positives++
		}
	}
	return []model.Fit{{Name: "auc", Value: validate.AUC(f.held, f.yes)}, {Name: "auc_fitted", Value: validate.AUC(seen, f.yes)},
		{Name: "base_rate", Value: positives / float64(len(f.yes))}, {Name: "log_likelihood", Value: f.model.LogLikelihood}}
}

// doubts notes a model that is no better than chance, or too good.
func (f *responseFit) doubts() []model.Phrase {
	auc := validate.AUC(f.held, f.yes)
	const chance, leak = 0.55, 0.98
	switch {
	case auc < chance:
		return []model.Phrase{model.P("The score hardly tells yes from no on customers it has not seen: AUC %.2f, where 0.5 is chance", auc)}
	case auc > leak:
		return []model.Phrase{model.P("AUC %.3f is too good to be true of people: a column may hold what was only known afterwards; name those known before in columns", auc)}
	}
	return nil
}

// gainsCurve is the share of all yes that is reached down to each customer by
// descending held-out score.
func (f *responseFit) gainsCurve() *model.Curve {
	down := make([]int32, len(f.rows))
	for i := range down {
		down[i] = int32(i)
	}
	slices.SortStableFunc(down, func(a, b int32) int { return cmp.Compare(f.held[b], f.held[a]) })
	word := model.Raw(f.target.words[f.target.yes])
	out := &model.Curve{Title: model.P("Gains: %s %s reached by share of customers", f.target.info.Label, word), XTitle: model.P("share of customers, highest score first"),
		YTitle: model.P("share of all %s %s", f.target.info.Label, word), XUnit: model.Percent, YUnit: model.Percent, Diagonal: true}
	total, found := 0., 0.
	for _, yes := range f.yes {
		if yes {
			total++
		}
	}
	for place, i := range down {
		if f.yes[i] {
			found++
		}
		out.X, out.Y = append(out.X, float64(place+1)/float64(len(down))), append(out.Y, found/total)
		out.Order = append(out.Order, f.rows[i])
	}
	return out
}

// weights are what counts most in the score, per standard deviation.
func (f *responseFit) weights() *model.Bars {
	out := &model.Bars{Title: model.P("What counts: change of the log odds per standard deviation")}
	for _, j := range f.byWeight()[:min(len(f.terms), mostTold)] {
		out.Labels, out.Values = append(out.Labels, f.terms[j].name), append(out.Values, f.model.Standardized[j])
	}
	return out
}
