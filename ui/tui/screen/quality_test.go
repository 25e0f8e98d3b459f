package screen

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/golden"
)

// onFinding opens the data screen with the focus on the finding of a check.
func onFinding(t *testing.T, d *model.Dataset, check string, w, h int) (*DataView, *fakeHost) {
	t.Helper()
	s, host := openData(t, d, w, h)
	at := slices.IndexFunc(s.table().findings, func(f dataFinding) bool { return f.quality != nil && f.quality.Check == check })
	if at < 0 {
		t.Fatalf("%s finds nothing", check)
	}
	press(t, s, "shift+tab")
	s.chooseFinding(at)
	return s, host
}

// followed brings the screen up to date after a key, as the root model does.
func followed(s *DataView, host *fakeHost) {
	host.settle()
	s.Refresh()
}

func TestQualityGolden(t *testing.T) {
	for _, l := range looks {
		s, host := onFinding(t, messyData(t), "extreme_outliers", l.w, l.h)
		press(t, s, "space", "space")
		followed(s, host)
		golden.View(t, fmt.Sprintf("quality-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
		press(t, s, "enter")
		golden.View(t, fmt.Sprintf("quality-opened-%s-%dx%d", l.look, l.w, l.h), s.View(themes()[l.look]), l.w, l.h)
	}
}

func TestFindingsFitEverySize(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {61, 13}, {80, 20}, {103, 27}, {104, 28}, {200, 46}, {296, 70}} {
		s, _ := openData(t, messyData(t), size[0], size[1])
		for _, key := range []string{"shift+tab", "j", "j", "j", "space", "enter", "j", "space", "k", "esc", "G", "enter", "v", "esc", "F", "esc", "T", "tab", "tab"} {
			press(t, s, key)
			golden.Size(t, fmt.Sprintf("%v after %s", size, key), s.View(themes()["mono"]), size[0], size[1])
		}
	}
}

func TestFindingsAreSortedByWeight(t *testing.T) {
	s, _ := openData(t, messyData(t), 120, 32)
	var seen []bool
	checked := 0
	for _, f := range s.table().findings {
		seen = append(seen, f.warning)
		if f.quality != nil {
			checked++
		}
	}
	if !slices.IsSortedFunc(seen, func(a, b bool) int {
		switch {
		case a == b:
			return 0
		case a:
			return -1
		}
		return 1
	}) || checked == 0 || checked == len(seen) {
		t.Errorf("warnings %v, %d of the checks", seen, checked)
	}
}

func TestTreatmentOfAFinding(t *testing.T) {
	s, host := onFinding(t, messyData(t), "extreme_outliers", 120, 32)
	before := host.session.Customers.Quality().RowsUsed
	f, _ := s.chosenFinding()
	press(t, s, "space") // drop
	if got := host.session.Recipe.Treatments; len(got) != 1 || got[0].Action != model.Drop || got[0].Check != "extreme_outliers" {
		t.Fatalf("the recipe treats %v", got)
	}
	if name := host.session.UndoName(); name != "drop "+f.text {
		t.Errorf("undo is called %q", name)
	}
	followed(s, host)
	want := fmt.Sprintf("%d rows dropped", len(f.rows))
	if len(f.rows) == 1 {
		want = "1 row dropped"
	}
	now, _ := s.chosenFinding()
	if now.text != f.text || now.done != want || !strings.Contains(seen(s), "[drop]") {
		t.Errorf("%s: %q, want %q\n%s", now.text, now.done, want, seen(s))
	}
	if after := host.session.Customers.Quality().RowsUsed; after >= before {
		t.Errorf("%d rows are used, before %d", after, before)
	}
	press(t, s, "right", "left", "left") // cap, drop, keep
	if len(host.session.Recipe.Treatments) != 0 {
		t.Errorf("the recipe treats %v", host.session.Recipe.Treatments)
	}
	press(t, s, "left") // round: make missing
	followed(s, host)
	if now, _ := s.chosenFinding(); !strings.Contains(now.done, "made missing") {
		t.Errorf("blank says %q", now.done)
	}
	for range 5 {
		host.session.Undo()
	}
	followed(s, host)
	if now, _ := s.chosenFinding(); now.done != "" || now.quality.Action != model.Keep {
		t.Errorf("undone, and still %q", now.done)
	}
}

func TestTreatmentUnderWaySaysSo(t *testing.T) {
	s, host := onFinding(t, messyData(t), "extreme_outliers", 120, 32)
	host.hold = true
	press(t, s, "space")
	if f, _ := s.chosenFinding(); f.quality.Action != model.Drop || !strings.Contains(f.done, "under way") {
		t.Errorf("%v, %q", f.quality.Action, f.done)
	}
	host.release()
	if f, _ := s.chosenFinding(); !strings.Contains(f.done, "dropped") {
		t.Errorf("then %q", f.done)
	}
}

func TestFindingShowsItsRowsAlone(t *testing.T) {
	s, _ := onFinding(t, messyData(t), "extreme_outliers", 120, 32)
	f, _ := s.chosenFinding()
	press(t, s, "v")
	if got := s.table().rows.grid.Rows(); s.focus != paneRows || !slices.Equal(got, f.rows) {
		t.Errorf("rows %v, want %v", got, f.rows)
	}
	if want := fmt.Sprintf("%d of 240 rows: %s", len(f.rows), f.text); !strings.Contains(seen(s), want) {
		t.Errorf("%q is not on the screen:\n%s", want, seen(s))
	}
	press(t, s, "esc")
	if now, ok := s.chosenFinding(); !ok || now.text != f.text {
		t.Error("Esc does not come back to the finding")
	}
	press(t, s, "enter", "enter") // enlarged, then its rows
	if s.focus != paneRows || s.opened {
		t.Error("Enter on the enlarged finding does not show its rows")
	}
	press(t, s, "esc", "enter", "esc")
	if s.focus != paneFindings || s.opened {
		t.Error("Esc does not put the enlarged finding back")
	}
}

func TestFindingsThatCannotBeTreatedSayWhy(t *testing.T) {
	s, _ := openData(t, messyData(t), 120, 32)
	why := func(id string) string { return s.Actions()[id].Why() }
	if !strings.Contains(why("data.treat"), "choose a finding") || !strings.Contains(why("data.finding"), "choose a finding") {
		t.Errorf("%q, %q", why("data.treat"), why("data.finding"))
	}
	press(t, s, "shift+tab")
	if !strings.Contains(why("data.treat"), "while reading") {
		t.Errorf("of records: %q", why("data.treat"))
	}
	d := oneTable(t, model.TextsOf("customer_id", []string{"a", "b", "c", "d"}), model.TextsOf("land", []string{"X", "X", "X", "X"}), model.NewNumbers("n", []float64{1, 2, 3, 4}))
	s, host := onFinding(t, d, "constant_column", 120, 32)
	press(t, s, "space")
	if !strings.Contains(why("data.treat"), "only be told") || len(host.session.Recipe.Treatments) != 0 {
		t.Errorf("of a constant column: %q", why("data.treat"))
	}
}

// mails are rows of which some hold an address that is none.
func mails(t *testing.T) *model.Dataset {
	t.Helper()
	words := make([]string, 40)
	for i := range words {
		words[i] = fmt.Sprintf("p%d@example.com", i)
	}
	words[7], words[9] = "hidden-name-at-home", "nobody"
	ids := make([]string, len(words))
	for i := range ids {
		ids[i] = fmt.Sprint("k", i)
	}
	d := oneTable(t, model.TextsOf("customer_id", ids), model.TextsOf("email", words))
	d.Guesses = []model.Guess{{Table: 0, Column: 0, Role: model.CustomerID, Confidence: .95}, {Table: 0, Column: 1, Role: model.Email, Confidence: .95}}
	return d
}

func TestPersonalExamplesAreHiddenUntilAskedFor(t *testing.T) {
	s, _ := onFinding(t, mails(t), "email", 120, 32)
	for _, enlarge := range []string{"", "enter"} {
		if enlarge != "" {
			press(t, s, enlarge)
		}
		if text := seen(s); strings.Contains(text, "hidden-name") || !strings.Contains(text, hiddenValue) {
			t.Errorf("an address is shown:\n%s", text)
		}
	}
	press(t, s, "P")
	if text := seen(s); !strings.Contains(text, "hidden-name") || !strings.Contains(text, "row 9") {
		t.Errorf("P does not show examples:\n%s", text)
	}
}

func TestStaleChecksAreDropped(t *testing.T) {
	host := newFakeHost()
	host.hold = true
	host.open(t, messyData(t))
	s := NewData(host)
	s.SetSize(120, 32)
	s.Refresh()
	first := slices.IndexFunc(host.held, func(x Task) bool { return x.Name == "checking the data" })
	if first < 0 || s.checks.state != readUnderWay || !strings.Contains(seen(s), "checking the data") {
		t.Fatalf("no checks are under way:\n%s", seen(s))
	}
	old := host.held[first]
	host.held = nil
	host.session.Propose(host.session.Recipe.WithRole(model.Assignment{Role: model.Ignore, Column: "订单:金额"}), "role")
	s.Refresh()
	old.Done(old.Work(context.Background(), func(float64) {}))
	if s.checks.known || s.checks.state != readUnderWay {
		t.Error("the answer about other roles is taken")
	}
	host.release()
	if !s.checks.known || s.checks.state != readNot {
		t.Error("the answer about the roles in force is not taken")
	}
}

func TestStoppedChecksStartAgain(t *testing.T) {
	host := newFakeHost()
	host.hold = true
	host.open(t, messyData(t))
	s := NewData(host)
	s.SetSize(120, 32)
	s.Refresh()
	for _, task := range host.held {
		task.Done(context.Canceled)
	}
	host.held = nil
	s.Refresh()
	if len(host.held) > 0 && slices.ContainsFunc(host.held, func(x Task) bool { return x.Name == "checking the data" }) {
		t.Error("the checks start again unasked")
	}
	if !strings.Contains(seen(s), "c starts them again") {
		t.Errorf("it is not said that the checks were stopped:\n%s", seen(s))
	}
	press(t, s, "c")
	host.release()
	if !s.checks.known || s.Actions()["data.check"].Why() == "" {
		t.Error("c does not check the data")
	}
}

func TestChecksTellHowFarTheyAre(t *testing.T) {
	host := newFakeHost()
	host.hold = true
	host.open(t, messyData(t))
	s := NewData(host)
	s.Refresh()
	i := slices.IndexFunc(host.held, func(x Task) bool { return x.Name == "checking the data" })
	var told []float64
	if err := host.held[i].Work(context.Background(), func(done float64) { told = append(told, done) }); err != nil {
		t.Fatal(err)
	}
	if len(told) != 8 || !slices.IsSorted(told) || told[7] != 1 {
		t.Errorf("of eight columns it is told %v", told)
	}
}

func TestColumnSaysWhatTheChecksFound(t *testing.T) {
	n := 200
	amounts, flags := make([]float64, n), make([]string, n)
	for i := range n {
		amounts[i], flags[i] = float64(i*7%100)/10, []string{"yes", "no"}[i%2]
	}
	amounts[5] = 900
	d := oneTable(t, model.NewNumbers("amount", amounts), model.TextsOf("member", flags))
	d.Guesses = []model.Guess{{Table: 0, Column: 0, Role: model.Amount, Confidence: .95}}
	d.Findings = []model.Finding{{Level: model.Warning, Table: 0, Column: 0, Text: model.P("1 value is no number"), Rows: []int32{3}, Unread: []string{"n/k"}}}
	s, _ := openData(t, d, 120, 46)
	press(t, s, "F")
	for _, want := range []string{`1 could not be read: "n/k" in row 5`, "1 beyond 1.5 IQR, ", "1 beyond 3 IQR, ", "101 distinct", "0 to 900"} {
		if !strings.Contains(seen(s), want) {
			t.Errorf("%q is not said of the column:\n%s", want, seen(s))
		}
	}
	press(t, s, "F")
	if text := seen(s); !strings.Contains(text, "yes/no") {
		t.Errorf("yes and no are not said to be so:\n%s", text)
	}
}

func TestWarningsAreCountedAtTheTable(t *testing.T) {
	s, _ := openData(t, messyData(t), 120, 32)
	n := warnings(s.table().findings)
	if text := seen(s); n < 2 || !strings.Contains(text, fmt.Sprintf("%d warnings", n)) || !strings.Contains(text, fmt.Sprintf("!%d", n)) {
		t.Errorf("%d warnings are not counted:\n%s", n, text)
	}
	if text := seen(s); !strings.Contains(text, "rows read") || !strings.Contains(text, "left out") {
		t.Errorf("rows are not accounted for:\n%s", text)
	}
}

// What was done by choice is said on the roles screen beside the other reasons.
func TestRolesTellWhatWasDoneByChoice(t *testing.T) {
	s, host := onFinding(t, messyData(t), "extreme_outliers", 120, 32)
	press(t, s, "space")
	followed(s, host)
	roles := NewRoles(host)
	roles.SetSize(160, 60)
	roles.Refresh()
	if text := seen(roles); !strings.Contains(text, "left out by choice") {
		t.Errorf("rows dropped are not told:\n%s", text)
	}
	press(t, s, "space")
	followed(s, host)
	roles.Refresh()
	if text := seen(roles); strings.Contains(text, "left out by choice") || !strings.Contains(text, "values capped by choice") {
		t.Errorf("values capped are not told:\n%s", text)
	}
}

func TestHistogramMarksTheFences(t *testing.T) {
	values := make([]float64, 200)
	for i := range values {
		values[i] = float64((i*37)%100) / 10
	}
	copy(values, []float64{20, 24, 28, 31})
	d := oneTable(t, model.NewNumbers("amount", values))
	d.Guesses = []model.Guess{{Table: 0, Column: 0, Role: model.Amount, Confidence: .95}}
	s, _ := openData(t, d, 120, 32)
	press(t, s, "F")
	golden.View(t, "quality-fences-120x32", s.View(themes()["mono"]), 120, 32)
	tees := func() int { return strings.Count(seen(s), themes()["mono"].Glyphs.TeeUp) }
	marked := tees()
	s.checks.known = false
	if plain := tees(); marked <= plain {
		t.Errorf("%d marks on the axis with fences, %d without", marked, plain)
	}
}
