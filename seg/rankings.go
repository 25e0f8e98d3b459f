package seg

import (
	"slices"

	"custseg/model"
)

// fewestRanked is the least depth of a ranking that leaves some unranked, as of
// the first three of five: fewer are as likely answers of yes and no.
const fewestRanked = 3

// rankings are answers that are ranks, 1 the most important.
type rankings struct{ asked []measured }

// depth is how many things a customer ranks: all of them by numbers from 1 to as
// many as there are, or the first few of them with the others blank or 0; 0 for
// any other answers.
func (r rankings) depth(w whatIf) int {
	given, all := r.given(w), len(r.asked)
	switch {
	case len(given) == all && given[all-1] <= float64(all):
		return all
	case len(given) >= fewestRanked && inSequence(given):
		return len(given)
	}
	return 0
}

// once reports whether a customer gives each rank once.
func (r rankings) once(i int) bool {
	return r.depth(whatIf{i: i}) > 0 && inSequence(r.given(whatIf{i: i}))
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
// customer gives counts n + 1 - r, and what is left unranked 0. Those whose
// answers are no ranks are set aside. The error is that of answers of which most
// are none.
func (r rankings) weighed(s *model.Segmentation) ([]measured, absence, error) {
	a := needAll(r.asked...)
	partly, ties := 0, 0
	for i := range a.why {
		switch n := r.depth(whatIf{i: i}); {
		case n == 0:
			continue
		case n < len(r.asked):
			partly++
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
	s.Notes = append(s.Notes, model.P("The answers are read as ranks from 1 to %d, 1 the most important", len(r.asked)))
	if partly > 0 {
		s.Notes = append(s.Notes, model.P("%d customers rank only the first few: what they leave blank or 0 counts nothing", partly))
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
	n := r.depth(w)
	switch rank := w.value(q); {
	case n == 0:
		return missing
	case rank >= 1:
		return float64(n) + 1 - rank
	}
	return 0
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
