package drift

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestQuantilesAreValuesThatOccur(t *testing.T) {
	nan := math.NaN()
	for name, c := range map[string]struct {
		values  []float64
		cuts    []float64
		counts  []int
		missing int
	}{
		"ten values":     {[]float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, []float64{1, 2, 3, 4, 5, 6, 7, 8, 9}, []int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 0},
		"ties":           {[]float64{1, 1, 1, 1, 1, 1, 2, 2, 3, nan}, []float64{1, 2}, []int{6, 2, 1}, 1},
		"one value":      {[]float64{4, 4, 4}, nil, []int{3}, 0},
		"none":           {[]float64{nan}, nil, []int{0}, 1},
		"infinite":       {[]float64{math.Inf(-1), 1, math.Inf(1)}, []float64{1}, []int{2, 1}, 0},
		"none at all":    {nil, nil, []int{0}, 0},
		"fewer than ten": {[]float64{3, 1, 2}, []float64{1, 2}, []int{1, 1, 1}, 0},
	} {
		b := Quantiles(c.values, 10)
		if !slices.Equal(b.Cuts, c.cuts) || !slices.Equal(b.Counts, c.counts) || b.Missing != c.missing || b.Total() != len(c.values) {
			t.Errorf("%s: %+v", name, b)
		}
	}
}

// By hand: shares .5 .5 became .75 .25: .25 ln 1.5 + .25 ln 2 = 0.2746531.
func TestIndexByHand(t *testing.T) {
	then, now := Bins{Cuts: []float64{1}, Counts: []int{50, 50}}, Bins{Cuts: []float64{1}, Counts: []int{75, 25}}
	got, chance := Index(then, now)
	if math.Abs(got-.25*math.Log(3)) > 1e-12 {
		t.Errorf("index %v", got)
	}
	if want := 2. / 100 * 3.841458820694124; math.Abs(chance-want) > 1e-9 { // chi-squared of one degree, 95 %
		t.Errorf("chance %v, want %v", chance, want)
	}
	if back, _ := Index(now, then); math.Abs(back-got) > 1e-12 {
		t.Errorf("the index is %v one way and %v the other", got, back)
	}
	// An empty bin: .5 of 10 in place of none, on the side that lacks it.
	e := .5 / 10
	if got, _ := Index(Bins{Counts: []int{10, 0}}, Bins{Counts: []int{5, 5}}); math.Abs(got-(-.5*math.Log(.5)+(.5-e)*math.Log(.5/e))) > 1e-12 {
		t.Errorf("with an empty bin %v", got)
	}
	if got, _ := Index(then, then); got != 0 {
		t.Errorf("no change is %v", got)
	}
	if got, _ := Index(then, Bins{Counts: []int{0, 0}}); !math.IsNaN(got) {
		t.Errorf("against nobody %v", got)
	}
	if got, _ := Index(Bins{Counts: []int{10}}, Bins{Counts: []int{5}, Missing: 5}); !(got > .25) {
		t.Errorf("half became missing: %v", got)
	}
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		index, chance float64
		want          Size
	}{{.09, 0, Small}, {.1, 0, Some}, {.25, 0, Some}, {.26, 0, Large}, {.3, .4, Small}} {
		if got := Sized(c.index, c.chance); got != c.want {
			t.Errorf("%v beside %v is %v", c.index, c.chance, got)
		}
	}
}

// When nothing has changed, one of twenty is above chance.
func TestChanceIsOneOfTwenty(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	draw := func(n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = rng.NormFloat64()
		}
		return out
	}
	base := draw(200_000)
	cuts := Quantiles(base, 10).Cuts
	above := 0
	const trials = 400
	for range trials {
		then, now := Count(draw(900), cuts), Count(draw(600), cuts)
		if index, chance := Index(then, now); index > chance {
			above++
		}
	}
	if share := float64(above) / trials; share < .025 || share > .085 {
		t.Errorf("%.3f are above chance", share)
	}
}

// Quantiles counts as Count does by the same cuts.
func TestQuantilesCountAsCountDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		values := make([]float64, 700)
		for i := range values {
			values[i] = math.Round(r.NormFloat64() * 10)
			if r.IntN(20) == 0 {
				values[i] = []float64{math.NaN(), math.Inf(1), math.Inf(-1)}[r.IntN(3)]
			}
		}
		got := Quantiles(values, 10)
		if want := Count(values, got.Cuts); !slices.Equal(got.Counts, want.Counts) || got.Missing != want.Missing {
			t.Fatalf("%+v, want %+v", got, want)
		}
	}
}
