package export

import (
	"context"
	"fmt"
	"io"
	"math"

	"custseg/model"
	"custseg/model/narrow"
)

// Pairing is two segmentations of the same data, and where each customer is in
// both.
type Pairing struct {
	First, Second         Document
	FirstName, SecondName model.Phrase
	// FirstAt and SecondAt hold, for each customer that either has, the place
	// among its customers, -1 for one it does not have.
	FirstAt, SecondAt []int32
	// Cells are the customers by the segments of the first down the rows and of
	// the second along the columns; the last row and the last column are those
	// whom that side does not have.
	Cells     [][]Cell
	Agreement Agreement
	Notes     []model.Phrase
}

// Cell is the customers of one segment of the first and one of the second.
type Cell struct {
	Row, Col           int
	Customers          int
	RowShare, ColShare float64 // of the customers of the row and of the column, NaN of none
	// Expected, Residual and Overlap say how the cell would be by chance, how far
	// it is from that in standard deviations (Haberman 1973), and the customers as
	// a share of those of either segment (Jaccard 1912). They are of the customers
	// that both sides have, NaN where there is no such number.
	Expected, Residual, Overlap float64
	// FirstValue and SecondValue are their money on either side, NaN without any.
	FirstValue, SecondValue float64
}

// Change is how much more money the customers of a cell have on the second side
// than on the first. One whom a side does not have has none there.
func (c Cell) Change() float64 { return difference(c.SecondValue, c.FirstValue) }

// Agreement says how far two segmentations are the same split.
type Agreement struct {
	Rand        float64 // adjusted Rand index
	Information float64 // normalised mutual information
	V           float64 // Cramér's V, NaN when a side has one segment
	Words       model.Phrase
	Steps       []AgreementStep // behind Words, from the highest
}

// AgreementStep is the words for a Rand index above a number.
type AgreementStep struct {
	Over  float64
	Words model.Phrase
}

// Comparison is everything a file of two methods' segments needs.
type Comparison struct {
	Pairing
	Closest  []Cell // those that overlap most, the closest first
	Unlikely []Cell // those farthest from independence, the farthest first
	// Significant is the least residual of those.
	Significant float64
}

// WriteComparison writes a comparison to a file in the format of its ending:
// .xlsx, .csv or .json. Otherwise it is as [Write]; of the options it reads all
// but SegmentSheets.
func WriteComparison(ctx context.Context, path string, c Comparison, o Options, report func(done float64)) error {
	v, err := c.view(o)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return v.write(ctx, path, o, pairForms{
		columns: v.comparedColumns(),
		json:    func(w io.Writer) error { return writeIndented(w, v.comparisonJSON(c)) },
		book:    func(b *pairBook) error { return b.comparison(c) },
	}, report)
}

// ComparisonJSON writes a comparison as one JSON object. Of the options it reads
// Privacy and Salt.
func ComparisonJSON(w io.Writer, c Comparison, o Options) error {
	v, err := c.view(o)
	if err != nil {
		return err
	}
	return writeIndented(w, v.comparisonJSON(c))
}

// comparedColumns lists the columns of a file of compared customers: id, both
// segments, their money and the other measures that either method read.
func (v *pairView) comparedColumns() []column {
	out := v.segmentColumns("segment_a", "segment_b")
	used := func(f model.Feature) bool {
		for _, s := range []*view{v.first, v.second} {
			for _, name := range s.result.Used {
				if name == string(f.Measure) {
					return true
				}
			}
		}
		return f.Measure == model.Monetary
	}
	for _, f := range v.first.source.Features() {
		if used(f) && !v.first.mask.hidesMeasure(v.first.source, f) {
			out = append(out, column{Column: placed(f.Column, v.FirstAt), header: header(f.Name()), role: measureColumn, unit: f.Unit})
		}
	}
	return out
}

// placed returns the values of a column at places of it, missing where there is
// none.
func placed(c model.Column, at []int32) model.Column {
	switch c := c.(type) {
	case *model.Numbers:
		out := make([]float64, len(at))
		for i, k := range at {
			out[i] = math.NaN()
			if k >= 0 {
				out[i] = c.At(int(k))
			}
		}
		return model.NewNumbers(c.Name(), out)
	case *model.Dates:
		out := make([]int64, len(at))
		for i, k := range at {
			out[i] = model.NoDate
			if k >= 0 {
				out[i] = c.At(int(k))
			}
		}
		return model.NewDates(c.Name(), out)
	}
	texts := c.(*model.Texts)
	out := make([]int32, len(at))
	for i, k := range at {
		out[i] = -1
		if k >= 0 {
			out[i] = texts.Code(int(k))
		}
	}
	return model.NewWordTexts(texts.Name(), narrow.Of(out), texts.Dict)
}
