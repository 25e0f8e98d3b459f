package modes_test

import (
	"context"
	"encoding/csv"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"testing"

	"custseg/seg/cluster"
	"custseg/seg/modes"
)

func settings(gamma float64) modes.Settings {
	return modes.Settings{Gamma: gamma, Restarts: 10, MaxIter: 100, Seed: 1}
}

func fit(t testing.TB, d modes.Data, s modes.Settings, k int) modes.Result {
	t.Helper()
	out, err := modes.Fit(context.Background(), d, []int{k}, s, nil)
	if err != nil {
		t.Fatal(err)
	}
	return out[0]
}

// soybean is 47 plants by 35 categories, and the disease of each.
func soybean(t testing.TB) (d modes.Data, disease []string) {
	t.Helper()
	file, err := os.Open("../../../shared/data/kmodes_soybean.csv")
	if err != nil {
		t.Skip("reference data is not here: ", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	last := len(records[0]) - 1
	d.Categories = make([][]int32, last)
	for _, record := range records {
		for j, cell := range record[:last] {
			v, err := strconv.Atoi(cell)
			if err != nil {
				t.Fatal(err)
			}
			d.Categories[j] = append(d.Categories[j], int32(v))
		}
		disease = append(disease, record[last])
	}
	return d, disease
}

// The example of Python's kmodes (de Vos 2015-2024): k = 4 from Cao's start.
func TestSoybean(t *testing.T) {
	d, disease := soybean(t)
	got := fit(t, d, settings(1), 4)
	if got.Cost != 199 || !got.Converged || !reflect.DeepEqual(got.Sizes, []int{17, 10, 10, 10}) {
		t.Errorf("cost %v, want 199; sizes %v, converged %v", got.Cost, got.Sizes, got.Converged)
	}
	of := map[string]int32{}
	for i, name := range disease {
		if _, ok := of[name]; !ok {
			of[name] = got.Labels[i]
		}
		if of[name] != got.Labels[i] {
			t.Errorf("plant %d of %s is in cluster %d, others in %d", i, name, got.Labels[i], of[name])
		}
	}
	if len(of) != 4 {
		t.Errorf("%d diseases", len(of))
	}
}

// Frequencies 3 2 1 and 4 2 give densities 7 7 5 6 4 5 of 12: the densest row,
// 0 0, begins. Times their distance to it the rows are 0 0 5 6 8 5, so 1 1 is
// next.
func TestModesByHand(t *testing.T) {
	d := modes.Data{Categories: [][]int32{{0, 0, 0, 1, 1, 2}, {0, 0, 1, 0, 1, 0}}}
	s := settings(1)
	got := fit(t, d, s, 2)
	// 0 1 and 1 0 are as near to 0 0 as to 1 1 and stay with the first.
	want := modes.Result{K: 2, Labels: []int32{0, 0, 0, 0, 1, 0}, Modes: [][]int32{{0, 0}, {1, 1}}, Sizes: []int{5, 1}, Cost: 3, Iterations: 1, Converged: true, Agreed: s.Restarts}
	want.Means = cluster.NewMatrix(2, 0)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestPrototypesByHand(t *testing.T) {
	d := modes.Data{Numbers: cluster.FromColumns([]float64{0, 2, 10, 12}), Categories: [][]int32{{0, 1, 2, 2}}}
	got := fit(t, d, settings(3), 2)
	// Means 1 and 11, modes 0 and 2: squares 1 + 1 + 1 + 1, and 3 for the row of 1.
	if !reflect.DeepEqual(got.Labels, []int32{0, 0, 1, 1}) || !reflect.DeepEqual(got.Means.Data, []float64{1, 11}) ||
		!reflect.DeepEqual(got.Modes, [][]int32{{0}, {2}}) || got.Cost != 7 {
		t.Errorf("got %+v", got)
	}
}

// What categories weigh decides whether they or the numbers part the rows.
func TestGammaDecides(t *testing.T) {
	d := modes.Data{Numbers: cluster.FromColumns([]float64{0, 1, 0, 1}), Categories: [][]int32{{0, 0, 1, 1}}}
	if got := fit(t, d, settings(.1), 2).Labels; !reflect.DeepEqual(got, []int32{0, 1, 0, 1}) {
		t.Errorf("with light categories %v", got)
	}
	if got := fit(t, d, settings(10), 2).Labels; !reflect.DeepEqual(got, []int32{0, 0, 1, 1}) {
		t.Errorf("with heavy categories %v", got)
	}
}

// Numbers alone are k-means.
func TestNumbersAloneAreKMeans(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 0))
	x := cluster.NewMatrix(120, 2)
	for i := range x.Data {
		x.Data[i] = r.NormFloat64() + float64(10*(i/2%3))
	}
	got := fit(t, modes.Data{Numbers: x}, settings(1), 3)
	want, err := cluster.KMeans(context.Background(), x, cluster.Settings{K: 3, Restarts: 10, MaxIter: 100}, nil)
	if err != nil || !reflect.DeepEqual(got.Sizes, want.Sizes) || math.Abs(got.Cost-want.Inertia) > 1e-9 {
		t.Errorf("cost %v of sizes %v, k-means %v of %v; %v", got.Cost, got.Sizes, want.Inertia, want.Sizes, err)
	}
}

func TestGamma(t *testing.T) {
	// Deviations 2 and 4: half their mean is 1.5.
	if got := modes.Gamma(cluster.FromColumns([]float64{1, 5}, []float64{0, 8})); got != 1.5 {
		t.Errorf("gamma %v", got)
	}
	for name, x := range map[string]cluster.Matrix{"no numbers": {}, "constant": cluster.FromColumns([]float64{4, 4})} {
		if got := modes.Gamma(x); got != 1 {
			t.Errorf("%s: gamma %v", name, got)
		}
	}
}

func mixed(n int) modes.Data {
	r := rand.New(rand.NewPCG(6, 0))
	numbers, words, more := make([]float64, n), make([]int32, n), make([]int32, n)
	for i := range n {
		numbers[i] = math.Round(3 * r.NormFloat64())
		words[i], more[i] = int32(r.IntN(4)), int32(r.IntN(3))
	}
	return modes.Data{Numbers: cluster.FromColumns(numbers), Categories: [][]int32{words, more}}
}

func TestOrderAndProcessorsDoNotMatter(t *testing.T) {
	const n = 150
	for _, numbers := range []bool{true, false} {
		d := mixed(n)
		if !numbers {
			d.Numbers = cluster.Matrix{}
		}
		perm := make([]int32, n)
		for to, from := range rand.New(rand.NewPCG(2, 0)).Perm(n) {
			perm[to] = int32(from)
		}
		shuffled := modes.Data{Numbers: d.Numbers}
		if numbers {
			shuffled.Numbers = d.Numbers.Pick(perm)
		}
		for _, codes := range d.Categories {
			other := make([]int32, n)
			for to, from := range perm {
				other[to] = codes[from]
			}
			shuffled.Categories = append(shuffled.Categories, other)
		}
		want := fit(t, d, settings(1), 5)
		processors := runtime.GOMAXPROCS(1)
		got := fit(t, shuffled, settings(1), 5)
		runtime.GOMAXPROCS(processors)
		if got.Cost != want.Cost || !reflect.DeepEqual(got.Modes, want.Modes) || !reflect.DeepEqual(got.Means, want.Means) {
			t.Errorf("cost %v became %v", want.Cost, got.Cost)
		}
		for to, from := range perm {
			if got.Labels[to] != want.Labels[from] {
				t.Fatalf("row %d moved", from)
			}
		}
	}
}

func TestEveryClusterHasRows(t *testing.T) {
	for _, k := range []int{1, 2, 7, 20, 60} {
		d := mixed(60)
		got := fit(t, d, settings(1), k)
		sizes := make([]int, got.K)
		for _, l := range got.Labels {
			sizes[l]++
		}
		if !reflect.DeepEqual(sizes, got.Sizes) || got.Sizes[got.K-1] == 0 || got.K > k {
			t.Errorf("k = %d: sizes %v, counted %v", k, got.Sizes, sizes)
		}
	}
}

func TestDegenerateRows(t *testing.T) {
	for _, c := range []struct {
		name string
		d    modes.Data
		k    int // of 3
	}{
		{"one row", modes.Data{Categories: [][]int32{{1}}}, 1},
		{"all equal", modes.Data{Numbers: cluster.FromColumns([]float64{2, 2, 2}), Categories: [][]int32{{1, 1, 1}}}, 1},
		{"two distinct rows", modes.Data{Categories: [][]int32{{1, 0, 1, 0}}}, 2},
		{"numbers alone, all equal", modes.Data{Numbers: cluster.FromColumns([]float64{2, 2, 2})}, 1},
		{"three distinct rows", modes.Data{Categories: [][]int32{{0, 1, 2, 2}}}, 3},
	} {
		got := fit(t, c.d, settings(1), 3)
		if got.K != c.k || got.Cost != 0 {
			t.Errorf("%s: %d clusters of cost %v, want %d of 0", c.name, got.K, got.Cost, c.k)
		}
	}
	if got := fit(t, modes.Data{Categories: [][]int32{{0, 1, 2}}}, settings(0), 3); got.K != 1 {
		t.Errorf("categories that weigh nothing make %d clusters", got.K)
	}
}

func TestErrors(t *testing.T) {
	ctx, good := context.Background(), mixed(20)
	for name, d := range map[string]modes.Data{
		"nothing": {}, "a missing number": {Numbers: cluster.FromColumns([]float64{math.NaN()})},
		"a number too large":     {Numbers: cluster.FromColumns([]float64{1e200})},
		"a missing category":     {Categories: [][]int32{{0, -1}}},
		"columns of two lengths": {Numbers: cluster.FromColumns([]float64{1, 2}), Categories: [][]int32{{0}}},
	} {
		if _, err := modes.Fit(ctx, d, []int{2}, settings(1), nil); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	for _, s := range []modes.Settings{{Restarts: 1}, {MaxIter: 1}, {Restarts: 1, MaxIter: 1, Gamma: -1}, {Restarts: 1, MaxIter: 1, Gamma: math.NaN()}} {
		if _, err := modes.Fit(ctx, good, []int{2}, s, nil); err == nil {
			t.Errorf("settings %+v are taken", s)
		}
	}
	if _, err := modes.Fit(ctx, good, []int{0}, settings(1), nil); err == nil {
		t.Error("no clusters are taken")
	}
	cancelled, cancel := context.WithCancel(ctx)
	if _, err := modes.Fit(cancelled, good, []int{2, 3}, settings(1), func(float64) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func BenchmarkFit(b *testing.B) {
	d := mixed(20_000)
	b.Run("20k", func(b *testing.B) {
		for b.Loop() {
			fit(b, d, settings(1), 5)
		}
	})
}
