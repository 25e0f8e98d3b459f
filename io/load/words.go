package load

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
	"unsafe"

	"custseg/model/narrow"
	"custseg/model/parallel"
	"custseg/model/serial"
)

// words is a column while it is read: its distinct words in the order in which
// they appear, and for each row which of them it holds. Words lie in pages of
// bytes, so that a million of them are few allocations and no pointers. While each
// new word comes after all before, as the ids and dates of a log do, none has to
// be looked up; from the first that does not a hash table finds them.
type words struct {
	codes narrow.Codes // by row: which word, -1 for an empty field

	serial   *serial.Words // the words while they are letters and ascending numbers; the lists below are empty then
	form     numbering     // of these, without a list
	starts   []uint64      // by word: its page in the upper half, its place there in the lower; or a moment
	moments  int           // how many are moments
	pages    [][]byte      // the other words, each after its length as a varint; only the last page grows
	room     int           // the rows that there may be in all
	ascends  bool          // by [compareWords], so that neither of these is needed
	table    wordTable
	numbered numbering
	hash     hasher
}

const (
	firstPage  = 1 << 10
	largePage  = 1 << 18
	firstWords = 1 << 4
)

// newWords makes a column whose first rows are empty, with room for more.
func newWords(empty, room int) *words {
	return &words{codes: narrow.Make(empty, room), room: room, ascends: true, hash: newHasher()}
}

// len returns the number of distinct words.
func (w *words) len() int { return len(w.starts) + w.serial.Len() }

// word returns a word by its code. It shares the column's memory, unless it is a
// moment, which is written again.
func (w *words) word(code int32) string {
	if w.serial != nil {
		return w.serial.At(int(code))
	}
	at := w.starts[code]
	if at&momentBit != 0 {
		return momentWord(at)
	}
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
		for code := range int32(w.len()) {
			if !yield(code, w.word(code)) {
				return
			}
		}
	}
}

// passing yields the codes and words, of which each is there until the next one alone.
func (w *words) passing() iter.Seq2[int32, string] {
	if w.serial == nil {
		return w.all()
	}
	return func(yield func(int32, string) bool) {
		code := int32(-1)
		w.serial.Visit(0, w.serial.Len(), func(word string) bool {
			code++
			return !yield(code, word)
		})
	}
}

// anySpelled reports whether any word that is not kept as a moment is of some sort.
// Is may be called from several goroutines, and must not keep the word.
func (w *words) anySpelled(is func(word string) bool) bool {
	var found atomic.Bool
	w.eachRange(func(from, to int32) {
		w.visit(from, to, func(word string) bool {
			if is(word) {
				found.Store(true)
			}
			return !found.Load()
		})
	})
	return found.Load()
}

// anyForm is anySpelled of a sort that does not depend on which number stands behind
// letters.
func (w *words) anyForm(is func(word string) bool) bool {
	if w.serial.Len() > 0 {
		return is(w.serial.At(0))
	}
	return w.anySpelled(is)
}

// countSpelled counts the words that are not kept as moments and are of some sort. Is
// may be called from several goroutines, and must not keep the word.
func (w *words) countSpelled(is func(word string) bool) int {
	var all atomic.Int64
	w.eachRange(func(from, to int32) {
		n := int64(0)
		w.visit(from, to, func(word string) bool {
			if is(word) {
				n++
			}
			return true
		})
		all.Add(n)
	})
	return int(all.Load())
}

// visit shows the words of some codes that are not kept as moments, until the visit
// returns false. A word is there during the visit alone.
func (w *words) visit(from, to int32, visit func(word string) bool) {
	if w.serial != nil {
		w.serial.Visit(int(from), int(to), func(word string) bool { return !visit(word) })
		return
	}
	for code := from; code < to; code++ {
		if !w.isMoment(code) && !visit(w.word(code)) {
			return
		}
	}
}

// eachRange works on ranges of the codes of words that are not all moments, of many
// side by side.
func (w *words) eachRange(work func(from, to int32)) {
	if w.moments == w.len() {
		return
	}
	parallel.Over(w.len(), func(_, from, to int) { work(int32(from), int32(to)) })
}

// holdsByte reports whether any word may hold a byte that moments and numbers do not:
// whether the pages do, which hold the lengths of the words too.
func (w *words) holdsByte(c byte) bool {
	if w.serial != nil {
		return strings.IndexByte(w.serial.Letters(), c) >= 0
	}
	return slices.ContainsFunc(w.pages, func(page []byte) bool { return bytes.IndexByte(page, c) >= 0 })
}

// isASCII reports whether all words surely are, the short ones at least.
func (w *words) isASCII() bool {
	if w.serial != nil {
		return isASCII(w.serial.Letters())
	}
	return !slices.ContainsFunc(w.pages, func(page []byte) bool { return !isASCII(textOf(page)) })
}

// add appends a row. The field's bytes are copied when the word is new.
func (w *words) add(field []byte) { w.codes.Append(w.code(field)) }

// addFirst puts a row before all others.
func (w *words) addFirst(field []byte) {
	first := w.code(field)
	w.codes.Append(first)
	for row := w.codes.Len() - 1; row > 0; row-- {
		w.codes.Set(row, w.codes.At(row-1))
	}
	w.codes.Set(0, first)
}

// code returns the code of a field's word, -1 when it holds nothing but space.
func (w *words) code(field []byte) int32 {
	field = trimSpace(field)
	if len(field) == 0 {
		return -1
	}
	return w.codeOf(w.hash.key(field), field)
}

// codeOf returns the code of a word by its key. The word of a moment need not be
// given.
func (w *words) codeOf(key wordKey, word []byte) int32 {
	if w.ascends {
		switch c := w.afterLast(key, word); {
		case c > 0:
			return w.keep(key, word)
		case c == 0:
			return int32(w.len()) - 1
		}
	}
	w.needTable()
	return w.enter(key, word)
}

// enter finds a word by its number or in the table, or enters it there.
func (w *words) enter(key wordKey, word []byte) int32 {
	if at, ok := w.numbered.place(key.low, key.high); ok {
		if w.numbered.codes[at] == 0 {
			w.numbered.codes[at] = w.keep(key, word) + 1
		}
		return w.numbered.codes[at] - 1
	}
	place, code := w.table.find(w, key, word)
	if code >= 0 {
		return code
	}
	if w.table.isFull() {
		if !w.numberWords() {
			w.table.grow(w.hash)
		}
		return w.enter(key, word)
	}
	code = w.keep(key, word)
	w.table.insert(place, key, code)
	return code
}

// keyOf returns the key of a word by its code, and its bytes but for a moment.
func (w *words) keyOf(code int32) (wordKey, []byte) {
	if w.isMoment(code) {
		return momentOf(w.starts[code]), nil
	}
	word := bytesOf(w.word(code))
	return w.hash.key(word), word
}

// afterLast compares a word with the last one that was new, by [compareWords].
func (w *words) afterLast(key wordKey, word []byte) int {
	n := int32(w.len())
	if n == 0 {
		return 1
	}
	if w.isMoment(n-1) && key.isMoment() {
		last := momentOf(w.starts[n-1])
		return cmp.Or(cmp.Compare(key.high, last.high), cmp.Compare(key.low, last.low))
	}
	if key.isMoment() {
		return compareWords(momentWord(momentStart(key)), w.word(n-1))
	}
	return compareWords(textOf(word), w.word(n-1))
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
	w.spellOut()
	w.ascends, w.numbered = false, numbering{}
	w.enterAll(w.len())
}

// find returns the code of a trimmed word, -1 when the column does not hold it.
func (w *words) find(word string) int32 {
	if word == "" || w.len() == 0 {
		return -1
	}
	key := w.hash.key(bytesOf(word))
	if w.ascends && (key.isMoment() || w.moments < w.len()) {
		at, found := sort.Find(w.len(), func(i int) int { return compareWords(word, w.word(int32(i))) })
		if !found {
			return -1
		}
		return int32(at)
	}
	if w.ascends {
		return -1
	}
	w.needTable()
	if at, ok := w.numbered.place(key.low, key.high); ok {
		return w.numbered.codes[at] - 1
	}
	_, code := w.table.find(w, key, bytesOf(word))
	return code
}

// textOf and bytesOf look at the same bytes in another way.
func textOf(b []byte) string  { return unsafe.String(unsafe.SliceData(b), len(b)) }
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// holds reports whether a trimmed word occurs in the column.
func (w *words) holds(word string) bool { return w.find(word) >= 0 }

// keep copies a new word into the pages and returns its code. Written bytes never
// move or change, for strings share them.
func (w *words) keep(key wordKey, field []byte) int32 {
	if w.keepSerial(key, field) {
		return int32(w.serial.Len()) - 1
	}
	if n := len(w.starts); n == cap(w.starts) {
		w.starts = append(make([]uint64, 0, n+w.moreWords(n)), w.starts...) // not slices.Grow: it clears the room, which may never be needed
	}
	if key.isMoment() {
		w.moments++
		w.starts = append(w.starts, momentStart(key))
		return int32(len(w.starts)) - 1
	}
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

// moreWords is for how many words to make room when there are some: for one in each
// row to come when that is how it was in many, else for as many again.
func (w *words) moreWords(n int) int {
	const many = 1 << 12
	if w.ascends && n >= many && 2*n > w.codes.Len() && w.room > n {
		return w.room - n
	}
	return max(n, firstWords)
}

// finish frees what only reading needs.
func (w *words) finish() { w.table.slots, w.numbered = nil, numbering{} }
