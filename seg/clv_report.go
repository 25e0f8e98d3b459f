package seg

import (
	"context"
	"slices"

	"custseg/model"
	"custseg/seg/btyd"
)

// measures reports the parameters under the names of the literature, their
// standard errors, and how good the fits are.
func (fit *clvFit) measures() []model.Fit {
	m := fit.model.In(fit.unit)
	out := append([]model.Fit{converged("converged", m)}, estimates(m)...)
	out = append(out, model.Fit{Name: "log_likelihood", Value: m.LogLikelihood}, model.Fit{Name: "gradient_norm", Value: m.GradientNorm},
		model.Fit{Name: "repeat_customers", Value: float64(fit.sample.Repeaters)}, model.Fit{Name: "repeat_purchases", Value: fit.sample.Purchases})
	if spend := fit.spend.fit; spend == nil {
		out = append(out, model.Fit{Name: "converged_spending", Value: 0})
	} else {
		out = append(append(out, converged("converged_spending", spend.Estimate)), estimates(spend.Estimate)...)
		out = append(out, model.Fit{Name: "spend_log_likelihood", Value: spend.LogLikelihood}, model.Fit{Name: "spend_gradient_norm", Value: spend.GradientNorm},
			model.Fit{Name: "spend_correlation", Value: spend.Correlation})
	}
	return out
}

// converged reports whether there are parameters at which the likelihood is
// highest: to a limit there is always a step closer.
func converged(name string, e btyd.Estimate) model.Fit {
	if len(e.AtLimit) > 0 || !e.Converged {
		return model.Fit{Name: name, Value: 0}
	}
	return model.Fit{Name: name, Value: 1}
}

// estimates are the parameters that have an estimate, and what is known of the
// others: in a limit they have no values.
func estimates(e btyd.Estimate) []model.Fit {
	var out []model.Fit
	for i, name := range e.Names {
		if !slices.Contains(e.AtLimit, name) {
			out = append(out, model.Fit{Name: name, Value: e.Values[i]})
		}
	}
	for _, l := range limitsOf(e) {
		if l.known.Name != "" {
			out = append(out, l.known)
		}
	}
	for i, se := range e.StdErrors {
		if !finite(se) {
			continue
		}
		out = append(out, model.Fit{Name: "se_" + e.Names[i], Value: se})
	}
	return out
}

// notes say what the models are of, and where they do not hold.
func (fit *clvFit) notes(p Params) []model.Phrase {
	out := []model.Phrase{model.P("Buying is fitted to %d customers, of whom %d bought again, as of %s", fit.sample.Customers, fit.sample.Repeaters, fit.end.String())}
	if fit.buyers.orders == nil {
		out[0] = model.P("Buying is fitted to %d customers, of whom %d bought again, by their frequency, recency and tenure; money per purchase is that of all their orders", fit.sample.Customers, fit.sample.Repeaters)
	}
	out = append(out, fit.noteScope(p)...)
	out = append(out, noteLimits(fit.model.In(fit.unit))...)
	c := fit.spend
	if c.fit == nil {
		return append(out, model.P("Spending could not be fitted: %s. Each customer's own mean stands in for it, and %s, the mean of all, where there is none", c.failed, figure(c.mean)))
	}
	out = append(out, noteLimits(c.fit.Estimate)...)
	if c.losing > 0 {
		out = append(out, model.P("%d repeat customers whose repeat purchases come to nothing or less are not among those that spending is fitted to", c.losing))
	}
	const dependent = 0.3
	if r := c.fit.Correlation; r > dependent || r < -dependent {
		out = append(out, model.P("Number and mean value of purchases are correlated by %.2f, which the model of spending takes to be near 0: values of frequent buyers are biased", r))
	}
	if c.fit.Model.Q <= 1 {
		out = append(out, model.P("q = %s: the model of spending has no mean for customers without a repeat purchase; %s, the mean of all, stands in", figure(c.fit.Model.Q), figure(c.mean)))
	}
	return out
}

// noteScope says what of the purchases is not seen, and that none can be held out.
func (fit *clvFit) noteScope(p Params) []model.Phrase {
	var out []model.Phrase
	if p.Word("calibration-end") != "" && fit.buyers.orders == nil {
		out = append(out, model.P("calibration-end has no effect: purchases can be held out only of orders with dates, and these are measures of each customer"))
	}
	if days := fit.buyers.c.Window; days > 0 && fit.buyers.orders != nil {
		out = append(out, model.P("Only the orders of a window of %d days are read: a first purchase before it is not seen, and customers of long standing look new", days))
	}
	return out
}

// addHoldout measures the fit against the purchases after its end, if they are
// held out: errors per customer, and a table by purchases before.
func (fit *clvFit) addHoldout(ctx context.Context, s *model.Segmentation) error {
	if !fit.held {
		return nil
	}
	days := float64(fit.buyers.end - fit.end)
	predicted, err := btyd.Purchases(ctx, fit.model.Model, fit.sample, days)
	if err != nil {
		return err
	}
	var actual, before []float64
	of := make([]int32, len(fit.seen))
	for i, seen := range fit.seen {
		if of[i] = -1; fit.why[i] < 0 {
			of[i] = int32(min(seen.repeats, mostRepeats))
			actual, before = append(actual, seen.later), append(before, seen.repeats)
		}
	}
	a := btyd.Compare(predicted, actual)
	s.Fit = append(s.Fit, model.Fit{Name: "mae", Value: a.MAE}, model.Fit{Name: "rmse", Value: a.RMSE}, model.Fit{Name: "predicted_to_actual", Value: a.Ratio})
	sum := 0.
	for _, v := range actual {
		sum += v
	}
	s.Notes = append(s.Notes, model.P("Held out are the %s days after %s: %s purchases of %d customers, predicted %s", figure(days), fit.end.String(), figure(sum),
		len(actual), figure(a.MeanPredicted*float64(len(actual)))))
	s.Charts = append(s.Charts, byRepeats(before, predicted, actual, of))
	return nil
}

// byRepeats is the mean of purchases held out by repeat purchases before.
func byRepeats(before, predicted, actual []float64, of []int32) *model.Series {
	n := make([]float64, mostRepeats+1)
	c := &model.Series{Title: model.P("Purchases held out per customer, by repeat purchases before"), XTitle: repeatsTitle(), Chosen: missing, OneScale: true,
		Lines: []model.Line{{Name: model.P("actual"), Y: make([]float64, len(n))}, {Name: model.P("predicted"), Y: make([]float64, len(n))}}, Of: of, Basis: model.Basis{N: len(before), Missing: len(of) - len(before)}}
	for i, x := range before {
		at := int(min(x, mostRepeats))
		n[at]++
		c.Lines[0].Y[at] += actual[i]
		c.Lines[1].Y[at] += predicted[i]
	}
	for at := range n {
		c.X = append(c.X, float64(at))
		c.Lines[0].Y[at] /= n[at] // missing where there are none
		c.Lines[1].Y[at] /= n[at]
	}
	return c
}
