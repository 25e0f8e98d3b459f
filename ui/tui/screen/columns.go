package screen

import (
	"context"
	"math"
	"sync"

	"custseg/model"
	"custseg/ui/tui/chart"
)

// columnFacts is what is known of one column once all its rows were read.
type columnFacts struct {
	model.Summary
	shape        []int // of numbers and dates: rows in equal steps, for a sparkline
	below, above bool  // values lie beyond the shape
}

const (
	shapeBins   = 48
	shapeSample = 10_000 // rows that decide how far the shape reaches
)

// factsOf reads a column.
func factsOf(c model.Column) *columnFacts {
	f := &columnFacts{Summary: model.Summarize(c)}
	switch c := c.(type) {
	case *model.Numbers:
		f.takeShape(c.Values())
	case *model.Dates:
		f.takeShape(momentsOf(c))
	}
	return f
}

// momentsOf returns the seconds of a date column as numbers, missing as NaN.
func momentsOf(c *model.Dates) []float64 {
	out := make([]float64, len(c.Seconds()))
	for i, s := range c.Seconds() {
		out[i] = math.NaN()
		if s != model.NoDate {
			out[i] = float64(s)
		}
	}
	return out
}

// takeShape tallies the values between the bounds of their bulk: a tail that is
// longer than all the rest would make the shape of money one column.
func (f *columnFacts) takeShape(values []float64) {
	lo, hi := bulk(values)
	inside := make([]float64, 0, len(values))
	for _, v := range values {
		switch {
		case v < lo && !math.IsInf(v, 0):
			f.below = true
		case v > hi && !math.IsInf(v, 0):
			f.above = true
		default:
			inside = append(inside, v)
		}
	}
	f.shape = chart.Tally(inside, shapeBins)
}

// bulk returns the range from the 1st to the 99th percentile, widened to
// everything on a side where the tail is no longer than that range. Of many
// rows it looks at some, evenly spread.
func bulk(values []float64) (lo, hi float64) {
	step := max(1, len(values)/shapeSample)
	some := make([]float64, 0, len(values)/step+1)
	for i := 0; i < len(values); i += step {
		some = append(some, values[i])
	}
	s := chart.NewSample(some)
	lo, hi = math.Inf(-1), math.Inf(1)
	if s.N() == 0 {
		return lo, hi
	}
	p1, p99 := s.Quantile(.01), s.Quantile(.99)
	body := p99 - p1
	if body <= 0 {
		return lo, hi
	}
	if p1-s.Quantile(0) > body {
		lo = p1
	}
	if s.Quantile(1)-p99 > body {
		hi = p99
	}
	return lo, hi
}

// columnStore holds the facts of columns while a task still finds more.
type columnStore struct {
	mu      sync.Mutex
	facts   map[columnKey]*columnFacts
	version int // grows with every column
}

// columnKey is a column's place in a dataset.
type columnKey struct{ table, column int }

func newColumnStore() *columnStore { return &columnStore{facts: map[columnKey]*columnFacts{}} }

// of returns the facts of a column, nil while they are not known.
func (s *columnStore) of(k columnKey) *columnFacts {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.facts[k]
}

// now returns how many columns are known.
func (s *columnStore) now() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.version
}

// read finds the facts of every column of a table that are not known yet. It
// may run outside the update loop.
func (s *columnStore) read(ctx context.Context, place int, t *model.Table, report func(float64)) error {
	for i := range t.Columns() {
		if err := s.readColumns(ctx, place, t, []int{i}); err != nil {
			return err
		}
		report(float64(i+1) / float64(len(t.Columns())))
	}
	return nil
}

// readColumns finds the facts of some columns of a table.
func (s *columnStore) readColumns(ctx context.Context, place int, t *model.Table, columns []int) error {
	for _, i := range columns {
		if err := ctx.Err(); err != nil {
			return err
		}
		k := columnKey{place, i}
		if s.of(k) == nil {
			f := factsOf(t.Column(i))
			s.mu.Lock()
			s.facts[k] = f
			s.version++
			s.mu.Unlock()
		}
	}
	return nil
}

// complete reports whether the facts of every column of a table are known.
func (s *columnStore) complete(place int, t *model.Table) bool {
	for i := range t.Columns() {
		if s.of(columnKey{place, i}) == nil {
			return false
		}
	}
	return true
}
