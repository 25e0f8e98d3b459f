// Package order sorts positions by the values they hold. The sort is stable
// and leaves out what has no place in an order, so engines that rank, bin or
// cumulate share one definition of ties and of missing.
package order

import (
	"cmp"
	"math"
	"slices"
)

// last is the key of what has no place in an order.
const last = math.MaxUint64

// Ascending returns the positions of the finite values, lowest value first,
// equal values by position. NaN and ±Inf are left out; -0 equals 0.
func Ascending(values []float64) []int32 { return sorted(values, 0) }

// Descending returns the positions of the finite values, highest value first,
// equal values by position. NaN and ±Inf are left out; -0 equals 0.
func Descending(values []float64) []int32 { return sorted(values, math.MaxUint64) }

// Values returns the values but NaN, ascending, infinite ones too. -0 is 0.
func Values(values []float64) []float64 {
	return ascending(values, func(v float64) bool { return !math.IsNaN(v) })
}

// FiniteValues returns the finite values, ascending. -0 is 0.
func FiniteValues(values []float64) []float64 { return ascending(values, Finite) }

// Finite reports whether v is a number with a place in an order: neither NaN
// nor ±Inf, of which the difference to themselves is NaN.
func Finite(v float64) bool { return v-v == 0 }

// Rows sorts rows by the values they have in columns, lowest first: by the first
// column, equal ones by the second, and so on. NaN comes last, -0 equals 0, and
// rows that are equal in all columns stay as they were. What goes by rows in this
// order, such as a sample or the folds of a cross-validation, does not depend on
// the order in which equal data came.
func Rows(rows []int32, columns ...[]float64) {
	if len(rows) < 2 || len(columns) == 0 {
		return
	}
	entries := make([]entry, len(rows))
	for i, r := range rows {
		if entries[i] = (entry{last, r}); !math.IsNaN(columns[0][r]) {
			entries[i].key = key(columns[0][r])
		}
	}
	entries = stable(entries)
	for i, e := range entries {
		rows[i] = e.pos
	}
	for from, to := 0, 0; from < len(rows); from = to {
		for to = from; to < len(rows) && entries[to].key == entries[from].key; to++ {
		}
		Rows(rows[from:to], columns[1:]...)
	}
}

// MidRank returns the mid-rank percentile of any value among ascending ones, 0..1:
// the share of them below it, and half of those that equal it.
func MidRank(ascending []float64, v float64) float64 {
	from, _ := slices.BinarySearch(ascending, v)
	to, _ := slices.BinarySearch(ascending, math.Nextafter(v, math.Inf(1)))
	return float64(from+to) / 2 / float64(len(ascending))
}

// MidRanks returns the mid-rank percentile of each finite value among them, 0..1,
// and NaN for others.
func MidRanks(values []float64) []float64 {
	out := make([]float64, len(values))
	for i := range out {
		out[i] = math.NaN()
	}
	up := Ascending(values)
	for from, to := 0, 0; from < len(up); from = to {
		for to = from; to < len(up) && values[up[to]] == values[up[from]]; to++ {
		}
		for _, i := range up[from:to] {
			out[i] = float64(from+to) / 2 / float64(len(up))
		}
	}
	return out
}

// entry is one value, as an unsigned key of the same order, and its position.
type entry struct {
	key uint64
	pos int32
}

// sorted orders the finite values by their keys xor mask, which is 0 for
// ascending and all ones for descending.
func sorted(values []float64, mask uint64) []int32 {
	entries := make([]entry, 0, len(values))
	for i, v := range values {
		if Finite(v) {
			entries = append(entries, entry{key(v) ^ mask, int32(i)})
		}
	}
	out := make([]int32, len(entries))
	for i, e := range stable(entries) {
		out[i] = e.pos
	}
	return out
}

// stable sorts entries whose positions rise by their keys.
func stable(entries []entry) []entry {
	if len(entries) >= radixFrom {
		return radixSort(entries)
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return cmp.Compare(a.key, b.key) })
	return entries
}

// key maps a finite number to an unsigned integer of the same order: negative
// numbers have all bits flipped, the others the sign bit.
func key(v float64) uint64 {
	b := math.Float64bits(v + 0) // -0 + 0 is 0
	if b>>63 != 0 {
		return ^b
	}
	return b | 1<<63
}

const (
	radixFrom  = 512 // below this, comparing is faster
	radixBits  = 11
	radixSize  = 1 << radixBits
	radixCount = (64 + radixBits - 1) / radixBits
)

// radixSort sorts by key, least significant digit first, which keeps equal
// keys in order. Digits that all keys share cost nothing: whole numbers, such
// as days and counts, need two passes or three of the six.
func radixSort(from []entry) []entry {
	var counts [radixCount][radixSize]int32
	for _, e := range from {
		k := e.key
		for d := range counts {
			counts[d][k&(radixSize-1)]++
			k >>= radixBits
		}
	}
	to := make([]entry, len(from))
	for d := range counts {
		count, shift := &counts[d], uint(d*radixBits)
		if int(count[from[0].key>>shift&(radixSize-1)]) == len(from) {
			continue
		}
		next := int32(0)
		for i, n := range count {
			count[i] = next
			next += n
		}
		for _, e := range from {
			digit := e.key >> shift & (radixSize - 1)
			to[count[digit]] = e
			count[digit]++
		}
		from, to = to, from
	}
	return from
}
