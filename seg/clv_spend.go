package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/btyd"
)

// clvSpend is the model of spending, or the mean that stands in for it.
type clvSpend struct {
	fit    *btyd.SpendFit // nil when it cannot be used
	failed model.Phrase   // why not
	mean   float64        // money per repeat purchase of all who made one
	losing int            // repeat customers without a positive mean, who are not fitted to
}

// fitSpending fits the model of spending to repeat purchases.
func (fit *clvFit) fitSpending(ctx context.Context, report func(float64)) error {
	var of []btyd.Spending
	repeats, money := 0., 0.
	for i, seen := range fit.seen {
		if fit.why[i] >= 0 || seen.repeats == 0 {
			continue
		}
		of = append(of, btyd.Spending{X: seen.repeats, Mean: seen.mean()})
		repeats, money = repeats+seen.repeats, money+seen.money
		if !(seen.money > 0) {
			fit.spend.losing++
		}
	}
	fit.spend.mean = max(0, money/repeats) // some bought again, or buying could not be fitted
	found, err := btyd.FitGammaGamma(ctx, of, btyd.Options{}, report)
	if fit.spend.failed, err = unfit(err, "%d customers have repeat purchases of a positive amount, and at least %d are needed"); err != nil || !fit.spend.failed.Empty() {
		return err
	}
	if !found.Converged {
		fit.spend.failed = notConverged(found.Estimate)
		return nil
	}
	fit.spend.fit = found
	return nil
}

// expected is the money that a customer is expected to spend per purchase.
// Without a model it is their own mean; of customers of whom nothing is known it
// may be that of all.
func (c clvSpend) expected(seen buyer) float64 {
	if c.fit != nil {
		if v, ok := c.fit.Model.Expected(btyd.Spending{X: seen.repeats, Mean: seen.mean()}); ok {
			return v
		}
		return c.mean
	}
	if seen.repeats > 0 {
		return max(0, seen.mean())
	}
	return c.mean
}
