package screen

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStartKeepsWhatCouldNotBeOpened: the reason is read in full where there is
// no room beside the list, and Enter tries again.
func TestStartKeepsWhatCouldNotBeOpened(t *testing.T) {
	s, host := startIn(t, files(t, "a.csv", "b.csv"))
	long := errors.New("b.csv: the workbook is damaged or cut off; copy or download it again, or open it in the program that wrote it and save it")
	s.Fail([]string{"b.csv"}, long)
	if e := s.current(); e.name != "b.csv" || len(s.entries) != 5 {
		t.Fatalf("the cursor is on %q of %v", e.name, names(s))
	}
	if text := seen(s); !strings.Contains(text, "Enter tries again") || !strings.Contains(text, "wrote it and save it") {
		t.Errorf("the reason is not told in full:\n%s", text)
	}
	press(t, s, "enter")
	if len(host.opened) != 1 || filepath.Base(host.opened[0][0]) != "b.csv" {
		t.Errorf("opened %v", host.opened)
	}
	press(t, s, "k")
	if text := seen(s); strings.Contains(text, "tries again") {
		t.Errorf("another entry has the reason:\n%s", text)
	}
	s.SetSize(120, 32)
	press(t, s, "j")
	if text := seen(s); !strings.Contains(text, "Cannot be read") || !strings.Contains(text, "damaged") {
		t.Errorf("beside the list there is no reason:\n%s", text)
	}
}

func TestStartKeepsFilesOfElsewhere(t *testing.T) {
	s, host := startIn(t, files(t, "a.csv"))
	gone := []string{"/elsewhere/x.xlsx", "/elsewhere/y.csv"}
	s.Fail(gone, errors.New("x.xlsx: no such file"))
	if e := s.current(); e.name != "x.xlsx + y.csv" {
		t.Fatalf("the cursor is on %q of %v", e.name, names(s))
	}
	press(t, s, "enter")
	if len(host.opened) != 1 || !slices.Equal(host.opened[0], gone) {
		t.Errorf("opened %v", host.opened)
	}
}

func TestStartForgetsAFileThatIsGone(t *testing.T) {
	dir := files(t, "a.csv", "b.csv", "c.csv")
	s, _ := startIn(t, dir)
	press(t, s, "G", "space", "k", "k", "space")
	if err := os.Remove(filepath.Join(dir, "c.csv")); err != nil {
		t.Fatal(err)
	}
	s.Fail([]string{filepath.Join(dir, "c.csv")}, errors.New("c.csv: there is no such file"))
	if got := names(s); len(got) != 6 || got[2] != "c.csv" || s.current().kind != startFailed {
		t.Errorf("lists %v", got)
	}
	if len(s.marked) != 1 || filepath.Base(s.marked[0]) != "a.csv" {
		t.Errorf("marked are %v", s.marked)
	}
}
