package cluster

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func organize(t *testing.T, x Matrix, nodes, epochs int) Map {
	t.Helper()
	m, err := SelfOrganize(context.Background(), x, MapSettings{nodes, epochs}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Three nodes on a line of rows begin at -2, 0 and 2 deviations; one pass at the
// least width moves each to the mean of all, a neighbour's rows at e⁻² and the
// next but one's at e⁻⁸.
func TestMapByHand(t *testing.T) {
	m := organize(t, column(0, 1, 5, 9, 10), 3, 1)
	if m.Height != 1 || m.Width != 3 {
		t.Fatalf("grid of %d × %d", m.Height, m.Width)
	}
	// The first radius is a quarter of 3, .75: weights e^(-1/1.125), e^(-4/1.125).
	// The deviation is √16.4 = 4.05, so nodes begin at -3.1, 5 and 13.1: 0 goes to
	// the first, 1, 5 and 9 to the second and 10 to the third.
	one, two := math.Exp(-1/1.125), math.Exp(-4/1.125)
	want := []float64{
		(0 + one*15 + two*10) / (1 + one*3 + two),
		5,
		(two*0 + one*15 + 10) / (two + one*3 + 1),
	}
	for i, w := range want {
		if !near(m.Nodes.Data[i], w, 1e-9) {
			t.Errorf("nodes %v, want %v", m.Nodes.Data, want)
			break
		}
	}
}

// Rows spread evenly over a square that is longer than it is wide unfold on the
// map: it keeps their neighbourhoods, and lies closer to them than the plane of
// as many nodes did.
func TestMapUnfolds(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 0))
	x := NewMatrix(1000, 2)
	for i := range x.Rows {
		x.Row(i)[0], x.Row(i)[1] = 4*r.Float64(), r.Float64()
	}
	m := organize(t, x, 100, 30)
	if m.Width < 3*m.Height || m.Width*m.Height < 80 || m.Width*m.Height > 120 {
		t.Errorf("grid of %d × %d", m.Height, m.Width)
	}
	// A cell of area 4/100 has a mean distance to its middle of .383·√.04 = .077.
	if m.Topographic > .1 || m.Quantization > .1 {
		t.Errorf("topographic error %v, quantization error %v", m.Topographic, m.Quantization)
	}
}

func TestMapWhateverTheOrder(t *testing.T) {
	x := blobs(200, 3, 3, 1, 4)
	perm := shuffle(rand.New(rand.NewPCG(1, 0)), x.Rows)
	want, got := organize(t, x, 40, 10), organize(t, x.Pick(perm), 40, 10)
	if !slices.Equal(got.Nodes.Data, want.Nodes.Data) || got.Quantization != want.Quantization {
		t.Error("the nodes depend on the order of the rows")
	}
}

func TestMapDegenerate(t *testing.T) {
	if m := organize(t, FromColumns([]float64{3, 3}, []float64{1, 1}), 9, 5); m.Nodes.Rows != 1 || m.Quantization != 0 || m.Topographic != 0 {
		t.Errorf("all equal: %+v", m)
	}
	if m := organize(t, column(5), 1, 1); m.Nodes.Rows != 1 {
		t.Errorf("one row: %+v", m)
	}
	if _, err := SelfOrganize(context.Background(), Matrix{}, MapSettings{9, 9}, nil); !errors.Is(err, ErrNoData) {
		t.Errorf("no data: %v", err)
	}
	if _, err := SelfOrganize(context.Background(), column(1, 2), MapSettings{0, 9}, nil); err == nil {
		t.Error("no nodes: no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := SelfOrganize(ctx, column(1, 2), MapSettings{4, 4}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// Clusters that are apart are found again in any part of the rows; those of one
// cloud are not.
func TestStability(t *testing.T) {
	ctx, s := context.Background(), DefaultSettings()
	stability := func(spread float64) float64 {
		x := blobs(400, 2, 4, spread, 12)
		s.K = 4
		refit := func(ctx context.Context, x Matrix) ([]int32, error) {
			r, err := KMeans(ctx, x, s, nil)
			return r.Labels, err
		}
		all, err := refit(ctx, x)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Stability(ctx, x, all, DefaultStability(), refit, nil)
		if err != nil {
			t.Fatal(err)
		}
		perm := shuffle(rand.New(rand.NewPCG(1, 0)), x.Rows)
		moved := make([]int32, len(all))
		for i, from := range perm {
			moved[i] = all[from]
		}
		again, err := Stability(ctx, x.Pick(perm), moved, DefaultStability(), refit, nil)
		if err != nil || again != got {
			t.Errorf("with the rows in another order %v, %v; was %v", again, err, got)
		}
		return got
	}
	if got := stability(.05); got != 1 {
		t.Errorf("apart: %v", got)
	}
	if got := stability(100); got < 0 || got > .9 {
		t.Errorf("one cloud: %v", got)
	}
	fail := errors.New("no fit")
	if _, err := Stability(ctx, column(1, 2, 3), []int32{0, 0, 1}, DefaultStability(), func(context.Context, Matrix) ([]int32, error) { return nil, fail }, nil); !errors.Is(err, fail) {
		t.Errorf("error %v", err)
	}
	if got, err := Stability(ctx, column(1), []int32{0}, DefaultStability(), nil, nil); !math.IsNaN(got) || err != nil {
		t.Errorf("one row: %v, %v", got, err)
	}
	if _, err := Stability(ctx, column(1, 2), []int32{0, 0}, StabilitySettings{}, nil, nil); err == nil {
		t.Error("no refits: no error")
	}
}
