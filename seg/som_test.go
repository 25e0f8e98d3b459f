package seg

import (
	"testing"

	"custseg/model"
)

// Three groups of three, in a line: three nodes or more find them, and the map
// keeps their order.
func TestSOMByHand(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 3, 51, 52, 53, 101, 102, 103, nan))
	s := run(t, "som", c, "columns=x", "k=auto")
	wantGroups(t, s, "1", "1", "1", "2", "2", "2", "3", "3", "3", "Unclassified")
	if !noted(s, "k = 3 has the highest silhouette") {
		t.Errorf("notes %v", s.Notes)
	}
	grid := s.Charts[0].(*model.Grid)
	if nodes, _ := s.Measured("nodes"); nodes != 15 || len(grid.Rows) != 1 || len(grid.Cols) != 15 { // 5√9
		t.Errorf("%v nodes, %d × %d", nodes, len(grid.Rows), len(grid.Cols))
	}
	at := score(t, s, "map_column")
	for i := range 8 {
		if at[i] > at[i+1] || grid.Col[i] != int32(at[i])-1 {
			t.Errorf("columns %v on the map, %v on the chart", at, grid.Col)
			break
		}
	}
	if at[0] == at[3] || at[3] == at[6] || grid.Col[9] != -1 {
		t.Errorf("columns %v on the map, %v on the chart", at, grid.Col)
	}
}

func TestSOMNodes(t *testing.T) {
	c := people(t, numbers("x", 1, 2, 3, 51, 52, 53, 101, 102, 103))
	s := run(t, "som", c, "columns=x", "k=3", "nodes=2")
	if len(s.Segments) != 2 || !noted(s, "Only 2 of 3 clusters") {
		t.Errorf("%d segments, notes %v", len(s.Segments), s.Notes)
	}
	if s := run(t, "som", people(t, numbers("x", 4, 4, 4)), "columns=x", "k=auto"); len(s.Segments) != 1 {
		t.Errorf("all equal: %d segments", len(s.Segments))
	}
}

func TestSOMSamples(t *testing.T) {
	x := make([]float64, trainingRows+2000)
	for i := range x {
		x[i] = float64(i % 3 * 100)
	}
	s := run(t, "som", people(t, numbers("x", x...)), "columns=x", "k=3", "epochs=5", "nodes=20")
	if got := groupSizes(s); got["1"] != 4000 || got["3"] != 4000 {
		t.Errorf("sizes %v", got)
	}
	if !noted(s, "trained on a sample of 10,000 of 12,000 customers") {
		t.Errorf("notes %v", s.Notes)
	}
}
