package screen

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/term"
)

// exporting is an export screen on a result made by hand.
func exporting(t testing.TB, r func(d *model.Dataset) *pipeline.Result) (*ExportView, *fakeHost) {
	d := shopOrders(t, 600)
	host := newFakeHost()
	host.open(t, d, "orders.csv")
	host.session.Landed(r(d))
	host.session.Recipe = host.session.Result.Recipe
	s := NewExport(host)
	s.folder = "/home/ann/shop"
	s.SetSize(80, 20)
	return s, host
}

func rfmByHand(t testing.TB) func(d *model.Dataset) *pipeline.Result {
	return func(d *model.Dataset) *pipeline.Result {
		r := splitOf(t, d, "rfm", "RFM", func(i int) int { return (i*i + i/7) % 10 }, rfmNames...)
		r.Segmentation.Scores = []model.Column{
			model.NewNumbers("R", make([]float64, r.Customers.Len())), model.NewNumbers("F", make([]float64, r.Customers.Len())),
		}
		return r
	}
}

// inFolder makes the screen write to a folder of the test's own.
func inFolder(t testing.TB, s *ExportView) (folder string) {
	folder = t.TempDir()
	s.folder = folder
	s.setPath(filepath.Join(folder, "out.xlsx"))
	s.settle()
	return folder
}

func TestExportGolden(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 20}, {120, 32}, {200, 46}} {
		for look, theme := range themes() {
			s, _ := exporting(t, rfmByHand(t))
			s.SetSize(size[0], size[1])
			golden.View(t, fmt.Sprintf("export-%s-%d", look, size[0]), s.View(theme), size[0], size[1])
		}
	}
}

func TestExportStatesGolden(t *testing.T) {
	theme := themes()["mono"]
	const w, h = 80, 20
	for name, prepare := range map[string]func(s *ExportView, host *fakeHost){
		"csv":     func(s *ExportView, _ *fakeHost) { press(t, s, "right") },
		"json":    func(s *ExportView, _ *fakeHost) { press(t, s, "right", "right") },
		"md":      func(s *ExportView, _ *fakeHost) { press(t, s, "left", "left") },
		"no-sql":  func(s *ExportView, _ *fakeHost) { press(t, s, "left") },
		"masked":  func(s *ExportView, _ *fakeHost) { s.form.SetCursor(exportPersonsField); press(t, s, "right", "right") },
		"recipe":  func(s *ExportView, _ *fakeHost) { press(t, s, "G", "up", "space") },
		"editing": func(s *ExportView, _ *fakeHost) { press(t, s, "down", "enter") },
		"wrong":   func(s *ExportView, _ *fakeHost) { press(t, s, "down", "enter", "backspace", "enter") },
		"writing": func(s *ExportView, host *fakeHost) {
			host.hold = true
			press(t, s, "ctrl+s")
			s.job.done.set(.41)
		},
		"cancelled": func(s *ExportView, _ *fakeHost) { s.job = &exportJob{trouble: context.Canceled} },
		"exists": func(s *ExportView, _ *fakeHost) {
			s.job = &exportJob{trouble: targetExists{"/home/ann/shop/orders-rfm.xlsx"}}
			s.ended(s.job, s.result)
		},
		"failed": func(s *ExportView, _ *fakeHost) {
			s.job = &exportJob{trouble: errors.New("cannot write /home/ann/none/out.xlsx: there is no folder /home/ann/none; make it, or choose another")}
		},
		"written": func(s *ExportView, _ *fakeHost) {
			s.job = &exportJob{written: []string{"/home/ann/shop/orders-rfm.xlsx", "/home/ann/shop/orders-rfm.recipe.json"}}
		},
		"no-method": func(s *ExportView, host *fakeHost) {
			host.session.Result, host.session.Recipe = nil, host.session.Recipe.WithMethod("")
			s.Refresh()
		},
		"cannot-run": func(s *ExportView, host *fakeHost) { host.session.Failed = errors.New("bins: 99 is outside 2-10") },
		"many": func(s *ExportView, host *fakeHost) {
			host.session.Landed(splitOf(t, host.session.Data(), "cells", "Cells", func(i int) int { return i % 300 }, numbered(300)...))
			host.session.Recipe = host.session.Result.Recipe
			s.Refresh()
		},
	} {
		s, host := exporting(t, rfmByHand(t))
		s.SetSize(w, h)
		prepare(s, host)
		golden.View(t, "export-state-"+name, s.View(theme), w, h)
	}
}

func numbered(n int) (out []string) {
	for i := range n {
		out = append(out, fmt.Sprintf("Cell %03d", i))
	}
	return out
}

func TestExportIsExactAtEverySize(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	for _, theme := range themes() {
		for w := 56; w < 210; w += 11 {
			for h := 12; h < 50; h += 5 {
				for _, job := range []*exportJob{nil, {running: true, name: "out.xlsx"}, {written: []string{"/a/b.xlsx"}}, {trouble: targetExists{"/a/b.xlsx"}}} {
					s.job = job
					s.SetSize(w, h)
					golden.Size(t, fmt.Sprintf("%dx%d", w, h), s.View(theme), w, h)
				}
			}
		}
	}
}

func TestExportPathFollowsTheFormat(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	want := func(path, format string) {
		t.Helper()
		if s.options.path != path || s.options.format != format {
			t.Errorf("%s as %s, want %s as %s", s.options.path, s.options.format, path, format)
		}
	}
	want("orders-rfm.xlsx", "xlsx")
	press(t, s, "right")
	want("orders-rfm.csv", "csv")
	press(t, s, "right")
	want("orders-rfm.json", "json")
	press(t, s, "right")
	want("orders-rfm.md", "md")
	press(t, s, "right")
	want("orders-rfm.sql", "sql")
	press(t, s, "right", "down", "enter", "ctrl+u")
	typed(t, s, "kunden.CSV")
	press(t, s, "enter")
	want("kunden.CSV", "csv")
	press(t, s, "up", "left") // a path typed keeps its name
	want("kunden.xlsx", "xlsx")
	press(t, s, "down", "enter", "ctrl+u")
	typed(t, s, "plain")
	press(t, s, "enter")
	want("plain.xlsx", "xlsx")
	press(t, s, "enter", "ctrl+u")
	typed(t, s, "out.txt")
	press(t, s, "enter")
	if !s.Typing() {
		t.Error("an ending that is no format was taken")
	}
	want("plain.xlsx", "xlsx")
	press(t, s, "esc", "backspace") // back to the path made up
	want("orders-rfm.xlsx", "xlsx")
}

func TestExportDefaultPath(t *testing.T) {
	for path, want := range map[string]string{
		"/data/Online Retail.xlsx":   "Online Retail-rfm.csv",
		"sample:shop/orders.csv":     "shop-rfm.csv",
		"sample:shop":                "shop-rfm.csv",
		"-":                          "segments-rfm.csv",
		`C:\data\orders.2024.csv`:    "orders.2024-rfm.csv",
		"https.example/dir/.hidden":  "segments-rfm.csv",
		"顧客.csv":                     "顧客-rfm.csv",
		"relative/../dir/orders.csv": "orders-rfm.csv",
	} {
		if got := defaultPath([]model.Source{{Path: path}, {Path: "other.csv"}}, "rfm", "csv", false); got != want {
			t.Errorf("%s gives %s, want %s", path, got, want)
		}
	}
	if got := defaultPath(nil, "abc", "xlsx", true); got != "segments-abc.xlsx" {
		t.Errorf("without a source: %s", got)
	}
	if got := defaultPath(nil, "abc", "csv", true); got != "segments-abc-partial.csv" {
		t.Errorf("a CSV of partial data: %s", got)
	}
	if got := recipePath("/a/b.c/orders-rfm.json"); got != "/a/b.c/orders-rfm.recipe.json" {
		t.Errorf("the recipe goes to %s", got)
	}
	t.Setenv("HOME", "/home/ann")
	for in, want := range map[string]string{"~/x.csv": "/home/ann/x.csv", "~": "/home/ann", "~x.csv": "~x.csv", "a/~/x.csv": "a/~/x.csv"} {
		if got := atHome(in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}

func TestExportDigitsGoToTheSteps(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	for range s.form.Len() {
		if s.Key(term.KeyOf("4")) {
			t.Fatalf("the field %s took a digit", s.form.Cursor())
		}
		press(t, s, "down")
	}
	if s.form.Cursor() != exportWrite {
		t.Errorf("the last field is %s", s.form.Cursor())
	}
}

func TestExportMouse(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	s.SetSize(80, 40)
	s.View(themes()["mono"])
	last := s.form.Len() - 1
	s.Mouse(term.Mouse{X: 6, Y: last})
	if s.form.Cursor() != exportWrite || s.job != nil {
		t.Fatalf("a click went to %s, job %v", s.form.Cursor(), s.job)
	}
	s.Mouse(term.Mouse{X: 6, Y: last})
	if _, err := os.Stat(filepath.Join(folder, "out.xlsx")); err != nil {
		t.Errorf("a second click did not write: %v", err)
	}
	s.Mouse(term.Mouse{X: 6, Y: last, Action: term.Wheel, DY: -2})
	if s.form.Cursor() != exportForce {
		t.Errorf("the wheel went to %s", s.form.Cursor())
	}
}

func TestExportHasItsBindings(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	bound(t, s)
}
