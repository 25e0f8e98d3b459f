package load

import (
	"bytes"
	"io"

	"custseg/model/parallel"
)

// blockScan takes the rows of a text in steps that go on side by side: while one
// passage is read, the one before is cut into fields, each of its blocks by itself, and
// those before are taken into the columns, by [takers] that need not wait for each other.
type blockScan struct {
	in     *intake
	src    io.Reader
	seen   io.Writer // is shown what is read, nil for none
	by     cutter
	size   int // bytes of a passage
	row    int // records so far
	takers takers
	viewer *taker // shows the text, nil for none
}

// inBlocks reports whether a text of the layout can be taken in blocks.
func (l layout) inBlocks() bool {
	return !l.aligned && l.columns == nil && !l.mixed && !l.escaped && l.delimiter != l.eol && l.delimiter != ' ' && l.delimiter != l.quote()
}

// takeBlocks takes the records of a text from where r stands on, in passages of a
// size; src is what r reads from, seen is shown what is read of it. It gives up at a record that is
// none of a table, such as one whose quotation mark is never closed: then it
// returns the records from there on, to go on with, else nil.
func (in *intake) takeBlocks(r *records, src io.Reader, seen io.Writer, size int) (*records, error) {
	in.filing.finish(in.columns)
	l := r.layout
	s := &blockScan{in: in, src: src, seen: seen, size: size, row: r.row,
		by: cutter{delimiter: l.delimiter, eol: l.eol, quote: l.quote(), width: len(in.columns), least: in.least, hash: in.hash}}
	left, err := s.run(r.unread())
	if left == nil || err != nil {
		return nil, err
	}
	return continueRecords(left, l, s.row), nil
}

// run takes what was read already and the rest of the text, or returns what is
// left when it gives up.
func (s *blockScan) run(rest []byte) (left io.Reader, err error) {
	s.employ()
	defer s.takers.end()
	cutting, err := s.read()
	if err != nil {
		return nil, err
	}
	cutting.join(rest, s.by.eol)
	for next := (*passage)(nil); cutting != nil; cutting = next {
		var work parallel.Group
		cutting.split(&work, &s.by)
		if s.viewer != nil {
			s.viewer.queue <- cutting
		}
		if next = nil; !cutting.last {
			next, err = s.read()
		}
		work.Wait()
		if err != nil {
			return nil, err
		}
		cutting.mend(&s.by)
		if !s.in.job.takeRows(cutting.rows()) {
			s.in.cut = true
			s.takers.end()
			_, err = io.Copy(io.Discard, s.unseen(next))
			return nil, err
		}
		s.note(cutting)
		open := cutting.open()
		if len(open) > 0 && (next == nil || len(open) >= maxRecord) {
			open = bytes.Clone(open)
			s.file(cutting)
			s.takers.end()
			return io.MultiReader(bytes.NewReader(open), s.unseen(next)), nil
		}
		if next != nil {
			next.join(open, s.by.eol)
		}
		s.file(cutting)
	}
	return nil, nil
}

// employ finds takers for the columns, and one who shows the text.
func (s *blockScan) employ() {
	s.takers.free = make(chan *passage, passagesAtOnce)
	for range passagesAtOnce {
		s.takers.free <- &passage{}
	}
	columns := s.in.columns
	some := (len(columns) + mostTakers - 1) / mostTakers
	for from := 0; from < len(columns); from += some {
		to := min(from+some, len(columns))
		s.takers.add(func(p *passage) {
			for i := from; i < to; i++ {
				p.file(columns[i], i)
			}
		})
	}
	if s.seen != nil {
		s.viewer = s.takers.add(func(p *passage) { s.seen.Write(p.fresh) })
	}
}

// file has a passage taken into the columns.
func (s *blockScan) file(p *passage) {
	for _, t := range s.takers.all {
		if t != s.viewer {
			t.queue <- p
		}
	}
}

// unseen is the text from a passage on, nil for none, which is shown as it is
// read.
func (s *blockScan) unseen(next *passage) io.Reader {
	if next == nil {
		return bytes.NewReader(nil)
	}
	text := io.MultiReader(bytes.NewReader(next.fresh), s.src)
	if s.seen == nil {
		return text
	}
	return io.TeeReader(text, s.seen)
}

// read reads the next passage, once one is free.
func (s *blockScan) read() (*passage, error) {
	p := <-s.takers.free
	p.takers.Store(int32(len(s.takers.all)))
	if p.buf == nil {
		p.buf = make([]byte, carryRoom+s.size+1+loadRoom)
	}
	p.fresh = p.buf[carryRoom:][:s.size]
	n, err := io.ReadFull(s.src, p.fresh)
	p.fresh = p.fresh[:n]
	p.last = err == io.EOF || err == io.ErrUnexpectedEOF
	if p.last {
		err = nil
	}
	return p, err
}

// note takes the rows of a passage that was cut.
func (s *blockScan) note(p *passage) {
	for i := range p.blocks {
		b := &p.blocks[i]
		line, row := 0, 0
		for _, odd := range b.odd {
			s.in.noteRows(s.row+line+1, odd.row-row)
			line, row = odd.line+1, odd.row
			switch odd.kind {
			case blankLine:
				s.in.blank++
			case longLine:
				s.in.rejectLong(s.row+line, odd.fields, b.text[odd.from:odd.to])
			case shortLine:
				s.in.short = append(s.in.short, int32(s.in.rows))
				s.in.noteRows(s.row+line, 1)
				row++
			}
		}
		s.in.noteRows(s.row+line+1, b.rows-row)
		s.row += b.lines
		s.in.widest = max(s.in.widest, b.widest)
	}
}
