package pipeline

import (
	"math"

	"custseg/model"
	"custseg/seg/judge"
)

// Figures are what a contender is judged by. Shares and figures are NaN when
// they cannot be had.
type Figures struct {
	// Of what followed, learned from other customers.
	TopShare float64 // share of the money that the best segments hold, 20 % of the customers
	Lift     float64 // money a customer in the best segment over that of all
	Gini     float64 // of the money by segment, over that of a perfect order: 0 chance, 1 perfect
	AUC      float64 // chance that who bought again ranks before who did not, by segment
	AUCError float64 // its standard error
	// AUCGain is the AUC above that of the baseline of tenths, with its standard
	// error.
	AUCGain, AUCGainError float64

	// Of the segments themselves.
	Separation float64 // mean η² of recency, log frequency and log monetary
	Stability  float64 // adjusted Rand index with segments of some of the customers
	Shift      float64 // adjusted Rand index with segments of some days earlier

	Segments          int // with a customer in them, without the unclassified
	Smallest, Largest float64
	Effective         float64 // how many segments of one size would be as diverse
	Unclassified      float64 // share of the customers
}

// topPart is the part of the customers of which TopShare is told.
const topPart = 0.2

func noFigures() Figures {
	nan := math.NaN()
	return Figures{nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, 0, nan, nan, nan, nan}
}

// measure finds all figures that one segmentation of customers tells.
func (t *trial) measure(f *Figures, s *model.Segmentation, c *model.Customers) {
	worth := judge.HeldOut(s.Of, len(s.Segments), t.folds, t.worth)
	g := judge.Collect(worth, t.worth, t.folds, topPart)
	f.TopShare = g.Share
	if !t.flat {
		f.Gini = g.Normalised()
	}
	f.Lift = judge.BestLift(s.Of, len(s.Segments), t.folds, t.worth)
	r := judge.Rank(t.rates(s), t.bought, t.folds)
	f.AUC, f.AUCError = r.AUC, r.Error
	f.AUCGain, f.AUCGainError = r.Minus(t.sorted)
	f.Separation = separation(s, c)
	f.size(s)
}

// dust is less than any figure means: what rounding leaves of 0.
const dust = 1e-12

// clear makes 0 of dust.
func (f *Figures) clear() {
	for _, v := range []*float64{&f.TopShare, &f.Lift, &f.Gini, &f.AUC, &f.AUCError, &f.AUCGain, &f.AUCGainError, &f.Separation, &f.Stability, &f.Shift} {
		if math.Abs(*v) < dust {
			*v = 0
		}
	}
}

// separation is the mean share of the variance of recency, log(1 + frequency)
// and log(1 + monetary) that lies between segments, over those that the data has
// and customers differ in. Logarithms keep a few large customers from deciding;
// money below 0 counts as 0.
func separation(s *model.Segmentation, c *model.Customers) float64 {
	sum, n := 0., 0.
	for _, values := range traits(c) {
		if eta := judge.EtaSquared(s.Of, len(s.Segments), values); !math.IsNaN(eta) {
			sum += eta
			n++
		}
	}
	return sum / n
}

func logs(values []float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = math.Log1p(math.Max(v, 0))
	}
	return out
}

// size counts the segments.
func (f *Figures) size(s *model.Segmentation) {
	n := float64(len(s.Of))
	f.Smallest, f.Largest, f.Unclassified = 1, 0, 0
	var sizes []int
	for g, count := range s.Counts() {
		share := float64(count) / n
		switch {
		case s.Segments[g].Unclassified:
			f.Unclassified += share
		case count > 0:
			sizes = append(sizes, count)
			f.Smallest, f.Largest = min(f.Smallest, share), max(f.Largest, share)
		}
	}
	f.Segments, f.Effective = len(sizes), judge.Effective(sizes)
}

// Criterion says what a figure means and why it is there.
type Criterion struct {
	ID     string
	Label  model.Phrase
	Weight float64 // in the score, 0 for one that is not in it as a part
	Why    model.Phrase
}

// Criteria explains the figures in the order of a table.
func Criteria() []Criterion {
	return []Criterion{
		{"gini", model.P("money"), moneyWeight, model.P("How well the segments rank customers by the money that followed: Gini coefficient over that of a perfect order, 0 chance, 1 perfect. " +
			"It looks at the whole order and not at one cut, and budgets follow money.")},
		{"auc", model.P("repurchase"), returnWeight, model.P("The chance that a customer who bought again is in a better segment than one who did not: .5 chance, 1 perfect. " +
			"Money is held by few and scatters; whether someone comes back is known of all.")},
		{"separation", model.P("separation"), separationWeight, model.P("How far the segments differ in recency, frequency and money as of the split: mean share of the variance between segments (η²). " +
			"Segments that differ can be told and treated apart, but many small ones always differ, so it weighs half.")},
		{"stability", model.P("stability"), 0, model.P("Whether other customers give the same segments: adjusted Rand index between those of all and of subsamples, 1 the same, 0 chance. " +
			"It multiplies the score, from half to all of it: what segments tell is worth little where chance draws them.")},
		{"shift", model.P("shift"), 0, model.P("Whether the segments of %d days earlier are the same. It is not in the score: to move those who bought meanwhile is what some methods are for.", shiftDays)},
		{"top20_share", model.P("top 20%%"), 0, model.P("The share of the money that followed that the best segments hold, as many as make up 20%% of the customers; 20%% is chance.")},
		{"lift", model.P("lift"), 0, model.P("Money that followed a customer in the best segment, over that of all. The best segment may be small and its lift chance.")},
		{"segments", model.P("segments"), 0, model.P("How many there are, and how many of one size would be as diverse. Each wants an action of its own, so few are easier to work with.")},
	}
}
