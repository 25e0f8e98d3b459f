package seg

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/cluster"
)

// attitudes are answers to several items, made ready for clustering.
type attitudes struct {
	f           *features      // x is what distances are taken on
	items       cluster.Matrix // answers of the rows in f, centered if asked for, standardized
	points      int            // of the scale: 5 or 7
	eigenvalues []float64      // of the items' correlation, descending; nil without components
}

// readAttitudes reads the items and projects them as the parameters say.
func readAttitudes(in Input) (*attitudes, error) {
	a := &attitudes{f: &features{}, points: 5}
	names, err := itemNames(in)
	if err != nil {
		return nil, err
	}
	var columns [][]float64
	for _, name := range names {
		column, err := in.numbers("columns", name)
		if err != nil {
			return nil, err
		}
		info := in.describe(column.Name())
		if slices.Contains(a.f.names(), string(info.ID)) {
			return nil, paramErrorf("columns", "%q is named twice", info.ID)
		}
		if err := a.checkScale(column); err != nil {
			return nil, err
		}
		a.f.infos, a.f.raw = append(a.f.infos, info), append(a.f.raw, column.Values)
		a.f.reasons = append(a.f.reasons, model.P("%s is missing or not finite", info.Label))
		values := column.Values
		if in.Params.Word("missing") == "median" {
			values = a.f.fill(values, info.Label)
		}
		columns = append(columns, values)
	}
	a.f.selectRows(columns)
	if len(a.f.rows) == 0 {
		return nil, fmt.Errorf("no customer has answered all of %s: set missing=median or choose other columns", strings.Join(a.f.names(), ", "))
	}
	answers := cluster.FromColumns(columns...).Pick(a.f.rows)
	if in.Params.Word("center") == "on" {
		centerRows(answers)
	}
	a.items, _ = cluster.Standardize(answers, cluster.ZScore)
	return a, a.project(in.Params.Word("pca") == "on")
}

// itemNames are the columns chosen, or those with the role attitude, or item
// where fewer are attitudes than are needed.
func itemNames(in Input) ([]string, error) {
	names := in.Params.Words("columns")
	if len(names) == 0 {
		names = columnsOf(in.Customers, "attitude")
		if items := columnsOf(in.Customers, "item"); len(names) < fewestItems && len(items) > len(names) {
			names = items
		}
	}
	if len(names) < fewestItems {
		return nil, paramErrorf("columns", "attitudes need %d items or more, columns of answers from 1 to 5 or from 1 to 7, and there are %d: "+
			"map each with --map attitude=COLUMN, or name them with --set columns=A,B,C", fewestItems, len(names))
	}
	return names, nil
}

// withoutPrefix cuts off what all names begin with, up to a sign that parts
// words: item_quality and item_price are quality and price.
func withoutPrefix(names []string) []string {
	const signs = "_-.:# "
	out := slices.Clone(names)
	at := strings.IndexAny(names[0], signs)
	for at >= 0 {
		prefix := out[0][:at+1]
		if slices.ContainsFunc(out, func(name string) bool { return !strings.HasPrefix(name, prefix) || name == prefix }) {
			break
		}
		for i := range out {
			out[i] = strings.TrimPrefix(out[i], prefix)
		}
		at = strings.IndexAny(out[0], signs)
	}
	return out
}

// columnsOf names the columns of numbers with a role.
func columnsOf(c *model.Customers, role model.Role) []string {
	var out []string
	for _, a := range c.Attributes() {
		if a.Role == role && a.Kind() == model.Number {
			out = append(out, a.Name())
		}
	}
	return out
}

// checkScale refuses answers that lie beyond a scale from 1 to 7, and takes the
// scale to have seven points once one is above 5.
func (a *attitudes) checkScale(column *model.Numbers) error {
	const lowest, five, seven = 1, 5, 7
	low, high, known := 0.0, 0.0, false
	for _, v := range column.Values {
		if !finite(v) {
			continue
		}
		if !known {
			low, high, known = v, v, true
		}
		low, high = min(low, v), max(high, v)
	}
	switch {
	case !known:
		return paramErrorf("columns", "no customer has a value of %s: choose other columns", column.Name())
	case low < lowest || high > seven:
		return paramErrorf("columns", "%s has values from %s to %s, and attitudes are answers from 1 to 5 or from 1 to 7: recode it, or choose other columns",
			column.Name(), model.FormatNumber(low), model.FormatNumber(high))
	case high > five:
		a.points = seven
	}
	return nil
}

// centerRows takes from every row its mean, so that those who agree with all and
// those who agree with nothing are alike if they rank the items alike.
func centerRows(x cluster.Matrix) {
	for i := range x.Rows {
		row, mean := x.Row(i), 0.0
		for _, v := range row {
			mean += v / float64(len(row))
		}
		for j := range row {
			row[j] -= mean
		}
	}
}

// project takes distances on the components with an eigenvalue above 1 (Kaiser
// 1960), at least the first, or on the items.
func (a *attitudes) project(components bool) error {
	if !components {
		a.f.x = a.items
		return nil
	}
	c, err := cluster.PCA(a.items)
	if err != nil {
		return err
	}
	const above = 1 + 1e-9 // not by rounding alone
	n := 1
	for n < len(c.Variance) && c.Variance[n] > above {
		n++
	}
	a.f.x, a.eigenvalues = c.Scores(a.items, n), c.Variance
	return nil
}

// against is how far a cluster is from the base in each item, in standard
// deviations.
func (a *attitudes) against(found cluster.Result, g int) []float64 {
	z := make([]float64, a.items.Cols)
	for i, label := range found.Labels {
		if int(label) != g {
			continue
		}
		for j, v := range a.items.Row(i) {
			z[j] += v / float64(found.Sizes[g])
		}
	}
	return z
}
