package cluster

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// Linkage is how far two clusters are from each other.
type Linkage string

// The linkages. Ward is that of squared Euclidean distances, the heights of
// which are their roots: ward.D2 of R's hclust, ward of SciPy.
const (
	Ward     Linkage = "ward"     // by the rise of the sum of squares within
	Complete Linkage = "complete" // by the farthest pair of rows
	Average  Linkage = "average"  // by the mean over all pairs of rows
	Single   Linkage = "single"   // by the nearest pair of rows
)

// Agglomerate joins the two nearest clusters, beginning with single rows, until
// one is left. It takes time and memory in the square of the rows: 8 bytes for
// each pair, 100 MB for 5,000 rows. Ties are broken by the values of the rows,
// not by their order. Sources: Lance & Williams 1967 for the distances of joined
// clusters; Murtagh 1983, nearest-neighbour chain; Müllner 2011, Modern
// hierarchical, agglomerative clustering algorithms; Murtagh & Legendre 2014 for
// Ward's heights.
//
// It returns ErrNoData for an empty matrix, an error for a value that is not
// finite or an unknown linkage, and the context's error when cancelled. Progress
// goes to report, which may be nil.
func Agglomerate(ctx context.Context, x Matrix, l Linkage, report func(done float64)) (Dendrogram, error) {
	if err := x.check(); err != nil {
		return Dendrogram{}, err
	}
	if !slices.Contains([]Linkage{Ward, Complete, Average, Single}, l) {
		return Dendrogram{}, fmt.Errorf("cluster: linkage %q", l)
	}
	sorted, from := x.canonical()
	c := newChain(sorted, l)
	if slices.Contains(c.distance, math.Inf(1)) {
		return Dendrogram{}, errTooLarge
	}
	for len(c.joined) < x.Rows-1 {
		if err := ctx.Err(); err != nil {
			return Dendrogram{}, err
		}
		if report != nil && len(c.joined)%blockRows == 0 {
			report(float64(len(c.joined)) / float64(x.Rows))
		}
		c.step()
	}
	return c.dendrogram(from), nil
}

// chain is the nearest-neighbour chain at work: each cluster goes by one of its
// rows, and those that were joined into another are gone.
type chain struct {
	linkage  Linkage
	rows     int
	distance []float64 // of clusters a < b at pair(a, b); squared for Ward
	size     []int
	alive    []int32 // ascending
	chain    []int32 // each is the nearest neighbour of the one before
	joined   []Merge // A and B are rows; in the order found, which is not by height
}

func newChain(x Matrix, l Linkage) *chain {
	c := &chain{linkage: l, rows: x.Rows, distance: make([]float64, x.Rows*(x.Rows-1)/2), size: make([]int, x.Rows), alive: make([]int32, x.Rows)}
	at := 0
	for a := range x.Rows {
		c.size[a], c.alive[a] = 1, int32(a)
		for b := a + 1; b < x.Rows; b++ {
			d := squared(x.Row(a), x.Row(b))
			if l != Ward {
				d = math.Sqrt(d)
			}
			c.distance[at] = d
			at++
		}
	}
	return c
}

// pair is where the distance of two clusters is kept.
func (c *chain) pair(a, b int32) int {
	a, b = min(a, b), max(a, b)
	return int(a)*(2*c.rows-int(a)-1)/2 + int(b-a) - 1
}

// step lengthens the chain by the nearest neighbour of its end, and joins the
// last two when they are each other's.
func (c *chain) step() {
	if len(c.chain) == 0 {
		c.chain = append(c.chain, c.alive[0])
	}
	end, before := c.chain[len(c.chain)-1], int32(-1)
	if len(c.chain) > 1 {
		before = c.chain[len(c.chain)-2]
	}
	next, least := c.nearest(end, before)
	if next != before {
		c.chain = append(c.chain, next)
		return
	}
	c.chain = c.chain[:len(c.chain)-2]
	c.join(min(end, before), max(end, before), least)
}

// nearest returns the cluster nearest to a, ties by the preferred one and then
// by the lowest: without the preference the chain might run in a circle.
func (c *chain) nearest(a, preferred int32) (nearest int32, least float64) {
	nearest, least = -1, math.Inf(1)
	if preferred >= 0 {
		nearest, least = preferred, c.distance[c.pair(a, preferred)]
	}
	split, _ := slices.BinarySearch(c.alive, a)
	for _, b := range c.alive[:split] {
		if d := c.distance[c.pair(b, a)]; d < least {
			nearest, least = b, d
		}
	}
	for _, b := range c.alive[split+1:] {
		if d := c.distance[c.pair(a, b)]; d < least {
			nearest, least = b, d
		}
	}
	return nearest, least
}

// join puts cluster a into b, by the formula of Lance & Williams.
func (c *chain) join(a, b int32, apart float64) {
	at, _ := slices.BinarySearch(c.alive, a)
	c.alive = slices.Delete(c.alive, at, at+1)
	na, nb := float64(c.size[a]), float64(c.size[b])
	for _, other := range c.alive {
		if other == b {
			continue
		}
		to := &c.distance[c.pair(b, other)]
		da, db := c.distance[c.pair(a, other)], *to
		switch c.linkage {
		case Ward:
			n := float64(c.size[other])
			*to = ((na+n)*da + (nb+n)*db - n*apart) / (na + nb + n)
		case Complete:
			*to = max(da, db)
		case Average:
			*to = (na*da + nb*db) / (na + nb)
		case Single:
			*to = min(da, db)
		}
	}
	c.size[b] += c.size[a]
	height := apart
	if c.linkage == Ward {
		height = math.Sqrt(max(apart, 0)) // rounding may leave a zero below 0
	}
	c.joined = append(c.joined, Merge{a, b, height})
}
