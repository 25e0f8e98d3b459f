package seg

import (
	"context"

	"custseg/model"
	"custseg/seg/binning"
	"custseg/seg/concentration"
)

// rfm scores recency, frequency and monetary value into bins and names
// segments by the scores. Source: Hughes, Strategic Database Marketing (1994);
// the ranges are those of R's package rfm 0.3.
type rfm struct{}

const (
	rfmQuantile = "quantile"
	rfmRRFM     = "r-rfm"
	rfmRank     = "rank"
	rfmNested   = "nested"
	rfmFixed    = "fixed"
)

// Spec implements [Method].
func (rfm) Spec() Spec {
	option := func(id, label string) Option { return Option{id, model.P(label)} }
	measures := []string{"recency", "frequency", "monetary"}
	return Spec{
		ID: "rfm", Name: model.P("RFM"), Family: Value,
		Summary: model.P("Scores how recently, how often and for how much each customer bought, and names segments by the scores."),
		Rule:    model.P("Each of recency, frequency and monetary is cut into bins; 5 is best, so recency is scored reversed; the map names the segment of each code R-F-M."),
		Needs: []Need{
			{Measure: model.Recency, Why: model.P("days since the last purchase")},
			{Measure: model.Frequency, Why: model.P("number of orders")},
			{Measure: model.Monetary, Why: model.P("money spent")},
		},
		Params: []Param{
			{ID: "bins", Label: model.P("bins"), Kind: Int, Default: model.Num(5), Min: 2, Max: 10, Step: 1,
				Help: model.P("How many score levels per measure; maps scale them to 5."),
				When: &Condition{"binning", []string{rfmQuantile, rfmRRFM, rfmRank, rfmNested}}},
			{ID: "binning", Label: model.P("binning"), Kind: Choice, Default: model.Word(rfmQuantile),
				Options: []Option{
					option(rfmQuantile, "Equal numbers of customers per bin; ties stay together"),
					option(rfmRRFM, "Quantile + 1 as in R's package rfm"),
					option(rfmRank, "Equal widths of the ranks; ties take the lowest"),
					option(rfmNested, "Frequency within recency, monetary within both"),
					option(rfmFixed, "At the cuts set below"),
				},
				Help: model.P("How values become scores.")},
			{ID: "monetary", Label: model.P("monetary"), Kind: Choice, Default: model.Word("sum"),
				Options: []Option{option("sum", "All money in scope"), option("mean", "Money per order")},
				Help:    model.P("Whether M is the total or the average per order.")},
			{ID: "map", Label: model.P("map"), Kind: Choice, Default: model.Word("cells"),
				Options: []Option{
					option("cells", "Eleven segments from all 125 codes"),
					option("grid", "Ten segments from R and F alone"),
					option("ranges", "Ranges of scores, first match wins"),
					option("eight", "Eight classes: above or below the split of each"),
					option("tiers", "High, mid, low by the weighted score"),
					option("code", "One segment a code"),
				},
				Help: model.P("How scores become segments.")},
			{ID: "split", Label: model.P("split"), Kind: Choice, Default: model.Word("mean"),
				Options: []Option{option("mean", "At the mean"), option("median", "At the median"), option("fixed", "At the first of the cuts set below")},
				Help:    model.P("Where the eight classes part each measure."),
				When:    &Condition{"map", []string{"eight"}}},
			{ID: "high", Label: model.P("high from"), Kind: Float, Default: model.Num(3.67), Min: 1, Max: 5, Step: 0.1,
				Help: model.P("Weighted score from which a customer is High."), When: &Condition{"map", []string{"tiers"}}},
			{ID: "low", Label: model.P("low below"), Kind: Float, Default: model.Num(2.33), Min: 1, Max: 5, Step: 0.1,
				Help: model.P("Weighted score below which a customer is Low."), When: &Condition{"map", []string{"tiers"}}},
			{ID: "weights", Label: model.P("weights"), Kind: Weights, Default: model.Nums(1, 1, 1), Names: []string{"R", "F", "M"}, Step: 0.5,
				Help: model.P("Weights of R, F and M in the score; they need not add up to anything.")},
			{ID: "cuts", Label: model.P("cuts"), Kind: CutList, Default: model.CutsOf(nil), Names: measures,
				Help: model.P("Cuts for binning fixed and split fixed; a measure without cuts keeps its quantiles.")},
			{ID: "ranges", Label: model.P("ranges"), Kind: LineList, Default: model.Words(defaultRanges()...),
				Help:  model.P("Segments by ranges of R/F/M, such as Loyal 2-4/2-4/2-4; the first that matches wins, the rest are Others."),
				Valid: func(v model.Value) error { _, err := parseRanges(v.Words()); return err },
				When:  &Condition{"map", []string{"ranges"}}},
		},
		Source: "Hughes (1994), Strategic Database Marketing; ranges as in Hebbali, R package rfm 0.3",
	}
}

// Run implements [Method].
func (rfm) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	v, err := readRFM(in)
	if err != nil {
		return nil, err
	}
	report(0.2)
	scores := v.score(in.Params)
	report(0.6)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{Used: []string{"recency", "frequency", "monetary"}}
	if in.Params.Word("map") == "eight" {
		v.eight(s, in.Params)
	} else if err := v.place(s, scores, in.Params); err != nil {
		return nil, err
	}
	v.addScores(s, scores, in.Params)
	v.addCuts(s, scores, in.Params)
	v.addCharts(s, scores)
	s.Fit = concentrationFit(concentration.Pareto(v.money))
	return s, nil
}

// rfmValues are the three measures, NaN for customers who cannot be scored.
type rfmValues struct {
	r, f, m []float64
	money   []float64 // monetary as it is, for totals
	why     []int32   // reason of each customer who cannot be scored, -1 for the others
	reasons []model.Phrase
}

func readRFM(in Input) (*rfmValues, error) {
	var raw [3]model.Feature
	for i, m := range []model.Measure{model.Recency, model.Frequency, model.Monetary} {
		f, err := in.Feature(m)
		if err != nil {
			return nil, err
		}
		raw[i] = f
	}
	n := in.Customers.Len()
	v := &rfmValues{r: make([]float64, n), f: make([]float64, n), m: make([]float64, n), money: raw[2].Values(),
		why: make([]int32, n), reasons: []model.Phrase{model.P("no purchase in scope"), model.P("recency, frequency or monetary is missing or not finite")}}
	for i := range n {
		r, f, m := raw[0].Values()[i], raw[1].Values()[i], raw[2].Values()[i]
		if in.Params.Word("monetary") == "mean" {
			m /= f
		}
		v.why[i] = -1
		switch {
		case f == 0:
			v.why[i] = 0
		case !finite(r, f, m):
			v.why[i] = 1
		}
		if v.why[i] >= 0 {
			r, f, m = missing, missing, missing
		}
		v.r[i], v.f[i], v.m[i] = r, f, m
	}
	return v, nil
}

// rfmScores are the bins of each measure, recency reversed.
type rfmScores struct{ r, f, m binning.Bins }

// score bins the measures. Fixed cuts may give each measure its own number of
// bins.
func (v *rfmValues) score(p Params) rfmScores {
	k := p.Int("bins")
	switch p.Word("binning") {
	case rfmRRFM:
		return rfmScores{binning.Reverse(binning.RRFM(v.r, k)), binning.RRFM(v.f, k), binning.RRFM(v.m, k)}
	case rfmRank:
		return rfmScores{binning.Reverse(binning.Rank(v.r, k)), binning.Rank(v.f, k), binning.Rank(v.m, k)}
	case rfmNested:
		r := binning.Reverse(binning.Quantile(v.r, k))
		f, _ := binning.Nested(v.f, r.Of, k)
		within := make([]int, len(r.Of))
		for i := range within {
			if r.Of[i] > 0 {
				within[i] = (r.Of[i]-1)*k + f.Of[i]
			}
		}
		m, _ := binning.Nested(v.m, within, k)
		return rfmScores{r, f, m}
	case rfmFixed:
		cuts := p.Cuts("cuts")
		fixed := func(name string, values []float64) binning.Bins {
			if len(cuts[name]) == 0 {
				return binning.Quantile(values, k)
			}
			return binning.Fixed(values, cuts[name])
		}
		return rfmScores{binning.Reverse(fixed("recency", v.r)), fixed("frequency", v.f), fixed("monetary", v.m)}
	}
	return rfmScores{binning.Reverse(binning.Quantile(v.r, k)), binning.Quantile(v.f, k), binning.Quantile(v.m, k)}
}

// outOfFive scales a score of 1..k to 1..5, ends to ends, halves upwards.
func outOfFive(score, k int) int {
	if k == 5 || score == 0 {
		return score
	}
	if k == 1 {
		return 3
	}
	return 1 + (8*(score-1)+(k-1))/(2*(k-1))
}
