package seg

import (
	"custseg/model"
	"custseg/model/formula"
)

// placeOnFitGrid puts people in the sixteen cells of fit A to D by engagement 1
// to 4.
func (in Input) placeOnFitGrid(s *model.Segmentation, fit, interest measured) error {
	byFit := bands{of: []band{{from: "fit-a"}, {from: "fit-b"}, {from: "fit-c"}, {}}}
	byInterest := bands{of: []band{{from: "first"}, {from: "second"}, {from: "third"}, {}}}
	fitCuts, err := byFit.cuts(in.Params)
	if err != nil {
		return err
	}
	interestCuts, err := byInterest.cuts(in.Params)
	if err != nil {
		return err
	}
	letters, figures := []string{"A", "B", "C", "D"}, []string{"1", "2", "3", "4"}
	var segments []model.Segment
	var ranks []int
	for r, letter := range letters {
		for c, figure := range figures {
			segments = append(segments, model.Segment{Name: model.Raw(letter + figure), Advice: gridAdvice(r < 2, c < 2),
				Rule: model.P("%s, and %s", byFit.rule(fit, fitCuts, r), byInterest.rule(interest, interestCuts, c))})
			ranks = append(ranks, r+c)
		}
	}
	grid := &model.Grid{Title: model.P("Customers by fit and engagement"), RowTitle: model.P("Fit"), ColTitle: model.P("Engagement"), Rows: letters, Cols: figures}
	fitOf := func(w whatIf) int32 { return byFit.at(fitCuts, w.value(fit)) } // the last of one whose fit is not known
	engagementOf := byValue(interest, func(v float64) int32 { return byInterest.at(interestCuts, v) })
	a := needAll(interest)
	p := a.placer(s, segments)
	grid.Row, grid.Col = make([]int32, len(s.Of)), make([]int32, len(s.Of))
	for i := range s.Of {
		grid.Row[i], grid.Col[i] = -1, -1
		if p.can(i) {
			grid.Row[i], grid.Col[i] = fitOf(whatIf{i: i}), engagementOf(whatIf{i: i})
			s.Of[i] = grid.Row[i]*int32(len(figures)) + grid.Col[i]
		}
	}
	p.done()
	decide(s, func(w whatIf) int32 {
		row, col := fitOf(w), engagementOf(w)
		if col < 0 {
			return -1
		}
		return row*int32(len(figures)) + col
	}, ranks, fit, interest)
	a.express(s, func() formula.Expr {
		row := formula.Or(descending(fit.expr(), fitCuts, byFit.above), segmentExpr(len(fitCuts)))
		return formula.Add(formula.Mul(row, segmentExpr(len(figures))), descending(interest.expr(), interestCuts, byInterest.above))
	})
	use(s, interest)
	addLimits(s, in.limitAt(fit, "fit-a"), in.limitAt(fit, "fit-b"), in.limitAt(fit, "fit-c"),
		in.limitAt(interest, "first"), in.limitAt(interest, "second"), in.limitAt(interest, "third"))
	s.Charts = append([]model.Chart{grid}, histograms(s, fit, interest)...)
	return nil
}

// gridAdvice is what to do in a quarter of the grid.
func gridAdvice(fits, engaged bool) model.Advice {
	switch {
	case fits && engaged:
		return model.Advice{Marketing: model.P("An offer with a date, now"), Product: model.P("What they looked at last"), Service: model.P("Call within the day")}
	case fits:
		return model.Advice{Marketing: model.P("Wake them: they are whom we want, and they do not look"), Product: model.P("Show the one use that made others like them come"), Service: model.P("A personal invitation")}
	case engaged:
		return model.Advice{Marketing: model.P("Let them order by themselves"), Product: model.P("A simple entry offer"), Service: model.P("Answer, but do not chase"), Risk: model.P("Interest without fit costs sales time")}
	}
	return model.Advice{Marketing: model.P("Newsletter at most"), Service: model.P("Self-service")}
}
