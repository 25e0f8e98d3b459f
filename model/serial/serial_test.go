package serial

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWords(t *testing.T) {
	numbers := []uint32{0, 1, 2, 7, 9, 10, 11, 99, 100, 4_000_000_000}
	w := New("O-")
	var want []string
	for _, n := range numbers {
		w.Add(n)
		want = append(want, fmt.Sprintf("O-%d", n))
	}
	if w.Len() != len(want) || w.Last() != 4_000_000_000 || w.Letters() != "O-" {
		t.Fatalf("%d words, the last %d, letters %q", w.Len(), w.Last(), w.Letters())
	}
	for i, word := range want {
		if got := w.At(i); got != word {
			t.Errorf("word %d is %q, want %q", i, got, word)
		}
		if at, ok := w.Find(numbers[i]); !ok || at != i {
			t.Errorf("%s is at %d, %v", word, at, ok)
		}
	}
	for _, absent := range []uint32{3, 8, 12, 98, 101, 4_000_000_001} {
		if at, ok := w.Find(absent); ok {
			t.Errorf("%d is at %d", absent, at)
		}
	}
	if got := w.Those(func(n uint32) bool { return n%2 == 1 || n == 100 }); !slices.Equal(got, []string{"O-1", "O-7", "O-9", "O-11", "O-99", "O-100"}) {
		t.Errorf("%q", got)
	}
	for from := range want {
		for to := from; to <= len(want); to++ {
			var got []string
			if w.Visit(from, to, func(word string) bool { got = append(got, strings.Clone(word)); return false }) || !slices.Equal(got, want[from:to]) {
				t.Errorf("from %d to %d: %q", from, to, got)
			}
		}
	}
	seen := 0
	if !w.Visit(0, 5, func(word string) bool { seen++; return word == "O-2" }) || seen != 3 {
		t.Errorf("%d words seen", seen)
	}
}

func TestNumberOf(t *testing.T) {
	for word, want := range map[string]uint32{"O1": 1, "A-0": 0, "Größe12345678": 12345678} {
		if got, ok := NumberOf(word); !ok || got != want {
			t.Errorf("%s is %d, %v", word, got, ok)
		}
	}
	for _, word := range []string{"", "O", "12", "O01", "O123456789", "O1a"} {
		if got, ok := NumberOf(word); ok {
			t.Errorf("%s is %d", word, got)
		}
	}
}

func TestNoWords(t *testing.T) {
	var none *Words
	if none.Len() != 0 || New("x").Len() != 0 {
		t.Error("words of nothing")
	}
	if _, ok := New("x").Find(1); ok {
		t.Error("a word of nothing")
	}
}

func TestRunsTakeNoRoom(t *testing.T) {
	w := New("O")
	for n := range uint32(100_000) {
		w.Add(n)
	}
	if len(w.runs) != 1 {
		t.Errorf("%d runs", len(w.runs))
	}
}
