package model

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

// pack puts words into pages of at most a size, as [PackWords] reads them.
func pack(words []string, size int) []string {
	var pages []string
	var page []byte
	for _, w := range words {
		next := append(binary.AppendUvarint(nil, uint64(len(w))), w...)
		if len(page) > 0 && len(page)+len(next) > size {
			pages, page = append(pages, string(page)), nil
		}
		page = append(page, next...)
	}
	return append(pages, string(page))
}

func TestPackedWordsAreThoseOfTheList(t *testing.T) {
	var words []string
	for i := range 100 {
		words = append(words, strings.Repeat("w", i)+FormatNumber(float64(i)))
	}
	words[40], words[77] = strings.Repeat("long ", 60), strings.Repeat("é", 20000) // lengths of two and three bytes
	for _, size := range []int{1, 37, 1 << 20} {
		packed := PackWords(pack(words, size), len(words))
		if got := packed.List(); packed.Len() != len(words) || !slices.Equal(got, words) {
			t.Errorf("pages of %d bytes: %q", size, got)
		}
		for i, w := range words {
			if got := packed.At(i); got != w {
				t.Errorf("pages of %d bytes: word %d is %q, want %q", size, i, got, w)
			}
		}
		if packed.Any(func(w string) bool { return w == "" }) || !packed.Any(func(w string) bool { return w == words[99] }) {
			t.Errorf("pages of %d bytes: not the words that are asked for", size)
		}
		for k := range packed.All() {
			if k == 3 {
				break
			}
		}
	}
}

func TestNoWords(t *testing.T) {
	for _, d := range []Dictionary{{}, ListWords(nil), PackWords(nil, 0)} {
		if d.Len() != 0 || len(d.List()) != 0 || d.Any(func(string) bool { return true }) {
			t.Errorf("words in %v", d)
		}
	}
}
