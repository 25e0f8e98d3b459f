package load

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"sort"
	"unicode"
	"unsafe"
)

// words is a column while it is read: its distinct words in the order in which
// they appear, and for each row which of them it holds. Words lie in pages of
// bytes, so that a million of them are few allocations and no pointers. While each
// new word comes after all before, as the ids and dates of a log do, none has to
// be looked up; from the first that does not a hash table finds them.
type words struct {
	codes []int32 // by row: which word, -1 for an empty field

	starts  []uint64 // by word: its page in the upper half, its place there in the lower
	pages   [][]byte // words, each after its length as a varint; only the last page grows
	ascends bool     // by [compareWords], so that no table is needed
	table   wordTable
	hash    hasher
}

const (
	firstPage = 1 << 10
	largePage = 1 << 18
)

// newWords makes a column whose first rows are empty, with room for more.
func newWords(empty, room int) *words {
	w := &words{codes: make([]int32, empty, max(empty, room)), ascends: true, hash: newHasher()}
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

// any reports whether any word is of some sort.
func (w *words) any(is func(word string) bool) bool {
	for _, word := range w.all() {
		if is(word) {
			return true
		}
	}
	return false
}

// holdsByte reports whether any word may hold a byte: whether the pages do, which
// hold the lengths of the words too.
func (w *words) holdsByte(c byte) bool {
	return slices.ContainsFunc(w.pages, func(page []byte) bool { return bytes.IndexByte(page, c) >= 0 })
}

// isASCII reports whether all words surely are, the short ones at least.
func (w *words) isASCII() bool {
	return !slices.ContainsFunc(w.pages, func(page []byte) bool { return !isASCII(unsafe.String(unsafe.SliceData(page), len(page))) })
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
	if w.ascends {
		switch c := w.afterLast(field); {
		case c > 0:
			return w.keep(field)
		case c == 0:
			return int32(len(w.starts)) - 1
		}
	}
	w.needTable()
	key := w.hash.key(field)
	place, code := w.table.find(w, key, field)
	if code >= 0 {
		return code
	}
	code = w.keep(field)
	w.table.insert(w.hash, place, key, code)
	return code
}

// afterLast compares a word with the last one that was new.
func (w *words) afterLast(word []byte) int {
	if len(w.starts) == 0 {
		return 1
	}
	last := w.word(int32(len(w.starts)) - 1)
	return compareWords(unsafe.String(&word[0], len(word)), last)
}

// compareWords orders words by length and then by their bytes, so that O10 comes
// after O9.
func compareWords(a, b string) int {
	if len(a) != len(b) {
		return cmp.Compare(len(a), len(b))
	}
	return cmp.Compare(a, b)
}

// needTable enters the words into the hash table, unless they are there.
func (w *words) needTable() {
	if w.table.slots != nil {
		return
	}
	w.ascends = false
	w.table.reserve(w.len())
	for code, word := range w.all() {
		b := unsafe.Slice(unsafe.StringData(word), len(word))
		key := w.hash.key(b)
		place, _ := w.table.find(w, key, b)
		w.table.insert(w.hash, place, key, code)
	}
}

// find returns the code of a trimmed word, -1 when the column does not hold it.
func (w *words) find(word string) int32 {
	if word == "" {
		return -1
	}
	if w.ascends {
		n := w.len()
		at, found := sort.Find(n, func(i int) int { return compareWords(word, w.word(int32(i))) })
		if !found {
			return -1
		}
		return int32(at)
	}
	w.needTable()
	b := unsafe.Slice(unsafe.StringData(word), len(word))
	_, code := w.table.find(w, w.hash.key(b), b)
	return code
}

// holds reports whether a trimmed word occurs in the column.
func (w *words) holds(word string) bool { return w.find(word) >= 0 }

// keep copies a new word into the pages and returns its code. Written bytes never
// move or change, for strings share them.
func (w *words) keep(field []byte) int32 {
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
	return int32(len(w.starts)) - 1
}

// finish frees what only reading needs.
func (w *words) finish() { w.table.slots = nil }

// join appends the rows of another column.
func (w *words) join(other *words) {
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
