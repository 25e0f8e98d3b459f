package basket

import (
	"cmp"
	"slices"
)

// Rule says that baskets with the items If tend to hold the item Then.
type Rule struct {
	If         []int32 // ascending
	Then       int32
	Count      int     // baskets with all of them
	Support    float64 // that by all baskets
	Confidence float64 // that by the baskets with If
	Lift       float64 // confidence by the share of all baskets with Then
}

// Rules are the rules with one item on the right that follow from frequent sets
// of n baskets, of at least a confidence and above a lift: by lift, confidence
// and support, largest first, then by items.
func Rules(sets []Set, n int, confidence, lift float64) []Rule {
	count := make(map[string]int, len(sets))
	for _, s := range sets {
		count[key(s.Items)] = s.Count
	}
	var out []Rule
	for _, s := range sets {
		if len(s.Items) < 2 {
			continue
		}
		for i, then := range s.Items {
			r := Rule{If: slices.Delete(slices.Clone(s.Items), i, i+1), Then: then, Count: s.Count, Support: float64(s.Count) / float64(n)}
			r.Confidence = float64(s.Count) / float64(count[key(r.If)])
			r.Lift = r.Confidence * float64(n) / float64(count[key([]int32{then})])
			if r.Confidence >= confidence && r.Lift > lift {
				out = append(out, r)
			}
		}
	}
	slices.SortFunc(out, func(a, b Rule) int {
		return cmp.Or(cmp.Compare(b.Lift, a.Lift), cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.Count, a.Count),
			slices.Compare(a.If, b.If), cmp.Compare(a.Then, b.Then))
	})
	return out
}
