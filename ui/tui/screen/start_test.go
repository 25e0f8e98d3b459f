package screen

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"custseg/model"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
)

// files writes empty files, and folders where a name ends with a slash.
func files(t testing.TB, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, n := range names {
		path := filepath.Join(dir, n)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(n, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(path, []byte("a,b\n1,2\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// startIn is the start screen of a program started in a folder.
func startIn(t testing.TB, dir string) (*Start, *fakeHost) {
	t.Helper()
	t.(*testing.T).Chdir(dir)
	host := newFakeHost()
	s := NewStart(host)
	if len(host.tasks) != 0 {
		t.Fatal("the constructor reads the folder")
	}
	s.SetSize(80, 20)
	s.Refresh()
	return s, host
}

func names(s *Start) []string {
	var out []string
	for _, e := range s.entries {
		out = append(out, e.name)
	}
	return out
}

func TestStartGolden(t *testing.T) {
	day := time.Date(2026, 1, 2, 15, 4, 0, 0, time.Local)
	entries := []startEntry{
		{name: "..", path: "/data", kind: startParent},
		{name: "exports/", path: "/data/shop/exports", kind: startFolder, changed: day},
		{name: "evil\x1b[2J.csv", path: "/data/shop/evil", kind: startText, size: 17, changed: day},
		{name: "orders.csv", path: "/data/shop/orders.csv", kind: startText, size: 66_123_456, changed: day},
		{name: "顧客ﾊﾟｰﾄ.xlsx", path: "/data/shop/顧客.xlsx", kind: startWorkbook, size: 48_211, changed: day},
	}
	for _, l := range looks {
		host := newFakeHost()
		s := NewStart(host)
		s.SetSize(l.w, l.h)
		s.take("/data/shop", entries, "")
		press(t, s, "G", "k")
		if n := len(host.looked); n > 0 {
			host.looked[n-1].done(messyData(t), nil)
		}
		golden.View(t, fmt.Sprintf("start-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
		press(t, s, "g", "j", "j", "j", "j", "space", "j")
		if l.look == "ascii" {
			golden.View(t, fmt.Sprintf("start-marked-%dx%d", l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
		}
	}
	s := NewStart(newFakeHost())
	s.SetSize(80, 20)
	golden.View(t, "start-reading-80x20", s.View(themes()["mono"]), 80, 20)
}

func TestStartSampleIsOneEnterAway(t *testing.T) {
	s, host := startIn(t, files(t, "a.csv"))
	press(t, s, "enter")
	if len(host.opened) != 1 || !slices.Equal(host.opened[0], []string{"sample:shop"}) {
		t.Errorf("Enter opens %v", host.opened)
	}
}

func TestStartListsFoldersAndDataFiles(t *testing.T) {
	s, _ := startIn(t, files(t, "b.CSV", "a.tsv", "c.xlsx", "d.xlsm", "e.txt", "f.csv.gz", "g.ZIP", "h.xls", "notes.md", ".hidden.csv", "Zeta/", "alpha/", ".git/"))
	want := []string{"sample:shop", "guided tour", "..", "alpha/", "Zeta/", "a.tsv", "b.CSV", "c.xlsx", "d.xlsm", "e.txt", "f.csv.gz", "g.ZIP", "h.xls"}
	if got := names(s); !slices.Equal(got, want) {
		t.Errorf("lists %v, want %v", got, want)
	}
}

func TestStartIntoFoldersAndBack(t *testing.T) {
	dir := files(t, "in/deep.csv", "top.csv")
	s, host := startIn(t, dir)
	press(t, s, "j", "j", "j", "enter") // in/
	if got := names(s); !slices.Contains(got, "deep.csv") {
		t.Fatalf("lists %v", got)
	}
	press(t, s, "backspace")
	if e := s.current(); e.name != "in/" {
		t.Errorf("back above the cursor is on %q, want the folder left", e.name)
	}
	press(t, s, "enter", "G", "enter")
	if len(host.opened) != 1 || filepath.Base(host.opened[0][0]) != "deep.csv" {
		t.Errorf("opened %v", host.opened)
	}
}

func TestStartOpensMarkedFilesTogether(t *testing.T) {
	s, host := startIn(t, files(t, "a.csv", "b.csv", "c.csv"))
	press(t, s, "space")                                                               // the sample cannot be marked
	press(t, s, "j", "j", "j", "j", "space", "k", "k", "space", "space", "space", "k") // to b, which is not marked
	if got := s.Hints(); got[0].Text != "open 2 marked" {
		t.Errorf("the hint of Enter is %q", got[0].Text)
	}
	press(t, s, "enter")
	var got []string
	for _, p := range host.opened[0] {
		got = append(got, filepath.Base(p))
	}
	if want := []string{"a.csv", "c.csv"}; !slices.Equal(got, want) {
		t.Errorf("opened %v, want %v", got, want)
	}
}

func TestStartPath(t *testing.T) {
	s, host := startIn(t, files(t, "orders_2024.csv", "orders_2025.csv", "other/x.csv", "read.me"))
	press(t, s, "/")
	if !s.Typing() {
		t.Fatal("no text field is open")
	}
	typed(t, s, "or")
	press(t, s, "tab")
	if got := s.path.Text(); got != "orders_202" || len(s.names) != 2 {
		t.Errorf("Tab completes to %q of %v", got, s.names)
	}
	typed(t, s, "5")
	press(t, s, "tab", "enter")
	if len(host.opened) != 1 || host.opened[0][0] != "orders_2025.csv" || s.Typing() {
		t.Errorf("opened %v", host.opened)
	}
	press(t, s, "/")
	typed(t, s, "oth")
	press(t, s, "tab")
	if got := s.path.Text(); got != "other"+string(filepath.Separator) {
		t.Errorf("Tab completes to %q", got)
	}
	press(t, s, "enter")
	if filepath.Base(s.folder) != "other" || len(host.opened) != 1 {
		t.Errorf("a folder is not gone to: %s, %v", s.folder, host.opened)
	}
	press(t, s, "/", "ctrl+u")
	s.Key(term.Key{Name: "paste", Text: "sample:shop"})
	press(t, s, "enter")
	if len(host.opened) != 2 || host.opened[1][0] != "sample:shop" {
		t.Errorf("opened %v", host.opened)
	}
}

func TestStartStaleCompletionIsDropped(t *testing.T) {
	s, host := startIn(t, files(t, "orders.csv"))
	press(t, s, "/")
	typed(t, s, "or")
	host.hold = true
	press(t, s, "tab")
	typed(t, s, "x")
	host.release()
	if got := s.path.Text(); got != "orx" {
		t.Errorf("an old completion changed %q", got)
	}
}

func TestStartFolderThatCannotBeRead(t *testing.T) {
	dir := files(t, "in/a.csv")
	s, host := startIn(t, dir)
	if err := os.RemoveAll(filepath.Join(dir, "in")); err != nil {
		t.Fatal(err)
	}
	press(t, s, "j", "j", "j", "enter")
	if len(host.warned) != 1 || !slices.Contains(names(s), "in/") {
		t.Errorf("warned %q, lists %v", host.warned, names(s))
	}
}

func TestStartMouse(t *testing.T) {
	s, host := startIn(t, files(t, "a.csv"))
	click := func(y int) { s.Mouse(term.Mouse{X: 4, Y: y, Action: term.Press, Button: term.LeftButton}) }
	click(startHead + 4)
	if e := s.current(); e.name != "a.csv" || len(host.opened) > 0 {
		t.Fatalf("a click is on %q and opened %v", e.name, host.opened)
	}
	click(startHead + 4)
	if len(host.opened) != 1 {
		t.Error("a second click does not open")
	}
}

func TestStartLooksIntoTheFileUnderTheCursor(t *testing.T) {
	s, host := startIn(t, files(t, "a.csv", "b.csv", "in/"))
	s.SetSize(80, 16)
	host.looked = nil
	press(t, s, "j", "j", "j", "j")
	if why := s.Actions()["start.table"].Why(); !strings.Contains(why, "no room") {
		t.Errorf("another table is offered where none is shown: %q", why)
	}
	if len(host.looked) != 0 {
		t.Fatalf("looked at %v without room to show it", host.looked)
	}
	s.SetSize(120, 32)
	press(t, s, "j")
	if n := len(host.looked); n != 2 || filepath.Base(host.looked[1].files[0]) != "b.csv" {
		t.Fatalf("looked at %v", host.looked)
	}
	host.looked[0].done(messyData(t), nil)
	if s.first.data != nil {
		t.Error("the first rows are of the file before")
	}
	host.looked[1].done(nil, errors.New("b.csv: it is empty; choose another"))
	if text := seen(s); !strings.Contains(text, "it is empty") {
		t.Errorf("the trouble is not told:\n%s", text)
	}
	host.looked[1].done(messyData(t), nil)
	if text := seen(s); !strings.Contains(text, "First rows of 订单") || !strings.Contains(text, " type ") {
		t.Errorf("the first rows are not shown:\n%s", text)
	}
	press(t, s, "k", "k") // the folder
	if text := seen(s); strings.Contains(text, "First rows") {
		t.Errorf("a folder has first rows:\n%s", text)
	}
}

// A session says where it was left, and the smallest screen still lists.
func TestStartTellsWhereASessionWasLeft(t *testing.T) {
	s, _ := startIn(t, files(t, "a.csv"))
	left := time.Date(2026, 3, 4, 5, 6, 0, 0, time.UTC)
	recipe := model.NewRecipe(nil, model.Reading{}).WithMethod("rfm").WithParam("bins", model.Num(4))
	s.Offer([]store.Session{{Files: []string{"/x/orders.csv"}, Recipe: recipe, Place: store.Place{Step: "segments"}, Left: left}})
	s.SetSize(120, 32)
	text := seen(s)
	for _, want := range []string{"Where it was left", "RFM", "bins 4", "segments", "2026-03-04 05:06", "/x/orders.csv"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not told:\n%s", want, text)
		}
	}
	s.SetSize(60, 8)
	if text := seen(s); !strings.Contains(text, "resume orders.csv") || !strings.Contains(text, "sample:shop") {
		t.Errorf("the list has no room:\n%s", text)
	}
}
