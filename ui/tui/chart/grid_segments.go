package chart

import (
	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// gridSegments is how a grid of customers shows their segments: its rows, its
// columns or its cells each are of one.
type gridSegments struct {
	names      []string
	rows, cols []int   // the segment of each row and column, -1 for none; nil when they are not segments
	cells      [][]int // the segment that most customers of each cell are of, -1 of an empty one; nil when cells tell little of segments
	most       [][]int // how many those are
}

// Split returns the same grid coloured by a segmentation: labels of rows and
// columns that are segments bear their colour and tag, and so does each cell
// where cells make the segments, as those of recency by frequency.
func (g *Grid) Split(of Split) *Grid {
	out := *g
	if len(of.Names) < 2 || len(of.Of) != len(g.row) || len(g.row) == 0 {
		return &out
	}
	s := &gridSegments{names: of.Names, rows: several(segmentsOf(g.row, len(g.rows), of)), cols: several(segmentsOf(g.col, len(g.cols), of))}
	if s.rows == nil && s.cols == nil {
		s.cells, s.most = g.cellSegments(of)
	}
	out.segments = s
	return &out
}

// several returns segments when they differ, else nil.
func several(segments []int) []int {
	first := -1
	for _, s := range segments {
		switch {
		case s < 0:
		case first < 0:
			first = s
		case s != first:
			return segments
		}
	}
	return nil
}

// mainly is the share of the customers that must be in the main segment of their
// cell for cells to bear a tag.
const mainly = .6

// cellSegments returns the segment that most customers of each cell are of and
// how many they are, nil when cells are too mixed or of one segment.
func (g *Grid) cellSegments(of Split) (cells, count [][]int) {
	n := len(of.Names)
	counts := make([]int, len(g.rows)*len(g.cols)*n)
	for i, r := range g.row {
		if s := of.Of[i]; r >= 0 && g.col[i] >= 0 && s >= 0 {
			counts[(int(r)*len(g.cols)+int(g.col[i]))*n+int(s)]++
		}
	}
	cells, count = make([][]int, len(g.rows)), make([][]int, len(g.rows))
	same, total := 0, 0
	var all []int
	for r := range cells {
		cells[r], count[r] = make([]int, len(g.cols)), make([]int, len(g.cols))
		for c := range cells[r] {
			at := (r*len(g.cols) + c) * n
			cells[r][c] = -1
			for s, k := range counts[at : at+n] {
				total += k
				if k > count[r][c] {
					cells[r][c], count[r][c] = s, k
				}
			}
			same += count[r][c]
		}
		all = append(all, cells[r]...)
	}
	if float64(same) < mainly*float64(total) || several(all) == nil {
		return nil, nil
	}
	return cells, count
}

// seen are the segments that the grid shows, ascending.
func (s *gridSegments) seen() (out []int) {
	if !s.hasCells() {
		return nil
	}
	shown := make([]bool, len(s.names))
	for _, row := range s.cells {
		for _, k := range row {
			if k >= 0 {
				shown[k] = true
			}
		}
	}
	for k, yes := range shown {
		if yes {
			out = append(out, k)
		}
	}
	return out
}

// ofRows, ofCols and ofCell are the segments of rows, of columns and of a cell,
// nothing where they are not of one.
func (s *gridSegments) ofRows() []int {
	if s == nil {
		return nil
	}
	return s.rows
}

func (s *gridSegments) ofCols() []int {
	if s == nil {
		return nil
	}
	return s.cols
}

func (s *gridSegments) ofCell(i, j int) int {
	if !s.hasCells() {
		return -1
	}
	return s.cells[i][j]
}

// hasCells reports whether cells are of one segment each.
func (s *gridSegments) hasCells() bool { return s != nil && s.cells != nil }

// labelled draws the label of a row or a column, in the colour and behind the
// tag of its segment when it is one.
func (g *Grid) labelled(c *canvas, x, y, w int, label string, a cell.Align, ink theme.Ink, segments []int, i int) {
	if segments == nil || segments[i] < 0 || w < 4 {
		c.fit(x, y, label, w, a, ink)
		return
	}
	colour := c.t.Segment(segments[i])
	colour.Bold = ink.Bold
	c.fit(x, y, c.t.Tag(segments[i])+blank+label, w, a, colour)
}
