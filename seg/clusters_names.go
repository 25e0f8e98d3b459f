package seg

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// difference is one respect in which a group is not like all: its name in full
// and in brief, and how far apart they are, in standard deviations of all.
type difference struct {
	what, brief model.Phrase
	size        float64 // 0 or more
}

// highOrLow is the difference in the mean of a column, z standard deviations from
// that of all.
func highOrLow(label model.Phrase, z float64) difference {
	if z < 0 {
		return difference{model.P("low %s", label), model.P("low %s", brief(label)), -z}
	}
	return difference{model.P("high %s", label), model.P("high %s", brief(label)), z}
}

// yesOrNo is the difference in the mean of a column of two values, which is one in
// their shares.
func yesOrNo(label model.Phrase, values []float64, z float64) difference {
	word := slices.Max(slices.DeleteFunc(slices.Clone(values), func(v float64) bool { return !finite(v) }))
	if z < 0 {
		word--
	}
	return difference{model.P("%s %s", label, exactly(word)), model.P("%s %s", brief(label), exactly(word)), math.Abs(z)}
}

// oftenOrSeldom is the difference in the share of a word, by the standard
// deviation of having it or not.
func oftenOrSeldom(label model.Phrase, word string, share, base float64) difference {
	size := (share - base) / math.Sqrt(base*(1-base))
	switch named := brief(model.Raw(word)); {
	case !finite(size): // all have it, or none
		return difference{}
	case size < 0:
		return difference{model.P("not %s %s", label, word), model.P("not %s %s", brief(label), named), -size}
	default:
		return difference{model.P("%s %s", label, word), model.P("%s %s", brief(label), named), size}
	}
}

// farthest is the largest of the differences in the words of one column, by their
// shares here and in the base; of equals that which is more common here, as of
// yes and no.
func farthest(label model.Phrase, of category, here, base []float64) wordDifference {
	out := wordDifference{of: of, word: -1}
	for k, word := range of.words {
		d := oftenOrSeldom(label, word, here[k], base[k])
		if gain := nineDigits(d.size) - nineDigits(out.size); gain > 0 || gain == 0 && here[k] > base[k] {
			out.difference, out.word = d, int32(k)
		}
	}
	return out
}

// telling is the difference that is worth naming, in standard deviations.
const telling = 0.5

// strongest are the places of differences, the largest first; ties go to the
// earlier.
func strongest(by []difference) []int {
	out := inOrder(len(by))
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(nineDigits(by[b].size), nineDigits(by[a].size)) })
	return out
}

// nineDigits rounds, so that what is equal but for rounding is equal.
func nineDigits(v float64) float64 { return math.Round(1e9*v) / 1e9 }

// apartNames call groups by what sets each apart from all: the two largest
// differences, as far as they are worth naming. Where another group would be
// called the same, those follow in which the two differ from each other the most.
// The number in front, from 1, makes a name the only one. All groups have their
// differences in the same columns.
func apartNames(groups [][]difference) []model.Phrase {
	const usual, most = 2, 4            // differences in a name
	named := make([][]int, len(groups)) // columns, in the order of the name
	for g, by := range groups {
		for _, j := range strongest(by)[:min(usual, len(by))] {
			if by[j].size >= telling {
				named[g] = append(named[g], j)
			}
		}
	}
	for range most - usual {
		alike := map[string][]int{}
		for g := range groups {
			key := saidOf(groups[g], named[g])
			alike[key] = append(alike[key], g)
		}
		more := slices.Clone(named)
		for g := range groups {
			if others := alike[saidOf(groups[g], named[g])]; len(others) > 1 && len(named[g]) > 0 {
				if j := tellsApart(groups, g, others, named[g]); j >= 0 {
					more[g] = append(slices.Clone(named[g]), j)
				}
			}
		}
		named = more
	}
	out := make([]model.Phrase, len(groups))
	for g := range out {
		if out[g] = model.P("%d · average", g+1); len(named[g]) > 0 {
			out[g] = model.P("%d · %s", g+1, list("%s, %s", briefly(groups[g], named[g])))
		}
	}
	return out
}

// saidOf is what a name says, whatever the order.
func saidOf(by []difference, named []int) string {
	var words []string
	for _, j := range named {
		words = append(words, fmt.Sprint(by[j].brief))
	}
	slices.Sort(words)
	return strings.Join(words, ", ")
}

// tellsApart is the column in which a group differs the most from others that
// would be called the same, -1 when there is none. Differences against all on the
// same side would be named the same; on two sides they are apart by their sum.
func tellsApart(groups [][]difference, g int, others, named []int) int {
	const slight = .1 // of which a name would say too much
	best, most := -1, 0.
	for j, d := range groups[g] {
		if slices.Contains(named, j) || d.size < slight {
			continue
		}
		apart := 0.
		for _, o := range others {
			if other := groups[o][j]; fmt.Sprint(other.brief) != fmt.Sprint(d.brief) {
				apart += d.size + other.size
			}
		}
		if apart = nineDigits(apart); apart > most {
			best, most = j, apart
		}
	}
	return best
}

func briefly(by []difference, named []int) []model.Phrase {
	out := make([]model.Phrase, len(named))
	for i, j := range named {
		out[i] = by[j].brief
	}
	return out
}

// brief shortens the header of a column, or a word, to what a name has room for:
// without a unit in brackets, and in the middle, for long headers often begin
// alike. Phrases of the program are short.
func brief(label model.Phrase) model.Phrase {
	const room = 24 // cells
	text, ok := "", false
	if label.Key == "%s" && len(label.Args) == 1 {
		text, ok = label.Args[0].(string)
	}
	if !ok || cells(text) <= room {
		return label
	}
	if before, _, found := strings.Cut(text, "("); found && strings.TrimSpace(before) != "" {
		text = strings.TrimSpace(before)
	}
	if cells(text) <= room {
		return model.Raw(text)
	}
	runes := []rune(text)
	from, to := 0, len(runes)
	for used := 0; used+cells(string(runes[from])) <= room/2; from++ {
		used += cells(string(runes[from]))
	}
	for used := 0; used+cells(string(runes[to-1])) < room/2; to-- {
		used += cells(string(runes[to-1]))
	}
	return model.Raw(string(runes[:from]) + "…" + string(runes[to:]))
}

// cells is about how many columns of a terminal a text takes: two for a character
// of Chinese, Japanese or Korean.
func cells(text string) int {
	const wide = 0x2e80 // about the first such character
	n := 0
	for _, r := range text {
		if n++; r >= wide {
			n++
		}
	}
	return n
}
