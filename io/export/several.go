package export

import (
	"context"
	"fmt"
	"io"
	"slices"

	"custseg/model"
	"custseg/model/parallel"
)

// Several is the same customers in the segments of two methods or more.
type Several struct {
	Documents []Document // each of one method; the recipe is that of the first
	Names     []model.Phrase
	Against   []Comparison // the first method with each of the others
}

// severalView is what several methods came to, as its readers may see it. All
// share one mask.
type severalView struct {
	views   []*view
	names   []string // of the methods
	ids     []string // of the methods, told apart
	against []*pairView
	cross   []Comparison
}

func (s Several) view(o Options) (*severalView, error) {
	if len(s.Documents) < 2 || len(s.Names) != len(s.Documents) || len(s.Against) != len(s.Documents)-1 {
		return nil, fmt.Errorf("%d results with %d names and %d comparisons", len(s.Documents), len(s.Names), len(s.Against))
	}
	mask, err := newMasker(s.Documents[0], o)
	if err != nil {
		return nil, err
	}
	out := &severalView{cross: s.Against}
	for i, d := range s.Documents {
		if d.Customers != s.Documents[0].Customers {
			return nil, fmt.Errorf("the results are not of the same customers")
		}
		v, err := newMaskedView(d, mask)
		if err != nil {
			return nil, err
		}
		out.views, out.names, out.ids = append(out.views, v), append(out.names, v.text(s.Names[i])), append(out.ids, v.method.ID)
	}
	out.ids = distinct(out.ids)
	for i, c := range s.Against {
		p := &pairView{Pairing: c.Pairing, first: out.views[0], second: out.views[i+1]}
		p.ids = p.allIDs(mask)
		p.rows = mask.order(func() model.Column { return p.ids })
		out.against = append(out.against, p)
	}
	return out, nil
}

// WriteSeveral writes what several methods came to, in the format of the path's
// ending: a workbook with the sheets of each, CSV with a row per customer, JSON,
// or a report in Markdown. Otherwise it is as [Write].
func WriteSeveral(ctx context.Context, path string, s Several, o Options, report func(done float64)) error {
	format, err := formatOf(path, ".md")
	if err != nil {
		return err
	}
	v, err := parallel.Stoppable(ctx, func() (*severalView, error) { return s.view(o) })
	if err != nil {
		return failed(path, err)
	}
	if report == nil {
		report = func(float64) {}
	}
	return replaceFile(ctx, path, o.Force, inputs(s.Documents[0].Dataset), func(w io.Writer) error {
		switch format {
		case ".csv":
			first := v.views[0]
			if err := writeMark(w, o); err != nil {
				return err
			}
			return writeColumns(w, v.columns(), first.source.Len(), func(row int) int { return int(first.customer(row)) }, report)
		case ".json":
			return v.writeJSON(ctx, w)
		case ".md":
			return v.writeMarkdown(ctx, w)
		}
		return v.writeBook(ctx, w, o, report)
	})
}

// SeveralJSON writes what several methods came to as one JSON object. Of the
// options it reads Privacy and Salt.
func SeveralJSON(w io.Writer, s Several, o Options) error {
	v, err := s.view(o)
	if err != nil {
		return err
	}
	return v.writeJSON(context.Background(), w)
}

// columns lists the columns of a file of customers: id, the segment by each
// method, the scores and reasons of each, then the measures and attributes.
func (v *severalView) columns() []column {
	var out, scores, about []column
	for i, one := range v.views {
		suffix := "_" + v.ids[i]
		for _, c := range one.columns() {
			switch {
			case c.role == segmentColumn:
				c.header = segmentHeader + suffix
				if i > 0 {
					c.role = attributeColumn // the colours of segments are those of the first method
				}
				out = append(out, c)
			case c.role == scoreColumn || c.role == whyColumn:
				c.header += suffix
				scores = append(scores, c)
			case i == 0 && c.role == idColumn:
				out = append(out, c)
			case i == 0:
				about = append(about, c)
			}
		}
	}
	out = slices.Concat(out, scores, about)
	headers := make([]string, len(out))
	for i, c := range out {
		headers[i] = c.header
	}
	for i, h := range distinct(headers) {
		out[i].header = h
	}
	return out
}

// severalJSON is what run --json prints of several methods.
type severalJSON struct {
	Recipe    model.Recipe   `json:"recipe"`
	Replay    *replayJSON    `json:"since_saved,omitempty"`
	AsOf      *string        `json:"as_of"`
	Customers int            `json:"customers"`
	Results   []documentJSON `json:"results"`    // one a method, the first method first
	Agreement []againstJSON  `json:"agreements"` // of the first with each other
	Privacy   []privacyJSON  `json:"privacy,omitempty"`
}

type againstJSON struct {
	Method   string         `json:"method"`
	Label    string         `json:"label"`
	Measures agreementJSON  `json:"measures"`
	Words    string         `json:"agreement"`
	Cells    []comparedJSON `json:"cells"` // a is the segment by the first method, b by this one
}

func (v *severalView) writeJSON(ctx context.Context, w io.Writer) error {
	first := v.views[0]
	out := severalJSON{Recipe: first.savedRecipe(), Replay: first.replayJSON(), AsOf: asOfJSON(first.source), Customers: first.source.Len()}
	var err error
	if out.Privacy, err = first.privacyJSON(); err != nil {
		return err
	}
	for i, one := range v.views {
		d, err := one.documentJSON(ctx)
		if err != nil {
			return err
		}
		d.Recipe, d.Replay = one.recipe.Only(one.recipe.First()), nil // the whole stands above
		out.Results = append(out.Results, d)
		if i == 0 {
			continue
		}
		p := v.against[i-1]
		a := againstJSON{Method: one.method.ID, Label: v.names[i], Measures: p.Agreement.json(), Words: first.text(p.Agreement.Words), Cells: []comparedJSON{}}
		rows, cols := p.axes(model.Phrase{}, model.Phrase{})
		for _, r := range rows.at {
			for _, c := range cols.at {
				a.Cells = append(a.Cells, p.comparedJSON(p.Cells[r][c:c+1])...)
			}
		}
		out.Agreement = append(out.Agreement, a)
	}
	return writeIndented(w, out)
}
