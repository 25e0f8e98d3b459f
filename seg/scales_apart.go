package seg

import (
	"slices"

	"custseg/model"
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
