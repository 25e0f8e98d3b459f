package load

import (
	"bytes"
	"slices"
	"sync/atomic"

	"custseg/model/parallel"
)

const (
	// passageText is how many bytes of a text are read at a time, in the blocks of a
	// passage that are cut side by side.
	passageText   = 1024 << 10
	passageBlocks = 16
	// carryRoom is how many bytes fit before them of the passage before.
	carryRoom = 16 << 10
)

// passage is a stretch of a text. It is taken apart into blocks, each of which
// ends with a line: that is the end of a record, unless the line end stands in
// quotation marks. Then the record is cut anew, together with the next block.
type passage struct {
	buf    []byte
	fresh  []byte // what was read
	text   []byte // behind what was left of the passage before; with room for a line end and a load
	size   int    // bytes of the text
	lines  int    // of them, those of whole lines, and one more where the text ends without a line end
	last   bool   // the text ends here
	blocks []block
	starts []int        // of the blocks
	done   int          // bytes that were cut into whole records
	takers atomic.Int32 // who have not taken it yet
}

// join puts what was left of the passage before in front, and finds the blocks.
func (p *passage) join(left []byte, eol byte) {
	if len(left) <= carryRoom {
		p.text = p.buf[carryRoom-len(left) : carryRoom+len(p.fresh)+1+loadRoom]
	} else {
		p.text = make([]byte, len(left)+len(p.fresh)+1+loadRoom)
		copy(p.text[len(left):], p.fresh)
	}
	copy(p.text, left)
	p.size = len(left) + len(p.fresh)
	p.lines = bytes.LastIndexByte(p.text[:p.size], eol) + 1
	if p.last && p.lines < p.size {
		p.text[p.size] = eol
		p.lines = p.size + 1
	}
	p.starts, p.done = p.starts[:0], 0
	for from := 0; from < p.lines; {
		p.starts = append(p.starts, from)
		to := min(from+max(1, len(p.fresh)/passageBlocks), p.lines)
		if end := bytes.LastIndexByte(p.text[from:to], eol); end >= 0 {
			from += end + 1
		} else {
			from = to + bytes.IndexByte(p.text[to:p.lines], eol) + 1
		}
	}
	n := len(p.starts)
	p.blocks = slices.Grow(p.blocks[:0], n)[:n] // with their room of before
}

// end returns where a block ends.
func (p *passage) end(block int) int {
	if block+1 < len(p.starts) {
		return p.starts[block+1]
	}
	return p.lines
}

// split cuts all blocks.
func (p *passage) split(work *parallel.Group, by *cutter) {
	for i := range p.blocks {
		work.Go(func() { by.split(&p.blocks[i], p.text[p.starts[i]:], p.end(i)-p.starts[i]) })
	}
}

// mend cuts the blocks anew that do not begin with a record.
func (p *passage) mend(by *cutter) {
	for i := range p.blocks {
		if p.starts[i] != p.done {
			by.split(&p.blocks[i], p.text[p.done:], p.end(i)-p.done)
		}
		p.done += p.blocks[i].cut
	}
}

// open returns what is left when all whole records are cut.
func (p *passage) open() []byte { return p.text[min(p.done, p.size):p.size] }

// rows counts the rows that were cut.
func (p *passage) rows() int {
	n := 0
	for i := range p.blocks {
		n += p.blocks[i].rows
	}
	return n
}

// file appends the rows to a column.
func (p *passage) file(w *words, column int) {
	for k := range p.blocks {
		w.file(&p.blocks[k], column)
	}
}
