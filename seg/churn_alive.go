package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/btyd"
)

// churnByAlive takes the probability of being a customer no more from the model
// MBG/NBD. Where it cannot be fitted the rule is gap.
func churnByAlive(ctx context.Context, s *model.Segmentation, in Input, d *purchaseDays, report func(float64)) error {
	of, who, a := d.buyers()
	sample, err := btyd.NewSample(of)
	var fit *btyd.Fit
	if err == nil {
		fit, err = btyd.FitModel(ctx, btyd.MBGNBD, sample, btyd.Options{}, report)
	}
	failed, err := unfit(err, "%d customers bought again, and at least %d are needed")
	switch {
	case err != nil:
		return err
	case failed.Empty() && !fit.Converged:
		failed = notConverged(fit.Estimate)
	}
	if !failed.Empty() {
		s.Notes = append(s.Notes, model.P("MBG/NBD could not be fitted: %s. The rule is gap instead", failed))
		return churnByGap(s, in, d)
	}
	alive, err := btyd.Alive(ctx, fit.Model, sample)
	if err != nil {
		return err
	}
	left := make([]float64, len(d.recency.values))
	for i := range left {
		left[i] = missing
	}
	for i, k := range who {
		left[k] = 1 - alive[i]
	}
	risk := d.follow(computed("p_left", model.P("Probability of having left"), model.Percent, left), in, fit.Model)
	if m, ok := fit.Model.(btyd.BetaGeometric); ok && d.days != nil {
		risk = risk.told(func() formula.Expr { return d.leftExpr(m) })
		risk.rounds = true
	}
	if err := churnBands("high-alive", "medium-alive").place(s, in.Params, risk, a); err != nil {
		return err
	}
	s.Scores = append(s.Scores, risk.score())
	e := fit.In(unitDays("week"))
	s.Notes = append(s.Notes, noteLimits(e)...)
	s.Fit = append(append(churnShares(s), converged("converged", e)), estimates(e)...)
	_, mean, _ := moments(left)
	s.Fit = append(s.Fit, model.Fit{Name: "log_likelihood", Value: e.LogLikelihood}, model.Fit{Name: "mean_p_alive", Value: 1 - mean})
	s.Charts = append(histograms(s, risk), histogram(s, d.recency.MeasureInfo, d.recency.values))
	return nil
}

// purchaseDaysExpr is the number of days with a purchase in a formula.
func purchaseDaysExpr() formula.Expr {
	return formula.Input{Kind: formula.Fact, Name: model.FactPurchaseDays}
}

// leftExpr is the probability of having left in a formula: with the odds
// a/(b+x)·((α+T)/(α+t_x))^(r+x) to 1 of MBG/NBD, for x repeat purchases.
func (d *purchaseDays) leftExpr(m btyd.BetaGeometric) formula.Expr {
	tenure, n := d.tenure.expr(), func(v float64) formula.Expr { return formula.Number(v) }
	repeats := formula.Name("repeats", formula.Sub(purchaseDaysExpr(), n(1)))
	watched := formula.Sub(tenure, n(float64(d.asOf-d.end)))
	idle := formula.Sub(formula.Log1p(formula.Div(watched, n(m.Alpha))), formula.Log1p(formula.Div(formula.Sub(tenure, d.recency.expr()), n(m.Alpha))))
	stay := formula.Mul(formula.Div(formula.Add(n(m.B), repeats), n(m.A)), formula.Exp(formula.Mul(formula.Sub(n(-m.R), repeats), idle)))
	return formula.Div(n(1), formula.Add(n(1), stay))
}

// follow says how the probability of having left follows from measures.
func (d *purchaseDays) follow(left measured, in Input, m btyd.Model) measured {
	return left.following(func(w whatIf) float64 {
		c, why := d.buyer(w)
		if why >= 0 {
			return missing
		}
		return 1 - m.Alive(c)
	}, append([]measured{d.recency}, in.present(model.Frequency, model.Tenure)...)...)
}
