package load

import (
	"encoding/binary"
	"time"
)

// A block is even when each of its lines is one more row of the table, as nearly all
// are. Then it is known where every field is before any is looked at, and the fields
// of one column are cut together: they are alike, so that a processor foresees how
// each is to be taken.

// splitEven cuts a block whose fields end at some places, if it is even; else it has
// done nothing that matters.
func (c *cutter) splitEven(b *block) bool {
	if !c.isEven(b) {
		return false
	}
	b.rows = b.ends.lines
	for column := range c.width {
		if !c.cutColumn(b, column) {
			b.rows = 0
			return false
		}
	}
	if b.anyBlank(c.width) {
		b.rows = 0
		return false
	}
	b.cut, b.lines, b.widest = b.size, b.rows, c.width
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

// cutColumn cuts the fields of a column of an even block.
func (c *cutter) cutColumn(b *block, column int) bool {
	text, ends, quote, width := b.text[:b.size+loadRoom], b.ends.at, c.quote, c.width
	keys, at := b.column(column), column
	for row := range keys {
		i, end := int(ends[at]+1), int(ends[at+1])
		at += width
		n := end - i
		if n == 0 {
			keys[row] = fieldKey{}
			continue
		}
		near := (*[loadRoom]byte)(text[i:])
		x := binary.LittleEndian.Uint64(near[:])
		first, last := near[0], text[end-1]
		switch {
		case first <= ' ' || first >= 0x7f || first == quote || last <= ' ' || last >= 0x7f:
		case n <= 8:
			keys[row] = fieldKey{x & (^uint64(0) >> (64 - 8*n)), uint32(n) << 24, uint32(i)}
			continue
		case n <= shortWord && (n != len(time.DateOnly) || near[4] != '-'):
			tail := binary.LittleEndian.Uint32(near[8:]) & (1<<(8*(n-8)) - 1)
			keys[row] = fieldKey{x, tail | uint32(n)<<24, uint32(i)}
			continue
		default:
			if key, ok := b.day.keyOf(text[i:end]); ok {
				keys[row] = fieldKey{key.low, key.high, uint32(i)}
				continue
			}
		}
		k, to, ok := c.fieldTo(b, i, end)
		if !ok || to != end {
			return false
		}
		keys[row] = k
	}
	return true
}

// anyBlank reports whether a row holds nothing.
func (b *block) anyBlank(width int) bool {
	for row, k := range b.column(0) {
		held := k.high
		for column := 1; held == 0 && column < width; column++ {
			held = b.keys[column*b.stride+row].high
		}
		if held == 0 {
			return true
		}
	}
	return false
}
