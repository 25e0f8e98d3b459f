package seg

import (
	"slices"

	"custseg/model"
)

// rank says how the segments of a method run from better to worse.
type rank struct {
	worstFirst bool     // they are listed from the worst on; else from the best on
	names      []string // from the best on, where the list is in another order
	when       string   // a choice that decides what the segments are
	in         []string // the options of it with which they are ranked
}

// ranks are the methods whose segments are better and worse ones. Those of the
// others are different, such as ages, needs and clusters.
func ranks() map[string]rank {
	return map[string]rank{
		"rfm":  {when: "map", in: []string{"cells", "grid", "tiers"}},
		"lead": {when: "scheme", in: []string{byTemperature}},
		"clv":  {}, "ltv": {}, "abc": {}, "value": {}, "pyramid": {},
		"frequency": {}, "engagement": {}, "usage": {}, "social": {}, "loyalty": {},
		"nps": {}, "competitor": {}, "potential": {}, "basket": {}, "response": {},
		"churn": {worstFirst: true}, "risk": {worstFirst: true},
		"feedback":   {names: []string{"Happy", "Neutral", "Unhappy"}},
		"experience": {names: []string{"Smooth", "Mixed", "Painful"}},
		"lifecycle": {names: []string{"Active", "E0 Main", "Consistent", "Returning", "New", "N New", "At Risk", "E1 Drowsy", "Dormant", "E2 Half asleep",
			"Sleeping", "Churned", "S Sleeping"}},
	}
}

// Ranks returns for each segment of a result of a method its rank from the best,
// 0, on; -1 for one that is neither better nor worse than others, such as
// Unclassified. All are -1 where the method ranks none.
func Ranks(method string, p Params, segments []model.Segment) []int {
	out := make([]int, len(segments))
	r, ranked := ranks()[method]
	if ranked && r.when != "" {
		ranked = slices.Contains(r.in, p.Word(r.when))
	}
	for i, s := range segments {
		switch {
		case !ranked || s.Unclassified:
			out[i] = -1
		case r.names != nil:
			out[i] = slices.Index(r.names, s.Name.Key)
		case r.worstFirst:
			out[i] = len(segments) - 1 - i
		default:
			out[i] = i
		}
	}
	return out
}
