package screen

import (
	"context"
	"math"

	"custseg/model"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

// tableSums are the sum and the mean of the cursor's column over the rows
// shown, or over the marked ones.
type tableSums struct {
	known   bool
	started bool
	col     int
	n       int
	sum     float64
}

// sumAtOnce is how many rows are added up within a frame; more are left to a
// task.
const sumAtOnce = 50_000

// wantSums finds the sums of the cursor's column unless they are known.
func (t *rowTable) wantSums() {
	_, col := t.grid.Cursor()
	f, ok := t.fieldAt(col)
	if ok = ok && f.kind == model.Number && !f.id && !f.ordinal && !f.hidden; !ok {
		t.sums = tableSums{col: col}
		return
	}
	if t.sums.col == col && (t.sums.known || t.sums.started) {
		return
	}
	t.sums = tableSums{col: col, started: true}
	source, rows, marks := t.fields(), t.shown(), t.marks.Clone()
	if source.Len() <= sumAtOnce {
		t.sums, _ = sumOf(context.Background(), source, f, col, rows, marks) // fails only when cancelled
		return
	}
	var sums tableSums
	t.begin(Task{
		Name:  "adding up",
		Quiet: true,
		Work: func(ctx context.Context, _ func(float64)) error {
			found, err := sumOf(ctx, source, f, col, rows, marks)
			if err == nil {
				sums = found
			}
			return err
		},
		Done: func(err error) {
			if source == t.source && t.sums.col == col && t.sums.started {
				t.sums = sums // none when it was cancelled: they are asked for again
			}
		},
	})
}

// sumOf adds up a field over rows, nil for all, in the order of the source: over
// those that are marked, if any is.
func sumOf(ctx context.Context, src fieldSource, f tableField, col int, rows []int32, marks *grid.Marks) (tableSums, error) {
	out := tableSums{known: true, col: col}
	values := f.values().(*model.Numbers).Values()
	n := src.Len()
	if rows != nil {
		n = len(rows)
	}
	for i := range n {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return out, ctx.Err()
		}
		row := i
		if rows != nil {
			row = int(rows[i])
		}
		v := values[src.valueRow(row)]
		if math.IsNaN(v) || math.IsInf(v, 0) || marks.Len() > 0 && !marks.Has(row) {
			continue
		}
		out.n++
		out.sum += v
	}
	return out, nil
}

// sumsText writes the mean and, of what adds up, the sum; nothing while they are
// not known.
func (t *rowTable) sumsText(th *theme.Theme) string {
	t.wantSums()
	f, ok := t.cursorField()
	if !ok || !t.sums.known || t.sums.n == 0 {
		return ""
	}
	pr := t.host.Printer()
	name := shortWord(th, t.source.Columns()[t.sums.col].Title)
	mean := chart.Short(t.sums.sum/float64(t.sums.n), f.unit)
	if f.unit == model.Percent || f.unit == model.Days {
		return say(pr, "%s: mean %s", name, mean)
	}
	return say(pr, "%s: sum %s %s mean %s", name, chart.Full(t.sums.sum, f.unit), th.Glyphs.Dot, mean)
}
