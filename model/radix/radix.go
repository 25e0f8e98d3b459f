// Package radix sorts many entries by a number, digit by digit, over the
// processors.
package radix

import (
	"cmp"
	mathbits "math/bits"
	"runtime"
	"slices"

	"custseg/model/parallel"
)

// Entry is a key to sort by, and the place of what has it.
type Entry struct {
	Key uint64
	At  int32
}

const (
	few   = 512     // below this, comparing is faster
	alone = 1 << 16 // below this, one processor is
	bits  = 11      // of a digit that may differ: more values would be too many places to write to
	wide  = 16      // of a digit in all
)

// Sort sorts entries by key, those of equal keys as they stand. It returns the
// slice or another of its length, and changes the slice. The least significant
// digit goes first, which keeps equal keys in order; bits that all keys share
// cost nothing: whole numbers, such as days and counts, need two passes or three of
// six, and eight letters or figures four.
func Sort(entries []Entry) []Entry {
	if len(entries) < few {
		slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
		return entries
	}
	differ := uint64(0)
	for _, e := range entries {
		differ |= e.Key ^ entries[0].Key
	}
	parts := 1
	if len(entries) >= alone {
		parts = runtime.GOMAXPROCS(0)
	}
	from, to, counts := entries, make([]Entry, len(entries)), make([][]int32, parts)
	for shift := 0; differ>>shift != 0; {
		shift += mathbits.TrailingZeros64(differ >> shift)
		width := digit(differ>>shift, len(entries))
		pass(from, to, uint(shift), width, counts)
		from, to = to, from
		shift += width
	}
	return from
}

// digit is how many bits of keys are sorted by at a time, of which these differ. Of
// few entries they are not so many that counting costs more than sorting.
func digit(differ uint64, entries int) int {
	if entries < alone {
		return bits
	}
	width := bits
	for width < wide && mathbits.OnesCount64(differ&(1<<(width+1)-1)) <= bits {
		width++
	}
	return width
}

// pass sorts by one digit. Parts of the entries are counted side by side, each for
// itself, and then moved side by side.
func pass(from, to []Entry, shift uint, width int, counts [][]int32) {
	part := func(p int) []Entry { return from[len(from)*p/len(counts) : len(from)*(p+1)/len(counts)] }
	mask := uint64(1)<<width - 1
	sideBySide(len(counts), func(p int) {
		count := make([]int32, mask+1)
		for _, e := range part(p) {
			count[e.Key>>shift&mask]++
		}
		counts[p] = count
	})
	next := int32(0)
	for d := range counts[0] {
		for _, count := range counts {
			count[d], next = next, next+count[d]
		}
	}
	sideBySide(len(counts), func(p int) {
		count := counts[p]
		for _, e := range part(p) {
			at := &count[e.Key>>shift&mask]
			to[*at] = e
			*at++
		}
	})
}

func sideBySide(parts int, work func(part int)) {
	if parts == 1 {
		work(0)
		return
	}
	var all parallel.Group
	for p := range parts {
		all.Go(func() { work(p) })
	}
	all.Wait()
}
