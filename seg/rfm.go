package seg

import (
	"context"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/seg/concentration"
)

// rfm scores recency, frequency and monetary value into bins and names
// segments by the scores. Source: Hughes, Strategic Database Marketing (1994);
// the ranges are those of R's package rfm 0.3.
type rfm struct{}

// The binnings. Fixed is also a split.
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
				Help: model.P("How many score levels per measure; maps scale them to 5.")},
			{ID: "binning", Label: model.P("binning"), Kind: Choice, Default: model.Word(rfmQuantile),
				Options: []Option{
					option(rfmQuantile, "Equal numbers of customers per bin, equal values together"),
					option(rfmRRFM, "As R's package rfm: quantile cuts plus 1, a value at a cut above it"),
					option(rfmRank, "Ranks cut at equal steps; equal values share their lowest rank: of recency, by days, they score as the most recent of them, of the others as the lowest"),
					option(rfmNested, "Frequency cut anew in each recency bin, monetary in each of both"),
					option(rfmFixed, "At the cuts set below"),
				},
				Help: model.P("How values become scores.")},
			{ID: "monetary", Label: model.P("monetary"), Kind: Choice, Default: model.Word("sum"),
				Options: []Option{option("sum", "All money in scope"), option("mean", "Money per order")},
				Help:    model.P("Whether M is the total or the average per order.")},
			{ID: "map", Label: model.P("map"), Kind: Choice, Default: model.Word("cells"),
				Options: []Option{
					option("cells", "Eleven segments by a list of all 125 codes R-F-M, 555 to 111"),
					option("grid", "Ten segments by the scores R and F; M is not used"),
					option("ranges", "Ranges of scores set below, first match wins"),
					option("eight", "Eight classes: each measure above or below its split; scores are not used"),
					option("tiers", "High, mid, low by the weighted score"),
					option("code", "One segment for each code R-F-M that occurs"),
				},
				Help: model.P("How scores become segments. Cells, grid and ranges speak of 1-5: other bins are scaled to it in the column rfm_of_5.")},
			{ID: "split", Label: model.P("split"), Kind: Choice, Default: model.Word("mean"),
				Options: []Option{option("mean", "At the mean"), option("median", "At the median"), option(rfmFixed, "At the first of the cuts set below")},
				Help:    model.P("Where the eight classes part each measure."),
				When:    []Condition{{"map", []string{"eight"}}}},
			{ID: "high", Label: model.P("high from"), Kind: Float, Default: model.Num(3.67), Min: 1, Max: 5, Step: 0.1,
				Help: model.P("Weighted score from which a customer is High."), When: []Condition{{"map", []string{"tiers"}}}},
			{ID: "low", Label: model.P("low below"), Kind: Float, Default: model.Num(2.33), Min: 1, Max: 5, Step: 0.1,
				Help: model.P("Weighted score below which a customer is Low."), When: []Condition{{"map", []string{"tiers"}}}},
			{ID: "weights", Label: model.P("weights"), Kind: Weights, Default: model.Nums(1, 1, 1), Names: []string{"R", "F", "M"}, Step: 0.5,
				Help: model.P("Weights of R, F and M in the score; they need not add up to anything.")},
			{ID: "cuts", Label: model.P("cuts"), Kind: CutList, Default: model.CutsOf(nil), Names: rfmMeasures(),
				Help: model.P("Cuts for binning fixed and split fixed; a measure without cuts keeps its quantiles, or its median for the split."),
				When: []Condition{{"binning", []string{rfmFixed}}, {"split", []string{rfmFixed}}}},
			{ID: "edge", Label: model.P("value at a cut"), Kind: Choice, Default: model.Word("below"),
				Options: []Option{option("below", "In the bin below"), option("above", "In the bin above")},
				Help:    model.P("Which of two bins a value goes to that equals the cut between them."),
				When:    []Condition{{"binning", []string{rfmFixed}}}},
			{ID: "ranges", Label: model.P("ranges"), Kind: LineList, Default: model.Words(defaultRanges()...),
				Help:  model.P("Segments by ranges of R/F/M, such as Loyal 2-4/2-4/2-4; the first that matches wins, the rest are Others."),
				Valid: func(v model.Value) error { _, err := parseRanges(v.Words()); return err },
				When:  []Condition{{"map", []string{"ranges"}}}},
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
	var beside parallel.Group
	var money concentration.Curve
	beside.Go(func() { money = concentration.Unplaced(v.money) })
	scores := v.score(in.Params)
	report(0.6)
	if err := ctx.Err(); err != nil {
		beside.Wait()
		return nil, err
	}
	s := &model.Segmentation{Used: rfmMeasures()}
	v.addScores(s, scores)
	beside.Wait()
	if err := v.place(s, scores, in.Params); err != nil {
		return nil, err
	}
	v.addCuts(s, scores, in.Params)
	v.addCharts(s, scores)
	s.Fit = concentrationFit(money)
	return s, nil
}
