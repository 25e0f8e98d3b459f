package why

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"

	"custseg/model"
	"custseg/seg/order"
)

// search goes from a value up (way 1) or down (way -1) through some values until
// one is wanted, and narrows the boundary down: the nearest value found that is
// wanted, and the last one before it that is not.
func (in *input) search(values []float64, from float64, way int, wanted func(v float64) bool) (first, last float64, ok bool) {
	at := sort.SearchFloat64s(values, from)
	if way < 0 {
		at--
	} else {
		for at < len(values) && values[at] <= from {
			at++
		}
	}
	last = from
	for ; at >= 0 && at < len(values); at += way {
		if wanted(values[at]) {
			first, last = in.narrow(values[at], last, wanted)
			return first, last, true
		}
		last = values[at]
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
	now := int(e.s.Of[i])
	if !e.improvable(now) {
		return nil
	}
	var out []Move
	for j := range e.inputs {
		out = append(out, e.single(&e.inputs[j], i, now)...)
	}
	if len(out) == 0 {
		out = e.pairs(i, now)
	}
	slices.SortStableFunc(out, func(a, b Move) int { return cmp.Compare(a.Effort, b.Effort) })
	out = differing(out)
	return out[:min(len(out), mostMoves)]
}

// differing leaves out moves that another before says, as of money and of the
// average of as many orders.
func differing(moves []Move) []Move {
	var out []Move
	for _, m := range moves {
		if !slices.ContainsFunc(out, m.same) {
			out = append(out, m)
		}
	}
	return out
}

// same reports whether two moves change the same measures to as good as the same
// values.
func (m Move) same(other Move) bool {
	const near = 1e-3 // a step may be rounded by as much
	if len(m.Changes) != len(other.Changes) {
		return false
	}
	return !slices.ContainsFunc(m.Changes, func(a Step) bool {
		return !slices.ContainsFunc(other.Changes, func(b Step) bool {
			return a.Measure == b.Measure && math.Abs(a.To-b.To) <= near*math.Abs(b.To)
		})
	})
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
		if v, _, ok := in.search(in.try, from, way, func(v float64) bool { return e.better(to(v), now) }); ok {
			v = in.readable(v, way, func(v float64) bool { return e.better(to(v), now) })
			out = append(out, Move{Changes: e.steps(i, model.Change{Measure: in.Measure, To: v}), Segment: to(v), Effort: in.effort(from, v)})
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
	// What multiplying left behind the digits goes: 33.230000000000004 is 33.23.
	if plain, err := strconv.ParseFloat(strconv.FormatFloat(rounded, 'e', digits, 64), 64); err == nil && order.Finite(plain) && in.Ends.Holds(plain) && wanted(plain) {
		return plain
	}
	return v
}

// effort is the share of customers between two values.
func (in *input) effort(from, to float64) float64 { return math.Abs(in.share(to) - in.share(from)) }

// steps are changes of customer i with those that go along.
func (e *Explainer) steps(i int, changes ...model.Change) []Step {
	if e.s.Placing.Along != nil {
		changes = e.s.Placing.Along(i, changes...)
	}
	var out []Step
	for _, c := range changes {
		for j := range e.inputs {
			if in := &e.inputs[j]; in.Measure == c.Measure {
				out = append(out, in.step(in.Values[i], c.To))
			}
		}
	}
	return out
}

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
				out = append(out, e.shortened(best, a, b, i, now))
			}
		}
	}
	return out
}

// shortened brings both steps of a move as close to the customer's own values as
// still leads to a better segment, the second step first.
func (e *Explainer) shortened(m Move, a, b *input, i, now int) Move {
	x, y := m.Changes[0].To, m.Changes[1].To
	to := func(x, y float64) int {
		return e.at(i, model.Change{Measure: a.Measure, To: x}, model.Change{Measure: b.Measure, To: y})
	}
	y = b.closest(b.Values[i], y, func(v float64) bool { return e.better(to(x, v), now) })
	x = a.closest(a.Values[i], x, func(v float64) bool { return e.better(to(v, y), now) })
	steps := e.steps(i, model.Change{Measure: a.Measure, To: x}, model.Change{Measure: b.Measure, To: y})
	return Move{Changes: steps, Segment: to(x, y), Effort: a.effort(a.Values[i], x) + b.effort(b.Values[i], y)}
}

// closest is a value between one that is wanted and the customer's own, which is
// not, close to where wanting ends and easy to read.
func (in *input) closest(from, to float64, wanted func(v float64) bool) float64 {
	if wanted(from) {
		return to
	}
	way := 1
	if to < from {
		way = -1
	}
	v, _ := in.narrow(to, from, wanted)
	return in.readable(v, way, wanted)
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
