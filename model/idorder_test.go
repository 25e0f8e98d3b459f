package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSortIDs sorts ids of all sorts as comparing them does.
func TestSortIDs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for name, draw := range map[string]func() string{
		"digits":        func() string { return fmt.Sprint(r.IntN(5000)) },
		"leading zeros": func() string { return fmt.Sprintf("%0*d", r.IntN(6), r.IntN(100)) },
		"long digits":   func() string { return fmt.Sprintf("%d%018d", r.IntN(3), r.IntN(100)) },
		"a prefix":      func() string { return fmt.Sprintf("CUSTOMER-%d", r.IntN(5000)) },
		"words":         func() string { return "Größe"[:r.IntN(7)] + fmt.Sprint(r.IntN(20)) },
		"mixed":         func() string { return []string{"", "A", "B-"}[r.IntN(3)] + fmt.Sprint(r.IntN(3000)) },
		"bytes":         func() string { return string([]byte{byte(r.IntN(3)), byte(r.IntN(256))}[:r.IntN(3)]) },
	} {
		ids := make([]string, 2000)
		for i := range ids {
			ids[i] = draw()
		}
		var got []string
		for _, at := range sortIDs(ids) {
			got = append(got, ids[at])
		}
		if !slices.IsSortedFunc(got, compareIDs) || len(got) != len(ids) {
			t.Errorf("%s: not sorted", name)
		}
		seen := make([]bool, len(ids))
		for _, at := range sortIDs(ids) {
			seen[at] = true
		}
		if slices.Contains(seen, false) {
			t.Errorf("%s: an id is missing", name)
		}
	}
}

// TestSurelyDiffer holds the quick look at ids against the slow one.
func TestSurelyDiffer(t *testing.T) {
	for ids, want := range map[[2]string]bool{{"C1", "C2"}: true, {"c1", "C1"}: false, {"1", "01"}: false, {"1.0", "1"}: false,
		{"a b", "ab"}: false, {"Ａ1", "A1"}: false, {"12", "C12"}: true} {
		if got := SurelyDiffer(ids[:]); got != want || got && PlainID(ids[0]) == PlainID(ids[1]) {
			t.Errorf("%q: %v", ids, got)
		}
	}
}
