package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"custseg/io/load"
	"custseg/model"
)

// lines writes n orders, more than are read between two looks at the stop.
func lines(t testing.TB, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("customer_id,order_date,amount\n")
	for i := range n {
		fmt.Fprintf(&b, "C%d,2024-%02d-%02d,%d\n", i%97, i%12+1, i%28+1, i%113)
	}
	return written(t, "many.csv", b.String())
}

func written(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// begin starts reading a file and brings up its view, without letting it go on.
func (p *player) begin(file string) {
	p.m.Open([]string{file})
	p.m.showReading(p.m.reading)
}

// key sends a key without waiting for what runs.
func (p *player) key(name string) { p.handle(keyMsg(name)) }

// onward lets what was begun run to its end.
func (p *player) onward() { p.send(tea.WindowSizeMsg{Width: p.m.w, Height: p.m.h}) }

func TestReadingStopsAndKeepsWhatWasRead(t *testing.T) {
	p := play(t, 100, 30, "mono")
	file := lines(t, 5000)
	p.begin(file)
	p.shows("Reading 1 file", "many.csv", "give up")
	p.key("esc")
	p.shows("Stopping")
	p.key("esc")
	p.shows("it stops already")
	p.onward()
	d := p.m.session.Data()
	if d == nil || !d.Partial || d.Rows() >= 5000 || d.Rows() == 0 {
		t.Fatalf("stopped, and open is %v", d)
	}
	if got := p.m.session.Recipe.Reading.Rows; got != d.Taken {
		t.Errorf("the recipe reads %d rows, taken were %d", got, d.Taken)
	}
	again, err := load.Open(context.Background(), []string{file}, load.Options{Reading: p.m.session.Recipe.Reading}, nil)
	if err != nil || again.Rows() != d.Rows() || !again.Partial {
		t.Errorf("replayed it reads %d rows, not %d: %v", again.Rows(), d.Rows(), err)
	}
	mark := fmt.Sprintf("partial: first %s rows", p.m.config.Printer.Sprintf("%d", d.Taken))
	for _, step := range []string{"1", "2", "3", "5", "6"} {
		p.press(step)
		p.shows(mark)
	}
	p.press("3", "enter", "enter") // a segment over its step
	p.shows("› ", mark)
	p.press("esc", "6")
	p.shows("partial data")
	p.press("1", "R")
	if d := p.m.session.Data(); d.Partial || d.Rows() != 5000 || p.m.session.Recipe.Reading.Rows != 0 {
		t.Errorf("read to the end: partial %t, %d rows", d.Partial, d.Rows())
	}
	if strings.Contains(p.screen(), "partial") {
		t.Errorf("all is read, and the screen says\n%s", p.screen())
	}
	p.shows("u: back to the first ")
	p.press("u")
	p.shows(mark)
}

func TestReadingGivenUpGoesBack(t *testing.T) {
	p := play(t, 100, 30, "mono")
	p.begin(lines(t, 5000))
	p.key("x")
	p.onward()
	p.shows("sample:shop")
	p = play(t, 100, 30, "mono", orders(t))
	p.press("2")
	p.m.Reread(model.Reading{NoHeader: true}, "no header")
	p.m.showReading(p.m.reading)
	p.shows("Reading 1 file")
	p.key("3") // steps wait
	p.shows("files are being read")
	p.key("x")
	p.onward()
	p.shows("2 ROLES", "客户订单.csv")
	if p.m.session.Recipe.Reading.NoHeader || p.m.session.UndoName() != "" {
		t.Error("a reading given up changed the recipe")
	}
}

func TestQuickReadingShowsNoGauge(t *testing.T) {
	p := play(t, 100, 30, "mono")
	p.m.Open([]string{orders(t)})
	if strings.Contains(p.screen(), "Reading") {
		t.Errorf("the view of the reading is up at once:\n%s", p.screen())
	}
	r := p.m.reading
	p.onward()
	p.send(readingDue{r})
	p.shows("1 DATA")
}

func TestReadingAnotherWayKeepsWhatFits(t *testing.T) {
	file := written(t, "semi.csv", "kunde;datum;betrag;ort\n"+strings.Repeat("a;2024-01-02;1,50;x\nb;2024-02-03;2,50;y\nc;2024-03-04;9,10;y\n", 9))
	p := play(t, 120, 36, "mono", file)
	s := p.m.session
	s.Propose(s.Recipe.WithRole(model.Assignment{Role: model.CustomerID, Column: "kunde"}), "role")
	s.Propose(s.Recipe.WithRole(model.Assignment{Role: "region", Column: "4"}).WithMethod("rfm"), "more")
	s.Propose(s.Recipe.WithParam("bins", model.Num(3)), "bins 3")
	s.Propose(s.Recipe.WithTreatment(model.Treatment{Check: "zero_amount", Column: "betrag", Action: model.Drop}), "drop")
	p.onward()
	if s.Result == nil {
		t.Fatalf("no result: %v", s.Failed)
	}
	p.press("1", "o")
	p.shows("How the files are read", "as found: utf-8", "First rows of semi", "First rows")
	p.m.Reread(model.Reading{NoHeader: true}, "no header")
	p.onward()
	if s.Recipe.Method != "rfm" || s.Recipe.Params["bins"].Number() != 3 || !s.Recipe.Reading.NoHeader {
		t.Errorf("the recipe is now %+v", s.Recipe)
	}
	if got := s.Recipe.Roles; len(got) != 1 || got[0].Column != "4" {
		t.Errorf("of the roles there are now %v", got)
	}
	if len(s.Recipe.Treatments) != 0 {
		t.Errorf("the recipe still treats %v", s.Recipe.Treatments)
	}
	p.shows("no longer fit were dropped: kunde", "treatments that no longer fit were dropped: drop betrag", "1 DATA")
	if strings.Contains(p.screen(), "How the files are read") {
		t.Error("the form is still up")
	}
	p.press("u")
	if len(s.Recipe.Treatments) != 1 {
		t.Errorf("undone, the recipe treats %v", s.Recipe.Treatments)
	}
	if s.Recipe.Reading.NoHeader || s.Result == nil || s.Result.Dataset != s.Data() {
		t.Errorf("undone: %+v, failed %v", s.Recipe, s.Failed)
	}
	p.press("ctrl+r")
	if !s.Recipe.Reading.NoHeader {
		t.Error("redo did not read again")
	}
}

func TestReadingForDataThatIsGoneIsDropped(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	p.m.Reread(model.Reading{Rows: 9}, "rows 9")
	p.m.session.Close()
	p.onward()
	if p.m.session.IsOpen() || p.m.reading != nil {
		t.Error("a reading brought back data that was closed")
	}
}

func TestReadingThatFailsKeepsTheOld(t *testing.T) {
	file := orders(t)
	p := play(t, 100, 30, "mono", file)
	before := p.m.session.Data()
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	p.m.Reread(model.Reading{Rows: 9}, "rows 9")
	p.onward()
	p.shows("客户订单.csv")
	if p.m.session.Data() != before || p.m.session.Recipe.Reading.Rows != 0 {
		t.Error("the data changed though the file is gone")
	}
}

func TestSeveralKeysAreAskedFor(t *testing.T) {
	p := play(t, 100, 30, "mono", orders(t))
	s := p.m.session
	choice := func(columns ...int) model.KeyChoice { return model.KeyChoice{Table: 0, Columns: columns} }
	p.m.askKeys([]model.KeyChoice{choice(0, 1), choice(0, 2)})
	p.onward()
	p.shows("Which column says whose the rows of", "guessed", "Rows with one", "By customer_id: 60 customers", "Enter takes it")
	for _, key := range []string{"P", "2", "ctrl+p"} {
		p.press(key)
		p.shows("Answer first: Enter takes the column", "Which column says")
	}
	p.press("?")
	p.shows("Keep the guess", "Up and down")
	p.press("?")
	p.shows("Which column says whose the rows of")
	p.press("down")
	p.shows("By customer_name: 8 customers", "***")
	p.press("enter")
	if got := s.Recipe.Roles; len(got) != 1 || got[0] != (model.Assignment{Role: model.CustomerID, Column: "customer_name"}) {
		t.Errorf("the recipe says %v", got)
	}
	p.shows("order_id") // the second question
	p.press("esc")
	p.shows("1 DATA", "stays the customer id")
	if len(s.Recipe.Roles) != 1 {
		t.Errorf("Esc changed the recipe: %v", s.Recipe.Roles)
	}
}

func TestChoicesAnsweredAreNotAskedAgain(t *testing.T) {
	d := func() *model.Dataset {
		t1, err := model.NewTable("orders", "o.csv", 2, model.TextsOf("id", []string{"a"}), model.TextsOf("mail", []string{"b"}))
		if err != nil {
			t.Fatal(err)
		}
		return &model.Dataset{Tables: []*model.Table{t1}, Choices: []model.KeyChoice{{Table: 0, Columns: []int{0, 1}}}}
	}
	if got := newChoices(d(), d(), model.Recipe{}); len(got) != 0 {
		t.Errorf("asked again: %v", got)
	}
	if got := newChoices(d(), &model.Dataset{}, model.Recipe{}); len(got) != 1 {
		t.Errorf("a new question is not asked: %v", got)
	}
	if got := newChoices(d(), &model.Dataset{}, model.Recipe{}.WithRole(model.Assignment{Role: model.CustomerID, Column: "mail"})); len(got) != 0 {
		t.Errorf("asked though the recipe says: %v", got)
	}
}
