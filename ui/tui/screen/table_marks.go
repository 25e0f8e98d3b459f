package screen

import (
	"context"

	"custseg/model/filter"
)

// mark marks the cursor's row, or takes its mark away, and goes on to the next.
func (t *rowTable) mark() {
	row, _ := t.grid.Cursor()
	t.marks.Set(row, !t.marks.Has(row))
	t.last = row
	t.grid.Key("down")
	t.marked()
}

// markRange marks the rows from the one last marked to the cursor, as they are
// shown.
func (t *rowTable) markRange() {
	row, col := t.grid.Cursor()
	to := t.grid.Pos()
	t.grid.SetCursor(t.last, col)
	from := t.grid.Pos()
	t.grid.Goto(to, col)
	rows := t.grid.Rows()
	for pos := min(from, to); pos <= max(from, to); pos++ {
		if rows == nil {
			t.marks.Set(pos, true)
		} else {
			t.marks.Set(int(rows[pos]), true)
		}
	}
	t.last = row
	t.marked()
}

// markShown marks all rows shown, or turns their marks round.
func (t *rowTable) markShown(invert bool) {
	if rows := t.shown(); rows != nil {
		for _, row := range rows {
			t.marks.Set(int(row), !invert || !t.marks.Has(int(row)))
		}
	} else {
		for row := range t.source.Len() {
			t.marks.Set(row, !invert || !t.marks.Has(row))
		}
	}
	t.marked()
}

func (t *rowTable) clearMarks() {
	t.marks.Clear()
	t.last = -1
	if t.want.marked {
		t.leave()
	}
	t.marked()
}

// marked is called when marks changed.
func (t *rowTable) marked() { t.sums = tableSums{} }

// onlyMarked shows the marked rows alone, or all again.
func (t *rowTable) onlyMarked() {
	next := t.want
	next.marked = !next.marked
	t.apply(next, false)
}

// markWhere marks those of the rows shown that pass an expression.
func (t *rowTable) markWhere(where filter.Expr) {
	source := t.source
	search := listing{only: &narrowing{rows: t.shown()}, where: where}
	var rows []int32
	t.begin(Task{
		Name: "filtering",
		Work: func(ctx context.Context, report func(float64)) (err error) {
			rows, err = search.pass(ctx, source, nil, report)
			return err
		},
		Done: func(err error) {
			switch {
			case source != t.source:
			case err != nil:
				t.tellFailed(err)
			default:
				for _, row := range rows {
					t.marks.Set(int(row), true)
				}
				t.marked()
				t.host.Say(say(t.host.Printer(), "%d more rows are marked", len(rows)))
			}
		},
	})
}

// chosen are the marked rows that are shown, in the order shown, or without any
// mark the cursor's.
func (t *rowTable) chosen() []int32 {
	if t.marks.Len() == 0 {
		if row, _ := t.grid.Cursor(); row >= 0 {
			return []int32{int32(row)}
		}
		return nil
	}
	out := []int32{}
	for _, row := range t.inOrder() {
		if t.marks.Has(int(row)) {
			out = append(out, row)
		}
	}
	return out
}

// inOrder are the rows shown in the order shown.
func (t *rowTable) inOrder() []int32 {
	if rows := t.grid.Rows(); rows != nil {
		return rows
	}
	out := make([]int32, t.source.Len())
	for i := range out {
		out[i] = int32(i)
	}
	return out
}
