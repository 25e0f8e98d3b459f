// Package formula holds how a customer's own values decide, as a tree that can
// be worked out here and written for another program, such as a database.
//
// A value is a number, and may be missing. A condition is a number too: 1 when
// it holds, 0 when not, missing when that is unknown. What is computed from a
// missing value is missing, as is what has no finite result; conditions follow
// SQL's logic of three values: a comparison with a missing value is unknown, all
// of several conditions do not hold as soon as one does not, any holds as soon as
// one does, and a case is taken only when its condition holds.
package formula

import "math"

// Expr is a formula. Its types are those of this package, and are not changed
// once they are made.
type Expr interface {
	// String writes the formula for a reader of tests.
	String() string
	eval(r *row) float64
}

// Values are what is known of one customer.
type Values interface {
	Number(in Input) float64 // NaN or infinite when missing
	Word(in Input) (word string, known bool)
}

// Eval works out a formula for one customer: NaN when it is missing.
func Eval(e Expr, of Values) float64 { return e.eval(&row{of, map[*Named]float64{}}) }

// row is one customer, with the named parts that were worked out already.
type row struct {
	Values
	known map[*Named]float64
}

var missing = math.NaN()

// finite is a number, missing when it is not finite.
func finite(v float64) float64 {
	if math.IsInf(v, 0) {
		return missing
	}
	return v
}

// truth is a condition that is known to hold or not.
func truth(holds bool) float64 {
	if holds {
		return 1
	}
	return 0
}

// Kind says what an input is.
type Kind uint8

// The kinds of inputs.
const (
	Measure Kind = iota // a measure such as recency, wherever it comes from
	Column              // a column about customers, by its name; else a measure of that name
	Fact                // what the orders of a customer say beside their measures
	Day                 // the day of a column of dates, counted from 1 January 1970
	Year                // its year
	Years               // the full years from it until the as-of date
	OfLines             // what lines of a customer's orders make together
)

// Input is a value of a customer that is given.
type Input struct {
	Kind  Kind
	Name  string
	Lines Lines // of the kind OfLines
}

func (in Input) eval(r *row) float64 { return finite(r.Number(in)) }

// Named is a part of a formula that has a name, under which it is worked out
// once.
type Named struct {
	Name string
	Of   Expr
}

// Name names a part of a formula. The part is the same one wherever it stands.
func Name(name string, of Expr) *Named { return &Named{name, of} }

func (n *Named) eval(r *row) float64 {
	v, known := r.known[n]
	if !known {
		v = n.Of.eval(r)
		r.known[n] = v
	}
	return v
}

// Untold stands where a value is not a matter of the customer's own values, or of
// more than a formula can say: What says of what. It is missing.
type Untold struct{ What string }

func (Untold) eval(*row) float64 { return missing }
