package radix

import (
	"cmp"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

// TestSort holds the sort against comparing, on one processor and on several.
func TestSort(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	r := rand.New(rand.NewPCG(1, 2))
	for name, draw := range map[string]func() uint64{
		"any":         r.Uint64,
		"few":         func() uint64 { return uint64(r.IntN(7)) },
		"high digits": func() uint64 { return uint64(r.IntN(5000)) << 51 },
		"one":         func() uint64 { return 12 },
		"figures": func() uint64 {
			return 0x3030303030303000 | uint64(r.Uint32())&0x0707070707070700 | uint64(r.IntN(2))<<44
		},
		"apart digits": func() uint64 { return uint64(r.IntN(9))<<40 | uint64(r.IntN(9)) },
	} {
		for _, n := range []int{0, 1, few - 1, few, 3000, alone, alone + 17} {
			entries := make([]Entry, n)
			for i := range entries {
				entries[i] = Entry{draw(), int32(i)}
			}
			want := slices.Clone(entries)
			slices.SortStableFunc(want, func(a, b Entry) int { return cmp.Compare(a.Key, b.Key) })
			if got := Sort(entries); !slices.Equal(got, want) {
				t.Errorf("%s: %d entries are not sorted as by comparing", name, n)
			}
		}
	}
}

func BenchmarkSort(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name string
		draw func() uint64
	}{{"any", r.Uint64}, {"figures", func() uint64 { return 0x3030303030303000 | r.Uint64()&0x0707070707070700 }}, {"days", func() uint64 { return uint64(r.IntN(400)) }}} {
		drawn := make([]Entry, 1_000_000)
		for i := range drawn {
			drawn[i] = Entry{c.draw(), int32(i)}
		}
		b.Run(c.name+"/1M", func(b *testing.B) {
			for b.Loop() {
				Sort(slices.Clone(drawn))
			}
		})
	}
}
