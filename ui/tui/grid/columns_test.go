package grid_test

import (
	"slices"
	"strings"
	"testing"

	"custseg/ui/tui/grid"
	"custseg/ui/tui/theme"
)

func TestColumnsAreHiddenAndMoved(t *testing.T) {
	g := grid.New(customers())
	g.SetSize(200, 4)
	g.SetFrozen(1)
	at := func() int { _, col := g.Cursor(); return col }
	g.SetCursor(0, 2)
	g.Hide()
	if at() != 3 || !slices.Equal(g.Shown(), []int{0, 1, 3, 4, 5, 6}) {
		t.Fatalf("after hiding column 2 the cursor is on %d of %v", at(), g.Shown())
	}
	g.Shift(-1)
	g.Shift(-1) // not into the frozen one
	if at() != 3 || !slices.Equal(g.Shown(), []int{0, 3, 1, 4, 5, 6}) {
		t.Fatalf("after moving column 3 the cursor is on %d of %v", at(), g.Shown())
	}
	head := g.View(theme.New(nil, theme.Options{}), true)[0]
	if v, n := strings.Index(head, "Value"), strings.Index(head, "氏名"); v < 0 || n < v || strings.Contains(head, "Orders") {
		t.Errorf("the header is %q", head)
	}
	g.Key("right")
	if at() != 1 {
		t.Errorf("right of the moved column is %d, want 1", at())
	}
	g.SetCursor(1, 2)
	if row, _ := g.Cursor(); row != 1 || at() != 1 {
		t.Errorf("a hidden column took the cursor to %d, %d", row, at())
	}
	g.SetShown(nil)
	if len(g.Shown()) != 7 || at() != 1 {
		t.Errorf("all columns: %v, the cursor on %d", g.Shown(), at())
	}
	for range 7 {
		g.SetFrozen(0)
		g.Hide()
	}
	if len(g.Shown()) != 0 || at() != 0 {
		t.Errorf("no column is left: %v, %d", g.Shown(), at())
	}
	g.Key("left")
	if lines := g.View(theme.New(nil, theme.Options{}), true); len(lines) != 4 {
		t.Errorf("a table without columns has %d lines", len(lines))
	}
}

func TestWidthOfAColumn(t *testing.T) {
	g := grid.New(customers())
	g.SetSize(60, 4)
	g.SetCursor(0, 5)
	g.Fit()
	if full := g.Width(5); full < 50 {
		t.Errorf("in full the column takes %d cells", full)
	}
	g.Widen(-2)
	narrower := g.Width(5)
	g.Fit()
	if narrower < 48 || g.Width(5) != 0 {
		t.Errorf("narrower: %d, then left to the table: %d", narrower, g.Width(5))
	}
}

func TestMarksAndBarsAreDrawn(t *testing.T) {
	g := grid.New(customers())
	g.SetSize(120, 7)
	var m grid.Marks
	m.Set(1, true)
	m.Set(0, true)
	g.SetMarks(&m)
	g.SetBar(2, 8, func(row int) (float64, bool) { return float64(row) / 5, row > 0 })
	lines := g.View(theme.New(nil, theme.Options{ASCII: true}), true)
	if !strings.Contains(lines[1], "*") || !strings.Contains(lines[2], "*") || strings.Contains(lines[3], "*") {
		t.Errorf("the marks are not those of the first rows:\n%s", strings.Join(lines, "\n"))
	}
	if n := strings.Count(lines[6], "########"); n != 1 {
		t.Errorf("the longest bar is not drawn: %q", lines[6])
	}
	g.SetBar(2, 0, nil)
	if g.Barred(2) || strings.Contains(g.View(theme.New(nil, theme.Options{ASCII: true}), true)[6], "###") {
		t.Error("the bars stay")
	}
}

func TestMarks(t *testing.T) {
	var m grid.Marks
	for _, row := range []int{130, 0, 63, 64, 0} {
		m.Set(row, true)
	}
	m.Set(64, false)
	m.Set(-1, true)
	if m.Len() != 3 || !slices.Equal(m.Rows(), []int32{0, 63, 130}) || m.Has(64) || m.Has(1000) || m.Has(-1) {
		t.Errorf("%d marks: %v", m.Len(), m.Rows())
	}
	other := m.Clone()
	m.Clear()
	if m.Len() != 0 || m.Has(0) || other.Len() != 3 {
		t.Error("clearing does not clear, or clears the copy")
	}
}
