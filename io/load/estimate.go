package load

import (
	"bytes"
	"context"
	"io"
	"math"
	"sort"

	"custseg/model"
)

// sampledText is how much of a text tells what the whole of it will need.
const sampledText = 1 << 20

// estimate is what the first rows of a text say about all of them.
type estimate struct {
	rows    float64 // of the whole text
	sampled float64
	columns []columnEstimate
}

// columnEstimate is the words of a column in the first rows.
type columnEstimate struct {
	seen   map[string]bool
	half   int // distinct words in the first half of the rows
	size   int // bytes of the distinct words, but of moments
	values int // words that may become numbers or dates
	last   string
	jumps  bool   // some word does not come after the last one that was new
	kept   *words // the distinct words until one jumps
}

// The bytes that a column takes while it is read, see [words]: a cell is a code, of at
// most four bytes, and another four where it is a number or a date, of whose words each
// has a value of its own; a distinct word is its place, and half of the slots of the hash
// table filled, where there is one.
const (
	cellBytes  = 4
	valueBytes = 8
	wordBytes  = 8 + 2
	slotBytes  = 2 * 16
	runBytes   = 8
	// heapShare is the heap over what is in use: the collector lets it grow, and
	// slices grow by copying.
	heapShare = 1.4
)

// mostTimes is how many times its size a text takes at most: a word of one byte
// and the delimiter behind it a cell, a value and a distinct word.
const mostTimes = heapShare * (cellBytes + wordBytes + slotBytes + 1) / 2

// estimate reads the first part of a text.
func (s source) estimate(v survey, c charset) (estimate, error) {
	f, err := s.open()
	if err != nil {
		return estimate{}, err
	}
	defer f.Close()
	counted := &watched{ctx: context.Background(), r: io.LimitReader(f, sampledText), path: s.path}
	var taken int
	counted.read = func(n int) { taken += n }
	text, err := io.ReadAll(c.reader(counted))
	if err != nil {
		return estimate{}, err
	}
	l, err := detectLayout(text[:min(len(text), headSize)], false, model.Reading{})
	if err != nil {
		return estimate{}, err
	}
	lines := bytes.Count(text, []byte{l.eol})
	var e estimate
	r := newRecords(bytes.NewReader(text), l)
	for r.next() && len(r.fields) <= maxColumns {
		e.add(r.fields, 2*r.row <= lines)
	}
	if taken > 0 {
		e.rows = e.sampled * float64(v.size) / float64(taken)
	}
	return e, nil
}

// add takes a row; early says that it is of the first half.
func (e *estimate) add(fields [][]byte, early bool) {
	e.sampled++
	for len(e.columns) < len(fields) {
		e.columns = append(e.columns, columnEstimate{seen: map[string]bool{}, kept: newWords(0, 0)})
	}
	for i, field := range fields {
		c := &e.columns[i]
		field = trimSpace(field)
		if len(field) > 0 && (between(field[0], '0', '9') || field[0] == '-' || field[0] == '.') {
			c.values++
		}
		if len(field) == 0 || c.seen[string(field)] {
			continue
		}
		c.seen[string(field)] = true
		if c.jumps = c.jumps || compareWords(c.last, string(field)) > 0; !c.jumps {
			c.kept.code(field)
		}
		c.last = string(field)
		if _, ok := keyOfMoment(field); !ok {
			c.size += len(field)
		}
		if early {
			c.half = len(c.seen)
		}
	}
}

// bytes is what some number of rows takes in memory.
func (e estimate) bytes(rows float64) int64 {
	var sum float64
	for _, c := range e.columns {
		distinct, each := c.distinct(rows/e.sampled), float64(wordBytes)
		if n := len(c.seen); n > 0 {
			each += float64(c.size) / float64(n)
		}
		switch {
		case c.jumps:
			each += slotBytes
		case c.kept.serial != nil: // runs of numbers
			each = runBytes
		}
		sum += rows * c.codeBytes(distinct)
		if 2*float64(c.values) > e.sampled {
			sum += rows * cellBytes
			each += valueBytes
		}
		sum += distinct * each
	}
	return int64(sum * heapShare)
}

// codeBytes is what the code of a row takes where there are some distinct words, see
// [narrow.Codes].
func (c columnEstimate) codeBytes(distinct float64) float64 {
	switch {
	case distinct < math.MaxUint8/2:
		return 1
	case distinct < math.MaxUint16/2:
		return 2
	}
	return cellBytes
}

// fitting is how many rows there is memory for.
func (e estimate) fitting(m memory) int {
	return sort.Search(int(e.rows), func(rows int) bool { return e.bytes(float64(rows+1)) > int64(m) })
}

// distinct is how many distinct words there are in a number of times the rows
// that were looked at. Their number grows as a power of the rows (Heaps' law),
// which the two halves tell.
func (c columnEstimate) distinct(times float64) float64 {
	n := float64(len(c.seen))
	if c.half == 0 || times <= 1 {
		return n * min(1, times)
	}
	power := min(1, max(0, math.Log2(n/float64(c.half))))
	return n * math.Pow(times, power)
}
