package export

import (
	"math"
	"strconv"
	"strings"

	"custseg/model"
)

// mostKeyFigures is the number of figures that a Summary shows at its top; the
// sheet of rules has all that the method reports.
const mostKeyFigures = 5

// keyFigureHeight is the number of rows that key figures take.
const keyFigureHeight = 3

// keyFigure is a number that a method reports about itself, as a reader who is no
// statistician is told of it.
type keyFigure struct {
	fit    string // its name among what the method reports
	upTo   string // of an interval, the name of its end
	label  model.Phrase
	format string
	// parts, of a figure that is a mean over the customers of some segments, is what
	// one of each of these counts, by the segment's index.
	parts []float64
}

// knownFigures lists the figures that may stand at the top of a Summary, those
// that a method is judged by before others.
func knownFigures() []keyFigure {
	const points = "0.0"
	return []keyFigure{
		{fit: "nps", label: model.P("Net Promoter Score"), format: points, parts: []float64{100, 0, -100}},
		{fit: "promoters", label: model.P("Promoters, of respondents"), format: shareFormat, parts: []float64{1, 0, 0}},
		{fit: "passives", label: model.P("Passives, of respondents"), format: shareFormat, parts: []float64{0, 1, 0}},
		{fit: "detractors", label: model.P("Detractors, of respondents"), format: shareFormat, parts: []float64{0, 0, 1}},
		{fit: "interval_low", upTo: "interval_high", label: model.P("Confidence interval of the score"), format: points},
		{fit: "csat", label: model.P("Satisfied (CSAT)"), format: shareFormat},
		{fit: "ces", label: model.P("Find it easy (CES)"), format: shareFormat},
		{fit: "satisfaction_mean", label: model.P("Mean satisfaction"), format: decimalFormat},
		{fit: "ease_mean", label: model.P("Mean ease"), format: decimalFormat},
		{fit: "review_tone_mean", label: model.P("Mean tone of reviews"), format: decimalFormat},
		{fit: "complaints_mean", label: model.P("Complaints of a customer"), format: decimalFormat},
		{fit: "clv_total", label: model.P("CLV of all"), format: wholeFormat},
		{fit: "clv_mean", label: model.P("CLV of a customer"), format: moneyFormat},
		{fit: "ltv_mean", label: model.P("LTV of a customer"), format: moneyFormat},
		{fit: "profit_total", label: model.P("Profit of all"), format: wholeFormat},
		{fit: "profit_mean", label: model.P("Profit of a customer"), format: moneyFormat},
		{fit: "money_to_win", label: model.P("Money to win"), format: wholeFormat},
		{fit: "share_of_wallet_mean", label: model.P("Mean share of wallet"), format: shareFormat},
		{fit: "top20_share", label: model.P("Held by the top fifth"), format: shareFormat},
		{fit: "a_share", label: model.P("Held by class A"), format: shareFormat},
		{fit: "gini", label: model.P("Gini coefficient"), format: decimalFormat},
		{fit: "r2", label: model.P("Variance explained (R²)"), format: shareFormat},
		{fit: "auc", label: model.P("AUC (0.5 chance, 1 perfect)"), format: decimalFormat},
		{fit: "lift_top", label: model.P("Lift of the top part"), format: liftFormat},
		{fit: "gain_top", label: model.P("Found in the top part"), format: shareFormat},
		{fit: "accuracy", label: model.P("Accuracy"), format: shareFormat},
		{fit: "accuracy_baseline", label: model.P("Accuracy of the commonest answer"), format: shareFormat},
		{fit: "base_rate", label: model.P("Share of yes"), format: shareFormat},
		{fit: "leaves", label: model.P("Leaves"), format: wholeFormat},
		{fit: "silhouette", label: model.P("Silhouette (-1 to 1)"), format: decimalFormat},
		{fit: "stability", label: model.P("Stability (0 to 1)"), format: decimalFormat},
		{fit: "entropy_r2", label: model.P("Certainty of classes (entropy R²)"), format: decimalFormat},
		{fit: "explained_variance", label: model.P("Variance explained"), format: shareFormat},
		{fit: "k", label: model.P("Clusters"), format: wholeFormat},
		{fit: "noise", label: model.P("In no cluster"), format: wholeFormat},
		{fit: "bic", label: model.P("BIC"), format: wholeFormat},
		{fit: "high_share", label: model.P("At high risk"), format: shareFormat},
		{fit: "medium_share", label: model.P("At medium risk"), format: shareFormat},
		{fit: "mean_p_alive", label: model.P("Mean chance to be active"), format: shareFormat},
		{fit: "stickiness", label: model.P("Stickiness (DAU / MAU)"), format: shareFormat},
		{fit: "dau", label: model.P("Active on a day (DAU)"), format: wholeFormat},
		{fit: "mau", label: model.P("Active in 30 days (MAU)"), format: wholeFormat},
		{fit: "conversion_rate", label: model.P("Conversion rate"), format: shareFormat},
		{fit: "cart_abandonment_rate", label: model.P("Cart abandonment"), format: shareFormat},
		{fit: "repurchase_rate", label: model.P("Repurchase rate"), format: shareFormat},
		{fit: "mean_orders", label: model.P("Orders of a customer"), format: decimalFormat},
		{fit: "cycle_days", label: model.P("Purchase cycle, days"), format: wholeFormat},
		{fit: "multichannel_share", label: model.P("Use several channels"), format: shareFormat},
		{fit: "mean_channels", label: model.P("Channels of a customer"), format: decimalFormat},
		{fit: "mean_discount_share", label: model.P("Mean share bought at a discount"), format: shareFormat},
		{fit: "mean_category_hhi", label: model.P("Concentration on a category (0 to 1)"), format: decimalFormat},
		{fit: "rules", label: model.P("Rules"), format: wholeFormat},
		{fit: "best_lift", label: model.P("Highest lift"), format: liftFormat},
		{fit: "baskets", label: model.P("Baskets"), format: wholeFormat},
		{fit: "adoption_rate", label: model.P("Adopted"), format: shareFormat},
		{fit: "custom_share_mean", label: model.P("Mean share of custom orders"), format: shareFormat},
		{fit: "mean_benefit", label: model.P("Mean benefit"), format: decimalFormat},
		{fit: "mean_price_perceived", label: model.P("Mean price perceived"), format: decimalFormat},
		{fit: "median_engagement_rate", label: model.P("Median engagement rate"), format: shareFormat},
		{fit: "areas", label: model.P("Areas"), format: wholeFormat},
		{fit: "cramers_v", label: model.P("Association with the area (Cramér's V)"), format: decimalFormat},
		{fit: "market_segments", label: model.P("Market segments"), format: wholeFormat},
	}
}

// keyFigures lists what the method reports that belongs at the top of a Summary.
func (v *view) keyFigures() []keyFigure {
	var out []keyFigure
	for _, k := range knownFigures() {
		if x, ok := v.result.Measured(k.fit); ok && !math.IsNaN(x) && len(out) < mostKeyFigures {
			out = append(out, k)
		}
	}
	return out
}

// keyFigureRows writes the key figures side by side, each above its label, in the
// columns of the Summary: the names', two of numbers each, and the advice's. The
// first segment stands in a row of the Summary.
func (s *sheet) keyFigureRows(figures []keyFigure, widths []float64, first int) {
	if len(figures) == 0 {
		return
	}
	v, last := s.book.view, len(widths)
	var spans [][2]int // first and last column of each, counted from 1
	spans = append(spans, [2]int{2, 2})
	for c := 3; c < last; c += 2 {
		spans = append(spans, [2]int{c, min(c+1, last-1)})
	}
	spans = append(spans, [2]int{last, last})
	figures = figures[:min(len(figures), len(spans))]
	numbers, labels, texts, rooms := make([]any, last), make([]any, last), []string{}, []float64{}
	for i, k := range figures {
		x, _ := v.result.Measured(k.fit)
		span, label := spans[i], v.text(k.label)
		numbers[span[0]-1] = s.computed(s.book.figureFormula(k, first), x, numberLook{format: k.format, key: true})
		if end, ok := v.result.Measured(k.upTo); ok {
			text := v.text(model.P("%s to %s", model.FigureTo(x, model.Plain, 3), model.FigureTo(end, model.Plain, 3)))
			numbers[span[0]-1] = textCell(s.book.looks.key, text)
		}
		labels[span[0]-1] = textCell(s.book.looks.keyLabel, label)
		room := 0.
		for _, w := range widths[span[0]-1 : span[1]] {
			room += w
		}
		texts, rooms = append(texts, label), append(rooms, room-indent)
	}
	merge := func() {
		for _, span := range spans[:len(figures)] {
			if span[0] < span[1] {
				s.merge(span[0], span[1])
			}
		}
	}
	s.addHigh(24, numbers...)
	merge()
	s.addHigh(heightOf(texts, rooms), labels...)
	merge()
	s.skip(1)
}

// figureFormula writes a key figure over the numbers of customers in the Summary's
// table of segments, the first of them in a row; none where it does not follow from
// these, or the table has values.
func (b *book) figureFormula(k keyFigure, first int) string {
	if b.tally() == nil || !b.followsFromSizes(k) {
		return ""
	}
	var sum, all []string
	for i, segment := range b.view.summary.segments {
		if segment.Index < len(k.parts) {
			cell := "C" + strconv.Itoa(first+i)
			all = append(all, cell)
			if part := k.parts[segment.Index]; part != 0 {
				sum = append(sum, model.FormatNumber(part)+"*"+cell)
			}
		}
	}
	n := "(" + strings.Join(all, "+") + ")"
	return "IF(" + n + "=0,\"\",(" + strings.Join(sum, "+") + ")/" + n + ")"
}

// followsFromSizes reports whether a figure is what its parts come to.
func (b *book) followsFromSizes(k keyFigure) bool {
	sum, n := 0., 0.
	for _, segment := range b.view.summary.segments {
		if segment.Index < len(k.parts) {
			sum += k.parts[segment.Index] * float64(segment.Customers)
			n += float64(segment.Customers)
		}
	}
	x, ok := b.view.result.Measured(k.fit)
	return ok && n > 0 && math.Abs(sum/n-x) < 1e-9
}
