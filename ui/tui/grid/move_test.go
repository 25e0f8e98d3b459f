package grid_test

import (
	"slices"
	"testing"

	"custseg/ui/tui/grid"
)

func at(t *testing.T, g *grid.Grid, step string, row, col int) {
	t.Helper()
	if r, c := g.Cursor(); r != row || c != col {
		t.Errorf("after %s the cursor is at %d, %d, want %d, %d", step, r, c, row, col)
	}
	if first, end := g.Window(); g.Len() > 0 && (g.Pos() < first || g.Pos() >= end) {
		t.Errorf("after %s the cursor at %d is off the screen of %d to %d", step, g.Pos(), first, end)
	}
}

func TestKeys(t *testing.T) {
	g := grid.New(numbers{100, 5})
	g.SetSize(80, 11)
	for _, c := range []struct {
		key      string
		row, col int
	}{
		{"up", 0, 0}, {"down", 1, 0}, {"j", 2, 0}, {"k", 1, 0}, {"right", 1, 1}, {"l", 1, 2}, {"h", 1, 1}, {"left", 1, 0}, {"left", 1, 0},
		{"pgdown", 11, 0}, {"ctrl+f", 21, 0}, {"pgup", 11, 0}, {"ctrl+b", 1, 0}, {"ctrl+d", 6, 0}, {"ctrl+u", 1, 0},
		{"G", 99, 0}, {"down", 99, 0}, {"pgdown", 99, 0}, {"home", 0, 0}, {"end", 99, 0}, {"g", 0, 0}, {"$", 0, 4}, {"right", 0, 4}, {"0", 0, 0},
	} {
		if !g.Key(c.key) {
			t.Errorf("%s does nothing", c.key)
		}
		at(t, g, c.key, c.row, c.col)
	}
	for _, verb := range []string{"f", "b", "d", "u", "enter", "space", "", "/", "tab"} {
		if g.Key(verb) {
			t.Errorf("%q is taken, it belongs to the screens", verb)
		}
	}
}

func TestCursorStaysOnItsRow(t *testing.T) {
	g := grid.New(numbers{1000, 3})
	g.SetSize(60, 10)
	g.SetCursor(700, 1)
	reversed := make([]int32, 1000)
	for i := range reversed {
		reversed[i] = int32(999 - i)
	}
	g.SetRows(reversed)
	at(t, g, "sorting", 700, 1)
	if g.Pos() != 299 {
		t.Errorf("place %d, want 299", g.Pos())
	}
	g.SetRows([]int32{5, 700, 9})
	at(t, g, "a filter that keeps it", 700, 1)
	g.SetRows([]int32{5, 9})
	at(t, g, "a filter that hides it", 9, 1)
	g.SetRows(nil)
	at(t, g, "the filter is cleared", 700, 1)
	g.SetRows([]int32{5, 9})
	g.Key("up")
	g.SetRows(nil)
	at(t, g, "moving while filtered", 5, 1)
	g.SetRows([]int32{})
	if row, _ := g.Cursor(); row != -1 || g.Len() != 0 {
		t.Errorf("with no rows the cursor is on %d of %d", row, g.Len())
	}
	g.SetRows(reversed)
	at(t, g, "rows come back", 5, 1)
	g.SetCursor(5000, 2)
	at(t, g, "a row that is not there", 5, 2)
}

func TestSetSourceKeepsThePlace(t *testing.T) {
	g := grid.New(numbers{1000, 6})
	g.SetSize(60, 10)
	g.SetCursor(400, 4)
	g.SortBy(1, true)
	g.SetSource(numbers{500, 6})
	at(t, g, "other data", 400, 4)
	if len(g.Sort()) != 0 || g.Rows() != nil {
		t.Error("the new data is shown as sorted")
	}
	g.SetSource(numbers{10, 2})
	at(t, g, "less data", 9, 1)
}

func TestMouse(t *testing.T) {
	g := grid.New(numbers{100, 3}) // columns of 8 cells at 1, 11, 21
	g.SetSize(40, 6)
	if hit := g.Click(12, 3); hit != (grid.Hit{Row: 2, Col: 1}) {
		t.Errorf("a cell: %+v", hit)
	}
	at(t, g, "a click", 2, 1)
	if hit := g.Click(22, 0); hit != (grid.Hit{Header: true, Row: -1, Col: 2}) {
		t.Errorf("a title: %+v", hit)
	}
	at(t, g, "a click on a title", 2, 2)
	for _, p := range [][2]int{{-1, 2}, {40, 2}, {3, 6}, {3, -1}} {
		if hit := g.Click(p[0], p[1]); hit.Row != -1 || hit.Col != -1 {
			t.Errorf("outside at %v: %+v", p, hit)
		}
	}
	if hit := g.Click(0, 1); hit != (grid.Hit{Row: 0, Col: -1}) {
		t.Errorf("the pointer's place: %+v", hit)
	}
	at(t, g, "a click beside the columns", 0, 2)
	g.Wheel(3)
	at(t, g, "the wheel", 3, 2)
	g.Key("down")
	g.Key("down")
	g.Wheel(1)
	at(t, g, "the wheel under the cursor", 5, 2)
	g.Wheel(-100)
	at(t, g, "the wheel to the top", 4, 2)
	g.Wheel(1000)
	at(t, g, "the wheel to the end", 95, 2)
	g.SetRows([]int32{1, 2})
	if hit := g.Click(3, 4); hit.Row != -1 {
		t.Errorf("below the last row: %+v", hit)
	}
}

func TestResizeKeepsTheCursorOnTheScreen(t *testing.T) {
	g := grid.New(numbers{100, 8})
	g.SetSize(120, 40)
	g.SetCursor(35, 7)
	for _, s := range [][2]int{{60, 10}, {20, 3}, {120, 40}, {3, 2}, {80, 1}} {
		g.SetSize(s[0], s[1])
		at(t, g, "a resize", 35, 7)
	}
	g.SetSize(80, 11)
	g.SetCursor(50, 0)
	g.Center()
	if first, end := g.Window(); first != 45 || end != 55 {
		t.Errorf("centred on 50 shows %d to %d", first, end)
	}
}

func TestRowsIsWhatWasSet(t *testing.T) {
	g := grid.New(numbers{10, 2})
	g.SetRows([]int32{3, 1})
	if !slices.Equal(g.Rows(), []int32{3, 1}) || g.Len() != 2 {
		t.Errorf("rows %v", g.Rows())
	}
	g.SetFrozen(9)
	if g.Frozen() != 2 {
		t.Errorf("frozen %d of 2", g.Frozen())
	}
}
