package judge

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// drawn is rows in groups that say something of what followed.
func drawn(n, groups int, seed uint64) (f Folds, of []int32, value []float64, yes []bool, trait []float64) {
	random := rand.New(rand.NewPCG(seed, 5))
	of, value, yes, trait = make([]int32, n), make([]float64, n), make([]bool, n), make([]float64, n)
	for i := range of {
		of[i] = int32(random.IntN(groups))
		trait[i] = 1e3 + float64(of[i]) + random.NormFloat64()
		if yes[i] = random.IntN(groups) <= int(of[i]); yes[i] {
			value[i] = math.Exp(random.NormFloat64() + float64(of[i])/4)
		}
	}
	return Deal(n, 5, func(i int) string { return fmt.Sprint("r", i) }, seed), of, value, yes, trait
}

// repeat takes each value as often as weights say.
func repeat[T any](values []T, weights []uint8) (out []T) {
	for i, v := range values {
		out = append(out, slices.Repeat([]T{v}, int(weights[i]))...)
	}
	return out
}

// Rows that count several times are judged as that many rows, by what the groups
// were worth to the rows as they were.
func TestPartsAreThoseOfRepeatedRows(t *testing.T) {
	const n, groups = 400, 6
	f, of, value, yes, trait := drawn(n, groups, 1)
	trait[7] = math.NaN()
	again := make([]float64, n)
	for i, y := range yes {
		if y {
			again[i] = 1
		}
	}
	worth, rate := HeldOut(of, groups, f, value), HeldOut(of, groups, f, again)
	o := NewOutcome(f, value, yes, [][]float64{trait, make([]float64, n)})
	for name, weights := range map[string][]uint8{
		"once":      slices.Repeat([]uint8{1}, n),
		"resampled": Resample(n, func(i int) string { return fmt.Sprint("r", i) }, 9),
	} {
		got := o.Parts(o.Group(of, groups), weights, o.Perfect(weights))
		folds := Folds{Of: repeat(f.Of, weights), N: f.N}
		want := Parts{
			Gini:       Collect(repeat(worth, weights), repeat(value, weights), folds, .2).Normalised(),
			AUC:        Rank(repeat(rate, weights), repeat(yes, weights), folds).AUC,
			Separation: EtaSquared(repeat(of, weights), groups, repeat(trait, weights)),
		}
		for _, p := range [][2]float64{{got.Gini, want.Gini}, {got.AUC, want.AUC}, {got.Separation, want.Separation}} {
			if !(math.Abs(p[0]-p[1]) < 1e-9) {
				t.Errorf("%s: %+v, want %+v", name, got, want)
			}
		}
	}
}

func TestResampledRowsCountOnceOnAverage(t *testing.T) {
	const n = 20000
	id := func(i int) string { return fmt.Sprint("c", i) }
	sum, squares := 0., 0.
	w := Resample(n, id, 3)
	for _, k := range w {
		sum += float64(k) / n
		squares += float64(k) * float64(k) / n
	}
	if variance := squares - sum*sum; math.Abs(sum-1) > .03 || math.Abs(variance-1) > .06 {
		t.Errorf("mean %.3f, variance %.3f, want 1 and 1", sum, variance)
	}
	if slices.Equal(w, Resample(n, id, 4)) || !slices.Equal(w, Resample(n, id, 3)) {
		t.Error("a sample does not follow from its seed")
	}
}

// What the money of the groups scatters by over resampled rows is what it
// scatters by over data drawn anew.
func TestResamplingTellsTheScatterOfMoney(t *testing.T) {
	const n, groups, times = 500, 4, 120
	scatter := func(of func(i uint64) float64) float64 {
		sum, squares := 0., 0.
		for i := range uint64(times) {
			v := of(i)
			sum, squares = sum+v/times, squares+v*v/times
		}
		return math.Sqrt(squares - sum*sum)
	}
	ones := slices.Repeat([]uint8{1}, n)
	anew := scatter(func(i uint64) float64 {
		f, of, value, yes, _ := drawn(n, groups, 100+i)
		o := NewOutcome(f, value, yes, nil)
		return o.Parts(o.Group(of, groups), ones, o.Perfect(ones)).Gini
	})
	mean := 0.
	for at := range uint64(5) {
		f, of, value, yes, _ := drawn(n, groups, at)
		o := NewOutcome(f, value, yes, nil)
		g := o.Group(of, groups)
		mean += scatter(func(i uint64) float64 {
			w := Resample(n, func(i int) string { return fmt.Sprint("r", i) }, i)
			return o.Parts(g, w, o.Perfect(w)).Gini
		}) / 5
	}
	if ratio := mean / anew; ratio < .75 || ratio > 1.3 {
		t.Errorf("resampled the Gini scatters by %.4f, drawn anew by %.4f", mean, anew)
	}
}
