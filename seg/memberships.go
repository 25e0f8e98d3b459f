package seg

import (
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/cluster"
)

// memberships are score columns of how likely each segment is for a customer,
// membership_1 and so on, and of the likeliest, certainty. Of says which column
// of the matrix each segment is; onAll lays values out over all customers.
func memberships(m cluster.Matrix, of []int32, onAll func([]float64) []float64) []model.Column {
	out := make([]model.Column, 0, len(of)+1)
	certainty := make([]float64, m.Rows)
	for g, k := range of {
		p := m.Column(int(k))
		for i, v := range p {
			certainty[i] = max(certainty[i], v)
		}
		out = append(out, model.NewNumbers(fmt.Sprintf("membership_%d", g+1), onAll(p)))
	}
	return append(out, model.NewNumbers("certainty", onAll(certainty)))
}

// segmentsOf inverts which of n classes each segment is: the segment of each
// class, -1 where it has none.
func segmentsOf(class []int32, n int) []int32 {
	out := slices.Repeat([]int32{-1}, n)
	for segment, k := range class {
		out[k] = int32(segment)
	}
	return out
}
