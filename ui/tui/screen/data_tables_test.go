package screen

import (
	"fmt"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
)

// yearOfSheets is a workbook with a sheet a month, of different columns each.
func yearOfSheets(t testing.TB) *model.Dataset {
	d := &model.Dataset{}
	for i := range 12 {
		d.Tables = append(d.Tables, table(t, fmt.Sprintf("Monat %02d", i+1), "year.xlsx", model.TextsOf(fmt.Sprint("c", i), []string{"a", "b"})))
	}
	return d
}

// stacked is a table put together from three files.
func stacked(t testing.TB) *model.Dataset {
	d := messyData(t)
	tab := d.Tables[0]
	tab.Origins = []model.Origin{{Name: "jan.csv", Data: 0, File: "/in/jan.csv"}, {Name: "feb\x1b[2J.csv", Data: 80, File: "/in/feb.csv"}, {Name: "mar.csv", Data: 200, File: "/in/mar.csv"}}
	tab.Runs = []model.Run{{Data: 0, File: 2}, {Data: 80, File: 2}, {Data: 200, File: 2}}
	d.Rejected[0].File, d.Rejected[1].File = "/in/jan.csv", "/in/feb.csv"
	return d
}

func TestDataTabsOfManyTablesScroll(t *testing.T) {
	s, _ := openData(t, yearOfSheets(t), 80, 20)
	first := func() string { return strings.SplitN(seen(s), "\n", 2)[0] }
	for i := range 13 {
		line := first()
		at := i % 12
		if !strings.Contains(line, fmt.Sprintf("▶Monat %02d", at+1)) {
			t.Fatalf("table %d is not in %q", at+1, line)
		}
		if got := strings.HasPrefix(line, "‹"); got != (s.tabsDrawn[0].table > 0) {
			t.Errorf("there are %d tables to the left of %q", s.tabsDrawn[0].table, line)
		}
		last := s.tabsDrawn[len(s.tabsDrawn)-1].table
		if got := strings.Contains(line, "›"); got != (last < 11) {
			t.Errorf("the last of %q is table %d of 12", line, last+1)
		}
		golden.Size(t, line, s.View(themes()["mono"]), 80, 20)
		press(t, s, "T")
	}
	press(t, s, "<", "<")
	if s.at != 11 {
		t.Errorf("two tables before the second is %d", s.at+1)
	}
	s.clickTab(s.tabsDrawn[0].x + 1)
	if s.at != s.tabsDrawn[0].table {
		t.Error("a click does not turn to the table")
	}
}

func TestDataOfSeveralFilesNamesThem(t *testing.T) {
	s, _ := openData(t, stacked(t), 120, 32)
	press(t, s, "tab")
	if text := seen(s); !strings.Contains(text, "240 x 5, 3 files") || !strings.Contains(text, "row 2 of jan.csv") {
		t.Errorf("the files are not named:\n%s", text)
	}
	s.table().rows.grid.SetCursor(85, 1)
	if text := seen(s); !strings.Contains(text, "row 7 of feb□.csv") {
		t.Errorf("row 85 is not placed:\n%s", text)
	}
	golden.View(t, "data-stacked-120x32", s.View(themes()["mono"]), 120, 32)
	s.table().rows.grid.SetCursor(239, 1)
	if text := seen(s); !strings.Contains(text, "row 41 of mar.csv") {
		t.Errorf("the last row is not placed:\n%s", text)
	}
	press(t, s, "tab", "g", "v")
	if text := seen(s); !strings.Contains(text, "File") || !strings.Contains(text, "feb.csv") {
		t.Errorf("the records have no file:\n%s", text)
	}
}

func TestOriginsCountFilesOrSheets(t *testing.T) {
	pr := newFakeHost().pr
	tab := &model.Table{Origins: []model.Origin{{File: "a.xlsx", Sheet: "1"}, {File: "a.xlsx", Sheet: "2"}}}
	if got := origins(pr, tab); got != "2 sheets" {
		t.Errorf("%q", got)
	}
	tab.Origins = append(tab.Origins, model.Origin{File: "b.csv"})
	if got := origins(pr, tab); got != "2 files" {
		t.Errorf("%q", got)
	}
}
