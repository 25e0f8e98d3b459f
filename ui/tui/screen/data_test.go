package screen

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/load"
	"custseg/model"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/keys"
	"custseg/ui/tui/term"
)

// looks are the sizes and themes that each screen has a golden view in.
var looks = []struct {
	look string
	w, h int
}{{"mono", 60, 12}, {"mono", 80, 20}, {"mono", 120, 32}, {"mono", 200, 46}, {"color", 120, 32}, {"ascii", 80, 20}, {"ascii", 120, 32}}

func TestDataGolden(t *testing.T) {
	for _, l := range looks {
		s, _ := openData(t, messyData(t), l.w, l.h)
		press(t, s, "j", "j", "j")
		golden.View(t, fmt.Sprintf("data-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
	}
}

func TestDataStatesGolden(t *testing.T) {
	for name, do := range map[string]func(s *DataView, host *fakeHost){
		"rows":     func(s *DataView, _ *fakeHost) { press(t, s, "tab", "l", "l", "l", "l", "j", "j", "]") },
		"findings": func(s *DataView, _ *fakeHost) { press(t, s, "shift+tab", "j") },
		"records":  func(s *DataView, _ *fakeHost) { press(t, s, "shift+tab", "enter") },
		"chart":    func(s *DataView, _ *fakeHost) { press(t, s, "j", "j", "F", "l", "l") },
		"figures":  func(s *DataView, _ *fakeHost) { press(t, s, "t") },
		"search":   func(s *DataView, _ *fakeHost) { press(t, s, "tab", "/"); typed(t, s, "客户") },
		"table":    func(s *DataView, _ *fakeHost) { press(t, s, "T", "j") },
	} {
		s, host := openData(t, messyData(t), 80, 20)
		do(s, host)
		golden.View(t, "data-state-"+name, s.View(themes()["mono"]), 80, 20)
	}
}

func TestDataBeforeFactsAreKnown(t *testing.T) {
	host := newFakeHost()
	host.hold = true
	host.open(t, messyData(t))
	s := NewData(host)
	s.SetSize(80, 20)
	s.Refresh()
	golden.View(t, "data-state-reading", s.View(themes()["mono"]), 80, 20)
	host.release()
	if text := seen(s); strings.Contains(text, "…") && !strings.Contains(text, "rows each") {
		t.Errorf("facts are not shown once they are known:\n%s", text)
	}
}

func TestDataOddTables(t *testing.T) {
	for name, d := range odd(t) {
		for _, size := range [][2]int{{60, 12}, {80, 20}, {104, 27}, {120, 32}, {200, 46}} {
			s, _ := openData(t, d, size[0], size[1])
			for _, key := range []string{"", "j", "tab", "G", "]", "tab", "j", "esc", "F", "l", "enter", "t", "j", "esc", "esc", "n", "P", "T", "/", "esc"} {
				if key != "" {
					press(t, s, key)
				}
				golden.Size(t, fmt.Sprintf("%s at %v after %q", name, size, key), s.View(themes()["mono"]), size[0], size[1])
			}
		}
	}
}

func TestDataShowsNoEscapeOfAFile(t *testing.T) {
	s, _ := openData(t, messyData(t), 200, 46)
	for _, key := range []string{"", "tab", "tab", "j", "enter", "esc", "j", "j", "esc", "G", "F"} {
		if key != "" {
			press(t, s, key)
		}
		for _, l := range s.View(themes()["mono"]) {
			if strings.Contains(l, "\x1b[2J") || strings.Contains(l, "\x1b[31m") {
				t.Fatalf("after %q an escape sequence of the file is on the screen: %q", key, l)
			}
		}
	}
}

func TestDataOfLoadedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "売上.csv")
	csv := "顧客,氏名,金額,日付\nA1,ﾊﾟﾄﾘｼｱ,12.5,2024-01-05\nA2,\x1b[2J,,2024-02-01\nA1,ｶﾞｲ,7,2024-03-09\n"
	if err := os.WriteFile(path, []byte(csv), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := load.Open(context.Background(), []string{path}, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	s, _ := openData(t, d, 120, 32)
	press(t, s, "P")
	golden.Size(t, "loaded", s.View(themes()["mono"]), 120, 32)
	if text := seen(s); !strings.Contains(text, "パ") || !strings.Contains(text, "売上 3 rows") {
		t.Errorf("names and size of the file are not shown:\n%s", text)
	}
}

func TestDataSortSearchAndCopy(t *testing.T) {
	s, host := openData(t, messyData(t), 80, 20)
	press(t, s, "tab", "$", "h", "]") // 金额, descending: the infinite value first
	rows := s.table().rows
	if got := rows.grid.Rows()[:2]; !slices.Equal(got, []int32{100, 101}) {
		t.Errorf("the greatest amounts are in rows %v, want 100 and 101", got)
	}
	press(t, s, "g", "y")
	press(t, s, "j", "y")
	if want := []string{"+Inf", "250000"}; !slices.Equal(host.copied, want) {
		t.Errorf("copied %q, want %q", host.copied, want)
	}
	press(t, s, "]")
	if rows.grid.Rows() != nil || len(rows.grid.Sort()) > 0 {
		t.Error("the same order again does not go back to the file's")
	}
	press(t, s, "/")
	typed(t, s, "ボストン") // as shown, not as it stands in the file
	press(t, s, "enter")
	if len(host.said) == 0 {
		t.Error("a text that is not there is not told")
	}
	press(t, s, "g", "/")
	typed(t, s, "客户-012")
	press(t, s, "enter")
	first, _ := rows.grid.Cursor()
	press(t, s, "n")
	second, _ := rows.grid.Cursor()
	press(t, s, "N")
	again, _ := rows.grid.Cursor()
	if first == 0 || second <= first || again != first {
		t.Errorf("search went to rows %d, %d, %d", first, second, again)
	}
}

func TestDataFilter(t *testing.T) {
	s, _ := openData(t, messyData(t), 80, 20)
	press(t, s, "tab", "&")
	if !s.Typing() {
		t.Fatal("no text field is open")
	}
	typed(t, s, "华北")
	press(t, s, "enter")
	if n := s.table().rows.grid.Len(); n != 48 {
		t.Errorf("%d rows hold the text, want 48", n)
	}
	press(t, s, "]")
	if n := s.table().rows.grid.Len(); n != 48 {
		t.Errorf("sorting shows %d rows, want 48", n)
	}
	press(t, s, "esc")
	if n := s.table().rows.grid.Len(); n != 240 {
		t.Errorf("Esc shows %d rows, want all 240", n)
	}
}

func TestDataFindingsShowTheirRows(t *testing.T) {
	s, _ := openData(t, messyData(t), 80, 20)
	press(t, s, "tab", "&")
	typed(t, s, "金额 > 20")
	press(t, s, "enter", "shift+tab", "shift+tab") // to the findings, the records first
	filtered := s.table().below().grid.Len()
	if s.focus != paneFindings || s.table().rejects != nil || filtered == 240 {
		t.Fatal("passing over the findings replaces the rows")
	}
	press(t, s, "enter")
	if s.table().rejects == nil || s.table().below().grid.Len() != 2 {
		t.Fatal("the records of the first finding are not shown")
	}
	press(t, s, "esc", "j", "enter")
	if s.focus != paneRows {
		t.Error("Enter does not go to the rows")
	}
	if got := s.table().below().grid.Len(); got == 0 || got > 6 {
		t.Errorf("%d rows without an id are shown of 6, through the filter", got)
	}
	if text := seen(s); !strings.Contains(text, "of 240 rows: ") || !strings.Contains(text, "金额 > ") {
		t.Errorf("the title does not tell of the finding and of the filter:\n%s", text)
	}
	if _, col := s.table().rows.grid.Cursor(); s.rowsColumn() != 1 {
		t.Errorf("the cursor is on column %d, not on the finding's", col)
	}
	press(t, s, "esc")
	if s.focus != paneFindings {
		t.Error("Esc does not come back to the findings")
	}
	if s.table().rows.grid.Len() != filtered {
		t.Error("the filter is gone with the finding")
	}
	press(t, s, "tab", "enter")
	if s.focus != paneRows || s.rowsColumn() != s.table().column() {
		t.Error("Enter on a column does not go to it in the rows")
	}
}

func TestDataGoesBackWithinTheScreenFirst(t *testing.T) {
	for _, back := range []string{"esc", "q"} {
		s, _ := openData(t, messyData(t), 80, 20)
		for _, way := range [][]string{{"tab"}, {"tab", "tab"}, {"F"}} {
			press(t, s, way...)
			if !s.Key(term.KeyOf(back)) || s.focus != paneColumns || s.zoom {
				t.Errorf("%s after %v leaves the focus on pane %d", back, way, s.focus)
			}
		}
		if s.Key(term.KeyOf(back)) {
			t.Errorf("%s on the columns is not left to the program", back)
		}
	}
}

func TestDataLeavesEscToWhatRuns(t *testing.T) {
	s, host := openData(t, messyData(t), 80, 20)
	press(t, s, "tab")
	host.hold = true
	press(t, s, "]")
	if s.Key(term.KeyOf("esc")) {
		t.Error("Esc does not cancel the sorting")
	}
	host.release()
	if !s.Key(term.KeyOf("esc")) {
		t.Error("Esc does not go back once the sorting is done")
	}
}

func TestDataCancelledReadingIsNotStartedAgain(t *testing.T) {
	host := newFakeHost()
	host.hold = true
	host.open(t, messyData(t))
	s := NewData(host)
	s.SetSize(80, 20)
	s.Refresh()
	for _, task := range host.held {
		task.Done(context.Canceled)
	}
	host.held = nil
	s.Refresh()
	for _, task := range host.held {
		if task.Name == "reading columns" {
			t.Error("reading starts again after it was cancelled")
		}
	}
	press(t, s, "T")
	if !slices.ContainsFunc(host.held, func(x Task) bool { return x.Name == "reading columns" }) {
		t.Error("the columns of the other table are not read")
	}
}

func TestDataDrillFromBarToRows(t *testing.T) {
	s, _ := openData(t, messyData(t), 80, 20)
	press(t, s, "F", "j", "enter") // 区域: the commonest is 华东
	if n := s.table().rows.grid.Len(); n != 96 || s.focus != paneRows {
		t.Errorf("the bar opens %d rows, want the 96 of 华东", n)
	}
	press(t, s, "esc", "shift+tab")
	press(t, s, "j", "F", "l", "enter") // 客户 ID: the ids with the fewest rows
	rows := s.table().rows.grid.Rows()
	if len(rows) == 0 || len(rows) == 240 {
		t.Errorf("the bar of ids opens %d rows", len(rows))
	}
}

func TestDataRoleGoesToRolesWithTheColumn(t *testing.T) {
	s, host := openData(t, messyData(t), 80, 20)
	r := NewRoles(host)
	r.SetSize(80, 20)
	r.Refresh()
	s.Link(r)
	press(t, s, "T", "j", "j", "s")
	if !slices.Equal(host.went, []Step{Roles}) {
		t.Fatalf("s went to %v", host.went)
	}
	if k, _ := r.current(); k != (columnKey{1, 2}) {
		t.Errorf("the roles screen is on %v, want the age of customers", k)
	}
}

func TestDataHidesPersonalValues(t *testing.T) {
	s, host := openData(t, messyData(t), 120, 32)
	press(t, s, "T", "j")
	if text := seen(s); strings.Contains(text, "王小明") || !strings.Contains(text, "personal") {
		t.Errorf("names are shown before they are asked for:\n%s", text)
	}
	press(t, s, "tab", "$", "h", "y")
	if !slices.Equal(host.copied, []string{hiddenValue}) {
		t.Errorf("a hidden name was copied: %q", host.copied)
	}
	press(t, s, "P")
	if text := seen(s); !strings.Contains(text, "王小明") {
		t.Errorf("P does not show names:\n%s", text)
	}
}

func TestSearchSaysThatHiddenColumnsAreLeftOut(t *testing.T) {
	s, host := openData(t, messyData(t), 120, 32)
	last := func() string { return host.said[len(host.said)-1] }
	press(t, s, "T", "tab")
	for _, key := range []string{"/", "&"} {
		press(t, s, key)
		typed(t, s, "王小明")
		press(t, s, "enter")
		if !strings.Contains(last(), "hidden columns are not searched: P shows them") {
			t.Errorf("%s says %q", key, last())
		}
	}
	press(t, s, "P", "&")
	typed(t, s, "nowhere")
	press(t, s, "enter")
	if strings.Contains(last(), "hidden") {
		t.Errorf("all is shown, and it says %q", last())
	}
}

func TestPersonalColumnsWithoutARoleAreHidden(t *testing.T) {
	d := oneTable(t, model.TextsOf("id", []string{"1", "2"}), model.TextsOf("last_name", []string{"Quisling", "Zuckmayer"}),
		model.TextsOf("note", []string{"write to q@example.com", "-"}), model.TextsOf("city", []string{"Lund", "Oslo"}))
	s, _ := openData(t, d, 120, 32)
	r, _ := openRoles(t, d, 120, 32)
	for _, text := range []string{seen(s), seen(r)} {
		if strings.Contains(text, "Quisling") || strings.Contains(text, "q@example.com") || !strings.Contains(text, "Lund") {
			t.Errorf("surnames or addresses are shown, or cities are not:\n%s", text)
		}
	}
	press(t, s, "P")
	if text := seen(s); !strings.Contains(text, "Quisling") {
		t.Errorf("P does not show surnames:\n%s", text)
	}
}

func TestDataFollowsRoles(t *testing.T) {
	s, host := openData(t, messyData(t), 80, 20)
	session := &host.session
	session.Propose(session.Recipe.WithRole(model.Assignment{Role: model.CustomerID, Column: "订单:note"}), "role")
	host.settle()
	s.Refresh()
	if got := s.table().rows.source.(*dataRows).columns[1].place; got != 4 {
		t.Errorf("column %d is frozen, want the new customer id", got)
	}
}

func TestDataMouse(t *testing.T) {
	s, _ := openData(t, messyData(t), 120, 32)
	s.View(themes()["mono"])
	l := s.layout()
	click := func(x, y int) { s.Mouse(term.Mouse{X: x, Y: y, Action: term.Press, Button: term.LeftButton}) }
	click(l.columns.x+2, l.columns.y+3)
	if got := s.table().column(); got != 2 {
		t.Errorf("a click chose column %d, want 2", got)
	}
	click(l.rows.x+2, l.rows.y)
	click(l.rows.x+2, l.rows.y)
	if got := s.table().rows.grid.Sort(); len(got) != 1 || !got[0].Desc {
		t.Errorf("two clicks on a title sort by %v", got)
	}
	click(l.findings.x+2, l.findings.y+1)
	if s.focus != paneFindings || s.table().finding != 1 {
		t.Errorf("a click did not choose the second finding")
	}
	click(s.tabsDrawn[1].x+1, 0)
	if s.at != 1 {
		t.Error("a click on its name does not show the table")
	}
}

func TestActionsAreTheBindings(t *testing.T) {
	host := newFakeHost()
	for _, s := range []Screen{NewStart(host), NewData(host), NewRoles(host)} {
		have := s.Actions()
		for _, b := range keys.Of(s.Place()) {
			a, ok := have[b.ID]
			if !ok {
				t.Errorf("%s: no action for %s", s.Place(), b.ID)
			} else if s.Place() != "start" && a.Why() == "" {
				t.Errorf("%s can be done without data", b.ID)
			}
			delete(have, b.ID)
		}
		for id := range have {
			t.Errorf("%s: no binding for the action %s", s.Place(), id)
		}
	}
}

func BenchmarkDataView(b *testing.B) {
	const n = 1_000_000
	values, codes := make([]float64, n), make([]int32, n)
	for i := range n {
		values[i], codes[i] = float64(i*7919%100_003)/100, int32(i*31%250_000)
	}
	dict := make([]string, 250_000)
	for i := range dict {
		dict[i] = fmt.Sprintf("C%06d", i)
	}
	s, _ := openData(b, oneTable(b, model.NewTexts("id", codes, dict), model.NewNumbers("amount", values)), 200, 46)
	press(b, s, "j")
	theme := themes()["color"]
	for b.Loop() {
		s.Key(term.KeyOf("k"))
		s.Key(term.KeyOf("j"))
		s.View(theme)
	}
}
