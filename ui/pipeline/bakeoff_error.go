package pipeline

import (
	"context"
	"math"
	"slices"
	"strconv"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/seg/judge"
)

// evidence is what the score of a contender rests on: its segments, and how
// stable each refit found them. Without a score there is none.
type evidence struct {
	groups judge.Grouping
	stable [refits]float64
}

// resamples is how often the customers are drawn anew to find the error of a
// score: enough for an error within a twentieth of itself (Efron & Tibshirani
// 1993, An Introduction to the Bootstrap, §6.4).
const resamples = 200

// traits are what segments should tell apart; see [separation].
func traits(c *model.Customers) [][]float64 {
	var out [][]float64
	for _, id := range []model.Measure{model.Recency, model.Frequency, model.Monetary} {
		feature, ok := c.Feature(id)
		switch {
		case !ok || feature.Values() == nil:
		case id == model.Recency:
			out = append(out, feature.Values())
		default:
			out = append(out, logs(feature.Values()))
		}
	}
	return out
}

// bootstrap returns the scores of contenders with one over customers drawn anew
// with replacement, a list of resamples for each id: money, repurchase and
// separation over the customers drawn, stability over refits drawn alike. The
// segments and what they are worth to each fold stay, so that what chance did
// when they were learned is not in it.
func (t *trial) bootstrap(ctx context.Context, contenders []*Contender, of map[string]evidence) (map[string][]float64, error) {
	out := map[string][]float64{}
	for _, c := range contenders {
		if !math.IsNaN(c.Score) {
			out[c.ID] = make([]float64, resamples)
		}
	}
	if len(out) == 0 {
		return nil, ctx.Err()
	}
	err := parallel.Each(ctx, resamples, func() struct{} { return struct{}{} }, func(nth int, _ struct{}) {
		seed := t.seed + 1 + refits + uint64(nth)
		weights := judge.Resample(t.known.Len(), t.known.ID, seed)
		perfect := t.outcome.Perfect(weights)
		for _, c := range contenders {
			if scores := out[c.ID]; scores != nil {
				scores[nth] = c.resampled(t.outcome.Parts(of[c.ID].groups, weights, perfect), of[c.ID].drawn(seed))
			}
		}
	}, nil)
	return out, err
}

// resampled is the score by the parts of a sample. A part that is not in the
// score is not in that of the sample either.
func (f Figures) resampled(p judge.Parts, stability float64) float64 {
	f.Stability = stability
	for _, part := range []struct {
		to   *float64
		from float64
	}{{&f.Gini, p.Gini}, {&f.AUC, p.AUC}, {&f.Separation, p.Separation}} {
		if math.IsNaN(*part.to) {
			continue
		}
		if math.IsNaN(part.from) {
			return math.NaN()
		}
		*part.to = part.from
	}
	return f.score()
}

// drawn is the mean stability of as many refits, drawn with replacement. Of one
// seed it is the same refits for every contender.
func (e evidence) drawn(seed uint64) float64 {
	sum := 0.
	for i := range refits {
		sum += e.stable[int(judge.Chance(strconv.Itoa(i), seed)*refits)] / refits
	}
	return sum
}

// deviation returns the standard deviation of values less others, over those of
// which there are both; other may be nil for 0. It is NaN of fewer than two.
func deviation(values, other []float64) float64 {
	sum, squares, n := 0., 0., 0.
	for i, v := range values {
		if other != nil {
			v -= other[i]
		}
		if !math.IsNaN(v) {
			sum, squares, n = sum+v, squares+v*v, n+1
		}
	}
	if n < 2 {
		return math.NaN()
	}
	return math.Sqrt(max(0, squares-sum*sum/n) / (n - 1))
}

// apart reports whether the score of one contender is above that of another by
// more than chance moves their difference.
func apart(one, other *Contender, scores map[string][]float64) bool {
	return one.Score-other.Score > beyondChance*deviation(scores[one.ID], scores[other.ID])
}

// markErrors gives the contenders the errors of their scores, and marks the
// methods that are not told apart from the first.
func markErrors(ranked []*Contender, scores map[string][]float64) {
	var first *Contender
	for i, c := range ranked {
		if scores[c.ID] == nil {
			continue
		}
		one := *c // the other was told of already
		ranked[i] = &one
		one.ScoreError = deviation(scores[one.ID], nil)
		switch {
		case one.Rank == 1:
			first = &one
		case one.Rank > 1 && first != nil && !apart(first, &one, scores):
			one.NotTold = true
			one.Reasons = append(slices.Clone(one.Reasons), model.P("rank: not told apart from %s, whose score is higher by no more than chance may make", first.Name))
		}
	}
}

// verdict says whether the first of the methods beats the plain sort, nothing
// when no method is ranked; beats reports whether its score is above.
func (b *BakeOff) verdict(scores map[string][]float64) (said model.Phrase, beats bool) {
	best, sorted := b.Best(), b.Contender(BaselineSorted)
	switch {
	case best == nil:
		return model.Phrase{}, false
	case best.Score <= sorted.Score && apart(sorted, best, scores):
		return model.P("No method beats the baseline %s (%.1f) here: %s ranks first with %.1f", sorted.Name, sorted.Score, best.Name, best.Score), false
	case best.Score <= sorted.Score:
		return model.P("No method beats the baseline %s (%.1f) here: %s ranks first with %.1f, a difference that chance may make", sorted.Name, sorted.Score, best.Name, best.Score), false
	case !apart(best, sorted, scores):
		return model.P("%s ranks first with %.1f, but is not told apart from the baseline %s (%.1f)", best.Name, best.Score, sorted.Name, sorted.Score), true
	}
	return model.P("%s ranks first with %.1f and beats the baseline %s (%.1f)", best.Name, best.Score, sorted.Name, sorted.Score), true
}
