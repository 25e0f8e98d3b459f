package seg

import (
	"context"
	"strings"

	"custseg/model"
	"custseg/seg/concentration"
)

// value scores customers by several measures of what they are worth. Source:
// practice of customer value models; the weights are conventions.
type value struct{}

// The schemes of value.
const (
	valueShop = "shop"
	valueBank = "bank"
)

// valueInput is one weight of a scheme, and the measures it may be of, the
// first that the data has.
type valueInput struct {
	name   string
	of     []model.Measure
	weight float64
}

// valueInputs are the weights of a scheme and their defaults.
func valueInputs(scheme string) []valueInput {
	if scheme == valueBank {
		return []valueInput{{"balance", []model.Measure{"balance"}, .4}, {"transactions", []model.Measure{"transactions"}, .4}, {"feedback", []model.Measure{"feedback"}, .2}}
	}
	return []valueInput{
		{"monetary", []model.Measure{model.Monetary}, .5}, {"frequency", []model.Measure{model.Frequency}, .3},
		{"average_order", []model.Measure{model.AverageOrder}, .2}, {"influence", []model.Measure{"referrals", "followers"}, 0},
		{"potential", []model.Measure{"interest"}, 0}, {"balance", []model.Measure{"balance"}, 0}, {"feedback", []model.Measure{"feedback"}, 0},
	}
}

// Spec implements [Method].
func (value) Spec() Spec {
	optional := func(m model.Measure, why model.Phrase) Need { return Need{Measure: m, Optional: true, Why: why} }
	return Spec{
		ID: "value", Name: model.P("Customer value"), Family: Value,
		Summary: model.P("Scores customers by what they are worth in several respects at once, by money and orders or as a bank does by balance and transactions, and splits them into High, Mid and Low."),
		Rule: model.P("The score is the weighted mean of the percentiles, 0 to 1, of each measure among the customers; the weights of what a customer lacks fall to the others. " +
			"By descending score: the top share is High, the next Mid, the rest Low; or in three equal parts, or at fixed scores."),
		Needs: []Need{
			{Measure: model.Monetary, Or: []model.Measure{"balance", "transactions", "feedback"}, Why: model.P("money spent; or what a bank knows: balance, transactions, feedback")},
			optional(model.Frequency, model.P("number of orders")), optional(model.AverageOrder, model.P("money per order")),
			optional("referrals", model.P("influence: customers brought, or else followers")), optional("followers", model.P("influence, where there are no referrals")),
			optional("interest", model.P("potential: interest shown")), optional("balance", model.P("balance")),
			optional("transactions", model.P("number of transactions")), optional("feedback", model.P("answers on satisfaction")),
		},
		Params: append([]Param{
			{ID: "scheme", Label: model.P("scheme"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Shop where money spent is known, else bank")}, {valueShop, model.P("Money, orders and what else has a weight")},
					{valueBank, model.P("Balance, transactions and feedback")}},
				Help: model.P("Which measures make a customer valuable.")},
			valueWeights("weights", valueShop, model.P("weights")), valueWeights("bank-weights", valueBank, model.P("bank weights")),
		}, valueGrades().params()...),
		Source: "Practice of customer value scoring; percentile scores as in RFM, Hughes (1994), Strategic Database Marketing",
	}
}

func valueWeights(id, scheme string, label model.Phrase) Param {
	var names []string
	var weights []float64
	for _, in := range valueInputs(scheme) {
		names, weights = append(names, in.name), append(weights, in.weight)
	}
	return Param{ID: id, Label: label, Kind: Weights, Default: model.Nums(weights...), Names: names, Step: .1,
		Help: model.P("How much each measure counts, in any proportion; 0 leaves it out."), When: []Condition{{"scheme", []string{scheme, autoWord}}}}
}

func valueGrades() grades {
	return grades{by: byShares, shares: []float64{20, 30, 50}, from: []float64{.7, .4}, ids: []string{"high", "mid"}, segments: []model.Segment{
		{Name: model.P("High"), Advice: model.Advice{Marketing: model.P("VIP service and offers made for each"), Product: model.P("Early access, and a say in what comes"),
			Service: model.P("A named contact, answers first"), Risk: model.P("Watch each for signs of leaving")}},
		{Name: model.P("Mid"), Advice: model.Advice{Marketing: model.P("Promotions and points that lead to the next level"), Product: model.P("Bundles and the next category"),
			Service: model.P("Standard service, quick answers")}},
		{Name: model.P("Low"), Advice: model.Advice{Marketing: model.P("Automated re-marketing at low cost"), Service: model.P("Self-service")}},
	}}
}

// Run implements [Method].
func (value) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	scheme, param := in.Params.Word("scheme"), "weights"
	if scheme == autoWord && len(in.present(model.Monetary)) == 0 {
		scheme = valueBank
	}
	if scheme == valueBank {
		param = "bank-weights"
	}
	s := &model.Segmentation{}
	c := composite{info: model.MeasureInfo{ID: "value_score", Label: model.P("Value score")}}
	weights := in.Params.Numbers(param)
	var lacking []string
	for i, input := range valueInputs(scheme) {
		ms := in.present(input.of...)
		switch {
		case weights[i] > 0 && len(ms) > 0:
			c.parts = append(c.parts, byPercentile(ms[0], weights[i]))
		case weights[i] > 0:
			lacking = append(lacking, input.name)
			s.Notes = append(s.Notes, model.P("This data has no %s: its weight falls to the other measures", input.name))
		}
	}
	if len(c.parts) == 0 {
		return nil, paramErrorf(param, "this data has none of the measures that have a weight: %s; map a column to one with --map, or give others a weight", strings.Join(lacking, ", "))
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := valueGrades().place(s, in.Params, c.measured(), c.absence()); err != nil {
		return nil, err
	}
	c.report(s)
	s.Fit = append(s.Fit, concentrationFit(concentration.Unplaced(c.parts[0].values))...)
	return s, nil
}
