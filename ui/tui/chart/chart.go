// Package chart draws the charts of the terminal UI. A widget is prepared once
// from its data and then drawn as often as needed: View returns exactly h lines
// of exactly w cells, from 24×5 up to the whole screen, and draws less when
// there is less room. Table gives the same figures as words.
//
// Colour is never the only sign: segments carry their tag, cuts and cursors
// their own glyph. Every number is written the same in every locale.
package chart

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/theme"
)

// Cursor is the place of a chart that keys act on. A negative number is
// nowhere.
type Cursor struct {
	X   int // a bin, column, step of a curve or setting, from the left
	Y   int // a row, from the top
	Cut int // a cut of a histogram, a mark of a curve, or a line of a scatter, those across the x axis first
}

// Nowhere is the cursor of a chart without one.
func Nowhere() Cursor { return Cursor{-1, -1, -1} }

// Split is the segmentation a chart is coloured by.
type Split struct {
	Names []string // of the segments
	Of    []int32  // the segment of each customer, -1 for none
}

// Chart is a prepared chart.
type Chart interface {
	// View draws the chart as h lines of w cells.
	View(t *theme.Theme, w, h int, at Cursor) []string
	// Table writes the chart's figures.
	Table() Table
	// Move returns the cursor moved by dx to the right and dy downwards, kept on
	// the chart. From nowhere it enters the chart.
	Move(at Cursor, dx, dy, w, h int) Cursor
	// Members returns the customers at the cursor of a view of w by h, ascending,
	// nil when it is nowhere or stands for no customers.
	Members(at Cursor, w, h int) []int32
}

// Tall is a chart that knows how many lines it needs to show all it has.
type Tall interface{ Lines() int }

// New prepares the chart of a segmentation, nil when there is no widget for
// charts of its kind.
func New(pr *message.Printer, c model.Chart, of Split) Chart {
	switch c := c.(type) {
	case *model.Histogram:
		return NewHistogram(pr, c, of)
	case *model.Grid:
		return NewGrid(pr, c).Split(of)
	case *model.Curve:
		return NewCurve(pr, c, of)
	case *model.Scatter:
		return NewScatter(pr, c, of)
	case *model.Series:
		return NewSeries(pr, c)
	case *model.Bars:
		return NewAmounts(pr, c, of)
	case *model.Tree:
		return NewTree(pr, c, of)
	case *model.Dendrogram:
		return NewDendrogram(pr, c, of)
	case *model.Listing:
		return NewListing(pr, c)
	}
	return nil
}

// step moves a place by d within 0..n-1, and from nowhere to the first place.
func step(at, d, n int) int {
	switch {
	case n == 0 || d == 0 && at < 0:
		return -1
	case at < 0:
		return 0
	}
	return min(max(at+d, 0), n-1)
}
