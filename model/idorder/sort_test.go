package idorder

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestSort sorts ids of all sorts as comparing them does.
func TestSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for name, draw := range map[string]func() string{
		"digits":        func() string { return fmt.Sprint(r.IntN(5000)) },
		"leading zeros": func() string { return fmt.Sprintf("%0*d", r.IntN(6), r.IntN(100)) },
		"long digits":   func() string { return fmt.Sprintf("%d%018d", r.IntN(3), r.IntN(100)) },
		"a prefix":      func() string { return fmt.Sprintf("CUSTOMER-%d", r.IntN(5000)) },
		"a long rest":   func() string { return fmt.Sprintf("C%d", r.IntN(5000)*1_000_003) },
		"just shared":   func() string { return "AB"[:1+r.IntN(2)] },
		"words":         func() string { return "Größe"[:r.IntN(7)] + fmt.Sprint(r.IntN(20)) },
		"mixed":         func() string { return []string{"", "A", "B-"}[r.IntN(3)] + fmt.Sprint(r.IntN(3000)) },
		"bytes":         func() string { return string([]byte{byte(r.IntN(3)), byte(r.IntN(256))}[:r.IntN(3)]) },
	} {
		ids := make([]string, 2000)
		for i := range ids {
			ids[i] = draw()
		}
		var got []string
		sorted, places := Sort(ListOf(ids...))
		for _, at := range places {
			got = append(got, ids[at])
		}
		if !slices.Equal(sorted.Strings(), got) {
			t.Errorf("%s: the list is not that of the places", name)
		}
		if !slices.IsSortedFunc(got, Compare) || len(got) != len(ids) {
			t.Errorf("%s: not sorted", name)
		}
		seen := make([]bool, len(ids))
		for _, at := range places {
			seen[at] = true
		}
		if slices.Contains(seen, false) {
			t.Errorf("%s: an id is missing", name)
		}
	}
}

func TestList(t *testing.T) {
	ids := ListOf("a", "", "größer", "10")
	if got := ids.Pick([]int32{3, 1, 2, 2}).Strings(); !slices.Equal(got, []string{"10", "", "größer", "größer"}) {
		t.Errorf("picked %q", got)
	}
	if got := slices.Collect(ids.Each); !slices.Equal(got, ids.Strings()) || ids.At(0) != "a" || ids.Len() != 4 {
		t.Errorf("the list holds %q", got)
	}
	if none := ListOf(); none.Len() != 0 || len(none.Strings()) != 0 {
		t.Error("an empty list is not empty")
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name string
		draw func() string
	}{
		{"digits", func() string { return fmt.Sprint(r.IntN(1_000_000_000)) }},
		{"letter", func() string { return fmt.Sprintf("C%d", r.IntN(10_000_000)) }},
		{"hex", func() string { return fmt.Sprintf("%032x", r.Uint64()) }},
	} {
		var drawn Builder
		for range 1_000_000 {
			drawn.Add(c.draw())
		}
		ids := drawn.List()
		b.Run(c.name+"/1M", func(b *testing.B) {
			for b.Loop() {
				Sort(ids)
			}
		})
	}
}
