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
	left  int             // rows that may still be read; below 0 for any number
	taken int             // rows read
	stop  <-chan struct{} // closed when reading shall end, nil for never
	cut   bool            // rows were left unread
}

func newQuota(rows int, stop <-chan struct{}) *quota {
	if rows <= 0 {
		rows = -1
	}
	return &quota{left: rows, stop: stop}
}

// stopEvery is how many rows are read between two looks at the stop.
const stopEvery = 1 << 10

// take asks for one more row. Once it says no, it says no for good.
func (q *quota) take() bool {
	if q.left == 0 || q.cut {
		q.cut = true
		return false
	}
	if q.taken%stopEvery == stopEvery-1 && q.stopped() {
		q.cut = true
		return false
	}
	q.left--
	q.taken++
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

// back returns to a mark. A reading that was cut ends after as many rows again.
func (q *quota) back(m quota) {
	if q.cut {
		m.left = q.taken - m.taken
	}
	*q = m
}
