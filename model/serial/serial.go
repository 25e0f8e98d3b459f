// Package serial keeps words that are the same letters and then ascending numbers, such
// as the ids O1, O2 and O4 of the orders of a log, as little more than runs of numbers.
package serial

import (
	"sort"
	"strconv"
	"unsafe"
)

// Words is a list of such words. Nil has none.
type Words struct {
	letters string
	runs    []run
	n       int
	last    uint32
}

// run is words whose numbers follow each other: that of word i is number + i - first.
type run struct{ first, number uint32 }

// MostDigits is how many digits a number has at most that words are known by.
const MostDigits = 8

// New makes an empty list of words that begin with some letters.
func New(letters string) *Words { return &Words{letters: letters} }

// Add appends the word with a number, which must be greater than the last one.
func (w *Words) Add(number uint32) {
	if w.n == 0 || number != w.last+1 {
		w.runs = append(w.runs, run{uint32(w.n), number})
	}
	w.n, w.last = w.n+1, number
}

// Len returns the number of words.
func (w *Words) Len() int {
	if w == nil {
		return 0
	}
	return w.n
}

// Letters returns what all words begin with.
func (w *Words) Letters() string { return w.letters }

// Last returns the last number. There must be words.
func (w *Words) Last() uint32 { return w.last }

// At returns word i.
func (w *Words) At(i int) string {
	r := w.runs[w.runOf(i)]
	return w.letters + strconv.FormatUint(uint64(r.number+uint32(i)-r.first), 10)
}

// runOf finds the run of word i.
func (w *Words) runOf(i int) int {
	return sort.Search(len(w.runs), func(k int) bool { return w.runs[k].first > uint32(i) }) - 1
}

// Find returns the place of a word with a number, or false when there is none.
func (w *Words) Find(number uint32) (int, bool) {
	k := sort.Search(len(w.runs), func(k int) bool { return w.runs[k].number > number }) - 1
	if k < 0 {
		return 0, false
	}
	end := w.n
	if k+1 < len(w.runs) {
		end = int(w.runs[k+1].first)
	}
	i := int(w.runs[k].first + number - w.runs[k].number)
	return i, i < end
}

// Those returns the words whose numbers are wanted.
func (w *Words) Those(wanted func(number uint32) bool) []string {
	var out []string
	for k, r := range w.runs {
		end := uint32(w.n)
		if k+1 < len(w.runs) {
			end = w.runs[k+1].first
		}
		for number := r.number; number-r.number < end-r.first; number++ {
			if wanted(number) {
				out = append(out, w.letters+strconv.FormatUint(uint64(number), 10))
			}
		}
	}
	return out
}

// NumberOf returns the number of a word that is letters, or other bytes, and then a
// number as [Words] holds it: of so few digits that it fits, and without a zero in front.
func NumberOf(word string) (number uint32, ok bool) {
	from := len(word)
	for from > 0 && word[from-1] >= '0' && word[from-1] <= '9' {
		from--
	}
	digits := word[from:]
	if from == 0 || digits == "" || len(digits) > MostDigits || digits[0] == '0' && digits != "0" {
		return 0, false
	}
	for i := range len(digits) {
		number = 10*number + uint32(digits[i]-'0')
	}
	return number, true
}

// Visit shows the words from one to another, that excluded, until visit returns true,
// and reports whether it did. A word is there during the visit alone: what is to be
// kept of it must be copied.
func (w *Words) Visit(from, to int, visit func(word string) bool) bool {
	if from >= to {
		return false
	}
	word := append(make([]byte, 0, len(w.letters)+10), w.letters...)
	k := w.runOf(from)
	for i := from; i < to; i++ {
		if k+1 < len(w.runs) && int(w.runs[k+1].first) == i {
			k++
		}
		word = strconv.AppendUint(word[:len(w.letters)], uint64(w.runs[k].number+uint32(i)-w.runs[k].first), 10)
		if visit(unsafe.String(&word[0], len(word))) {
			return true
		}
	}
	return false
}
