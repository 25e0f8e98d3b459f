package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/latent"
)

// lca groups customers by the latent class that their answers most likely come
// from. Source: Lazarsfeld & Henry (1968), Latent Structure Analysis; Linzer &
// Lewis (2011), poLCA.
type lca struct{}

const (
	// Fitting takes as long as there are different sets of answers: of more than
	// latentRows, a model is fitted to so many rows, and for the table over k,
	// since it takes many runs, to fewer.
	latentRows      = 10_000
	latentTableRows = 3000
	classesFrom     = 1 // of the table over k
	classesTo       = 8
	fewestAnswers   = 2 // columns
)

// Spec implements [Method].
func (lca) Spec() Spec {
	return Spec{
		ID: "lca", Name: model.P("Latent class analysis"), Family: Mining, Seeded: true,
		Summary: model.P("Finds classes of customers that explain which answers, or which words of several columns, go together; within a class they are independent."),
		Rule:    model.P("A customer belongs to the class that is the likeliest given their answers; the others' likelihoods are the membership scores. The number of classes has the lowest Bayesian information criterion, in the measures bic_k1 to bic_k8."),
		Needs:   []Need{{Categories: fewestAnswers, Why: model.P("at least two columns of words or of answers: parameter columns")}},
		Params: []Param{
			{ID: "k", Label: model.P("classes"), Kind: Int, Default: model.Word(autoWord), Min: 2, Max: classesTo, Step: 1, Auto: true,
				Help: model.P("Number of classes, or auto for the lowest BIC of 1 to 8.")},
			{ID: "columns", Label: model.P("columns"), Kind: ColumnList, Takes: CategoryColumns, Default: model.Words(),
				Help: model.P("Columns of words, or of few different numbers such as answers from 1 to 5; none: those with the role item, or else all columns of 2 to 12 different words.")},
			{ID: "missing", Label: model.P("missing"), Kind: Choice, Default: model.Word("use"),
				Options: []Option{{"use", model.P("Go by the answers that there are")}, {"drop", model.P("Leave the customer unclassified")}},
				Help:    model.P("What becomes of customers who lack an answer; who lacks all is unclassified.")},
			{ID: "starts", Label: model.P("starts"), Kind: Int, Default: model.Num(20), Min: 1, Max: 100, Step: 10,
				Help: model.P("Independent random starts, of which the likeliest is kept.")},
			{ID: "iterations", Label: model.P("iterations"), Kind: Int, Default: model.Num(2000), Min: 1, Max: mostIterations, Step: 100,
				Help: model.P("Most iterations of expectation and maximization.")},
			stabilityParam(),
		},
		Source: "Lazarsfeld & Henry (1968), Latent Structure Analysis; Goodman (1974), Exploratory latent structure analysis; Linzer & Lewis (2011), poLCA; Schwarz (1978), Estimating the dimension of a model",
	}
}

// Run implements [Method].
func (lca) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	a, err := readAnswers(in)
	if err != nil {
		return nil, err
	}
	settings := latent.Settings{Starts: in.Params.Int("starts"), MaxIter: in.Params.Int("iterations"), Tol: latentTol, Seed: in.Seed}
	fit, err := fitLatent(ctx, a, wantedK(in.Params, classesFrom, classesTo), settings, report)
	if err != nil {
		return nil, err
	}
	in.Params.settleNumber("k", float64(fit.asked))
	s := &model.Segmentation{Used: a.names(), Notes: a.notes}
	fit.place(s)
	fit.describe(s)
	fit.decide(in, s)
	fit.express(s, in.Params.Word("missing") == "drop")
	again := refit{refitRows, func(ctx context.Context, x cluster.Matrix) ([]int32, error) {
		models, err := latent.Fit(ctx, a.decode(x), []int{fit.asked}, settings, nil)
		if err != nil {
			return nil, err
		}
		return models[0].Labels, nil
	}}
	return s, addStability(ctx, in, s, a.encode(), fit.kept.Labels, again)
}
