package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// competitor parts customers by the share of their wallet that we have. Source:
// Keiningham, Aksoy, Buoye & Cooil (2011) for ranks.
type competitor struct{}

// The ways to tell the share of wallet.
const (
	bySpend     = "spend"
	byBrandRank = "rank"
)

// Spec implements [Method].
func (competitor) Spec() Spec {
	cut := func(id string, label model.Phrase, at float64) Param {
		return cutParam(id, label, model.P("Least share of wallet of the segment."), at, 0, 1, .05, model.Percent)
	}
	return Spec{
		ID: "competitor", Name: model.P("Share of wallet"), Family: Attitude,
		Summary: model.P("Parts customers by how much of their spend in the category comes to us rather than to competitors, and says how much money there is to win in each segment."),
		Rule: model.P("Own spend by category spend, or, by the rank r of our brand among the n that a customer uses, (1 - r / (n + 1)) · 2 / n. " +
			"Sole from the first cut on, Main from the second, Shared from the third, else Occasional."),
		Needs: []Need{{Measure: "own_spend", Or: []model.Measure{"brand_rank"}, Why: model.P("money spent with us, or the rank of our brand, 1 the first")},
			{Measure: "category_spend", Optional: true, Why: model.P("money spent in the category with all sellers, in the same time")},
			{Measure: "brands_used", Optional: true, Why: model.P("number of brands used, for the rank")}},
		Params: []Param{
			{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("Spend where it is known, else the rank")}, {bySpend, model.P("Own spend by category spend")}, {byBrandRank, model.P("Rank among the brands used")}},
				Help:    model.P("What tells the share of wallet.")},
			cut("sole", model.P("sole from"), .8), cut("main", model.P("main from"), .5), cut("shared", model.P("shared from"), .2),
		},
		Source: "Keiningham, Aksoy, Buoye & Cooil (2011), Customer Loyalty Isn't Enough. Grow Your Share of Wallet, Harvard Business Review 89(10): the wallet allocation rule; the cuts are conventions",
	}
}

// Run implements [Method].
func (competitor) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	report(0)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := &model.Segmentation{}
	share, a, err := in.wallet(s)
	if err != nil {
		return nil, err
	}
	b := bands{}
	for i, id := range []string{"sole", "main", "shared", ""} {
		b.of = append(b.of, band{walletSegments()[i], id})
	}
	if err := b.place(s, in.Params, share, a); err != nil {
		return nil, err
	}
	use(s, share)
	s.Charts = histograms(s, share)
	in.moneyToWin(s, share)
	_, mean, _ := moments(share.values)
	s.Fit = append(s.Fit, model.Fit{Name: "share_of_wallet_mean", Value: mean})
	return s, nil
}

// wallet is the share of wallet, 0..1, and who has none.
func (in Input) wallet(s *model.Segmentation) (measured, absence, error) {
	choice := in.Params.Word("by")
	spend, rank := in.present("own_spend", "category_spend"), in.present("brand_rank", "brands_used")
	switch {
	case choice != byBrandRank && len(spend) == 2:
		in.Params.settleWord("by", bySpend)
		use(s, spend...)
		if isShareOf(spend[0], spend[1]) {
			return measured{}, absence{}, paramErrorf("by", "column %s has only shares from 0 to 1 where category spend is money: map what customers spend with us with --map own_spend=COLUMN, as both must be money of the same time", spend[0].column)
		}
		m, a := in.walletBySpend(s, spend[0], spend[1])
		return m, a, nil
	case choice != bySpend && len(rank) == 2:
		in.Params.settleWord("by", byBrandRank)
		use(s, rank...)
		m, a := walletByRank(rank[0], rank[1])
		return m, a, nil
	}
	return measured{}, absence{}, paramErrorf("by", "the share of wallet takes own_spend and category_spend, or brand_rank and brands_used: map a column to both of a pair with --map, or set by=auto")
}

// isShareOf reports whether own spend is written as a share of category spend
// rather than as money.
func isShareOf(own, all measured) bool {
	low, high := own.span()
	broken := shareOf(own.values, func(v float64) bool { return v > 0 && v < 1 })
	return low >= 0 && high <= 1 && broken > 0 && median(all.values) > 1
}

// walletBySpend is own spend by category spend, at most 1.
func (in Input) walletBySpend(s *model.Segmentation, own, all measured) (measured, absence) {
	// What a customer spends in all is not ours to change: its share is.
	own, all = own.going(model.Up), all.going(model.Never)
	own.Unit, all.Unit = model.Money, model.Money
	share := computedBy("share_of_wallet", model.P("Share of wallet"), model.Percent, len(own.values), func(w whatIf) float64 {
		if spent, total := w.value(own), w.value(all); total > 0 && spent >= 0 {
			return min(spent/total, 1)
		}
		return missing
	}, own, all).toldDecimal(func() formula.Expr { return shareExpr(own.expr(), all.expr()) })
	above := 0
	for i, spent := range own.values {
		if finite(share.values[i]) && spent > all.values[i] {
			above++
		}
	}
	if above > 0 {
		s.Notes = append(s.Notes, model.P("%d customers spend more with us than in the whole category: they count as 100%%; see whether both are of the same time", above))
	}
	a := needAll(own, all)
	a.excludeLacking(model.P("spend is negative, or nothing is spent in the category"), share)
	return share, a
}

// walletByRank is the wallet allocation rule.
func walletByRank(rank, brands measured) (measured, absence) {
	share := computedBy("share_of_wallet", model.P("Share of wallet by the allocation rule"), model.Percent, len(rank.values), func(w whatIf) float64 {
		if r, n := w.value(rank), w.value(brands); n >= 1 && r >= 1 && r <= n {
			return 2 * (n + 1 - r) / (n * (n + 1))
		}
		return missing
	}, rank, brands).toldDecimal(func() formula.Expr {
		r, n, one, two := rank.expr(), brands.expr(), formula.Number(1), formula.Number(2)
		possible := formula.All(formula.Compare(n, formula.AtLeast, one), formula.Compare(r, formula.AtLeast, one), formula.Compare(r, formula.AtMost, n))
		after := formula.Add(n, one)
		return formula.If(possible, formula.Div(formula.Mul(two, formula.Sub(after, r)), formula.Mul(n, after)), formula.Missing())
	})
	a := needAll(rank, brands)
	a.excludeLacking(model.P("the rank is not between 1 and the number of brands"), share)
	return share, a
}

func walletSegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Sole"), Advice: model.Advice{Marketing: model.P("Grow with them: new categories, for there is little left to win here"), Product: model.P("A say in what comes"), Service: model.P("Thank them by name"), Risk: model.P("All to lose: watch for the first order elsewhere")}},
		{Name: model.P("Main"), Advice: model.Advice{Marketing: model.P("A reason to bring the rest: a tier or bonus on the yearly total"), Product: model.P("Fill the gaps for which they go elsewhere"), Service: model.P("Ask what the other does better")}},
		{Name: model.P("Shared"), Advice: model.Advice{Marketing: model.P("The most money to win: an offer on what they buy elsewhere"), Product: model.P("Match the competitor's best line"), Service: model.P("Make changing over easy"), Risk: model.P("A competitor can take them as easily")}},
		{Name: model.P("Occasional"), Advice: model.Advice{Marketing: model.P("One clear reason to come first; else leave them"), Product: model.P("An entry offer"), Service: model.P("Self-service")}},
	}
}
