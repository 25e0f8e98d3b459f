package seg

import (
	"cmp"
	"slices"
)

// wordDifference is the difference of a group in the words of one category, by the
// word of which that is the farthest.
type wordDifference struct {
	difference
	of   category
	word int32
}

// withoutEchoes are the differences of a group in words, by category; of those
// that say the same of the same customers only the largest, ties by their order:
// who has no internet has no online backup either. rows are the customers to go by.
func withoutEchoes(by []wordDifference, rows []int32) []difference {
	out := make([]difference, len(by))
	bySize := inOrder(len(by))
	slices.SortStableFunc(bySize, func(a, b int) int { return cmp.Compare(nineDigits(by[b].size), nineDigits(by[a].size)) })
	var kept []wordDifference
	for _, j := range bySize {
		d := by[j]
		if d.size < telling {
			out[j] = d.difference
			continue
		}
		if slices.ContainsFunc(kept, func(k wordDifference) bool { return d.echoes(k, rows) }) {
			continue
		}
		kept, out[j] = append(kept, d), d.difference
	}
	return out
}

// echoes reports whether nearly the same customers have the words of two
// categories: of those who have either, as many have both.
func (d wordDifference) echoes(o wordDifference, rows []int32) bool {
	const nearly = .95
	both, either := 0, 0
	for _, i := range rows {
		switch here, there := d.of.codes[i] == d.word, o.of.codes[i] == o.word; {
		case here && there:
			both++
			either++
		case here || there:
			either++
		}
	}
	return float64(both) >= nearly*float64(either)
}
