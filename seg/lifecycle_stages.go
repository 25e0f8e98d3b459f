package seg

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"custseg/model"
	"custseg/model/formula"
)

func prospectRule(when test) rule {
	return rule{model.Segment{Name: model.P("Prospect"), Advice: model.Advice{Marketing: model.P("A first-order offer with an end date"), Product: model.P("Show the best sellers"), Service: model.P("Answer what keeps them from ordering")}}, when}
}

// cycleRules are the seven stages by the purchase cycle.
func cycleRules(prospect test, recent, back, active, risk, dormant limit) []rule {
	return []rule{
		prospectRule(prospect),
		{model.Segment{Name: model.P("New"), Advice: model.Advice{Marketing: model.P("Welcome series, and a reason for the second order"), Product: model.P("Onboarding to the range"), Service: model.P("Check the first delivery")}}, recent.within()},
		{model.Segment{Name: model.P("Returning"), Advice: model.Advice{Marketing: model.P("Welcome back; ask what brought them"), Product: model.P("Show what is new since"), Service: model.P("Mend what once made them leave"), Risk: model.P("They left once: follow closely")}},
			allOf(back.passed(), active.within())},
		{model.Segment{Name: model.P("Active"), Advice: model.Advice{Marketing: model.P("Loyalty benefits, cross-sell; no discount needed"), Product: model.P("Subscription to what they reorder"), Service: model.P("Keep it easy")}}, active.within()},
		{model.Segment{Name: model.P("At Risk"), Advice: model.Advice{Marketing: model.P("A reminder now, by what they reorder"), Product: model.P("Replenishment in one step"), Service: model.P("Ask whether all was well"), Risk: model.P("Their time to order has passed")}}, risk.within()},
		{model.Segment{Name: model.P("Dormant"), Advice: model.Advice{Marketing: model.P("One strong win-back offer"), Service: model.P("Call the most valuable"), Risk: model.P("Half-way gone: decide by value")}}, dormant.within()},
		{model.Segment{Name: model.P("Churned"), Advice: model.Advice{Marketing: model.P("Cheap reactivation once or twice a year, then stop"), Product: model.P("Ask a sample why they left"), Risk: model.P("Count on nothing")}}, dormant.passed()},
	}
}

// nesRules are the stages of the NES model.
func nesRules(prospect test, recent, active, risk, dormant limit) []rule {
	return []rule{
		prospectRule(prospect),
		{model.Segment{Name: model.P("N New"), Advice: model.Advice{Marketing: model.P("Welcome series, and a reason for the second order"), Service: model.P("Check the first delivery")}}, recent.within()},
		{model.Segment{Name: model.P("E0 Main"), Advice: model.Advice{Marketing: model.P("Loyalty benefits, referrals; no discount needed"), Product: model.P("Cross-sell and subscription")}}, active.within()},
		{model.Segment{Name: model.P("E1 Drowsy"), Advice: model.Advice{Marketing: model.P("A reminder now, by what they reorder"), Risk: model.P("Their time to order has passed")}}, risk.within()},
		{model.Segment{Name: model.P("E2 Half asleep"), Advice: model.Advice{Marketing: model.P("One strong win-back offer"), Service: model.P("Call the most valuable")}}, dormant.within()},
		{model.Segment{Name: model.P("S Sleeping"), Advice: model.Advice{Marketing: model.P("Cheap reactivation, then stop"), Risk: model.P("Count on little")}}, dormant.passed()},
	}
}

// placeByYear places customers by the current calendar year and the years before
// it.
func (in Input) placeByYear(s *model.Segmentation, g *gaps, a absence, prospect test) error {
	if g.years == nil {
		return paramErrorf("scheme", "calendar years need the orders with their dates: map a column of the orders with --map order_date=COLUMN, or set scheme=cycle")
	}
	this, count := lastKnown(in.Customers).Time().Year(), map[int]float64{}
	for _, years := range g.years {
		for _, year := range years {
			count[year]++
		}
	}
	by := []measured{g.orders, g.recency}
	// The year of an order since, which may be the first of a year that then is the
	// current one.
	ordered := func(w whatIf) (year int, ok bool) {
		at := in.Customers.AsOf
		if recency := w.value(g.recency); recency < g.recency.values[w.i] {
			at -= model.Day(recency)
		} else if !(w.value(g.orders) > g.orders.values[w.i]) {
			return 0, false
		}
		return at.Time().Year(), true
	}
	yearsOf := func(w whatIf) (years []int, current int) {
		years, current = g.years[w.i], this
		if year, ok := ordered(w); ok {
			years, current = append(slices.Clone(years), year), max(this, year)
		}
		return years, current
	}
	now := func(w whatIf) bool { years, current := yearsOf(w); return slices.Contains(years, current) }
	last := func(w whatIf) bool { years, current := yearsOf(w); return slices.Contains(years, current-1) }
	first := func(w whatIf) bool {
		years, current := yearsOf(w)
		return len(years) > 0 && slices.Min(years) == current
	}
	placeRules(s, []rule{
		prospectRule(prospect),
		{model.Segment{Name: model.P("New"), Advice: model.Advice{Marketing: model.P("A reason for the second order, and for the next year"), Service: model.P("Check the first delivery")}},
			newTest(model.P("first order in %s", yearText(this)), first, by).told(g.yearly(true, this))},
		{model.Segment{Name: model.P("Consistent"), Advice: model.Advice{Marketing: model.P("Loyalty benefits before discounts"), Product: model.P("Early access and subscription"), Service: model.P("Thank them for the years")}},
			newTest(model.P("orders in %s and in %s", yearText(this), yearText(this-1)), func(w whatIf) bool { return now(w) && last(w) }, by).told(g.yearly(false, this, this-1))},
		{model.Segment{Name: model.P("Returning"), Advice: model.Advice{Marketing: model.P("Welcome back; ask what brought them"), Product: model.P("Show what is new since"), Risk: model.P("They left once: follow closely")}},
			newTest(model.P("orders in %s and before %s, none in that year", yearText(this), yearText(this-1)), now, by).told(g.yearly(false, this))},
		{model.Segment{Name: model.P("Sleeping"), Advice: model.Advice{Marketing: model.P("Win back those who were worth it, stop the rest"), Risk: model.P("Count on little")}},
			newTest(model.P("no order in %s", yearText(this)), func(whatIf) bool { return true }, nil).told(func() formula.Expr { return formula.All() })},
	}, a)
	s.Placing.Ranks = []int{-1, 1, 0, 1, 2}
	s.Notes = append(s.Notes, model.P("The current year is %s, that of the as-of date, or of the last order where the as-of date is the day after it: of a year that is not over, more seem to be Sleeping", yearText(this)))
	years, firsts := &model.Bars{Title: model.P("Customers with an order, by year"), ValueTitle: model.P("customers")}, make([]float64, len(g.years))
	for i, of := range g.years {
		firsts[i] = missing
		if len(of) > 0 {
			firsts[i] = float64(of[0])
		}
	}
	for _, year := range slices.Sorted(maps.Keys(count)) {
		years.Labels, years.Values = append(years.Labels, model.Raw(yearText(year))), append(years.Values, count[year])
	}
	s.Scores = append(s.Scores, model.NewNumbers("first_year", firsts))
	s.Charts = append(s.Charts, years)
	s.Charts = append(s.Charts, histograms(s, g.recency)...)
	return nil
}

// yearly holds in a formula of customers who ordered in each of some years, and
// with first not before the first of them.
func (g *gaps) yearly(first bool, years ...int) func() formula.Expr {
	return func() formula.Expr {
		if g.earlier != nil {
			return formula.Untold{What: "the years of orders before the window"}
		}
		start := func(year int) formula.Bound {
			return formula.Bound{Is: formula.OnDay, Days: int(model.DayOf(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix()))}
		}
		var out []formula.Expr
		for _, year := range years {
			of := formula.Lines{Do: formula.LineCount, From: start(year), Before: start(year + 1)}
			out = append(out, formula.Compare(formula.OnLines("purchases of "+yearText(year), of), formula.More, formula.Number(0)))
		}
		if first {
			of := formula.Lines{Do: formula.LineCount, Before: start(years[0])}
			out = append(out, formula.Compare(formula.OnLines("purchases before "+yearText(years[0]), of), formula.Equals, formula.Number(0)))
		}
		return formula.All(out...)
	}
}

// yearText writes a year without the separators of thousands.
func yearText(year int) string { return strconv.Itoa(year) }
