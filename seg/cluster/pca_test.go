package cluster

import (
	"errors"
	"math"
	"testing"
)

// Age, income and score of the mall customers, z-scored, by scikit-learn 1.2.
func TestReferencePCA(t *testing.T) {
	x, _ := Standardize(mall(t), ZScore)
	p, err := PCA2(x)
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range []float64{.44266167, .33308378} {
		if math.Abs(p.Explained[c]-want) > 1e-8 {
			t.Errorf("component %d explains %v, want %v", c, p.Explained[c], want)
		}
	}
	for i, want := range []float64{.70638235, -.04802398, -.70619946, .03014116, .9988316, -.03777499} {
		if math.Abs(p.Loadings.Data[i]-want) > 1e-8 {
			t.Errorf("loadings %v", p.Loadings.Data)
			break
		}
	}
}

func TestPCAByHand(t *testing.T) {
	// Along (1,1) and, with a ninth of the variance, across it.
	p, err := PCA2(FromColumns([]float64{-3, 3, -1, 1}, []float64{-3, 3, 1, -1}))
	if err != nil {
		t.Fatal(err)
	}
	root := math.Sqrt2
	if !near(p.Explained[0], .9, 1e-12) || !near(p.Explained[1], .1, 1e-12) {
		t.Errorf("explained %v", p.Explained)
	}
	for i, want := range [][2]float64{{-3 * root, 0}, {3 * root, 0}, {0, -root}, {0, root}} {
		if math.Abs(p.X[i]-want[0]) > 1e-12 || math.Abs(p.Y[i]-want[1]) > 1e-12 {
			t.Errorf("row %d is at %v, %v, want %v", i, p.X[i], p.Y[i], want)
		}
	}
	xs, ys := p.Project(FromColumns([]float64{2}, []float64{0}))
	if !near(xs[0], root, 1e-12) || !near(ys[0], root, 1e-12) {
		t.Errorf("projected to %v, %v", xs[0], ys[0])
	}
}

// Three components of which the last is the sum of the others and so has nothing
// left; scores on all of them keep the distances.
func TestComponents(t *testing.T) {
	x := FromColumns([]float64{1, 2, 4, 7}, []float64{3, 1, 0, 2}, []float64{4, 3, 4, 9})
	c, err := PCA(x)
	if err != nil {
		t.Fatal(err)
	}
	total := 0.
	for _, v := range x.variances(x.means()) {
		total += v
	}
	if sum := c.Variance[0] + c.Variance[1] + c.Variance[2]; !near(sum, total, 1e-12) || c.Variance[0] < c.Variance[1] || c.Variance[2] > 1e-12 {
		t.Errorf("variances %v, of %v in all", c.Variance, total)
	}
	scores := c.Scores(x, 2)
	for i := range x.Rows {
		if got, want := squared(scores.Row(i), scores.Row(0)), squared(x.Row(i), x.Row(0)); math.Abs(got-want) > 1e-12 {
			t.Errorf("row %d is %v from the first, was %v", i, got, want)
		}
	}
}

func TestPCADegenerate(t *testing.T) {
	p, err := PCA2(column(5, 1, 3))
	if err != nil || p.Explained != [2]float64{1, 0} || !near(p.X[0], 2, 1e-12) || p.Y[0] != 0 {
		t.Errorf("one column: %+v, error %v", p, err)
	}
	p, err = PCA2(FromColumns([]float64{4, 4}, []float64{2, 2}))
	if err != nil || p.Explained != [2]float64{} || p.X[1] != 0 || p.Y[1] != 0 {
		t.Errorf("constant columns: %+v, error %v", p, err)
	}
	if _, err := PCA2(Matrix{}); !errors.Is(err, ErrNoData) {
		t.Errorf("no data: error %v", err)
	}
	if _, err := PCA2(column(1, nan)); err == nil {
		t.Error("NaN is no error")
	}
}
