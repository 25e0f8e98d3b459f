package model

import (
	"math"
	"strconv"

	"custseg/model/notation"
)

// Kind is the type of a column's values.
type Kind uint8

// The kinds of column.
const (
	Number Kind = iota
	Text
	Date
)

// String returns the kind's name in English.
func (k Kind) String() string { return [...]string{"number", "text", "date"}[k] }

// Column is a named vector of one kind: [*Numbers], [*Texts] or [*Dates].
type Column interface {
	Name() string
	Kind() Kind
	Len() int
	// Missing reports whether row i holds no value.
	Missing(i int) bool
	// Text writes the value of row i plainly, nothing when missing.
	Text(i int) string
	// Pick returns a column of the rows named, in that order; row -1 is missing.
	Pick(rows []int32) Column
	// Renamed returns the same values under another name.
	Renamed(name string) Column
}

// Numbers is a column of float64, missing as NaN. Infinite values are kept as
// they were read; methods treat them as missing and say so.
type Numbers struct {
	name     string
	values   []float64
	notation *notation.Column
}

// NewNumbers makes a number column. It keeps the slice.
func NewNumbers(name string, values []float64) *Numbers { return &Numbers{name, values, nil} }

// Values returns the numbers by row. The slice is the column's own.
func (c *Numbers) Values() []float64 { return c.values }

// At returns the number of row i, NaN when missing.
func (c *Numbers) At(i int) float64 { return c.values[i] }

// Name, Kind, Len, Missing and Text implement [Column].
func (c *Numbers) Name() string       { return c.name }
func (c *Numbers) Kind() Kind         { return Number }
func (c *Numbers) Len() int           { return len(c.values) }
func (c *Numbers) Missing(i int) bool { return math.IsNaN(c.At(i)) }
func (c *Numbers) Text(i int) string  { return FormatNumber(c.At(i)) }

// Pick implements [Column].
func (c *Numbers) Pick(rows []int32) Column {
	out := make([]float64, len(rows))
	for i, r := range rows {
		if r < 0 {
			out[i] = math.NaN()
		} else {
			out[i] = c.At(int(r))
		}
	}
	return &Numbers{c.name, out, c.notation}
}

// Renamed implements [Column].
func (c *Numbers) Renamed(name string) Column { return &Numbers{name, c.values, c.notation} }

// FormatNumber writes a number with the fewest digits that give it back,
// without an exponent for whole numbers an id may have, and NaN as nothing.
func FormatNumber(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatInt(int64(v), 10)
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// Texts is a dictionary-coded column: each row holds the code of a word of Dict, -1
// is missing. The words of Dict are distinct.
type Texts struct {
	name     string
	codes    []int32
	Dict     Dictionary
	notation *notation.Column
}

// NewTexts makes a text column from codes and their dictionary. It keeps both
// slices.
func NewTexts(name string, codes []int32, dict []string) *Texts {
	return NewWordTexts(name, codes, ListWords(dict))
}

// NewWordTexts makes a text column from codes and their dictionary. It keeps the
// slice.
func NewWordTexts(name string, codes []int32, dict Dictionary) *Texts {
	return &Texts{name, codes, dict, nil}
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

// Codes returns the codes of the words by row. The slice is the column's own.
func (c *Texts) Codes() []int32 { return c.codes }

// Code returns the code of the word in row i, -1 when missing.
func (c *Texts) Code(i int) int32 { return c.codes[i] }

// Name, Kind, Len and Missing implement [Column].
func (c *Texts) Name() string       { return c.name }
func (c *Texts) Kind() Kind         { return Text }
func (c *Texts) Len() int           { return len(c.codes) }
func (c *Texts) Missing(i int) bool { return c.Code(i) < 0 }

// Text implements [Column].
func (c *Texts) Text(i int) string {
	if c.Code(i) < 0 {
		return ""
	}
	return c.Dict.At(int(c.Code(i)))
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
	return &Texts{c.name, out, c.Dict, c.notation}
}

// Renamed implements [Column].
func (c *Texts) Renamed(name string) Column { return &Texts{name, c.codes, c.Dict, c.notation} }

// Dates is a column of moments in seconds since 1970-01-01 00:00 of the data's
// own clock, missing as [NoDate].
type Dates struct {
	name     string
	seconds  []int64
	notation *notation.Column
}

// NewDates makes a date column. It keeps the slice.
func NewDates(name string, seconds []int64) *Dates { return &Dates{name, seconds, nil} }

// Seconds returns the moments by row. The slice is the column's own.
func (c *Dates) Seconds() []int64 { return c.seconds }

// At returns the moment of row i, [NoDate] when missing.
func (c *Dates) At(i int) int64 { return c.seconds[i] }

// Name, Kind, Len, Missing and Text implement [Column].
func (c *Dates) Name() string       { return c.name }
func (c *Dates) Kind() Kind         { return Date }
func (c *Dates) Len() int           { return len(c.seconds) }
func (c *Dates) Missing(i int) bool { return c.At(i) == NoDate }
func (c *Dates) Text(i int) string  { return FormatDate(c.At(i)) }

// Pick implements [Column].
func (c *Dates) Pick(rows []int32) Column {
	out := make([]int64, len(rows))
	for i, r := range rows {
		if r < 0 {
			out[i] = NoDate
		} else {
			out[i] = c.At(int(r))
		}
	}
	return &Dates{c.name, out, c.notation}
}

// Renamed implements [Column].
func (c *Dates) Renamed(name string) Column { return &Dates{name, c.seconds, c.notation} }

// As says how the column was written, nil for plainly, and returns it.
func (c *Numbers) As(w *notation.Column) *Numbers { c.notation = w; return c }

// As says how the column was written, nil for plainly, and returns it.
func (c *Dates) As(w *notation.Column) *Dates { c.notation = w; return c }

// As says how the column was written, nil for plainly, and returns it.
func (c *Texts) As(w *notation.Column) *Texts { c.notation = w; return c }

// NotationOf returns how a column was written, nil for plainly.
func NotationOf(c Column) *notation.Column {
	switch c := c.(type) {
	case *Numbers:
		return c.notation
	case *Dates:
		return c.notation
	case *Texts:
		return c.notation
	}
	return nil
}
