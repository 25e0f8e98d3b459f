package seg

import (
	"context"
	"slices"

	"custseg/model"
)

// churn tells how likely customers are to have left, or to leave, by one of four
// rules.
type churn struct{}

// The rules.
const (
	churnGap   = "gap"
	churnAlive = "alive"
	churnTrend = "trend"
	churnLabel = "label"
)

// Spec implements [Method].
func (churn) Spec() Spec {
	gap, label := Condition{"rule", []string{churnGap, churnAlive, autoWord}}, Condition{"rule", []string{churnLabel, autoWord}}
	alive, trend := Condition{"rule", []string{churnAlive}}, Condition{"rule", []string{churnTrend}}
	cut := func(id string, name, help model.Phrase, at float64, when Condition) Param {
		p := cutParam(id, name, help, at, 0, 1, 0.05, model.Percent)
		p.When = []Condition{when}
		return p
	}
	return Spec{
		ID: "churn", Name: model.P("Churn risk"), Family: Behaviour, Seeded: true,
		Summary: model.P("Tells who may have left: by how long they have been silent, by the chance that they are still customers, by falling orders, or by a label of those who left before."),
		Rule: model.P("gap: days since the last purchase above a percentile of the days between purchases, of all customers or of their own. " +
			"alive: 1 less the probability of being a customer by the MBG/NBD model. trend: fall of the orders of the last days against as many days before. " +
			"label: chance of leaving by logistic regression on those whose leaving is known. auto: gap where purchases have dates, else label."),
		Needs: []Need{{Measure: model.Recency, Or: []model.Measure{roleWord}, Why: model.P("days since the last purchase, or who left before")},
			{Measure: model.Tenure, Optional: true, Why: model.P("rule alive without orders: days since the first purchase")},
			{Measure: model.Frequency, Optional: true, Why: model.P("rules gap and alive without orders: number of orders")},
			{Measure: roleWord, Optional: true, Why: model.P("rule label: who left")}},
		Params: slices.Concat([]Param{
			{ID: "rule", Label: model.P("rule"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Gap where purchases have dates, else label")}, {churnGap, model.P("Silent for longer than the gaps between purchases")},
					{churnAlive, model.P("Probability of being a customer no more (MBG/NBD)")}, {churnTrend, model.P("Falling orders")}, {churnLabel, model.P("Like those who left before")}},
				Help: model.P("How the risk of each customer is told.")},
			{ID: "gaps", Label: model.P("gaps"), Kind: Choice, Default: model.Word("base"), When: []Condition{{"rule", []string{churnGap, autoWord}}},
				Options: []Option{{"base", model.P("Of all customers")}, {"own", model.P("Their own, of customers with three or more")}},
				Help:    model.P("Which days between purchases the silence is compared to.")},
			cut("high-gap", model.P("high above"), model.P("Percentile of all gaps above which silence is a high risk; of the rule alive where its model cannot be fitted."), 0.8, gap),
			cut("medium-gap", model.P("medium above"), model.P("Percentile of all gaps above which silence is a medium risk; of the rule alive where its model cannot be fitted."), 0.4, gap),
			{ID: "own-gap", Label: model.P("high above own"), Kind: PercentShare, Default: model.Num(0.9), Min: 0, Max: 1, Step: 0.05, Unit: model.Percent,
				Help: model.P("Percentile of a customer's own gaps above which silence is a high risk; above their median it is medium."), When: []Condition{{"gaps", []string{"own"}}}},
			cut("high-alive", model.P("high from"), model.P("Probability of having left from which the risk is high."), 0.7, alive),
			cut("medium-alive", model.P("medium from"), model.P("Probability of having left from which the risk is medium."), 0.3, alive),
			{ID: "days", Label: model.P("days"), Kind: Int, Default: model.Num(90), Min: 7, Max: 730, Step: 10, Unit: model.Days,
				Help: model.P("Length of each of the two periods that are compared."), When: []Condition{trend}},
			cut("high-fall", model.P("high from"), model.P("Fall of orders from which the risk is high."), 0.5, trend),
			cut("medium-fall", model.P("medium from"), model.P("Fall of orders from which the risk is medium."), 0.2, trend),
			cut("high-score", model.P("high from"), model.P("Chance of leaving from which the risk is high."), 0.5, label),
			cut("medium-score", model.P("medium from"), model.P("Chance of leaving from which the risk is medium."), 0.2, label),
		}, responseParams(label)),
		Source: "Batislam, Denizel & Filiztekin (2007) for alive; le Cessie & van Houwelingen (1992) for label; gap and trend are conventions",
	}
}

// Run implements [Method].
func (churn) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	rule := in.churnRule()
	in.Params.settleWord("rule", rule)
	if rule == churnLabel {
		return churnByLabel(ctx, in, report)
	}
	days, err := in.readDays()
	if err != nil {
		if in.Params.Word("rule") != autoWord {
			return nil, paramErrorf("rule", "%s needs purchases: %v; or set rule=label with a column of who left", rule, err)
		}
		return nil, err
	}
	report(0.1)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	use(s, days.recency)
	switch rule {
	case churnAlive:
		return s, churnByAlive(ctx, s, in, days, func(done float64) { report(0.1 + 0.8*done) })
	case churnTrend:
		return s, churnByTrend(s, in, days)
	}
	return s, churnByGap(s, in, days)
}

// churnRule is the rule chosen, or the one that the data allows.
func (in Input) churnRule() string {
	rule := in.Params.Word("rule")
	if rule != autoWord {
		return rule
	}
	if _, _, err := in.targetColumn(); err == nil && len(in.present(model.Recency)) == 0 {
		return churnLabel
	}
	return churnGap
}

// churnSegments are the risks, from the highest.
func churnSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("High"), Advice: model.Advice{Marketing: model.P("A save offer now, dearest customers first; call those of high value"), Product: model.P("Ask those who leave why"),
			Service: model.P("Clear open complaints before any offer"), Risk: model.P("Plan with the loss of most of this money")}},
		{Name: model.P("Medium"), Advice: model.Advice{Marketing: model.P("Nurture: a reminder of what they buy, a reason for the next order"), Service: model.P("Ask whether all is well")}},
		{Name: model.P("Low"), Advice: model.Advice{Marketing: model.P("Nothing to save: no discount for staying")}},
	}
}

// churnBands cut a risk at two parameters.
func churnBands(high, medium string) bands {
	g := churnSegments()
	return bands{of: []band{{g[0], high}, {g[1], medium}, {g[2], ""}}, worst: true}
}

// churnShares report how many are at risk.
func churnShares(s *model.Segmentation) []model.Fit {
	count, n := s.Counts(), float64(len(s.Of))
	return []model.Fit{{Name: "high_share", Value: float64(count[0]) / n}, {Name: "medium_share", Value: float64(count[1]) / n}}
}
