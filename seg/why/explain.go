package why

import (
	"math"
	"strconv"

	"custseg/model"
	"custseg/seg/order"
)

// Explanation says why a customer is in a segment and what would move them.
type Explanation struct {
	Segment int
	Reason  model.Phrase // of a customer who cannot be placed
	Values  []Value      // what decided
	Moves   []Move       // the nearest changes that lead to a better segment, the nearest first
	Next    *Move        // what one more order of their usual size, now, would do; nil where orders do not decide
	// Settled says why no change can be told.
	Settled model.Phrase
	ByMoney bool // a better segment is one with more money per customer
}

// Value is one value that decided.
type Value struct {
	Measure string
	Label   model.Phrase
	Unit    model.Unit
	At      float64 // the customer's, NaN when missing
	Word    string  // of words
	Typical float64 // the median of their segment
	Common  string  // of words, the commonest of their segment
	Below   float64 // the share of all customers with a lower value, 0..1
	// From and To are the values between which the customer stays in the segment
	// while all else and the cuts are as they are: ∓Inf where nothing on that side
	// moves them, NaN of words and where no change can be told. At From and at To
	// they are still in it, unless it is open there.
	From, To         float64
	FromOpen, ToOpen bool
	Decides          bool // another value of it alone would put them elsewhere
}

// Move is a change that puts a customer in another segment.
type Move struct {
	Changes []Step
	Segment int
	Effort  float64 // the share of customers between the old values and the new, added up
}

// Step is the part of a move in one measure.
type Step struct {
	Measure  string
	Label    model.Phrase
	Unit     model.Unit
	From, To float64
	FromWord string
	ToWord   string
}

// mostMoves is how many moves are told.
const mostMoves = 3

// Of explains customer i.
func (e *Explainer) Of(i int) Explanation {
	out := Explanation{Segment: int(e.s.Of[i]), ByMoney: e.ByMoney}
	if e.s.Why != nil && e.s.Why[i] >= 0 {
		out.Reason = e.s.Reasons[e.s.Why[i]]
	}
	p := e.s.Placing
	if p == nil {
		return out
	}
	out.Settled = p.Settled
	can := p.Segment != nil && out.Reason.Empty()
	for j := range e.inputs {
		out.Values = append(out.Values, e.value(&e.inputs[j], i, can))
	}
	if can {
		out.Moves = e.moves(i)
		out.Next = e.NextOrder(i)
	}
	return out
}

// value is what one input says of customer i.
func (e *Explainer) value(in *input, i int, can bool) Value {
	g := int(e.s.Of[i])
	v := Value{Measure: in.Measure, Label: in.Label, Unit: in.Unit, At: in.Values[i], Typical: in.typical[g], Below: math.NaN(), From: math.NaN(), To: math.NaN()}
	if in.Words != nil {
		v.Word, v.Common = in.word(v.At), in.word(v.Typical)
		if can && order.Finite(v.At) {
			for _, other := range in.try {
				v.Decides = v.Decides || e.at(i, model.Change{Measure: in.Measure, To: other}) != g
			}
		}
		return v
	}
	if !order.Finite(v.At) {
		return v
	}
	v.Below = in.below(v.At)
	if !can {
		return v
	}
	elsewhere := func(to float64) bool { return e.at(i, model.Change{Measure: in.Measure, To: to}) != g }
	v.From, v.To = math.Inf(-1), math.Inf(1)
	if out, last, ok := in.search(in.wide, v.At, -1, elsewhere); ok {
		v.From, v.FromOpen = in.end(last, out)
		v.Decides = true
	}
	if out, last, ok := in.search(in.wide, v.At, 1, elsewhere); ok {
		v.To, v.ToOpen = in.end(last, out)
		v.Decides = true
	}
	return v
}

// end is where a range ends whose last value stands beside the first one outside:
// of two neighbours the one that is shorter to write, which is the cut itself.
func (in *input) end(last, outside float64) (at float64, open bool) {
	digits := func(v float64) int { return len(strconv.FormatFloat(v, 'g', -1, 64)) }
	if in.integer || digits(last) <= digits(outside) {
		return last, false
	}
	return outside, true
}

func (in *input) word(v float64) string {
	if k := int(v); order.Finite(v) && k >= 0 && k < len(in.Words) {
		return in.Words[k]
	}
	return ""
}
