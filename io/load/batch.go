package load

import "custseg/model/parallel"

// batch is rows on their way into the columns, so that cutting the text and
// filing the words go on side by side. Each column is filed by one goroutine at
// a time, in the order of the rows.
type batch struct {
	width int
	rows  int
	bytes []byte
	ends  []int // of the fields in bytes, row by row
}

// batchSize is about how many bytes are filed at a time.
const batchSize = 512 << 10

// add copies a row, made as wide as the batch with empty fields.
func (b *batch) add(fields [][]byte) {
	for _, f := range fields {
		b.bytes = append(b.bytes, f...)
		b.ends = append(b.ends, len(b.bytes))
	}
	for range b.width - len(fields) {
		b.ends = append(b.ends, len(b.bytes))
	}
	b.rows++
}

// full reports whether the batch should be filed.
func (b *batch) full() bool { return len(b.bytes) >= batchSize || len(b.ends) >= batchSize/8 }

// file appends the rows to the columns and empties the batch.
func (b *batch) file(columns []*words) {
	each(b.width, func(i int) {
		w := columns[i]
		for k := i; k < len(b.ends); k += b.width {
			start := 0
			if k > 0 {
				start = b.ends[k-1]
			}
			w.add(b.bytes[start:b.ends[k]])
		}
	})
	b.rows, b.bytes, b.ends = 0, b.bytes[:0], b.ends[:0]
}

// filing files batches in the background: one is filled while another is filed.
type filing struct {
	filling, busy *batch
	done          parallel.Group
}

func newFiling() *filing { return &filing{filling: &batch{}, busy: &batch{}} }

// add takes a row for columns, at least as many as it has fields.
func (f *filing) add(columns []*words, fields [][]byte) {
	if f.filling.width != len(columns) {
		f.flush(columns[:f.filling.width])
		f.filling.width = len(columns)
	}
	f.filling.add(fields)
	if f.filling.full() {
		f.flush(columns)
	}
}

// flush starts filing what was taken.
func (f *filing) flush(columns []*words) {
	f.done.Wait()
	f.filling, f.busy = f.busy, f.filling
	f.filling.width = f.busy.width
	b := f.busy
	f.done.Go(func() { b.file(columns) })
}

// finish files the rest and waits.
func (f *filing) finish(columns []*words) {
	f.flush(columns[:f.filling.width])
	f.done.Wait()
}
