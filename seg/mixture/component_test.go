package mixture

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// A whitened covariance is what a library makes of it: the inverse of its factor.
func TestWhitenInvertsTheCholeskyFactor(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	for d := 1; d <= 6; d++ {
		s, spread := mat.NewSymDense(d, nil), make([]float64, d)
		for range d + 2 { // a sum of products is positive definite
			x := mat.NewVecDense(d, nil)
			for j := range d {
				x.SetVec(j, r.NormFloat64()*math.Pow(10, float64(j)))
			}
			s.SymRankOne(s, 1, x)
		}
		var given []float64
		for i := range d {
			spread[i] = s.At(i, i)
			for j := range i + 1 {
				given = append(given, s.At(i, j))
			}
		}
		got, logRoot := whiten(given, spread)

		var factor mat.Cholesky
		var lower, inverse mat.TriDense
		if !factor.Factorize(s) {
			t.Fatal("the covariance of the test is singular")
		}
		factor.LTo(&lower)
		if err := inverse.InverseTri(&lower); err != nil {
			t.Fatal(err)
		}
		if want := factor.LogDet() / 2; math.Abs(logRoot-want) > 1e-12*(1+math.Abs(want)) {
			t.Errorf("%d columns: the determinant's root is e^%v, want e^%v", d, logRoot, want)
		}
		at := 0
		for i := range d {
			for j := range i + 1 {
				if want := inverse.At(i, j); math.Abs(got[at]-want) > 1e-9*math.Abs(want) {
					t.Errorf("%d columns: element %d, %d is %v, want %v", d, i, j, got[at], want)
				}
				at++
			}
		}
	}
}

// A covariance that is flat is made steeper, as little as will do.
func TestWhitenOfAFlatCovariance(t *testing.T) {
	w, logRoot := whiten([]float64{4, 4, 4}, []float64{4, 4})
	for _, v := range append(w, logRoot) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Fatalf("whitened by %v, root e^%v", w, logRoot)
		}
	}
	if want := .5; math.Abs(w[0]-want) > 1e-9 {
		t.Errorf("the first column is divided by %v, want 2", 1/w[0])
	}
	if least := 1 / math.Sqrt(4*100*leastShare); w[2] < least {
		t.Errorf("the second is divided by %v, want less than %v", 1/w[2], 1/least)
	}
}
