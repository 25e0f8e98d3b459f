package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/btyd"
)

// churnByAlive takes the probability of being a customer no more from the model
// MBG/NBD. Where it cannot be fitted the rule is gap.
func churnByAlive(ctx context.Context, s *model.Segmentation, in Input, d *purchaseDays, report func(float64)) error {
	of, who := d.history()
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
		failed = model.P("the search for its parameters did not converge, at a slope of %.1g per customer", fit.GradientNorm)
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
	risk := d.follow(computed("p_left", model.P("Probability of having left"), model.Percent, left), in, fit.Model, of, who)
	if err := churnBands("high-alive", "medium-alive").place(s, in.Params, risk, d.without(in, risk)); err != nil {
		return err
	}
	s.Scores = append(s.Scores, risk.score())
	s.Fit = churnShares(s)
	for i, name := range fit.Names {
		s.Fit = append(s.Fit, model.Fit{Name: name, Value: fit.Values[i]})
	}
	_, mean, _ := moments(left)
	s.Fit = append(s.Fit, model.Fit{Name: "log_likelihood", Value: fit.LogLikelihood}, model.Fit{Name: "mean_p_alive", Value: 1 - mean})
	s.Charts = append(histograms(s, risk), histogram(s, d.recency.MeasureInfo, d.recency.values))
	return nil
}

// follow says how the probability of having left follows from measures: a lower
// recency is a purchase since, a higher one is time without a purchase. of and who
// are those of [purchaseDays.history].
func (d *purchaseDays) follow(left measured, in Input, m btyd.Model, of []btyd.Customer, who []int32) measured {
	const week = 7
	recency, others := d.recency, in.present(model.Frequency, model.Tenure)
	return left.following(func(w whatIf) float64 {
		at, ok := slices.BinarySearch(who, int32(w.i))
		if !ok {
			return missing
		}
		c := of[at]
		change := map[model.Measure]float64{}
		for _, o := range others {
			change[o.ID] = w.value(o) - o.values[w.i]
		}
		silent := w.value(recency) - recency.values[w.i]
		if silent < 0 {
			change[model.Frequency] = max(change[model.Frequency], 1)
		}
		before := c.Duration + change[model.Tenure]/week // from the first purchase to the end
		since := max(min(w.value(recency), recency.values[w.i])-float64(d.asOf-d.end), 0)
		c.Duration = max(before+max(silent, 0)/week, 0)
		c.Tx = max(before-since/week, 0)
		if c.X = max(c.X+change[model.Frequency], 0); c.X == 0 {
			c.Tx = 0
		}
		return 1 - m.Alive(c)
	}, append([]measured{recency}, others...)...)
}
