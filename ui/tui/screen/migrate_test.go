package screen

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/golden"
	"custseg/ui/tui/term"
)

// twoDates is the step Compare on two dates, of a method on the made-up orders.
func twoDates(t testing.TB, method string, w, h int) (*CompareView, *compareDates, *fakeHost) {
	t.Helper()
	_, host := live(t, method)
	s := NewCompare(host)
	s.Refresh()
	s.at = byDates
	s.SetSize(w, h)
	if s.dates.shown == nil {
		t.Fatalf("nothing is shown: %+v", s.dates.job)
	}
	return s, s.dates, host
}

func TestDatesGolden(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 20}, {120, 32}, {200, 46}} {
		for look, theme := range themes() {
			s, _, _ := twoDates(t, "rfm", size[0], size[1])
			golden.View(t, fmt.Sprintf("dates-%s-%d", look, size[0]), s.View(theme), size[0], size[1])
		}
	}
}

func TestDatesStatesGolden(t *testing.T) {
	for name, prepare := range map[string]func(s *CompareView, host *fakeHost){
		"moves":     func(s *CompareView, _ *fakeHost) { press(t, s, "tab", "tab", "down", "down") },
		"change":    func(s *CompareView, _ *fakeHost) { press(t, s, "%", "%", "%", "right") },
		"typing":    func(s *CompareView, _ *fakeHost) { press(t, s, "tab", "down", "enter") },
		"held":      func(s *CompareView, _ *fakeHost) { press(t, s, "f") },
		"computing": func(s *CompareView, host *fakeHost) { host.hold = true; press(t, s, "+"); s.dates.job.done.set(.4) },
		"failed":    func(s *CompareView, _ *fakeHost) { s.dates.shown, s.dates.job.trouble = nil, os.ErrNotExist },
	} {
		s, _, host := twoDates(t, "rfm", 80, 20)
		prepare(s, host)
		golden.View(t, "dates-state-"+name, s.View(themes()["mono"]), 80, 20)
	}
}

// Whatever the size, the view is exact.
func TestDatesAreExactAtEverySize(t *testing.T) {
	s, d, _ := twoDates(t, "rfm", 80, 20)
	for _, theme := range themes() {
		for w := 60; w < 210; w += 13 {
			for h := 12; h < 50; h += 6 {
				for _, d.focus = range []datePane{datesPane, movesPane, migratePane} {
					s.SetSize(w, h)
					golden.Size(t, fmt.Sprintf("%dx%d", w, h), s.View(theme), w, h)
				}
			}
		}
	}
}

// Every customer of either date is in one cell and in one line, and opens from
// there; those of the lines are those of the plan carried out apart.
func TestDatesCountEveryCustomerOnce(t *testing.T) {
	s, d, host := twoDates(t, "rfm", 120, 30)
	found, err := host.session.Line.Migrate(context.Background(), d.plan(), nil)
	if err != nil {
		t.Fatal(err)
	}
	inCells := 0
	for y := range d.table.rows {
		inCells += d.table.rowSum(y)
	}
	if want := len(found.Moves); inCells != want {
		t.Errorf("%d customers in cells, want %d", inCells, want)
	}
	inLines := 0
	for _, l := range d.shown.lines {
		if l.from < 0 {
			inLines += l.count
		}
		if got := len(d.shown.of(l)); got != l.count {
			t.Errorf("%s: %d customers, says %d", l.title, got, l.count)
		}
	}
	if inLines != len(found.Moves) {
		t.Errorf("%d customers in lines, want %d", inLines, len(found.Moves))
	}
	press(t, s, "tab", "tab", "enter")
	if len(host.pushed) != 1 {
		t.Fatal("who stayed did not open")
	}
	list := host.pushed[0].(*moversList)
	if want := found.Document(host.pr).Count()[export.Stayed]; len(list.table.members) != want {
		t.Errorf("%d customers are listed, want %d", len(list.table.members), want)
	}
	// The same segment stands on both dates for each who stayed.
	from, to := list.table.rows().at("segment on "+d.span.from.String()), list.table.rows().at("segment on "+d.span.to.String())
	if list.table.rows().at("segment") >= 0 {
		t.Error("the segment of the result stands beside those of the dates")
	}
	for row := range list.table.members {
		if a, b := list.table.rows().Text(row, from), list.table.rows().Text(row, to); a != b || a == "" {
			t.Fatalf("row %d stayed from %q to %q", row, a, b)
		}
	}
}

// The money that cells show adds up to that of the customers on the second date.
func TestDatesMoneyAddsUp(t *testing.T) {
	_, d, _ := twoDates(t, "rfm", 120, 30)
	want := export.Total(d.shown.Second.Customers, d.shown.Second.Segmentation).Value
	then := export.Total(d.shown.First.Customers, d.shown.First.Segmentation).Value
	var now, change float64
	for y := range d.table.rows {
		for x := range d.table.cols {
			now += known(d.table.amounts[0].values[y][x])
			change += known(d.table.amounts[1].values[y][x])
		}
	}
	if near(now, want) != nil || near(change, want-then) != nil {
		t.Errorf("cells hold %g and a change of %g, want %g and %g", now, change, want, want-then)
	}
	lines := 0.0
	for _, l := range d.shown.lines {
		if l.from < 0 {
			lines += l.change
		}
	}
	if err := near(lines, want-then); err != nil {
		t.Error(err)
	}
}

func near(got, want float64) error {
	if d := got - want; d > 1e-6 || d < -1e-6 {
		return fmt.Errorf("%g, want %g", got, want)
	}
	return nil
}

func TestDatesAreChosen(t *testing.T) {
	s, d, _ := twoDates(t, "rfm", 120, 30)
	to := d.span.to
	if got := int(to - d.span.from); got != proposedDays {
		t.Errorf("%d days are proposed", got)
	}
	for _, step := range []struct {
		key  string
		days int
	}{{"+", 180}, {"+", 365}, {"+", 365}, {"-", 180}, {"-", 90}, {"-", 30}, {"-", 30}} {
		if press(t, s, step.key); int(to-d.span.from) != step.days || d.shown.Plan.From != d.span.from {
			t.Errorf("%s leads to %d days, and those of %s are shown", step.key, int(to-d.span.from), d.shown.Plan.From)
		}
	}
	press(t, s, "tab", "down", "enter")
	for range "2024-12-01" {
		pressKey(t, s, term.KeyOf("backspace"))
	}
	typed(t, s, "2024-03-31")
	press(t, s, "enter")
	if d.span.from.String() != "2024-03-31" || d.shown.Plan.From != d.span.from {
		t.Errorf("typed, the first date is %s", d.span.from)
	}
	before := d.span
	press(t, s, "enter")
	for range "2024-03-31" {
		pressKey(t, s, term.KeyOf("backspace"))
	}
	typed(t, s, "2031-01-01")
	press(t, s, "enter", "esc")
	if d.span != before {
		t.Errorf("a first date after the second was taken: %+v", d.span)
	}
}

// The dates and the cuts chosen are undone by name, and what is shown follows.
func TestDatesAreUndone(t *testing.T) {
	s, d, host := twoDates(t, "rfm", 120, 30)
	proposed := d.span
	undo := func(want string) {
		t.Helper()
		if name, _ := host.session.Undo(); name != want {
			t.Errorf("undid %q, want %q", name, want)
		}
		s.Refresh()
		s.SetSize(120, 30)
		if p := d.shown.Plan; p.From != d.span.from || p.To != d.span.to || p.HoldCuts != d.hold {
			t.Errorf("%+v is shown for %+v", p, d.span)
		}
	}
	press(t, s, "+", "f", "f")
	undo("cuts of each date")
	if !d.hold {
		t.Error("the cuts are not held again")
	}
	undo("cuts of the first date")
	undo("two dates 180 days apart")
	if d.span != proposed || d.hold {
		t.Errorf("back at %+v", d.span)
	}
	press(t, s, "tab", "down", "enter")
	for range d.span.from.String() {
		pressKey(t, s, term.KeyOf("backspace"))
	}
	typed(t, s, "2001-01-01")
	press(t, s, "enter", "esc")
	if d.span != proposed {
		t.Errorf("a date before all orders was taken: %+v", d.span)
	}
}

// Cuts are held where there are such, and else the screen says why not.
func TestDatesHoldCuts(t *testing.T) {
	s, d, _ := twoDates(t, "rfm", 120, 30)
	press(t, s, "f")
	if !d.shown.Plan.HoldCuts {
		t.Error("f does not hold the cuts")
	}
	if err := slices.Equal(d.shown.First.Segmentation.Cuts[0].Values, d.shown.Second.Segmentation.Cuts[0].Values); !err {
		t.Error("the cuts differ")
	}
	_, d, _ = twoDates(t, "kmeans", 120, 30)
	if why := d.whyNotHold(); !strings.Contains(why, "no cuts") {
		t.Errorf("k-means: %q", why)
	}
}

// A file written from the screen is the one that the command line writes.
func TestWhatIsComparedIsWritten(t *testing.T) {
	s, d, host := twoDates(t, "rfm", 120, 30)
	press(t, s, "w")
	w := host.pushed[0].(*WriteView)
	w.path = filepath.Join(t.TempDir(), "moves.csv")
	press(t, w, "enter")
	if w.job == nil || w.job.trouble != nil || !slices.Equal(host.loses, []string{"moves.csv is being written"}) {
		t.Fatalf("%+v, and leaving would lose %q", w.job, host.loses)
	}
	got, err := os.ReadFile(w.path)
	if err != nil {
		t.Fatal(err)
	}
	found, err := host.session.Line.Migrate(context.Background(), d.plan(), nil)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "moves.csv")
	if err := export.WriteMigration(context.Background(), other, found.Document(host.pr), export.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	if len(want) == 0 || string(got) != string(want) {
		t.Errorf("wrote %d bytes, want the %d of the command line", len(got), len(want))
	}
	press(t, w, "ctrl+s")
	if w.job.trouble == nil || w.form.Cursor() != exportForce {
		t.Errorf("the file was overwritten without consent: %+v", w.job)
	}
	press(t, w, "space", "ctrl+s")
	if w.job.trouble != nil {
		t.Error(w.job.trouble)
	}
	for _, theme := range themes() {
		for _, size := range [][2]int{{60, 12}, {80, 20}, {200, 46}} {
			w.SetSize(size[0], size[1])
			golden.Size(t, "write", w.View(theme), size[0], size[1])
		}
	}
	bound(t, w)
}

// Without dates there is nothing to compare, and the screen says so.
func TestDatesWithoutDates(t *testing.T) {
	host := newFakeHost()
	table, err := model.NewTable("rfm", "/data/rfm.csv", 2, model.TextsOf("customer", []string{"a", "b", "c"}),
		model.NewNumbers("monetary", []float64{1, 2, 3}))
	if err != nil {
		t.Fatal(err)
	}
	d := &model.Dataset{Sources: []model.Source{{Path: "/data/rfm.csv"}}, Tables: []*model.Table{table},
		Guesses: []model.Guess{{Table: 0, Column: 0, Role: model.CustomerID, Confidence: 1}, {Table: 0, Column: 1, Role: "monetary", Confidence: 1}}}
	host.open(t, d, "rfm.csv")
	host.session.Result = &pipeline.Result{Customers: host.session.Customers, Segmentation: &model.Segmentation{}}
	s := NewCompare(host)
	s.Refresh()
	s.at = byDates
	s.SetSize(80, 20)
	if s.dates.whyNot() == "" || len(host.tasks) > 0 {
		t.Errorf("started %v without dates", host.tasks)
	}
	golden.Size(t, "without dates", s.View(themes()["mono"]), 80, 20)
	s.at = byBakeOff
	s.SetSize(80, 20)
	if s.bakeOff.whyNot() == "" || len(host.tasks) > 0 {
		t.Errorf("methods compete without dates: %v", host.tasks)
	}
	golden.Size(t, "without dates", s.View(themes()["mono"]), 80, 20)
}
