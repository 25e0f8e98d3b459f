package validate

import (
	"math"
	"slices"
	"testing"
)

// Two models rank all rows, each for the rows it has not seen; ties are at the
// middle of their places, and what both score alike has one place.
func TestHeldOut(t *testing.T) {
	scores := [][]float64{{.9, .2, .2, .1, math.NaN()}, {.5, .3, .3, .2, .1}}
	got := HeldOut([]int32{0, 0, 1, 1, 0}, 2, func(f int) []float64 { return scores[f] })
	want := []float64{.875, .5, .6, .3, math.NaN()}
	for i, v := range want {
		if math.Abs(got[i]-v) > 1e-12 || math.IsNaN(got[i]) != math.IsNaN(v) {
			t.Errorf("row %d is at %v, want %v", i, got[i], v)
		}
	}
	none := HeldOut([]int32{0, 1}, 2, func(int) []float64 { return nil })
	if !math.IsNaN(none[0]) || !math.IsNaN(none[1]) {
		t.Errorf("without models: %v", none)
	}
}

func TestAUCByHand(t *testing.T) {
	yes := []bool{true, false, true, false}
	for _, c := range []struct {
		score []float64
		want  float64
	}{
		{[]float64{4, 1, 3, 2}, 1}, {[]float64{1, 4, 2, 3}, 0}, {[]float64{1, 1, 1, 1}, .5},
		{[]float64{.8, .4, .35, .1}, .75}, // pairs won: 4>3, 4>1, 3>1, not 3>2
		{[]float64{2, 2, 3, 1}, .875}, {[]float64{math.NaN(), 2, 3, math.Inf(1)}, 1},
	} {
		if got := AUC(c.score, yes); got != c.want {
			t.Errorf("%v: %v, want %v", c.score, got, c.want)
		}
	}
	if got := AUC([]float64{1, 2}, []bool{true, true}); !math.IsNaN(got) {
		t.Errorf("without a no: %v", got)
	}
}

func TestGainsByHand(t *testing.T) {
	score := []float64{.9, .8, .7, .6, .5, .4, .3, .2, .1, math.NaN()}
	yes := []bool{true, true, false, true, false, false, false, true, false, true}
	bin := Parts(score, 3)
	bins := Gains(bin, yes, 3)
	if !slices.Equal(bin, []int32{0, 0, 0, 1, 1, 1, 2, 2, 2, -1}) {
		t.Errorf("bins %v", bin)
	}
	b := bins[1]
	if b.N != 3 || b.Yes != 1 || b.Rate != 1./3 || math.Abs(b.Lift-.75) > 1e-12 || math.Abs(b.Reached-2./3) > 1e-12 || b.Gain != .75 {
		t.Errorf("second bin %+v", b)
	}
	if last := bins[2]; last.Reached != 1 || last.Gain != 1 {
		t.Errorf("last bin %+v", last)
	}
	// Equal scores stay together.
	bin = Parts([]float64{1, 1, 1, 1, 0}, 2)
	bins = Gains(bin, []bool{true, false, true, false, false}, 2)
	if !slices.Equal(bin, []int32{0, 0, 0, 0, 1}) || bins[0].Rate != .5 {
		t.Errorf("ties: %v, %+v", bin, bins)
	}
}

func TestFoldsAreEven(t *testing.T) {
	class := make([]int32, 103)
	for i := range class {
		if i%10 == 0 {
			class[i] = 1
		}
	}
	fold := Folds(103, 5, class, 7)
	var all, ones [5]int
	for i, f := range fold {
		all[f]++
		ones[f] += int(class[i])
	}
	if slices.Max(all[:])-slices.Min(all[:]) > 1 || slices.Max(ones[:])-slices.Min(ones[:]) > 1 {
		t.Errorf("sizes %v, of the rare class %v", all, ones)
	}
	if !slices.Equal(fold, Folds(103, 5, class, 7)) || slices.Equal(fold, Folds(103, 5, class, 8)) || slices.Equal(fold, Folds(103, 5, nil, 7)) {
		t.Error("folds do not follow from rows, classes and seed")
	}
}
