package load

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestNumberOf reads the numbers of words of any length, and none of words that are
// no numbers behind the letters.
func TestNumberOf(t *testing.T) {
	h := newHasher()
	for _, letters := range []string{"", "C", "ID-", "account"} {
		b, ok := numberingLike(letters + "12")
		if !ok {
			t.Fatalf("no numbering like %s12", letters)
		}
		for n := uint64(1); n < 1e9; n = n*7 + 3 {
			digits := strconv.FormatUint(n, 10)
			k := h.key([]byte(letters + digits))
			got, ok := b.numberOf(k.low, k.high)
			if want := len(digits) <= mostDigits && len(letters+digits) <= shortWord; ok != want || ok && got != n {
				t.Errorf("%s%d is %d, %v", letters, n, got, ok)
			}
		}
		for _, word := range []string{letters, letters + "01", letters + "00", letters + "1a", letters + "1:2", letters + "/1", letters + "1\xff", letters + "-1", "X" + letters + "1", "2024-01-01"} {
			k := h.key([]byte(word))
			if n, ok := b.numberOf(k.low, k.high); ok {
				t.Errorf("%q is %d behind %q", word, n, letters)
			}
		}
		k := h.key([]byte(letters + "0"))
		if n, ok := b.numberOf(k.low, k.high); !ok || n != 0 {
			t.Errorf("%s0 is %d, %v", letters, n, ok)
		}
	}
	for _, word := range []string{"C", "account-1", ""} {
		if _, ok := numberingLike(word); ok {
			t.Errorf("%q gave a numbering", word)
		}
	}
}

// TestNumberedWords files words that are mostly numbers and looks for the same codes as
// a plain list of them has, whatever the numbers are.
func TestNumberedWords(t *testing.T) {
	for name, word := range map[string]func(r *rand.Rand, i int) string{
		"dense":      func(r *rand.Rand, _ int) string { return fmt.Sprint("C", 1000+r.IntN(30_000)) },
		"with holes": func(r *rand.Rand, i int) string { return fmt.Sprint("C", r.IntN(60_000)+i/40_000*5_000_000) },
		"mixed": func(r *rand.Rand, _ int) string {
			return []string{"C", "C0", "D", "a long word behind "}[r.IntN(20)/17] + fmt.Sprint(r.IntN(40_000))
		},
		"far between": func(r *rand.Rand, _ int) string { return fmt.Sprint(r.IntN(20_000) * 5000) },
		"growing":     func(r *rand.Rand, i int) string { return fmt.Sprint("C", i+100-r.IntN(100)) },
	} {
		t.Run(name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			w := newWords(0, 0)
			seen := map[string]int32{}
			var want []int32
			var listed, inRows []string
			for i := range 100_000 {
				s := word(r, i)
				code, ok := seen[s]
				if !ok {
					code = int32(len(seen))
					seen[s] = code
					listed = append(listed, s)
				}
				want, inRows = append(want, code), append(inRows, s)
				w.add([]byte(s))
			}
			if !slices.Equal(w.codes.List(), want) {
				t.Error("other codes")
			}
			if filed := filedInBlocks(w.hash, inRows, 1000); !slices.Equal(filed.codes.List(), want) {
				t.Error("other codes in blocks")
			}
			if numbered := w.numbered.codes != nil; numbered != (name != "far between") {
				t.Errorf("numbered: %v", numbered)
			}
			for code, s := range listed {
				if w.word(int32(code)) != s || w.find(s) != int32(code) {
					t.Fatalf("word %d is %q and found at %d, want %q", code, w.word(int32(code)), w.find(s), s)
				}
			}
			if w.holds("C99999999") || w.holds("C-1") {
				t.Error("it holds a word that never came")
			}
		})
	}
}

// filedInBlocks files words in blocks of some rows.
func filedInBlocks(h hasher, rows []string, some int) *words {
	w := newWords(0, 0)
	w.hash = h
	by := cutter{delimiter: ',', eol: '\n', quote: '"', width: 1, least: 1, hash: h}
	for part := range slices.Chunk(rows, some) {
		text := []byte(strings.Join(part, "\n") + "\n")
		b := &block{}
		by.split(b, append(text, make([]byte, loadRoom)...), len(text))
		w.file(b, 0)
	}
	return w
}
