package pipeline

import (
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/model/wording"
	"custseg/seg/drift"
)

// deciles is into how many parts a snapshot cuts a measure.
const deciles = 10

// Saved returns the recipe of a result, and of further results of its methods,
// with the snapshot of what it met and made.
func (r *Result) Saved(also ...*Result) model.Recipe {
	out := r.Recipe
	out.Snapshot = r.Snapshot(also...)
	return out
}

// Snapshot counts what the result, and further results of the same customers,
// were made of and came to. It takes the time of sorting the measures they read.
func (r *Result) Snapshot(also ...*Result) *model.Snapshot {
	c := r.Customers
	s := &model.Snapshot{AsOf: c.AsOf, Rows: c.Quality().RowsRead, Customers: c.Len(), Columns: columnsOf(r.Dataset, r.Roles)}
	var names []string
	for _, one := range append([]*Result{r}, also...) {
		for _, name := range one.read() {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		s.Results = append(s.Results, one.sizes())
	}
	s.Measures = measuresOf(c, names)
	return s
}

// measuresOf counts the measures that are numbers, each beside the others.
func measuresOf(c *model.Customers, names []string) []model.SnapshotMeasure {
	var out []model.SnapshotMeasure
	var values [][]float64
	for _, name := range names {
		if numbers := numbersOf(c, name); numbers != nil {
			out, values = append(out, model.SnapshotMeasure{Measure: name}), append(values, numbers)
		}
	}
	var each parallel.Group
	for i := range out {
		each.Go(func() {
			b := drift.Quantiles(values[i], deciles)
			out[i].Cuts, out[i].Counts, out[i].Missing = b.Cuts, b.Counts, b.Missing
		})
	}
	each.Wait()
	return out
}

// numbersOf returns a measure, or a column about customers that does not name
// persons; nil for what is not numbers.
func numbersOf(c *model.Customers, name string) []float64 {
	if slices.ContainsFunc(c.Attributes(), func(a model.Attribute) bool { return a.Personal && a.Name() == name }) {
		return nil
	}
	column, ok := c.Lookup(name)
	if !ok {
		return nil
	}
	if n, ok := column.(*model.Numbers); ok {
		return n.Values()
	}
	return nil
}

// columnsOf says how the columns of each table were read, and what they mean.
func columnsOf(d *model.Dataset, roles model.RoleMap) map[string]map[string]model.SnapshotColumn {
	out := map[string]map[string]model.SnapshotColumn{}
	for t, table := range d.Tables {
		columns := out[table.Name]
		if columns == nil {
			columns = map[string]model.SnapshotColumn{}
			out[table.Name] = columns
		}
		for i, c := range table.Columns() {
			bound, _ := roles.Of(t, i)
			columns[c.Name()] = model.SnapshotColumn{Kind: c.Kind().String(), Role: bound.Role}
		}
	}
	return out
}

// sizes are the result's segments and how many customers they have, in English,
// as the rest of a recipe is.
func (r *Result) sizes() model.SnapshotResult {
	out := model.SnapshotResult{Method: r.Method.ID}
	for i, n := range r.Segmentation.Counts() {
		out.Segments = append(out.Segments, model.SnapshotSegment{Name: r.Segmentation.Segments[i].Name.In(english()), Customers: n})
	}
	return out
}

// english is the printer of what is compared, not shown.
func english() *message.Printer { return wording.English() }
