package seg

import (
	"fmt"
	"math"
	"strings"

	"custseg/model"
	"custseg/seg/cluster"
)

// features is number columns of customers made ready for clustering: one row
// of x for each customer in rows.
type features struct {
	names   []string
	labels  []model.Phrase
	units   []model.Unit
	raw     [][]float64 // by column, of all customers, as read
	rows    []int32     // the customers in x
	x       cluster.Matrix
	why     []int32 // per customer: the reason it is not in x, -1 when it is
	reasons []model.Phrase
	notes   []model.Phrase
}

// featureParams are the parameters of every method that clusters on number
// columns.
func featureParams() []Param {
	return []Param{
		{ID: "columns", Label: model.P("columns"), Kind: ColumnList, Default: model.Words(),
			Help: model.P("Number columns or measures to cluster on; none: recency, frequency and monetary where there are orders, else all.")},
		{ID: "scale", Label: model.P("scale"), Kind: Choice, Default: model.Word(string(cluster.ZScore)),
			Options: []Option{{string(cluster.ZScore), model.P("Mean 0, standard deviation 1")}, {string(cluster.MinMax), model.P("From 0 to 1")},
				{string(cluster.Unscaled), model.P("As they are")}},
			Help: model.P("How columns of different units are made comparable.")},
		{ID: "log", Label: model.P("log"), Kind: Choice, Default: model.Word("money"),
			Options: []Option{{"money", model.P("Money measures that are skewed")}, {"skewed", model.P("All skewed columns")},
				{"all", model.P("All columns")}, {"off", model.P("None")}},
			Help: model.P("Which columns enter as log(1 + value), so that a few large ones do not decide.")},
		{ID: "winsorize", Label: model.P("winsorize"), Kind: PercentShare, Default: model.Num(0), Min: 0, Max: 0.2, Step: 0.01, Unit: model.Percent,
			Help: model.P("Share at each end drawn in to its quantile; 0 is off.")},
		{ID: "missing", Label: model.P("missing"), Kind: Choice, Default: model.Word("drop"),
			Options: []Option{{"drop", model.P("Leave the customer unclassified")}, {"median", model.P("Put the column's median in")}},
			Help:    model.P("What becomes of customers who lack a value.")},
	}
}

// skewed is the skewness from which a column counts as skewed.
const skewed = 2

// readFeatures prepares the columns that the parameters ask for.
func readFeatures(in Input) (*features, error) {
	f := &features{reasons: []model.Phrase{model.P("a value is missing or not finite in the columns clustered on")}}
	names := in.Params.Words("columns")
	if len(names) == 0 {
		names = defaultColumns(in.Customers)
	}
	var columns [][]float64
	seen := map[string]bool{}
	for _, name := range names {
		values, err := in.numbers("columns", name)
		if err != nil {
			return nil, err
		}
		if seen[name] {
			return nil, paramErrorf("columns", "%q is named twice", name)
		}
		seen[name] = true
		info := f.describe(in.Customers, name)
		f.raw = append(f.raw, values)
		columns = append(columns, f.prepare(values, info, in.Params))
	}
	if len(columns) == 0 {
		return nil, fmt.Errorf("no number column to cluster on: name some with --set columns=A,B")
	}
	f.selectRows(columns)
	if len(f.rows) == 0 {
		return nil, fmt.Errorf("no customer has a value in all of %s; set missing=median or choose other columns", strings.Join(names, ", "))
	}
	picked := make([][]float64, len(columns))
	for j, c := range columns {
		picked[j] = make([]float64, len(f.rows))
		for i, r := range f.rows {
			picked[j][i] = c[r]
		}
	}
	f.x, _ = cluster.Standardize(cluster.FromColumns(picked...), cluster.Scale(in.Params.Word("scale")))
	return f, nil
}

// defaultColumns are recency, frequency and monetary when they are there, else
// every number column that is not an id or a place.
func defaultColumns(c *model.Customers) []string {
	var rfm []string
	for _, m := range []model.Measure{model.Recency, model.Frequency, model.Monetary} {
		if f, ok := c.Feature(m); ok && f.Values() != nil {
			rfm = append(rfm, string(m))
		}
	}
	if len(rfm) == 3 {
		return rfm
	}
	var out []string
	for _, a := range c.Attributes() {
		if n, ok := a.Column.(*model.Numbers); ok && a.Role != model.Ignore && !a.Personal && a.Role != "latitude" && a.Role != "longitude" && spread(n.Values) {
			out = append(out, a.Name())
		}
	}
	return out
}

// spread reports whether there are two different finite values.
func spread(values []float64) bool {
	first := missing
	for _, v := range values {
		if !finite(v) {
			continue
		}
		if finite(first) && v != first {
			return true
		}
		first = v
	}
	return false
}

func (f *features) describe(c *model.Customers, name string) model.MeasureInfo {
	info := model.MeasureInfo{ID: model.Measure(name), Label: model.Raw(name)}
	if _, ok := c.Feature(model.Measure(name)); ok {
		info = model.Measure(name).Info()
	}
	f.names, f.labels, f.units = append(f.names, name), append(f.labels, info.Label), append(f.units, info.Unit)
	return info
}

// prepare puts the median in for missing values, draws in the ends and takes
// logs, as the parameters say.
func (f *features) prepare(values []float64, info model.MeasureInfo, p Params) []float64 {
	if p.Word("missing") == "median" {
		middle, filled := median(values), 0
		out := make([]float64, len(values))
		for i, v := range values {
			if !finite(v) {
				v = middle
				filled++
			}
			out[i] = v
		}
		if filled > 0 && finite(middle) {
			f.notes = append(f.notes, model.P("%s: %d missing values took the median %.6g", info.Label, filled, middle))
		}
		values = out
	}
	if w := p.Float("winsorize"); w > 0 {
		values = cluster.Winsorize(values, w, 1-w)
	}
	which := p.Word("log")
	if which == "all" || which == "skewed" && skewness(values) > skewed || which == "money" && info.Unit == model.Money && skewness(values) > skewed {
		f.notes = append(f.notes, model.P("%s enters as log(1 + value)", info.Label))
		values = cluster.Log1p(values)
	}
	return values
}

// skewness is the third standardized moment of the finite values.
func skewness(values []float64) float64 {
	m, n := mean(values), 0
	var m2, m3 float64
	for _, v := range values {
		if finite(v) {
			d := v - m
			m2 += d * d
			m3 += d * d * d
			n++
		}
	}
	m2 /= float64(n)
	return m3 / float64(n) / math.Pow(m2, 1.5)
}

func (f *features) selectRows(columns [][]float64) {
	f.why = make([]int32, len(columns[0]))
	for i := range f.why {
		f.why[i] = -1
		for _, c := range columns {
			if !finite(c[i]) {
				f.why[i] = 0
			}
		}
		if f.why[i] < 0 {
			f.rows = append(f.rows, int32(i))
		}
	}
}

// spreadOut lays values of the rows in x out over all customers, missing
// elsewhere.
func (f *features) spreadOut(values []float64) []float64 {
	out := make([]float64, len(f.why))
	for i := range out {
		out[i] = missing
	}
	for i, r := range f.rows {
		out[r] = values[i]
	}
	return out
}
