package model

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// TestSummarizeManyWords finds the commonest words as a sort of all does.
func TestSummarizeManyWords(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, distinct := range []int{1, 3, 19, 20, 21, 300} {
		counts, words := map[string]int{}, make([]string, 2000)
		for i := range words {
			words[i] = fmt.Sprint("w", r.IntN(distinct))
			counts[words[i]]++
		}
		var want []Count
		for w, n := range counts {
			want = append(want, Count{w, n})
		}
		slices.SortFunc(want, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Value, b.Value)) })
		got := Summarize(TextsOf("", words))
		if got.Distinct != len(want) || !reflect.DeepEqual(got.Common, want[:min(len(want), summaryCommon)]) {
			t.Errorf("%d words: %+v", distinct, got)
		}
	}
}

// TestSummarizeDates counts moments alike in any order.
func TestSummarizeDates(t *testing.T) {
	log := []int64{NoDate, 5, 5, 7, 86400, 86400}
	sorted := Summarize(NewDates("", log))
	slices.Reverse(log)
	if other := Summarize(NewDates("", log)); sorted.Distinct != 3 || other.Distinct != 3 || sorted.Missing != 1 || sorted.N != 5 {
		t.Errorf("%+v, %+v", sorted, other)
	}
}
