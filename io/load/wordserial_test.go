package load

import (
	"fmt"
	"slices"
	"testing"
)

// wordsBy enters words one by one.
func wordsBy(fields []string) *words {
	w := newWords(0, len(fields))
	for _, f := range fields {
		w.add([]byte(f))
	}
	return w
}

// rowsOfWords returns the word of each row, nothing for an empty one.
func rowsOfWords(w *words) []string {
	out := make([]string, w.codes.Len())
	for row, code := range w.codes.All() {
		if code >= 0 {
			out[row] = w.word(code)
		}
	}
	return out
}

// TestSerialWords holds words that are letters and ascending numbers, and what comes
// between them, against the fields they were made of.
func TestSerialWords(t *testing.T) {
	long := make([]string, 5000)
	for i := range long {
		long[i] = fmt.Sprint("O", 7*i/3+1)
	}
	for name, c := range map[string]struct {
		fields []string
		serial bool
	}{
		"one after the other":     {[]string{"O1", "O2", "O3"}, true},
		"gaps, blanks and again":  {[]string{"O9", "", "O9", "O10", "O12", "", "O100"}, true},
		"many":                    {long, true},
		"from nought":             {[]string{"A0", "A1"}, true},
		"back":                    {[]string{"O1", "O3", "O2"}, false},
		"other letters":           {[]string{"O1", "O2", "P3"}, false},
		"a zero in front":         {[]string{"O1", "O02"}, false},
		"first a zero in front":   {[]string{"O01", "O2"}, false},
		"no letters":              {[]string{"1", "2"}, false},
		"no number":               {[]string{"O", "O1"}, false},
		"a number of many digits": {[]string{"O1", "O123456789"}, false},
		"a long word":             {[]string{"O1", "Oslo, the capital"}, false},
		"a moment":                {[]string{"O1", "2024-01-01"}, false},
		"behind a moment":         {[]string{"2024-01-01", "O1"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := wordsBy(c.fields)
			if (w.serial != nil) != c.serial {
				t.Errorf("kept as numbers: %v", w.serial != nil)
			}
			check := func(w *words, want []string) {
				t.Helper()
				if got := rowsOfWords(w); !slices.Equal(got, want) {
					t.Errorf("rows %q, want %q", got, want)
				}
				for _, f := range want {
					if code := w.find(f); f != "" && (code < 0 || w.word(code) != f) {
						t.Errorf("%q is found as %d", f, code)
					}
				}
				if w.find("O77777") >= 0 || w.find("Q1") >= 0 {
					t.Error("a word is found that is not there")
				}
			}
			check(w, c.fields)
			first := "first"
			w.addFirst([]byte(first))
			check(w, append([]string{first}, c.fields...))
			w = wordsBy(c.fields)
			w.drop([]int32{1})
			check(w, slices.Delete(slices.Clone(c.fields), 1, 2))
			w.finish()
			for _, later := range []string{"Q2", "5", "O77"} {
				if w.add([]byte(later)); w.find(later) < 0 || w.word(w.find(later)) != later {
					t.Errorf("%s, added later, is not found", later)
				}
			}
			d := wordsBy(c.fields).dictionary()
			for code, word := range wordsBy(c.fields).all() {
				if d.At(int(code)) != word {
					t.Errorf("the dictionary has %q at %d, want %q", d.At(int(code)), code, word)
				}
			}
		})
	}
}
