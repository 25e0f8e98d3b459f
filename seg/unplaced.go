package seg

import (
	"cmp"
	"slices"

	"custseg/model"
)

// Unplaced is a reason for which customers are unclassified, and how many are.
type Unplaced struct {
	Reason    model.Phrase
	Customers int
}

// fewReasons is the most reasons that are told one by one.
const fewReasons = 5

// WhyUnplaced lists the reasons for which customers are unclassified, in the order
// of a method; of more than a few, the commonest and how many others there are.
func WhyUnplaced(s *model.Segmentation) []Unplaced { return whyUnplaced(s.Why, s.Reasons) }

func whyUnplaced(why []int32, reasons []model.Phrase) []Unplaced {
	count := make([]int, len(reasons))
	for _, reason := range why {
		if reason >= 0 {
			count[reason]++
		}
	}
	var out []Unplaced
	for r, n := range count {
		if n > 0 {
			out = append(out, Unplaced{reasons[r], n})
		}
	}
	if len(out) <= fewReasons {
		return out
	}
	slices.SortStableFunc(out, func(a, b Unplaced) int { return cmp.Compare(b.Customers, a.Customers) })
	others := Unplaced{Reason: model.P("other reasons, %d in all", len(out)-fewReasons+1)}
	for _, u := range out[fewReasons-1:] {
		others.Customers += u.Customers
	}
	return append(slices.Clone(out[:fewReasons-1]), others)
}
