package cluster

import (
	"math"
	"testing"
)

func TestSphere(t *testing.T) {
	// Vienna, Paris, and places around the Earth; a degree of a great circle is
	// 111.195 km.
	x := OnSphere([]float64{48.2082, 48.8566, 0, 0, 90, 0}, []float64{16.3738, 2.3522, 0, 1, 0, 179.5})
	apart := func(a, b int) float64 { return Arc(math.Sqrt(squared(x.Row(a), x.Row(b)))) }
	degree := earthRadius * math.Pi / 180
	for _, c := range []struct {
		a, b     int
		km, near float64
	}{{0, 1, 1033.6, .5}, {2, 3, degree, 1e-6}, {2, 4, 90 * degree, 1e-6}, {2, 5, 179.5 * degree, 1e-3}, {2, 2, 0, 0}} {
		if got := apart(c.a, c.b); math.Abs(got-c.km) > c.near {
			t.Errorf("%d to %d: %v km, want %v", c.a, c.b, got, c.km)
		}
	}
	for _, km := range []float64{0, .1, 25, 5000, 20000} {
		if got := Arc(Chord(km)); math.Abs(got-km) > 1e-6 {
			t.Errorf("%v km and back: %v", km, got)
		}
	}
	if Chord(1e6) != 2 {
		t.Errorf("beyond the antipode: %v", Chord(1e6))
	}
}
