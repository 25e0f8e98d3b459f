package seg

import (
	"math"
	"slices"

	"custseg/model"
)

// importance is the weight of each factor with each customer, and notes how the
// answers were read.
func (in Input) importance(s *model.Segmentation, asked []measured, a absence) ([]measured, error) {
	kind := in.Params.Word("answers")
	if kind == autoWord {
		kind = kindOfAnswers(asked, a)
	}
	switch kind {
	case byRating:
		of, err := onScale("answers", "recode them, or say what they are with --set answers=points", asked, ratingScales()...)
		s.Notes = append(s.Notes, model.P("The answers are read as ratings from %s", of.String()))
		noteUnused(s, of, asked...)
		return asked, err
	case byRank:
		return ranked(s, asked, a)
	}
	const mostPoints = 1e6
	if _, err := onScale("answers", "points cannot be negative: recode them", asked, scale{0, mostPoints}); err != nil {
		return nil, err
	}
	s.Notes = append(s.Notes, model.P("The answers are read as points shared out"))
	notePoints(s, asked, a)
	return asked, nil
}

// ratingScales are those on which factors are rated.
func ratingScales() []scale { return []scale{{1, 5}, {1, 7}, {0, 10}} }

// ranked are weights by rank, n + 1 - r for rank r of n.
func ranked(s *model.Segmentation, asked []measured, a absence) ([]measured, error) {
	n := float64(len(asked))
	if _, err := onScale("answers", "recode them, or say what they are with --set answers=rating", asked, scale{1, n}); err != nil {
		return nil, err
	}
	s.Notes = append(s.Notes, model.P("The answers are read as ranks from 1 to %d, 1 the most important", len(asked)))
	if ties := a.count(func(i int) bool { return !isRanking(asked, i) }); ties > 0 {
		s.Notes = append(s.Notes, model.P("%d customers do not give each rank once: their ranks count all the same", ties))
	}
	out := make([]measured, len(asked))
	for j, q := range asked {
		out[j] = converted("rank_sum_"+string(q.ID), q.Label, q.Unit, q, func(rank float64) float64 { return n + 1 - rank })
	}
	return out, nil
}

// notePoints tells of customers whose points do not add up to what those of most
// do.
func notePoints(s *model.Segmentation, asked []measured, a absence) {
	total, n := commonTotal(asked, a)
	others := a.count(func(int) bool { return true }) - n
	switch {
	case 2*n < n+others:
		s.Notes = append(s.Notes, model.P("The points of customers add up to different sums: each factor counts by its share of the customer's own sum"))
	case others > 0:
		s.Notes = append(s.Notes, model.P("The points of %d customers do not add up to %s: each factor counts by its share of their own sum", others, figure(total)))
	}
}

// kindOfAnswers tells what answers on importance are, by those who gave all.
// Ranks and points may be wrong for some: it is by half of the customers.
func kindOfAnswers(asked []measured, a absence) string {
	all := a.count(func(int) bool { return true })
	isRated := func(s scale) bool { return !slices.ContainsFunc(asked, s.isExceededBy) }
	_, same := commonTotal(asked, a)
	switch {
	case mostRank(asked, a):
		return byRank
	case isRated(ratingScales()[0]):
		return byRating
	case 2*same <= all && slices.ContainsFunc(ratingScales(), isRated):
		return byRating
	}
	return byPoints
}

// mostRank reports whether most customers give each of 1 to n once, and nobody
// anything else.
func mostRank(asked []measured, a absence) bool {
	if slices.ContainsFunc(asked, scale{1, float64(len(asked))}.isExceededBy) {
		return false
	}
	return 2*a.count(func(i int) bool { return isRanking(asked, i) }) > a.count(func(int) bool { return true })
}

// commonTotal is the sum of answers that most customers have, of equally common
// ones the least, and how many have it.
func commonTotal(asked []measured, a absence) (total float64, customers int) {
	const precision = 1e6
	counts := map[float64]int{}
	a.count(func(i int) bool {
		sum := 0.
		for _, q := range asked {
			sum += q.values[i]
		}
		counts[math.Round(sum*precision)/precision]++
		return true
	})
	for sum, n := range counts {
		if n > customers || n == customers && sum < total {
			total, customers = sum, n
		}
	}
	return total, customers
}

// isRanking reports whether a customer gives each of 1 to n once.
func isRanking(asked []measured, i int) bool {
	given := make([]float64, len(asked))
	for j, q := range asked {
		given[j] = q.values[i]
	}
	slices.Sort(given)
	for j, v := range given {
		if v != float64(j+1) {
			return false
		}
	}
	return true
}
