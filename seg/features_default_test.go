package seg

import (
	"math"
	"slices"
	"testing"

	"custseg/model"
)

// series is n numbers made of their place.
func series(n int, value func(i int) float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = value(i)
	}
	return out
}

func TestDefaultColumnsLeaveOutWhatSaysNothing(t *testing.T) {
	const n = 30
	c := people(t,
		numbers("No", series(n, func(i int) float64 { return float64(n - i) })...),
		numbers("age", series(n, func(i int) float64 { return float64(20 + i) })...), // all different, but known to be an age
		numbers("Spent", series(n, func(i int) float64 { return float64(100 + i*i*97%4999) })...),
		numbers("target", series(n, func(i int) float64 { return float64(i % 2) })...),
		numbers("Plan", series(n, func(int) float64 { return 3 })...), numbers("Z", series(n, func(int) float64 { return nan })...))
	s := run(t, "kmeans", c, "k=2")
	if !slices.Equal(s.Used, []string{"age", "Spent"}) {
		t.Errorf("used %v", s.Used)
	}
	if !noted(s, "no two are equal: No; name") || !noted(s, "Left out, being the same for all: Plan, Z") || noted(s, "says nothing") {
		t.Errorf("notes %v", s.Notes)
	}
	s = run(t, "kmeans", c, "k=2", "columns=No,target,Plan")
	if len(s.Used) != 3 || !noted(s, "Plan is the same for all who are clustered: it says nothing") || noted(s, "No is") || noted(s, "eft out") {
		t.Errorf("chosen: used %v, notes %v", s.Used, s.Notes)
	}
}

// A column may differ among all and not among those who have every value.
func TestConstantAmongTheClustered(t *testing.T) {
	c := people(t, numbers("x", 1, 1, 1, 9), numbers("y", 1, 2, 3, nan))
	if s := run(t, "kmeans", c, "k=2"); !noted(s, "x is the same for all who are clustered") || noted(s, "y is the same") {
		t.Errorf("notes %v", s.Notes)
	}
}

func TestDefaultMeasuresLeaveOutTheConstant(t *testing.T) {
	c := people(t, numbers("recency", 1, 2, 3), numbers("frequency", 1, 1, 1), numbers("monetary", 4, 5, 9))
	if s := run(t, "kmeans", c, "k=2"); !slices.Equal(s.Used, []string{"recency", "monetary"}) || !noted(s, "Left out, being the same for all: Frequency") {
		t.Errorf("used %v, notes %v", s.Used, s.Notes)
	}
	one := people(t, numbers("recency", 1), numbers("frequency", 1), numbers("monetary", 4))
	if s := run(t, "kmeans", one, "k=1"); !slices.Equal(s.Used, rfmMeasures()) {
		t.Errorf("of one customer: used %v", s.Used)
	}
}

func TestRowNumbers(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		want   bool
	}{
		{"from 1", series(12, func(i int) float64 { return float64(i + 1) }), true},
		{"from 0, in another order", series(101, func(i int) float64 { return float64(i * 37 % 101) }), true},
		{"with gaps", series(200, func(i int) float64 { return float64(1000 + 10*i + i%7) }), true},
		{"one twice", append(series(50, func(i int) float64 { return float64(i) }), 7), false},
		{"one missing", append(series(50, func(i int) float64 { return float64(i) }), nan), false},
		{"one infinite", append(series(50, func(i int) float64 { return float64(i) }), math.Inf(1)), false},
		{"halves", series(50, func(i int) float64 { return float64(i) / 2 }), false},
		{"few", []float64{20, 30, 31}, false},
		{"few amounts far apart", series(40, func(i int) float64 { return float64(i * i * 100) }), false},
		{"none", nil, false},
	} {
		if got := rowNumbers(c.values); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// The measures of the table are those of its chart, and end where the rows do.
func TestKMeansMeasuresTheTable(t *testing.T) {
	s := run(t, "kmeans", people(t, numbers("x", 1, 2, 3, 51, 52, 53, 101, 102, 103)), "columns=x", "k=3")
	table := s.Charts[1].(*model.Series)
	for i, k := range []string{"2", "3", "4", "5", "6", "7", "8"} {
		silhouette, ok1 := s.Measured("silhouette_k" + k)
		inertia, ok2 := s.Measured("inertia_k" + k)
		if !ok1 || !ok2 || silhouette != table.Lines[0].Y[i] || inertia != table.Lines[1].Y[i] {
			t.Errorf("k = %s: silhouette %v, inertia %v, in the chart %v and %v", k, silhouette, inertia, table.Lines[0].Y[i], table.Lines[1].Y[i])
		}
	}
	// Three groups of squares 1 + 0 + 1.
	if got, _ := s.Measured("inertia_k3"); !close9(got, 6/squares(1, 2, 3, 51, 52, 53, 101, 102, 103)*9) {
		t.Errorf("inertia_k3 %v", got)
	}
	if _, ok := s.Measured("silhouette_k9"); ok {
		t.Error("nine rows have a silhouette of nine clusters")
	}
}
