package load

import (
	"math"
	"slices"
)

// tolerated is how many of n may fail to be what the others are.
func tolerated(n int) int { return n - int(math.Ceil(goodShare*float64(n))) }

// toleratedWords is the most words, of n that mean something, that may fail to
// be numbers or dates: the tolerated of the words, or as many as the tolerated rows can
// hold.
func toleratedWords(w *words, n int) int { return max(tolerated(n), tolerated(w.codes.Len())) }

// mostly reports whether all but a tolerated share of the n words that mean
// something fit, or of the rows that hold them.
func mostly(w *words, n int, fits func(word string) bool) bool {
	var bad []int32
	most := toleratedWords(w, n)
	for code, word := range w.passing() {
		if meansNothing(word) || fits(word) {
			continue
		}
		if bad = append(bad, code); len(bad) > most {
			return false
		}
	}
	return w.tolerates(bad, n)
}

// tolerates reports whether so few of the n words that mean something, or of the
// rows that hold them, are of some codes that the column may be what the others
// are.
func (w *words) tolerates(bad []int32, n int) bool {
	return len(bad) <= tolerated(n) || len(bad) < n && w.rowsWith(w.marked(bad)) <= tolerated(w.held())
}

// marked returns for each word whether its code is among some.
func (w *words) marked(codes []int32) []bool {
	out := make([]bool, w.len())
	for _, c := range codes {
		out[c] = true
	}
	return out
}

// rowsWith counts the rows that hold any of the marked words.
func (w *words) rowsWith(marked []bool) int {
	switch {
	case !slices.Contains(marked, true):
		return 0
	case !slices.Contains(marked, false):
		return w.codes.Held()
	}
	n := 0
	for _, c := range w.codes.All() {
		if c >= 0 && marked[c] {
			n++
		}
	}
	return n
}

// held counts the rows that hold a word that means something.
func (w *words) held() int {
	meant := make([]bool, w.len())
	for code := range meant {
		meant[code] = w.isMoment(int32(code)) || !meansNothing(w.word(int32(code)))
	}
	return w.rowsWith(meant)
}
