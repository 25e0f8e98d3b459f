package screen

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/ui/tui/golden"
)

// excluding is an export screen on data of which rows were left out.
func excluding(t *testing.T) (*ExportView, *fakeHost) {
	t.Helper()
	host := newFakeHost()
	d := messyData(t)
	host.open(t, d, "orders.csv")
	host.session.Landed(splitOf(t, d, "rfm", "RFM", func(i int) int { return i % 3 }, "High", "Mid", "Low"))
	host.session.Recipe = host.session.Result.Recipe
	s := NewExport(host)
	s.folder = "/home/ann/shop"
	s.SetSize(120, 32)
	return s, host
}

func TestExportExcludedGolden(t *testing.T) {
	for _, l := range looks {
		s, _ := excluding(t)
		s.SetSize(l.w, l.h)
		s.form.SetCursor(exportExcluded)
		press(t, s, "right")
		golden.View(t, fmt.Sprintf("export-excluded-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
		press(t, s, "right")
		golden.View(t, fmt.Sprintf("export-excluded-alone-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
	}
}

func TestExportWritesExcludedRows(t *testing.T) {
	s, host := excluding(t)
	folder := inFolder(t, s)
	s.form.SetCursor(exportExcluded)
	press(t, s, "right", "ctrl+s")
	left := filepath.Join(folder, "out-excluded.csv")
	if want := []string{filepath.Join(folder, "out.xlsx"), left}; !slices.Equal(s.job.written, want) {
		t.Fatalf("written %v, want %v; %v", s.job.written, want, s.job.trouble)
	}
	b, err := os.ReadFile(left)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Count(string(b), "\n") - 1
	want := 0
	q := host.session.Result.Customers.Quality()
	for _, e := range q.Excluded {
		want += len(e.Rows)
	}
	want += len(q.Rejected)
	if want < 8 || s.job.rows != want || s.contents.excluded != want || lines < want {
		t.Errorf("%d rows written on %d lines, %d promised, want %d", s.job.rows, lines, s.contents.excluded, want)
	}
	if text := seen(s); !strings.Contains(text, fmt.Sprintf("%d excluded rows", want)) {
		t.Errorf("the count is not told:\n%s", text)
	}
}

func TestExportWritesExcludedRowsAlone(t *testing.T) {
	s, host := excluding(t)
	folder := inFolder(t, s)
	for seed := range uint64(3) {
		host.session.Propose(host.session.Recipe.WithSeed(seed+5), "seed")
	}
	r := *host.session.Result
	r.Recipe = host.session.Recipe
	host.session.Landed(&r)
	s.Refresh()
	s.form.SetCursor(exportExcluded)
	press(t, s, "left", "down", "enter", "ctrl+u")
	typed(t, s, filepath.Join(folder, "left.xlsx"))
	press(t, s, "enter", "ctrl+s")
	files, _ := os.ReadDir(folder)
	if len(files) != 1 || files[0].Name() != "left.xlsx" || s.job.trouble != nil {
		t.Fatalf("written %v, %v", files, s.job.trouble)
	}
	if !host.session.Unsaved() {
		t.Error("the segments count as written")
	}
	press(t, s, "ctrl+s")
	if !errors.As(s.job.trouble, new(targetExists)) {
		t.Errorf("written over it: %v", s.job.trouble)
	}
}

func TestExportExcludedRowsNeedAPathOfTheirOwn(t *testing.T) {
	s, _ := excluding(t)
	folder := inFolder(t, s)
	s.form.SetCursor(exportExcluded)
	press(t, s, "right", "down", "enter", "ctrl+u")
	typed(t, s, "rows.json")
	press(t, s, "enter")
	if !s.Typing() {
		t.Error("an ending that rows left out cannot have was taken")
	}
	press(t, s, "ctrl+u")
	typed(t, s, filepath.Join(folder, "out.xlsx"))
	press(t, s, "enter", "ctrl+s")
	if files, _ := os.ReadDir(folder); len(files) > 0 || !errors.As(s.job.trouble, new(sameTarget)) {
		t.Errorf("written %v, %v", files, s.job.trouble)
	}
}

func TestExportWithoutExcludedRows(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	s.form.SetCursor(exportExcluded)
	press(t, s, "right")
	s.options.excluded = excludedAlone // chosen before all rows were used
	s.settle()
	if s.contents.excluded != 0 || s.excludedWanted() != excludedNot {
		t.Errorf("without rows left out %q is taken", s.excludedWanted())
	}
}
