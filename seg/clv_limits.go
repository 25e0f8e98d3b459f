package seg

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/btyd"
)

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
	out := []model.Phrase{model.P("The search did not converge to values of %s: they run on towards 0 or without end, and the fit is that of the limit. They have no standard errors; those of the others hold given the limit", off)}
	if e.StdErrors == nil {
		out[0] = model.P("The search did not converge to values of %s: they run on towards 0 or without end, and the fit is that of the limit. There are no standard errors", off)
	}
	is := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(e.AtLimit, name) })
	}
	rises := func(name string) bool { return e.Values[slices.Index(e.Names, name)] > 1 }
	if is("r", "alpha") && rises("r") {
		out = append(out, model.P("With r and alpha without end all customers buy at one rate"))
	}
	switch {
	case is("p") && rises("p"):
		out = append(out, model.P("With p without end the purchases of one customer hardly differ in money"))
	case is("q", "v") && rises("q"):
		out = append(out, model.P("With q and v without end customers hardly differ in what they spend per purchase"))
	case is("a") && !rises("a"), is("s") && !rises("s"):
		out = append(out, model.P("With %s near 0 hardly anyone is seen to leave: probabilities of being active are near 1", e.Names[2]))
	case is("a", "b"):
		out = append(out, model.P("With a and b without end all customers leave with one chance after a purchase"))
	case is("s", "beta"):
		out = append(out, model.P("With s and beta without end all customers leave at one rate"))
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
