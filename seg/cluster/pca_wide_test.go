package cluster

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Rows and columns take turns at being the fewer: the components are the same.
func TestWidePCAIsPCA(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	x := NewMatrix(7, 30)
	for i := range x.Data {
		x.Data[i] = rnd.NormFloat64() * float64(1+i%30)
	}
	want, err := PCA(x)
	if err != nil {
		t.Fatal(err)
	}
	got, err := widePCA(x)
	if err != nil {
		t.Fatal(err)
	}
	for k := range x.Rows {
		if math.Abs(got.Variance[k]-want.Variance[k]) > 1e-9*want.Variance[0] {
			t.Errorf("variance %d is %v, want %v", k, got.Variance[k], want.Variance[k])
		}
		if k == x.Rows-1 { // beyond the rank of centered rows
			continue
		}
		for j, v := range got.Loadings.Row(k) {
			if math.Abs(v-want.Loadings.Row(k)[j]) > 1e-9 {
				t.Errorf("loading %d of component %d is %v, want %v", j, k, v, want.Loadings.Row(k)[j])
			}
		}
	}
	if _, err := widePCA(FromColumns([]float64{4}, []float64{2}, []float64{1})); err != nil {
		t.Errorf("one row: %v", err)
	}
}
