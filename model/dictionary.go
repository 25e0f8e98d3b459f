package model

import (
	"iter"
	"slices"
	"strings"

	"custseg/model/serial"
)

// Dictionary is the dictionary of a column of texts: distinct words by their codes, from
// 0. Many words, such as the ids of orders, lie in pages of bytes, so that a million
// of them take little more than their letters, and nothing in them need be looked
// through for pointers. The zero value has no words.
type Dictionary struct {
	list   []string      // nil when the words are kept in another way
	serial *serial.Words // nil when they are

	pages []string   // each word behind its length, see [PackWords]
	index []wordSpot // of every packStep-th word
	n     int
}

// wordSpot is where a word lies in pages.
type wordSpot struct{ page, at uint32 }

// packStep is how many words share an entry of the index.
const packStep = 16

// ListWords makes a dictionary of a list. It keeps the slice.
func ListWords(words []string) Dictionary { return Dictionary{list: words, n: len(words)} }

// SerialWords makes a dictionary of words that ascend. It keeps them.
func SerialWords(words *serial.Words) Dictionary { return Dictionary{serial: words, n: words.Len()} }

// PackWords makes a dictionary of n words that lie one behind the other in pages of
// less than 4 GB, each behind its length in bytes: seven bits of it in a byte, the
// lowest first, with the eighth bit set in all but the last (as
// [encoding/binary.AppendUvarint] writes it). No word lies in two pages.
func PackWords(pages []string, n int) Dictionary {
	d := Dictionary{pages: pages, index: make([]wordSpot, 0, (n+packStep-1)/packStep), n: n}
	var spot wordSpot
	for k := range n {
		spot = d.settle(spot)
		if k%packStep == 0 {
			d.index = append(d.index, spot)
		}
		_, spot = d.word(spot)
	}
	return d
}

// settle goes on to the next page at the end of one.
func (d Dictionary) settle(s wordSpot) wordSpot {
	for int(s.at) == len(d.pages[s.page]) {
		s = wordSpot{page: s.page + 1}
	}
	return s
}

// word returns the word at a spot and the spot behind it.
func (d Dictionary) word(s wordSpot) (string, wordSpot) {
	page, at := d.pages[s.page], int(s.at)
	n := int(page[at])
	at++
	if n >= 0x80 {
		n &= 0x7f
		for shift := 7; ; shift += 7 {
			b := page[at]
			at++
			n |= int(b&0x7f) << shift
			if b < 0x80 {
				break
			}
		}
	}
	return page[at : at+n], wordSpot{s.page, uint32(at + n)}
}

// Len returns the number of words.
func (d Dictionary) Len() int { return d.n }

// bytes is how many bytes the words take at most.
func (d Dictionary) bytes() int {
	n := 0
	for _, word := range d.list {
		n += len(word)
	}
	for _, page := range d.pages {
		n += len(page)
	}
	if d.serial.Len() > 0 {
		n += d.n * len(d.serial.At(d.n-1))
	}
	return n
}

// At returns a word by its code.
func (d Dictionary) At(code int) string {
	if d.list != nil {
		return d.list[code]
	}
	if d.serial != nil {
		return d.serial.At(code)
	}
	spot := d.index[code/packStep]
	for range code % packStep {
		_, spot = d.word(d.settle(spot))
	}
	word, _ := d.word(d.settle(spot))
	return word
}

// All yields the codes and words, by code.
func (d Dictionary) All() iter.Seq2[int, string] {
	if d.list != nil {
		return slices.All(d.list)
	}
	return func(yield func(int, string) bool) {
		if d.serial != nil {
			code := -1
			d.serial.Visit(0, d.n, func(word string) bool { code++; return !yield(code, strings.Clone(word)) })
			return
		}
		var spot wordSpot
		for code := range d.n {
			var word string
			if word, spot = d.word(d.settle(spot)); !yield(code, word) {
				return
			}
		}
	}
}

// Each yields the words, by code.
func (d Dictionary) Each() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, word := range d.All() {
			if !yield(word) {
				return
			}
		}
	}
}

// List returns the words by code. The slice may be the dictionary's own.
func (d Dictionary) List() []string {
	if d.list != nil {
		return d.list
	}
	list := make([]string, 0, d.n)
	for _, word := range d.All() {
		list = append(list, word)
	}
	return list
}
