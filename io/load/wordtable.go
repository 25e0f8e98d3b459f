package load

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
)

// hasher makes keys of words. Its seed differs from run to run, so that nobody
// can make a file of words that all fall on one place of a table.
type hasher struct{ seed uint64 }

func newHasher() hasher { return hasher{maphash.String(maphash.MakeSeed(), "")} }

// wordKey stands for a word: it is the word itself where that is short or a moment,
// so that equal keys are equal words, or else its hash. The zero key is the empty
// word.
type wordKey struct {
	low  uint64 // the first eight bytes, or the hash
	high uint32 // up to three bytes more and above them the length, or longKey or momentKey and the length
}

const (
	// shortWord is the length of the longest word that its key holds.
	shortWord = 11
	// longKey marks the key of a longer word.
	longKey = 0xff << 24
)

// key returns the key of a trimmed word.
func (h hasher) key(word []byte) wordKey {
	n := len(word)
	if k, ok := keyOfMoment(word); ok {
		return k
	}
	switch {
	case n > shortWord:
		return h.longKey(word)
	case n >= 8:
		return wordKey{binary.LittleEndian.Uint64(word), tailBytes(word[8:]) | uint32(n)<<24}
	case n >= 4:
		low := uint64(binary.LittleEndian.Uint32(word)) | uint64(binary.LittleEndian.Uint32(word[n-4:]))<<(8*(n-4))
		return wordKey{low, uint32(n) << 24}
	}
	return wordKey{uint64(tailBytes(word)), uint32(n) << 24}
}

// tailBytes puts up to three bytes into one number.
func tailBytes(b []byte) (x uint32) {
	for i, c := range b {
		x |= uint32(c) << (8 * i)
	}
	return x
}

// longKey returns the key of a word of more than eight bytes.
func (h hasher) longKey(word []byte) wordKey {
	n := len(word)
	x := h.seed ^ uint64(n)
	for i := 0; i < n-8; i += 8 {
		x = fold(x^binary.LittleEndian.Uint64(word[i:]), oddBits)
	}
	x = fold(x^binary.LittleEndian.Uint64(word[n-8:]), oddBits^h.seed)
	return wordKey{x, longKey | uint32(n)&^longKey}
}

// oddBits is the fraction of the golden ratio, as many hashes use it: its bits
// are without a pattern.
const oddBits = 0x9E3779B97F4A7C15

// fold multiplies two numbers and puts the halves of the product together, which
// mixes all their bits (W. Yi, wyhash).
func fold(x, y uint64) uint64 {
	high, low := bits.Mul64(x, y)
	return high ^ low
}

// place spreads a key over all numbers.
func (h hasher) place(k wordKey) uint32 {
	return uint32(fold(k.low^h.seed, uint64(k.high)^oddBits))
}

// wordTable finds the code of a word by its key: open addressing, a power of two
// long, at most three quarters full, and less where it is small anyway: then nearly
// all words are in the first place where they are looked for.
type wordTable struct {
	slots []wordSlot
	used  int
}

// wordSlot is a place of the table. Code is one more than the word's, so that a
// zero slot is free; the numbers of its key are one by one as those of a [fieldKey].
type wordSlot struct {
	low  uint64
	high uint32
	code int32
}

// reserve makes the empty table large enough for a number of words.
func (t *wordTable) reserve(words int) {
	size := 1 << 4
	for words >= most(size) {
		size *= 2
	}
	*t = wordTable{slots: make([]wordSlot, size)}
}

// find returns the place and the code of a word of w, or the free place for it
// and -1.
func (t *wordTable) find(w *words, key wordKey, word []byte) (place uint32, code int32) {
	mask := uint32(len(t.slots) - 1)
	for place = w.hash.place(key) & mask; ; place = (place + 1) & mask {
		s := &t.slots[place]
		if s.code == 0 {
			return place, -1
		}
		if s.low == key.low && s.high == key.high && (key.high < longKey || w.word(s.code-1) == string(word)) {
			return place, s.code - 1
		}
	}
}

// insert enters a word at the free place that was found for it.
func (t *wordTable) insert(place uint32, key wordKey, code int32) {
	t.slots[place] = wordSlot{key.low, key.high, code + 1}
	t.used++
}

// isFull reports whether the table must grow before one more word is entered.
func (t *wordTable) isFull() bool { return t.used >= most(len(t.slots)) }

// fewSlots is how many places a small table has at most.
const fewSlots = 1 << 9

// most is how many words a table of some slots takes.
func most(slots int) int {
	switch {
	case slots <= fewSlots: // at most 8 KB
		return slots / 8
	case slots <= 1<<18:
		return slots / 2
	}
	return slots / 4 * 3
}

func (t *wordTable) grow(h hasher) {
	old := t.slots
	t.slots = make([]wordSlot, 2*len(old))
	mask := uint32(len(t.slots) - 1)
	for _, s := range old {
		if s.code == 0 {
			continue
		}
		i := h.place(wordKey{s.low, s.high}) & mask
		for t.slots[i].code != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = s
	}
}
