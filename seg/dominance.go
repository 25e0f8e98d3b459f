package seg

import (
	"math"

	"custseg/model"
)

// dominance is the shape of methods that ask which of several things counts
// most with a customer: the one with the largest share of all names the segment,
// when the share and its lead over the next are large enough; else the customer
// is among those without a dominant one.
//
//	dominance{things: []thing{{label, shares, advice}, ...}, absence: needAll(...),
//		none: model.Segment{Name: model.P("Mixed"), Advice: ...}}.place(s, in)
//
// with the parameters dominanceParams(.4, .1).
type dominance struct {
	things  []thing
	absence absence
	none    model.Segment // name and advice; the rule is written by place
}

// thing is one of those that are weighed against each other.
type thing struct {
	label  model.Phrase
	shares []float64 // per customer, of 1, missing without any
	advice model.Advice
}

// dominanceParams are the least share and the least lead of a dominant thing.
func dominanceParams(share, lead float64) []Param {
	return []Param{
		cutParam("share", model.P("share from"), model.P("Least share of all that makes one dominant."), share, 0, 1, .05, model.Percent),
		cutParam("lead", model.P("lead from"), model.P("Least lead over the next share that makes one dominant."), lead, 0, 1, .05, model.Percent),
	}
}

// place puts customers in segments and reports the cuts, the scores and the
// charts.
func (d dominance) place(s *model.Segmentation, in Input) {
	first, share, lead := d.leaders()
	top := computed("top_share", model.P("Largest share"), model.Percent, share)
	ahead := computed("lead", model.P("Lead over the next share"), model.Percent, lead)
	enough, clear := in.limitAt(top, "share"), in.limitAt(ahead, "lead")
	dominant := allOf(enough.reached(), clear.reached())
	least, by := top.amount(enough.at), ahead.amount(clear.at)
	var segments []model.Segment
	for _, t := range d.things {
		segments = append(segments, model.Segment{Name: t.label, Rule: model.P("%s has the largest share: at least %s of all, and at least %s ahead of the next", t.label, least, by), Advice: t.advice})
	}
	d.none.Rule = model.P("no share is at least %s of all and at least %s ahead of the next", least, by)
	p := d.absence.placer(s, append(segments, d.none))
	for i := range s.Of {
		if !p.can(i) {
			continue
		}
		s.Of[i] = int32(len(d.things))
		if first[i] >= 0 && dominant.holds(whatIf{i: i}) {
			s.Of[i] = first[i]
		}
	}
	p.done()
	addLimits(s, enough, clear)
	use(s, top, ahead)
	s.Charts = append([]model.Chart{d.bars(first)}, histograms(s, top, ahead)...)
}

// leaders finds for each customer the thing with the largest share, of equals
// the first, that share, and its lead over the next. Shares are rounded to a
// billionth, so that a lead of .3 over .2 is .1.
func (d dominance) leaders() (first []int32, share, lead []float64) {
	const unit = 1e9
	n := len(d.absence.why)
	first, share, lead = make([]int32, n), make([]float64, n), make([]float64, n)
	for i := range n {
		best, next := -1, 0.
		top := math.Inf(-1)
		for j, t := range d.things {
			switch v := t.shares[i]; {
			case v > top:
				best, next, top = j, max(top, 0), v
			case v > next:
				next = v
			}
		}
		first[i], share[i], lead[i] = int32(best), missing, missing
		if best >= 0 && d.absence.why[i] < 0 {
			share[i] = math.Round(top*unit) / unit
			lead[i] = math.Round((top-next)*unit) / unit
		}
	}
	return first, share, lead
}

// bars show the mean share of each thing among those who can be placed, and
// behind each the customers with whom it is first.
func (d dominance) bars(first []int32) *model.Bars {
	out := &model.Bars{Title: model.P("Mean shares"), Unit: model.Percent, Of: make([]int32, len(first))}
	for i, why := range d.absence.why {
		out.Of[i] = -1
		if why < 0 {
			out.Of[i] = first[i]
		}
	}
	for _, t := range d.things {
		_, mean, _ := moments(measured{values: t.shares}.without(d.absence).values)
		out.Labels, out.Values = append(out.Labels, t.label), append(out.Values, mean)
	}
	return out
}

// sharesOf divides each customer's weights by their sum. A sum of 0 makes them
// equal; one who lacks any weight has no shares.
func sharesOf(weights [][]float64) [][]float64 {
	out := make([][]float64, len(weights))
	for j := range out {
		out[j] = make([]float64, len(weights[j]))
	}
	for i := range out[0] {
		sum := 0.
		for j := range weights {
			sum += weights[j][i]
		}
		for j := range weights {
			out[j][i] = weights[j][i] / sum // missing when any is
			if sum == 0 {
				out[j][i] = 1 / float64(len(weights))
			}
		}
	}
	return out
}
