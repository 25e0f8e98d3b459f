package seg

import (
	"context"
	"strings"

	"custseg/model"
)

// market places the market segments of a column, and so their customers, by how
// attractive they are and how strong we are in them. Source: the growth-share
// matrix of the Boston Consulting Group (Henderson 1970), and the nine cells of
// General Electric and McKinsey.
type market struct{}

const (
	bostonMatrix = "bcg"
	geMatrix     = "ge"
	segmentRole  = "segment"
)

// Spec implements [Method].
func (market) Spec() Spec {
	when := func(scheme string, p Param) Param {
		p.When = []Condition{{"scheme", []string{scheme}}}
		return p
	}
	return Spec{
		ID: "market", Name: model.P("Market segments"), Family: Who, Seeded: true,
		Summary: model.P("Places the market segments that customers belong to, of a column or of another method, in the growth-share matrix (Star, Cash Cow, Question Mark, Dog) or in the nine cells of attractiveness and strength."),
		Rule: model.P("A market segment has the means of its customers' size, growth, margin and share. What no column tells, and all of what a method made, comes from the orders: " +
			"money of the last year, its growth on the year before, profit by money, and for relative share all money in scope of a segment by that of an average one. " +
			"BCG: growth and relative share, each high at the cut or above. " +
			"GE: attractiveness is the weighted mean of size, growth and margin, each from 0 for the lowest segment to 1 for the highest, strength likewise of share; both are cut at two values."),
		Needs: []Need{{Measure: segmentRole, Or: []model.Measure{model.Frequency}, Why: model.P("the market segment of each customer; or else orders, of which a method makes segments")},
			{Measure: "share", Or: []model.Measure{model.Monetary}, Why: model.P("our share relative to the largest competitor's, 1 is as large; or else money, of a segment by that of an average one")},
			{Measure: "growth", Or: []model.Measure{"size", "margin", model.Recency}, Why: model.P("yearly growth of the segment, or orders to compute it from; for GE size or margin will do")},
			{Measure: "size", Optional: true, Why: model.P("size of the segment, for GE")}, {Measure: "margin", Optional: true, Why: model.P("margin in the segment, for GE")}},
		Params: []Param{
			marketOf(),
			{ID: "scheme", Label: model.P("scheme"), Kind: Choice, Default: model.Word(bostonMatrix),
				Options: []Option{{bostonMatrix, model.P("BCG: growth and relative share")}, {geMatrix, model.P("GE: attractiveness and strength, 3×3")}}, Help: model.P("Which matrix is used.")},
			when(bostonMatrix, cutParam("growth", model.P("growth from"), model.P("Least growth a year that is high."), .1, -1, 10, .01, model.Percent)),
			when(bostonMatrix, cutParam("share", model.P("share from"), model.P("Least relative share that is high."), 1, 0, 100, .1, model.Plain)),
			when(geMatrix, Param{ID: "weights", Label: model.P("weights"), Kind: Weights, Default: model.Nums(1, 1, 1), Names: []string{"size", "growth", "margin"}, Step: .1,
				Help: model.P("How much each counts for attractiveness, in any proportion; 0 leaves it out.")}),
			when(geMatrix, cutParam("high", model.P("high from"), model.P("Least score, of 0 to 1, that is high."), .67, 0, 1, .05, model.Plain)),
			when(geMatrix, cutParam("mid", model.P("medium from"), model.P("Least score, of 0 to 1, that is medium."), .33, 0, 1, .05, model.Plain)),
		},
		Source: "Henderson (1970), The Product Portfolio, Boston Consulting Group; GE-McKinsey nine-box matrix",
	}
}

// Run implements [Method].
func (market) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	b, err := in.marketSegments(ctx, s, func(done float64) { report(0.9 * done) })
	if err != nil {
		return nil, err
	}
	report(0.9)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if in.Params.Word("scheme") == geMatrix {
		err = in.placeGE(s, b)
	} else {
		err = in.placeBCG(s, b)
	}
	if err != nil {
		return nil, err
	}
	s.Scores = append(s.Scores, model.NewTexts("market_segment", b.of, b.words))
	s.Fit = append(s.Fit, model.Fit{Name: "market_segments", Value: float64(len(b.sizes))})
	s.Charts = append(s.Charts, b.grid(s), b.bars())
	return s, nil
}

// placeBCG places by growth and relative share.
func (in Input) placeBCG(s *model.Segmentation, b *marketBase) error {
	growth, ok := find(b.means, "growth")
	if !ok {
		return paramErrorf("scheme", "this data has no growth, and no orders with dates to compute it from: map a column to it with --map growth=COLUMN, or set scheme=ge")
	}
	share, _ := find(b.means, "share")
	if column := in.present("share"); len(column) > 0 && !share.own && isMarketShare(column[0]) {
		return paramErrorf("share", "column %s is a share of the market, and the matrix takes a relative share: ours by that of the largest competitor in the segment, 1 where both are as large. "+
			"Map that with --map share=COLUMN, or set scheme=ge, which compares the segments with each other", column[0].column)
	}
	fast, strong := in.limitAt(growth, "growth"), in.limitAt(share, "share")
	placeRules(s, []rule{
		{model.Segment{Name: model.P("Star"), Advice: model.Advice{Marketing: model.P("Invest to keep the lead while the market grows"), Product: model.P("Widen the range for them"), Service: model.P("The best there is"), Risk: model.P("Competitors will come")}}, allOf(fast.reached(), strong.reached())},
		{model.Segment{Name: model.P("Cash Cow"), Advice: model.Advice{Marketing: model.P("Keep at low cost; use what it earns elsewhere"), Product: model.P("Small improvements"), Service: model.P("Efficient and steady"), Risk: model.P("Do not let it decline for want of care")}}, allOf(fast.below(), strong.reached())},
		{model.Segment{Name: model.P("Question Mark"), Advice: model.Advice{Marketing: model.P("Choose a few to win, and leave the others"), Product: model.P("Find what would make them prefer us"), Risk: model.P("Takes money before it gives any")}}, allOf(fast.reached(), strong.below())},
		{model.Segment{Name: model.P("Dog"), Advice: model.Advice{Marketing: model.P("No spending on growth"), Product: model.P("Simplify or withdraw"), Service: model.P("Self-service"), Risk: model.P("Ties up money and attention")}}, allOf(fast.below(), strong.below())},
	}, b.absence(growth, share))
	b.settle(s, growth, share)
	s.Placing.Ranks = inOrder(4)
	addLimits(s, fast, strong)
	b.use(s, share, growth)
	chart := crossing(model.P("Market segments by relative share and growth"), s, strong, fast)
	chart.XTitle, chart.YTitle = model.P("relative share"), model.P("growth a year")
	chart.Bubbles, chart.Bubble = b.words, b.of
	s.Charts = append(s.Charts, chart)
	return nil
}

// isMarketShare reports whether a column that is called a market share holds
// shares of the whole market, of 1 or of 100, rather than relative ones.
func isMarketShare(m measured) bool {
	header := strings.NewReplacer("_", " ", "-", " ").Replace(strings.ToLower(m.column))
	named := strings.Contains(header, "market share") || strings.Contains(header, "marktanteil") || strings.Contains(header, "市场份额") || strings.Contains(header, "市占率")
	const fewestPercent = 5 // a relative share is hardly ever so large
	_, high := m.span()
	return named && !strings.Contains(header, "relativ") && (high <= 1 || median(m.values) >= fewestPercent)
}
