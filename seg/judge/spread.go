package judge

import (
	"math"

	"custseg/seg/order"
)

// EtaSquared returns the share of the variance of a value that lies between
// groups, 0 to groups-1: 1 when each group is of one value, 0 when all have the
// same mean (Fisher 1925). Values that are not finite do not count. It is NaN
// when the values do not differ.
func EtaSquared(group []int32, groups int, value []float64) float64 {
	sum, n := make([]float64, groups), make([]float64, groups)
	total, rows := 0., 0.
	for i, v := range value {
		if order.Finite(v) {
			sum[group[i]] += v
			n[group[i]]++
			total += v
			rows++
		}
	}
	mean := total / rows
	between, within := 0., 0.
	for g := range sum {
		if n[g] > 0 {
			d := sum[g]/n[g] - mean
			between += n[g] * d * d
		}
	}
	for i, v := range value {
		if order.Finite(v) {
			d := v - sum[group[i]]/n[group[i]]
			within += d * d
		}
	}
	if all := between + within; all > 0 {
		return between / all
	}
	return nothing
}

// Effective returns how many groups of one size would be as diverse as groups of
// these sizes: the exponential of Shannon's entropy (Hill 1973). It is 0 without
// any rows.
func Effective(sizes []int) float64 {
	total := 0
	for _, n := range sizes {
		total += n
	}
	if total == 0 {
		return 0
	}
	entropy := 0.
	for _, n := range sizes {
		if n > 0 {
			p := float64(n) / float64(total)
			entropy -= p * math.Log(p)
		}
	}
	return math.Exp(entropy)
}
