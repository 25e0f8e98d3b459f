package seg

import (
	"context"
	"fmt"
	"math"
	"strings"

	"custseg/model"
	"custseg/seg/concentration"
)

// abc splits customers by their share of a total. Source: Pareto's principle
// as applied to stock and customers by Dickie, Factory Management and
// Maintenance (1951).
type abc struct{}

// Spec implements [Method].
func (abc) Spec() Spec {
	return Spec{
		ID: "abc", Name: model.P("ABC analysis"), Family: Value,
		Summary: model.P("Sorts customers by money and splits them by the share of the total that they hold together, by custom at 80 and 95 percent."),
		Rule:    model.P("By descending measure, ties by id: A while the cumulative share is within the first limit, B within the second, C the rest and all without a positive value."),
		Needs:   []Need{{Why: model.P("money spent, or the measure chosen: any number that adds up")}},
		Params: []Param{
			{ID: "a", Label: model.P("A up to"), Kind: PercentShare, Default: model.Num(0.8), Min: 0.01, Max: 1, Step: 0.01, Unit: model.Percent,
				Help: model.P("Cumulative share of the total that A customers hold.")},
			{ID: "b", Label: model.P("B up to"), Kind: PercentShare, Default: model.Num(0.95), Min: 0.01, Max: 1, Step: 0.01, Unit: model.Percent,
				Help: model.P("Cumulative share of the total that A and B customers hold.")},
			{ID: "crossing", Label: model.P("crossing"), Kind: Choice, Default: model.Word("exclude"),
				Options: []Option{{"exclude", model.P("Not in the higher class")}, {"include", model.P("In the higher class")}},
				Help:    model.P("Where the customer goes whose share crosses a limit.")},
			{ID: "measure", Label: model.P("measure"), Kind: OneColumn, Takes: NumberColumns, Default: model.Word("monetary"),
				Help: model.P("The measure or number column that is shared out.")},
		},
		Source: "Dickie (1951), ABC inventory analysis shoots for dollars; Pareto's 80/20",
	}
}

// Run implements [Method].
func (abc) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	a, b := in.Params.Float("a"), in.Params.Float("b")
	if a > b {
		return nil, paramErrorf("a", "%s is above b, %s: A ends before B does", in.Params.Text("a"), in.Params.Text("b"))
	}
	// The default that this data lacks is a fault of the data, not of the usage.
	if _, ok := in.Customers.Lookup(in.Params.Word("measure")); !ok && in.Params.Word("measure") == string(model.Monetary) {
		return nil, fmt.Errorf("this data has no monetary: map a column to it with --map monetary=COLUMN, or share out another with --set measure=COLUMN, one of %s",
			strings.Join(in.Customers.Numeric(), ", "))
	}
	measure, err := in.numbers("measure", in.Params.Word("measure"))
	if err != nil {
		return nil, err
	}
	info, values := in.describe(measure.Name()), measure.Values
	curve := concentration.Pareto(values)
	switch {
	case curve.Positive == 0:
		return nil, fmt.Errorf("no customer has a positive %s, so there is nothing to share out; choose another with --set measure=COLUMN", info.ID)
	case !finite(curve.Total):
		return nil, fmt.Errorf("the values of %s are too large to add up", info.ID)
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	crossing := in.Params.Word("crossing") == "include"
	ends := [2]int{curve.Within(a, crossing), curve.Within(b, crossing)}

	s := &model.Segmentation{Used: []string{measure.Name()}}
	why := make([]int32, len(values))
	for i := range why {
		why[i] = -1
		if !finite(values[i]) {
			why[i] = 0
		}
	}
	p := newPlacer(s, abcSegments(a, b, crossing), why, []model.Phrase{model.P("%s is missing or not finite", info.Label)})
	for place, i := range curve.Order {
		switch {
		case place < ends[0]:
			s.Of[i] = 0
		case place < ends[1]:
			s.Of[i] = 1
		default:
			s.Of[i] = 2
		}
	}
	p.done()
	tellABC(s, measured{MeasureInfo: info, role: in.roleOf(measure.Name()), values: values}, curve, ends)
	noteWorthless(s, info, values, curve)
	addABCScores(s, len(values), curve)
	addABCCuts(s, info, values, curve, ends)
	addABCCharts(s, info, values, curve, ends)
	s.Fit = append(abcTotals(curve, ends), concentrationFit(curve)...)
	return s, nil
}

// tellABC tells how customers are placed by the lowest value of A and of B, which
// stay. Of those who have just that value ids decided, and a customer's own
// changes nothing.
func tellABC(s *model.Segmentation, m measured, curve concentration.Curve, ends [2]int) {
	lowest := func(end int) float64 {
		if end == 0 {
			return math.Inf(1)
		}
		return m.values[curve.Order[end-1]]
	}
	a, b, of := lowest(ends[0]), lowest(ends[1]), s.Of
	decide(s, func(w whatIf) int32 {
		switch v := w.value(m); {
		case v == m.values[w.i]:
			return of[w.i]
		case v >= a && v > 0:
			return 0
		case v >= b && v > 0:
			return 1
		}
		return 2
	}, inOrder(3), m)
}

func abcSegments(a, b float64, crossing bool) []model.Segment {
	edge := model.P("the customer who crosses a limit is in the lower class")
	if crossing {
		edge = model.P("the customer who crosses a limit is in the higher class")
	}
	return []model.Segment{
		{Name: model.P("A"), Rule: model.P("the largest, up to %.4g%% of the total; %s", a*100, edge),
			Advice: model.Advice{Marketing: model.P("Key accounts: plan each by name"), Product: model.P("Ask before changing what they buy"),
				Service: model.P("A named contact, answers first"), Risk: model.P("Watch each for signs of leaving")}},
		{Name: model.P("B"), Rule: model.P("the next, up to %.4g%% of the total; %s", b*100, edge),
			Advice: model.Advice{Marketing: model.P("Grow: cross-sell to lift them into A"), Service: model.P("Standard service, quick answers")}},
		{Name: model.P("C"), Rule: model.P("the rest, and all without a positive value"),
			Advice: model.Advice{Marketing: model.P("Automate contact"), Service: model.P("Self-service")}},
	}
}

// noteWorthless tells of customers without a positive value: they are C, and
// what negative ones take from the total is outside the shares.
func noteWorthless(s *model.Segmentation, info model.MeasureInfo, values []float64, curve concentration.Curve) {
	worthless := curve.Order[curve.Positive:]
	if len(worthless) == 0 {
		return
	}
	s.Notes = append(s.Notes, model.P("%d without a positive value of %s are C", len(worthless), info.Label))
	negative := 0.0
	for _, i := range worthless {
		negative += values[i]
	}
	if negative < 0 {
		s.Notes = append(s.Notes, model.P("Limits and shares are of the positive total of %s, %s; negative values add up to %s, so shares of the net total %s differ",
			info.Label, figure(curve.Total), figure(negative), figure(curve.Total+negative)))
	}
}

// abcTotals reports the total that is shared out, of the positive values, and
// the share of it, 0..1, that each class holds.
func abcTotals(curve concentration.Curve, ends [2]int) []model.Fit {
	upTo := func(end int) float64 {
		if end == 0 {
			return 0
		}
		return curve.Shares[end-1]
	}
	a, b := upTo(ends[0]), upTo(ends[1])
	return []model.Fit{{Name: "total", Value: curve.Total}, {Name: "a_share", Value: a}, {Name: "b_share", Value: b - a}, {Name: "c_share", Value: 1 - b}}
}

// addABCScores adds each customer's rank, 1 the largest, and cumulative share.
func addABCScores(s *model.Segmentation, n int, curve concentration.Curve) {
	rank, share := make([]float64, n), make([]float64, n)
	for i := range n {
		rank[i], share[i] = missing, missing
	}
	for place, i := range curve.Order {
		rank[i], share[i] = float64(place+1), curve.Shares[place]
	}
	s.Scores = append(s.Scores, model.NewNumbers("rank", rank), model.NewNumbers("cumulative_share", share))
}

// addABCCuts reports the lowest value of A and of B: what a customer must
// reach. A class without customers has none.
func addABCCuts(s *model.Segmentation, info model.MeasureInfo, values []float64, curve concentration.Curve, ends [2]int) {
	cuts := model.Cuts{Measure: string(info.ID), Label: info.Label, Unit: info.Unit, Falls: true}
	for i, param := range []string{"b", "a"} { // ascending values
		if end := ends[1-i]; end > 0 {
			cuts.Values = append(cuts.Values, values[curve.Order[end-1]])
			cuts.Steps = append(cuts.Steps, param)
		}
	}
	if len(cuts.Values) > 0 {
		s.Cuts = append(s.Cuts, cuts)
	}
}

// addABCCharts gives the Pareto curve, marked where A and B end, and the
// measure's histogram.
func addABCCharts(s *model.Segmentation, info model.MeasureInfo, values []float64, curve concentration.Curve, ends [2]int) {
	pareto := &model.Curve{Title: model.P("Cumulative share of %s", info.Label), XTitle: model.P("share of customers, largest first"),
		YTitle: model.P("share of the total"), XUnit: model.Percent, YUnit: model.Percent,
		X: curve.Customers(), Y: curve.Shares, Order: curve.Order, Diagonal: true}
	for i, label := range []string{"A", "B"} {
		if end := ends[i]; end > 0 {
			pareto.Marks = append(pareto.Marks, model.Mark{X: pareto.X[end-1], Y: pareto.Y[end-1], Label: model.P(label),
				Cut: 0, Index: len(s.Cuts[0].Values) - 1 - len(pareto.Marks)})
		}
	}
	s.Charts = append(s.Charts, pareto, histogram(s, info, values))
}
