package export

import (
	"custseg/model"
)

// frame is where on a sheet a chart is put.
type frame struct {
	row, left     int // its corner's cell: row from 1, column from 0
	offset        int // from the left edge of that cell, pixels
	width, height int // pixels
}

// ownChart is what the Summary has of the method's own charts: the first one that
// is drawn natively, beside the sizes of segments.
type ownChart struct {
	sheet *sheet // the Summary, nil where it shows none
	at    frame
	draw  func(on *sheet, at frame) // nil until there is one
}

// keepOwn keeps how to draw a chart of the method for its Summary, if it is the
// first.
func (b *book) keepOwn(draw func(on *sheet, at frame)) {
	if b.own.sheet != nil && b.own.draw == nil {
		b.own.draw = draw
	}
}

// drawOwn draws the method's own chart on the Summary, once its numbers are
// written.
func (b *book) drawOwn() error {
	if b.own.draw == nil {
		return nil
	}
	b.own.draw(b.own.sheet, b.own.at)
	return b.own.sheet.err
}

// ownGrid is the grid that suits the method best, if it is small enough for the
// Summary, whose columns from the third on take its columns.
func ownGrid(plots []model.Chart, columns int) *model.Grid {
	const mostRows = 12
	if len(plots) == 0 {
		return nil
	}
	if g, ok := plots[0].(*model.Grid); ok && len(g.Rows) <= mostRows && len(g.Cols) <= columns {
		return g
	}
	return nil
}

// drawable reports whether the workbook draws one of the charts natively.
func drawable(plots []model.Chart) bool {
	for _, c := range plots {
		switch c.(type) {
		case *model.Bars, *model.Series, *model.Scatter, *model.Curve, *model.Histogram:
			return true
		}
	}
	return false
}
