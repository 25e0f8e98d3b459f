package model

import "custseg/model/formula"

// Placing tells how a method decides, so that a reader can ask of a customer
// why they are where they are, and what would move them.
type Placing struct {
	Inputs []Deciding
	// Segment returns the segment in which customer i would be if some inputs had
	// other values, everyone else were as they are and the cuts stayed: -1 when no
	// segment can be told. Without changes it is the segment they are in. It is
	// nil where a method cannot tell, as when groups form from all customers at
	// once; Settled then says why. It is safe for use by several goroutines.
	Segment func(i int, with ...Change) int
	// Along completes changes by those of other inputs that go with them, as money
	// grows with the number of orders that both are counted of. Segment takes them
	// so; nil where inputs do not depend on each other.
	Along   func(i int, with ...Change) []Change
	Settled Phrase
	// Formula returns how a customer's own values decide, the number of a segment,
	// missing for one who is unclassified; what it cannot tell is untold in it. It
	// is nil where a method does not tell.
	Formula func() formula.Expr
	// Ranks holds for each segment how good it is for the business, 0 the best,
	// and -1 for one that is neither; nil when no segment is better than another
	// by itself, as of regions.
	Ranks []int
}

// Deciding is one value per customer by which a method places them: numbers,
// or words as places in a dictionary.
type Deciding struct {
	Measure string // by which a [Change] names it
	Label   Phrase
	Unit    Unit
	Values  []float64 // per customer, NaN when missing; of words their places
	Words   []string  // nil for numbers
	Way     Way
	Ends    Range // of the scale that the values are on, the zero Range where they have none
}

// Range is the lowest and the highest value that there can be.
type Range struct{ Low, High float64 }

// Holds reports whether a value is within the range; the zero Range holds all.
func (r Range) Holds(v float64) bool { return r == Range{} || v >= r.Low && v <= r.High }

// Change gives an input another value.
type Change struct {
	Measure string
	To      float64
}

// Way says how a value of a customer can change by what they or we do.
type Way uint8

// The ways.
const (
	EitherWay Way = iota
	Up            // more orders, more money
	Down          // an order now makes recency fall
	Never         // what a person is, and what only time changes
)

// Find returns the input of that name; a method that does not tell has none.
func (p *Placing) Find(measure string) (Deciding, bool) {
	if p == nil {
		return Deciding{}, false
	}
	for _, d := range p.Inputs {
		if d.Measure == measure {
			return d, true
		}
	}
	return Deciding{}, false
}
