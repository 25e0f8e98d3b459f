package seg

import "custseg/model"

// criteria draws the Bayesian and Akaike's information criteria of n rows over
// the parameter k.
func criteria(title, xTitle model.Phrase, ks []int, chosen float64, n int, bic, aic []float64) *model.Series {
	return &model.Series{Title: title, XTitle: xTitle, X: pluck(ks, func(k int) float64 { return float64(k) }), Chosen: chosen,
		Lines: []model.Line{{Name: model.P("BIC"), Y: bic}, {Name: model.P("AIC"), Y: aic}}, Param: "k", Basis: model.Basis{N: n}}
}

// pluck takes a number of each.
func pluck[T any](of []T, number func(T) float64) []float64 {
	out := make([]float64, len(of))
	for i, t := range of {
		out[i] = number(t)
	}
	return out
}

// lowest returns the place of the lowest value, the first of equals; the first
// of all when none is a number.
func lowest[T any](of []T, value func(T) float64) int {
	best := 0
	for i, t := range of {
		if value(t) < value(of[best]) {
			best = i
		}
	}
	return best
}
