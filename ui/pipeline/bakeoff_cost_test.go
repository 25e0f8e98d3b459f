package pipeline

import (
	"math"
	"testing"
)

// A bake-off is as far as the work that is done, not as the methods that are.
func TestProgressCountsWork(t *testing.T) {
	var told BakeOffProgress
	b := newBoard([]float64{cost("rfm"), cost("gmm"), 0}, func(p BakeOffProgress) { told = p })
	b.finished(0, &Contender{ID: "rfm"})
	if want := 1. / 1201; math.Abs(told.Done-want) > 1e-12 {
		t.Errorf("after the plain one: %v, want %v", told.Done, want)
	}
	b.at(1, entrant{id: "gmm"}, .5, nil)
	if want := 601. / 1201; math.Abs(told.Done-want) > 1e-12 || !told.Slow {
		t.Errorf("in the middle of the slow one: %v, want %v, slow %v", told.Done, want, told.Slow)
	}
	b.finished(1, &Contender{ID: "gmm"})
	b.finished(2, &Contender{ID: "nps"})
	if told.Done != 1 {
		t.Errorf("at the end: %v", told.Done)
	}
}
