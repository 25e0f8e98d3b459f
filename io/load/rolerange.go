package load

import (
	"math"

	"custseg/model"
)

// roleRange is the values that the meaning of a role allows.
type roleRange struct {
	low, high float64
	whole     bool
	beyond    float64 // the highest value must lie above it: a scale to 5 is another's
}

// rangeOf returns the values of a role, not ok where any number will do.
func rangeOf(role model.Role) (roleRange, bool) {
	anywhere := math.Inf(-1)
	switch role {
	case "latitude":
		return roleRange{-90, 90, false, anywhere}, true
	case "longitude":
		return roleRange{-180, 180, false, anywhere}, true
	case "recommend":
		return roleRange{0, 10, true, 5}, true
	case "satisfaction", "effort", "attitude", "touchpoint", "preference":
		return roleRange{0, 100, false, anywhere}, true
	case "views", "clicks", "carts", "purchases", "sessions", "features_used", "features_available", "active_days", "opens",
		"followers", "likes", "shares", "comments", "posts", "referrals", "children", "complaints", "brands_used", "transactions":
		return roleRange{0, math.Inf(1), true, anywhere}, true
	}
	return roleRange{}, false
}

// has reports whether a value can be of the role.
func (r roleRange) has(v float64) bool {
	return v >= r.low && v <= r.high && (!r.whole || v == math.Trunc(v))
}

// fit is 1 for a column all of whose values can be of the role, and else 0.
func (r roleRange) fit(p profile) float64 {
	if p.within(r.low, r.high) && (p.whole || !r.whole) && p.high > r.beyond {
		return 1
	}
	return 0
}

// A name is strong evidence: fewFitting values that can be of its role, and the
// share nearlyAll of all, outweigh the others.
const fewFitting = 10

// nearlyFits returns the share of a column's numbers that can be of a role, 0
// where that is too few to believe its name.
func (p profile) nearlyFits(role model.Role) float64 {
	r, ok := rangeOf(role)
	n, isNumbers := p.column.(*model.Numbers)
	if !ok || !isNumbers {
		return 0
	}
	fitting, highest := 0, math.Inf(-1)
	for _, v := range n.All() {
		if r.has(v) {
			fitting++
			highest = max(highest, v)
		}
	}
	share := float64(fitting) / float64(max(p.held, 1))
	if fitting < fewFitting || share < nearlyAll || highest <= r.beyond {
		return 0
	}
	return share
}
