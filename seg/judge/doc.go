// Package judge tells how much groups of customers, formed at one date, say of
// what the customers did later: how the money that followed gathers in the best
// groups, and how well the groups rank those who bought again.
//
// A group is never judged by its own outcome. Rows are dealt to folds, what a
// group is worth is learned from the rows of the other folds, and rows are
// ranked and compared within a fold alone: ranked across folds, a row would
// meet means that it helped to lower, so that even one group of all would rank
// its rows, the wrong way round.
package judge

import "math"

// Chance maps an id to a number from 0 up to 1 that is as good as random, and
// the same wherever and beside whomever the id stands. Another seed gives an
// independent number. It is FNV-1a of 64 bits with the last step of SplitMix64.
func Chance(id string, seed uint64) float64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * prime
	}
	h += seed * 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	h ^= h >> 31
	return float64(h>>11) / (1 << 53)
}

// Folds deals rows: Of holds the fold of each row, 0 to N-1.
type Folds struct {
	Of []int32
	N  int
}

// Deal deals n rows to folds by their ids, so that the order of rows does not
// matter.
func Deal(n, folds int, id func(row int) string, seed uint64) Folds {
	f := Folds{Of: make([]int32, n), N: folds}
	for i := range f.Of {
		f.Of[i] = int32(Chance(id(i), seed) * float64(folds))
	}
	return f
}

// rows returns the rows of one fold.
func (f Folds) rows(fold int) []int32 {
	var out []int32
	for i, k := range f.Of {
		if int(k) == fold {
			out = append(out, int32(i))
		}
	}
	return out
}

// nothing is the figure that cannot be had.
var nothing = math.NaN()
