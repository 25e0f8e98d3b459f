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
	"custseg/ui/tui/term"
)

// readData is messy data with what is known of its files.
func readData(t testing.TB) *model.Dataset {
	d := messyData(t)
	d.Sources = []model.Source{{Path: "orders.xlsx", Bytes: 9000}, {Path: "customers.csv", Bytes: 800, Encoding: "windows-1252"}}
	return d
}

// openReadingView opens data and the form of how it was read.
func openReadingView(t testing.TB, d *model.Dataset, w, h int) (*ReadingView, *fakeHost) {
	t.Helper()
	host := newFakeHost()
	host.open(t, d, "orders.xlsx", "customers.csv")
	s := NewReadingView(host)
	s.SetSize(w, h)
	s.Refresh()
	return s, host
}

func TestReadingViewGolden(t *testing.T) {
	for _, l := range looks {
		s, host := openReadingView(t, readData(t), l.w, l.h)
		press(t, s, "right")
		host.looked[len(host.looked)-1].done(readData(t), nil)
		golden.View(t, fmt.Sprintf("reading-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
	}
}

func TestReadingViewShowsWhatWasFound(t *testing.T) {
	s, host := openReadingView(t, readData(t), 80, 20)
	if text := seen(s); !strings.Contains(text, "as found: windows-1252") {
		t.Errorf("the guess is not in view:\n%s", text)
	}
	if len(host.looked) != 1 || host.looked[0].how != (model.Reading{}) {
		t.Errorf("looked at %v", host.looked)
	}
	press(t, s, "ctrl+s")
	if len(host.reread) != 0 {
		t.Error("read again though nothing changed")
	}
}

func TestReadingViewTakesTheFoundHeaderForNoChange(t *testing.T) {
	d := oneTable(t, model.TextsOf("id", []string{"a"}))
	s, _ := openReadingView(t, d, 80, 20)
	row := s.headerRow()
	if row < 1 {
		t.Fatalf("the header is in row %d", row)
	}
	s.draft.Header = row
	if s.whyNot() == "" {
		t.Error("the row that was found counts as a change")
	}
	s.draft.Header = row + 1
	if s.whyNot() != "" {
		t.Error("another row is no change")
	}
}

func TestReadingViewSetsEveryPart(t *testing.T) {
	s, host := openReadingView(t, readData(t), 120, 32)
	press(t, s, "right")                   // encoding utf-8
	press(t, s, "down", "right", "right")  // delimiter ;
	press(t, s, "down", "down", "right")   // header row 1
	press(t, s, "down", "right")           // dates dmy
	press(t, s, "down", "right", "right")  // decimal ,
	press(t, s, "down", "right")           // sheet
	press(t, s, "down", "5", "0", "enter") // rows 50
	press(t, s, "down", "enter")           // read again
	want := model.Reading{Encoding: "utf-8", Delimiter: ";", Header: 1, Dates: model.DayMonthYear, Decimal: ",", Sheet: "订单", Rows: 50}
	if len(host.reread) != 1 || host.reread[0].how != want {
		t.Fatalf("read again %+v, want %+v", host.reread, want)
	}
	if last := host.looked[len(host.looked)-1]; last.how != want {
		t.Errorf("the first rows are of %+v", last.how)
	}
	s.Select(readNoHeader)
	press(t, s, "space", "ctrl+s")
	if got := host.reread[1].how; !got.NoHeader || got.Header != 0 {
		t.Errorf("without a header: %+v", got)
	}
	for _, field := range []string{readEncoding, readDelimiter, readNoHeader, readDates, readDecimal, readSheet, readRows} {
		s.Select(field)
		press(t, s, "backspace")
	}
	if s.draft != (model.Reading{}) {
		t.Errorf("all put back leaves %+v", s.draft)
	}
}

func TestReadingViewNamesTheChange(t *testing.T) {
	s, host := openReadingView(t, readData(t), 80, 20)
	press(t, s, "right", "ctrl+s")
	s.Select(readDates)
	press(t, s, "right", "ctrl+s")
	if host.reread[0].name != "encoding utf-8" || host.reread[1].name != "another reading of the files" {
		t.Errorf("names %q and %q", host.reread[0].name, host.reread[1].name)
	}
}

func TestReadingViewRefusesNonsense(t *testing.T) {
	s, _ := openReadingView(t, readData(t), 80, 20)
	s.Select(readRows)
	press(t, s, "0", "enter")
	if text := seen(s); !strings.Contains(text, "1 or more") || s.draft.Rows != 0 {
		t.Errorf("0 rows are taken:\n%s", text)
	}
}

func TestReadingViewDropsStaleFirstRows(t *testing.T) {
	s, host := openReadingView(t, readData(t), 80, 20)
	press(t, s, "right")
	host.looked[0].done(readData(t), nil)
	if s.first.data != nil {
		t.Error("the first rows are of another draft")
	}
	host.looked[1].done(readData(t), nil)
	press(t, s, "tab", "j", "l", "T", "tab")
	if s.first.at != 1 {
		t.Error("T does not turn to the next table")
	}
	if text := seen(s); !strings.Contains(text, hiddenValue) {
		t.Errorf("persons are shown:\n%s", text)
	}
}

func TestReadingViewDisablesWhatDoesNotApply(t *testing.T) {
	d := readData(t)
	d.Sources = d.Sources[1:]
	s, _ := openReadingView(t, d, 80, 20)
	s.Select(readSheet)
	if text := seen(s); !strings.Contains(text, "Only workbooks have sheets") {
		t.Errorf("a sheet of a text file:\n%s", text)
	}
	d = readData(t)
	d.Sources = d.Sources[:1]
	s, _ = openReadingView(t, d, 80, 20)
	if s.form.Cursor() != readNoHeader {
		t.Errorf("the pointer begins on %s", s.form.Cursor())
	}
	press(t, s, "g", "right")
	if text := seen(s); !strings.Contains(text, "Only text files") || s.draft.Encoding != "" {
		t.Errorf("an encoding of a workbook:\n%s", text)
	}
}

func TestReadingViewMouse(t *testing.T) {
	s, host := openReadingView(t, readData(t), 120, 32)
	seen(s)
	click := func(y int) { s.Mouse(term.Mouse{X: 5, Y: y, Action: term.Press, Button: term.LeftButton}) }
	press(t, s, "right")
	click(8)
	click(8)
	if len(host.reread) != 1 {
		t.Errorf("two clicks on the last field read %v", host.reread)
	}
	s.Mouse(term.Mouse{X: 100, Y: 5, Action: term.Press, Button: term.LeftButton})
	if !s.pane {
		t.Error("a click does not move the focus to the first rows")
	}
}

func TestReadingViewFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 20}, {103, 20}, {104, 12}, {200, 46}} {
		s, host := openReadingView(t, readData(t), size[0], size[1])
		golden.Size(t, fmt.Sprint(size), s.View(themes()["mono"]), size[0], size[1])
		host.looked[0].done(readData(t), nil)
		press(t, s, "enter")
		golden.Size(t, fmt.Sprint(size), s.View(themes()["mono"]), size[0], size[1])
	}
}

func TestDataLeadsToTheReading(t *testing.T) {
	d := readData(t)
	d.Findings = append(d.Findings, model.Finding{Level: model.Warning, Table: -1, Column: -1, Text: model.P("it was read as %s, a guess; name its encoding with --encoding", "gb18030")})
	host := newFakeHost()
	host.open(t, d, "customers.csv")
	s := NewData(host)
	s.SetSize(80, 20)
	s.Refresh()
	press(t, s, "shift+tab")
	s.chooseFinding(slices.IndexFunc(s.table().findings, func(f dataFinding) bool { return strings.Contains(f.text, "--encoding") }))
	press(t, s, "enter")
	v, ok := host.pushed[0].(*ReadingView)
	if !ok || v.form.Cursor() != readEncoding {
		t.Fatalf("Enter on the finding opens %v", host.pushed)
	}
	press(t, s, "o", "R")
	if len(host.pushed) != 2 || len(host.reread) != 0 {
		t.Errorf("o opens %d, R reads %v of all that is read", len(host.pushed), host.reread)
	}
	d.Partial, d.Taken = true, 240
	host.session.Recipe.Reading.Rows = 240
	press(t, s, "R")
	if len(host.reread) != 1 || host.reread[0].how.Rows != 0 {
		t.Errorf("R reads %v", host.reread)
	}
}

// What reading says of dates and numbers that can be read in two ways leads to
// the field that decides it.
func TestFindingsOfDoubtLeadToTheirField(t *testing.T) {
	path := filepath.Join(t.TempDir(), "doubt.csv")
	if err := os.WriteFile(path, []byte("id;datum;sum\na;03/04/2024;1.234\nb;05/06/2024;2.345\nc;01/02/2024;3.456\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := load.Open(context.Background(), []string{path}, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	host := newFakeHost()
	host.open(t, d, path)
	s := NewData(host)
	s.SetSize(120, 32)
	s.Refresh()
	press(t, s, "shift+tab", "g")
	var fields []string
	for range s.table().findings {
		press(t, s, "o")
		fields = append(fields, host.pushed[len(host.pushed)-1].(*ReadingView).form.Cursor())
		press(t, s, "j")
	}
	if !slices.Contains(fields, readDates) || !slices.Contains(fields, readDecimal) {
		t.Errorf("the findings lead to %v", fields)
	}
	press(t, s, "g", "enter")
	if s.focus != paneRows || len(host.said) == 0 || !strings.Contains(host.said[len(host.said)-1], "o changes") {
		t.Errorf("Enter does not show the rows: pane %v, said %q", s.focus, host.said)
	}
}
