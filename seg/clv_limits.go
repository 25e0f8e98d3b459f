package seg

import (
	"strings"

	"custseg/model"
	"custseg/seg/btyd"
)

// limitOf is a limit in which a fit ended: what it means, and what is known in it,
// without a name where nothing is.
type limitOf struct {
	means model.Phrase
	known model.Fit
}

// limitsOf are the limits with a meaning in which a fit ended.
func limitsOf(e btyd.Estimate) []limitOf {
	var out []limitOf
	v := e.Values
	known := func(words, name string, value float64) {
		out = append(out, limitOf{model.P(words, figure(value)), model.Fit{Name: name, Value: value}})
	}
	for _, l := range e.Limits {
		switch {
		case l == btyd.OneRate:
			known("With r and alpha without end all customers buy at one rate: r/alpha = %s", "purchase_rate", v[0]/v[1])
		case l == btyd.OneLeaving && e.Names[2] == "s":
			known("With s and beta without end all customers leave at one rate: s/beta = %s", "leaving_rate", v[2]/v[3])
		case l == btyd.OneLeaving:
			known("With a and b without end all customers leave with one chance after a purchase: a/(a+b) = %s", "leaving_chance", v[2]/(v[2]+v[3]))
		case l == btyd.NobodyLeaves:
			out = append(out, limitOf{means: model.P("With %s near 0 hardly anyone is seen to leave: probabilities of being active are near 1", e.Names[2])})
		case l == btyd.EqualPurchases:
			known("With p without end and v near 0 the purchases of one customer hardly differ in money; pv/q = %s", "spend_mean", v[0]/v[1]*v[2])
		case l == btyd.EqualCustomers:
			known("With q and v without end customers hardly differ in what they spend per purchase: pv/q = %s", "spend_mean", v[0]/v[1]*v[2])
		}
	}
	return out
}

// noteLimits say which parameters of a fit ran off, what that means, and what is
// not known for it.
func noteLimits(e btyd.Estimate) []model.Phrase {
	if len(e.AtLimit) == 0 {
		if e.StdErrors == nil {
			return []model.Phrase{model.P("There are no standard errors of %s: the second derivatives are singular", strings.Join(e.Names, ", "))}
		}
		return nil
	}
	off := strings.Join(e.AtLimit, ", ")
	said := model.P("The search did not converge to values of %s: they run on towards 0 or without end, and the fit is that of the limit. They are not reported; the standard errors of the others hold given the limit", off)
	switch {
	case len(e.AtLimit) == len(e.Names):
		said = model.P("The search did not converge to values of %s: they run on towards 0 or without end, and the fit is that of the limit. They are not reported", off)
	case e.StdErrors == nil:
		said = model.P("The search did not converge to values of %s: they run on towards 0 or without end, and the fit is that of the limit. They are not reported, and there are no standard errors", off)
	}
	out := []model.Phrase{said}
	for _, l := range limitsOf(e) {
		out = append(out, l.means)
	}
	return out
}

// lastingShare is the share of customers with the longest silence, of whom it is
// noted when they bought once and yet are among the most valuable.
const lastingShare = 0.1

// noteUndying notes one-time buyers of the longest silence among the most
// valuable: BG/NBD takes those who bought once to be active for certain.
func (f *clvForecast) noteUndying(s *model.Segmentation, p Params) {
	if p.Word("model") != "bgnbd" {
		return
	}
	silent := f.buyers.unknown()
	for i, seen := range f.buyers.all {
		if f.buyers.why[i] < 0 {
			silent[i] = seen.watched - seen.last
		}
	}
	long := measured{values: silent}.quantile(1 - lastingShare)
	undying := 0
	for i, seen := range f.buyers.all {
		if f.buyers.why[i] < 0 && s.Of[i] == 0 && seen.repeats == 0 && silent[i] >= long {
			undying++
		}
	}
	if undying > 0 {
		s.Notes = append(s.Notes, model.P("%d customers who bought once, %s days ago or longer, are Platinum: with BG/NBD nobody can leave before a second purchase, so that they count as active for certain. Where they have surely left, set model=mbgnbd or model=paretonbd",
			undying, figure(long)))
	}
}
