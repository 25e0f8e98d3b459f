package pipeline

import "custseg/seg"

// slow is the cost from which a reader is told that a method takes long.
const slow = 50

// cost is about how much work a method is to be judged, where the plain ones are
// 1: measured on the sample shop, and of the same order on other data. It says how
// far a bake-off is, and nothing else.
func cost(id string) float64 {
	switch id {
	case "gmm":
		return 1200
	case "kprototypes":
		return 950
	case "lca":
		return 1050
	case "response":
		return 190
	case "som":
		return 110
	case "hierarchical":
		return 90
	case "kmeans":
		return 70
	case "dbscan":
		return 35
	case "clv":
		return 25
	case "psychographic", "chaid", "tree":
		return 15
	case "basket", "market", "needs":
		return 6
	}
	return 1
}

// costs are those of the entrants; one that lacks what it needs is no work.
func (t *trial) costs(entrants []entrant) []float64 {
	out := make([]float64, len(entrants))
	for i, e := range entrants {
		if len(seg.Missing(e.spec, t.full)) == 0 {
			out[i] = cost(e.id)
		}
	}
	return out
}
