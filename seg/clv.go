package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/btyd"
)

// clv predicts what each customer will spend, by a model of when they buy and
// one of what they spend. Source: Fader, Hardie & Lee (2005), RFM and CLV.
type clv struct{}

// Spec implements [Method].
func (clv) Spec() Spec {
	return Spec{
		ID: "clv", Name: model.P("CLV, predicted"), Family: Value,
		Summary: model.P("Predicts each customer's purchases and spending over the months to come, and whether they are still active, from when and for how much they bought; splits them into Platinum, Gold and Silver."),
		Rule: model.P("By descending predicted value: the top share is Platinum, the next Gold, the rest Silver. Value is expected money per purchase × expected purchases of each month × margin, discounted by month. " +
			"A model of buying is fitted to repeat purchase days, the last of them and the time since the first; one of spending to the mean of repeat purchases."),
		Needs: ltvNeeds(),
		Params: []Param{
			{ID: "model", Label: model.P("model"), Kind: Choice, Default: model.Word("bgnbd"),
				Options: []Option{{"bgnbd", model.P("BG/NBD: customers may leave after a repeat purchase")},
					{"mbgnbd", model.P("MBG/NBD: customers may leave after any purchase, also the first")},
					{"paretonbd", model.P("Pareto/NBD: customers may leave at any time")}},
				Help: model.P("The model of when customers buy and leave.")},
			{ID: "unit", Label: model.P("unit of time"), Kind: Choice, Default: model.Word("week"),
				Options: []Option{{"day", model.P("Days")}, {"week", model.P("Weeks of 7 days")}, {"month", model.P("Months of 30.4375 days")}},
				Help:    model.P("Unit of the times and parameters that are reported; values do not depend on it.")},
			{ID: "horizon", Label: model.P("horizon"), Kind: Int, Default: model.Num(12), Min: 1, Max: 120, Step: 1,
				Help: model.P("Months to come that count.")},
			{ID: "discount", Label: model.P("discount"), Kind: PercentShare, Default: model.Num(0.01), Min: 0, Max: 1, Step: 0.0025, Unit: model.Percent,
				Help: model.P("Monthly rate at which money to come counts less.")},
			marginParam(),
			tiersParam("Platinum", "Gold", "Silver"),
			{ID: "calibration-end", Label: model.P("calibration end"), Kind: Day, Default: model.Word(""),
				Help: model.P("Last day of the purchases that the models are fitted to; those after it measure how well they predict. Empty: all are fitted to.")},
		},
		Unwritten: model.P("the purchases to come follow from a hypergeometric series, which databases do not have: score with custseg run --recipe, or write ltv"),
		Source:    "Fader, Hardie & Lee (2005), \"Counting Your Customers\" the Easy Way; Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value; Batislam, Denizel & Filiztekin (2007); Schmittlein, Morrison & Colombo (1987)",
	}
}

// daysAMonth is the length of a month of the horizon.
const daysAMonth = daysAYear / 12

// Run implements [Method].
func (clv) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	b, err := readBuyers(in)
	if err != nil {
		return nil, err
	}
	report(0.1)
	s := &model.Segmentation{Used: historyMeasures()}
	fit, err := fitBuyers(ctx, b, in.Params, func(done float64) { report(0.1 + 0.6*done) })
	if err != nil {
		return nil, err
	}
	if !fit.failed.Empty() {
		return fit.fallBack(s, in)
	}
	f, err := fit.forecast(ctx, in.Params)
	if err != nil {
		return nil, err
	}
	report(0.9)
	s.Fit = append(fit.measures(), totalFit("clv", f.value)...)
	s.Notes = fit.notes(in.Params)
	f.addScores(s)
	placeTiers(s, topTiers(f.value, in.Params.Numbers("tiers")), clvSegments(), fit.predicted(f), absence{why: b.why, reasons: b.reasons})
	f.noteUndying(s, in.Params)
	s.Charts = append(fit.charts(f), valueCharts(s, clvInfo(), f.value)...)
	return s, fit.addHoldout(ctx, s)
}

func clvInfo() model.MeasureInfo {
	return model.MeasureInfo{ID: "clv", Label: model.P("Predicted value"), Unit: model.Money}
}

func clvSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Platinum"), Advice: model.Advice{Marketing: model.P("Invest to keep: benefits, early access, no discount"), Product: model.P("Ask them before changing what they buy"),
			Service: model.P("A named contact, answers first"), Risk: model.P("Watch for a falling probability of being active")}},
		{Name: model.P("Gold"), Advice: model.Advice{Marketing: model.P("Grow: cross-sell and shorten the time to the next order"), Service: model.P("Standard service, quick answers")}},
		{Name: model.P("Silver"), Advice: model.Advice{Marketing: model.P("Low-cost contact: spend no more on one than their predicted value"), Service: model.P("Self-service")}},
	}
}

// clvForecast is what is expected of each customer; missing of those who are
// not classified.
type clvForecast struct {
	buyers                         *buyers
	unit, margin                   float64
	horizon                        btyd.Horizon
	alive, purchases, spend, value []float64
}

// forecast predicts from all purchases up to the as-of date by the models that
// were fitted.
func (fit *clvFit) forecast(ctx context.Context, p Params) (*clvForecast, error) {
	b := fit.buyers
	sample, err := sampleOf(b.all, b.why)
	if err != nil {
		return nil, err
	}
	h := horizonOf(p)
	var of [3][]float64
	for i, forecast := range []func() ([]float64, error){
		func() ([]float64, error) { return btyd.Alive(ctx, fit.model.Model, sample) },
		func() ([]float64, error) {
			return btyd.Purchases(ctx, fit.model.Model, sample, float64(h.Periods)*h.Period)
		},
		func() ([]float64, error) { return btyd.DiscountedPurchases(ctx, fit.model.Model, sample, h) },
	} {
		if of[i], err = forecast(); err != nil {
			return nil, err
		}
	}
	f := &clvForecast{buyers: b, unit: fit.unit, horizon: h, margin: p.Float("margin"), alive: b.onAll(of[0]), purchases: b.onAll(of[1]), spend: b.unknown(), value: b.unknown()}
	discounted := b.onAll(of[2])
	for i, seen := range b.all {
		if b.why[i] < 0 {
			f.spend[i] = fit.spend.expected(seen)
			f.value[i] = f.spend[i] * discounted[i] * f.margin
		}
	}
	b.refuse(f.value)
	return f, nil
}

// horizonOf is the months to come that count, in days.
func horizonOf(p Params) btyd.Horizon {
	return btyd.Horizon{Periods: p.Int("horizon"), Period: daysAMonth, Discount: p.Float("discount")}
}

// addScores adds what a customer did and what is expected of them: times in the
// unit chosen, purchases over the horizon.
func (f *clvForecast) addScores(s *model.Segmentation) {
	b := f.buyers
	x, last, watched := b.unknown(), b.unknown(), b.unknown()
	for i, seen := range b.all {
		if b.why[i] < 0 {
			x[i], last[i], watched[i] = seen.repeats, seen.last/f.unit, seen.watched/f.unit
		}
	}
	s.Scores = append(s.Scores, model.NewNumbers("repeat_purchases", x), model.NewNumbers("last_repeat", last), model.NewNumbers("watched", watched),
		model.NewNumbers("p_alive", f.alive), model.NewNumbers("expected_purchases", f.purchases),
		model.NewNumbers("expected_spend", f.spend), model.NewNumbers("clv", f.value))
}
