package pipeline

import (
	"context"
	"math"
	"slices"

	"custseg/model"
	"custseg/seg"
	"custseg/seg/cluster"
	"custseg/seg/judge"
	"custseg/seg/validate"
)

// How stability is measured.
const (
	refits     = 5
	refitShare = 0.8
	mostRefit  = 20000 // customers in a refit
)

// tenths is the number of groups of the baseline that sorts.
const tenths = 10

// baselines are what a method is worth nothing without beating.
func (t *trial) baselines() []entrant {
	sorted := model.P("Tenths by money")
	if !t.money {
		sorted = model.P("Tenths by orders")
	}
	return []entrant{
		{id: BaselineSorted, name: sorted, baseline: true,
			fit: func(_ context.Context, c *model.Customers, _ func(float64)) (*model.Segmentation, error) {
				return t.fitTenths(c)
			}},
		{id: BaselineAll, name: model.P("Everyone in one segment"), baseline: true,
			fit: func(_ context.Context, c *model.Customers, _ func(float64)) (*model.Segmentation, error) {
				return &model.Segmentation{Segments: make([]model.Segment, 1), Of: make([]int32, c.Len())}, nil
			}},
	}
}

// fitTenths cuts customers into ten parts by the money they brought, or by their
// orders where there is no money.
func (t *trial) fitTenths(c *model.Customers) (*model.Segmentation, error) {
	by := model.Monetary
	if !t.money {
		by = model.Frequency
	}
	f, err := seg.Input{Customers: c}.Feature(by)
	if err != nil {
		return nil, err
	}
	of := validate.Parts(f.Values(), tenths)
	s := &model.Segmentation{Segments: make([]model.Segment, tenths+1), Of: of}
	s.Segments[tenths].Unclassified = true
	for i, g := range of {
		if g < 0 {
			of[i] = tenths
		}
	}
	return s, nil
}

// judge fits an entrant and finds its figures, and what the score of one that is
// ranked rests on. After a cancel what it returns is worth nothing.
func (t *trial) judge(ctx context.Context, e entrant, report func(float64)) (*Contender, evidence) {
	c := newContender(e)
	if lacks := seg.Missing(e.spec, t.full); len(lacks) > 0 {
		c.Standing, c.Why = Unable, lacking(lacks)
		return c, evidence{}
	}
	if lacks := seg.Missing(e.spec, t.known); len(lacks) > 0 {
		t.judgeApart(ctx, e, c, lacking(lacks), report)
		return c, evidence{}
	}
	const steps = refits + 3
	step := 0.
	part := func(done float64) { report((step + done) / steps) }
	s, err := e.fit(ctx, t.known, part)
	switch {
	case err != nil && t.full != t.known:
		t.judgeApart(ctx, e, c, model.Raw(err.Error()), report)
		return c, evidence{}
	case err != nil:
		c.Standing, c.Why = Failed, model.Raw(err.Error())
		return c, evidence{}
	}
	step++
	if t.full != t.known && !e.baseline {
		c.Withheld = t.withheld(ctx, e, s, part)
	}
	step++
	t.measure(&c.Figures, s, t.known)
	seen := evidence{groups: t.outcome.Group(s.Of, len(s.Segments))}
	c.Stability = 0
	for i := range refits {
		seen.stable[i] = t.refit(ctx, e, s, uint64(i), part)
		c.Stability += seen.stable[i] / refits
		step++
	}
	c.Shift = t.shift(ctx, e, s, part)
	c.clear()
	if t.unscored().Empty() {
		c.Score = c.score()
	}
	c.Reasons = t.reasons(c)
	return c, seen
}

// newContender is an entrant of which nothing is known yet.
func newContender(e entrant) *Contender {
	return &Contender{ID: e.id, Name: e.name, Baseline: e.baseline, Score: math.NaN(), ScoreError: math.NaN(), Figures: noFigures()}
}

// skipped is an entrant that was given up before it was judged.
func skipped(e entrant) *Contender {
	c := newContender(e)
	c.Standing, c.Why = Failed, model.P("skipped before it was judged; judge all methods again to have it judged")
	return c
}

// judgeApart judges an entrant by all that the data says, be it known then or
// not. It is not ranked.
func (t *trial) judgeApart(ctx context.Context, e entrant, c *Contender, why model.Phrase, report func(float64)) {
	s, err := e.fit(ctx, t.full, report)
	if err != nil {
		c.Standing, c.Why = Failed, model.Raw(err.Error())
		return
	}
	c.Standing, c.Withheld = Apart, t.undatedOf(s)
	c.Why = model.P("it reads what has no date and may know what followed; without that: %s", why)
	t.measure(&c.Figures, s, t.full)
	c.clear()
}

// withheld names the columns without a date that an entrant reads when it may,
// if they change its segments.
func (t *trial) withheld(ctx context.Context, e entrant, s *model.Segmentation, report func(float64)) []string {
	all, err := e.fit(ctx, t.full, report)
	if err != nil || cluster.AdjustedRand(s.Of, all.Of) == 1 {
		return nil
	}
	if names := t.undatedOf(all); len(names) > 0 {
		return names
	}
	return t.undated
}

// undatedOf names the columns without a date that a method has read.
func (t *trial) undatedOf(s *model.Segmentation) []string {
	var out []string
	for _, name := range s.Used {
		if slices.Contains(t.undated, name) {
			out = append(out, name)
		}
	}
	return out
}

// refit segments some of the customers anew and returns how alike that is to the
// segments of all, by the adjusted Rand index; 0 when it cannot.
func (t *trial) refit(ctx context.Context, e entrant, s *model.Segmentation, nth uint64, report func(float64)) float64 {
	var places []int32
	share := t.refitShare()
	for i := range t.known.Len() {
		if judge.Chance(t.known.ID(i), t.seed+1+nth) < share {
			places = append(places, int32(i))
		}
	}
	if len(places) == 0 { // of one or two customers: nobody is elsewhere
		return 1
	}
	again, err := e.fit(ctx, t.known.Pick(places), report)
	if err != nil {
		return 0
	}
	was := make([]int32, len(places))
	for j, i := range places {
		was[j] = s.Of[i]
	}
	return cluster.AdjustedRand(was, again.Of)
}

// refitShare is the share of the customers in a refit.
func (t *trial) refitShare() float64 {
	return min(refitShare, mostRefit/float64(t.known.Len()))
}

// shift returns how alike the segments of some days earlier are, over those who
// are in both; NaN when nobody is or they cannot be made.
func (t *trial) shift(ctx context.Context, e entrant, s *model.Segmentation, report func(float64)) float64 {
	if t.earlier.Len() == 0 {
		return math.NaN()
	}
	before, err := e.fit(ctx, t.earlier, report)
	if err != nil {
		return math.NaN()
	}
	var was, is []int32
	for i := range t.earlier.Len() {
		if at := t.known.Find(t.earlier.ID(i)); at >= 0 {
			was, is = append(was, before.Of[i]), append(is, s.Of[at])
		}
	}
	if len(was) == 0 {
		return math.NaN()
	}
	return cluster.AdjustedRand(was, is)
}

// rates scores customers by the share of their segment that bought again, among
// the customers of other folds.
func (t *trial) rates(s *model.Segmentation) []float64 {
	yes := make([]float64, len(t.bought))
	for i, b := range t.bought {
		if b {
			yes[i] = 1
		}
	}
	return judge.HeldOut(s.Of, len(s.Segments), t.folds, yes)
}
