package load

import (
	"iter"
	"time"
)

// A moment as databases write it, 2017-04-27 or 2017-04-27 08:26:00, is a word that
// a number tells in full. Its key holds that number, and the column keeps no bytes of
// it, so that a million of them are small and need not be read again.

const (
	// momentKey marks the key of a moment; below it is its length, and low holds the
	// seconds since the year 1.
	momentKey = 0xfe << 24
	// momentBit marks a moment among the starts of words, and clockBit one with a time
	// of day.
	momentBit, clockBit = 1 << 63, 1 << 62
	// yearOne is 0001-01-01 in seconds since 1970.
	yearOne = -62135596800
)

// keyOfMoment returns the key of a word that is a moment of a day that exists.
func keyOfMoment(word []byte) (wordKey, bool) {
	if len(word) != len(time.DateOnly) && len(word) != len(time.DateTime) || word[4] != '-' || word[7] != '-' {
		return wordKey{}, false
	}
	p, ok := scanPlainDate(textOf(word))
	if !ok {
		return wordKey{}, false
	}
	at, ok := p.moment(monthFirst)
	return wordKey{uint64(at - yearOne), momentKey | uint32(len(word))}, ok
}

// isMoment reports whether the key is that of a moment.
func (k wordKey) isMoment() bool { return k.high >= momentKey && k.high < longKey }

// momentStart is what a column keeps of a moment.
func momentStart(k wordKey) uint64 {
	if int(k.high-momentKey) == len(time.DateTime) {
		return k.low | momentBit | clockBit
	}
	return k.low | momentBit
}

// momentOf undoes momentStart.
func momentOf(start uint64) wordKey {
	k := wordKey{start &^ (momentBit | clockBit), momentKey | uint32(len(time.DateOnly))}
	if start&clockBit != 0 {
		k.high = momentKey | uint32(len(time.DateTime))
	}
	return k
}

// momentWord writes a moment again.
func momentWord(start uint64) string {
	layout := time.DateOnly
	if start&clockBit != 0 {
		layout = time.DateTime
	}
	return time.Unix(int64(start&^(momentBit|clockBit))+yearOne, 0).UTC().Format(layout)
}

// isMoment reports whether a word is kept as a moment.
func (w *words) isMoment(code int32) bool { return w.serial == nil && w.starts[code]&momentBit != 0 }

// moment returns the seconds since 1970 of a word that is kept as a moment.
func (w *words) moment(code int32) int64 {
	return int64(w.starts[code]&^(momentBit|clockBit)) + yearOne
}

// spelled yields the codes and words that are not kept as moments.
func (w *words) spelled() iter.Seq2[int32, string] {
	return func(yield func(int32, string) bool) {
		if w.moments == w.len() {
			return
		}
		for code := range int32(w.len()) {
			if !w.isMoment(code) && !yield(code, w.word(code)) {
				return
			}
		}
	}
}
