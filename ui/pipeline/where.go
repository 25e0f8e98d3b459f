package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/model/filter"
)

// ParseWhere reads a filter of customers and returns it in its one stable form,
// empty for none. Names are looked up only once there are customers.
func ParseWhere(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	e, err := filter.Parse(text)
	if err != nil {
		return "", fmt.Errorf("%q is no filter: %w", model.Brief(text), err)
	}
	return e.String(), nil
}

// WhereColumns are the columns that a filter of customers may name: the id, the
// measures and what tables say of customers. A measure goes by its id and by its
// label, an attribute by its header and by "table:header"; where both would be
// called the same it is the attribute.
func WhereColumns(c *model.Customers) []filter.Column {
	out := []filter.Column{{Name: string(model.CustomerID), Aliases: []string{"Customer"}, Kind: model.Text, Values: c.IDs}}
	taken := map[string]bool{}
	for _, a := range c.Attributes() {
		column := filter.Of(a.Column)
		column.Aliases = []string{a.Source + ":" + a.Name()}
		taken[strings.ToLower(a.Name())] = true
		out = append(out, column)
	}
	for _, f := range c.Features() {
		var names []string
		for _, name := range []string{string(f.Measure), f.Label.Key} {
			if !taken[strings.ToLower(name)] {
				names = append(names, name)
			}
		}
		if len(names) > 0 {
			out = append(out, filter.Column{Name: names[0], Aliases: names[1:], Kind: f.Kind(), Values: func() model.Column { return f.Column }})
		}
	}
	return out
}

// hashIn returns the first value of a filter that stands for one that was hidden
// when the filter was written, empty for none.
func hashIn(e filter.Expr) string {
	hash := ""
	filter.Map(e, func(t filter.Test) filter.Test {
		if at := slices.IndexFunc(t.Values, export.IsToken); at >= 0 && hash == "" {
			hash = t.Values[at]
		}
		return t
	})
	return hash
}

// Keep returns the customers who pass a filter, all when it is empty; those who
// do not are counted as left out. An error names what in the filter the
// customers do not have.
func Keep(ctx context.Context, c *model.Customers, where string) (*model.Customers, error) {
	if where == "" {
		return c, nil
	}
	e, err := filter.Parse(where)
	if err != nil {
		return nil, fmt.Errorf("the filter %s does not fit these customers: %w", model.Brief(where), err)
	}
	passes, err := filter.Compile(ctx, e, WhereColumns(c))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("the filter %s does not fit these customers: %w", model.Brief(where), err)
	}
	places := []int32{}
	step := filter.RowsAtOnce(e)
	for i := range c.Len() {
		if i%step == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if passes(i) {
			places = append(places, int32(i))
		}
	}
	if hash := hashIn(e); hash != "" && len(places) == 0 {
		return nil, fmt.Errorf("no customer passes the filter %s: its value %s was masked when the recipe was written; give the filter again with the value itself", model.Brief(where), hash)
	}
	return c.Restrict(places, model.P("the customer does not pass the filter %s", model.Brief(where)),
		model.P("Only customers who pass the filter %s are segmented: %d of %d; what else is noted of the data is of all", where, len(places), c.Len())), nil
}
