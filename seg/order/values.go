package order

import "slices"

// ascending sorts the values of some sort, none of them NaN.
func ascending(values []float64, wanted func(float64) bool) []float64 {
	out := make([]float64, 0, len(values))
	for _, v := range values {
		if wanted(v) {
			out = append(out, v+0) // -0 + 0 is 0
		}
	}
	return sortedValues(out)
}

// sortedValues sorts values, none of them NaN or -0. It returns the slice or another,
// and changes the slice.
func sortedValues(values []float64) []float64 {
	if len(values) < radixFrom {
		slices.Sort(values)
		return values
	}
	return radixValues(values, make([]float64, len(values)))
}

// radixValues sorts values as [radixSort] does, with room for as many. It returns
// either of the two.
func radixValues(from, to []float64) []float64 {
	var counts [radixCount][radixSize]int32
	for _, v := range from {
		k := key(v)
		for d := range counts {
			counts[d][k&(radixSize-1)]++
			k >>= radixBits
		}
	}
	for d := range counts {
		count, shift := &counts[d], uint(d*radixBits)
		if int(count[key(from[0])>>shift&(radixSize-1)]) == len(from) {
			continue
		}
		next := int32(0)
		for i, n := range count {
			count[i] = next
			next += n
		}
		for _, v := range from {
			digit := key(v) >> shift & (radixSize - 1)
			to[count[digit]] = v
			count[digit]++
		}
		from, to = to, from
	}
	return from
}
