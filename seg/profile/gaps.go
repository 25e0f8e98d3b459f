package profile

import (
	"slices"

	"custseg/model"
)

// gaps gathers the columns that some customers have no value of. Columns that
// are missing of the same customers, as all of one table are, make one line.
type gaps struct{ columns []gapped }

type gapped struct {
	line   Line
	column model.Column
}

func (g *gaps) add(l Line, c model.Column) { g.columns = append(g.columns, gapped{l, c}) }

// sides makes a side of each set of customers who lack values.
func (g *gaps) sides() []side {
	var out []*words
	var more []int // columns beside the first
	for _, c := range g.columns {
		w := newGap(c)
		if len(w.lines()) == 0 {
			continue
		}
		same := slices.IndexFunc(out, func(o *words) bool { return o.counts[0] == w.counts[0] && slices.Equal(o.codes, w.codes) })
		if same < 0 {
			out, more = append(out, w), append(more, 0)
			continue
		}
		more[same]++
		l := &out[same].shares[0]
		l.from = append(l.from, c.line.from...)
	}
	sides := make([]side, len(out))
	for i, w := range out {
		l := &w.shares[0]
		if more[i] > 0 {
			l.Label = model.P("%s and %d more: missing", l.Label, more[i])
		} else {
			l.Label = model.P("%s: missing", l.Label)
		}
		sides[i] = w
	}
	return sides
}

// newGap makes the share of customers without a value of a column.
func newGap(c gapped) *words {
	lacks := make([]int8, c.column.Len())
	for i := range lacks {
		if c.column.Missing(i) {
			lacks[i] = 1
		}
	}
	l := c.line
	l.from = slices.Clone(l.from)
	return newTruths(l, lacks)
}
