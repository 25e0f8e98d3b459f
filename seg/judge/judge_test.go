package judge

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/seg/validate"
)

func near(a, b float64) bool { return math.Abs(a-b) < 1e-12 }

// two folds of four rows, in two groups.
var (
	twoFolds = Folds{Of: []int32{0, 0, 0, 0, 1, 1, 1, 1}, N: 2}
	groups   = []int32{0, 0, 1, 1, 0, 1, 1, 1}
	values   = []float64{8, 4, 0, 0, 6, 3, 0, 3}
)

func TestAGroupIsScoredByTheOtherFolds(t *testing.T) {
	got := HeldOut(groups, 2, twoFolds, values)
	// Fold 0 learns of fold 1: mean 3, group 0 (6+3)/2, group 1 (6+3)/4; fold 1 of
	// fold 0: mean 3, group 0 (12+3)/3, group 1 (0+3)/3.
	if want := []float64{4.5, 4.5, 2.25, 2.25, 5, 1, 1, 1}; !slices.EqualFunc(got, want, near) {
		t.Errorf("scores %v, want %v", got, want)
	}
	// Best is group 0 in both: 12 of 2 rows at a mean of 3, and 6 of one at 3.
	if got := BestLift(groups, 2, twoFolds, values); !near(got, 2) {
		t.Errorf("lift %v, want 2", got)
	}
	if got := HeldOut([]int32{0, 1}, 2, Folds{[]int32{0, 1}, 2}, []float64{2, 4}); !slices.EqualFunc(got, []float64{4, 2}, near) {
		t.Errorf("a group without others has %v, want the mean of the others", got)
	}
	if got := BestLift(groups, 2, twoFolds, make([]float64, 8)); !math.IsNaN(got) {
		t.Errorf("lift of nothing is %v", got)
	}
}

func TestGainsByHand(t *testing.T) {
	one := Folds{Of: make([]int32, 4), N: 1}
	// In the order 8 4 | 0 0 the curve goes to (.5, 1) by way of tied rows: the area
	// is .25+.5, the Gini .5; a quarter of the rows holds half of 12. The perfect
	// curve goes through (.25, 2/3): the area is 1/12+5/24+.5, the Gini 7/12.
	g := Collect([]float64{2, 2, 1, 1}, []float64{8, 4, 0, 0}, one, .25)
	if !near(g.Share, .5) || !near(g.Gini, .5) || !near(g.Perfect, 7./12) || !near(g.Normalised(), 6./7) {
		t.Errorf("%+v", g)
	}
	if g := Collect([]float64{4, 3, 2, 1}, []float64{8, 4, 0, 0}, one, .25); !near(g.Normalised(), 1) || !near(g.Share, 2./3) {
		t.Errorf("the perfect order: %+v", g)
	}
	if g := Collect([]float64{1, 2, 3, 4}, []float64{8, 4, 0, 0}, one, .25); !near(g.Normalised(), -1) || g.Share != 0 {
		t.Errorf("upside down: %+v", g)
	}
	if g := Collect([]float64{1, 2}, []float64{0, 0}, Folds{make([]int32, 2), 1}, .2); !math.IsNaN(g.Share) || !math.IsNaN(g.Normalised()) {
		t.Errorf("of nothing: %+v", g)
	}
}

// A fold counts by what it holds.
func TestFoldsAreWeighed(t *testing.T) {
	f := Folds{Of: []int32{0, 0, 1, 1}, N: 2}
	g := Collect([]float64{2, 1, 1, 2}, []float64{9, 0, 1, 0}, f, .5)
	if !near(g.Share, .9) || !near(g.Gini, .4) || !near(g.Perfect, .5) {
		t.Errorf("%+v", g)
	}
}

func TestOneGroupTellsNothing(t *testing.T) {
	n := 300
	yes, value := make([]bool, n), make([]float64, n)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range yes {
		yes[i] = random.Float64() < .3
		value[i] = random.ExpFloat64()
	}
	f := Deal(n, 5, func(i int) string { return fmt.Sprint(i) }, 1)
	score := HeldOut(make([]int32, n), 1, f, value)
	if r := Rank(score, yes, f); !near(r.AUC, .5) || !near(r.Error, 0) {
		t.Errorf("AUC %v, error %v", r.AUC, r.Error)
	}
	if g := Collect(score, value, f, .2); !near(g.Share, .2) || !near(g.Gini, 0) {
		t.Errorf("%+v", g)
	}
}

// Groups drawn by lot have no worth on average, whoever is rich by chance, and
// what is learned from other folds scatters little more than the standard error
// says.
func TestGroupsByLotAreWorthNothing(t *testing.T) {
	const n, groups, times = 800, 8, 300
	ids := func(i int) string { return fmt.Sprint("c", i) }
	var gini, giniSquares, auc, aucSquares, errs float64
	for at := range uint64(times) {
		random := rand.New(rand.NewPCG(at, 3))
		of, value, again, yes := make([]int32, n), make([]float64, n), make([]float64, n), make([]bool, n)
		for i := range of {
			of[i] = int32(random.IntN(groups))
			value[i] = math.Exp(1.5 * random.NormFloat64())
			if yes[i] = random.IntN(2) == 0; yes[i] {
				again[i] = 1
			}
		}
		f := Deal(n, 5, ids, at)
		g := Collect(HeldOut(of, groups, f, value), value, f, .2).Normalised()
		r := Rank(HeldOut(of, groups, f, again), yes, f)
		gini, giniSquares = gini+g/times, giniSquares+g*g/times
		auc, aucSquares, errs = auc+r.AUC/times, aucSquares+r.AUC*r.AUC/times, errs+r.Error/times
	}
	if scatter := math.Sqrt(giniSquares - gini*gini); math.Abs(gini) > 4*scatter/math.Sqrt(times) {
		t.Errorf("Gini %.4f, scattering by %.4f", gini, scatter)
	}
	scatter := math.Sqrt(aucSquares - auc*auc)
	if math.Abs(auc-.5) > 4*scatter/math.Sqrt(times) {
		t.Errorf("AUC %.4f, scattering by %.4f", auc, scatter)
	}
	if ratio := scatter / errs; ratio < 1 || ratio > 1.6 {
		t.Errorf("AUC scatters by %.2f standard errors", ratio)
	}
}

func TestRankingByHand(t *testing.T) {
	f := Folds{Of: make([]int32, 5), N: 1}
	yes := []bool{true, true, false, false, false}
	r := Rank([]float64{3, 1, 2, 1, 0}, yes, f)
	// The first yes wins all three pairs, the second one and a half: AUC 4.5/6. By
	// row 1 and 1/2 of yes, 1/2, 3/4 and 1 of no: variances 1/8 and 1/16.
	if !near(r.AUC, .75) || !near(r.Error, math.Sqrt(1./8/2+1./16/3)) {
		t.Errorf("AUC %v, error %v", r.AUC, r.Error)
	}
	perfect := Rank([]float64{2, 2, 1, 1, 1}, yes, f)
	if d, err := perfect.Minus(r); perfect.Error != 0 || !near(d, .25) || !near(err, r.Error) {
		t.Errorf("difference %v, error %v", d, err)
	}
	if d, err := r.Minus(r); d != 0 || err != 0 {
		t.Errorf("a ranking differs from itself by %v, %v", d, err)
	}
	if r := Rank([]float64{1, 2, 3}, []bool{true, false, false}, Folds{make([]int32, 3), 1}); !math.IsNaN(r.AUC) {
		t.Errorf("with one yes: %v", r.AUC)
	}
}

// Over one fold the area is that of the other engine, and its standard error is
// about what repeated samples scatter by.
func TestRankingAgreesWithRepetition(t *testing.T) {
	const n, times = 200, 400
	one := Folds{Of: make([]int32, n), N: 1}
	sum, squares, errs := 0., 0., 0.
	for at := range uint64(times) {
		random := rand.New(rand.NewPCG(at, 2))
		score, yes := make([]float64, n), make([]bool, n)
		for i := range score {
			yes[i] = i%4 == 0
			score[i] = math.Round(2 * random.NormFloat64())
			if yes[i] {
				score[i]++
			}
		}
		r := Rank(score, yes, one)
		if want := validate.AUC(score, yes); !near(r.AUC, want) {
			t.Fatalf("AUC %v, want %v", r.AUC, want)
		}
		sum, squares, errs = sum+r.AUC, squares+r.AUC*r.AUC, errs+r.Error
	}
	scatter := math.Sqrt(squares/times - sum/times*sum/times)
	if ratio := errs / times / scatter; ratio < .9 || ratio > 1.1 {
		t.Errorf("the standard error is %.2f of the scatter", ratio)
	}
}

func TestEtaSquaredByHand(t *testing.T) {
	// The means are 2 and 6, of all 4: 16 between the groups, 4 within.
	if got := EtaSquared([]int32{0, 0, 1, 1, 1}, 2, []float64{1, 3, 5, 7, math.NaN()}); !near(got, .8) {
		t.Errorf("%v, want .8", got)
	}
	if got := EtaSquared([]int32{0, 0, 0}, 2, []float64{1, 2, 3}); got != 0 {
		t.Errorf("one group: %v", got)
	}
	if got := EtaSquared([]int32{0, 1}, 2, []float64{5, 5}); !math.IsNaN(got) {
		t.Errorf("equal values: %v", got)
	}
}

func TestEffectiveNumber(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		want  float64
	}{{[]int{5, 5, 5, 5}, 4}, {[]int{7, 0}, 1}, {nil, 0}, {[]int{1, 3}, math.Exp(.25*math.Log(4) + .75*math.Log(4./3))}} {
		if got := Effective(c.sizes); !near(got, c.want) {
			t.Errorf("%v: %v, want %v", c.sizes, got, c.want)
		}
	}
}

func TestChanceIsEven(t *testing.T) {
	const n = 10000
	f := Deal(n, 5, func(i int) string { return fmt.Sprintf("C%05d", i) }, 7)
	var count [5]int
	both := 0
	for i, k := range f.Of {
		count[k]++
		if Chance(fmt.Sprintf("C%05d", i), 8) < .5 && k == 0 {
			both++
		}
	}
	for k, c := range count {
		if c < n/5-200 || c > n/5+200 {
			t.Errorf("fold %d has %d of %d", k, c, n)
		}
	}
	if both < 850 || both > 1150 {
		t.Errorf("two seeds go together: %d of %d", both, count[0])
	}
	if Chance("a", 1) != Chance("a", 1) || Chance("a", 1) == Chance("a", 2) {
		t.Error("an id's number does not follow from id and seed")
	}
}
