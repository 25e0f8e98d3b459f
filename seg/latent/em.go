package latent

import (
	"cmp"
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"custseg/model/parallel"
)

// data is what all runs share: the distinct patterns of answers in the order of
// their codes, and how many rows have each.
type data struct {
	Settings
	rows     int
	levels   []int     // of each item
	first    []int     // where its answers begin among those of all items
	patterns [][]int32 // by pattern and item: the place of the answer, -1 where missing
	count    []float64 // rows of each pattern
}

// prepare counts the patterns, so that the order of the rows does not matter.
func prepare(items []Item, s Settings) data {
	d := data{Settings: s, rows: len(items[0].Codes), first: offsets(items)}
	for _, item := range items {
		d.levels = append(d.levels, item.Levels)
	}
	rows := make([]int32, d.rows)
	for i := range rows {
		rows[i] = int32(i)
	}
	compare := func(a, b int32) int {
		for _, item := range items {
			if c := cmp.Compare(max(item.Codes[a], -1), max(item.Codes[b], -1)); c != 0 {
				return c
			}
		}
		return 0
	}
	slices.SortFunc(rows, compare)
	for i, row := range rows {
		if i > 0 && compare(rows[i-1], row) == 0 {
			d.count[len(d.count)-1]++
			continue
		}
		pattern := make([]int32, len(items))
		for j, item := range items {
			pattern[j] = -1
			if c := item.Codes[row]; c >= 0 {
				pattern[j] = int32(d.first[j]) + c
			}
		}
		d.patterns, d.count = append(d.patterns, pattern), append(d.count, 1)
	}
	return d
}

// run is one start, as far as it has come.
type run struct {
	classes       classes
	logLikelihood float64
	iterations    int
	converged     bool
}

const (
	shortRun  = 20 // iterations of a start before the likeliest are chosen
	finalists = 3  // starts that are carried on
	// Of so few patterns all starts are carried on: slow ones can win.
	fewPatterns = 300
)

// carried is the number of starts that are carried on.
func (d data) carried() int {
	if len(d.patterns) <= fewPatterns {
		return d.Starts
	}
	return min(finalists, d.Starts)
}

// search finds the likeliest run for each number of classes.
func (d data) search(ctx context.Context, ks []int, report func(done float64)) ([]run, error) {
	const starting = .5 // the share of the time, roughly
	part := func(from, share float64) func(float64) {
		return func(done float64) {
			if report != nil {
				report(from + share*done)
			}
		}
	}
	noRoom := func() struct{} { return struct{}{} }
	starts := make([]run, len(ks)*d.Starts)
	err := parallel.Each(ctx, len(starts), noRoom, func(task int, _ struct{}) {
		k := min(ks[task/d.Starts], len(d.patterns))
		starts[task].classes = drawn(k, d.levels, rand.New(rand.NewPCG(d.Seed, uint64(task%d.Starts))))
		d.iterate(ctx, &starts[task], min(shortRun, d.MaxIter))
	}, part(0, starting))
	if err != nil {
		return nil, err
	}
	likelier := func(a, b run) int { return cmp.Compare(b.logLikelihood, a.logLikelihood) }
	last := d.carried()
	final := make([]run, 0, len(ks)*last)
	for i := range ks {
		tried := starts[i*d.Starts : (i+1)*d.Starts]
		slices.SortStableFunc(tried, likelier)
		final = append(final, tried[:last]...)
	}
	err = parallel.Each(ctx, len(final), noRoom, func(task int, _ struct{}) {
		d.iterate(ctx, &final[task], d.MaxIter)
	}, part(starting, 1-starting))
	found := make([]run, len(ks))
	for i := range found {
		tried := final[i*last : (i+1)*last]
		slices.SortStableFunc(tried, likelier)
		found[i] = tried[0]
	}
	return found, err
}

// iterate improves a run until it converges or has so many iterations.
func (d data) iterate(ctx context.Context, r *run, most int) {
	before := math.Inf(-1)
	for !r.converged && r.iterations < most && ctx.Err() == nil {
		next, logLikelihood := d.improve(r.classes)
		r.converged = logLikelihood-before <= d.Tol*float64(d.rows)
		r.classes, before = next, logLikelihood
		r.iterations++
	}
	_, r.logLikelihood = d.improve(r.classes)
}

// improve returns the classes by the rows as they belong to the ones given, and
// the log-likelihood of these. An item that no row of a class answers keeps its
// probabilities.
func (d data) improve(cs classes) (next classes, logLikelihood float64) {
	next = make(classes, len(cs))
	for k, c := range cs {
		next[k].answers = make([]float64, len(c.answers))
	}
	logs, p := cs.logarithms(), make([]float64, len(cs))
	for i, pattern := range d.patterns {
		logLikelihood += d.count[i] * logs.posterior(pattern, p)
		for k, v := range p {
			v *= d.count[i]
			next[k].share += v
			for _, a := range pattern {
				if a >= 0 {
					next[k].answers[a] += v
				}
			}
		}
	}
	for k := range next {
		next[k].share /= float64(d.rows)
		for j, from := range d.first {
			answers := next[k].answers[from : from+d.levels[j]]
			sum := 0.
			for _, v := range answers {
				sum += v
			}
			if sum == 0 {
				copy(answers, cs[k].answers[from:])
				continue
			}
			for l := range answers {
				answers[l] /= sum
			}
		}
	}
	return next, logLikelihood
}

// deviation compares the number of rows of each pattern with what classes
// expect: the likelihood ratio and Pearson's chi-squared, to which patterns that
// no row has contribute what is expected of them. NaN where answers are missing.
func (d data) deviation(cs classes) (ratio, pearson float64) {
	logs, p := cs.logarithms(), make([]float64, len(cs))
	total := 0.
	for i, pattern := range d.patterns {
		if slices.Contains(pattern, -1) {
			return math.NaN(), math.NaN()
		}
		expected := float64(d.rows) * math.Exp(logs.posterior(pattern, p))
		ratio += 2 * d.count[i] * math.Log(d.count[i]/expected)
		pearson += (d.count[i] - expected) * (d.count[i] - expected) / expected
		total += expected
	}
	return ratio, pearson + max(float64(d.rows)-total, 0)
}
