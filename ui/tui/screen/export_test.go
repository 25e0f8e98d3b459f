package screen

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	for _, size := range [][2]int{{80, 20}, {120, 32}, {200, 46}} {
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
		"json":    func(s *ExportView, _ *fakeHost) { press(t, s, "left") },
		"masked":  func(s *ExportView, _ *fakeHost) { press(t, s, "down", "down", "down", "space") },
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
		if got := defaultPath([]model.Source{{Path: path}, {Path: "other.csv"}}, "rfm", "csv"); got != want {
			t.Errorf("%s gives %s, want %s", path, got, want)
		}
	}
	if got := defaultPath(nil, "abc", "xlsx"); got != "segments-abc.xlsx" {
		t.Errorf("without a source: %s", got)
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
	for range 8 {
		if s.Key(term.KeyOf("4")) {
			t.Fatalf("the field %s took a digit", s.form.Cursor())
		}
		press(t, s, "down")
	}
	if s.form.Cursor() != exportWrite {
		t.Errorf("the last field is %s", s.form.Cursor())
	}
}

func TestExportRefusesThenOverwrites(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	path := filepath.Join(folder, "out.xlsx")
	if err := os.WriteFile(path, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	press(t, s, "ctrl+s")
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Fatal("the file was overwritten unasked")
	}
	if !errors.As(s.job.trouble, new(targetExists)) || s.form.Cursor() != exportForce {
		t.Fatalf("trouble %v, at %s", s.job.trouble, s.form.Cursor())
	}
	press(t, s, "space", "ctrl+s") // the remedy as told
	b, _ := os.ReadFile(path)
	if !bytes.HasPrefix(b, []byte("PK")) {
		t.Fatalf("the file holds %.20q", b)
	}
	if !slices.Equal(s.job.written, []string{path}) || len(host.said) == 0 || !strings.Contains(host.said[0], path) {
		t.Errorf("written %v, said %v", s.job.written, host.said)
	}
}

func TestExportWritesWithEnterOnTheLastField(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	press(t, s, "enter", "esc", "G", "enter")
	if _, err := os.Stat(filepath.Join(folder, "out.xlsx")); err != nil {
		t.Fatal(err)
	}
}

func TestExportTypedPathIsTakenByCtrlS(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	press(t, s, "down", "enter", "ctrl+u")
	typed(t, s, filepath.Join(folder, "typed.csv"))
	press(t, s, "ctrl+s")
	if _, err := os.Stat(filepath.Join(folder, "typed.csv")); err != nil {
		t.Fatal(err)
	}
}

func TestExportCancelLeavesNothing(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	s.options.recipe = true
	host.hold = true
	press(t, s, "ctrl+s")
	if s.whyNot() == "" {
		t.Error("a second file may be written at the same time")
	}
	task := host.held[0]
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0.0
	err := task.Work(ctx, func(done float64) { seen = done; cancel() }) // in the midst
	task.Done(err)
	if !errors.Is(err, context.Canceled) || seen == 0 {
		t.Fatalf("ended with %v after %v", err, seen)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if s.job.running || !errors.Is(s.job.trouble, context.Canceled) || len(host.said) > 0 {
		t.Errorf("job %+v, said %v", s.job, host.said)
	}
}

func TestExportLateEscOnlyClearsTheMessage(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	s.job = &exportJob{running: true}
	if s.Key(term.KeyOf("esc")) {
		t.Error("the screen took the Esc that cancels")
	}
	s.job = &exportJob{written: []string{"/a/b.xlsx"}}
	if !s.Key(term.KeyOf("esc")) || s.job != nil {
		t.Error("the message stays")
	}
	if s.Key(term.KeyOf("esc")) {
		t.Error("the next Esc does not go back")
	}
}

func TestExportTellsTheSession(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	inFolder(t, s)
	session := &host.session
	first := session.Result
	for seed := range uint64(3) {
		session.Propose(session.Recipe.WithSeed(seed+5), "seed")
	}
	r := *first
	r.Recipe = session.Recipe
	session.Landed(&r)
	if !session.Unsaved() {
		t.Fatal("tuning is not unsaved")
	}
	host.hold = true
	press(t, s, "ctrl+s")
	session.Propose(session.Recipe.WithSeed(99), "seed") // tuned on while it is written
	host.release()
	if !session.Unsaved() {
		t.Error("a recipe that was not written counts as exported")
	}
	press(t, s, "ctrl+s")
	if len(host.held) > 0 {
		t.Error("the file of a recipe was written before its result was there")
	}
	session.Undo()
	s.options.force = true
	press(t, s, "ctrl+s")
	host.release()
	if session.Unsaved() {
		t.Error("the file was written and is unsaved")
	}
}

func TestExportWritesTheRecipe(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	press(t, s, "G", "up", "space", "ctrl+s")
	if len(s.job.written) != 2 {
		t.Fatalf("written %v, %v", s.job.written, s.job.trouble)
	}
	b, err := os.ReadFile(filepath.Join(folder, "out.recipe.json"))
	if err != nil {
		t.Fatal(err)
	}
	var r model.Recipe
	if err := json.Unmarshal(b, &r); err != nil || !r.Equal(host.session.Recipe) {
		t.Errorf("read back %+v, %v", r, err)
	}
	// One of the two is there: neither is written.
	if err := os.Remove(filepath.Join(folder, "out.xlsx")); err != nil {
		t.Fatal(err)
	}
	press(t, s, "ctrl+s")
	if _, err := os.Stat(filepath.Join(folder, "out.xlsx")); err == nil || !errors.As(s.job.trouble, new(targetExists)) {
		t.Errorf("half of the files were written: %v", s.job.trouble)
	}
}

func TestExportErrorsAreShown(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	s.setPath(filepath.Join(inFolder(t, s), "none", "out.csv"))
	press(t, s, "ctrl+s")
	s.SetSize(400, 20)
	view := strings.Join(s.View(themes()["mono"]), "\n")
	if s.job.trouble == nil || !strings.Contains(view, "there is no folder") {
		t.Errorf("trouble %v, shown\n%s", s.job.trouble, view)
	}
}

func TestExportForgetsTheLastFile(t *testing.T) {
	s, host := exporting(t, rfmByHand(t))
	s.job = &exportJob{written: []string{"/a/b.xlsx"}}
	s.Refresh()
	if s.job == nil {
		t.Error("forgotten though the result is the same")
	}
	r := *host.session.Result
	r.Segmentation = &model.Segmentation{Method: "rfm", Segments: r.Segmentation.Segments, Of: r.Segmentation.Of}
	host.session.Landed(&r)
	s.Refresh()
	if s.job != nil {
		t.Error("still told of a file that holds another result")
	}
}

// What the screen promises is what is in the file.
func TestExportContentsAreTheFiles(t *testing.T) {
	for name, make := range map[string]func(d *model.Dataset) *pipeline.Result{
		"rfm": rfmByHand(t),
		"unclassified": func(d *model.Dataset) *pipeline.Result {
			r := splitOf(t, d, "two", "Two", func(i int) int { return i % 2 }, "Here", "Unclassified", "Nobody")
			s := r.Segmentation
			s.Segments[1].Unclassified = true
			s.Why, s.Reasons = make([]int32, len(s.Of)), []model.Phrase{model.P("no date")}
			for i := range s.Why {
				s.Why[i] = s.Of[i] - 1
			}
			return r
		},
		"many": func(d *model.Dataset) *pipeline.Result {
			return splitOf(t, d, "many", "Many", func(i int) int { return i % 230 }, numbered(230)...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := exporting(t, make)
			folder := inFolder(t, s)
			press(t, s, "ctrl+s")
			s.setPath(filepath.Join(folder, "out.csv"))
			s.settle()
			press(t, s, "ctrl+s")
			c := contentsOf(s.result, compareNames(s.host.Printer(), s.result), true)
			var want []string
			for _, sheet := range c.sheets {
				want = append(want, sheet.name)
			}
			if got := sheetsIn(t, filepath.Join(folder, "out.xlsx")); !slices.Equal(got, want) {
				t.Errorf("sheets %v, promised %v", got, want)
			}
			f, err := os.Open(filepath.Join(folder, "out.csv"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			lines := bufio.NewScanner(f)
			rows := 0
			for lines.Scan() {
				if n := strings.Count(lines.Text(), ",") + 1; n != c.columns() {
					t.Fatalf("%d columns, promised %d: %s", n, c.columns(), lines.Text())
				}
				rows++
			}
			if rows != c.customers+1 {
				t.Errorf("%d rows, promised %d", rows-1, c.customers)
			}
			if sum := len(c.sheets) - 5 + c.skipped; name == "many" && (sum != 230 || c.skipped != 30) {
				t.Errorf("%d segments, %d without a sheet", sum, c.skipped)
			}
			if !slices.Equal(c.personal, []string{"name"}) {
				t.Errorf("personal columns %v", c.personal)
			}
		})
	}
}

// sheetsIn lists the sheets of a workbook.
func sheetsIn(t *testing.T, path string) (names []string) {
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open("xl/workbook.xml")
	if err != nil {
		t.Fatal(err)
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.NewDecoder(f).Decode(&book); err != nil {
		t.Fatal(err)
	}
	for _, s := range book.Sheets {
		names = append(names, s.Name)
	}
	return names
}

func TestExportOfManyCustomersTakesSheets(t *testing.T) {
	for rows, want := range map[int]int{0: 1, 1: 1, 1<<20 - 1: 1, 1 << 20: 2, 3 << 20: 4} {
		if got := sheetOf("Customers", -1, rows).sheets; got != want {
			t.Errorf("%d customers on %d sheets, want %d", rows, got, want)
		}
	}
}

func TestExportMouse(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	folder := inFolder(t, s)
	s.View(themes()["mono"])
	s.Mouse(term.Mouse{X: 6, Y: 6})
	if s.form.Cursor() != exportWrite || s.job != nil {
		t.Fatalf("a click went to %s, job %v", s.form.Cursor(), s.job)
	}
	s.Mouse(term.Mouse{X: 6, Y: 6})
	if _, err := os.Stat(filepath.Join(folder, "out.xlsx")); err != nil {
		t.Errorf("a second click did not write: %v", err)
	}
	s.Mouse(term.Mouse{X: 6, Y: 6, Action: term.Wheel, DY: -2})
	if s.form.Cursor() != exportForce {
		t.Errorf("the wheel went to %s", s.form.Cursor())
	}
}

func TestExportHasItsBindings(t *testing.T) {
	s, _ := exporting(t, rfmByHand(t))
	bound(t, s)
}
