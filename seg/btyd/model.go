package btyd

// Model is a transaction model with its parameters. Times are in the unit of
// the parameters; no result is NaN for a customer of a [Sample] and parameters
// above 0.
type Model interface {
	// Params are the parameters, in the order of Names.
	Params() []float64
	// Names are the literature's names of the parameters.
	Names() []string
	// LogLikelihood is the logarithm of the likelihood of one customer.
	LogLikelihood(c Customer) float64
	// Alive is the probability that a customer has not left by the end of the
	// time watched.
	Alive(c Customer) float64
	// Purchases returns the mean number of purchases of a customer as a function
	// of the time after that watched.
	Purchases(c Customer) func(t float64) float64
	// Probabilities are those that a customer of whom nothing is known makes
	// 0, 1, 2 ... repeat purchases in a time t after the first, and the last of
	// the k+1 numbers that of k or more.
	Probabilities(t float64, k int) []float64

	// likelihood sums the log-likelihood over groups sorted by X; its
	// derivatives by the parameters go to grad unless that is nil.
	likelihood(groups []Group, grad []float64) float64
}

// Kind is one of the transaction models.
type Kind uint8

// The transaction models.
const (
	BGNBD Kind = iota
	MBGNBD
	ParetoNBDKind
)

// model returns the model of the kind with parameters, of which the scale of
// time is multiplied by a unit.
func (k Kind) model(params []float64, unit float64) Model {
	if k == ParetoNBDKind {
		return ParetoNBD{R: params[0], Alpha: params[1] * unit, S: params[2], Beta: params[3] * unit}
	}
	return BetaGeometric{R: params[0], Alpha: params[1] * unit, A: params[2], B: params[3], Modified: k == MBGNBD}
}

// axes are those along which the model is fitted.
func (k Kind) axes() axes {
	if k == ParetoNBDKind {
		return sideBySide(gammaAxes(), gammaAxes())
	}
	return sideBySide(gammaAxes(), betaAxes())
}

// limits are those at both ends of the axes.
func (k Kind) limits() limits {
	return limits{up: []Limit{OneRate, OtherLimit, OneLeaving, OtherLimit}, down: []Limit{OtherLimit, OtherLimit, OtherLimit, NobodyLeaves}}
}

// starts are parameters to begin the fit from, for times of mean 1 in which
// rate purchases are made on average. They span even and uneven rates, and few
// and many who leave early.
func (k Kind) starts(rate float64) [][]float64 {
	var out [][]float64
	for _, r := range []float64{0.3, 2} {
		alpha := r / (2 * rate) // rates of the living are above the mean of all
		if k == ParetoNBDKind {
			out = append(out, []float64{r, alpha, 0.6, 0.4}, []float64{r, alpha, 2, 6})
		} else {
			out = append(out, []float64{r, alpha, 0.7, 2}, []float64{r, alpha, 0.2, 4})
		}
	}
	return out
}

// Expected is the mean number of purchases of a customer in the time t after
// that watched; of the zero customer, it is that of one of whom nothing is known
// in the time after the first purchase.
func Expected(m Model, c Customer, t float64) float64 { return m.Purchases(c)(t) }
