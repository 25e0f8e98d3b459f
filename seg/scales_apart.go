package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// oneScale refuses questions of which some are answered on another scale than
// others, such as 1 to 5 beside 0 to 100: shares and distances would be those of
// the scales. It names both columns. Where that is likely but not sure it is
// noted.
func oneScale(s *model.Segmentation, param, remedy string, questions []measured) error {
	short, long := questions[0], questions[0]
	for _, q := range questions[1:] {
		if usualTop(q) < usualTop(short) {
			short = q
		}
		if usualTop(q) > usualTop(long) {
			long = q
		}
	}
	const widestOfPoints = 10 // beyond it are percentages and points shared out
	low, high := usualTop(short), usualTop(long)
	switch {
	case high <= low || low > widestOfPoints:
		return nil
	case high <= widestOfPoints && !piledUp(short, low, long):
		if enoughAnswers(short) {
			s.Notes = append(s.Notes, model.P("%s has no answer above %s, and %s has: recode one of them if their scales differ", short.Label, figure(low), long.Label))
		}
		return nil
	}
	shortFrom, shortTo := short.span()
	longFrom, longTo := long.span()
	return paramErrorf(param, "column %s has answers from %s to %s and column %s from %s to %s, which are different scales: %s",
		short.column, model.FormatNumber(shortFrom), model.FormatNumber(shortTo), long.column, model.FormatNumber(longFrom), model.FormatNumber(longTo), remedy)
}

// usualTop is the top of the shortest usual scale that holds all answers.
func usualTop(q measured) float64 {
	_, highest := q.span()
	for _, top := range []float64{1, 5, 7, 10} {
		if highest <= top {
			return top
		}
	}
	return 100
}

// piledUp reports whether the answers to a question press against the top of its
// scale while many of those to another lie above: the first cannot go higher.
func piledUp(short measured, top float64, long measured) bool {
	const many = .1
	at := func(v float64) bool { return v == top }
	above := func(v float64) bool { return v > top }
	return enoughAnswers(short) && enoughAnswers(long) && shareOf(short.values, at) >= many && shareOf(long.values, above) >= many
}

// enoughAnswers reports whether there are so many that none above a number says
// something of the scale.
func enoughAnswers(q measured) bool {
	const enough = 30
	return q.answered() >= enough
}

// shareOf is the share of the finite values of which something holds.
func shareOf(values []float64, holds func(v float64) bool) float64 {
	known := slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return !finite(v) })
	n := 0.
	for _, v := range known {
		if holds(v) {
			n++
		}
	}
	return n / float64(len(known))
}

// withoutStrays leaves out answers of 8 and 9 to a question that nearly all
// answer from 1 to 5 or from 1 to 7, as surveys code by them that there is no
// answer, and notes how many.
func withoutStrays(s *model.Segmentation, q measured) measured {
	const nearlyAll = .9
	low, _ := q.span()
	for _, top := range []float64{5, 7} {
		stray := func(v float64) bool { return v == 8 || v == 9 }
		on := shareOf(q.values, func(v float64) bool { return v <= top })
		off := shareOf(q.values, stray)
		if !(low >= 1 && off > 0 && on >= nearlyAll && on+off > 1-1e-9) {
			continue
		}
		values, taken := slices.Clone(q.values), 0
		for i, v := range values {
			if stray(v) {
				values[i] = missing
				taken++
			}
		}
		raw := q
		q.values = values
		q = q.told(func() formula.Expr { return unlessAmong(raw, []float64{8, 9}) })
		s.Notes = append(s.Notes, model.P("%s: %d answers are off the scale of the others, %s, and are left out", q.Label, taken, scale{1, top}.String()))
		return q
	}
	return q
}
