package pipeline

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"custseg/model"
	"custseg/seg/judge"
)

// judged is contenders that part the customers of a trial by hand, in the order
// of their scores, and the samples of these.
func judged(t *testing.T, tr *trial, groupings ...[]int32) ([]*Contender, map[string][]float64) {
	t.Helper()
	of := map[string]evidence{}
	var found []*Contender
	for i, groups := range groupings {
		e := evidence{groups: tr.outcome.Group(groups, 10)}
		for j := range e.stable {
			e.stable[j] = 1
		}
		c := &Contender{ID: fmt.Sprint("m", i), Name: model.P("m%d", i), Figures: noFigures()}
		tr.measure(&c.Figures, &model.Segmentation{Segments: make([]model.Segment, 10), Of: groups}, tr.known)
		c.Stability = 1
		c.Score = c.score()
		found, of[c.ID] = append(found, c), e
	}
	ranked := RankContenders(found)
	scores, err := tr.bootstrap(t.Context(), ranked, of)
	if err != nil {
		t.Fatal(err)
	}
	markErrors(ranked, scores)
	return ranked, scores
}

// shopTrial is the shop of these tests at its split.
func shopTrial(t *testing.T) *trial {
	t.Helper()
	tr, err := New(shopData(shopOrders(t, 1))).newTrial(t.Context(), model.NewRecipe(nil, model.Reading{}), shopSplit)
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// Who buys again is told alike by two methods of which one also finds the two
// customers with most of the money: repurchase does not scatter between them, but
// money hangs on those two, so that they are not told apart.
func TestMoneyOfAFewTellsNothingApart(t *testing.T) {
	tr := shopTrial(t)
	n := tr.known.Len()
	finds, misses, blind := make([]int32, n), make([]int32, n), make([]int32, n)
	rich := -1
	for i := range n {
		tr.worth[i] = 0
		if tr.bought[i] {
			tr.worth[i], finds[i], misses[i] = 10, 1, 1
			if rich < 0 {
				rich = i
			}
		}
	}
	// The second is in another fold, so that each fold knows of their group.
	second := -1
	for i := range n {
		if tr.bought[i] && tr.folds.Of[i] != tr.folds.Of[rich] {
			second = i
			break
		}
	}
	tr.worth[rich], tr.worth[second] = 3000, 3000
	finds[rich], finds[second] = 2, 2
	tr.outcome = judge.NewOutcome(tr.folds, tr.worth, tr.bought, traits(tr.known))
	ranked, scores := judged(t, tr, finds, misses, blind)
	if ranked[0].ID != "m0" || ranked[0].NotTold || !ranked[1].NotTold || ranked[2].NotTold || len(ranked[1].Reasons) != 1 {
		t.Errorf("%+v, %+v, %+v", ranked[0], ranked[1], ranked[2])
	}
	if gap := ranked[0].Score - ranked[1].Score; gap < 5 {
		t.Errorf("the scores differ by %.2f only, so that this tells nothing", gap)
	}
	if e := deviation(scores["m0"], scores["m1"]); !(e > 1) || !(ranked[0].ScoreError > 1) {
		t.Errorf("the difference scatters by %.2f, the first by %.2f", e, ranked[0].ScoreError)
	}
}

// A method and itself differ by nothing, and a sample in which all count once
// has the score itself.
func TestASampleOfAllHasTheScore(t *testing.T) {
	tr := shopTrial(t)
	s, err := tr.fitTenths(tr.known)
	if err != nil {
		t.Fatal(err)
	}
	c := &Contender{Figures: noFigures()}
	tr.measure(&c.Figures, s, tr.known)
	c.Stability = .5
	ones := make([]uint8, tr.known.Len())
	for i := range ones {
		ones[i] = 1
	}
	got := c.resampled(tr.outcome.Parts(tr.outcome.Group(s.Of, len(s.Segments)), ones, tr.outcome.Perfect(ones)), .5)
	if math.Abs(got-c.score()) > 1e-9 {
		t.Errorf("%v, want %v", got, c.score())
	}
}

func TestVerdictNamesTheBaseline(t *testing.T) {
	for name, c := range map[string]struct {
		method, baseline float64
		noise            float64
		want             string
		beats            bool
	}{
		"beaten":       {25.4, 30.7, 1, "No method beats the baseline Tenths (30.7) here: RFM ranks first with 25.4", false},
		"beaten or so": {25.4, 25.9, 1, "No method beats the baseline Tenths (25.9) here: RFM ranks first with 25.4, a difference that chance may make", false},
		"hardly":       {31, 30.7, 1, "RFM ranks first with 31.0, but is not told apart from the baseline Tenths (30.7)", true},
		"above":        {50, 30.7, 1, "RFM ranks first with 50.0 and beats the baseline Tenths (30.7)", true},
	} {
		b := &BakeOff{Contenders: []*Contender{
			{ID: "rfm", Name: model.P("RFM"), Rank: 1, Score: c.method}, {ID: BaselineSorted, Name: model.P("Tenths"), Baseline: true, Score: c.baseline}}}
		scores := map[string][]float64{"rfm": {c.method, c.method + c.noise, c.method - c.noise}, BaselineSorted: {c.baseline, c.baseline, c.baseline}}
		if said, beats := b.verdict(scores); said.In(english()) != c.want || beats != c.beats {
			t.Errorf("%s: %q, %v", name, said.In(english()), beats)
		}
	}
	if said, _ := (&BakeOff{}).verdict(nil); !said.Empty() {
		t.Errorf("of no method: %q", said.In(english()))
	}
}

// The document says the verdict, whose baseline is in the table.
func TestDocumentHasTheVerdict(t *testing.T) {
	b := bakeOff(t, shopData(shopOrders(t, 1)), BakeOffOptions{Split: shopSplit, Methods: []string{"rfm", "frequency"}})
	d := b.Document(english(), model.Recipe{})
	if d.Beats == nil || *d.Beats != (b.Best().Score > b.Contender(BaselineSorted).Score) || !strings.Contains(d.Verdict, "Tenths by money") {
		t.Errorf("%q, %v", d.Verdict, d.Beats)
	}
	if e := float64(d.Methods[0].ScoreError); !(e > 0 && e < 20) {
		t.Errorf("the error of the first score is %v", e)
	}
}
