package formula

import (
	"math"
	"slices"

	"custseg/model/idorder"
)

// Relation is how two numbers are compared.
type Relation string

// The relations.
const (
	Less    Relation = "<"
	AtMost  Relation = "<="
	More    Relation = ">"
	AtLeast Relation = ">="
	Equals  Relation = "="
)

// Comparison is a condition on two numbers.
type Comparison struct {
	Is   Relation
	L, R Expr
}

func (c Comparison) eval(r *row) float64 {
	x, y := c.L.eval(r), c.R.eval(r)
	if math.IsNaN(x) || math.IsNaN(y) {
		return missing
	}
	switch c.Is {
	case Less:
		return truth(x < y)
	case AtMost:
		return truth(x <= y)
	case More:
		return truth(x > y)
	case AtLeast:
		return truth(x >= y)
	}
	return truth(x == y)
}

// Compare compares two numbers.
func Compare(x Expr, is Relation, y Expr) Expr { return Comparison{is, x, y} }

// Every holds when all conditions do: also when there are none.
type Every struct{ Of []Expr }

func (a Every) eval(r *row) float64 {
	out := 1.
	for _, e := range a.Of {
		switch v := e.eval(r); {
		case v == 0:
			return 0
		case math.IsNaN(v):
			out = missing
		}
	}
	return out
}

// All holds when all conditions do.
func All(conditions ...Expr) Expr {
	if len(conditions) == 1 {
		return conditions[0]
	}
	return Every{conditions}
}

// Some holds when one of the conditions does.
type Some struct{ Of []Expr }

func (a Some) eval(r *row) float64 {
	out := 0.
	for _, e := range a.Of {
		switch v := e.eval(r); {
		case v == 1:
			return 1
		case math.IsNaN(v):
			out = missing
		}
	}
	return out
}

// Any holds when one of the conditions does.
func Any(conditions ...Expr) Expr {
	if len(conditions) == 1 {
		return conditions[0]
	}
	return Some{conditions}
}

// Known holds of a number that is not missing.
type Known struct{ Of Expr }

func (k Known) eval(r *row) float64 { return truth(!math.IsNaN(k.Of.eval(r))) }

// Lacking holds of a number that is missing.
type Lacking struct{ Of Expr }

func (k Lacking) eval(r *row) float64 { return truth(math.IsNaN(k.Of.eval(r))) }

// Among holds of a number that is one of several.
type Among struct {
	Of     Expr
	Values []float64
}

func (a Among) eval(r *row) float64 {
	v := a.Of.eval(r)
	if math.IsNaN(v) {
		return missing
	}
	return truth(slices.Contains(a.Values, v))
}

// Says holds of an input of words that is one of several.
type Says struct {
	Of    Input
	Words []string
}

func (s Says) eval(r *row) float64 {
	word, known := r.Word(s.Of)
	if !known {
		return missing
	}
	return truth(slices.Contains(s.Words, word))
}

// Wordless holds of an input of words that is missing.
type Wordless struct{ Of Input }

func (s Wordless) eval(r *row) float64 {
	_, known := r.Word(s.Of)
	return truth(!known)
}

// UpTo holds of an input of ids that is one id or comes before it, in the order of
// package idorder.
type UpTo struct {
	Of Input
	ID string
}

func (u UpTo) eval(r *row) float64 {
	id, known := r.Word(u.Of)
	if !known {
		return missing
	}
	return truth(idorder.Compare(id, u.ID) <= 0)
}

// Choice is the value of the first case whose condition holds, and Else when none
// does.
type Choice struct {
	Cases []Case
	Else  Expr
}

// Case is a value under a condition.
type Case struct{ If, Then Expr }

func (c Choice) eval(r *row) float64 {
	for _, k := range c.Cases {
		if k.If.eval(r) == 1 {
			return k.Then.eval(r)
		}
	}
	return c.Else.eval(r)
}

// If is one value where a condition holds, and another where it does not or is
// unknown.
func If(condition, then, otherwise Expr) Expr {
	return Choice{[]Case{{condition, then}}, otherwise}
}

// Or is a number, or another where it is missing.
func Or(x, otherwise Expr) Expr { return If(Known{x}, x, otherwise) }
