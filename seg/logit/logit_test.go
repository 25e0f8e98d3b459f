package logit

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"
)

func near(got, want, tolerance float64) bool { return math.Abs(got-want) <= tolerance }

func fit(t *testing.T, columns [][]float64, yes []bool, ridge float64) *Model {
	t.Helper()
	m, err := Fit(context.Background(), columns, yes, Settings{Ridge: ridge})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// With one column of 0 and 1 the fit is the table's log odds: 3 of 10 yes at 0,
// 8 of 10 at 1.
func TestFitOfATable(t *testing.T) {
	var x []float64
	var yes []bool
	for i := range 20 {
		x = append(x, float64(i/10))
		yes = append(yes, i%10 < 3+5*(i/10))
	}
	m := fit(t, [][]float64{x}, yes, 0)
	if want := math.Log(3. / 7); !near(m.Intercept, want, 1e-6) || !near(m.Weights[0], math.Log(4)-want, 1e-6) || !m.Converged {
		t.Errorf("%+v", m)
	}
	if ll := 3*math.Log(.3) + 7*math.Log(.7) + 8*math.Log(.8) + 2*math.Log(.2); !near(m.LogLikelihood, ll, 1e-9) {
		t.Errorf("log-likelihood %v, want %v", m.LogLikelihood, ll)
	}
	if chance := m.Chances([][]float64{{0, 1}}, 2); !near(chance[0], .3, 1e-6) || !near(chance[1], .8, 1e-6) {
		t.Errorf("chances %v", chance)
	}
}

// Hours of study and passing an examination: the published example has the
// intercept -4.0777 and the weight 1.5046 (Wikipedia, Logistic regression).
func TestFitOfHours(t *testing.T) {
	hours := []float64{.5, .75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5}
	pass := []int{0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1}
	yes := make([]bool, len(pass))
	for i, v := range pass {
		yes[i] = v == 1
	}
	m := fit(t, [][]float64{hours}, yes, 0)
	if !near(m.Intercept, -4.0777, 1e-4) || !near(m.Weights[0], 1.5046, 1e-4) {
		t.Errorf("%+v", m)
	}
}

// At the optimum the slope of the penalized likelihood is 0.
func TestRidgeAtItsOptimum(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	const n, ridge = 300, 2.
	a, b, yes := make([]float64, n), make([]float64, n), make([]bool, n)
	for i := range n {
		a[i], b[i] = 100+20*r.NormFloat64(), r.ExpFloat64()
		yes[i] = r.Float64() < Logistic((a[i]-100)/20-b[i])
	}
	m := fit(t, [][]float64{a, b}, yes, ridge)
	chance := m.Chances([][]float64{a, b}, n)
	for j, c := range [][]float64{a, b} {
		z, _, _ := standardized(c)
		slope := -ridge * m.Standardized[j]
		for i, v := range z {
			slope -= v * chance[i]
			if yes[i] {
				slope += v
			}
		}
		if !near(slope, 0, 1e-3) {
			t.Errorf("column %d: slope %v", j, slope)
		}
	}
	if plain := fit(t, [][]float64{a, b}, yes, 0); !(math.Abs(plain.Standardized[0]) > math.Abs(m.Standardized[0])) {
		t.Error("a ridge does not shrink")
	}
}

func TestHardCases(t *testing.T) {
	yes := []bool{false, false, false, true, true, true}
	x := []float64{1, 2, 3, 4, 5, 6}
	// Parted for certain, a column twice, and a constant: the ridge holds.
	m := fit(t, [][]float64{x, x, {5, 5, 5, 5, 5, 5}}, yes, 1)
	if !near(m.Weights[0], m.Weights[1], 1e-9) || m.Weights[2] != 0 || !(m.Weights[0] > 0 && m.Weights[0] < 10) || !m.Converged {
		t.Errorf("%+v", m)
	}
	if m := fit(t, nil, yes, 1); !near(m.Intercept, 0, 1e-9) {
		t.Errorf("no columns: %+v", m)
	}
	if _, err := Fit(context.Background(), [][]float64{x, x}, yes, Settings{}); err == nil {
		t.Error("a column twice without a ridge")
	}
	if _, err := Fit(context.Background(), [][]float64{x}, make([]bool, 6), Settings{}); !errors.Is(err, ErrOneClass) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Fit(ctx, [][]float64{x}, yes, Settings{Ridge: 1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// A held-out row must not be learned from: a column that says who a row is
// predicts nothing of others.
func TestCrossValidationHoldsOut(t *testing.T) {
	const n = 40
	columns, yes, fold := make([][]float64, n), make([]bool, n), make([]int32, n)
	for i := range n {
		columns[i] = make([]float64, n)
		columns[i][i] = 1
		yes[i], fold[i] = i%4 == 0, int32(i/4%5)
	}
	done := 0.
	models, err := CrossFit(context.Background(), columns, yes, fold, 5, Settings{Ridge: .01}, func(v float64) { done = v })
	if err != nil || done != 1 {
		t.Fatal(err, done)
	}
	first := models[fold[0]].Chances(columns, n)[0]
	for i := range n {
		if chance := models[fold[i]].Chances(columns, n)[i]; math.Abs(chance-first) > 1e-9 {
			t.Errorf("row %d: %v, row 0: %v", i, chance, first)
		}
	}
}

func BenchmarkFit(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	const n, p = 20_000, 40
	columns, yes := make([][]float64, p), make([]bool, n)
	for j := range columns {
		columns[j] = make([]float64, n)
		for i := range n {
			columns[j][i] = r.NormFloat64()
		}
	}
	for i := range n {
		yes[i] = r.Float64() < Logistic(columns[0][i])
	}
	for b.Loop() {
		if _, err := Fit(context.Background(), columns, yes, Settings{Ridge: 1}); err != nil {
			b.Fatal(err)
		}
	}
}
