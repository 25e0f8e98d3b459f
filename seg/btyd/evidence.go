package btyd

import (
	"cmp"
	"math"
	"slices"
)

func sortSpending(of []Spending) {
	slices.SortFunc(of, func(a, b Spending) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Mean, b.Mean)) })
}

// correlation is Pearson's, of X and Mean; 0 where either does not vary.
func correlation(of []Spending) float64 {
	var x, m float64
	for i, s := range of {
		x += (s.X - x) / float64(i+1)
		m += (s.Mean - m) / float64(i+1)
	}
	var xx, mm, xm float64
	for _, s := range of {
		dx, dm := s.X-x, s.Mean/m-1
		xx += dx * dx
		mm += dm * dm
		xm += dx * dm
	}
	if xx == 0 || mm < 1e-24*float64(len(of)) {
		return 0
	}
	return xm / math.Sqrt(xx*mm)
}

// Accuracy is how well predictions of a holdout did.
type Accuracy struct {
	MAE, RMSE     float64 // mean absolute and root mean square error per customer
	MeanPredicted float64 // prediction per customer
	Ratio         float64 // sum of the predictions by that of the actual, NaN when that is 0
}

// Compare measures predictions against what came to pass, customer by customer.
func Compare(predicted, actual []float64) Accuracy {
	var a Accuracy
	var sumP, sumA float64
	for i, p := range predicted {
		e := p - actual[i]
		a.MAE += math.Abs(e)
		a.RMSE += e * e
		sumP, sumA = sumP+p, sumA+actual[i]
	}
	n := float64(len(predicted))
	a.MAE, a.RMSE, a.MeanPredicted = a.MAE/n, math.Sqrt(a.RMSE/n), sumP/n
	a.Ratio = sumP / sumA
	if sumA == 0 {
		a.Ratio = math.NaN()
	}
	return a
}
