package pipeline

import (
	"math"

	"custseg/model"
	"custseg/seg"
)

// counterparts returns for each segment of the first date the one of the second
// that counts as the same, -1 for none: that of the same name, or where a method
// finds its segments anew at each date, the one with which it shares most
// customers.
func (m *Migration) counterparts() []int {
	if m.anew() {
		return m.closestSegments()
	}
	return m.namesakes()
}

// anew reports whether the segments of both dates are found by what customers
// have in common at each, so that their names are those of the day.
func (m *Migration) anew() bool {
	return m.First.Method.Family == seg.Mining && !m.Plan.HoldCuts && !m.ranked()
}

// closestSegments pairs the segments of both dates one to one, the pair with the
// highest overlap first: the customers in both as a share of those in either
// (Jaccard 1912), among the customers of both dates. Ties go by the order of the
// segments. Unclassified is the counterpart of Unclassified alone.
func (m *Migration) closestSegments() []int {
	first, second := m.First.Segmentation.Segments, m.Second.Segmentation.Segments
	out, taken := make([]int, len(first)), make([]bool, len(second))
	for i := range out {
		out[i] = -1
	}
	for {
		row, col, most := -1, -1, 0.
		for i := range first {
			for j := range second {
				if out[i] >= 0 || taken[j] || first[i].Unclassified != second[j].Unclassified {
					continue
				}
				if overlap := m.Common.Overlap(i, j); !math.IsNaN(overlap) && overlap > most {
					row, col, most = i, j, overlap
				}
			}
		}
		if row < 0 {
			return out
		}
		out[row], taken[col] = col, true
	}
}

// stayed counts the customers of both dates whose segment counts as the same.
func (m *Migration) stayed(same []int) int {
	n := 0
	for i, j := range same {
		if j >= 0 {
			n += m.Common.Counts[i][j]
		}
	}
	return n
}

// renamed says which segments count as the same though their names differ.
func (m *Migration) renamed() []model.Phrase {
	pr := segmentNames()
	var out []model.Phrase
	for i, j := range m.counterparts() {
		if j < 0 {
			continue
		}
		from, to := m.First.Segmentation.Segments[i].Name, m.Second.Segmentation.Segments[j].Name
		if from.In(pr) != to.In(pr) {
			out = append(out, model.P("%s counts as %s at %s: they share most customers", from, to, m.Plan.To.String()))
		}
	}
	return out
}
