package export

import (
	"slices"
	"strings"

	"custseg/model"
)

// Traces lists the headers of the columns that a privacy which masks keeps as they
// are though nobody said so, and which tell (nearly) every customer apart: who has
// another list with such a code finds each row there, whatever became of the ids.
// Those that the recipe's parameters name are not among them. The error is that of
// [Columns].
func Traces(d Document, privacy model.Privacy) ([]string, error) {
	if !privacy.Masks() {
		return nil, nil
	}
	columns, err := Columns(d, privacy)
	if err != nil {
		return nil, err
	}
	roles, err := d.Dataset.Assign(d.Recipe.Roles)
	return traces(d.Dataset, roles, d.Recipe, columns), err
}

func traces(d *model.Dataset, roles model.RoleMap, recipe model.Recipe, columns []ColumnPrivacy) []string {
	listed := placesOf(columns)
	var out []string
	for t, table := range d.Tables {
		for i, c := range table.Columns() {
			if !listed[[2]int{t, i}] && !slices.Contains(out, c.Name()) && !isParameter(recipe, c.Name()) && d.TellsApart(roles, t, i) {
				out = append(out, c.Name())
			}
		}
	}
	return out
}

// TraceNote says that columns are kept by which rows can be traced, and how one is
// hidden.
func TraceNote(names []string) model.Phrase {
	first := names[0] + "=hash"
	if more := len(names) - mostNoted; more > 0 {
		return model.P("kept as it is, and tells nearly every customer apart, so that rows can be traced by it: %s and %d more; --privacy %q hashes one", strings.Join(names[:mostNoted], ", "), more, first)
	}
	return model.P("kept as it is, and tells nearly every customer apart, so that rows can be traced by it: %s; --privacy %q hashes one", strings.Join(names, ", "), first)
}
