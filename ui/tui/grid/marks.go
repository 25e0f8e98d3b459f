package grid

import (
	"math/bits"
	"slices"
)

// Marks are rows of a source that the user picked out, a bit each. The zero
// Marks has none.
type Marks struct {
	bits []uint64
	n    int
}

// Has reports whether a row is marked.
func (m *Marks) Has(row int) bool {
	return row >= 0 && row>>6 < len(m.bits) && m.bits[row>>6]>>(row&63)&1 == 1
}

// Len returns the number of marked rows.
func (m *Marks) Len() int { return m.n }

// Set marks a row, or takes its mark away.
func (m *Marks) Set(row int, on bool) {
	if row < 0 || m.Has(row) == on {
		return
	}
	if need := row>>6 + 1; need > len(m.bits) {
		m.bits = append(m.bits, make([]uint64, need-len(m.bits))...)
	}
	m.bits[row>>6] ^= 1 << (row & 63)
	if on {
		m.n++
	} else {
		m.n--
	}
}

// Clear takes all marks away.
func (m *Marks) Clear() { *m = Marks{} }

// Clone returns the marks as they are now.
func (m *Marks) Clone() *Marks { return &Marks{slices.Clone(m.bits), m.n} }

// Rows returns the marked rows, ascending.
func (m *Marks) Rows() []int32 {
	out := make([]int32, 0, m.n)
	for i, word := range m.bits {
		for ; word != 0; word &= word - 1 {
			out = append(out, int32(i<<6+bits.TrailingZeros64(word)))
		}
	}
	return out
}
