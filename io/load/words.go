package load

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"
	"iter"
	"unicode"
	"unsafe"
)

// words is a column while it is read: its distinct words in the order in which
// they appear, and for each row which of them it holds. Words lie in pages of
// bytes, so that a million of them are few allocations and no pointers.
type words struct {
	codes []int32 // by row: which word, -1 for an empty field

	starts []uint64 // by word: its page in the upper half, its place there in the lower
	pages  [][]byte // words, each after its length as a varint; only the last page grows
	slots  []slot   // open addressing, a power of two long
	seed   maphash.Seed
}

// slot is a place of the hash table. Code is one more than the word's, so that
// a zero slot is free.
type slot struct {
	hash uint32
	code int32
}

const (
	firstPage  = 1 << 10
	largePage  = 1 << 18
	firstSlots = 1 << 4
)

// newWords makes a column whose first rows are empty, with room for more.
func newWords(empty, room int) *words {
	w := &words{
		codes: make([]int32, empty, max(empty, room)),
		slots: make([]slot, firstSlots),
		seed:  maphash.MakeSeed(),
	}
	for i := range w.codes {
		w.codes[i] = -1
	}
	return w
}

// len returns the number of distinct words.
func (w *words) len() int { return len(w.starts) }

// word returns a word by its code. It shares the column's memory.
func (w *words) word(code int32) string {
	at := w.starts[code]
	b := w.pages[at>>32][uint32(at):]
	n, skip := uint64(b[0]), 1
	if n >= 0x80 {
		n, skip = binary.Uvarint(b)
	}
	return unsafe.String(&b[skip], int(n))
}

// all yields the codes and words.
func (w *words) all() iter.Seq2[int32, string] {
	return func(yield func(int32, string) bool) {
		for code := range int32(len(w.starts)) {
			if !yield(code, w.word(code)) {
				return
			}
		}
	}
}

// add appends a row. The field's bytes are copied when the word is new.
func (w *words) add(field []byte) { w.codes = append(w.codes, w.code(field)) }

// addFirst puts a row before all others.
func (w *words) addFirst(field []byte) {
	w.add(field)
	last := w.codes[len(w.codes)-1]
	copy(w.codes[1:], w.codes)
	w.codes[0] = last
}

// code returns the code of a field's word, -1 when it holds nothing but space.
func (w *words) code(field []byte) int32 {
	field = trimSpace(field)
	if len(field) == 0 {
		return -1
	}
	code, place, hash := w.find(field)
	if code < 0 {
		return w.insert(place, hash, field)
	}
	return code
}

// holds reports whether a trimmed word occurs in the column, before finish.
func (w *words) holds(word string) bool {
	code, _, _ := w.find([]byte(word))
	return code >= 0
}

// find returns a word's code, or -1 and the free place for it.
func (w *words) find(field []byte) (code int32, place, hash uint32) {
	hash = uint32(maphash.Bytes(w.seed, field))
	mask := uint32(len(w.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := w.slots[i]
		if s.code == 0 {
			return -1, i, hash
		}
		if s.hash == hash && w.word(s.code-1) == string(field) {
			return s.code - 1, i, hash
		}
	}
}

func (w *words) insert(place, hash uint32, field []byte) int32 {
	w.keep(field)
	code := int32(len(w.starts))
	w.slots[place] = slot{hash, code}
	if 4*len(w.starts) > 3*len(w.slots) {
		w.grow()
	}
	return code - 1
}

func (w *words) grow() {
	old := w.slots
	w.slots = make([]slot, 2*len(old))
	mask := uint32(len(w.slots) - 1)
	for _, s := range old {
		if s.code == 0 {
			continue
		}
		i := s.hash & mask
		for w.slots[i].code != 0 {
			i = (i + 1) & mask
		}
		w.slots[i] = s
	}
}

// keep copies a word into the pages. Written bytes never move or change, for
// strings share them.
func (w *words) keep(field []byte) {
	need := binary.MaxVarintLen32 + len(field)
	last := len(w.pages) - 1
	if last < 0 || need > cap(w.pages[last])-len(w.pages[last]) {
		size := firstPage
		if last >= 0 {
			size = min(2*cap(w.pages[last]), largePage)
		}
		w.pages = append(w.pages, make([]byte, 0, max(size, need)))
		last++
	}
	page := w.pages[last]
	w.starts = append(w.starts, uint64(last)<<32|uint64(len(page)))
	page = binary.AppendUvarint(page, uint64(len(field)))
	w.pages[last] = append(page, field...)
}

// finish frees what only reading needs.
func (w *words) finish() { w.slots = nil }

// reopen lets words be added again after finish.
func (w *words) reopen() {
	size := firstSlots
	for 3*size < 4*(w.len()+1) {
		size *= 2
	}
	w.slots = make([]slot, size)
	for code, word := range w.all() {
		_, place, hash := w.find([]byte(word))
		w.slots[place] = slot{hash, code + 1}
	}
}

// join appends the rows of another column.
func (w *words) join(other *words) {
	if w.slots == nil {
		w.reopen()
	}
	codes := make([]int32, other.len())
	for code, word := range other.all() {
		codes[code] = w.code([]byte(word))
	}
	for _, c := range other.codes {
		if c >= 0 {
			c = codes[c]
		}
		w.codes = append(w.codes, c)
	}
}

// pad appends empty rows up to a number of rows.
func (w *words) pad(rows int) {
	for len(w.codes) < rows {
		w.codes = append(w.codes, -1)
	}
}

// rowsOf returns the rows that hold any of the marked words, ascending.
func (w *words) rowsOf(marked func(code int32) bool) []int32 {
	var out []int32
	for i, c := range w.codes {
		if c >= 0 && marked(c) {
			out = append(out, int32(i))
		}
	}
	return out
}

// shown returns the word of a row that holds one, short enough for a finding.
func (w *words) shown(row int32) string { return shorten([]byte(w.word(w.codes[row]))) }

// trimSpace drops space around a field, also the wide and the non-breaking
// ones, and a byte order mark.
func trimSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	if len(b) == 0 || b[0] > ' ' && b[0] < 0x7f && b[len(b)-1] > ' ' && b[len(b)-1] < 0x7f {
		return b
	}
	return bytes.TrimFunc(b, func(r rune) bool { return unicode.IsSpace(r) || r == '\uFEFF' })
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' || c == '\n' }
