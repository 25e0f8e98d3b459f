package btyd

import (
	"errors"
	"fmt"
)

// ErrNoTime reports that every customer's first purchase is at the end of the
// time watched, so that nothing can be learned of repeat purchases.
var ErrNoTime = errors.New("btyd: nobody was watched for any time after their first purchase")

// ErrNoSpread reports that all customers spend the same per purchase, so that
// there is nothing to fit a distribution to.
var ErrNoSpread = errors.New("btyd: what customers spend per purchase does not differ")

// InvalidError reports a customer that no model allows.
type InvalidError struct {
	Place   int // among the customers given, from 0
	Problem string
}

// Error names the customer and what is wrong.
func (e *InvalidError) Error() string {
	return fmt.Sprintf("btyd: customer %d: %s", e.Place, e.Problem)
}

// TooFewError reports that there is too little to fit a model to.
type TooFewError struct {
	What       string // what there is too few of
	Have, Need int
}

// Error says how many there are and how many are needed.
func (e *TooFewError) Error() string {
	return fmt.Sprintf("btyd: %d %s are too few to fit a model: at least %d are needed", e.Have, e.What, e.Need)
}

// fewest is the number of repeat customers below which nothing is fitted: a
// model has up to four parameters.
const fewest = 10
