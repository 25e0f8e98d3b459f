package grid_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/ui/tui/grid"
)

// table is a column of numbers and one of text.
type table struct {
	nums  []float64
	texts []string
}

func (t table) Len() int                    { return len(t.nums) }
func (t table) Numeric(col int) bool        { return col == 0 }
func (t table) Number(row, col int) float64 { return t.nums[row] }
func (t table) Text(row, col int) string    { return t.texts[row] }

func TestOrder(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	src := table{
		nums:  []float64{3, nan, -1, 3, 0, inf, math.Copysign(0, -1), -inf, 1e-300, nan},
		texts: []string{"b", "a", "", "a", "Z", "é", "顧", "b", "", "a"},
	}
	for _, c := range []struct {
		name string
		keys []grid.Key
		want []int32
	}{
		{"no key", nil, []int32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}},
		{"numbers, -0 as 0, missing last", []grid.Key{{Col: 0}}, []int32{7, 2, 4, 6, 8, 0, 3, 5, 1, 9}},
		{"numbers down, equal ones in order", []grid.Key{{Col: 0, Desc: true}}, []int32{5, 0, 3, 8, 4, 6, 2, 7, 1, 9}},
		{"text by bytes, missing last", []grid.Key{{Col: 1}}, []int32{4, 1, 3, 9, 0, 7, 5, 6, 2, 8}},
		{"text down", []grid.Key{{Col: 1, Desc: true}}, []int32{6, 5, 0, 7, 1, 3, 9, 4, 2, 8}},
		{"two keys", []grid.Key{{Col: 1}, {Col: 0, Desc: true}}, []int32{4, 3, 1, 9, 0, 7, 5, 6, 8, 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := grid.Order(src, c.keys); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
	rows := []int32{9, 5, 3, 0}
	if got, err := grid.OrderRows(context.Background(), src, rows, []grid.Key{{Col: 0}}); err != nil || !slices.Equal(got, []int32{3, 0, 5, 9}) {
		t.Errorf("a filter's rows: %v, %v", got, err)
	}
	if !slices.Equal(rows, []int32{9, 5, 3, 0}) {
		t.Error("the rows given were changed")
	}
	if got := grid.Order(table{}, []grid.Key{{Col: 0}}); len(got) != 0 {
		t.Errorf("no rows: %v", got)
	}
}

// The radix sort agrees with the standard library's stable one.
func TestOrderAgreesWithStableSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	src := table{nums: make([]float64, 5000), texts: make([]string, 5000)}
	for i := range src.nums {
		src.nums[i] = math.Round(r.NormFloat64()*20) / 4
		src.texts[i] = strings.Repeat(string(rune('a'+r.IntN(3))), 1+r.IntN(2))
	}
	want := make([]int32, src.Len())
	for i := range want {
		want[i] = int32(i)
	}
	slices.SortStableFunc(want, func(a, b int32) int {
		if c := strings.Compare(src.texts[b], src.texts[a]); c != 0 {
			return c
		}
		switch x, y := src.nums[a], src.nums[b]; {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	if got := grid.Order(src, []grid.Key{{Col: 1, Desc: true}, {Col: 0}}); !slices.Equal(got, want) {
		t.Error("the orders differ")
	}
}

// coded is the table with its texts as numbered words.
type coded struct {
	table
	codes []int32
	words []string
}

func (c coded) Codes(int) (func(row int) int32, []string, bool) {
	return func(row int) int32 { return c.codes[row] }, c.words, true
}

func (c coded) Text(row, col int) string { panic("a coded column is read row by row") }

func TestOrderOfNumberedWords(t *testing.T) {
	src := coded{table{nums: make([]float64, 6)}, []int32{2, -1, 0, 2, 1, 0}, []string{"pear", "apple", "fig"}}
	if got := grid.Order(src, []grid.Key{{Col: 1}}); !slices.Equal(got, []int32{4, 0, 3, 2, 5, 1}) {
		t.Errorf("up: %v", got)
	}
	if got := grid.Order(src, []grid.Key{{Col: 1, Desc: true}}); !slices.Equal(got, []int32{2, 5, 0, 3, 4, 1}) {
		t.Errorf("down: %v", got)
	}
}

func TestOrderIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := grid.OrderRows(ctx, table{nums: []float64{2, 1}, texts: []string{"a", "b"}}, nil, []grid.Key{{Col: 0}}); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v", err)
	}
}

func TestFind(t *testing.T) {
	src := &words{cols: make([]grid.Column, 2), rows: [][]string{
		{"Ann", "x"}, {"bob", "ann"}, {"Cid", "y"}, {"dANN", "z"}, {"顧客", "Ä"},
	}}
	for _, c := range []struct {
		name     string
		s        grid.Search
		rows     []int32
		pos, col int
		ok       bool
	}{
		{"any case", grid.Search{Pattern: "ann", Col: 0}, nil, 3, 0, true},
		{"all columns", grid.Search{Pattern: "ann", Col: -1}, nil, 1, 1, true},
		{"capitals count", grid.Search{Pattern: "Ann", Col: -1, From: 1}, nil, 0, 0, true},
		{"round the end", grid.Search{Pattern: "ann", Col: -1, From: 3}, nil, 0, 0, true},
		{"back", grid.Search{Pattern: "ann", Col: -1, From: 1, Back: true}, nil, 0, 0, true},
		{"back round the start", grid.Search{Pattern: "ann", Col: -1, From: 0, Back: true}, nil, 3, 0, true},
		{"the row it began at comes last", grid.Search{Pattern: "cid", Col: -1, From: 2}, nil, 2, 0, true},
		{"in the order shown", grid.Search{Pattern: "ann", Col: -1, From: 0}, []int32{2, 3, 0}, 1, 0, true},
		{"not among the rows shown", grid.Search{Pattern: "顧", Col: -1}, []int32{2, 3, 0}, 0, 0, false},
		{"other scripts", grid.Search{Pattern: "ä", Col: -1}, nil, 4, 1, true},
		{"nothing to look for", grid.Search{Col: -1}, nil, 0, 0, false},
		{"from outside", grid.Search{Pattern: "bob", Col: -1, From: 99}, nil, 1, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			pos, col, ok, err := grid.Find(context.Background(), src, c.rows, c.s)
			if pos != c.pos || col != c.col || ok != c.ok || err != nil {
				t.Errorf("got %d, %d, %v, %v, want %d, %d, %v", pos, col, ok, err, c.pos, c.col, c.ok)
			}
		})
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, ok, err := grid.Find(ctx, src, nil, grid.Search{Pattern: "ann", Col: -1}); ok || !errors.Is(err, context.Canceled) {
		t.Errorf("after cancel: %v, %v", ok, err)
	}
}

func BenchmarkOrder(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	src := table{nums: make([]float64, 1_000_000), texts: make([]string, 1_000_000)}
	for i := range src.nums {
		src.nums[i] = r.NormFloat64() * 100
		src.texts[i] = "customer " + string(rune('a'+r.IntN(26))) + string(rune('a'+r.IntN(26)))
	}
	for i, name := range []string{"numbers", "text"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				grid.Order(src, []grid.Key{{Col: i}})
			}
		})
	}
	ids := coded{src, make([]int32, src.Len()), make([]string, 250_000)}
	for i := range ids.codes {
		ids.codes[i] = int32(i * 31 % len(ids.words))
	}
	for i := range ids.words {
		ids.words[i] = "C" + strconv.Itoa(i*7919%len(ids.words))
	}
	b.Run("words", func(b *testing.B) {
		for b.Loop() {
			grid.Order(ids, []grid.Key{{Col: 1}})
		}
	})
}
