package load

import "custseg/model"

// job is one reading of files: how they are to be read, how far it has come and
// how far it may go.
type job struct {
	model.Reading
	*meter
	*quota
}

// quota says how many rows may still be read. Reading ends at a number of rows
// set before, or when the analyst has seen enough.
type quota struct {
	left   int             // rows that may still be read; below 0 for any number
	taken  int             // rows read
	sample int             // rows that may be read of each table, of which the rest is not missed; 0 for no sample
	stop   <-chan struct{} // closed when reading shall end, nil for never
	ended  bool            // reading has ended before the end of the files
	missed bool            // a sample left rows out
}

func newQuota(rows int, stop <-chan struct{}) *quota {
	if rows <= 0 {
		rows = -1
	}
	return &quota{left: rows, stop: stop}
}

// table begins another table.
func (q *quota) table() {
	if q.sample > 0 {
		q.left = q.sample
	}
}

// stopEvery is how many rows are read between two looks at the stop.
const stopEvery = 1 << 10

// take asks for one more row of data. Once it says no, it says no for good, but
// for a sample, which goes on with the next table.
func (q *quota) take() bool {
	if q.left == 0 || q.ended || q.taken%stopEvery == stopEvery-1 && q.stopped() {
		q.ended, q.missed = q.sample == 0, q.sample > 0
		return false
	}
	q.left--
	q.taken++
	return true
}

// takeRows asks for rows, as take does for one, where their number is not limited.
func (q *quota) takeRows(n int) bool {
	if q.ended || q.stopped() {
		q.ended = true
		return false
	}
	q.taken += n
	return true
}

func (q *quota) stopped() bool {
	select {
	case <-q.stop:
		return true
	default:
		return false
	}
}

// mark returns the present state, to come back to when rows are read again.
func (q *quota) mark() quota { return *q }

// back returns to a mark. A reading that has ended does so after as many rows
// again.
func (q *quota) back(m quota) {
	if q.ended {
		m.left = q.taken - m.taken
	}
	*q = m
}
