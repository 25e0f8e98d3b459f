package screen

import (
	"context"
	"errors"
	"fmt"
	"math"
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

// contenders are a handful made by hand, of every standing, in no order.
func contenders() []*pipeline.Contender {
	nan := math.NaN()
	none := pipeline.Figures{TopShare: nan, Lift: nan, Gini: nan, AUC: nan, AUCError: nan, AUCGain: nan, AUCGainError: nan,
		Separation: nan, Stability: nan, Shift: nan, Smallest: nan, Largest: nan, Effective: nan, Unclassified: nan}
	ranked := func(id, name string, score float64, withheld ...string) *pipeline.Contender {
		f := pipeline.Figures{TopShare: score / 120, Lift: score / 25, Gini: score / 100, AUC: .5 + score/200, AUCError: .008, AUCGain: score/200 - .3,
			AUCGainError: .009, Separation: score / 90, Stability: .93, Shift: .7, Segments: 5, Smallest: .05, Largest: .3, Effective: 4.4}
		return &pipeline.Contender{ID: id, Name: model.P(name), Score: score, Figures: f, Withheld: withheld, Reasons: []model.Phrase{
			model.P("money: the best 20%% of the customers by segment hold %.0f%% of the money that followed", 100*f.TopShare),
			model.P("repurchase: AUC %.3f ± %.3f", f.AUC, f.AUCError), model.P("separation: %.0f%% of the differences", 100*f.Separation),
			model.P("stability: other customers give nearly the same segments (%.2f)", f.Stability), model.P("size: %d segments", f.Segments)}}
	}
	sorted := ranked(pipeline.BaselineSorted, "Tenths by money", 59)
	sorted.Baseline = true
	near := ranked("kmeans", "k-means", 65.4)
	near.NotTold = true
	return []*pipeline.Contender{
		{ID: "lead", Name: model.P("Leads"), Standing: pipeline.Unable, Why: model.P("it needs %s", "interest"), Score: nan, Figures: none},
		near, sorted, ranked("rfm", "RFM", 72.1), ranked("needs", "顧客のニーズ", 21.6, "wish"),
		{ID: "nps", Name: model.P("NPS"), Standing: pipeline.Apart, Why: model.P("it reads what has no date"), Score: nan, Figures: none},
		{ID: "custom", Name: model.P("Customisation"), Standing: pipeline.Failed, Why: model.P("no wish is known"), Score: nan, Figures: none},
	}
}

// competing is the bake-off with contenders made by hand; found is nil while it
// runs.
func competing(t testing.TB, w, h int, done bool) (*CompareView, *compareBakeOff, *fakeHost) {
	t.Helper()
	_, host := live(t, "rfm")
	host.hold = true
	s := NewCompare(host)
	s.Refresh()
	s.at = byBakeOff
	s.SetSize(w, h)
	host.held = nil
	b := s.bakeOff
	b.job.done.set(.6)
	b.job.of, b.job.method, b.job.finished = 9, model.P("Self-organizing map"), contenders()
	if done {
		b.job.running, b.job.finished = false, pipeline.RankContenders(contenders())
		b.job.found = &pipeline.BakeOff{Split: b.splitDay(), End: b.customers.Last, Customers: 250, Again: 120, Money: true, Later: 12345.6,
			Verdict:    model.P("No method beats the baseline %s (%.1f) here: %s ranks first with %.1f", model.P("Tenths by money"), 73.4, model.P("RFM"), 72.1),
			Contenders: b.job.finished, Notes: []model.Phrase{model.P("An AUC has a standard error of about %.3f", .008)}}
	}
	return s, b, host
}

func TestBakeOffGolden(t *testing.T) {
	for _, size := range [][2]int{{60, 12}, {80, 20}, {120, 32}, {200, 46}} {
		for look, theme := range themes() {
			s, _, _ := competing(t, size[0], size[1], true)
			golden.View(t, fmt.Sprintf("bakeoff-%s-%d", look, size[0]), s.View(theme), size[0], size[1])
		}
	}
}

func TestBakeOffStatesGolden(t *testing.T) {
	for name, prepare := range map[string]func(s *CompareView, b *compareBakeOff){
		"running": func(*CompareView, *compareBakeOff) {},
		"figure":  func(s *CompareView, b *compareBakeOff) { b.follow(); press(t, s, "right", "right", "right", "right") },
		"unable":  func(s *CompareView, b *compareBakeOff) { b.follow(); press(t, s, "G") },
		"split":   func(s *CompareView, _ *compareBakeOff) { press(t, s, "tab") },
		"stopped": func(_ *CompareView, b *compareBakeOff) { b.job.running, b.job.trouble = false, context.Canceled },
		"failed": func(_ *CompareView, b *compareBakeOff) {
			b.job.running, b.job.finished, b.job.trouble = false, nil, errors.New("nobody had bought by 2023-01-01: choose a later split")
		},
	} {
		s, b, _ := competing(t, 80, 20, false)
		prepare(s, b)
		golden.View(t, "bakeoff-state-"+name, s.View(themes()["mono"]), 80, 20)
	}
}

func TestBakeOffIsExactAtEverySize(t *testing.T) {
	s, b, _ := competing(t, 80, 20, true)
	for _, theme := range themes() {
		for w := 60; w < 210; w += 13 {
			for h := 12; h < 50; h += 6 {
				for _, b.onForm = range []bool{true, false} {
					s.SetSize(w, h)
					golden.Size(t, fmt.Sprintf("%dx%d", w, h), s.View(theme), w, h)
				}
			}
		}
	}
}

// Methods appear as they finish, ranked among those that have; after a stop what
// was judged stays.
func TestBakeOffFillsAsMethodsFinish(t *testing.T) {
	s, b, host := competing(t, 120, 32, false)
	b.job.finished = nil
	theme := themes()["mono"]
	for i, c := range contenders() {
		b.job.tell(pipeline.BakeOffProgress{Done: float64(i) / 7, Method: c.ID, Finished: c})
		if s.View(theme); len(b.rows.list) != i+1 {
			t.Fatalf("after %d methods there are %d rows", i+1, len(b.rows.list))
		}
	}
	var ids []string
	for _, c := range b.rows.list {
		ids = append(ids, c.ID)
	}
	if want := []string{"rfm", "kmeans", pipeline.BaselineSorted, "needs", "nps", "custom", "lead"}; !slices.Equal(ids, want) {
		t.Errorf("in the order %v, want %v", ids, want)
	}
	press(t, s, "down")
	b.job.tell(pipeline.BakeOffProgress{Finished: &pipeline.Contender{ID: "best", Name: model.P("Best"), Score: 99, Figures: contenders()[1].Figures}})
	s.View(theme)
	if c := b.selected(); c.ID != "kmeans" {
		t.Errorf("the cursor is on %s", c.ID)
	}
	b.job.running, b.job.trouble = false, context.Canceled
	if s.View(theme); len(b.rows.list) != 8 || !b.stopped() {
		t.Errorf("after a stop there are %d rows", len(b.rows.list))
	}
	host.hold = true
	press(t, s, "r")
	if len(host.held) != 1 || len(b.rows.list) != 0 {
		t.Errorf("r did not judge again: %d tasks", len(host.held))
	}
}

// s gives up the method that is being judged, and says why not when there is none.
func TestBakeOffSkipsAMethod(t *testing.T) {
	s, b, host := competing(t, 120, 32, false)
	if why := b.whyNotSkip(); !strings.Contains(why, "no method is being judged") {
		t.Errorf("before the first: %q", why)
	}
	skipped := 0
	b.job.tell(pipeline.BakeOffProgress{Of: 9, Method: "gmm", Name: model.P("Gaussian mixture"), At: .2, Slow: true, Skip: func() { skipped++ }})
	if text := seen(s); !strings.Contains(text, "Gaussian mixture 20%, slow: s skips it") {
		t.Errorf("not offered:\n%s", text)
	}
	press(t, s, "s")
	if skipped != 1 || len(host.said) != 1 || !strings.Contains(host.said[0], "Gaussian mixture") {
		t.Errorf("skipped %d, said %q", skipped, host.said)
	}
	b.job.tell(pipeline.BakeOffProgress{Of: 9, Method: "gmm", Name: model.P("Gaussian mixture"), Finished: contenders()[5]})
	if why := b.whyNotSkip(); why == "" {
		t.Error("what is done can be skipped")
	}
}

// Enter looks at a method and leaves the one in force; x takes it, which undo
// takes back by name. c holds the result against it, and what is no method or
// cannot run says why.
func TestBakeOffLooksTakesAndCompares(t *testing.T) {
	s, b, host := competing(t, 120, 32, true)
	s.View(themes()["mono"])
	if why := b.whyNotCompare(); !strings.Contains(why, "in force") {
		t.Errorf("RFM against itself: %q", why)
	}
	if why := b.whyNotTake(); !strings.Contains(why, "in force") {
		t.Errorf("RFM in the place of itself: %q", why)
	}
	press(t, s, "down", "c")
	if s.at != byMethods || s.methods.rivals[s.methods.at].id != "kmeans" {
		t.Errorf("c leads to way %d", s.at)
	}
	s.show(byBakeOff)
	press(t, s, "enter")
	if len(host.pushed) != 1 || host.session.Recipe.Method != "rfm" || len(host.went) != 0 {
		t.Fatalf("Enter: %s, went %v", host.session.Recipe.Method, host.went)
	}
	press(t, s, "x")
	if host.session.Recipe.Method != "kmeans" || len(host.went) != 1 || host.went[0] != Segments || host.session.UndoName() != "method kmeans" {
		t.Errorf("x: %s, went %v", host.session.Recipe.Method, host.went)
	}
	press(t, s, "down")
	if why := b.whyNotLook(); why == "" {
		t.Error("a baseline can be looked at")
	}
	press(t, s, "G")
	if why := b.whyNotLook(); !strings.Contains(why, "interest") {
		t.Errorf("what cannot run says %q", why)
	}
}

func TestBakeOffTellsOfChangedSettings(t *testing.T) {
	s, b, host := competing(t, 120, 32, true)
	if s.View(themes()["mono"]); b.tuned() {
		t.Error("nothing was changed")
	}
	host.session.Propose(host.session.Recipe.WithParam("bins", model.Num(4)), "bins 4")
	s.Refresh()
	if !b.tuned() {
		t.Error("other bins are not told of")
	}
	host.session.Propose(host.session.Recipe.WithMethod("kmeans"), "method kmeans")
	s.Refresh()
	if b.tuned() {
		t.Error("k-means at its defaults is as it was judged")
	}
	host.session.Propose(host.session.Recipe.WithWindow(100), "window")
	s.Refresh()
	if b.job != nil {
		t.Error("what was found of other customers stays")
	}
}

func TestBakeOffSplitIsChosen(t *testing.T) {
	s, b, host := competing(t, 120, 32, true)
	press(t, s, "tab", "right")
	if want := b.customers.Last - 30; b.split != want || len(host.held) != 1 || b.job.split != want {
		t.Fatalf("split %s, want %s", b.split, want)
	}
	press(t, s, "down", "enter")
	for range "2024-12-01" {
		pressKey(t, s, term.KeyOf("backspace"))
	}
	typed(t, s, "2024-03-31")
	press(t, s, "enter")
	if b.split.String() != "2024-03-31" {
		t.Errorf("typed, the split is %s", b.split)
	}
	if err := b.validate(splitDate, "2031-01-01"); err == nil {
		t.Error("a split after all orders is taken")
	}
	if name, _ := host.session.Undo(); name != "split 2024-03-31" {
		t.Errorf("undid %q", name)
	}
	if s.Refresh(); b.split != b.customers.Last-30 || b.job != nil {
		t.Errorf("undone, the split is %s", b.split)
	}
	s.SetSize(120, 32)
	press(t, s, "up", "backspace")
	if b.split != model.NoDay {
		t.Errorf("back to the proposal the split is %s", b.split)
	}
}

// A split that was judged is shown at once when undo comes back to it, and
// nothing is judged again.
func TestAnEarlierSplitComesBackAtOnce(t *testing.T) {
	_, host := live(t, "rfm")
	s := NewCompare(host)
	s.Refresh()
	s.show(byBakeOff)
	s.SetSize(120, 32)
	b := s.bakeOff
	first := b.job
	press(t, s, "tab", "right")
	if b.job == first || b.job.found == nil {
		t.Fatal("another split is not judged")
	}
	host.session.Undo()
	s.Refresh()
	host.hold = true
	if s.SetSize(120, 32); b.job != first || len(host.held) > 0 || len(b.rows.list) != len(first.finished) {
		t.Errorf("undone, the table has %d of %d methods, and %d tasks began", len(b.rows.list), len(first.finished), len(host.held))
	}
}

// The whole way on real methods: they compete and what is written is what is
// shown.
func TestBakeOffOfAllMethodsIsWritten(t *testing.T) {
	_, host := live(t, "rfm")
	s := NewCompare(host)
	s.Refresh()
	s.at = byBakeOff
	s.SetSize(120, 32)
	b := s.bakeOff
	if b.job == nil || b.job.found == nil {
		t.Fatalf("%+v", b.job)
	}
	if !slices.Equal(host.loses, []string{"The bake-off is under way"}) {
		t.Errorf("leaving would lose %q", host.loses)
	}
	if len(b.rows.list) != len(b.job.found.Contenders) || b.selected().Rank != 1 {
		t.Errorf("%d rows, the first of rank %d", len(b.rows.list), b.selected().Rank)
	}
	o := s.current().output()
	path := filepath.Join(t.TempDir(), "bakeoff.csv")
	w := newWriteView(host, *o)
	w.path = path
	press(t, w, "enter")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(w.job.trouble, err)
	}
	if lines := strings.Count(string(text), "\n"); lines != len(b.rows.list)+1 {
		t.Errorf("%d lines for %d contenders", lines, len(b.rows.list))
	}
	press(t, s, "y")
	if !strings.Contains(host.copied[0], "RFM") {
		t.Errorf("copied %q", host.copied)
	}
}
