package model

import (
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Wording says in which words the numbers of a role may be written.
type Wording uint8

// The wordings of roles.
const (
	NoWords    Wording = iota
	YesNoWords         // yes counts as 1, no as 0
	ScaleWords         // the points of a scale, as from very dissatisfied to very satisfied, count from 1 up
	AnyWords           // either
)

// Worded is a column of words read as numbers.
type Worded struct {
	Values []float64 // per row, NaN where there is no value or its word is not known
	// Points are the words of a scale as the column writes them, from the lowest;
	// one that does not occur is empty. They are nil of yes and no.
	Points  []string
	Unread  int    // rows with a word that is not known
	Example string // the first such word as text
}

// Words are the rows that may hold another word than those of one scale, or of
// yes and no, at most: one in so many.
const strayWords = 4

// ReadWords reads a column of words as numbers, as a wording allows: all of its
// words, or three quarters of its values and more, are the points of one scale,
// or say yes or no. Ok is false of any other column. Of several scales that read
// as many values the first in [wordScales] counts.
func ReadWords(c Column, w Wording) (out Worded, ok bool) {
	t, isText := c.(*Texts)
	if !isText || w == NoWords {
		return Worded{}, false
	}
	words := newWordUse(t)
	if len(words.used) > mostPhrasings {
		return Worded{}, false
	}
	if w == YesNoWords || w == AnyWords {
		if out, ok = words.yesNo(); ok {
			return out, true
		}
	}
	if w == ScaleWords || w == AnyWords {
		return words.onScale()
	}
	return Worded{}, false
}

// mostPhrasings is how many different words are looked at: a column with more is
// free text.
const mostPhrasings = 40

// wordUse is the words of a column and how many rows hold each.
type wordUse struct {
	column *Texts
	rows   []int // by word
	used   []int // words that rows hold
	held   int   // rows with a word
}

func newWordUse(t *Texts) wordUse {
	u := wordUse{column: t, rows: make([]int, t.Dict.Len())}
	for _, k := range t.Codes() {
		if k >= 0 {
			u.rows[k]++
			u.held++
		}
	}
	for k, n := range u.rows {
		if n > 0 {
			u.used = append(u.used, k)
		}
	}
	return u
}

// yesNo reads words of yes and no of the language that reads most rows.
func (u wordUse) yesNo() (Worded, bool) {
	if truths, ok := Truths(u.column); ok {
		out := Worded{Values: make([]float64, len(truths))}
		for i, truth := range truths {
			out.Values[i] = float64(truth)
			if truth < 0 {
				out.Values[i] = math.NaN()
			}
		}
		return out, true
	}
	var best Worded
	read := false
	for _, pair := range truthPairs() {
		out := u.counted(func(word string) float64 {
			switch foldTruth(word) {
			case pair[0]:
				return 1
			case pair[1]:
				return 0
			}
			return math.NaN()
		})
		both := slices.Contains(out.Values, 0) && slices.Contains(out.Values, 1)
		if both && u.isRead(out) && (!read || out.Unread < best.Unread) {
			best, read = out, true
		}
	}
	return best, read
}

// onScale reads the points of the scale that reads most rows, two of them at
// least.
func (u wordUse) onScale() (Worded, bool) {
	var best Worded
	read := false
	for _, points := range wordScales() {
		place := map[string]int{}
		for k, phrasings := range points {
			for _, phrasing := range strings.Split(phrasings, "|") {
				place[phrasing] = k + 1
			}
		}
		out := u.counted(func(word string) float64 {
			if k := place[foldPhrasing(word)]; k > 0 {
				return float64(k)
			}
			return math.NaN()
		})
		if !u.isRead(out) || read && out.Unread >= best.Unread {
			continue
		}
		out.Points = make([]string, len(points))
		for _, k := range u.used {
			if at := place[foldPhrasing(u.column.Dict.At(k))]; at > 0 && (out.Points[at-1] == "" || u.column.Dict.At(k) < out.Points[at-1]) {
				out.Points[at-1] = u.column.Dict.At(k)
			}
		}
		if len(slices.DeleteFunc(slices.Clone(out.Points), func(p string) bool { return p == "" })) > 1 {
			best, read = out, true
		}
	}
	return best, read
}

// isRead reports whether enough of the rows are known.
func (u wordUse) isRead(out Worded) bool { return u.held > 0 && strayWords*out.Unread <= u.held }

// counted reads each word by what it counts, NaN of one that is not known.
func (u wordUse) counted(counts func(word string) float64) Worded {
	by, out := make([]float64, len(u.rows)), Worded{Values: make([]float64, len(u.column.Codes()))}
	for _, k := range u.used {
		word := u.column.Dict.At(k)
		if by[k] = counts(word); math.IsNaN(by[k]) {
			if out.Unread == 0 || word < out.Example {
				out.Example = word
			}
			out.Unread += u.rows[k]
		}
	}
	for i, k := range u.column.Codes() {
		out.Values[i] = math.NaN()
		if k >= 0 {
			out.Values[i] = by[k]
		}
	}
	return out
}

// foldPhrasing writes an answer in words as [wordScales] does: lower case, one
// space between words, signs of sentences and dashes gone.
func foldPhrasing(word string) string {
	word = strings.Map(func(r rune) rune {
		switch r {
		case '-', '–', '/', '_', ',':
			return ' '
		case '.', '!', '\'', '’', '"':
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(word)))
	return strings.Join(strings.Fields(word), " ")
}
