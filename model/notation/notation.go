// Package notation tells how the text of a column reads as numbers, dates or
// keys, so that another program, such as a database, reads the same of it. It says
// so by regular expressions that are of one meaning to Go, RE2, PostgreSQL and
// Java.
package notation

import (
	"slices"
	"strings"
)

// MostOdd is how many words that read otherwise than the rest a column keeps.
const MostOdd = 300

// Column is how a column was written. Of numbers nil means that all are plain,
// such as -12.5 and 1e6, of dates that they begin as 2006-01-31, and of words that
// they are as they stand.
type Column struct {
	Numbers *Numbers // nil for plain numbers
	Dates   *Dates   // nil for plain dates
	Keys    Keys
	Odd     []Odd // by their words, ascending
	Left    int   // odd words beyond those kept
	Steps   []Step
	Untold  bool // what was done to the values since does not go by each alone
}

// Odd is a word that does not read as the rest of its column.
type Odd struct {
	Word    string
	Missing bool    // it stands for no value
	Number  float64 // of a column of numbers, or the days since 1970-01-01 of one of dates
	Text    string  // of a column of words
}

// Add keeps an odd word, or counts it where there are enough.
func (c *Column) Add(o Odd) {
	if len(c.Odd) == MostOdd {
		c.Left++
		return
	}
	o.Word = strings.Clone(o.Word)
	at, _ := slices.BinarySearchFunc(c.Odd, o, func(a, b Odd) int { return strings.Compare(a.Word, b.Word) })
	c.Odd = slices.Insert(c.Odd, at, o)
}

// Keys says what ids are read without.
type Keys struct {
	Tick     bool // the apostrophe before digits that keeps them text in Excel
	Fraction bool // .0 behind digits
}

// The expressions that find what keys are read without; the digits are the first
// group.
const (
	TickPattern     = "^'([0-9]+)$"
	FractionPattern = "^([0-9]+)[.]0$"
)
