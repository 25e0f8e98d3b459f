package model

import "math"

// Chart is one picture of a segmentation as data: [*Histogram], [*Grid],
// [*Curve], [*Scatter], [*Series], [*Tree], [*Dendrogram], [*Bars] or [*Listing]. It is described once here and drawn by the
// screen and by the workbook. Charts refer to customers by their place, so that
// every bar, cell and dot can be opened into the customers behind it.
type Chart interface {
	// Heading names the chart for its reader.
	Heading() Phrase
}

// Histogram is the distribution of one value per customer, with the cuts that
// split it.
type Histogram struct {
	Title  Phrase
	Unit   Unit
	Values []float64 // per customer, NaN when missing
	Cuts   []float64 // ascending
	Cut    int       // the entry of Segmentation.Cuts that these are, -1 for none
}

// Grid is a two-way table of customers, such as recency by frequency. With
// values its cells show their means, as the probability of being active.
type Grid struct {
	Title              Phrase
	RowTitle, ColTitle Phrase
	Rows, Cols         []string  // labels, from the top and from the left
	Row, Col           []int32   // per customer; -1 when not on the grid
	Value              []float64 // per customer, NaN when missing; nil when cells show how many customers they hold
	ValueTitle         Phrase
	ValueUnit          Unit
	Neutral            float64 // the mean that says nothing, as 1 of a ratio, from which others are shaded to both sides; 0 for none
}

// Counts returns the number of customers in each cell, by row and column.
func (g *Grid) Counts() [][]int {
	out := make([][]int, len(g.Rows))
	for i := range out {
		out[i] = make([]int, len(g.Cols))
	}
	for i, r := range g.Row {
		if r >= 0 && g.Col[i] >= 0 {
			out[r][g.Col[i]]++
		}
	}
	return out
}

// Means returns the mean of Value in each cell, by row and column, NaN in one
// without any, and nil of a grid without values.
func (g *Grid) Means() [][]float64 {
	if g.Value == nil {
		return nil
	}
	out, known := make([][]float64, len(g.Rows)), make([][]int, len(g.Rows))
	for i := range out {
		out[i], known[i] = make([]float64, len(g.Cols)), make([]int, len(g.Cols))
	}
	for i, r := range g.Row {
		if c := g.Col[i]; r >= 0 && c >= 0 && !math.IsNaN(g.Value[i]) {
			out[r][c] += g.Value[i]
			known[r][c]++
		}
	}
	for r, row := range out {
		for c := range row {
			row[c] /= float64(known[r][c]) // 0/0 is NaN
		}
	}
	return out
}

// Mark is a named place on a curve.
type Mark struct {
	X, Y  float64
	Label Phrase
	Cut   int // the entry of Segmentation.Cuts it stands for, -1 for none
	Index int // which value of that entry
}

// Curve is a line through points with ascending X, such as a Pareto curve.
type Curve struct {
	Title, XTitle, YTitle Phrase
	XUnit, YUnit          Unit
	X, Y                  []float64
	Order                 []int32 // customers in the order of the curve, nil when points are not customers
	Basis                 Basis
	Diagonal              bool // draw the line of equality
	Marks                 []Mark
}

// Center is the middle of one cluster on a scatter.
type Center struct {
	X, Y    float64
	Segment int
}

// Scatter is one dot per customer, coloured by segment. Cuts on an axis are
// drawn as lines across it, as the mean of each axis of a two by two matrix.
type Scatter struct {
	Title, XTitle, YTitle Phrase
	XUnit, YUnit          Unit
	X, Y                  []float64 // per customer, NaN when not drawn
	Centers               []Center
	XCuts, YCuts          []float64 // ascending, none for no lines
	XCut, YCut            int       // the entries of Segmentation.Cuts that they are; of no meaning without lines
	Bubbles               []string  // names of groups that share one place each, such as market segments; none for dots
	Bubble                []int32   // per customer: the bubble, -1 for none
}

// Basis says what the numbers of a chart are of where it does not hold the
// customers themselves.
type Basis struct {
	N       int    // how many, 0 when not told
	Missing int    // how many have no value
	Of      Phrase // what N counts where it is not customers, as in "baskets"
}

// Bars are amounts by name, such as the mean rating of each touchpoint, in the
// order shown.
type Bars struct {
	Title      Phrase
	NameTitle  Phrase // what the labels name, empty where the title says it
	ValueTitle Phrase // what the values are in a word or two, such as "lift"; empty where the title says it
	CountTitle Phrase // what the customers behind a bar are, empty for "customers"
	Unit       Unit
	Labels     []Phrase
	Values     []float64 // NaN where there is none
	Of         []int32   // per customer: the bar they are behind, -1 for none; nil when bars are not of customers
	Behind     [][]int32 // by bar: the customers behind it, ascending, where some are behind several; nil as Of
	Basis      Basis
}

// Line is one named line of a [Series].
type Line struct {
	Name Phrase
	Y    []float64 // NaN where there is no value
}

// Series is quality against a setting, such as silhouette by number of
// clusters, or numbers side by side, such as actual and expected purchases.
type Series struct {
	Title, XTitle Phrase
	X             []float64
	Lines         []Line
	Chosen        float64 // the X in force
	Bars          bool    // draw lines as columns beside each other, on one scale
	OneScale      bool    // lines are of one unit and are drawn on one scale, however far apart
	Of            []int32 // per customer: the place in X they are behind, -1 for none; nil when places are not of customers
	Basis         Basis
	Param         string // the parameter that X is a value of, empty for none
}

// Tree is a tree of questions whose leaves are segments.
type Tree struct {
	Title     Phrase
	ValueName Phrase // what the value of a node is: a share of a class, or a mean
	Unit      Unit   // of the values
	Nodes     []TreeNode
}

// TreeNode is one node of a [Tree]; the first is the root, and every node stands
// before its children.
type TreeNode struct {
	Text     Phrase  // the answer that leads here, as in "tenure < 12"
	N        int     // customers
	Value    float64 // of what the tree explains, NaN without any
	Children []int   // places in Nodes, none of a leaf
	Segment  int     // of a leaf, -1 of others
}

// Dendrogram is the top of a hierarchy of clusters that are joined two by two,
// and the height at which it is cut.
type Dendrogram struct {
	Title       Phrase
	HeightTitle Phrase
	Leaves      []DendrogramLeaf // in an order in which no two branches cross
	Merges      []DendrogramMerge
	Of          []int32 // per customer: the leaf, -1 of those who are not in the tree
	Height      float64 // of the cut
	Clusters    int     // that it leaves
	Cut         int     // the entry of Segmentation.Cuts that it is, -1 for none
}

// DendrogramLeaf is a cluster that a [Dendrogram] does not divide.
type DendrogramLeaf struct {
	N       int // customers
	Segment int // of all of them, -1 when they are of several
}

// DendrogramMerge joins two clusters of a [Dendrogram], which are the places of
// leaves or, from their number on, of merges. Merges have ascending heights.
type DendrogramMerge struct {
	A, B   int
	Height float64
}

// Listing is a table of words and numbers about what the customers do, such as
// the rules of what is bought together: more rows than bars could show.
type Listing struct {
	Title   Phrase
	Columns []ListingColumn // of one length each, words before numbers
	N       int             // what the rows were found in, 0 when not told
	Of      Phrase          // what N counts, as in "baskets"
	Behind  [][]int32       // by row: the customers behind it, ascending; nil when not of customers
}

// ListingColumn is one column of a [Listing]: words, or numbers with NaN for
// none.
type ListingColumn struct {
	Title  Phrase
	Unit   Unit
	Words  []Phrase
	Values []float64
}

// Len returns the number of rows.
func (c *Listing) Len() int {
	if len(c.Columns) == 0 {
		return 0
	}
	return max(len(c.Columns[0].Words), len(c.Columns[0].Values))
}

// Heading implements [Chart].
func (c *Histogram) Heading() Phrase  { return c.Title }
func (c *Grid) Heading() Phrase       { return c.Title }
func (c *Curve) Heading() Phrase      { return c.Title }
func (c *Scatter) Heading() Phrase    { return c.Title }
func (c *Series) Heading() Phrase     { return c.Title }
func (c *Tree) Heading() Phrase       { return c.Title }
func (c *Bars) Heading() Phrase       { return c.Title }
func (c *Dendrogram) Heading() Phrase { return c.Title }
func (c *Listing) Heading() Phrase    { return c.Title }
