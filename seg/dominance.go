package seg

import (
	"math"

	"custseg/model"
	"custseg/model/formula"
)

// dominance is the shape of methods that ask which of several things counts
// most with a customer: the one with the largest share of all names the segment,
// when the share and its lead over the next are large enough; else the customer
// is among those without a dominant one.
//
//	dominance{things: []thing{{label, weight, advice}, ...}, absence: needAll(...),
//		none: model.Segment{Name: model.P("Mixed"), Advice: ...}}.place(s, in)
//
// with the parameters dominanceParams(.4, .1).
type dominance struct {
	things  []thing
	absence absence
	none    model.Segment // name and advice; the rule is written by place
	reach   reach
	alike   bool // weights that are all 0 say that all count alike, not that nothing is known
}

// thing is one of those that are weighed against each other.
type thing struct {
	label  model.Phrase
	weight measured // its share is the weight by the sum of all; none is below 0
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
	enough, clear := d.reach.within(s, in, in.limitAt(top, "share"), in.limitAt(ahead, "lead"))
	at := func(l leader) int32 {
		switch {
		case l.share == 0:
			return -1
		case l.thing >= 0 && l.share >= enough.at && l.lead >= clear.at:
			return l.thing
		}
		return int32(len(d.things))
	}
	d.absence.excludeUnless(model.P("all their answers are 0, which weighs nothing"), func(i int) bool { return share[i] == 0 }, func() formula.Expr {
		if d.alike {
			return formula.All()
		}
		return formula.Compare(d.sumExpr(), formula.More, formula.Number(0))
	})
	p := d.absence.placer(s, d.segments(enough, clear))
	for i := range s.Of {
		if p.can(i) {
			s.Of[i] = at(leader{first[i], share[i], lead[i]})
		}
	}
	p.done()
	decide(s, func(w whatIf) int32 { return at(d.leader(w)) }, nil, d.weights()...)
	d.absence.express(s, func() formula.Expr { return d.expr(enough.at, clear.at) })
	addLimits(s, enough, clear)
	use(s, top, ahead)
	s.Charts = append([]model.Chart{d.bars(first)}, histograms(s, top, ahead)...)
}

// segments are those of the things, and last that of customers without a
// dominant one.
func (d dominance) segments(enough, clear limit) []model.Segment {
	var out []model.Segment
	for _, t := range d.things {
		rule := model.P("%s has the largest share: at least %s of all, and at least %s ahead of the next", t.label, enough.of.amount(enough.at), clear.of.amount(clear.at))
		if enough.at == 0 {
			rule = model.P("%s has the largest share, at least %s ahead of the next", t.label, clear.of.amount(clear.at))
		}
		out = append(out, model.Segment{Name: t.label, Rule: rule, Advice: t.advice})
	}
	d.none.Rule = model.P("no share is at least %s of all and at least %s ahead of the next", enough.of.amount(enough.at), clear.of.amount(clear.at))
	if enough.at == 0 {
		d.none.Rule = model.P("no share is at least %s ahead of the next", clear.of.amount(clear.at))
	}
	return append(out, d.none)
}

func (d dominance) weights() []measured {
	out := make([]measured, len(d.things))
	for j, t := range d.things {
		out[j] = t.weight
	}
	return out
}

// leader is what counts most with a customer: the place of the thing, of equals
// the first, its share of all, and the lead of that over the next share. The
// place is -1 and the shares are missing where a weight is.
type leader struct {
	thing       int32
	share, lead float64
}

// leader finds what counts most with a customer. Weights that are all 0 are
// equal shares, or have no leader and a share of 0. Shares are rounded to a billionth, so that a lead of .3 over .2
// is .1.
func (d dominance) leader(w whatIf) leader {
	sum, top, next, first := 0., math.Inf(-1), 0., int32(-1)
	for j, t := range d.things {
		v := w.value(t.weight)
		sum += v
		switch {
		case v > top:
			next, top, first = max(top, 0), v, int32(j)
		case v > next:
			next = v
		}
	}
	switch {
	case !finite(sum):
		return leader{-1, missing, missing}
	case sum == 0 && d.alike:
		return leader{0, 1 / float64(len(d.things)), 0}
	case sum == 0:
		return leader{-1, 0, 0}
	}
	const unit = 1e9
	return leader{first, math.Round(top/sum*unit) / unit, math.Round((top-next)/sum*unit) / unit}
}

// leaders are those of all customers; of one who cannot be placed there is none.
func (d dominance) leaders() (first []int32, share, lead []float64) {
	n := len(d.absence.why)
	first, share, lead = make([]int32, n), make([]float64, n), make([]float64, n)
	for i, why := range d.absence.why {
		l := leader{-1, missing, missing}
		if why < 0 {
			l = d.leader(whatIf{i: i})
		}
		first[i], share[i], lead[i] = l.thing, l.share, l.lead
	}
	return first, share, lead
}

// bars show the mean share of each thing among those who can be placed, and
// behind each the customers with whom it is first.
func (d dominance) bars(first []int32) *model.Bars {
	out := &model.Bars{Title: model.P("Mean shares"), ValueTitle: model.P("share"), CountTitle: model.P("first with"), Unit: model.Percent, Of: first, Values: d.meanShares(first)}
	for _, t := range d.things {
		out.Labels = append(out.Labels, t.label)
	}
	return out
}

// meanShares are the mean share of each thing with those who have a leader.
func (d dominance) meanShares(first []int32) []float64 {
	out, n := make([]float64, len(d.things)), 0.
	for i, thing := range first {
		if thing < 0 {
			continue
		}
		n++
		sum := 0.
		for _, t := range d.things {
			sum += t.weight.values[i]
		}
		for j, t := range d.things {
			if sum == 0 {
				out[j] += 1 / float64(len(d.things))
			} else {
				out[j] += t.weight.values[i] / sum
			}
		}
	}
	for j := range out {
		out[j] /= n
	}
	return out
}
