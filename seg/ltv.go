package seg

import (
	"context"

	"custseg/model"
)

// ltv values customers by what they spent, or by what they would spend at the
// pace so far. Source: Gupta & Lehmann (2003), Customers as Assets, for the
// formula with retention; the others are conventions.
type ltv struct{}

// The formulas.
const (
	ltvTotal     = "total"
	ltvSimple    = "simple"
	ltvRetention = "retention"
)

// Spec implements [Method].
func (ltv) Spec() Spec {
	return Spec{
		ID: "ltv", Name: model.P("LTV, historical"), Family: Value,
		Summary: model.P("Values customers by the money they brought so far, or by their yearly pace and how long customers stay, and splits them into High, Mid and Low."),
		Rule: model.P("By descending value: the top share is High, the next Mid, the rest Low. Value is money × margin (total); money per order × orders a year × lifespan × margin, " +
			"lifespan being 1/(1 - r) years up to a cap (simple); or yearly margin × r/(1 + d - r) (retention). " +
			"A customer's years run from the first purchase, and are at least one, or as many as the data spans; r is the share of customers kept from year to year: " +
			"if auto, of those first seen over a year ago, or half the time there is data of if that is less, the share who bought since, at the rate of a year."),
		Needs: ltvNeeds(),
		Params: []Param{
			{ID: "formula", Label: model.P("formula"), Kind: Choice, Default: model.Word(ltvTotal),
				Options: []Option{{ltvTotal, model.P("Money so far × margin")},
					{ltvSimple, model.P("Money per order × orders a year × lifespan × margin")},
					{ltvRetention, model.P("Yearly margin × r/(1 + d - r)")}},
				Help: model.P("What a customer is worth.")},
			marginParam(),
			{ID: "retention", Label: model.P("retention r"), Kind: PercentShare, Default: model.Word(autoWord), Auto: true, Min: 0, Max: 0.99, Step: 0.05, Unit: model.Percent,
				Help: model.P("Share of customers kept from one year to the next, or auto: of those first seen over a year ago, the share who bought since; of data of less than two years, over half of its time, raised to the power of a year by that time."),
				When: []Condition{{"formula", []string{ltvSimple, ltvRetention}}}},
			{ID: "discount", Label: model.P("discount d"), Kind: PercentShare, Default: model.Num(0.1), Min: 0, Max: 1, Step: 0.01, Unit: model.Percent,
				Help: model.P("Yearly rate at which money to come counts less."), When: []Condition{{"formula", []string{ltvRetention}}}},
			{ID: "lifespan", Label: model.P("longest lifespan"), Kind: Float, Default: model.Num(5), Min: 0.5, Max: 50, Step: 0.5,
				Help: model.P("Years that no customer is taken to stay beyond."), When: []Condition{{"formula", []string{ltvSimple}}}},
			tiersParam("High", "Mid", "Low"),
		},
		Source: "Gupta & Lehmann (2003), Customers as Assets; Berger & Nasr (1998), Customer Lifetime Value: Marketing Models and Applications",
	}
}

func ltvNeeds() []Need {
	return []Need{
		{Measure: model.Monetary, Why: model.P("money spent")},
		{Measure: model.Frequency, Why: model.P("number of orders")},
		{Measure: model.Tenure, Why: model.P("days since the first purchase")},
		{Measure: model.Recency, Why: model.P("days since the last purchase")},
	}
}

func marginParam() Param {
	return Param{ID: "margin", Label: model.P("margin"), Kind: PercentShare, Default: model.Num(1), Min: 0.01, Max: 1, Step: 0.05, Unit: model.Percent,
		Help: model.P("Share of the money that is earned.")}
}

// Run implements [Method].
func (ltv) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	h, err := readHistory(in)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{Used: historyMeasures()}
	p, formula := in.Params, in.Params.Word("formula")
	margin := p.Float("margin")
	info := model.MeasureInfo{ID: "ltv", Label: model.P("Lifetime value"), Unit: model.Money}
	var m measured
	if formula == ltvTotal {
		info.Label = model.P("Value so far")
		m = h.worth(info, totalValue(margin), h.money)
	} else {
		r := h.retention
		if p.Auto("retention") {
			s.Notes = append(append(s.Notes, h.noteRetention()), h.doubtRetention()...)
			p.settleNumber("retention", r)
		} else {
			r = p.Float("retention")
		}
		s.Fit = append(s.Fit, model.Fit{Name: "retention", Value: r})
		if formula == ltvRetention && r == 0 {
			s.Notes = append(s.Notes, model.P("With a retention of 0 nothing is to come, and everyone is worth 0: no customer is told from another"))
		}
		v := retainedValue(margin, r, p.Float("discount"))
		if formula == ltvSimple {
			years := lifespan(r, p.Float("lifespan"))
			s.Fit = append(s.Fit, model.Fit{Name: "lifespan", Value: years})
			v = simpleValue(margin, years)
		}
		m = h.worth(info, v, h.money, h.tenure)
	}
	s.Fit = append(s.Fit, totalFit("ltv", m.values)...)
	s.Scores = append(s.Scores, m.score())
	placeTiers(s, topTiers(m.values, p.Numbers("tiers")), ltvSegments(), m, h.absence())
	s.Charts = valueCharts(s, info, m.values)
	return s, nil
}

func ltvSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("High"), Advice: model.Advice{Marketing: model.P("Keep: loyalty benefits before discounts"), Product: model.P("Ask them first about what is new"),
			Service: model.P("Answers first, a named contact"), Risk: model.P("Watch each for signs of leaving")}},
		{Name: model.P("Mid"), Advice: model.Advice{Marketing: model.P("Grow: cross-sell and a reason for the next order"), Service: model.P("Standard service, quick answers")}},
		{Name: model.P("Low"), Advice: model.Advice{Marketing: model.P("Low-cost contact; spend on those who are new"), Service: model.P("Self-service")}},
	}
}
