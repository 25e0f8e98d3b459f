package chart

import (
	"math"
	"slices"
)

// sortFloats sorts finite numbers ascending. Many are sorted by the digits of
// their bits (radix sort from the least digit, Knuth, The Art of Computer
// Programming 3, 5.2.5), several times faster than by comparing, so that a
// chart can follow a parameter while it is being changed.
func sortFloats(v []float64) {
	const (
		few    = 2048 // below this comparing is faster
		digit  = 11   // bits
		digits = 6
		sign   = 1 << 63
	)
	if len(v) < few {
		slices.Sort(v)
		return
	}
	// As unsigned numbers, bits order like floats once the sign is turned, and
	// all bits of negative ones.
	from, to := make([]uint64, len(v)), make([]uint64, len(v))
	var counts [digits][1 << digit]int32
	for i, f := range v {
		b := math.Float64bits(f)
		if b&sign != 0 {
			b = ^b
		} else {
			b |= sign
		}
		from[i] = b
		for d := range digits {
			counts[d][b>>(d*digit)&(1<<digit-1)]++
		}
	}
	for d := range digits {
		c := &counts[d]
		if c[from[0]>>(d*digit)&(1<<digit-1)] == int32(len(v)) {
			continue // all have this digit
		}
		at := int32(0)
		for k, n := range c {
			c[k] = at
			at += n
		}
		for _, b := range from {
			k := b >> (d * digit) & (1<<digit - 1)
			to[c[k]] = b
			c[k]++
		}
		from, to = to, from
	}
	for i, b := range from {
		if b&sign != 0 {
			b &^= sign
		} else {
			b = ^b
		}
		v[i] = math.Float64frombits(b)
	}
}
