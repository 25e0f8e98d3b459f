// Package narrow keeps columns of small whole numbers in few bytes.
package narrow

import (
	"bytes"
	"iter"
	"math"
	"slices"
)

// Codes is a column of codes, one a row: numbers from 0, or -1 for none. It keeps
// them in as many bytes each as the largest needs, and in none while each row holds
// its own number, as a column of ids does of which none comes again. The zero value
// has no rows.
type Codes struct {
	own  int     // rows that hold their own number; the lists are nil then
	one  []uint8 // one more than the codes
	two  []uint16
	four []int32 // the codes themselves
	room int     // rows to make room for
}

// Make returns rows without a code, with room for more.
func Make(rows, room int) Codes {
	c := Codes{room: room}
	if rows > 0 {
		c.one = make([]uint8, rows, max(rows, room))
	}
	return c
}

// OwnNumbers returns rows of which each holds its own number.
func OwnNumbers(rows int) Codes { return Codes{own: rows} }

// Of returns a column of codes. It keeps the slice.
func Of(codes []int32) Codes {
	if codes == nil {
		codes = []int32{}
	}
	return Codes{four: codes}
}

// Len returns the number of rows.
func (c *Codes) Len() int { return c.own + len(c.one) + len(c.two) + len(c.four) }

// Size returns the bytes that a row takes: 0, 1, 2 or 4.
func (c *Codes) Size() int {
	switch {
	case c.one != nil:
		return 1
	case c.two != nil:
		return 2
	case c.four != nil:
		return 4
	}
	return 0
}

// At returns the code of a row.
func (c *Codes) At(row int) int32 {
	switch {
	case c.one != nil:
		return int32(c.one[row]) - 1
	case c.two != nil:
		return int32(c.two[row]) - 1
	case c.four != nil:
		return c.four[row]
	}
	return int32(row)
}

// Held counts the rows that have a code.
func (c *Codes) Held() int {
	n := 0
	switch {
	case c.one != nil:
		n = len(c.one) - bytes.Count(c.one, []byte{0})
	case c.two != nil:
		for _, code := range c.two {
			if code > 0 {
				n++
			}
		}
	case c.four != nil:
		for _, code := range c.four {
			if code >= 0 {
				n++
			}
		}
	default:
		n = c.own
	}
	return n
}

// All yields the rows and their codes.
func (c *Codes) All() iter.Seq2[int, int32] {
	return func(yield func(int, int32) bool) {
		for row := range c.Len() {
			if !yield(row, c.At(row)) {
				return
			}
		}
	}
}

// Read fills out with the codes of the rows from one on.
func (c *Codes) Read(out []int32, from int) {
	switch {
	case c.one != nil:
		for i, code := range c.one[from:][:len(out)] {
			out[i] = int32(code) - 1
		}
	case c.two != nil:
		for i, code := range c.two[from:][:len(out)] {
			out[i] = int32(code) - 1
		}
	case c.four != nil:
		copy(out, c.four[from:][:len(out)])
	default:
		for i := range out {
			out[i] = int32(from + i)
		}
	}
}

// Pick hands take the codes of some rows, a stretch of rows at a time: they are read
// before the first of them is made use of, so that a processor waits for many at once.
func (c *Codes) Pick(rows []int32, take func(i int, code int32)) {
	const stretch = 256
	var codes [stretch]int32
	for from := 0; from < len(rows); from += stretch {
		part := rows[from:min(from+stretch, len(rows))]
		switch {
		case c.one != nil:
			for i, row := range part {
				codes[i] = int32(c.one[row]) - 1
			}
		case c.two != nil:
			for i, row := range part {
				codes[i] = int32(c.two[row]) - 1
			}
		case c.four != nil:
			for i, row := range part {
				codes[i] = c.four[row]
			}
		default:
			copy(codes[:], part)
		}
		for i, code := range codes[:len(part)] {
			take(from+i, code)
		}
	}
}

// List returns the codes by row, the column's own where they take four bytes each.
func (c *Codes) List() []int32 {
	if c.four != nil {
		return c.four
	}
	out := make([]int32, c.Len())
	c.Read(out, 0)
	return out
}

// Append adds rows with codes.
func (c *Codes) Append(codes ...int32) {
	if c.Size() == 0 {
		if c.goOn(codes) {
			c.own += len(codes)
			return
		}
		c.spread(int32(c.own) - 1)
	}
	if c.four == nil && len(codes) > 0 {
		c.widen(slices.Max(codes))
	}
	switch {
	case c.one != nil:
		at := len(c.one)
		c.one = slices.Grow(c.one, len(codes))[:at+len(codes)]
		for i, code := range codes {
			c.one[at+i] = uint8(code + 1)
		}
	case c.two != nil:
		at := len(c.two)
		c.two = slices.Grow(c.two, len(codes))[:at+len(codes)]
		for i, code := range codes {
			c.two[at+i] = uint16(code + 1)
		}
	default:
		c.four = append(c.four, codes...)
	}
}

// goOn reports whether codes are the numbers of the rows to come.
func (c *Codes) goOn(codes []int32) bool {
	for i, code := range codes {
		if code != int32(c.own+i) {
			return false
		}
	}
	return true
}

// Set gives a row a code.
func (c *Codes) Set(row int, code int32) {
	if c.Size() == 0 {
		if code == int32(row) {
			return
		}
		c.spread(int32(c.own) - 1)
	}
	c.widen(code)
	switch {
	case c.one != nil:
		c.one[row] = uint8(code + 1)
	case c.two != nil:
		c.two[row] = uint16(code + 1)
	default:
		c.four[row] = code
	}
}

// Cut keeps the first rows.
func (c *Codes) Cut(rows int) {
	switch {
	case c.one != nil:
		c.one = c.one[:rows]
	case c.two != nil:
		c.two = c.two[:rows]
	case c.four != nil:
		c.four = c.four[:rows]
	default:
		c.own = rows
	}
}

// spread writes down the numbers of the rows, the largest of which is given.
func (c *Codes) spread(most int32) {
	rows := c.own
	c.own = 0
	switch {
	case most < math.MaxUint8:
		c.one = make([]uint8, rows, max(rows, c.room))
		for i := range c.one {
			c.one[i] = uint8(i + 1)
		}
	case most < math.MaxUint16:
		c.two = make([]uint16, rows, max(rows, c.room))
		for i := range c.two {
			c.two[i] = uint16(i + 1)
		}
	default:
		c.four = make([]int32, rows, max(rows, c.room))
		for i := range c.four {
			c.four[i] = int32(i)
		}
	}
}

// widen makes the rows wide enough for a code.
func (c *Codes) widen(code int32) {
	if c.one != nil && code >= math.MaxUint8 && code < math.MaxUint16 {
		c.two = make([]uint16, len(c.one), max(len(c.one), c.room))
		for i, x := range c.one {
			c.two[i] = uint16(x)
		}
		c.one = nil
	}
	if c.four == nil && code >= math.MaxUint16 || c.one != nil && code >= math.MaxUint8 {
		wide := make([]int32, c.Len(), max(c.Len(), c.room))
		c.Read(wide, 0)
		c.one, c.two, c.four = nil, nil, wide
	}
}
