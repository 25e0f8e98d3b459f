package export

import (
	"context"
	"io"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// pairView is a pairing as its readers may see it. Both sides share one mask, so
// that a customer has the same hash on either.
type pairView struct {
	Pairing
	first, second *view
	sides         [2]string    // headers of the columns of the segments
	ids           model.Column // of the customers that either side has
	rows          []int32      // the customer of each row; nil for their own order
}

// view prepares the pairing for its readers.
func (p Pairing) view(o Options) (*pairView, error) {
	mask, err := newMasker(p.First, o)
	if err != nil {
		return nil, err
	}
	first, err := newMaskedView(p.First, mask)
	if err != nil {
		return nil, err
	}
	second, err := newMaskedView(p.Second, mask)
	if err != nil {
		return nil, err
	}
	v := &pairView{Pairing: p, first: first, second: second}
	v.ids = v.allIDs(mask)
	v.rows = mask.order(func() model.Column { return v.ids })
	return v, nil
}

// allIDs are the ids of the customers that either side has, hashed under a mask.
func (v *pairView) allIDs(mask *masker) model.Column {
	codes, words := make([]int32, len(v.FirstAt)), make([]string, len(v.FirstAt))
	for i, at := range v.FirstAt {
		codes[i] = int32(i)
		switch {
		case at >= 0:
			words[i] = v.first.source.ID(int(at))
		default:
			words[i] = v.second.source.ID(int(v.SecondAt[i]))
		}
		words[i] = mask.id(words[i])
	}
	return model.NewTexts(string(model.CustomerID), codes, words)
}

// customer returns the customer of a row, counted from 0.
func (v *pairView) customer(row int) int {
	if v.rows == nil {
		return row
	}
	return int(v.rows[row])
}

// segmentColumns are the id and the segments on both sides, under headers.
func (v *pairView) segmentColumns(first, second string) []column {
	v.sides = [2]string{first, second}
	of := func(name string, s *view, at []int32) column {
		return column{Column: placed(model.NewTexts(name, s.result.Of, s.names), at), header: name, role: attributeColumn}
	}
	out := []column{of(first, v.first, v.FirstAt), of(second, v.second, v.SecondAt)}
	if m := v.first.mask; m != nil && m.ids == model.DropColumn {
		return out
	}
	return append([]column{{Column: v.ids, header: v.ids.Name(), role: idColumn}}, out...)
}

// remarks lists what a reader should know of the pairing.
func (v *pairView) remarks() []string {
	out := []string{}
	if v.first.data.Partial {
		out = append(out, v.first.text(model.P("Reading was stopped before the end of the data: the rest is not in these results")))
	}
	for _, p := range v.Notes {
		out = append(out, v.first.note(p))
	}
	return out
}

// notes lists what a reader should know of the pairing, then of the data.
func (v *pairView) notes() []string { return append(v.remarks(), v.first.warnings()...) }

// axis is the segments along one side of a table that are shown: those with
// customers and those that could have any, and last the place of customers whom
// the side does not have, when there are such.
type axis struct {
	at    []int
	names []string
}

// axis chooses what to show of a side whose segments have so many customers, the
// last of them those whom it does not have.
func (s *view) axis(totals []int, absent model.Phrase) axis {
	var out axis
	for i, n := range totals {
		switch {
		case i == len(s.names) && n > 0:
			out.at, out.names = append(out.at, i), append(out.names, s.text(absent))
		case i < len(s.names) && (n > 0 || !s.result.Segments[i].Unclassified):
			out.at, out.names = append(out.at, i), append(out.names, s.names[i])
		}
	}
	return out
}

// totals counts the customers of the rows and of the columns.
func (p Pairing) totals() (rows, cols []int) {
	rows, cols = make([]int, len(p.Cells)), make([]int, len(p.Cells[0]))
	for i, row := range p.Cells {
		for j, c := range row {
			rows[i] += c.Customers
			cols[j] += c.Customers
		}
	}
	return rows, cols
}

// axes are the segments shown down the rows and along the columns; newcomers
// are customers whom the first side does not have, gone those whom the second
// has no more.
func (v *pairView) axes(newcomers, gone model.Phrase) (rows, cols axis) {
	byRow, byCol := v.totals()
	return v.first.axis(byRow, newcomers), v.second.axis(byCol, gone)
}

// pairForms are a pairing in its three formats.
type pairForms struct {
	columns []column
	json    func(w io.Writer) error
	book    func(b *pairBook) error
}

// write writes the pairing to a file in the format of its ending.
func (v *pairView) write(ctx context.Context, path string, o Options, f pairForms, report func(float64)) error {
	format, err := formatOf(path)
	if err != nil {
		return err
	}
	if report == nil {
		report = func(float64) {}
	}
	return replaceFile(ctx, path, o.Force, inputs(v.First.Dataset), func(w io.Writer) error {
		switch format {
		case ".csv":
			if err := writeMark(w, o); err != nil {
				return err
			}
			return writeColumns(w, f.columns, len(v.FirstAt), v.customer, report)
		case ".json":
			return f.json(w)
		}
		return v.writeBook(ctx, w, f, o, min(excelize.TotalRows, mostCells/len(f.columns)), report)
	})
}
