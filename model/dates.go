package model

import (
	"iter"
	"math"
	"sync"

	"custseg/model/narrow"
	"custseg/model/notation"
	"custseg/model/parallel"
)

// Dates is a column of moments in seconds since 1970-01-01 00:00 of the data's
// own clock, missing as [NoDate].
type Dates struct {
	name     string
	moments  *momentStore
	notation *notation.Column
}

// momentStore is the moments of a column under whatever name: a list of them, or of
// few different ones the codes, or how long they are after the first.
type momentStore struct {
	list  []int64
	codes narrow.Codes
	by    []int64  // by code
	after []uint32 // one more than the seconds after the first; 0 is missing
	first int64
	wide  []int64 // the list that the others stand for, once somebody asked for it
	once  sync.Once

	extent     Extent // once somebody asked for it
	onceExtent sync.Once
}

// Extent is how far the moments of a column reach.
type Extent struct {
	First, Last int64 // where there are none, First is after Last, and Last is NoDate
	Held        int   // rows with a moment
}

// Extent returns how far the moments reach.
func (c *Dates) Extent() Extent {
	s := c.moments
	s.onceExtent.Do(func() {
		parts := make([]Extent, parallel.Parts(s.len()))
		parallel.Over(s.len(), func(part, from, to int) {
			e := noExtent
			for i := from; i < to; i++ {
				if at := s.at(i); at != NoDate {
					e = e.with(at)
				}
			}
			parts[part] = e
		})
		s.extent = allOf(parts)
	})
	return s.extent
}

// noExtent is that of no moments.
var noExtent = Extent{math.MaxInt64, NoDate, 0}

// with adds a moment.
func (e Extent) with(at int64) Extent { return Extent{min(e.First, at), max(e.Last, at), e.Held + 1} }

// allOf puts extents together.
func allOf(parts []Extent) Extent {
	all := noExtent
	for _, e := range parts {
		all = Extent{min(all.First, e.First), max(all.Last, e.Last), all.Held + e.Held}
	}
	return all
}

// NewDates makes a date column. It keeps the slice.
func NewDates(name string, seconds []int64) *Dates {
	return &Dates{name: name, moments: &momentStore{list: seconds}}
}

// newNarrowDates makes a date column of moments, in half their memory where these lie
// within a century.
func newNarrowDates(name string, seconds []int64) *Dates {
	rows := narrow.OwnNumbers(len(seconds))
	return NewCodedDates(name, rows, len(seconds), func(row int32) int64 { return seconds[row] })
}

// NewCodedDates makes a date column from the codes of its moments, n different ones of
// which each occurs. Moment tells each by its code, [NoDate] where it is missing, to
// several goroutines. The column keeps the codes where these are few, else a narrower writing of the moments
// where it can.
func NewCodedDates(name string, codes narrow.Codes, n int, moment func(code int32) int64) *Dates {
	s := &momentStore{}
	if codes.Size() == 1 || codes.Size() == 2 {
		s.codes, s.by = codes, make([]int64, n)
		for code := range s.by {
			s.by[code] = moment(int32(code))
		}
	} else if e := span(n, moment); e.Held > 0 && e.Last-e.First < math.MaxUint32 {
		s.first, s.after = e.First, make([]uint32, codes.Len())
		parallel.Over(codes.Len(), func(_, from, to int) {
			for row := from; row < to; row++ {
				if code := codes.At(row); code >= 0 {
					if at := moment(code); at != NoDate {
						s.after[row] = uint32(at-s.first) + 1
					}
				}
			}
		})
	} else {
		s.list = make([]int64, codes.Len())
		for row, code := range codes.All() {
			s.list[row] = NoDate
			if code >= 0 {
				s.list[row] = moment(code)
			}
		}
	}
	return &Dates{name: name, moments: s}
}

// span returns how far n moments reach.
func span(n int, moment func(code int32) int64) Extent {
	e := noExtent
	for code := range int32(n) {
		if at := moment(code); at != NoDate {
			e = e.with(at)
		}
	}
	return e
}

// seconds lists the moments by row.
func (s *momentStore) seconds() []int64 {
	if s.by == nil && s.after == nil {
		return s.list
	}
	s.once.Do(func() {
		s.wide = make([]int64, s.len())
		for i := range s.wide {
			s.wide[i] = s.at(i)
		}
	})
	return s.wide
}

func (s *momentStore) len() int { return len(s.list) + len(s.after) + s.codes.Len() }

func (s *momentStore) at(i int) int64 {
	switch {
	case s.after != nil:
		if after := s.after[i]; after > 0 {
			return s.first + int64(after-1)
		}
	case s.by != nil:
		if code := s.codes.At(i); code >= 0 {
			return s.by[code]
		}
	default:
		return s.list[i]
	}
	return NoDate
}

// Seconds returns the moments by row. The slice is the column's own, and made when it is
// first asked for where the column keeps them narrower: At then needs less memory.
func (c *Dates) Seconds() []int64 { return c.moments.seconds() }

// At returns the moment of row i, [NoDate] when missing.
func (c *Dates) At(i int) int64 { return c.moments.at(i) }

// Read fills out with the moments of some rows. Of many rows far apart it reads them
// sooner than one after the other by At.
func (c *Dates) Read(out []int64, rows []int32) {
	switch s := c.moments; {
	case s.after != nil:
		for i, row := range rows {
			out[i] = NoDate
			if after := s.after[row]; after > 0 {
				out[i] = s.first + int64(after-1)
			}
		}
	case s.by != nil:
		s.codes.Pick(rows, func(i int, code int32) {
			out[i] = NoDate
			if code >= 0 {
				out[i] = s.by[code]
			}
		})
	default:
		for i, row := range rows {
			out[i] = s.list[row]
		}
	}
}

// All yields the rows and their moments.
func (c *Dates) All() iter.Seq2[int, int64] {
	return func(yield func(int, int64) bool) {
		for i := range c.Len() {
			if !yield(i, c.At(i)) {
				return
			}
		}
	}
}

// ascends reports whether no row is before the one above; [NoDate] is before all.
func (c *Dates) ascends() bool {
	before := NoDate
	for _, s := range c.All() {
		if s < before {
			return false
		}
		before = s
	}
	return true
}

// Shares reports whether two columns hold the same moments, under two names.
func (c *Dates) Shares(other *Dates) bool { return c.moments == other.moments }

// Name, Kind, Len, Missing and Text implement [Column].
func (c *Dates) Name() string       { return c.name }
func (c *Dates) Kind() Kind         { return Date }
func (c *Dates) Len() int           { return c.moments.len() }
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
	return NewDates(c.name, out).As(c.notation)
}

// Renamed implements [Column].
func (c *Dates) Renamed(name string) Column { return &Dates{name, c.moments, c.notation} }

// As says how the column was written, nil for plainly, and returns it.
func (c *Dates) As(w *notation.Column) *Dates { c.notation = w; return c }
