package load

import (
	"encoding/binary"
	"time"
)

// A block is even when each of its lines is one more row of the table, as nearly all
// are. Then it is known where every field is before any is looked at. The fields of a
// column are cut one after the other when the column takes them: they are alike, so that
// a processor foresees how each is to be taken, and they need not be kept.

// splitEven makes the lines of a block its rows, if it is even.
func (c *cutter) splitEven(b *block) bool {
	if !c.isEven(b) || c.anyBlank(b) {
		return false
	}
	b.even, b.rows, b.lines, b.cut, b.widest = true, b.ends.lines, b.ends.lines, b.size, c.width
	return true
}

// isEven reports whether each line of a block has as many fields as the table has
// columns.
func (c *cutter) isEven(b *block) bool {
	ends := b.ends.at[1:]
	if !b.ends.sound || len(ends) != b.ends.lines*c.width || c.width < c.least || c.width > maxColumns {
		return false
	}
	from := 0
	for last := c.width - 1; last < len(ends); last += c.width {
		end := int(ends[last]) + 1
		if b.text[end-1] != c.eol || end-from > maxRecord {
			return false
		}
		from = end
	}
	return from == b.size
}

// anyBlank reports whether a line of an even block holds nothing.
func (c *cutter) anyBlank(b *block) bool {
	ends := b.ends.at
	var day lastDay
	for at := 0; at+1 < len(ends); at += c.width {
		if first := b.text[ends[at]+1]; first > ' ' && first < 0x7f && first != c.quote && first != c.delimiter {
			continue
		}
		held := false
		for column := 0; !held && column < c.width; column++ {
			held = c.evenField(b.text, int(ends[at+column]+1), int(ends[at+column+1]), &day).high != 0
		}
		if !held {
			return true
		}
	}
	return false
}

// cutColumn cuts fields of a column of an even block, those from a row on.
func (c *cutter) cutColumn(b *block, column, row int, into []fieldKey, day *lastDay) {
	text, ends, quote, width := b.text[:b.size+loadRoom], b.ends.at, c.quote, c.width
	at := row*width + column
	for k := range into {
		i, end := int(ends[at]+1), int(ends[at+1])
		at += width
		n := end - i
		if n == 0 {
			into[k] = fieldKey{}
			continue
		}
		near := (*[loadRoom]byte)(text[i:])
		x := binary.LittleEndian.Uint64(near[:])
		first, last := near[0], text[end-1]
		switch {
		case first <= ' ' || first >= 0x7f || first == quote || last <= ' ' || last >= 0x7f:
		case n <= 8:
			into[k] = fieldKey{x & (^uint64(0) >> (64 - 8*n)), uint32(n) << 24, uint32(i)}
			continue
		case n <= shortWord && (n != len(time.DateOnly) || near[4] != '-'):
			tail := binary.LittleEndian.Uint32(near[8:]) & (1<<(8*(n-8)) - 1)
			into[k] = fieldKey{x, tail | uint32(n)<<24, uint32(i)}
			continue
		}
		into[k] = c.evenField(text, i, end, day)
	}
}

// evenField cuts any field of an even block. Behind one in quotation marks there may be
// a carriage return.
func (c *cutter) evenField(text []byte, i, end int, day *lastDay) fieldKey {
	if i < end && text[i] == c.quote {
		if i++; text[end-1] != c.quote {
			end--
		}
		end--
	}
	return c.trimmedIn(text, i, end, day)
}
