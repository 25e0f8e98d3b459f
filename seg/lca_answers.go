package seg

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/cluster"
	"custseg/seg/latent"
	"custseg/seg/order"
)

// answers are categories of customers, made ready for latent classes.
type answers struct {
	categories []category
	rows       []int32 // the customers who have answers, by these
	why        []int32 // per customer: the reason they are not in rows, -1 when they are
	reasons    []model.Phrase
	notes      []model.Phrase
}

// readAnswers prepares the columns that the parameters ask for.
func readAnswers(in Input) (*answers, error) {
	a := &answers{}
	names := in.Params.Words("columns")
	if len(names) == 0 {
		if names = columnsOf(in.Customers, "item"); len(names) < fewestItems {
			names, a.notes = defaultCategories(in.Customers)
		}
	}
	for _, name := range names {
		c, err := in.category("columns", name)
		if err != nil {
			return nil, err
		}
		if slices.Contains(a.names(), c.column) {
			return nil, paramErrorf("columns", "%q is named twice", c.column)
		}
		a.categories = append(a.categories, c)
	}
	if len(a.categories) < fewestAnswers {
		return nil, paramErrorf("columns", "latent classes need %d columns or more, of words or of few different numbers, and there are %d: name them with --set columns=A,B,C",
			fewestAnswers, len(a.categories))
	}
	a.selectRows(in.Customers.Len(), in.Params.Word("missing") == "drop")
	if len(a.rows) == 0 {
		return nil, paramErrorf("missing", "no customer has a value of all of %s: set missing=use, or choose other columns", strings.Join(a.names(), ", "))
	}
	return a, nil
}

// names are the columns' names.
func (a *answers) names() []string {
	out := make([]string, len(a.categories))
	for j, c := range a.categories {
		out[j] = c.column
	}
	return out
}

// selectRows finds the customers who have answers: all of them if complete, or
// else any. They go by their answers, so that the order of the customers does not
// matter to what is made of them.
func (a *answers) selectRows(customers int, complete bool) {
	a.reasons = []model.Phrase{model.P("no answer at all")}
	for _, c := range a.categories {
		a.reasons = append(a.reasons, model.P("%s is missing", c.info.Label))
	}
	a.why = make([]int32, customers)
	for i := range a.why {
		lacks := func(c category) bool { return c.codes[i] < 0 }
		a.why[i] = -1
		switch first := slices.IndexFunc(a.categories, lacks); {
		case first >= 0 && complete:
			a.why[i] = int32(first + 1)
		case first >= 0 && !slices.ContainsFunc(a.categories, func(c category) bool { return !lacks(c) }):
			a.why[i] = 0
		default:
			a.rows = append(a.rows, int32(i))
		}
	}
	columns := make([][]float64, len(a.categories))
	for j, c := range a.categories {
		columns[j] = c.present()
	}
	order.Rows(a.rows, columns...)
}

// encode returns the codes of the customers who have answers as numbers, a
// column each.
func (a *answers) encode() cluster.Matrix {
	out := cluster.NewMatrix(len(a.rows), len(a.categories))
	for i, r := range a.rows {
		for j, c := range a.categories {
			out.Row(i)[j] = float64(c.codes[r])
		}
	}
	return out
}

// decode returns encoded rows as items.
func (a *answers) decode(x cluster.Matrix) []latent.Item {
	out := make([]latent.Item, x.Cols)
	for j := range out {
		out[j] = latent.Item{Codes: make([]int32, x.Rows), Levels: len(a.categories[j].words)}
		for i := range out[j].Codes {
			out[j].Codes[i] = int32(x.Row(i)[j])
		}
	}
	return out
}

// onAll lays values of the rows out over all customers, missing elsewhere.
func (a *answers) onAll(values []float64) []float64 {
	out := make([]float64, len(a.why))
	for i := range out {
		out[i] = missing
	}
	for i, r := range a.rows {
		out[r] = values[i]
	}
	return out
}
