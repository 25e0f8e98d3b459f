package screen

import (
	"slices"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/form"
)

// columnOffers are the columns that parameters may name, by what they take, of
// the customers in force. Finding them looks at every value, and the form is
// made anew with every key.
type columnOffers struct {
	of    *model.Customers
	names map[seg.Takes][]string
}

// columns returns the names of the columns that a parameter takes.
func (o *columnOffers) columns(c *model.Customers, p seg.Param) []string {
	if c == nil {
		return nil
	}
	if o.of != c {
		o.of, o.names = c, map[seg.Takes][]string{}
	}
	names, ok := o.names[p.Takes]
	if !ok {
		names = p.Columns(c)
		o.names[p.Takes] = names
	}
	return names
}

// choices are the columns that a parameter may name, each with what it holds: a
// target is not explained by itself.
func (s *SegmentsView) choices(p seg.Param) []form.Option {
	pr, c := s.host.Printer(), s.host.Session().Customers
	var target model.Column
	if p.Kind == seg.ColumnList {
		target = s.target()
	}
	var out []form.Option
	for _, name := range s.offers.columns(c, p) {
		column, _ := c.Lookup(name)
		if target != nil && column == target {
			continue
		}
		out = append(out, form.Option{ID: name, Label: name, Note: say(pr, column.Kind().String())})
	}
	return append(byRole(p, out), out...)
}

// byRole are the columns that a list names by default, as far as they are not
// offered under that name: a role that its method reads in another way.
func byRole(p seg.Param, offered []form.Option) []form.Option {
	var out []form.Option
	for _, name := range p.Default.Words() {
		if !slices.ContainsFunc(offered, func(o form.Option) bool { return o.ID == name }) {
			out = append(out, form.Option{ID: name, Label: name})
		}
	}
	return out
}

// target is the column that the method in force explains, nil for none.
func (s *SegmentsView) target() model.Column {
	spec, ok := s.spec()
	c, recipe := s.host.Session().Customers, s.host.Session().Recipe
	i := slices.IndexFunc(spec.Params, func(p seg.Param) bool { return p.Takes == seg.TargetColumns || p.Takes == seg.YesNoColumns })
	if !ok || c == nil || i < 0 {
		return nil
	}
	p := spec.Params[i]
	name := recipe.Params[p.ID].Word()
	if name == "" {
		name = p.Default.Word()
	}
	if f, ok := c.Feature(model.Measure(name)); ok && name == p.Default.Word() {
		return f.Column
	}
	column, _ := c.Lookup(name)
	return column
}

// taken are the columns that the method took for a list that is left to it.
func (s *SegmentsView) taken(p seg.Param, choices []form.Option) []string {
	r := s.resultInForce()
	if p.ID != "columns" || r == nil || len(r.Recipe.Params[p.ID].Words()) > 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.Segmentation.Used), func(name string) bool {
		return !slices.ContainsFunc(choices, func(o form.Option) bool { return o.ID == name })
	})
}
