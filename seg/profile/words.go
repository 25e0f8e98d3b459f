package profile

import (
	"math"
	"slices"

	"custseg/model"
)

const (
	// fewest is the number of customers below which a word is left out: with
	// fewer, a share is chance.
	fewest = 5
	// rarest is the share of the customers with a value below which a word is
	// left out; names and ids have no other words.
	rarest = 0.01
)

// words is a column whose words are counted. Codes are the line of each
// customer's word, -1 where there is none, and a code beyond the lines for the
// words that are left out.
type words struct {
	shares []Line
	codes  []int16
	counts []int // of the base, by line
	known  int   // customers with a value
}

// newWords counts the words of a column, those that customers enough have.
func newWords(l Line, c *model.Texts) *words {
	base := make([]int, c.Dict.Len())
	w := &words{codes: make([]int16, len(c.Codes()))}
	for _, k := range c.Codes() {
		if k >= 0 {
			base[k]++
			w.known++
		}
	}
	least := max(fewest, int(math.Ceil(rarest*float64(w.known))))
	var kept []int
	for k, n := range base {
		if n >= least && n < w.known {
			kept = append(kept, k)
		}
	}
	slices.SortFunc(kept, func(a, b int) int { // the order of a dictionary is that of the rows
		return compareWords(c.Dict, base, a, b)
	})
	if len(kept) == 2 && base[kept[0]]+base[kept[1]] == w.known { // one says what the other does
		kept = kept[1:]
	}
	line := slices.Repeat([]int16{int16(len(kept))}, c.Dict.Len())
	for at, k := range kept {
		line[k] = int16(at)
		one := l
		one.Kind, one.Unit, one.Word = Share, model.Percent, c.Dict.At(k)
		one.Label = model.P("%s %s", l.Label, c.Dict.At(k))
		w.shares = append(w.shares, one)
	}
	for i, k := range c.Codes() {
		w.codes[i] = -1
		if k >= 0 {
			w.codes[i] = line[k]
		}
	}
	w.count()
	return w
}

// compareWords puts the commoner word first, of equals the one that sorts first.
func compareWords(dict model.Dictionary, counts []int, a, b int) int {
	if counts[a] != counts[b] {
		return counts[b] - counts[a]
	}
	if dict.At(a) < dict.At(b) {
		return -1
	}
	return 1
}

// newTruths makes the share of customers who say yes: values are 1, 0, or -1
// for missing.
func newTruths(l Line, values []int8) *words {
	l.Kind, l.Unit = Share, model.Percent
	w := &words{shares: []Line{l}, codes: make([]int16, len(values))}
	for i, v := range values {
		switch v {
		case 1:
		case 0:
			w.codes[i] = 1
		default:
			w.codes[i] = -1
		}
	}
	w.count()
	return w
}

// count counts the base.
func (w *words) count() {
	w.known, w.counts = 0, make([]int, len(w.shares)+1)
	for _, k := range w.codes {
		if k >= 0 {
			w.known++
			w.counts[k]++
		}
	}
	for i := range w.shares {
		w.shares[i].All = shareOf(w.counts[i], w.known)
	}
}

func shareOf(n, of int) Figures {
	return Figures{N: of, Mean: float64(n) / float64(of), Median: math.NaN()}
}

// lines implements [side]: none where all say the same.
func (w *words) lines() []Line {
	if len(w.shares) == 1 && (w.counts[0] == 0 || w.counts[0] == w.known) {
		return nil
	}
	return w.shares
}

// compare implements [side].
func (w *words) compare(g grouping, of func(group int) []Line) {
	wide := len(w.counts)
	counts, known := make([]int, g.count*wide), make([]int, g.count)
	for i, code := range w.codes {
		if k := g.of[i]; k >= 0 && code >= 0 {
			counts[int(k)*wide+int(code)]++
			known[k]++
		}
	}
	for k := range g.count {
		lines := of(k)
		for i := range lines {
			l, n := &lines[i], counts[k*wide+i]
			l.Here, l.Z = shareOf(n, known[k]), math.NaN()
			l.H, l.Effect, l.P = proportions(n, known[k], w.counts[i], w.known)
		}
	}
}
