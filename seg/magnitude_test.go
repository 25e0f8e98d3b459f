package seg

import (
	"math/rand/v2"
	"slices"
	"testing"

	"custseg/model"
)

// blobs are three clouds of customers with a target that follows them, in units
// of x and y.
func blobs(t testing.TB, x, y float64) *model.Customers {
	r := rand.New(rand.NewPCG(3, 0))
	var xs, ys, sum []float64
	var yes []string
	for i := range 150 {
		g := i % 3
		xs, ys = append(xs, x*(r.NormFloat64()+[]float64{0, 5, 10}[g])), append(ys, y*(r.NormFloat64()+[]float64{0, 8, 2}[g]))
		sum, yes = append(sum, xs[i]+float64(g)*x), append(yes, []string{"no", "yes", "no"}[g])
	}
	return people(t, numbers("x", xs...), numbers("y", ys...), numbers("sum", sum...), model.TextsOf("yes", yes))
}

// Columns in units whose squares overflow or vanish give what they would in
// others.
func TestUnitsOfAnySize(t *testing.T) {
	for id, set := range map[string][]string{
		"kmeans": {"columns=x,y"}, "gmm": {"columns=x,y"}, "som": {"columns=x,y"}, "dbscan": {"columns=x,y"}, "hierarchical": {"columns=x,y"},
		"kprototypes": {"columns=x,y"}, "tree": {"target=sum", "columns=x,y"}, "chaid": {"target=sum", "columns=x,y"}, "response": {"target=yes", "columns=x,y"},
	} {
		want := run(t, id, blobs(t, 1, 1), set...)
		if len(want.Segments) < 2 {
			t.Fatalf("%s: sizes %v", id, want.Counts())
		}
		for _, units := range [][2]float64{{1e300, 1e-300}, {1e-300, 1e300}} {
			got := run(t, id, blobs(t, units[0], units[1]), set...)
			if !slices.Equal(got.Of, want.Of) {
				t.Errorf("%s in %g: sizes %v, want %v", id, units, got.Counts(), want.Counts())
			}
		}
	}
	wantText(t, english(run(t, "tree", blobs(t, 1e300, 1), "target=sum").Segments[0].Name), "· sum 1.", "e+301")
}

func TestNumbersOutOfReach(t *testing.T) {
	wantText(t, failure(t, "kmeans", blobs(t, 1e300, 1), "columns=x,y", "scale=none"), "x has numbers of about 1e+301", "set scale=zscore")
	far := people(t, numbers("far", -1e308, 1e308, 1.7e308), numbers("near", 1, 2, 4))
	wantText(t, failure(t, "kmeans", far, "columns=far,near", "k=2"), "far has numbers of about", "leave it out")
}
