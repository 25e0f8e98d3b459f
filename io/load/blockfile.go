package load

import "math/bits"

// file appends a column of a block. It does what [words.add] does, many rows at
// a time.
func (w *words) file(b *block, column int) {
	var room [512]int32
	var keys [len(room)]fieldKey
	var day lastDay
	for row := 0; row < b.rows; row += len(room) {
		some := b.fields(column, row, keys[:], &day)
		codes, n := room[:len(some)], 0
		if w.ascends {
			n = w.fileSerial(some, codes)
			n += w.fileAscending(b, some[n:], codes[n:])
		}
		if n < len(some) {
			w.needTable()
			if w.numbered.codes != nil {
				w.fileNumbered(b, some[n:], codes[n:])
			} else {
				w.fileAny(b, some[n:], codes[n:])
			}
		}
		w.codes.Append(codes...)
	}
}

// fileAscending takes fields as long as each is empty, or the last word, or comes
// after it, and returns how many these were.
func (w *words) fileAscending(b *block, fields []fieldKey, codes []int32) int {
	var last wordKey
	code := int32(w.len()) - 1
	if code >= 0 {
		last, _ = w.keyOf(code)
	}
	for i, f := range fields {
		switch k := f.key(); {
		case k.high == 0:
			codes[i] = -1
			continue
		case k == last && k.high < longKey:
		case k.high >= longKey || last.high >= longKey || k.isMoment() != last.isMoment():
			word := b.word(f)
			c := w.afterLast(k, word)
			if c < 0 {
				return i
			}
			if c > 0 {
				code = w.keep(k, word)
			}
		case k.after(last):
			code = w.keep(k, b.word(f))
		default:
			return i
		}
		codes[i], last = code, f.key()
	}
	return len(fields)
}

// after reports whether a short word comes after another, or a moment after another,
// by [compareWords].
func (k wordKey) after(other wordKey) bool {
	if k.isMoment() {
		return k.high > other.high || k.high == other.high && k.low > other.low
	}
	if a, b := k.high>>24, other.high>>24; a != b {
		return a > b
	}
	if a, b := bits.ReverseBytes64(k.low), bits.ReverseBytes64(other.low); a != b {
		return a > b
	}
	return bits.ReverseBytes32(k.high<<8) > bits.ReverseBytes32(other.high<<8)
}

// lookedUp is how many words are looked up at a time.
const lookedUp = 32

// fileAny takes fields in any order. The first places of some words are found before
// any is looked up, and looked up before any is compared, so that memory answers for
// all of them at once.
func (w *words) fileAny(b *block, fields []fieldKey, codes []int32) {
	if len(w.table.slots) <= fewSlots {
		w.fileFew(b, fields, codes)
		return
	}
	var first [lookedUp]wordSlot
	var places [lookedUp]uint32
	for len(fields) > 0 {
		n := min(len(fields), lookedUp)
		slots, mask := w.table.slots, uint32(len(w.table.slots)-1)
		for i, k := range fields[:n] {
			places[i] = w.hash.place(k.key()) & mask
		}
		for i, place := range places[:n] {
			first[i] = slots[place]
		}
		for i, k := range fields[:n] {
			switch at := &first[i]; {
			case k.high == 0:
				codes[i] = -1
			case at.low == k.low && at.high == k.high && at.code > 0 && (k.high < longKey || w.word(at.code-1) == string(b.word(k))):
				codes[i] = at.code - 1
			default:
				codes[i] = w.enter(k.key(), b.word(k))
			}
		}
		fields, codes = fields[n:], codes[n:]
	}
}

// fileFew is fileAny of words whose table is at hand anyway.
func (w *words) fileFew(b *block, fields []fieldKey, codes []int32) {
	slots, mask := w.table.slots, uint32(len(w.table.slots)-1)
	for i := range fields {
		k := &fields[i]
		at := &slots[w.hash.place(wordKey{k.low, k.high})&mask]
		if at.low == k.low && at.high == k.high && at.code > 0 && k.high < longKey {
			codes[i] = at.code - 1
			continue
		}
		if codes[i] = -1; k.high != 0 {
			codes[i] = w.enter(k.key(), b.word(*k))
			slots, mask = w.table.slots, uint32(len(w.table.slots)-1)
		}
	}
}
