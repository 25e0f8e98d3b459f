package seg

import (
	"maps"
	"math"
	"testing"

	"custseg/model"
)

func TestHierarchicalByHand(t *testing.T) {
	// 0, 2, 6 and 14 part at the widest gap first. Their mean is 5.5, and the
	// deviation √28.75.
	c := people(t, numbers("x", 14, 0, 6, 2, nan))
	s := run(t, "hierarchical", c, "k=2", "scale=none", "columns=x", "linkage=single")
	wantGroups(t, s, "2", "1", "1", "1", "Unclassified")
	wantText(t, english(s.Segments[0].Rule), "x 2.667 (z -0.53)")
	wantNumbers(t, "distances", score(t, s, "distance"), 0, 8./3, 10./3, 2./3, nan)
	last := s.Charts[len(s.Charts)-1].(*model.Series)
	wantNumbers(t, "clusters", last.X, 2, 3, 4)
	wantNumbers(t, "heights", last.Lines[0].Y, 8, 4, 2)
	if last.Chosen != 2 {
		t.Errorf("chosen %v", last.Chosen)
	}
}

// A chain of near customers is one cluster by the nearest pair, and parts in the
// middle by the farthest.
func TestHierarchicalLinkages(t *testing.T) {
	c := people(t, numbers("x", 0, 1, 2, 3, 4, 5, 6, 7, 8, 10))
	single := run(t, "hierarchical", c, "k=2", "columns=x", "linkage=single")
	if got := groupSizes(single); !maps.Equal(got, map[string]int{"1": 9, "2": 1}) {
		t.Errorf("single: %v", got)
	}
	for _, linkage := range []string{"ward", "complete", "average"} {
		if got := groupSizes(run(t, "hierarchical", c, "k=2", "columns=x", "linkage="+linkage)); got["2"] < 2 {
			t.Errorf("%s: %v", linkage, got)
		}
	}
}

func TestHierarchicalAuto(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 3, 51, 52, 53, 101, 102, 103))
	s := run(t, "hierarchical", c, "columns=x", "k=auto", "stability=on")
	if len(s.Segments) != 3 || !noted(s, "k = 3 has the highest silhouette of 2 to 8") {
		t.Errorf("%d segments, notes %v", len(s.Segments), s.Notes)
	}
	if v, ok := s.Measured("stability"); !ok || v != 1 {
		t.Errorf("stability %v", v)
	}
	same := run(t, "hierarchical", people(t, numbers("x", 3, 3, 3)), "columns=x", "k=4")
	if len(same.Segments) != 1 || !noted(same, "Only 1 of 4 clusters") {
		t.Errorf("%d segments, notes %v", len(same.Segments), same.Notes)
	}
}

func TestHierarchicalSamples(t *testing.T) {
	x := make([]float64, tableRows+1000)
	for i := range x {
		x[i] = float64(i%3*100) + math.Sqrt(float64(i%7))
	}
	s := run(t, "hierarchical", people(t, numbers("x", x...)), "columns=x", "k=3")
	if got := groupSizes(s); !maps.Equal(got, map[string]int{"1": 2000, "2": 2000, "3": 2000}) {
		t.Errorf("sizes %v", got)
	}
	if !noted(s, "hierarchy is of a sample of 5,000 of 6,000 customers") {
		t.Errorf("notes %v", s.Notes)
	}
	wantText(t, english(s.Segments[0].Rule), "joined in a sample with those most alike, or nearest to the center of these; means x ")
}

// Income and spending score of the mall customers, not scaled.
func TestReferenceHierarchical(t *testing.T) {
	s := run(t, "hierarchical", mall(t), "k=5", "scale=none", "columns=Annual Income (k$),Spending Score (1-100)")
	want := map[string]int{"1": 85, "2": 39, "3": 32, "4": 23, "5": 21}
	if got := groupSizes(s); !maps.Equal(got, want) {
		t.Errorf("sizes %v, want %v", got, want)
	}
	if got, _ := s.Measured("silhouette"); math.Abs(got-.552995) > 5e-7 {
		t.Errorf("silhouette %v", got)
	}
}

// mall is the mall customers, with two columns to cluster on.
func mall(t *testing.T) *model.Customers {
	t.Helper()
	return customers(t, model.NoDay, readTable(t, "mall_customers.csv", map[string]string{
		"CustomerID": "customer_id", "Annual Income (k$)": "Annual Income (k$)", "Spending Score (1-100)": "Spending Score (1-100)"}))
}
