package screen

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// dataOrders opens the rows of the messy orders, the cursor on a column.
func dataOrders(t testing.TB, column string, w, h int) (*DataView, *fakeHost) {
	t.Helper()
	s, host := openData(t, messyData(t), w, h)
	press(t, s, "tab")
	goTo(t, s.table().rows, column)
	return s, host
}

// goTo puts the cursor on the column of a name.
func goTo(t testing.TB, v *rowTable, column string) {
	t.Helper()
	for i, c := range v.source.Columns() {
		if c.Title == column {
			row, _ := v.grid.Cursor()
			v.grid.SetCursor(row, i)
			return
		}
	}
	t.Fatalf("no column %s", column)
}

// column is the values of a column as they are shown, from the top.
func column(v *rowTable, name string) []string {
	at := slices.IndexFunc(v.source.Columns(), func(c grid.Column) bool { return c.Title == name })
	var out []string
	for _, row := range v.inOrder() {
		out = append(out, v.source.plain(int(row), at))
	}
	return out
}

func TestTableStatesGolden(t *testing.T) {
	for name, do := range map[string]func(s *DataView){
		"filtered": func(s *DataView) { press(t, s, "=", "]") },
		"marked":   func(s *DataView) { press(t, s, "space", "space", "j", "V", "b") },
		"offers":   func(s *DataView) { press(t, s, "&"); typed(t, s, "区域 = 华") },
		"wrong":    func(s *DataView) { press(t, s, "&"); typed(t, s, "区域 = 华东 and 金 > 3"); press(t, s, "enter") },
		"writing":  func(s *DataView) { press(t, s, "-", "e", "tab") },
	} {
		for _, look := range []struct {
			look string
			w, h int
		}{{"mono", 80, 20}, {"ascii", 60, 12}, {"color", 120, 32}} {
			s, _ := dataOrders(t, "区域", look.w, look.h)
			if name == "marked" {
				goTo(t, s.table().rows, "金额")
			}
			do(s)
			golden.View(t, fmt.Sprintf("table-%s-%s-%dx%d", name, look.look, look.w, look.h), s.View(themes()[look.look]), look.w, look.h)
		}
	}
}

func TestTableSortsBySeveralColumns(t *testing.T) {
	s, _ := dataOrders(t, "区域", 120, 32)
	v := s.table().rows
	press(t, s, "[")
	goTo(t, v, "金额")
	press(t, s, "}")
	regions, amounts := column(v, "区域"), column(v, "金额")
	for i := 1; i < len(regions); i++ {
		a, b := v.source.Number(int(v.grid.Rows()[i-1]), 4), v.source.Number(int(v.grid.Rows()[i]), 4)
		if regions[i] < regions[i-1] || regions[i] == regions[i-1] && a < b {
			t.Fatalf("row %d: %s %s after %s %s", i, regions[i], amounts[i], regions[i-1], amounts[i-1])
		}
	}
	if head := seen(s); !strings.Contains(head, "区域 ▲1") || !strings.Contains(head, "金额 ▼2") {
		t.Errorf("the header does not show the order:\n%s", head)
	}
	if v.grid.Pos() != 0 {
		t.Error("the cursor leaves the top with the row that was there")
	}
	press(t, s, "j")
	before, _ := v.grid.Cursor()
	press(t, s, "]")
	if row, _ := v.grid.Cursor(); row != before || v.grid.Pos() == 1 {
		t.Errorf("from row %d the cursor goes to row %d at place %d", before, row, v.grid.Pos())
	}
	goTo(t, v, "区域")
	press(t, s, "[")
	goTo(t, v, "金额")
	press(t, s, "}")
	press(t, s, "{") // turned round
	if by := v.grid.Sort(); len(by) != 2 || by[1].Desc {
		t.Errorf("the other order again: %v", by)
	}
	press(t, s, "{")
	if by := v.grid.Sort(); len(by) != 1 {
		t.Errorf("the same order again leaves %v", by)
	}
	press(t, s, "]")
	if by := v.grid.Sort(); len(by) != 1 || by[0].Col != 4 {
		t.Errorf("] does not replace the order: %v", by)
	}
}

func TestTableFiltersByTheValueUnderTheCursor(t *testing.T) {
	s, host := dataOrders(t, "区域", 120, 32)
	v := s.table().rows
	press(t, s, "=")
	if got := v.grid.Len(); got != 96 {
		t.Errorf("only 华东: %d rows, want 96", got)
	}
	if text := seen(s); !strings.Contains(text, "of 96 of 240") || !strings.Contains(text, "区域 = 华东") || !strings.Contains(text, "Esc all rows") {
		t.Errorf("the screen does not say that rows are left out:\n%s", text)
	}
	goTo(t, v, "note")
	press(t, s, "!") // the first row has none
	if got := v.show.where.String(); got != "区域 = 华东 and note is not missing" || slices.Contains(column(v, "note"), "") {
		t.Errorf("the filter is %s", got)
	}
	press(t, s, "esc")
	if v.grid.Len() != 240 || s.focus != paneRows {
		t.Errorf("Esc shows %d rows in pane %d", v.grid.Len(), s.focus)
	}
	press(t, s, "esc")
	if s.focus != paneColumns {
		t.Error("the second Esc does not leave the rows")
	}
	press(t, s, "tab", "&")
	typed(t, s, "金额 > 1000000")
	press(t, s, "enter")
	if n := v.grid.Len(); n != 1 {
		t.Errorf("%d amounts are above a million, want the infinite one", n)
	}
	press(t, s, "&", "ctrl+u")
	typed(t, s, "金额 < -1")
	press(t, s, "enter")
	if last := host.said[len(host.said)-1]; v.grid.Len() != 1 || !strings.Contains(last, "金额 < -1") {
		t.Errorf("a filter that leaves nothing shows %d rows and says %q", v.grid.Len(), last)
	}
	press(t, s, "&", "ctrl+u", "enter")
	if v.grid.Len() != 240 {
		t.Error("an empty filter does not show all rows")
	}
}

func TestTableFilterIsCompletedAndCorrected(t *testing.T) {
	s, _ := dataOrders(t, "区域", 120, 32)
	v := s.table().rows
	press(t, s, "&")
	typed(t, s, "金")
	press(t, s, "tab")
	typed(t, s, "> 50 and 区")
	press(t, s, "tab")
	typed(t, s, "= 华")
	press(t, s, "down", "tab", "enter")
	if got := v.show.where; got == nil || got.String() != "金额 > 50 and 区域 = 华北" {
		t.Fatalf("the filter is %v", got)
	}
	press(t, s, "&")
	typed(t, s, " and 金颧 < 3")
	press(t, s, "enter")
	if text := seen(s); !s.Typing() || !strings.Contains(text, "no column is called 金颧; did you mean 金额?") {
		t.Errorf("a wrong name is not corrected:\n%s", text)
	}
	press(t, s, "esc")
	if s.Typing() || v.show.where.String() != "金额 > 50 and 区域 = 华北" {
		t.Error("Esc does not leave the filter as it was")
	}
}

func TestTableMarks(t *testing.T) {
	s, host := dataOrders(t, "金额", 120, 32)
	v := s.table().rows
	press(t, s, "space", "j", "j", "V") // rows 0 and then to 3
	if got := v.marks.Rows(); !slices.Equal(got, []int32{0, 1, 2, 3}) {
		t.Fatalf("marked are %v", got)
	}
	if text := seen(s); !strings.Contains(text, "4 marked") || !strings.Contains(text, "sum 24.42 · mean 6.105") { // 0, 4.07, 8.14, 12.21
		t.Errorf("the sum of the marked rows is not shown:\n%s", text)
	}
	press(t, s, "m")
	if v.grid.Len() != 4 {
		t.Errorf("only the marked: %d rows", v.grid.Len())
	}
	press(t, s, "esc", "i")
	if v.marks.Len() != 236 {
		t.Errorf("turned round: %d", v.marks.Len())
	}
	press(t, s, "A", "|")
	typed(t, s, "区域 = 华北 or 金额 is missing")
	press(t, s, "enter")
	if v.marks.Len() != 48+5 || v.grid.Len() != 240 {
		t.Errorf("%d rows are marked by the filter, %d shown", v.marks.Len(), v.grid.Len())
	}
	press(t, s, "A", "g", "=", "a", "esc")
	if v.marks.Len() == 0 || v.marks.Len() == 240 {
		t.Errorf("all rows of a filter: %d", v.marks.Len())
	}
	press(t, s, "A", "space", "space", "Y")
	if got := host.copied[len(host.copied)-1]; strings.Count(got, "\n") != 3 || !strings.HasPrefix(got, "Row\t客户 ID\t") || strings.Count(got, "\t") != 3*5 {
		t.Errorf("two marked rows are copied as %q", got)
	}
}

func TestTableCopies(t *testing.T) {
	s, host := dataOrders(t, "note", 120, 32)
	press(t, s, "j", "j", "j", "Y")
	if got := host.copied[0]; strings.Count(got, "\n") != 1 || !strings.Contains(got, "\tline break\n") {
		t.Errorf("a row is copied as %q", got)
	}
	press(t, s, "ctrl+y")
	if got := host.copied[1]; strings.Count(got, "\n") != 241 {
		t.Errorf("the table is copied in %d lines", strings.Count(got, "\n"))
	}
	words := make([]string, 5_000)
	for i := range words {
		words[i] = strings.Repeat("x", 300)
	}
	s, host = openData(t, oneTable(t, model.TextsOf("id", words)), 80, 20)
	press(t, s, "tab", "ctrl+y")
	if len(host.copied) != 0 || len(host.said) == 0 {
		t.Error("more than terminals take is copied")
	}
}

func TestTableAnswersInOrder(t *testing.T) {
	s, host := dataOrders(t, "区域", 120, 32)
	v := s.table().rows
	host.hold = true
	press(t, s, "[") // under way
	goTo(t, v, "金额")
	v.filterByValue(true)
	late := host.held
	host.held = nil
	for _, task := range slices.Backward(late) { // the first ends last
		task.Done(task.Work(t.Context(), func(float64) {}))
	}
	if by := v.grid.Sort(); len(by) != 1 || v.show.where == nil || v.grid.Len() != 239 {
		t.Errorf("sorted by %v, filtered by %v: %d rows", by, v.show.where, v.grid.Len())
	}
}

func TestTableMouseSorts(t *testing.T) {
	s := everyone(segmented(t), 120, 20)
	s.View(themes()["mono"])
	s.Mouse(term.Mouse{X: 2, Y: 1, Action: term.Press, Button: term.LeftButton})
	s.Mouse(term.Mouse{X: 2, Y: 1, Action: term.Press, Button: term.LeftButton})
	if by := s.table.grid.Sort(); len(by) != 1 || !by[0].Desc {
		t.Errorf("two clicks on a title sort by %v", by)
	}
}
