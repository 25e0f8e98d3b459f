package seg

import (
	"math"
	"slices"

	"custseg/model"
)

// fewestRanked is the least depth of a ranking that leaves some unranked, as of
// the first two of five.
const fewestRanked = 2

// rankings are answers that are ranks, 1 the most important.
type rankings struct{ asked []measured }

// depth is how many things a customer ranks: all of them by numbers from 1 to as
// many as there are, or some of them by whole numbers that all differ, with the
// others blank or 0; 0 for any other answers.
func (r rankings) depth(w whatIf) int {
	given, all := r.given(w), len(r.asked)
	switch {
	case len(given) == all && given[all-1] <= float64(all):
		return all
	case len(given) >= fewestRanked && areDistinctRanks(given, all):
		return len(given)
	}
	return 0
}

// areDistinctRanks reports whether ascending numbers are whole and all differ,
// and none is so high that they can be no ranks of so many things.
func areDistinctRanks(given []float64, things int) bool {
	for j, v := range given {
		if v != math.Trunc(v) || j > 0 && v == given[j-1] || v > float64(highestOfThing*things) {
			return false
		}
	}
	return true
}

// highestOfThing is the highest rank that is believed, by the number of things:
// some of a longer ranking may be in other columns.
const highestOfThing = 2

// deepest is the most things that any customer ranks, one at least.
func (r rankings) deepest() int {
	out := 1
	for i := range r.asked[0].values {
		out = max(out, r.depth(whatIf{i: i}))
	}
	return out
}

// once reports whether a customer gives each rank once.
func (r rankings) once(i int) bool {
	return r.depth(whatIf{i: i}) > 0 && inSequence(r.given(whatIf{i: i}))
}

// areDifferent reports whether the answers of nearly all customers are small whole
// numbers that differ from each other, as in a ranking of which a column is
// missing: by chance so many do not of three things and more.
func (r rankings) areDifferent() bool {
	const things, enough, nearlyAll = 3, 10, .95
	n, answered := 0., 0.
	for i := range r.asked[0].values {
		given := r.given(whatIf{i: i})
		if len(given) == 0 {
			continue
		}
		answered++
		if len(given) >= fewestRanked && areDistinctRanks(given, len(r.asked)) {
			n++
		}
	}
	return len(r.asked) >= things && answered >= enough && n >= nearlyAll*answered
}

// given are the ranks that a customer gives, ascending, without blanks and zeros;
// none where one is below 1.
func (r rankings) given(w whatIf) []float64 {
	var out []float64
	for _, q := range r.asked {
		switch v := w.value(q); {
		case !finite(v) || v == 0:
		case v < 1:
			return nil
		default:
			out = append(out, v)
		}
	}
	slices.Sort(out)
	return out
}

// inSequence reports whether ascending ranks are 1, 2, 3 and so on.
func inSequence(ranks []float64) bool {
	for j, v := range ranks {
		if v != float64(j+1) {
			return false
		}
	}
	return true
}

// areMost reports whether most of those who answered anything give each rank once.
func (r rankings) areMost() bool {
	n, answered := 0, 0
	for i := range r.asked[0].values {
		if slices.ContainsFunc(r.asked, func(q measured) bool { return finite(q.values[i]) }) {
			answered++
		}
		if r.once(i) {
			n++
		}
	}
	return 2*n > answered
}

// weighed are the weights by rank and who has none: rank r of the n that a
// customer gives counts n + 1 - r, where a rank that is left out closes up, and
// what is left unranked 0. Those whose
// answers are no ranks are set aside. The error is that of answers of which most
// are none. That they are ranks is a warning where it was told from the answers.
func (r rankings) weighed(s *model.Segmentation, told bool) ([]measured, absence, error) {
	a := needAll(r.asked...)
	partly, ties, gaps := 0, 0, 0
	for i := range a.why {
		switch n := r.depth(whatIf{i: i}); {
		case n == 0:
			continue
		case n < len(r.asked):
			partly++
			if !r.once(i) {
				gaps++
			}
		case !r.once(i):
			ties++
		}
		a.why[i] = -1
	}
	stray := func(i int) bool { return r.depth(whatIf{i: i}) == 0 }
	if strays, all := a.count(stray), a.count(func(int) bool { return true }); 2*strays > all || all == 0 {
		return nil, a, r.refusal()
	}
	a.exclude(model.P("their answers are no ranks from 1 to %d", len(r.asked)), stray)
	if told {
		s.Warnings = append(s.Warnings, model.P("The answers are read as ranks from 1 to %d, 1 the most important: set answers=rating or answers=points if more means more", len(r.asked)))
	} else {
		s.Notes = append(s.Notes, model.P("The answers are read as ranks from 1 to %d, 1 the most important", len(r.asked)))
	}
	if partly > 0 {
		s.Notes = append(s.Notes, model.P("%d customers rank only the first few: what they leave blank or 0 counts nothing", partly))
	}
	if gaps > 0 {
		s.Notes = append(s.Notes, model.P("%d customers leave ranks out, such as 1: those they give close up in their order", gaps))
	}
	if ties > 0 {
		s.Notes = append(s.Notes, model.P("%d customers do not give each rank once: their ranks count all the same", ties))
	}
	out := make([]measured, len(r.asked))
	for j, q := range r.asked {
		out[j] = computedBy("rank_sum_"+string(q.ID), q.Label, q.Unit, len(q.values), func(w whatIf) float64 { return r.weight(w, q) }, r.asked...)
	}
	return out, a, nil
}

// weight is what the rank of one thing counts with a customer.
func (r rankings) weight(w whatIf, q measured) float64 {
	n, rank := r.depth(w), w.value(q)
	switch {
	case n == 0:
		return missing
	case !(rank >= 1):
		return 0
	case n < len(r.asked):
		place, _ := slices.BinarySearch(r.given(w), rank)
		return float64(n - place)
	}
	return float64(n) + 1 - rank
}

// refusal is the error of answers that are said to be ranks and are none.
func (r rankings) refusal() error {
	of := scale{1, float64(len(r.asked))}
	const remedy = "most customers give no ranks: recode the answers, or let the kind be told from them with --set answers=auto"
	for _, q := range r.asked {
		if of.isExceededBy(q) {
			return offScale("answers", remedy, q, of)
		}
	}
	return paramErrorf("answers", "%s", remedy)
}
