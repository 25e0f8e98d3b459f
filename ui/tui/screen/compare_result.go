package screen

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/crosstab"
	"custseg/ui/pipeline"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
)

// comparison is a result held against another: the segments of the one down
// the rows, those of the other along the columns.
type comparison struct {
	row, col   string // what each side is
	rows, cols []string
	grid       *chart.Grid
	tagged     *chart.Grid    // with tags in the place of names, nil until needed
	data       *model.Grid    // what the grid shows
	counts     [][]int        // of its cells
	table      crosstab.Table // of the customers that both have
	rand       float64        // adjusted Rand index
	v          float64        // Cramér's V, NaN when a side has one segment
	shared     float64        // normalised mutual information
	stayed     int            // customers in a segment of the same name; -1 for two methods
	newcomers  int            // customers that the other result does not have
}

// compareResults counts where the customers of a result are in another one.
// Those whom the other does not have, since they were no customers yet at its
// date, get a column of their own and count towards no measure.
func compareResults(pr *message.Printer, current, other *pipeline.Result, title model.Phrase) *comparison {
	c := &comparison{
		row: cell.Clean(current.Method.Name.In(pr)), col: cell.Clean(title.In(pr)),
		rows: compareNames(pr, current), cols: compareNames(pr, other), stayed: -1,
	}
	of := current.Segmentation.Of
	at := placesIn(current.Customers, other)
	c.table = crosstab.Of(of, at, len(c.rows), len(c.cols))
	c.newcomers = len(of) - c.table.N
	c.v, c.shared = c.table.CramersV(), c.table.MutualInformation()
	if current.Method.ID == other.Method.ID {
		c.stayed = c.sameName()
	}
	c.rand = c.adjustedRand(of, at)
	if c.newcomers > 0 {
		at = slices.Clone(at)
		for i, g := range at {
			if g < 0 {
				at[i] = int32(len(c.cols))
			}
		}
		c.cols = append(c.cols, say(pr, "(new since)"))
	}
	c.data = &model.Grid{
		Title: model.P("Customers"), RowTitle: model.Raw(c.row), ColTitle: model.Raw(c.col),
		Rows: c.rows, Cols: c.cols, Row: of, Col: at,
	}
	c.grid, c.counts = chart.NewGrid(pr, c.data), c.data.Counts()
	return c
}

// adjustedRand compares the customers that both sides have.
func (c *comparison) adjustedRand(of, at []int32) float64 {
	if c.newcomers == 0 {
		return cluster.AdjustedRand(of, at)
	}
	a, b := make([]int32, 0, c.table.N), make([]int32, 0, c.table.N)
	for i, g := range at {
		if g >= 0 {
			a, b = append(a, of[i]), append(b, g)
		}
	}
	return cluster.AdjustedRand(a, b)
}

// sameName returns the number of customers in a segment of the same name on
// both sides.
func (c *comparison) sameName() int {
	n := 0
	for i, name := range c.rows {
		if j := slices.Index(c.cols, name); j >= 0 {
			n += c.table.Counts[i][j]
		}
	}
	return n
}

// mostOf returns the greatest of a row or column of the table, and its place;
// -1 when all are zero.
func mostOf(n int, count func(i int) int) (at, most int) {
	at = -1
	for i := range n {
		if k := count(i); k > most {
			at, most = i, k
		}
	}
	return at, most
}

func compareNames(pr *message.Printer, r *pipeline.Result) []string {
	var out []string
	for _, s := range r.Segmentation.Segments {
		out = append(out, cell.Clean(s.Name.In(pr)))
	}
	return out
}

// placesIn returns the segment in other of each of the customers, -1 for one
// whom other does not have.
func placesIn(c *model.Customers, other *pipeline.Result) []int32 {
	if c == other.Customers {
		return other.Segmentation.Of
	}
	segment := make(map[string]int32, other.Customers.Len())
	for i, g := range other.Segmentation.Of {
		segment[other.Customers.ID(i)] = g
	}
	out := make([]int32, c.Len())
	for i := range out {
		g, ok := segment[c.ID(i)]
		if !ok {
			g = -1
		}
		out[i] = g
	}
	return out
}

// agreementWords says how much an adjusted Rand index is, in the words of
// Landis & Koch 1977 for kappa, of which the index is the case of pairs
// (Warrens 2008, Journal of Classification 25).
func agreementWords(rand float64) model.Phrase {
	switch {
	case rand >= 1:
		return model.P("the same split")
	case rand > .8:
		return model.P("almost perfect agreement")
	case rand > .6:
		return model.P("substantial agreement")
	case rand > .4:
		return model.P("moderate agreement")
	case rand > .2:
		return model.P("fair agreement")
	case rand > 0.005:
		return model.P("slight agreement")
	}
	return model.P("no agreement beyond chance")
}
