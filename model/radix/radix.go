// Package radix sorts many entries by a number, digit by digit, over the
// processors.
package radix

import (
	"cmp"
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
	bits  = 11      // of a digit
	size  = 1 << bits
)

// Sort sorts entries by key, those of equal keys as they stand. It returns the
// slice or another of its length, and changes the slice. The least significant
// digit goes first, which keeps equal keys in order; digits that all keys share
// cost nothing: whole numbers, such as days and counts, need two passes or three of
// the six.
func Sort(entries []Entry) []Entry {
	if len(entries) < few {
		slices.SortStableFunc(entries, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
		return entries
	}
	differ := uint64(0)
	for _, e := range entries {
		differ |= e.Key ^ entries[0].Key
	}
	from, to, counts := entries, make([]Entry, len(entries)), make([][size]int32, 1)
	if len(entries) >= alone {
		counts = make([][size]int32, runtime.GOMAXPROCS(0))
	}
	for shift := uint(0); shift < 64; shift += bits {
		if differ>>shift&(size-1) != 0 {
			pass(from, to, shift, counts)
			from, to = to, from
		}
	}
	return from
}

// pass sorts by one digit. Parts of the entries are counted side by side, each for
// itself, and then moved side by side.
func pass(from, to []Entry, shift uint, counts [][size]int32) {
	part := func(p int) []Entry { return from[len(from)*p/len(counts) : len(from)*(p+1)/len(counts)] }
	sideBySide(len(counts), func(p int) {
		count := &counts[p]
		*count = [size]int32{}
		for _, e := range part(p) {
			count[e.Key>>shift&(size-1)]++
		}
	})
	next := int32(0)
	for d := range size {
		for p := range counts {
			counts[p][d], next = next, next+counts[p][d]
		}
	}
	sideBySide(len(counts), func(p int) {
		count := &counts[p]
		for _, e := range part(p) {
			at := &count[e.Key>>shift&(size-1)]
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
