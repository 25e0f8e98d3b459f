package seg

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/magnitude"
	"custseg/seg/order"
)

// features is number columns of customers made ready for clustering: one row
// of x for each customer in rows.
type features struct {
	infos   []model.MeasureInfo // of the columns
	roles   []model.Role        // of the columns, empty where the measure says it
	coded   []bool              // by column: its numbers stand for words
	raw     [][]float64         // by column, of all customers, as read
	steps   []step              // by column: what was done to its values before they were scaled
	rows    []int32             // the customers in x, by their values
	x       cluster.Matrix
	scaling cluster.Scaling // of x
	why     []int32         // per customer: the reason it is not in x, -1 when it is
	reasons []model.Phrase
	lacking []lack     // by column: the customers without a value, who are left out
	filled  []filledIn // columns whose missing values were put in
	notes   []model.Phrase
}

// featureParams are the parameters of every method that clusters on number
// columns.
func featureParams() []Param {
	return append([]Param{{ID: "columns", Label: model.P("columns"), Kind: ColumnList, Takes: NumberColumns, Default: model.Words(),
		Help: model.P("Number columns or measures to cluster on; none: recency, frequency and monetary where there are orders, else all; without constant columns, row numbers, codes and the target.")}},
		preparingParams()...)
}

// preparingParams say what is done to number columns before distances are taken.
func preparingParams() []Param {
	return []Param{
		{ID: "scale", Label: model.P("scale"), Kind: Choice, Default: model.Word(string(cluster.ZScore)),
			Options: []Option{{string(cluster.ZScore), model.P("Mean 0, standard deviation 1")}, {string(cluster.MinMax), model.P("From 0 to 1")},
				{string(cluster.Unscaled), model.P("As they are")}},
			Help: model.P("How columns of different units are made comparable.")},
		{ID: "log", Label: model.P("log"), Kind: Choice, Default: model.Word("money"),
			Options: []Option{{"money", model.P("Monetary and average order if skewed (skewness above 2), no other column")},
				{"skewed", model.P("Every column with a skewness above 2")}, {"all", model.P("Every column")}, {"off", model.P("No column")}},
			Help: model.P("Which columns enter as log(1 + value), so that a few large ones do not decide.")},
		{ID: "winsorize", Label: model.P("winsorize"), Kind: PercentShare, Default: model.Num(0), Min: 0, Max: 0.2, Step: 0.01, Unit: model.Percent,
			Help: model.P("Share at each end drawn in to its quantile; 0 is off.")},
		missingParam(),
	}
}

func missingParam() Param {
	return Param{ID: "missing", Label: model.P("missing"), Kind: Choice, Default: model.Word("drop"),
		Options: []Option{{"drop", model.P("Leave the customer unclassified")}, {"median", model.P("Put the column's median in")}},
		Help:    model.P("What becomes of customers who lack a value.")}
}

// readFeatures prepares the columns that the parameters ask for.
func readFeatures(in Input) (*features, error) {
	f := &features{}
	names := in.Params.Words("columns")
	if len(names) == 0 {
		names, f.notes = defaultColumns(in.Customers)
	}
	if len(names) == 0 {
		return nil, noColumn("there is no number column to cluster on", f.notes)
	}
	columns, err := f.read(in, names)
	if err != nil {
		return nil, err
	}
	f.noteFilled()
	f.selectRows(columns)
	if len(f.rows) == 0 {
		return nil, fmt.Errorf("no customer has a value of all of %s: set missing=median or choose other columns", strings.Join(f.names(), ", "))
	}
	f.scale(columns, in.Params)
	return f, nil
}

// roleOf is the role of a column about customers, empty where it has none.
func (in Input) roleOf(column string) model.Role { return in.attribute(column).Role }

// attribute is a column about customers, zero where none is called so.
func (in Input) attribute(column string) model.Attribute {
	for _, a := range in.Customers.Attributes() {
		if a.Name() == column {
			return a
		}
	}
	return model.Attribute{}
}

// read reads number columns and prepares them, but for their scale.
func (f *features) read(in Input, names []string) (columns [][]float64, err error) {
	for _, name := range names {
		column, err := in.numbers("columns", name)
		if err != nil {
			return nil, err
		}
		info := in.describe(column.Name())
		if slices.Contains(f.names(), string(info.ID)) {
			return nil, paramErrorf("columns", "%q is named twice", info.ID)
		}
		if !slices.ContainsFunc(column.Values(), func(v float64) bool { return finite(v) }) {
			return nil, fmt.Errorf("no customer has a value of %s: choose other columns with --set columns=A,B", info.ID)
		}
		f.infos, f.raw = append(f.infos, info), append(f.raw, column.Values())
		about := in.attribute(column.Name())
		f.roles, f.coded = append(f.roles, about.Role), append(f.coded, nominal(about))
		f.reasons, f.lacking = append(f.reasons, model.P("%s is missing or not finite", info.Label)), append(f.lacking, lack{label: info.Label})
		prepared := f.prepare(column.Values(), info, in.Params)
		if err := reckonable(string(info.ID), prepared, in.Params); err != nil {
			return nil, err
		}
		columns = append(columns, prepared)
	}
	return columns, nil
}

// reckonable returns an error for a column whose differences are no numbers, or
// whose squares are none or vanish where columns are not scaled.
func reckonable(name string, values []float64, p Params) error {
	unit := magnitude.Unit(values)
	switch {
	case unit > math.MaxFloat64/8:
		return paramErrorf("columns", "%s has numbers of about %.1g, too large for differences between them: leave it out", name, unit)
	case unit != 1 && p.Word("scale") == string(cluster.Unscaled):
		return paramErrorf("scale", "%s has numbers of about %.1g, whose squares are out of reach: set scale=zscore", name, unit)
	}
	return nil
}

// scale lays the columns of the rows selected side by side in x, on the scale
// that the parameters ask for.
func (f *features) scale(columns [][]float64, p Params) {
	picked := make([][]float64, len(columns))
	for j, c := range columns {
		picked[j] = make([]float64, len(f.rows))
		for i, r := range f.rows {
			picked[j][i] = c[r]
		}
		if !differ(picked[j]) {
			f.notes = append(f.notes, model.P("%s is the same for all who are clustered: it says nothing", f.infos[j].Label))
		}
	}
	f.x, f.scaling = cluster.Standardize(cluster.FromColumns(picked...), cluster.Scale(p.Word("scale")))
}

// names are the columns' names.
func (f *features) names() []string {
	out := make([]string, len(f.infos))
	for j, info := range f.infos {
		out[j] = string(info.ID)
	}
	return out
}

// prepare puts the median in for missing values, draws in the ends and takes
// logs, as the parameters say, and remembers how.
func (f *features) prepare(values []float64, info model.MeasureInfo, p Params) []float64 {
	how := keeping(missing)
	if p.Word("missing") == "median" {
		how = keeping(f.median(values, info.Label))
	}
	out := how.applied(values)
	logged := takesLog(p.Word("log"), info.Unit, out) // by its values before they are drawn in
	if w := p.Float("winsorize"); w > 0 {
		how.low, how.high = cluster.WinsorLimits(out, w, 1-w)
		out = how.applied(values)
	}
	if logged {
		if slices.ContainsFunc(out, func(v float64) bool { return v < 0 }) {
			f.notes = append(f.notes, model.P("%s enters as log(1 + value), of values below 0 as -log(1 - value)", info.Label))
		} else {
			f.notes = append(f.notes, model.P("%s enters as log(1 + value)", info.Label))
		}
		how.log = true
		out = how.applied(values)
	}
	f.steps = append(f.steps, how)
	return out
}

// median is what missing values take; it remembers how many there are.
func (f *features) median(values []float64, label model.Phrase) float64 {
	middle, lacking := median(values), 0
	for _, v := range values {
		if !finite(v) {
			lacking++
		}
	}
	if lacking > 0 {
		f.filled = append(f.filled, filledIn{lack{label, lacking}, model.P("%s: %d missing values took the median %s", label, lacking, figure(middle))})
	}
	return middle
}

// takesLog reports whether a column enters as its logarithm. By default only
// measures in money do, when they are skewed: money spreads by factors, while
// days, counts and the analyst's own columns keep the distances they were
// read with until the analyst says otherwise.
func takesLog(which string, unit model.Unit, values []float64) bool {
	const skewed = 2 // the skewness from which a column counts as skewed
	switch which {
	case "all":
		return true
	case "skewed":
		return skewness(values) > skewed
	case "money":
		return unit == model.Money && skewness(values) > skewed
	}
	return false
}

// skewness is the third standardized moment of the finite values, NaN when
// they are all equal.
func skewness(values []float64) float64 {
	n, mean, sd := moments(values)
	sum := 0.0
	for _, v := range values {
		if finite(v) {
			d := (v - mean) / sd
			sum += d * d * d
		}
	}
	return sum / float64(n)
}

// selectRows finds the customers who have values in all columns. They go by these,
// so that the order of the customers does not matter to what is made of them.
func (f *features) selectRows(columns [][]float64) {
	f.why = make([]int32, len(columns[0]))
	for j, c := range columns {
		for _, v := range c {
			if !finite(v) {
				f.lacking[j].customers++
			}
		}
	}
	for i := range f.why {
		f.why[i] = int32(slices.IndexFunc(columns, func(c []float64) bool { return !finite(c[i]) }))
		if f.why[i] < 0 {
			f.rows = append(f.rows, int32(i))
		}
	}
	order.Rows(f.rows, f.byName(columns)...)
}

// byName are columns in the order of their names, those without one last, so that
// the order of the columns does not matter either.
func (f *features) byName(columns [][]float64) [][]float64 {
	names := f.names()
	at := make([]int, len(names))
	for j := range at {
		at[j] = j
	}
	slices.SortFunc(at, func(a, b int) int { return strings.Compare(names[a], names[b]) })
	out := make([][]float64, 0, len(columns))
	for _, j := range at {
		out = append(out, columns[j])
	}
	return append(out, columns[len(names):]...)
}

// onAll lays values of the rows in x out over all customers, missing
// elsewhere.
func (f *features) onAll(values []float64) []float64 {
	out := make([]float64, len(f.why))
	for i := range out {
		out[i] = missing
	}
	for i, r := range f.rows {
		out[r] = values[i]
	}
	return out
}

// asRead returns a column as it was read, for the rows in x.
func (f *features) asRead(column int) []float64 {
	out := make([]float64, len(f.rows))
	for i, r := range f.rows {
		out[i] = f.raw[column][r]
	}
	return out
}
