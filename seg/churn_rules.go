package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/binning"
	"custseg/seg/btyd"
	"custseg/seg/order"
)

// churnByGap compares the days since the last purchase with percentiles of the
// days between purchases.
func churnByGap(s *model.Segmentation, in Input, d *purchaseDays) error {
	p := in.Params
	high, medium := p.Float("high-gap"), p.Float("medium-gap")
	if medium >= high {
		return paramErrorf("medium-gap", "%s must be below high-gap, %s", p.Text("medium-gap"), p.Text("high-gap"))
	}
	all := d.allGaps()
	if len(all) == 0 {
		return paramErrorf("rule", "nobody bought on two days, so that there are no gaps between purchases; set rule=trend with orders, or rule=label with a column of who left")
	}
	cuts := []float64{binning.Quantile7(all, medium), binning.Quantile7(all, high)}
	why := in.needAll(d.recency)
	segments := churnSegments()
	segments[0].Rule = model.P("silent for more than %s days, %s of the gaps", figure(cuts[1]), percentile(high))
	segments[1].Rule = model.P("silent for more than %s days, %s of the gaps, and for up to %s", figure(cuts[0]), percentile(medium), figure(cuts[1]))
	segments[2].Rule = model.P("silent for up to %s days", figure(cuts[0]))
	own := p.Word("rule") == churnGap && p.Word("gaps") == "own"
	if own {
		segments[0].Rule = model.P("silent for longer than %s of their own gaps; of fewer than three gaps, than %s days", percentile(p.Float("own-gap")), figure(cuts[1]))
		segments[1].Rule = model.P("silent for longer than the median of their own gaps; of fewer than three gaps, than %s days", figure(cuts[0]))
		segments[2].Rule = model.P("silent for no longer than that")
	}
	place := why.placer(s, segments)
	allowed, judged := make([]float64, len(s.Of)), 0
	for i, recency := range d.recency.values {
		limits := cuts
		if gaps := d.gaps(i); own && len(gaps) >= leastGaps {
			sorted := pickFloats(gaps, order.Ascending(gaps))
			limits = []float64{binning.Quantile7(sorted, 0.5), binning.Quantile7(sorted, p.Float("own-gap"))}
			judged++
		}
		allowed[i] = limits[1]
		switch {
		case !place.can(i):
			allowed[i] = missing
		case recency > limits[1]:
			s.Of[i] = 0
		case recency > limits[0]:
			s.Of[i] = 1
		default:
			s.Of[i] = 2
		}
	}
	place.done()
	s.Scores = append(s.Scores, model.NewNumbers("gap_allowed", allowed))
	if own {
		s.Notes = append(s.Notes, model.P("%d customers have three gaps or more and are judged by their own", judged))
	} else {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(model.Recency), Label: d.recency.Label, Unit: model.Days, Values: cuts, Steps: []string{"medium-gap", "high-gap"}})
	}
	if d.days == nil {
		s.Notes = append(s.Notes, model.P("Without orders each customer's gaps are known by their mean alone, which is less spread than gaps are"))
	}
	s.Fit = append(churnShares(s), model.Fit{Name: "gap_medium", Value: cuts[0]}, model.Fit{Name: "gap_high", Value: cuts[1]}, model.Fit{Name: "gap_median", Value: binning.Quantile7(all, 0.5)})
	s.Charts = []model.Chart{histogram(s, d.recency.MeasureInfo, d.recency.values)}
	return nil
}

// leastGaps is how many gaps a customer must have to be judged by their own.
const leastGaps = 3

// percentile writes a share as a percentile.
func percentile(share float64) model.Phrase { return model.P("percentile %s", figure(100*share)) }

func pickFloats(values []float64, at []int32) []float64 {
	out := make([]float64, len(at))
	for i, k := range at {
		out[i] = values[k]
	}
	return out
}

// without leaves out customers who did not buy, or have no risk for another
// reason.
func (d *purchaseDays) without(in Input, risk measured) absence {
	a := in.needAll(d.recency)
	a.exclude(model.P("no dated purchase in scope"), func(i int) bool { return !finite(risk.values[i]) })
	return a
}

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
	risk := computed("p_left", model.P("Probability of having left"), model.Percent, left)
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

// churnByTrend compares the purchase days of the last days with those of as many
// before.
func churnByTrend(s *model.Segmentation, in Input, d *purchaseDays) error {
	if d.days == nil {
		return paramErrorf("rule", "trend needs orders with dates: map order_date with --map order_date=COLUMN, or set rule=gap")
	}
	length := model.Day(in.Params.Int("days"))
	fall, recent, before := make([]float64, len(d.days)), make([]float64, len(d.days)), make([]float64, len(d.days))
	silent := 0
	for i, days := range d.days {
		fall[i], recent[i], before[i] = missing, missing, missing
		if len(days) == 0 {
			continue
		}
		recent[i], before[i] = 0, 0
		for _, day := range days {
			switch age := d.asOf - day; {
			case age < length:
				recent[i]++
			case age < 2*length:
				before[i]++
			}
		}
		switch {
		case before[i] > 0:
			fall[i] = 1 - recent[i]/before[i]
		case recent[i] > 0:
			fall[i] = 0 // new, or back
		default:
			fall[i] = 1
			silent++
		}
	}
	risk := computed("fall", model.P("Fall of orders"), model.Percent, fall)
	if err := churnBands("high-fall", "medium-fall").place(s, in.Params, risk, d.without(in, risk)); err != nil {
		return err
	}
	if silent > 0 {
		s.Notes = append(s.Notes, model.P("%d customers ordered in neither period: they count as having fallen by 100%%", silent))
	}
	s.Scores = append(s.Scores, risk.score(), model.NewNumbers("orders_recent", recent), model.NewNumbers("orders_before", before))
	s.Fit = append(churnShares(s), model.Fit{Name: "silent_share", Value: float64(silent) / float64(len(fall))})
	s.Charts = histograms(s, risk)
	return nil
}

// churnByLabel scores customers by those who are known to have left.
func churnByLabel(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	f, err := fitResponse(ctx, in, report)
	if err != nil {
		return nil, err
	}
	risk := f.scored("churn_score")
	s := &model.Segmentation{Used: slices.Concat([]string{f.target.column}, f.columns), Notes: f.notes}
	if err := churnBands("high-score", "medium-score").place(s, in.Params, risk, needAll(risk)); err != nil {
		return nil, err
	}
	s.Scores = append(s.Scores, risk.score())
	s.Fit = append(f.measures(), churnShares(s)...)
	s.Notes = append(s.Notes, f.doubts()...)
	s.Charts = append(histograms(s, risk), f.gainsCurve(), f.weights())
	return s, nil
}
