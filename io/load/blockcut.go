package load

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"time"
)

// cutter cuts blocks of whole lines into the fields of their rows. It reads what
// [records] reads of fields with or without quotation marks, eight bytes at a
// time; rows that are not simply one more row of the table it sets apart.
type cutter struct {
	delimiter, eol, quote byte
	width                 int // columns of the table
	least                 int // fields of a row that is not short
	hash                  hasher
}

// loadRoom is how many bytes must lie behind a text so that sixteen bytes can be
// loaded from any place of it.
const loadRoom = 16

// block is some lines of a text with the fields they were cut into.
type block struct {
	by     *cutter
	text   []byte // whole lines, with room behind for one load; quoted fields written anew stand behind that
	size   int    // bytes of the lines
	ends   fieldEnds
	even   bool       // the fields are cut when they are asked for: there are no keys
	cut    int        // of them, those cut: less when a quotation mark is open at the end
	keys   []fieldKey // by column and row, with room for as many rows as line ends
	rows   int        // of the table
	lines  int        // records that were cut, rows or not
	widest int        // fields of the longest record that is not blank
	day    lastDay
	odd    []oddLine
}

// fieldKey is the key of a field's word and where it stands in the text: a key's
// numbers one by one, for in a struct of their own they would take half as much again.
type fieldKey struct {
	low      uint64
	high, at uint32
}

// key returns the key of the word.
func (k fieldKey) key() wordKey { return wordKey{k.low, k.high} }

// oddLine is a record that is not simply one more row of the table.
type oddLine struct {
	kind     oddKind
	line     int // its number in the block, from 0
	row      int // how many rows of the block are before it
	fields   int
	from, to int // in the text
}

type oddKind uint8

const (
	blankLine oddKind = iota // it holds nothing
	longLine                 // it has values beyond the width
	shortLine                // it is a row with too few fields
)

// fields returns fields of a column, those from a row on, cut into the room given unless
// they are cut already: as many as it has room for. Day is that of the last moment.
func (b *block) fields(column, row int, room []fieldKey, day *lastDay) []fieldKey {
	n := min(b.rows-row, len(room))
	if n <= 0 {
		return nil
	}
	if !b.even {
		return b.keys[column*b.ends.lines+row:][:n]
	}
	b.by.cutColumn(b, column, row, room[:n], day)
	return room[:n]
}

// word returns the bytes of a field.
func (b *block) word(k fieldKey) []byte {
	n := k.high >> 24
	if k.high >= momentKey {
		n = k.high & (1<<24 - 1)
	}
	return b.text[k.at:][:n]
}

// split cuts some lines of a text, given with room behind, but those from a record
// on that goes on behind them, or is none of a table. Lines so short that most of
// the table's columns are empty are cut in vain: they would take too much room.
func (c *cutter) split(b *block, text []byte, size int) {
	c.begin(b, text, size)
	if !c.splitEven(b) {
		c.splitLines(b)
	}
}

// begin makes a block of some lines.
func (c *cutter) begin(b *block, text []byte, size int) {
	ends := c.endsOf(text[:size], b.ends.at)
	*b = block{by: c, text: text[: size+loadRoom : size+loadRoom], size: size, ends: ends, keys: b.keys, odd: b.odd[:0]}
}

// splitLines cuts a block record by record, unless that takes too much room.
func (c *cutter) splitLines(b *block) {
	need, keys := b.ends.lines*c.width, b.keys
	if need > 2*b.size {
		return
	}
	if cap(keys) < need {
		keys = make([]fieldKey, need+need/8)
	}
	b.keys = keys[:cap(keys)]
	for b.cut < b.size {
		r, ok := c.record(b)
		if !ok || r.to-r.from > maxRecord || r.fields > maxColumns {
			return
		}
		c.file(b, r)
	}
}

// cutRecord is what is known of a record that was cut.
type cutRecord struct {
	from, to int // in the text
	fields   int
	filled   bool // a field holds something
	beyond   bool // one beyond the width does
}

// eachByte times a byte is a number of eight such bytes.
const eachByte = 0x0101010101010101

// record cuts the next record into the next row of the block. It fails when the
// block ends within.
func (c *cutter) record(b *block) (r cutRecord, ok bool) {
	delimiters, eols, quote := uint64(c.delimiter)*eachByte, uint64(c.eol)*eachByte, c.quote
	text, i, place := b.text, b.cut, b.rows
	for r.from = i; ; i++ {
		x := binary.LittleEndian.Uint64(text[i:])
		ends := eitherOf(x, delimiters, eols)
		n := bits.TrailingZeros64(ends) / 8
		k, first, last := fieldKey{}, byte(x), byte(x>>(8*(n-1)&63))
		switch {
		case n == 0:
		case n < 8 && first > ' ' && first < 0x7f && first != quote && last > ' ' && last < 0x7f:
			k = fieldKey{x & (1<<(8*n) - 1), uint32(n) << 24, uint32(i)}
			i += n
		default:
			if n == 8 {
				if k, n = c.longer(b, i, x, delimiters, eols); n > 0 {
					i += n
					break
				}
			}
			if k, i, ok = c.field(b, i); !ok {
				return r, false
			}
			text = b.text
		}
		if r.fields < c.width {
			b.keys[place] = k
			place += b.ends.lines
		} else if k.high != 0 {
			r.beyond = true
		}
		r.fields++
		r.filled = r.filled || k.high != 0
		if text[i] == c.eol {
			r.to = i + 1
			return r, true
		}
	}
}

// longer cuts a field whose first eight bytes are x, if it is a plain word that its key
// holds, or a moment with a time of day: then it returns the length, else 0.
func (c *cutter) longer(b *block, i int, x, delimiters, eols uint64) (k fieldKey, n int) {
	y := binary.LittleEndian.Uint64(b.text[i+8:])
	tail := bits.TrailingZeros64(eitherOf(y, delimiters, eols)) / 8
	if tail == 8 {
		return b.momentAt(i, c.delimiter, c.eol)
	}
	first, last := byte(x), byte(x>>56)
	if tail > 0 {
		last = byte(y >> (8 * (tail - 1)))
	}
	if tail > shortWord-8 || first <= ' ' || first >= 0x7f || first == c.quote || last <= ' ' || last >= 0x7f || byte(x>>32) == '-' && byte(x>>56) == '-' {
		return k, 0 // the last may be a day
	}
	return fieldKey{x, uint32(y)&(1<<(8*tail)-1) | uint32(8+tail)<<24, uint32(i)}, 8 + tail
}

// momentAt is the key of the field at i, if it is a moment with a time of day, and its
// length, else 0.
func (b *block) momentAt(i int, delimiter, eol byte) (k fieldKey, n int) {
	n = len(time.DateTime)
	if i+n >= len(b.text) || b.text[i+n] != delimiter && b.text[i+n] != eol {
		return k, 0
	}
	key, ok := b.day.keyOf(b.text[i : i+n])
	if !ok {
		return k, 0
	}
	return fieldKey{key.low, key.high, uint32(i)}, n
}

// field cuts any field and returns where it ends.
func (c *cutter) field(b *block, i int) (k fieldKey, end int, ok bool) {
	mark := i
	for mark < b.size && b.text[mark] == ' ' {
		mark++
	}
	if mark < b.size && b.text[mark] == c.quote {
		return c.quotedField(b, mark)
	}
	end = c.plainEnd(b, i)
	return c.trimmed(b, i, end), end, true
}

// plainEnd returns where a field without quotation marks ends, at the end of the
// block's last line at the latest.
func (c *cutter) plainEnd(b *block, i int) int {
	delimiters, eols := uint64(c.delimiter)*eachByte, uint64(c.eol)*eachByte
	for ; ; i += 8 {
		if ends := eitherOf(binary.LittleEndian.Uint64(b.text[i:]), delimiters, eols); ends != 0 {
			return i + bits.TrailingZeros64(ends)/8
		}
	}
}

// trimmed returns the key of the word in a field.
func (c *cutter) trimmed(b *block, i, end int) fieldKey { return c.trimmedIn(b.text, i, end, &b.day) }

// trimmedIn is trimmed in any text. Day is that of the last moment.
func (c *cutter) trimmedIn(text []byte, i, end int, day *lastDay) fieldKey {
	if i == end {
		return fieldKey{}
	}
	field := text[i:end]
	if key, ok := day.keyOf(field); ok {
		return fieldKey{key.low, key.high, uint32(i)}
	}
	word := field
	if first, last := field[0], field[len(field)-1]; first <= ' ' || first >= 0x7f || last <= ' ' || last >= 0x7f {
		word = trimSpace(field)
	}
	key := c.hash.key(word)
	return fieldKey{key.low, key.high, uint32(i + cap(field) - cap(word))} // a slice of it
}

// quotedField cuts the field whose quotation mark is at i. What follows the
// closing mark still belongs to it.
func (c *cutter) quotedField(b *block, i int) (k fieldKey, end int, ok bool) {
	i++
	to := i + bytes.IndexByte(b.text[i:b.size], c.quote)
	if to < i {
		return k, 0, false
	}
	if after := b.text[to+1]; after == c.delimiter || after == c.eol {
		return c.trimmed(b, i, to), to + 1, true
	}
	from := len(b.text) // where it is written anew
	for b.text = append(b.text, b.text[i:to]...); b.text[to+1] == c.quote; b.text = append(b.text, b.text[i:to]...) {
		i = to + 1 // the second mark begins the next part
		if to = i + 1 + bytes.IndexByte(b.text[i+1:b.size], c.quote); to <= i {
			return k, 0, false
		}
	}
	end = c.plainEnd(b, to+1)
	b.text = append(b.text, b.text[to+1:end]...)
	return c.trimmed(b, from, len(b.text)), end, true
}

// file takes a record that was cut into the rows, or sets it apart.
func (c *cutter) file(b *block, r cutRecord) {
	line := oddLine{line: b.lines, row: b.rows, fields: r.fields, from: r.from, to: r.to}
	b.lines++
	b.cut = r.to
	if !r.filled {
		b.odd = append(b.odd, line) // blank
		return
	}
	b.widest = max(b.widest, r.fields)
	if r.beyond {
		line.kind = longLine
		b.odd = append(b.odd, line)
		return
	}
	if r.fields < c.least {
		line.kind = shortLine
		b.odd = append(b.odd, line)
	}
	for i := r.fields; i < c.width; i++ {
		b.keys[i*b.ends.lines+b.rows] = fieldKey{}
	}
	b.rows++
}
