package export

import (
	"slices"
	"strings"

	"custseg/model"
)

// traces lists the columns by which rows can be traced, but for those that are
// listed already.
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
