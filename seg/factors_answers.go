package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// The kinds of answers on importance.
const (
	byRating = "rating"
	byRank   = "rank"
)

// importance is how answers on importance, of factors or of needs, are read.
type importance struct {
	asked  []measured
	scales []scale // on which ratings may lie
	fewest int     // things of which ranks are told from the answers
}

// importanceParam says what the answers on importance are.
func importanceParam(ratings model.Phrase) Param {
	return Param{ID: "answers", Label: model.P("answers"), Kind: Choice, Default: model.Word(autoWord),
		Options: []Option{{autoWord, model.P("Told from the answers")}, {byRating, ratings}, {byRank, model.P("Ranks, 1 the most important")}, {byPoints, model.P("Points shared out")}},
		Help:    model.P("What the numbers are: ranks if most give each of 1 to n once, or some of them, each a different one, with the others blank or 0; points if the sums of most are the same; ratings if all lie on one of their scales; else points.")}
}

// read is the kind of the answers, the weight of each thing with each customer,
// who has none, and the most that a thing can have; it notes how the answers were
// read.
func (m importance) read(s *model.Segmentation, kind string) (string, []measured, absence, reach, error) {
	told := kind == autoWord
	if told {
		kind = m.kind()
		if err := m.doubt(s, kind); err != nil {
			return kind, nil, absence{}, reach{}, err
		}
	}
	switch kind {
	case byRating:
		of, err := onScale("answers", "recode them; points shared out are read with --set answers=points", m.asked, m.scales...)
		s.Notes = append(s.Notes, model.P("The answers are read as ratings from %s", of.String()))
		noteUnused(s, of, m.asked...)
		return kind, m.asked, needAll(m.asked...), reachOfRatings(of, len(m.asked)-1, model.Phrase{}), err
	case byRank:
		r := rankings{m.asked}
		weights, a, err := r.weighed(s, told)
		return kind, weights, a, reachOfRanks(r.deepest()), err
	}
	const mostPoints = 1e6
	if _, err := onScale("answers", "points cannot be negative: recode them", slices.Clone(m.asked), scale{0, mostPoints}); err != nil {
		return kind, nil, absence{}, reach{}, err
	}
	s.Notes = append(s.Notes, model.P("The answers are read as points shared out"))
	weights := m.filled(s)
	a := needAll(weights...)
	notePoints(s, weights, a)
	return kind, weights, a, reach{}, nil
}

// doubt is the error of answers whose kind cannot be told after all: those that
// look like a ranking and lack some of its ranks, and those on different scales.
func (m importance) doubt(s *model.Segmentation, kind string) error {
	switch {
	case kind == byRank || kind == byPoints && m.addUp():
		return nil
	case kind == byRating && rankings{m.asked}.areDifferent():
		return paramErrorf("answers", "nearly all customers give each a different small number, as in a ranking, and yet not those from 1 to %d: map all columns of the ranking, "+
			"or say what the numbers are, with --set answers=rank or --set answers=rating; custseg profile shows which columns were read as text", len(m.asked))
	}
	return oneScale(s, "answers", "recode them to one scale, or leave one out; for points shared out set answers=points", m.asked)
}

// ratingScales are those on which factors are rated.
func ratingScales() []scale { return []scale{{1, 5}, {1, 7}, {0, 10}} }

// kind tells what the answers are. Ranks and points may be wrong for some: it is
// by half of the customers.
func (m importance) kind() string {
	isRated := func(s scale) bool { return !slices.ContainsFunc(m.asked, s.isExceededBy) }
	switch {
	case len(m.asked) >= m.fewest && rankings{m.asked}.areMost():
		return byRank
	case isRated(scale{1, 5}):
		return byRating
	case !m.addUp() && slices.ContainsFunc(m.scales, isRated):
		return byRating
	}
	return byPoints
}

// addUp reports whether the answers of more than half of the customers add up to
// the same.
func (m importance) addUp() bool {
	_, same, answered := commonTotal(m.asked)
	return 2*same > answered
}

// filled counts blanks as 0 where the other points of a customer add up to what
// those of most do, and notes how many customers left some.
func (m importance) filled(s *model.Segmentation) []measured {
	total, _, _ := commonTotal(m.asked)
	if !m.addUp() {
		return m.asked
	}
	out := slices.Clone(m.asked)
	for j, q := range m.asked {
		out[j].values = slices.Clone(q.values)
	}
	n := 0
	for i := range m.asked[0].values {
		blank := slices.ContainsFunc(m.asked, func(q measured) bool { return !finite(q.values[i]) })
		if sum, known := pointsOf(m.asked, i); !blank || !known || sum != total {
			continue
		}
		n++
		for j := range out {
			if !finite(out[j].values[i]) {
				out[j].values[i] = 0
			}
		}
	}
	const precision = 6 // of pointsOf
	for j, q := range m.asked {
		out[j] = out[j].told(func() formula.Expr {
			adds := formula.Compare(formula.Round(sumKnownExpr(m.asked, asIs), precision), formula.Equals, formula.Number(total))
			return formula.Or(q.expr(), formula.If(adds, formula.Number(0), formula.Missing()))
		})
	}
	if n > 0 {
		s.Notes = append(s.Notes, model.P("%d customers left some blank, and their other points add up to %s: the blanks count as 0", n, figure(total)))
	}
	return out
}

// notePoints tells of customers whose points do not add up to what those of most
// do.
func notePoints(s *model.Segmentation, asked []measured, a absence) {
	total, _, _ := commonTotal(asked)
	off := func(i int) bool { sum, _ := pointsOf(asked, i); return sum != total }
	others, all := a.count(off), a.count(func(int) bool { return true })
	switch {
	case 2*others > all:
		s.Notes = append(s.Notes, model.P("The points of customers add up to different sums: each factor counts by its share of the customer's own sum"))
	case others > 0:
		s.Notes = append(s.Notes, model.P("The points of %d customers do not add up to %s: each factor counts by its share of their own sum", others, figure(total)))
	}
}

// commonTotal is the sum of answers that most customers have, blanks as 0, of
// equally common ones the least; how many have it, and how many answered.
func commonTotal(asked []measured) (total float64, customers, answered int) {
	counts := map[float64]int{}
	for i := range asked[0].values {
		if sum, known := pointsOf(asked, i); known {
			counts[sum]++
			answered++
		}
	}
	for sum, n := range counts {
		if n > customers || n == customers && sum < total {
			total, customers = sum, n
		}
	}
	return total, customers, answered
}

// pointsOf is the sum of a customer's answers, blanks as 0, to a millionth; not
// known of one who gave none.
func pointsOf(asked []measured, i int) (sum float64, known bool) {
	const precision = 1e6
	for _, q := range asked {
		if v := q.values[i]; finite(v) {
			sum, known = sum+v, true
		}
	}
	return math.Round(sum*precision) / precision, known
}
