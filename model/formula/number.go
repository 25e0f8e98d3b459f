package formula

import (
	"math"
	"slices"
	"sort"
)

// Number is a constant; NaN is the missing value.
type Number float64

func (n Number) eval(*row) float64 { return finite(float64(n)) }

// Missing is the constant that is missing.
func Missing() Number { return Number(missing) }

// Operator joins two numbers.
type Operator string

// The operators. A quotient by zero is missing.
const (
	Plus   Operator = "+"
	Minus  Operator = "-"
	Times  Operator = "*"
	Over   Operator = "/"
	Lesser Operator = "min"
	Higher Operator = "max"
)

// Operation is two numbers joined.
type Operation struct {
	Op   Operator
	L, R Expr
}

func (o Operation) eval(r *row) float64 {
	x, y := o.L.eval(r), o.R.eval(r)
	switch o.Op {
	case Plus:
		return finite(x + y)
	case Minus:
		return finite(x - y)
	case Times:
		return finite(x * y)
	case Over:
		if y == 0 {
			return missing
		}
		return finite(x / y)
	case Lesser:
		return min(x, y)
	}
	return max(x, y)
}

// Add is the sum of numbers, added up from the first to the last.
func Add(first Expr, others ...Expr) Expr {
	for _, e := range others {
		first = Operation{Plus, first, e}
	}
	return first
}

// Sum is the sum of numbers, 0 of none.
func Sum(of []Expr) Expr {
	if len(of) == 0 {
		return Number(0)
	}
	return Add(of[0], of[1:]...)
}

// Sub is x less y.
func Sub(x, y Expr) Expr { return Operation{Minus, x, y} }

// Mul is x times y.
func Mul(x, y Expr) Expr { return Operation{Times, x, y} }

// Div is x divided by y, missing when y is zero.
func Div(x, y Expr) Expr { return Operation{Over, x, y} }

// Min is the lesser of two numbers, missing when one is.
func Min(x, y Expr) Expr { return Operation{Lesser, x, y} }

// Max is the higher of two numbers, missing when one is.
func Max(x, y Expr) Expr { return Operation{Higher, x, y} }

// Clamped is a number drawn in to between two ends, of which either may be
// infinite.
type Clamped struct {
	Of        Expr
	Low, High float64
}

func (c Clamped) eval(r *row) float64 { return min(max(c.Of.eval(r), c.Low), c.High) }

// Clamp draws a number in to between two ends.
func Clamp(x Expr, low, high float64) Expr { return Clamped{x, low, high} }

// Function makes one number of another.
type Function string

// The functions.
const (
	SignedLog Function = "log1p" // sign(x)·ln(1 + |x|)
	Expo      Function = "exp"
	Expo2     Function = "exp2"
	Size      Function = "abs"
)

// Applied is a function of a number.
type Applied struct {
	Do Function
	Of Expr
}

func (a Applied) eval(r *row) float64 {
	v := a.Of.eval(r)
	switch a.Do {
	case SignedLog:
		return math.Copysign(math.Log1p(math.Abs(v)), v)
	case Expo:
		return finite(math.Exp(v))
	case Expo2:
		return finite(math.Exp2(v))
	}
	return math.Abs(v)
}

// Log1p is sign(x)·ln(1 + |x|).
func Log1p(x Expr) Expr { return Applied{SignedLog, x} }

// Exp is e to the power of x.
func Exp(x Expr) Expr { return Applied{Expo, x} }

// Exp2 is 2 to the power of x.
func Exp2(x Expr) Expr { return Applied{Expo2, x} }

// Abs is x without its sign.
func Abs(x Expr) Expr { return Applied{Size, x} }

// Rounded is a number rounded to decimal places, halves away from zero.
type Rounded struct {
	Of     Expr
	Places int
}

func (o Rounded) eval(r *row) float64 {
	unit := math.Pow10(o.Places)
	return math.Round(o.Of.eval(r)*unit) / unit
}

// Round rounds to decimal places.
func Round(x Expr, places int) Expr { return Rounded{x, places} }

// Stepped is a constant by where a number lies among cuts, which ascend:
// Constants[0] below the first cut, the last one above all. It is missing when
// the number is.
type Stepped struct {
	Of        Expr
	Cuts      []Cut
	Constants []float64 // one more than cuts
}

// Cut is a boundary. A number that equals it is above, or below when Closed. Of
// two at one place the one that is not closed comes first.
type Cut struct {
	At     float64
	Closed bool
}

// above reports whether a number lies above the cut.
func (c Cut) above(v float64) bool { return v > c.At || v == c.At && !c.Closed }

func (s Stepped) eval(r *row) float64 {
	v := s.Of.eval(r)
	if math.IsNaN(v) {
		return missing
	}
	return s.Constants[sort.Search(len(s.Cuts), func(i int) bool { return !s.Cuts[i].above(v) })]
}

// Steps cuts a number at ascending values: one that equals a cut is above, or
// below when closed.
func Steps(x Expr, at []float64, closed bool, constants []float64) Expr {
	cuts := make([]Cut, len(at))
	for i, v := range at {
		cuts[i] = Cut{v, closed}
	}
	return Stepped{x, cuts, slices.Clone(constants)}
}

// Greatest is the greatest of several numbers, missing when one of them is.
type Greatest struct{ Of []Expr }

func (g Greatest) eval(r *row) float64 {
	out := math.Inf(-1)
	for _, e := range g.Of {
		out = max(out, e.eval(r))
	}
	return finite(out)
}

// Lowest is the place of the least of several numbers, the first of equals. It is
// missing when one of them is.
type Lowest struct{ Of []Expr }

func (l Lowest) eval(r *row) float64 {
	least, at := missing, missing
	for k, e := range l.Of {
		v := e.eval(r)
		if math.IsNaN(v) {
			return missing
		}
		if k == 0 || v < least {
			least, at = v, float64(k)
		}
	}
	return at
}
