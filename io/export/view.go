package export

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
)

// view is a document as its readers may see it: in their language, and without
// what a mask hides. Whatever is written is read from here.
type view struct {
	data    *model.Dataset
	source  *model.Customers
	result  *model.Segmentation
	recipe  model.Recipe
	method  Method
	printer *message.Printer
	mask    *masker
	effects []quality.Effect
	inspect func(ctx context.Context) (quality.Report, error)
	compare func(ctx context.Context) (Profile, error)
	made    func() *model.Snapshot
	replay  *Replay

	readsPersons bool // the method read a column that is masked

	summary summary
	names   []string        // of the segments
	columns func() []column // one value per customer each, in the order they are written; made when first asked for
	rows    []int32         // the customer of each row; nil for customers in their own order
}

func newView(d Document, o Options) (*view, error) {
	mask, err := newMasker(d, o)
	if err != nil {
		return nil, err
	}
	return newMaskedView(d, mask)
}

// newMaskedView makes a view under a mask that may be shared, nil for none.
func newMaskedView(d Document, mask *masker) (*view, error) {
	if err := d.Segmentation.Check(d.Customers.Len()); err != nil {
		return nil, err
	}
	v := &view{data: d.Dataset, source: d.Customers, result: d.Segmentation, method: d.Method, printer: d.printer(),
		effects: d.Effects, inspect: d.Quality, compare: d.Profile, made: d.Snapshot, mask: mask}
	if mask != nil {
		v.data = mask.names.dataset(d.Dataset)
	}
	if d.Replay != nil && !d.Replay.Same() { // the same again gives the same file
		v.replay = d.Replay
	}
	v.readsPersons = slices.ContainsFunc(d.Segmentation.Used, v.hidden)
	v.recipe = v.mask.recipe(d.Recipe)
	v.method.ID = cmp.Or(d.Method.ID, d.Segmentation.Method)
	for _, s := range d.Segmentation.Segments {
		v.names = append(v.names, v.text(s.Name))
	}
	ids := sync.OnceValue(func() model.Column { return v.mask.idColumn(d.Customers) })
	v.rows = v.mask.order(ids)
	v.columns = sync.OnceValue(func() []column { return v.allColumns(ids()) })
	shown := *d.Segmentation
	shown.Used = slices.DeleteFunc(slices.Clone(shown.Used), v.hidden)
	v.summary = summarize(d.Customers, &shown)
	return v, nil
}

// text renders a phrase of the segmentation or of the program itself. Numbers in
// it may be values of persons only where the method read a column of such.
func (v *view) text(p model.Phrase) string {
	if v.readsPersons {
		return v.mask.phrase(p, ofAll).In(v.printer)
	}
	return v.mask.phrase(p, ofWords).In(v.printer)
}

// savedRecipe is the recipe with what it met and made. A measure of a column that
// is masked stays out: its deciles are values of persons.
func (v *view) savedRecipe() model.Recipe {
	r := v.recipe
	if v.made == nil {
		return r
	}
	s := v.made()
	s.Measures = slices.DeleteFunc(s.Measures, func(m model.SnapshotMeasure) bool { return v.hidden(m.Measure) })
	for _, result := range s.Results {
		for i, g := range result.Segments {
			result.Segments[i].Name = v.segmentName(g.Name)
		}
	}
	if v.mask != nil {
		s = v.mask.names.snapshot(s)
	}
	r.Snapshot = s
	return r
}

// segmentName is the name of a segment that the recipe made.
func (v *view) segmentName(name string) string {
	if v.mask == nil {
		return name
	}
	if v.readsPersons {
		return v.mask.readable(name, ofAll)
	}
	return v.mask.text(name)
}

// note renders a phrase about rows and customers.
func (v *view) note(p model.Phrase) string {
	if v.readsPersons {
		return v.mask.phrase(p, ofAll).In(v.printer)
	}
	return v.mask.phrase(p, ofNumbers).In(v.printer)
}

// customer returns the customer of a row, counted from 0.
func (v *view) customer(row int) int32 {
	if v.rows == nil {
		return int32(row)
	}
	return v.rows[row]
}

// hidden reports whether the name is an attribute's that is masked.
func (v *view) hidden(name string) bool { return v.mask.hidesNamed(v.source, name) }

// cuts lists the boundaries that decided the segments, without those of masked
// columns: a boundary may be the value of one person.
func (v *view) cuts() []model.Cuts {
	return slices.DeleteFunc(slices.Clone(v.result.Cuts), func(c model.Cuts) bool { return v.hidden(c.Measure) })
}

// notes lists what a reader should know of the rows and of the method.
func (v *view) notes() []string {
	out := []string{}
	if v.data.Partial {
		out = append(out, v.text(model.P("Reading was stopped before the end of the data: the rest is not in these results")))
	}
	for _, p := range v.source.Notes() {
		out = append(out, v.note(p))
	}
	for _, p := range v.result.Remarks() {
		out = append(out, v.note(p))
	}
	return out
}

// warnings lists what loading warned of, with the table and the column.
func (v *view) warnings() []string {
	var out []string
	for _, f := range v.data.Findings {
		if f.Level == model.Warning {
			where := ""
			if table, _ := v.tableName(f.Table); table != "" {
				where = table + ": "
				if f.Column >= 0 {
					where = table + ", " + v.data.Tables[f.Table].Column(f.Column).Name() + ": "
				}
			}
			out = append(out, where+v.mask.finding(f).In(v.printer))
		}
	}
	return out
}

// advice lists what each team may do about a segment, a team a line.
func (v *view) advice(a model.Advice) []string {
	var out []string
	for _, team := range []struct {
		key  string
		line model.Phrase
	}{
		{"Marketing: %s", a.Marketing}, {"Product: %s", a.Product}, {"Service: %s", a.Service}, {"Risk: %s", a.Risk},
	} {
		if !team.line.Empty() {
			out = append(out, v.text(model.P(team.key, team.line)))
		}
	}
	return out
}

// unclassified returns the number of customers the method could not place.
func (v *view) unclassified() int {
	n := 0
	for _, s := range v.summary.segments {
		if s.Unclassified {
			n += s.Customers
		}
	}
	return n
}

// reasons counts the customers that are unclassified by reason.
func (v *view) reasons() []int {
	n := make([]int, len(v.result.Reasons))
	for _, r := range v.result.Why {
		if r >= 0 {
			n[r]++
		}
	}
	return n
}
