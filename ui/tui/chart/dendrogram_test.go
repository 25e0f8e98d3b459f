package chart

import (
	"slices"
	"strings"
	"testing"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// joined is a tree of five leaves in two segments.
func joined() *Dendrogram {
	m := &model.Dendrogram{Title: model.P("Tree"), HeightTitle: model.P("distance"), Height: 5, Clusters: 2, Cut: 0,
		Leaves: []model.DendrogramLeaf{{N: 3, Segment: 0}, {N: 1, Segment: 0}, {N: 2, Segment: 1}, {N: 1, Segment: 1}, {N: 1, Segment: 1}},
		Merges: []model.DendrogramMerge{{A: 3, B: 4, Height: 1}, {A: 0, B: 1, Height: 2}, {A: 2, B: 5, Height: 3}, {A: 6, B: 7, Height: 9}},
		Of:     []int32{0, 0, 0, 1, 2, 2, 3, 4, -1}}
	return NewDendrogram(english, m, Split{Names: []string{"Big", "小客户"}, Of: []int32{0, 0, 0, 0, 1, 1, 1, 1, 1}})
}

func TestDendrogramDrillsIntoLeavesAndMerges(t *testing.T) {
	d := joined()
	for _, c := range []struct {
		at   Cursor
		want []int32
	}{
		{Cursor{0, 0, -1}, []int32{0, 1, 2}},
		{Cursor{1, 0, -1}, []int32{0, 1, 2, 3}},
		{Cursor{1, 2, -1}, []int32{4, 5, 6, 7}},
		{Cursor{2, 4, -1}, []int32{4, 5, 6, 7}},
		{Cursor{9, 4, -1}, []int32{0, 1, 2, 3, 4, 5, 6, 7}},
		{Cursor{0, 0, 0}, nil},
		{Nowhere(), nil},
	} {
		if got := d.Members(c.at, 60, 20); !slices.Equal(got, c.want) {
			t.Errorf("at %+v: %v, want %v", c.at, got, c.want)
		}
	}
}

// Of a low view the leaves that are joined first share a line, and no customer is
// lost.
func TestDendrogramFoldsItsLeaves(t *testing.T) {
	d := joined()
	nodes, rows := d.nodes(3)
	if rows != 3 || nodes[0].n != 4 || nodes[1].n != 2 || nodes[2].n != 2 {
		t.Fatalf("%d rows: %+v", rows, nodes)
	}
	if nodes, rows = d.nodes(1); rows != 1 || nodes[0].n != 8 || nodes[0].segment != -1 {
		t.Errorf("one line: %+v", nodes)
	}
}

func TestDendrogramMoves(t *testing.T) {
	d := joined()
	at := d.Move(Nowhere(), 0, 1, 60, 20)
	for _, s := range []struct {
		dx, dy int
		want   Cursor
	}{{0, 1, Cursor{0, 1, -1}}, {1, 0, Cursor{1, 1, -1}}, {1, 0, Cursor{2, 1, -1}}, {1, 0, Cursor{2, 1, -1}}, {-1, 0, Cursor{1, 1, -1}}, {0, 1, Cursor{0, 2, -1}}, {0, 9, Cursor{0, 4, -1}}} {
		if at = d.Move(at, s.dx, s.dy, 60, 20); at != s.want {
			t.Fatalf("after %+v at %+v", s, at)
		}
	}
}

func TestDendrogramTellsOfTheCut(t *testing.T) {
	d := joined()
	view := strings.Join(d.View(ascii(), 60, 14, Cursor{-1, -1, 0}), "\n")
	for _, want := range []string{"cut at 5: 2 clusters", "n 8", "1 not in the tree", "<5>"} {
		if !strings.Contains(view, want) {
			t.Errorf("%q is not in\n%s", want, view)
		}
	}
	for _, line := range d.View(ascii(), 120, 14, Cursor{1, 0, -1}) {
		if plain := strings.ReplaceAll(line, "小客户", ""); strings.ContainsFunc(plain, func(r rune) bool { return r > 126 }) {
			t.Errorf("not ASCII: %q", line)
		}
	}
	rows := d.Table().Rows
	if len(rows) != 4 || rows[0][1] != "2" || rows[0][2] != "9" || rows[0][4] != "4" || cell.Clean(rows[1][0]) != "小客户" {
		t.Errorf("%v", rows)
	}
}
