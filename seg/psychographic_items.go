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
	f          *features // x is what distances are taken on
	asked      []measured
	centered   bool            // answers count less the respondent's mean
	apart      bool            // those who give all items the same answer are set aside
	items      cluster.Matrix  // answers of the rows in f, centered if asked for, standardized
	scaling    cluster.Scaling // of items
	points     float64         // of the scale: 5 or 7
	projected  bool            // x is on principal components, not the items
	components cluster.Components
}

// readAttitudes reads the items and projects them as the parameters say.
func readAttitudes(in Input) (*attitudes, error) {
	a := &attitudes{f: &features{}, centered: in.Params.Word("center") == "on", projected: in.Params.Word("pca") == "on"}
	if err := a.read(in); err != nil {
		return nil, err
	}
	var columns [][]float64
	for _, q := range a.asked {
		s := keeping(missing)
		if in.Params.Word("missing") == "median" {
			s = keeping(a.f.median(q.values, q.Label))
		}
		a.f.steps, columns = append(a.f.steps, s), append(columns, s.applied(q.values))
	}
	a.f.noteFilled()
	a.f.selectRows(columns)
	if len(a.f.rows) == 0 {
		return nil, fmt.Errorf("no customer has answered all of %s: set missing=median or choose other columns", strings.Join(a.f.names(), ", "))
	}
	if a.centered {
		a.setAlikeAside()
	}
	answers := cluster.FromColumns(columns...).Pick(a.f.rows)
	if a.centered {
		for i := range answers.Rows {
			center(answers.Row(i))
		}
	}
	a.items, a.scaling = cluster.Standardize(answers, cluster.ZScore)
	return a, a.project()
}

// read reads the items and finds their scale.
func (a *attitudes) read(in Input) error {
	names, err := itemNames(in)
	if err != nil {
		return err
	}
	var read model.Segmentation
	for _, name := range names {
		if c, _ := in.Customers.Lookup(name); c != nil && c.Kind() == model.Text {
			if q, ok := in.attitudeInWords(c); ok {
				if a.asked = append(a.asked, q); in.roleOf(c.Name()) != attitudeRole {
					tellWords(&read, c, attitudeRole)
				}
				continue
			}
			return paramErrorf("columns", "%s holds words, such as %q, and attitudes are answers from 1 to 5 or from 1 to 7: recode it, or choose other columns", c.Name(), firstWord(c))
		}
		column, err := in.numbers("columns", name)
		if err != nil {
			return err
		}
		q := measured{MeasureInfo: in.describe(column.Name()), column: column.Name(), values: onlyFinite(column.Values())}.going(model.Never)
		switch _, twice := find(a.asked, q.ID); {
		case twice:
			return paramErrorf("columns", "%q is named twice", q.ID)
		case !q.known():
			return paramErrorf("columns", "no customer has a value of %s: choose other columns", q.column)
		}
		a.asked = append(a.asked, q)
	}
	columns := make([]string, len(a.asked))
	for j, q := range a.asked {
		columns[j] = q.column
	}
	for j, label := range withoutPrefix(columns) {
		a.asked[j].Label = model.Raw(label)
	}
	a.asked = withoutCodes(&read, a.asked...)
	const remedy = "recode it, or choose other columns"
	if err := oneScale(&read, "columns", remedy, a.asked); err != nil {
		return err
	}
	of, err := onScale("columns", remedy, a.asked, scale{1, 5}, scale{1, 7})
	noteUnused(&read, of, a.asked...)
	a.points, a.f.notes = of.high, read.Remarks()
	for _, q := range a.asked {
		a.f.infos, a.f.raw, a.f.coded = append(a.f.infos, q.MeasureInfo), append(a.f.raw, q.values), append(a.f.coded, false)
		a.f.reasons, a.f.lacking = append(a.f.reasons, model.P("%s is missing or not finite", q.Label)), append(a.f.lacking, lack{label: q.Label})
	}
	return err
}

// firstWord is the first value that a column has.
func firstWord(c model.Column) string {
	for i := range c.Len() {
		if !c.Missing(i) {
			return c.Text(i)
		}
	}
	return ""
}

// setAlikeAside leaves out respondents who give all items the same answer, which
// does not say what they prefer, unless all respondents do. What was put in for
// a missing answer is none.
func (a *attitudes) setAlikeAside() {
	alike := func(row int32) bool {
		return !slices.ContainsFunc(a.asked, func(q measured) bool { return q.values[row] != a.asked[0].values[row] }) // nor if any is missing
	}
	if !slices.ContainsFunc(a.f.rows, func(row int32) bool { return !alike(row) }) {
		return
	}
	a.apart = true
	reason := int32(len(a.f.reasons))
	a.f.reasons = append(a.f.reasons, model.P("the same answer to all items, which does not say what they prefer"))
	a.f.rows = slices.DeleteFunc(a.f.rows, func(row int32) bool {
		if alike(row) {
			a.f.why[row] = reason
		}
		return alike(row)
	})
}

// attitudeRole is the role of answers to items.
const attitudeRole model.Role = "attitude"

// attitudeInWords reads the words of a column as answers on a scale.
func (in Input) attitudeInWords(c model.Column) (measured, bool) {
	values, on := answersIn(c, attitudeRole)
	q := measured{MeasureInfo: in.describe(c.Name()), column: c.Name(), values: values, on: on, stated: on.isKnown()}.going(model.Never)
	if values == nil {
		return q, false
	}
	return q.inWords(c), true
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
// words: item_quality and item_price are quality and price. A number alone is no
// name: item_1 stays.
func withoutPrefix(names []string) []string {
	const signs = "_-.:# "
	out := slices.Clone(names)
	at := strings.IndexAny(names[0], signs)
	for at >= 0 {
		prefix := out[0][:at+1]
		if slices.ContainsFunc(out, func(name string) bool { return !strings.HasPrefix(name, prefix) || isDigits(name[len(prefix):]) }) {
			break
		}
		for i := range out {
			out[i] = strings.TrimPrefix(out[i], prefix)
		}
		at = strings.IndexAny(out[0], signs)
	}
	return out
}

// isDigits reports whether a word has no other letters, as the empty one.
func isDigits(word string) bool { return strings.Trim(word, "0123456789") == "" }

// columnsOf names the columns with a role that are numbers, or words which count
// as such.
func columnsOf(c *model.Customers, role model.Role) []string {
	var out []string
	for _, a := range c.Attributes() {
		if a.Role != role {
			continue
		}
		if values, _ := answersIn(a.Column, role); values != nil {
			out = append(out, a.Name())
		}
	}
	return out
}
