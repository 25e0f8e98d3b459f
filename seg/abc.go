package seg

import (
	"context"
	"fmt"
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
	info, values := in.describe(measure.Name()), measure.Values()
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
	tellABC(s, measured{MeasureInfo: info, role: in.roleOf(measure.Name()), values: values}, curve, ends, in.Customers)
	noteWorthless(s, info, values, curve)
	addABCScores(s, len(values), curve)
	addABCCuts(s, info, values, curve, ends)
	addABCCharts(s, info, values, curve, ends)
	s.Fit = append(abcTotals(curve, ends), concentrationFit(curve)...)
	return s, nil
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
