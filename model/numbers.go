package model

import (
	"iter"
	"math"
	"slices"
	"strconv"
	"sync"

	"custseg/model/narrow"
	"custseg/model/notation"
)

// Numbers is a column of float64, missing as NaN. Infinite values are kept as
// they were read; methods treat them as missing and say so.
type Numbers struct {
	name     string
	numbers  *numberStore
	notation *notation.Column
}

// numberStore is the values of a column under whatever name: a list of them, or of
// few different ones the codes, or what works them out.
type numberStore struct {
	list  []float64
	codes narrow.Codes
	by    []float64 // by code; nil when there are no codes
	n     int       // of values that are worked out
	work  func() []float64
	wide  []float64 // the list that codes stand for or that was worked out, once somebody asked for it
	once  sync.Once
}

// NewNumbers makes a number column. It keeps the slice.
func NewNumbers(name string, values []float64) *Numbers {
	return &Numbers{name: name, numbers: &numberStore{list: values}}
}

// NewWorkedNumbers makes a column of n numbers that are worked out when they are first
// asked for.
func NewWorkedNumbers(name string, n int, values func() []float64) *Numbers {
	return &Numbers{name: name, numbers: &numberStore{n: n, work: values}}
}

// NewCodedNumbers makes a number column from the codes of its values, of which each
// occurs. It keeps the codes where that saves memory.
func NewCodedNumbers(name string, codes narrow.Codes, values []float64) *Numbers {
	s := &numberStore{codes: codes, by: values}
	if 4*(codes.Size()*codes.Len()+8*len(values)) > 3*8*codes.Len() {
		s = &numberStore{list: s.values()}
	}
	return &Numbers{name: name, numbers: s}
}

// values lists the values by row.
func (s *numberStore) values() []float64 {
	if s.by == nil && s.work == nil {
		return s.list
	}
	s.once.Do(func() {
		if s.work != nil {
			s.wide = s.work()
			return
		}
		s.wide = make([]float64, s.codes.Len())
		for i := range s.wide {
			s.wide[i] = s.at(i)
		}
	})
	return s.wide
}

func (s *numberStore) at(i int) float64 {
	if s.by == nil {
		if s.work != nil {
			return s.values()[i]
		}
		return s.list[i]
	}
	if code := s.codes.At(i); code >= 0 {
		return s.by[code]
	}
	return math.NaN()
}

// Values returns the numbers by row. The slice is the column's own, and made when it is
// first asked for where there are few different numbers or they are worked out: At of
// the former needs less memory.
func (c *Numbers) Values() []float64 { return c.numbers.values() }

// At returns the number of row i, NaN when missing.
func (c *Numbers) At(i int) float64 { return c.numbers.at(i) }

// Read fills out with the numbers of some rows. Of many rows far apart it reads them
// sooner than one after the other by At.
func (c *Numbers) Read(out []float64, rows []int32) {
	s := c.numbers
	if s.by == nil {
		list := s.values()
		for i, row := range rows {
			out[i] = list[row]
		}
		return
	}
	s.codes.Pick(rows, func(i int, code int32) {
		out[i] = math.NaN()
		if code >= 0 {
			out[i] = s.by[code]
		}
	})
}

// All yields the rows and their numbers.
func (c *Numbers) All() iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		for i := range c.Len() {
			if !yield(i, c.At(i)) {
				return
			}
		}
	}
}

// Different returns the numbers that occur, some of them more than once: where there
// are few, they are less to look through than the rows.
func (c *Numbers) Different() []float64 {
	if c.numbers.by == nil {
		return c.numbers.values()
	}
	return c.numbers.by
}

// Held counts the rows that are not missing.
func (c *Numbers) Held() int {
	if c.numbers.by != nil && !slices.ContainsFunc(c.numbers.by, math.IsNaN) {
		return c.numbers.codes.Held()
	}
	n := 0
	for i := range c.Len() {
		if !c.Missing(i) {
			n++
		}
	}
	return n
}

// Shares reports whether two columns hold the same values, under two names.
func (c *Numbers) Shares(other *Numbers) bool { return c.numbers == other.numbers }

// Name, Kind, Len, Missing and Text implement [Column].
func (c *Numbers) Name() string       { return c.name }
func (c *Numbers) Kind() Kind         { return Number }
func (c *Numbers) Len() int           { return len(c.numbers.list) + c.numbers.codes.Len() + c.numbers.n }
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
	return NewNumbers(c.name, out).As(c.notation)
}

// Renamed implements [Column].
func (c *Numbers) Renamed(name string) Column { return &Numbers{name, c.numbers, c.notation} }

// As says how the column was written, nil for plainly, and returns it.
func (c *Numbers) As(w *notation.Column) *Numbers { c.notation = w; return c }

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
