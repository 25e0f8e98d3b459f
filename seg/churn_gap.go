package seg

import (
	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/binning"
	"custseg/seg/order"
)

// silence says when a customer has been silent for long.
type silence struct {
	d    *purchaseDays
	cuts []float64 // days beyond which silence is a medium risk, and a high one
	own  float64   // percentile of a customer's own gaps that is a high risk; missing: the cuts are of all
}

// leastGaps is how many gaps a customer must have to be judged by their own.
const leastGaps = 3

// limits are the days of silence beyond which the risk of a customer is medium,
// and high, and whether they come from their own gaps.
func (c silence) limits(i int) (medium, high float64, own bool) {
	if finite(c.own) {
		if gaps := c.d.gaps(i); len(gaps) >= leastGaps {
			sorted := pickFloats(gaps, order.Ascending(gaps))
			return binning.Quantile7(sorted, 0.5), binning.Quantile7(sorted, c.own), true
		}
	}
	return c.cuts[0], c.cuts[1], false
}

// risk is the segment of a customer.
func (c silence) risk(w whatIf) int32 {
	medium, high, _ := c.limits(w.i)
	switch recency := w.value(c.d.recency); {
	case recency > high:
		return 0
	case recency > medium:
		return 1
	}
	return 2
}

// expr is [silence.risk] in a formula, of all customers by the same cuts.
func (c silence) expr() formula.Expr {
	if finite(c.own) {
		return formula.Untold{What: "percentiles of each customer's own gaps"}
	}
	return descending(c.d.recency.expr(), []float64{c.cuts[1], c.cuts[0]}, true)
}

// churnByGap compares the days since the last purchase with percentiles of the
// days between purchases.
func churnByGap(s *model.Segmentation, in Input, d *purchaseDays) error {
	p := in.Params
	high, medium := p.Float("high-gap"), p.Float("medium-gap")
	if medium >= high {
		return paramErrorf("medium-gap", "%s must be below high-gap, %s", p.Text("medium-gap"), p.Text("high-gap"))
	}
	all := d.allGaps()
	if len(all) == 0 {
		return paramErrorf("rule", "nobody bought on two days, so that there are no gaps between purchases; set rule=trend with orders, or rule=label with a column of who left")
	}
	c := silence{d, []float64{binning.Quantile7(all, medium), binning.Quantile7(all, high)}, missing}
	if p.Active("gaps") && p.Word("gaps") == "own" {
		c.own = p.Float("own-gap")
	}
	place := d.placer(s, c.segments(p))
	allowed, judged := make([]float64, len(s.Of)), 0
	for i := range s.Of {
		if allowed[i] = missing; !place.can(i) {
			continue
		}
		_, most, own := c.limits(i)
		if allowed[i] = most; own {
			judged++
		}
		s.Of[i] = c.risk(whatIf{i: i})
	}
	place.done()
	decide(s, c.risk, fromWorst(len(churnSegments())), d.recency)
	d.express(s, c.expr)
	s.Scores = append(s.Scores, model.NewNumbers("gap_allowed", allowed))
	if finite(c.own) {
		s.Notes = append(s.Notes, model.P("%d customers have three gaps or more and are judged by their own", judged))
	} else {
		s.Cuts = append(s.Cuts, model.Cuts{Measure: string(model.Recency), Label: d.recency.Label, Unit: model.Days, Values: c.cuts, Steps: []string{"medium-gap", "high-gap"}})
	}
	if d.days == nil {
		s.Notes = append(s.Notes, model.P("Without orders each customer's gaps are known by their mean alone, which is less spread than gaps are"))
	}
	s.Fit = append(churnShares(s), model.Fit{Name: "gap_medium", Value: c.cuts[0]}, model.Fit{Name: "gap_high", Value: c.cuts[1]}, model.Fit{Name: "gap_median", Value: binning.Quantile7(all, 0.5)})
	s.Charts = []model.Chart{histogram(s, d.recency.MeasureInfo, d.recency.values)}
	return nil
}

// segments are the risks with their rules.
func (c silence) segments(p Params) []model.Segment {
	out := churnSegments()
	medium, high := days(c.cuts[0]), days(c.cuts[1])
	if finite(c.own) {
		out[0].Rule = model.P("silent for longer than %s of their own gaps; of fewer than three gaps, than %s", percentile(c.own), high)
		out[1].Rule = model.P("silent for longer than the median of their own gaps; of fewer than three gaps, than %s", medium)
		out[2].Rule = model.P("silent for no longer than that")
		return out
	}
	out[0].Rule = model.P("silent for more than %s, %s of the gaps", high, percentile(p.Float("high-gap")))
	out[1].Rule = model.P("silent for more than %s, %s of the gaps, and for up to %s", medium, percentile(p.Float("medium-gap")), figure(c.cuts[1]))
	out[2].Rule = model.P("silent for up to %s", medium)
	return out
}

// percentile writes a share as a percentile.
func percentile(share float64) model.Phrase { return model.P("percentile %s", figure(100*share)) }
