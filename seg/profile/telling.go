package profile

import (
	"cmp"
	"math"
	"slices"
)

// mostWords is how many words of one column are told of.
const mostWords = 3

// Telling returns the lines of a group that say something, the most telling
// first: see [Order].
func Telling(lines []Line) []Line {
	var out []Line
	for _, i := range Order(lines) {
		out = append(out, lines[i])
	}
	return out
}

// Order returns the places of the lines of a group that say something, the most
// telling first: those that are more than chance before the others, then by size
// of effect, ties in the order of the base. Of one column's words the first
// three are kept, and of shares only those with an effect or beyond chance.
func Order(lines []Line) []int {
	var out []int
	for i, l := range lines {
		if l.Here.N > 0 && (l.Kind == Amount || l.Kind == Date || l.Grade() > Negligible || !l.Chance()) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(i, j int) int {
		a, b := lines[i], lines[j]
		return cmp.Or(chanceLast(a)-chanceLast(b), cmp.Compare(math.Abs(b.Effect), math.Abs(a.Effect)))
	})
	type column struct {
		kind Kind
		name string
	}
	told := map[column]int{}
	return slices.DeleteFunc(out, func(i int) bool {
		l := lines[i]
		if l.Word == "" {
			return false
		}
		c := column{l.Kind, l.Name}
		told[c]++
		return told[c] > mostWords
	})
}

func chanceLast(l Line) int {
	if l.Chance() {
		return 1
	}
	return 0
}

// Nearest returns the groups other than g that have members, the one most like
// it first: by the mean square difference of their effects over the lines that
// both have, ties by number.
func Nearest(groups [][]Line, g int) []int {
	distance := make([]float64, len(groups))
	var out []int
	for other := range groups {
		distance[other] = apart(groups[g], groups[other])
		if other != g && !math.IsNaN(distance[other]) {
			out = append(out, other)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(distance[a], distance[b]) })
	return out
}

// apart is the mean square difference of the effects of two groups, NaN where
// they have no line in common.
func apart(a, b []Line) float64 {
	sum, n := 0., 0.
	for i := range a {
		if d := a[i].Effect - b[i].Effect; !math.IsNaN(d) {
			sum += d * d
			n++
		}
	}
	return sum / n
}
