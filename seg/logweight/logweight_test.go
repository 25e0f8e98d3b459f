package logweight

import (
	"math"
	"testing"
)

func TestNormalize(t *testing.T) {
	p := []float64{-1000, -1000 + math.Log(3)}
	if got, want := Normalize(p), -1000+math.Log(4); math.Abs(got-want) > 1e-12 {
		t.Errorf("the logarithm of the sum is %v, want %v", got, want)
	}
	if math.Abs(p[0]-.25) > 1e-12 || math.Abs(p[1]-.75) > 1e-12 {
		t.Errorf("shares are %v", p)
	}
}

func TestNormalizeWithoutWeight(t *testing.T) {
	p := []float64{math.Inf(-1), 0}
	if got := Normalize(p); got != 0 || p[0] != 0 || p[1] != 1 {
		t.Errorf("%v of %v", got, p)
	}
}
