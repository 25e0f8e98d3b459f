package chart

import (
	"math"
	"slices"
	"sort"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Curve draws a line through points with ascending X, such as a Pareto curve,
// in the colour of the segments it passes when its customers are in the order
// of their segments.
type Curve struct {
	pr             *message.Printer
	title          string
	xTitle, yTitle string
	xUnit, yUnit   model.Unit
	x, y           []float64 // finite, x ascending
	order          []int32
	xr, yr         span // the axes
	diagonal       bool
	basis          model.Basis
	marks          []mark
	names          []string
	missing        int   // customers who are not on it
	owners         []int // the segment of each stretch of the order, of equal length; nil when mixed
}

// mark is a named place on the curve, ready to draw.
type mark struct {
	x, y  float64
	label string
}

// stretches is the number of parts of a curve that each have one colour.
const stretches = 512

// NewCurve prepares a curve. Points that are not finite are left out. A curve
// that is compared with the line of equality begins, as that does, at the
// origin.
func NewCurve(pr *message.Printer, c *model.Curve, of Split) *Curve {
	out := &Curve{
		pr: pr, title: cell.Clean(c.Title.In(pr)),
		xTitle: withUnit(pr, c.XTitle, c.XUnit), yTitle: withUnit(pr, c.YTitle, c.YUnit),
		xUnit: c.XUnit, yUnit: c.YUnit, order: c.Order, diagonal: c.Diagonal, basis: c.Basis, names: of.Names,
	}
	for i, x := range c.X {
		if finite(x) && finite(c.Y[i]) {
			if c.Diagonal && len(out.x) == 0 && x > 0 {
				out.x, out.y = []float64{0}, []float64{0}
			}
			out.x, out.y = append(out.x, x), append(out.y, c.Y[i])
		}
	}
	for _, m := range c.Marks {
		out.marks = append(out.marks, mark{m.X, m.Y, cell.Clean(m.Label.In(pr))})
	}
	out.owners = stretchOwners(c.Order, of)
	out.missing = max(0, len(of.Of)-len(c.Order))
	out.xr, out.yr = out.ranges()
	return out
}

// stretchOwners returns the segment that most customers of each stretch of the
// order are in, nil when they are mixed.
func stretchOwners(order []int32, of Split) []int {
	if len(order) == 0 || len(of.Names) == 0 {
		return nil
	}
	n := min(stretches, len(order))
	out, agree := make([]int, n), 0
	counts := make([]int, len(of.Names))
	for k := range out {
		clear(counts)
		out[k] = -1
		most := 0
		for _, i := range order[k*len(order)/n : (k+1)*len(order)/n] {
			if s := of.Of[i]; s >= 0 {
				if counts[s]++; counts[s] > most {
					out[k], most = int(s), counts[s]
				}
			}
		}
		agree += most
	}
	// Customers without an order among themselves change segment all the time.
	changes := 0
	for k := 1; k < n; k++ {
		if out[k] != out[k-1] {
			changes++
		}
	}
	if float64(agree) < purity*float64(len(order)) || changes > 2*len(of.Names) {
		return nil
	}
	return out
}

// owner returns the segment of the curve at x, -1 for none.
func (c *Curve) owner(x float64) int {
	if c.owners == nil {
		return -1
	}
	return c.owners[min(max(c.rank(x)*len(c.owners)/len(c.order), 0), len(c.owners)-1)]
}

// rank returns how many customers stand up to x on the curve. Where points
// and customers are not one to one, but for a first point at the origin, the
// customers are spread evenly over the axis.
func (c *Curve) rank(x float64) int {
	extra := len(c.x) - len(c.order)
	if extra == 0 || extra == 1 {
		n := sort.Search(len(c.x), func(i int) bool { return c.x[i] > x })
		return max(n-extra, 0)
	}
	return c.xr.at(x, len(c.order)+1)
}

// value returns the curve at x by linear interpolation.
func (c *Curve) value(x float64) float64 {
	i := sort.SearchFloat64s(c.x, x)
	switch {
	case i == 0:
		return c.y[0]
	case i == len(c.x):
		return c.y[i-1]
	}
	f := fraction(x, c.x[i-1], c.x[i])
	return c.y[i-1]*(1-f) + c.y[i]*f
}

// percentSteps is the number of steps of the cursor on a curve of many points.
const percentSteps = 100

// steps returns how many places the cursor can take: the points when they are
// few, else every hundredth of the axis and its end.
func (c *Curve) steps() int {
	if len(c.x) <= percentSteps {
		return len(c.x)
	}
	return percentSteps + 1
}

// stepX returns the x of a place of the cursor.
func (c *Curve) stepX(k int) float64 {
	if len(c.x) <= percentSteps {
		return c.x[k]
	}
	f := float64(k) / percentSteps
	return c.xr.lo*(1-f) + c.xr.hi*f
}

// Move implements [Chart]: left and right move the crosshair, or go from mark
// to mark when the cursor is on one.
func (c *Curve) Move(at Cursor, dx, _, _, _ int) Cursor {
	if at.Cut >= 0 {
		at.Cut = step(at.Cut, dx, len(c.marks))
		return at
	}
	at.X = step(at.X, dx, c.steps())
	return at
}

// Members implements [Chart]: the customers up to the crosshair.
func (c *Curve) Members(at Cursor, _, _ int) []int32 {
	if at.X < 0 || at.X >= c.steps() || len(c.order) == 0 {
		return nil
	}
	out := slices.Clone(c.order[:c.rank(c.stepX(at.X))])
	slices.Sort(out)
	return out
}

func (c *Curve) readout(at Cursor) string {
	switch {
	case at.Cut >= 0 && at.Cut < len(c.marks):
		m := c.marks[at.Cut]
		return say(c.pr, "%s: %s, %s", m.label, Short(m.x, c.xUnit), Short(m.y, c.yUnit))
	case at.X >= 0 && at.X < c.steps():
		x := c.stepX(at.X)
		return say(c.pr, "%s: %s", Short(x, c.xUnit), Short(c.value(x), c.yUnit))
	}
	return ""
}

func (c *Curve) facts() []string {
	if len(c.order) == 0 || c.basis.N > 0 {
		return basisFacts(c.pr, c.basis)
	}
	return basisFacts(c.pr, model.Basis{N: len(c.order), Missing: c.missing})
}

// Table implements [Chart]: the curve at each tenth of its axis, or at its
// points when they are fewer, and the marks.
func (c *Curve) Table() Table {
	t := Table{Title: c.title, Head: []string{c.xTitle, c.yTitle}, Notes: c.facts()}
	const rows = 10
	xs := c.x
	if len(xs) > percentSteps {
		xs = nil
		for k := range rows + 1 {
			xs = append(xs, c.stepX(k*percentSteps/rows))
		}
	}
	for _, x := range xs {
		t.Rows = append(t.Rows, []string{Full(x, c.xUnit), Full(c.value(x), c.yUnit)})
	}
	for _, m := range c.marks {
		t.Notes = append(t.Notes, say(c.pr, "%s: %s, %s", m.label, Full(m.x, c.xUnit), Full(m.y, c.yUnit)))
	}
	return t
}

// ranges returns the axes: shares go from 0 to 1, others start at zero when
// that is near.
func (c *Curve) ranges() (x, y span) {
	x, y = spanOf(c.x), spanOf(c.y).from0()
	for _, m := range c.marks {
		if finite(m.y) {
			y.lo, y.hi = min(y.lo, m.y), max(y.hi, m.y)
		}
	}
	if c.yUnit == model.Percent && y.lo >= 0 && y.hi <= 1 {
		y = span{0, 1}
	}
	if c.xUnit == model.Percent && x.lo >= 0 && x.hi <= 1 {
		x = span{0, 1}
	}
	return x, y
}

// slope is the least and the greatest value of the curve over a dot's width
// around x, so that a steep part is drawn without gaps.
func (c *Curve) slope(x, half float64) (lo, hi float64) {
	a, b := c.value(math.Max(x-half, c.x[0])), c.value(math.Min(x+half, c.x[len(c.x)-1]))
	return min(a, b), max(a, b)
}
