package seg

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"custseg/model"
)

// folded is a word without case, width, spare spaces and invisible characters:
// spellings that become equal are one word.
func folded(word string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(model.Seen(word)))), " ")
}

// alike is a column as words, with those that differ in case, width, spaces and
// invisible characters alone as one, named by the commonest of them, of equals the first as text. A
// note says how many were put together; there is none where all differ.
func alike(c model.Column) (*model.Texts, []model.Phrase) {
	t := asWords(c)
	spellings := map[string][]int32{}
	for k, word := range t.Dict.All() {
		spellings[folded(word)] = append(spellings[folded(word)], int32(k))
	}
	if len(spellings) == t.Dict.Len() {
		return t, nil
	}
	count := make([]int, t.Dict.Len())
	for _, k := range t.Codes() {
		if k >= 0 {
			count[k]++
		}
	}
	byUse := func(a, b int32) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(t.Dict.At(int(a)), t.Dict.At(int(b))))
	}
	place, dict, merged := slices.Repeat([]int32{-1}, t.Dict.Len()), []string(nil), 0
	var example []string // of two spellings, those of the first word as text
	for k, word := range t.Dict.All() {
		if place[k] >= 0 {
			continue
		}
		same := spellings[folded(word)]
		slices.SortFunc(same, byUse)
		named := strings.TrimSpace(t.Dict.At(int(same[0])))
		for _, other := range same {
			place[other] = int32(len(dict))
		}
		dict = append(dict, named)
		merged += len(same) - 1
		if len(same) > 1 && (example == nil || named < example[0]) {
			example = []string{named, t.Dict.At(int(same[1]))}
		}
	}
	codes := make([]int32, len(t.Codes()))
	for i, k := range t.Codes() {
		if codes[i] = -1; k >= 0 {
			codes[i] = place[k]
		}
	}
	return model.NewTexts(c.Name(), codes, dict), []model.Phrase{model.P("%s: %d spellings that differ from another only in case, spaces, width or invisible characters count as it, such as %q as %q", c.Name(), merged, example[1], example[0])}
}
