package load

import (
	"encoding/binary"

	"custseg/model/serial"
)

// numbering finds words that are a number behind the same letters, such as C10023, by
// the number: a list of codes by number is smaller than a table of words, and needs no
// more than one look. The ids of customers are mostly so.
type numbering struct {
	letters uint64  // what all words begin with, as the lowest bytes of a key
	length  int     // how many these are, at most mostLetters
	codes   []int32 // by number, one more than the code of the word; 0 for none
}

const (
	// mostLetters and mostDigits are what a word has at most that is looked up by its
	// number.
	mostLetters = 7
	mostDigits  = serial.MostDigits
	// leastNumbered is how many words a column has at least that are looked up by their
	// numbers: fewer are quick to find anyhow.
	leastNumbered = 1 << 12
	// sparse is how many numbers there may be to a word.
	sparse = 8
)

// numberingLike makes an empty numbering for words like one. It fails when that is no
// number, or stands behind many letters.
func numberingLike(word string) (numbering, bool) {
	n := len(word)
	for n > 0 && isDigit(word[n-1]) {
		n--
	}
	if n > mostLetters || n == len(word) {
		return numbering{}, false
	}
	var letters [8]byte
	copy(letters[:], word[:n])
	return numbering{letters: binary.LittleEndian.Uint64(letters[:]), length: n}, true
}

// eightZeros is the digit 0 eight times.
const eightZeros = '0' * eachByte

// numberOf returns the number of a word by its key. It fails for a word with other
// letters or another tail, and for a number with a zero in front, which would be
// another word with the same number. The digits are read as one number of eight
// bytes, pairs of them at a time (D. Lemire, "Quickly parsing eight digits", 2018).
func (b *numbering) numberOf(low uint64, high uint32) (number uint64, ok bool) {
	digits := int(high>>24) - b.length
	if uint(digits-1) >= mostDigits || low&(1<<(8*b.length)-1) != b.letters {
		return 0, false
	}
	before := 8 * (8 - digits) // the bits that are to be filled up with zeros
	x := low>>(8*b.length) | uint64(high&0xffffff)<<(64-8*b.length)
	x = x<<before | eightZeros>>(64-before)
	if x&(0xf0*eachByte)|(x+6*eachByte)&(0xf0*eachByte)>>4 != 0x33*eachByte {
		return 0, false
	}
	if digits > 1 && x>>before&0xff == '0' {
		return 0, false
	}
	x = x & (15 * eachByte) * (10<<8 + 1) >> 8
	x = x & 0x00ff00ff00ff00ff * (100<<16 + 1) >> 16
	x = x & 0x0000ffff0000ffff * (10000<<32 + 1) >> 32
	return x, true
}

// place returns where the code of a word stands in the list, if it does.
func (b *numbering) place(low uint64, high uint32) (number uint64, ok bool) {
	if b.codes == nil {
		return 0, false
	}
	number, ok = b.numberOf(low, high)
	return number, ok && number < uint64(len(b.codes))
}

// numberWords begins to look up by their numbers, or more of them, the words for which that
// is worth it: where most words of the column have numbers that are not far between.
// The others stay in the table. It does nothing and fails where few do.
func (w *words) numberWords() bool {
	if w.len() < leastNumbered {
		return false
	}
	b, ok := numberingLike(w.word(0))
	if !ok {
		return false
	}
	limit, most, numbered := uint64(sparse*w.len()), uint64(0), 0
	for code := range int32(w.len()) {
		key, _ := w.keyOf(code)
		if x, ok := b.numberOf(key.low, key.high); ok && x < limit {
			most = max(most, x)
			numbered++
		}
	}
	size := min(limit, most+most/4+1)
	if 2*numbered < w.len() || size <= uint64(len(w.numbered.codes)) {
		return false
	}
	b.codes = make([]int32, size)
	w.numbered = b
	w.enterAll(max(2*(w.len()-numbered), w.len()/4))
	return true
}

// enterAll makes the table anew, with room for some words, and enters all words where
// they are looked up.
func (w *words) enterAll(room int) {
	w.table.reserve(room)
	for code := range int32(w.len()) {
		key, word := w.keyOf(code)
		if at, ok := w.numbered.place(key.low, key.high); ok {
			w.numbered.codes[at] = code + 1
			continue
		}
		place, _ := w.table.find(w, key, word)
		w.table.insert(place, key, code)
	}
}

// fileNumbered takes fields most of whose words are looked up by their numbers, many at
// a time as in [words.fileAny].
func (w *words) fileNumbered(b *block, fields []fieldKey, codes []int32) {
	const nowhere = 0
	var places [lookedUp]uint32
	for len(fields) > 0 {
		n := min(len(fields), lookedUp)
		list := w.numbered.codes
		for i, k := range fields[:n] {
			places[i] = nowhere
			if at, ok := w.numbered.place(k.low, k.high); ok {
				places[i] = uint32(at)
			}
		}
		for i, place := range places[:n] {
			codes[i] = list[place]
		}
		for i, k := range fields[:n] {
			if codes[i]--; codes[i] >= 0 && places[i] != nowhere {
				continue
			}
			if codes[i] = -1; k.high != 0 {
				codes[i] = w.enter(k.key(), b.word(k))
			}
		}
		fields, codes = fields[n:], codes[n:]
	}
}
