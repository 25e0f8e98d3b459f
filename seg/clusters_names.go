package seg

import (
	"cmp"
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
func farthest(label model.Phrase, words []string, here, base []float64) difference {
	var out difference
	for k, word := range words {
		d := oftenOrSeldom(label, word, here[k], base[k])
		if gain := nineDigits(d.size) - nineDigits(out.size); gain > 0 || gain == 0 && here[k] > base[k] {
			out = d
		}
	}
	return out
}

// strongest are the two differences that are the largest, fewer when others are
// not worth naming; ties go to the earlier.
func strongest(by []difference) []difference {
	const telling, most = 0.5, 2 // standard deviations, differences
	out := slices.DeleteFunc(slices.Clone(by), func(d difference) bool { return d.size < telling })
	slices.SortStableFunc(out, func(a, b difference) int { return cmp.Compare(nineDigits(b.size), nineDigits(a.size)) })
	return out[:min(len(out), most)]
}

// nineDigits rounds, so that what is equal but for rounding is equal.
func nineDigits(v float64) float64 { return math.Round(1e9*v) / 1e9 }

// apartName calls group g, from 0, by what sets it apart from all. The number in
// front makes the name the only one.
func apartName(g int, by []difference) model.Phrase {
	switch apart := strongest(by); len(apart) {
	case 0:
		return model.P("%d · average", g+1)
	case 1:
		return model.P("%d · %s", g+1, apart[0].brief)
	default:
		return model.P("%d · %s, %s", g+1, apart[0].brief, apart[1].brief)
	}
}

// brief shortens the header of a column, or a word, to what a name has room for:
// without a unit in brackets, and at the end of a word where there is one.
// Phrases of the program are short.
func brief(label model.Phrase) model.Phrase {
	const room = 14 // cells
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
	cut, used := 0, 0
	for at, r := range text {
		if used += cells(string(r)); used >= room {
			break
		}
		cut = at + len(string(r))
	}
	if space := strings.LastIndexAny(text[:cut], " _-"); space > cut/2 {
		cut = space
	}
	return model.Raw(text[:cut] + "…")
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
