package idorder

import (
	"encoding/binary"
	"math/bits"
	"unsafe"

	"custseg/model/parallel"
	"custseg/model/radix"
)

// writing is how ids that are not of digits alone are put together: what all begin with,
// and the bytes of a key behind it. Where the keys hold all the rest of them, a sorted
// list is written from the keys, in the order of memory.
type writing struct {
	shared string
	whole  bool // a key holds all that is behind it
}

// length is how many bytes the id with a key has: none of them is zero.
func (w writing) length(key uint64) int { return len(w.shared) + 8 - bits.TrailingZeros64(key)/8 }

// list writes the ids of some keys.
func (w writing) list(of []radix.Entry) List {
	ends, all := make([]int, len(of)), 0
	for i, e := range of {
		all += w.length(e.Key)
		ends[i] = all
	}
	text := make([]byte, all)
	parallel.Over(len(of), func(_, from, to int) {
		var rest [8]byte
		for i := from; i < to; i++ {
			id := text[ends[i]-w.length(of[i].Key) : ends[i]]
			binary.BigEndian.PutUint64(rest[:], of[i].Key)
			copy(id[copy(id, w.shared):], rest[:])
		}
	})
	return List{unsafe.String(unsafe.SliceData(text), len(text)), ends} // nobody writes to it any more
}
