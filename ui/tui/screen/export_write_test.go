package screen

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/term"
)

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
	if want := filepath.Base(s.options.path) + " is being written"; task.Loses != want {
		t.Errorf("leaving would lose %q, want %q", task.Loses, want)
	}
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
	if err := json.Unmarshal(b, &r); err != nil || !r.SameResult(host.session.Recipe) || len(r.Output.Formats) != 1 {
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
			c := contentsOf(newFakeHost().pr, s.result, compareNames(s.host.Printer(), s.result), true)
			c.disclose(s.disclosed())
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
			if sum := len(c.sheets) - 6 + c.skipped; name == "many" && (sum != 230 || c.skipped != 30) {
				t.Errorf("%d segments, %d without a sheet", sum, c.skipped)
			}
			if !slices.Equal(c.kept, []string{"customer_id", "name"}) {
				t.Errorf("personal columns %v", c.kept)
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
