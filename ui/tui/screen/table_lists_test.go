package screen

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/model/filter"
	"custseg/ui/tui/golden"
)

// pushed returns the screen laid over the last, in a size.
func pushed(t *testing.T, host *fakeHost) Screen {
	t.Helper()
	if len(host.pushed) == 0 {
		t.Fatal("nothing was opened")
	}
	s := host.pushed[len(host.pushed)-1]
	s.SetSize(120, 30)
	return s
}

func TestColumnsStayArrangedForAKindOfList(t *testing.T) {
	host := segmented(t)
	s := everyone(host, 200, 30)
	goTo(t, s.table.rowTable, "Frequency")
	press(t, s, "b", "H")
	goTo(t, s.table.rowTable, "Recency")
	press(t, s, "-", ")", "_")
	if text := seen(s); strings.Contains(text, "Recency") || !strings.Contains(text, "1 column hidden") {
		t.Errorf("the column is not hidden:\n%s", text)
	}
	press(t, s, "0", "-", "H") // the id stays
	other := everyone(host, 200, 30)
	if !slices.Equal(other.table.grid.Shown(), s.table.grid.Shown()) {
		t.Errorf("another list shows %v, not %v", other.table.grid.Shown(), s.table.grid.Shown())
	}
	if at := other.table.rows().at("measure frequency"); !other.table.grid.Barred(at) || slices.Index(other.table.grid.Shown(), at) != 2 {
		t.Errorf("frequency is at %d, with bars: %v", slices.Index(other.table.grid.Shown(), at), other.table.grid.Barred(at))
	}
	press(t, other, "P", "P", "+")
	if text := seen(other); !strings.Contains(text, "Recency") {
		t.Errorf("+ does not show all columns:\n%s", text)
	}
	golden.Size(t, "bars", other.View(themes()["mono"]), 200, 30)
}

func TestValuesOfAColumnLeadToItsRows(t *testing.T) {
	host := segmented(t)
	s := everyone(host, 120, 30)
	goTo(t, s.table.rowTable, "Segment")
	press(t, s, "F")
	v := pushed(t, host).(*Values)
	total := 0
	for _, g := range v.groups {
		total += g.rows
	}
	if total != len(s.table.members) || len(v.groups) < 2 {
		t.Fatalf("%d rows in %d values, want %d", total, len(v.groups), len(s.table.members))
	}
	golden.View(t, "values-120x30", v.View(themes()["mono"]), 120, 30)
	first, second := v.groups[0], v.groups[1]
	press(t, v, "space", "space", "enter")
	if host.backs != 1 || s.table.grid.Len() != first.rows+second.rows {
		t.Errorf("two values lead to %d rows, want %d: %v", s.table.grid.Len(), first.rows+second.rows, s.table.show.where)
	}
	press(t, s, "esc")
	goTo(t, s.table.rowTable, "Monetary")
	press(t, s, "F")
	v = pushed(t, host).(*Values)
	total = 0
	for i, g := range v.groups {
		total += g.rows
		n := 0
		v.table.grid.SetCursor(i, 0)
		if g.rows > 0 {
			press(t, v, "enter")
			n = s.table.grid.Len()
			press(t, s, "esc")
		}
		if n != g.rows {
			t.Errorf("%s has %d rows, and %v leads to %d", g.label, g.rows, g.where, n)
		}
	}
	if total != len(s.table.members) {
		t.Errorf("the ranges hold %d of %d", total, len(s.table.members))
	}
	last := v.groups[len(v.groups)-1]
	v.table.grid.SetCursor(len(v.groups)-1, 0)
	press(t, v, "!")
	if s.table.grid.Len() != len(s.table.members)-last.rows {
		t.Errorf("all but %s are %d", last.label, s.table.grid.Len())
	}
}

func TestDatesAreCountedByPeriod(t *testing.T) {
	s, host := dataOrders(t, "下单日期", 120, 30)
	press(t, s, "F")
	v := pushed(t, host).(*Values)
	if got := v.groups[0]; got.label != "2011-01" || got.where.String() != "下单日期 = 2011-01" || v.groups[len(v.groups)-1].where.String() != "下单日期 is missing" {
		t.Errorf("the groups begin with %v and end with %v", got, v.groups[len(v.groups)-1])
	}
	press(t, v, "enter")
	if n := s.table().rows.grid.Len(); n != v.groups[0].rows {
		t.Errorf("the first month leads to %d rows, want %d", n, v.groups[0].rows)
	}
}

func TestProfileOfTheRowsShown(t *testing.T) {
	s, host := dataOrders(t, "金额", 120, 30)
	press(t, s, "&")
	typed(t, s, "金额 < 20 and 区域 in (华东, 华北)")
	press(t, s, "enter", "I")
	p := pushed(t, host).(*Profile)
	golden.View(t, "profile-120x30", p.View(themes()["mono"]), 120, 30)
	row, _ := p.table.grid.Cursor()
	if got := p.table.source.Text(row, 0); got != "金额" {
		t.Errorf("the cursor is on %s", got)
	}
	press(t, p, "enter")
	if v, ok := pushed(t, host).(*Values); !ok || v.Crumb() != "金额" {
		t.Error("Enter does not lead to the values of the column")
	}
}

func TestQuartilesAndDeviation(t *testing.T) {
	var p fieldProfile
	p.numbers([]float64{2, 4, 4, 4, 5, 5, 7, 9}, model.Plain) // by hand: mean 5, squares 32
	if p.least != "2" || p.q1 != "4" || p.half != "4.5" || p.q3 != "5.5" || p.most != "9" || p.mean != 5 || p.sum != 40 || p.deviation < 2.1380 || p.deviation > 2.1381 {
		t.Errorf("%+v", p)
	}
}

func TestTableIsWrittenAsShown(t *testing.T) {
	host := segmented(t)
	s := everyone(host, 120, 30)
	folder := t.TempDir()
	path := filepath.Join(folder, "list.csv")
	goTo(t, s.table.rowTable, "Recency")
	press(t, s, "-", "]")
	goTo(t, s.table.rowTable, "Frequency")
	press(t, s, "]", "=")
	write := func(keys ...string) {
		t.Helper()
		press(t, s, "e", "ctrl+u")
		typed(t, s, path)
		press(t, s, keys...)
	}
	write("enter")
	if !slices.Equal(host.loses, []string{"list.csv is being written"}) {
		t.Errorf("leaving would lose %q", host.loses)
	}
	rows := readCSV(t, path)
	if len(rows) != s.table.grid.Len()+1 || !slices.Equal(rows[0][:3], []string{"Customer", "Segment", "Frequency"}) || rows[1][0] != s.table.source.plain(int(s.table.inOrder()[0]), 0) {
		t.Errorf("written are %q", rows[:2])
	}
	write("enter")
	if text := seen(s); !s.Typing() || !strings.Contains(text, "list.csv exists; Enter again overwrites it") {
		t.Errorf("an existing file is not told of:\n%s", text)
	}
	press(t, s, "tab", "enter")
	masked := readCSV(t, path)
	if s.Typing() || len(masked) != len(rows) || strings.HasPrefix(masked[1][0], "客户") {
		t.Errorf("under the mask %q is written", masked[:2])
	}
	press(t, s, "esc", "e", "ctrl+u")
	typed(t, s, filepath.Join(folder, "list.txt"))
	press(t, s, "enter")
	if text := strings.Join(strings.Fields(seen(s)), " "); !s.Typing() || !strings.Contains(text, ".csv or .xlsx") || !strings.Contains(text, "list.txt") {
		t.Errorf("another format is not told beside the path:\n%s", text)
	}
}

func readCSV(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestHiddenValuesAreNotFilteredNorWritten(t *testing.T) {
	s, _ := openData(t, messyData(t), 120, 32)
	press(t, s, "T", "tab")
	v := s.table().rows
	goTo(t, v, "name")
	actions := s.Actions()
	for _, id := range []string{"rows.only", "rows.but", "rows.values"} {
		if why := actions[id].Why(); !strings.Contains(why, "P shows them") {
			t.Errorf("%s of a hidden column: %q", id, why)
		}
	}
	if _, err := v.parse("name = 王小明"); err == nil {
		t.Error("a filter may name a hidden column")
	}
	path := filepath.Join(t.TempDir(), "people.csv")
	press(t, s, "e", "ctrl+u")
	typed(t, s, path)
	press(t, s, "enter")
	for _, row := range readCSV(t, path)[1:] {
		if row[2] != "masked" || !strings.HasPrefix(row[1], "客户") {
			t.Fatalf("written is %q", row)
		}
	}
}

// The list follows to another result with its order and filter.
func TestListKeepsFilterInAnotherResult(t *testing.T) {
	host := segmented(t)
	s := everyone(host, 160, 30)
	press(t, s, "&")
	typed(t, s, "frequency > 7")
	press(t, s, "enter")
	goTo(t, s.table.rowTable, "Monetary")
	press(t, s, "]", "space")
	want := column(s.table.rowTable, "Customer")
	host.session.Propose(host.session.Recipe.WithMethod("abc"), "abc")
	host.settle()
	s.Refresh()
	if got := column(s.table.rowTable, "Customer"); !slices.Equal(got, want) || len(got) == len(s.table.members) {
		t.Errorf("in another result the list is %v, not %v", got, want)
	}
	if s.table.marks.Len() != 0 {
		t.Error("marks stay on rows of another result")
	}
}

func TestTurningToTheNextSegmentKeepsOrderAndFilter(t *testing.T) {
	host := segmented(t)
	page := newSegment(host, 0)
	page.SetSize(120, 40)
	press(t, page, "&")
	typed(t, page, "frequency > 0")
	press(t, page, "enter")
	goTo(t, page.table.rowTable, "Monetary")
	press(t, page, "]", "j", ">")
	for len(page.members) == 0 { // one of nobody keeps the filter too
		press(t, page, ">")
	}
	table := page.table
	if table.show.where == nil || len(table.show.by) != 1 || table.grid.Pos() != 0 || table.title != page.Crumb() {
		t.Errorf("the next segment is filtered by %v and sorted by %v, at row %d", table.show.where, table.show.by, table.grid.Pos())
	}
	if !slices.Equal(table.members, page.members) || table.grid.Len() > len(page.members) {
		t.Error("the customers are not those of the next segment")
	}
	table.filter(filter.Is("Customer", table.rows().plain(0, 0)))
	press(t, page, "<")
	for len(page.members) == 0 {
		press(t, page, "<")
	}
	if table.show.where != nil || len(table.show.by) != 1 || table.grid.Len() != len(page.members) {
		t.Errorf("a filter that no customer of the segment passes: %v, sorted by %v, %d of %d", table.show.where, table.show.by, table.grid.Len(), len(page.members))
	}
}
