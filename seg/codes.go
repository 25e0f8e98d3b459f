package seg

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// withoutCodes takes numbers that stand for no answer, such as 99 or -1, out of
// the answers to questions on one scale, and notes how many there were.
func withoutCodes(s *model.Segmentation, questions ...measured) []measured {
	out, codes := slices.Clone(questions), codesOf(questions)
	if len(codes) == 0 {
		return out
	}
	for j, q := range out {
		values, taken := slices.Clone(q.values), 0
		for i, v := range values {
			if slices.Contains(codes, v) {
				values[i] = missing
				taken++
			}
		}
		if taken > 0 {
			out[j].values = values
			out[j] = out[j].told(func() formula.Expr { return unlessAmong(q, codes) })
			s.Notes = append(s.Notes, model.P("%s: %d answers of %s stand for no answer and are left out", q.Label, taken, list("%s, %s", figures(codes))))
		}
	}
	return out
}

func figures(values []float64) []model.Phrase {
	out := make([]model.Phrase, len(values))
	for i, v := range values {
		out[i] = figure(v)
	}
	return out
}

// codesOf finds the numbers among answers that stand for no answer, ascending:
// those that surveys use for it and that lie off the scale. There are none where
// they are half of the answers or more, where the others are not on a scale of 0
// to 10 or less, and below zero on a scale with zero at its middle.
func codesOf(questions []measured) []float64 {
	var codes []float64
	low, high, coded, all := math.Inf(1), math.Inf(-1), 0, 0
	for _, q := range questions {
		for _, v := range q.values {
			if !finite(v) {
				continue
			}
			all++
			if !standsForNone(v) {
				low, high = min(low, v), max(high, v)
				continue
			}
			coded++
			if !slices.Contains(codes, v) {
				codes = append(codes, v)
			}
		}
	}
	slices.Sort(codes)
	const widest, widestHalf = 10, 5
	switch {
	case 2*coded >= all || low < 0 || high > widest:
		return nil
	case len(codes) > 0 && codes[0] < 0 && codes[0] >= -widestHalf && low == 0 && high <= widestHalf:
		return nil
	}
	return codes
}

// standsForNone reports whether a number is one by which surveys code that there
// is no answer: -1 to -9, and 66, 77, 88 and 94 to 99, with their first digit
// once or twice more before them, of either sign.
func standsForNone(v float64) bool {
	const furthest, least = -9, 66
	if v > furthest-1 && v < least {
		return v < 0 && v == math.Trunc(v)
	}
	for _, code := range []float64{66, 77, 88, 94, 95, 96, 97, 98, 99} {
		first := math.Floor(code / 10)
		if a := math.Abs(v); a == code || a == 100*first+code || a == 1100*first+code {
			return true
		}
	}
	return false
}
