package cluster

import (
	"context"
	"errors"
	"math"

	"custseg/model/parallel"
)

// MapSettings of [SelfOrganize].
type MapSettings struct {
	Nodes  int // about how many
	Epochs int // passes over the rows
}

// Map is a self-organizing map: a grid of nodes, each a place among the rows,
// neighbours on the grid being neighbours there.
type Map struct {
	Height, Width int     // of the grid; node r·Width+c is in row r, column c
	Nodes         Matrix  // a row per node
	Quantization  float64 // mean distance of the rows to their nearest node
	Topographic   float64 // share of rows whose two nearest nodes are not neighbours on the grid, corners included
}

// SelfOrganize lays a grid of nodes over the rows by batch training: each pass
// moves every node to the mean of all rows, weighed by a Gaussian of the
// distance on the grid between the node and the row's nearest node, ties by the
// lower. The Gaussian narrows in even factors from a quarter of the longer side
// to half a node. The nodes begin on the plane of the first two principal
// components, which has no chance in it, and the sides are in the ratio of the
// deviations along these. Sources: Kohonen 2013, Essentials of the
// self-organizing map; Vesanto et al. 2000, SOM Toolbox, for the sides.
//
// It returns ErrNoData for an empty matrix, an error for a value that is not
// finite or a setting below 1, and the context's error when cancelled. The order
// of the rows does not matter. Progress goes to report, which may be nil.
func SelfOrganize(ctx context.Context, x Matrix, s MapSettings, report func(done float64)) (Map, error) {
	if s.Nodes < 1 || s.Epochs < 1 {
		return Map{}, errors.New("cluster: nodes and epochs must be 1 or more")
	}
	if err := x.check(); err != nil {
		return Map{}, err
	}
	rows, _ := x.canonical()
	plane, err := PCA2(rows)
	if err != nil {
		return Map{}, err
	}
	m := layGrid(rows, plane, s.Nodes)
	const last = 0.5 // of a node
	first := max(last, float64(max(m.Height, m.Width))/4)
	for epoch := range s.Epochs {
		width := first * math.Pow(last/first, float64(epoch)/float64(max(s.Epochs-1, 1)))
		best, err := m.match(ctx, rows)
		if err != nil {
			return Map{}, err
		}
		m.move(rows, best, width)
		if report != nil {
			report(float64(epoch+1) / float64(s.Epochs+1))
		}
	}
	best, err := m.match(ctx, rows)
	if err != nil {
		return Map{}, err
	}
	m.measure(best)
	return m, nil
}

// layGrid spreads about n nodes over the plane, two deviations to each side. Rows
// that lie on a line have a grid of one row.
func layGrid(x Matrix, plane Projection, n int) Map {
	along, across := deviation(plane.X), deviation(plane.Y)
	m := Map{Height: 1, Width: n}
	if across > 1e-9*along { // not by rounding alone
		m.Height = min(max(1, int(math.Round(math.Sqrt(float64(n)*across/along)))), n)
		m.Width = max(1, int(math.Round(float64(n)/float64(m.Height))))
	}
	if along == 0 {
		m.Width = 1
	}
	m.Nodes = NewMatrix(m.Height*m.Width, x.Cols)
	first, second := plane.Loadings.Row(0), plane.Loadings.Row(1)
	for i := range m.Nodes.Rows {
		u, v := along*onAxis(i%m.Width, m.Width), across*onAxis(i/m.Width, m.Height)
		for j := range x.Cols {
			m.Nodes.Row(i)[j] = plane.Mean[j] + u*first[j] + v*second[j]
		}
	}
	return m
}

// onAxis is the place of node i of n on an axis from -2 to 2.
func onAxis(i, n int) float64 {
	if n == 1 {
		return 0
	}
	return 4*float64(i)/float64(n-1) - 2
}

// deviation is the root mean square of scores, whose mean is 0.
func deviation(scores []float64) float64 {
	sum := 0.
	for _, v := range scores {
		sum += v * v
	}
	return math.Sqrt(sum / float64(len(scores)))
}

// matched is the nearest node of a row, the one nearest but that, and the
// squared distance to the first.
type matched struct {
	node, next int32
	distance   float64
}

// Match returns the nearest node of each row, ties by the lower. It returns the
// context's error when cancelled.
func (m Map) Match(ctx context.Context, x Matrix) ([]int32, error) {
	best, err := m.match(ctx, x)
	if err != nil {
		return nil, err
	}
	out := make([]int32, len(best))
	for i, b := range best {
		out[i] = b.node
	}
	return out, nil
}

// Nearest returns the node nearest to a point, ties by the lower.
func (m Map) Nearest(point []float64) int32 { return m.nearest(point).node }

func (m Map) match(ctx context.Context, x Matrix) ([]matched, error) {
	const block = blockRows / 4
	out := make([]matched, x.Rows)
	err := parallel.Each(ctx, (x.Rows+block-1)/block, func() struct{} { return struct{}{} }, func(task int, _ struct{}) {
		for i := task * block; i < min((task+1)*block, x.Rows); i++ {
			out[i] = m.nearest(x.Row(i))
		}
	}, nil)
	return out, err
}

func (m Map) nearest(row []float64) matched {
	best, second := matched{0, 0, math.Inf(1)}, math.Inf(1)
	for c := range m.Nodes.Rows {
		switch d := squared(row, m.Nodes.Row(c)); {
		case d < best.distance:
			second, best.next = best.distance, best.node
			best.node, best.distance = int32(c), d
		case d < second:
			second, best.next = d, int32(c)
		}
	}
	return best
}

// move puts every node at the weighed mean of all rows. The rows are first
// summed by node, since those of one node have one weight; the sums are then
// spread along one side of the grid and along the other, for a Gaussian in two
// dimensions is the product of two in one.
func (m Map) move(x Matrix, best []matched, width float64) {
	sums := NewMatrix(m.Nodes.Rows, x.Cols+1) // the last column counts
	for i, b := range best {
		sum := sums.Row(int(b.node))
		for j, v := range x.Row(i) {
			sum[j] += v
		}
		sum[x.Cols]++
	}
	fall := make([]float64, max(m.Height, m.Width)) // of the weight with the distance along one side
	for i := range fall {
		fall[i] = math.Exp(-float64(i*i) / (2 * width * width))
	}
	sums = m.spread(m.spread(sums, fall, 1, m.Width), fall, m.Width, m.Height)
	for node := range m.Nodes.Rows {
		sum := sums.Row(node)
		if sum[x.Cols] == 0 { // no row is near enough on the grid to move it
			continue
		}
		for j, v := range sum[:x.Cols] {
			m.Nodes.Row(node)[j] = v / sum[x.Cols]
		}
	}
}

// spread adds to each node those along one side of the grid, weighed by how far
// away they are: n nodes, each a step after the last.
func (m Map) spread(sums Matrix, fall []float64, step, n int) Matrix {
	out := NewMatrix(sums.Rows, sums.Cols)
	for to := range sums.Rows {
		place := to / step % n
		first := to - place*step
		for from := range n {
			weight := fall[max(place-from, from-place)]
			if weight == 0 {
				continue
			}
			for j, v := range sums.Row(first + from*step) {
				out.Row(to)[j] += weight * v
			}
		}
	}
	return out
}

// apart is how far two nodes are along each side of the grid.
func (m Map) apart(a, b int) (down, right int) {
	down, right = a/m.Width-b/m.Width, a%m.Width-b%m.Width
	return max(down, -down), max(right, -right)
}

func (m *Map) measure(best []matched) {
	for _, b := range best {
		m.Quantization += math.Sqrt(b.distance)
		if down, right := m.apart(int(b.node), int(b.next)); max(down, right) > 1 {
			m.Topographic++
		}
	}
	m.Quantization /= float64(len(best))
	m.Topographic /= float64(len(best))
}
