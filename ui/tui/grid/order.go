package grid

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// Key is one column to sort by.
type Key struct {
	Col  int
	Desc bool
}

// Sortable is what [Order] reads: columns of numbers, dates among them, and of
// text.
type Sortable interface {
	Len() int
	// Numeric reports whether a column is sorted by Number rather than Text.
	Numeric(col int) bool
	// Number is the value, NaN when missing.
	Number(row, col int) float64
	// Text is the value, empty when missing.
	Text(row, col int) string
}

// Coded is a [Sortable] some of whose columns of text are numbered words: then
// each word is looked at once instead of each row.
type Coded interface {
	// Codes returns the number of each row's word, -1 for none, as a function of
	// the row; ok is false when the column has no numbers.
	Codes(col int) (of func(row int) int32, words []string, ok bool)
}

// Order returns all rows sorted by the keys, the first going before the
// second: numbers by value, text by its bytes, missing last in either
// direction. Rows that are equal in all keys stay in the order of the source.
func Order(src Sortable, keys []Key) []int32 {
	rows, _ := OrderRows(context.Background(), src, nil, keys) // fails only when cancelled
	return rows
}

// OrderRows returns the rows given, such as a filter left, or all when nil,
// sorted as [Order] does. Equal rows stay in the order given. It returns ctx's
// error soon after it ends.
//
// Each column is turned into integers of the same order and the rows are sorted
// by them from the last key to the first, which a stable sort allows. A radix
// sort takes a million rows in a tenth of the time of a comparing stable sort.
func OrderRows(ctx context.Context, src Sortable, rows []int32, keys []Key) ([]int32, error) {
	if rows = slices.Clone(rows); rows == nil {
		rows = make([]int32, src.Len())
		for i := range rows {
			rows[i] = int32(i)
		}
	}
	ranks := make([]uint64, len(rows))
	spareRanks, spareRows := make([]uint64, len(rows)), make([]int32, len(rows))
	for _, k := range slices.Backward(keys) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		coded, _ := src.(Coded)
		switch {
		case src.Numeric(k.Col):
			numberRanks(ranks, src, rows, k)
		case coded == nil || !codedRanks(ranks, coded, rows, k):
			textRanks(ranks, src, rows, k)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		radixSort(ranks, rows, spareRanks, spareRows)
	}
	return rows, ctx.Err()
}

// last is the rank of a missing value, above that of any other.
const last = math.MaxUint64

// numberRanks ranks floats by their bits, which sort like the numbers once
// negative ones are inverted and the sign of the others is set.
func numberRanks(ranks []uint64, src Sortable, rows []int32, k Key) {
	for i, row := range rows {
		v := src.Number(int(row), k.Col)
		if math.IsNaN(v) {
			ranks[i] = last
			continue
		}
		bits := math.Float64bits(v + 0) // -0 becomes 0
		if bits>>63 == 1 {
			bits = ^bits
		} else {
			bits |= 1 << 63
		}
		if k.Desc {
			bits = ^bits
		}
		ranks[i] = bits
	}
}

// codedRanks ranks the words of a column of numbered words, and reports whether
// it is one that pays: of many more words than rows most would be ranked in vain.
func codedRanks(ranks []uint64, src Coded, rows []int32, k Key) bool {
	of, words, ok := src.Codes(k.Col)
	if !ok || len(words) > 2*len(rows) {
		return false
	}
	rank := wordRanks(words, k.Desc)
	for i, row := range rows {
		ranks[i] = last
		if code := of(int(row)); code >= 0 {
			ranks[i] = rank[code]
		}
	}
	return true
}

// wordRanks returns the place of each of some distinct words among them.
func wordRanks(words []string, desc bool) []uint64 {
	order := make([]int32, len(words))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(words[a], words[b]) })
	if desc {
		slices.Reverse(order)
	}
	rank := make([]uint64, len(words))
	for r, i := range order {
		rank[i] = uint64(r)
	}
	return rank
}

// textRanks ranks the distinct texts.
func textRanks(ranks []uint64, src Sortable, rows []int32, k Key) {
	index := map[string]uint64{}
	var words []string
	for i, row := range rows {
		s := src.Text(int(row), k.Col)
		if s == "" {
			ranks[i] = last
			continue
		}
		id, ok := index[s]
		if !ok {
			id = uint64(len(words))
			index[s] = id
			words = append(words, s)
		}
		ranks[i] = id
	}
	rank := wordRanks(words, k.Desc)
	for i, id := range ranks {
		if id != last {
			ranks[i] = rank[id]
		}
	}
}

// radixSort sorts rows and their ranks by rank, eleven bits at a time from the
// lowest, keeping equal ranks in order. Bits that all ranks share are skipped.
func radixSort(ranks []uint64, rows []int32, spareRanks []uint64, spareRows []int32) {
	const bits = 11
	from, fromRows, to, toRows := ranks, rows, spareRanks, spareRows
	var at [1 << bits]int
	for shift := 0; shift < 64 && len(rows) > 0; shift += bits {
		clear(at[:])
		for _, r := range from {
			at[r>>shift&(1<<bits-1)]++
		}
		if at[from[0]>>shift&(1<<bits-1)] == len(from) {
			continue
		}
		next := 0
		for d, n := range at {
			at[d] = next
			next += n
		}
		for i, r := range from {
			d := r >> shift & (1<<bits - 1)
			to[at[d]], toRows[at[d]] = r, fromRows[i]
			at[d]++
		}
		from, to = to, from
		fromRows, toRows = toRows, fromRows
	}
	copy(rows, fromRows)
}
