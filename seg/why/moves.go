package why

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"custseg/model"
	"custseg/seg/order"
)

// search goes from a value up (way 1) or down (way -1) through the values to
// try until one is wanted, and narrows the boundary down: the nearest value found
// that is wanted, and the last one before it that is not.
func (in *input) search(from float64, way int, wanted func(v float64) bool) (first, last float64, ok bool) {
	at := sort.SearchFloat64s(in.try, from)
	if way < 0 {
		at--
	} else {
		for at < len(in.try) && in.try[at] <= from {
			at++
		}
	}
	last = from
	for ; at >= 0 && at < len(in.try); at += way {
		if wanted(in.try[at]) {
			first, last = in.narrow(in.try[at], last, wanted)
			return first, last, true
		}
		last = in.try[at]
	}
	return 0, 0, false
}

// narrow brings a wanted value and one that is not as close as the input allows.
func (in *input) narrow(yes, no float64, wanted func(v float64) bool) (first, last float64) {
	const halvings = 100 // more than any two numbers take
	for range halvings {
		middle := no + (yes-no)/2
		if in.integer {
			middle = math.Trunc(middle)
		}
		if middle == yes || middle == no {
			break
		}
		if wanted(middle) {
			yes = middle
		} else {
			no = middle
		}
	}
	return yes, no
}

// moves are the nearest changes of one input that lead to a better segment; where
// none does, of two inputs.
func (e *Explainer) moves(i int) []Move {
	var out []Move
	now := int(e.s.Of[i])
	for j := range e.inputs {
		out = append(out, e.single(&e.inputs[j], i, now)...)
	}
	if len(out) == 0 {
		out = e.pairs(i, now)
	}
	slices.SortStableFunc(out, func(a, b Move) int { return cmp.Compare(a.Effort, b.Effort) })
	return out[:min(len(out), mostMoves)]
}

// single are the moves by one input: the nearest up and the nearest down, as far
// as it can change so; of words, the nearest in the dictionary for each better
// segment.
func (e *Explainer) single(in *input, i, now int) []Move {
	from := in.Values[i]
	if in.Way == model.Never || !order.Finite(from) {
		return nil
	}
	to := func(v float64) int { return e.at(i, model.Change{Measure: in.Measure, To: v}) }
	var out []Move
	if in.Words != nil {
		seen := map[int]bool{}
		for _, v := range in.try {
			if g := to(v); e.better(g, now) && !seen[g] {
				seen[g] = true
				out = append(out, Move{Changes: []Step{in.step(from, v)}, Segment: g, Effort: 1})
			}
		}
		return out
	}
	for _, way := range in.ways() {
		if v, _, ok := in.search(from, way, func(v float64) bool { return e.better(to(v), now) }); ok {
			v = in.readable(v, way, func(v float64) bool { return e.better(to(v), now) })
			out = append(out, Move{Changes: []Step{in.step(from, v)}, Segment: to(v), Effort: in.effort(from, v)})
		}
	}
	return out
}

// ways are the directions in which the input can change.
func (in *input) ways() []int {
	switch in.Way {
	case model.Up:
		return []int{1}
	case model.Down:
		return []int{-1}
	case model.Never:
		return nil
	}
	return []int{1, -1}
}

// readable rounds a boundary away from where the customer is to the fewest
// digits that are still wanted and no more than a thousandth further: 1,200.01 is
// to be read, not 1,200.0000000000002.
func (in *input) readable(v float64, way int, wanted func(v float64) bool) float64 {
	if in.integer || v == 0 {
		return v
	}
	const digits = 4
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-digits+1)
	rounded := math.Ceil(v/unit) * unit
	if way < 0 {
		rounded = math.Floor(v/unit) * unit
	}
	if order.Finite(rounded) && wanted(rounded) {
		return rounded
	}
	return v
}

// effort is the share of customers between two values.
func (in *input) effort(from, to float64) float64 { return math.Abs(in.share(to) - in.share(from)) }

func (in *input) step(from, to float64) Step {
	s := Step{Measure: in.Measure, Label: in.Label, Unit: in.Unit, From: from, To: to}
	if in.Words != nil {
		s.FromWord, s.ToWord = in.word(from), in.word(to)
	}
	return s
}

// coarse is how many values of each input are tried where two must change.
const coarse = 12

// pairs are the nearest changes of two inputs at once.
func (e *Explainer) pairs(i, now int) []Move {
	var out []Move
	for j := range e.inputs {
		for k := range j {
			a, b := &e.inputs[j], &e.inputs[k]
			best := Move{Effort: math.Inf(1)}
			for _, x := range a.targets(i) {
				for _, y := range b.targets(i) {
					effort := a.effort(a.Values[i], x) + b.effort(b.Values[i], y)
					if effort >= best.Effort {
						continue
					}
					if g := e.at(i, model.Change{Measure: a.Measure, To: x}, model.Change{Measure: b.Measure, To: y}); e.better(g, now) {
						best = Move{Changes: []Step{a.step(a.Values[i], x), b.step(b.Values[i], y)}, Segment: g, Effort: effort}
					}
				}
			}
			if len(best.Changes) > 0 {
				out = append(out, best)
			}
		}
	}
	return out
}

// targets are some of the values that customer i could come to.
func (in *input) targets(i int) []float64 {
	from := in.Values[i]
	if in.Words != nil || in.Way == model.Never || !order.Finite(from) {
		return nil
	}
	var out []float64
	for _, way := range in.ways() {
		var side []float64
		for _, v := range in.try {
			if way > 0 && v > from || way < 0 && v < from {
				side = append(side, v)
			}
		}
		for k := range min(coarse, len(side)) {
			out = append(out, side[k*(len(side)-1)/max(min(coarse, len(side))-1, 1)])
		}
	}
	return out
}

// NextOrder is what one more order of the customer's usual size, on the as-of
// date, would do: the segment it leads to, which may be the one they are in. It
// is nil where no measure that orders change decides, or the customer has none.
func (e *Explainer) NextOrder(i int) *Move {
	if e.s.Placing == nil || e.s.Placing.Segment == nil || e.s.Why != nil && e.s.Why[i] >= 0 {
		return nil
	}
	usual, ok := e.usualOrder(i)
	if !ok {
		return nil
	}
	var changes []model.Change
	var steps []Step
	for j := range e.inputs {
		in := &e.inputs[j]
		from := in.Values[i]
		if !order.Finite(from) {
			continue
		}
		to := from
		switch model.Measure(in.Measure) {
		case model.Recency:
			to = 0
		case model.Frequency:
			to = from + 1
		case model.Monetary:
			to = from + usual
		default:
			continue
		}
		changes, steps = append(changes, model.Change{Measure: in.Measure, To: to}), append(steps, in.step(from, to))
	}
	if len(changes) == 0 {
		return nil
	}
	return &Move{Changes: steps, Segment: e.at(i, changes...)}
}

// usualOrder is the customer's money by their orders.
func (e *Explainer) usualOrder(i int) (float64, bool) {
	orders, ok := e.customers.Feature(model.Frequency)
	if !ok || !(orders.Values()[i] > 0) {
		return 0, false
	}
	money, ok := e.customers.Feature(model.Monetary)
	if !ok || !order.Finite(money.Values()[i]) {
		return 0, true
	}
	return max(money.Values()[i]/orders.Values()[i], 0), true
}
