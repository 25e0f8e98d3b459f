package seg

import (
	"testing"

	"custseg/model"
)

func TestDBSCANByHand(t *testing.T) {
	// 1 to 5 and 11 to 15 are regions of three within 1; 8 is near none.
	c := people(t, numbers("x", 1, 2, 3, 4, 5, 8, 11, 12, 13, 14, nan))
	s := run(t, "dbscan", c, "columns=x", "scale=none", "eps=1", "minpts=3")
	wantGroups(t, s, "1", "1", "1", "1", "1", "Noise", "2", "2", "2", "2", "Unclassified")
	wantNumbers(t, "distances", score(t, s, "distance"), 2, 1, 0, 1, 2, nan, 1.5, .5, .5, 1.5, nan)
	want := []string{"border", "core", "core", "core", "border", "noise", "border", "core", "core", "border", ""}
	for i, got := range textScore(s, "density") {
		if got != want[i] {
			t.Errorf("customer %d is %q, want %q", i, got, want[i])
		}
	}
	for name, want := range map[string]float64{"k": 2, "noise": 1, "eps": 1, "minpts": 3} {
		if got, _ := s.Measured(name); got != want {
			t.Errorf("%s %v, want %v", name, got, want)
		}
	}
	wantText(t, english(s.Segments[2].Rule), "x 8 (z")
}

// Two rounds of ten customers a tenth apart, and two strays: the knee is where
// the curve leaves the rounds for the strays.
func TestDBSCANReadsTheRadius(t *testing.T) {
	var x []float64
	for i := range 10 {
		x = append(x, float64(i)/10, 10+float64(i)/10)
	}
	x = append(x, 5, 20)
	s := run(t, "dbscan", people(t, numbers("x", x...)), "columns=x", "scale=none")
	if got := groupSizes(s); got["1"] != 10 || got["2"] != 10 || got["Noise"] != 2 {
		t.Errorf("sizes %v", got)
	}
	// Of an end of a round the fifth nearest, itself included, is .4 away.
	if eps, _ := s.Measured("eps"); eps < .399 || eps > .401 {
		t.Errorf("eps %v", eps)
	}
	curve := s.Charts[len(s.Charts)-1].(*model.Curve)
	if len(curve.X) != 22 || curve.Marks[0].Y < .399 || curve.Marks[0].Y > .401 {
		t.Errorf("curve of %d, marks %v", len(curve.X), curve.Marks)
	}
	if !noted(s, "is the knee of the distances to the 5-th nearest customer") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestDBSCANSaysWhatItFinds(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 3, 4, 5, 6, 7, 8))
	for set, text := range map[string]string{"eps=0.1": "Nowhere do 3 customers lie within 0.1", "eps=9": "Nearly all are in one region"} {
		if s := run(t, "dbscan", c, "columns=x", "scale=none", "minpts=3", set); !noted(s, text) {
			t.Errorf("%s: notes %v", set, s.Notes)
		}
	}
	sparse := people(t, numbers("x", 1, 1, 1, 10, 20, 30, 40, 50))
	if s := run(t, "dbscan", sparse, "columns=x", "scale=none", "minpts=3", "eps=1"); !noted(s, "Most are noise") {
		t.Errorf("notes %v", s.Notes)
	}
	var scattered []float64
	for i := range 25 {
		scattered = append(scattered, float64(100*i), float64(100*i))
	}
	if s := run(t, "dbscan", people(t, numbers("x", scattered...)), "columns=x", "scale=none", "minpts=2", "eps=1"); !noted(s, "25 regions are many to act on") {
		t.Errorf("notes %v", s.Notes)
	}
	small := []float64{900, 900, 900, 900, 900}
	for i := range 600 {
		small = append(small, float64(i)/10)
	}
	if s := run(t, "dbscan", people(t, numbers("x", small...)), "columns=x", "scale=none", "minpts=3", "eps=1"); !noted(s, "1 of 2 regions has less than 1% of the customers each") {
		t.Errorf("notes %v", s.Notes)
	}
	equal := run(t, "dbscan", people(t, numbers("x", 3, 3, 3, 3, 3)), "columns=x")
	wantGroups(t, equal, "1", "1", "1", "1", "1")
}

// Income and spending score of the mall customers, z-scored.
func TestReferenceDBSCAN(t *testing.T) {
	c := mall(t)
	for _, want := range []struct {
		eps             string
		clusters, noise float64
	}{{"0.3", 7, 35}, {"0.4", 4, 15}, {"0.5", 2, 8}} {
		s := run(t, "dbscan", c, "minpts=5", "eps="+want.eps, "columns=Annual Income (k$),Spending Score (1-100)")
		k, _ := s.Measured("k")
		noise, _ := s.Measured("noise")
		if k != want.clusters || noise != want.noise {
			t.Errorf("eps %s: %v clusters and %v noise, want %v and %v", want.eps, k, noise, want.clusters, want.noise)
		}
	}
}
