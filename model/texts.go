package model

import (
	"sync"

	"custseg/model/narrow"
	"custseg/model/notation"
	"custseg/model/person"
)

// Texts is a dictionary-coded column: each row holds the code of a word of Dict, -1
// is missing. The words of Dict are distinct.
type Texts struct {
	name     string
	codes    *codeStore
	Dict     Dictionary
	notation *notation.Column
}

// codeStore is the codes of a column under whatever name.
type codeStore struct {
	narrow.Codes
	wide []int32 // the codes as a list, once somebody asked for it
	once sync.Once

	// What tells whether the column names persons, found out once for many words.
	sampled   func() []string
	hasEmail  func() bool
	different func() (distinct, present int)
}

// NewTexts makes a text column from codes and their dictionary. It keeps both
// slices.
func NewTexts(name string, codes []int32, dict []string) *Texts {
	return NewWordTexts(name, narrow.Of(codes), ListWords(dict))
}

// NewWordTexts makes a text column from codes and their dictionary. It keeps the
// codes.
func NewWordTexts(name string, codes narrow.Codes, dict Dictionary) *Texts {
	s := &codeStore{Codes: codes}
	s.sampled = sync.OnceValue(func() []string { return sampleWords(dict) })
	s.hasEmail = sync.OnceValue(func() bool { return dict.holdsByte('@') && dict.Any(person.HasEmail) })
	s.different = sync.OnceValues(func() (distinct, present int) { return distinctCodes(&s.Codes, dict.Len()) })
	return &Texts{name: name, codes: s, Dict: dict}
}

// TextsOf dictionary-codes plain words, the empty word as missing.
func TextsOf(name string, words []string) *Texts {
	codes := make([]int32, len(words))
	var dict []string
	seen := map[string]int32{}
	for i, w := range words {
		if w == "" {
			codes[i] = -1
			continue
		}
		c, ok := seen[w]
		if !ok {
			c = int32(len(dict))
			seen[w] = c
			dict = append(dict, w)
		}
		codes[i] = c
	}
	return NewTexts(name, codes, dict)
}

// Codes returns the codes of the words by row. The slice is the column's own, and made
// when it is first asked for where there are few words: Code and Narrow then need less
// memory.
func (c *Texts) Codes() []int32 {
	c.codes.once.Do(func() { c.codes.wide = c.codes.List() })
	return c.codes.wide
}

// Different counts the words that occur, and the rows that hold one.
func (c *Texts) Different() (words, rows int) { return c.codes.different() }

// Code returns the code of the word in row i, -1 when missing.
func (c *Texts) Code(i int) int32 { return c.codes.At(i) }

// Narrow returns the codes as the column keeps them. They must not be changed.
func (c *Texts) Narrow() *narrow.Codes { return &c.codes.Codes }

// Name, Kind, Len and Missing implement [Column].
func (c *Texts) Name() string       { return c.name }
func (c *Texts) Kind() Kind         { return Text }
func (c *Texts) Len() int           { return c.codes.Len() }
func (c *Texts) Missing(i int) bool { return c.Code(i) < 0 }

// Text implements [Column].
func (c *Texts) Text(i int) string {
	code := c.Code(i)
	if code < 0 {
		return ""
	}
	return c.Dict.At(int(code))
}

// Pick implements [Column].
func (c *Texts) Pick(rows []int32) Column {
	out := make([]int32, len(rows))
	for i, r := range rows {
		if r < 0 {
			out[i] = -1
		} else {
			out[i] = c.Code(int(r))
		}
	}
	return NewWordTexts(c.name, narrow.Of(out), c.Dict).As(c.notation)
}

// Renamed implements [Column].
func (c *Texts) Renamed(name string) Column { return &Texts{name, c.codes, c.Dict, c.notation} }

// As says how the column was written, nil for plainly, and returns it.
func (c *Texts) As(w *notation.Column) *Texts { c.notation = w; return c }
