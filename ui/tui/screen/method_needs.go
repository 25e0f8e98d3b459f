package screen

import (
	"custseg/model"
	"custseg/seg"
)

// needLabel names an input of a method: the measure, or any that will do in its
// place, or how many columns of which sort.
func needLabel(n seg.Need) model.Phrase {
	switch {
	case n.Measure == "" && n.Categories > 1:
		return model.P("%d columns of words or answers", n.Categories)
	case n.Measure == "" && n.Categories == 1:
		return model.P("column of words or answers")
	case n.Measure == "":
		return model.P("number column")
	}
	out := measureLabel(n.Measure)
	for _, m := range n.Or {
		out = model.P("%s or %s", out, measureLabel(m))
	}
	return out
}

// measureLabel names a measure as the role that gives it.
func measureLabel(m model.Measure) model.Phrase {
	if role, ok := model.LookupRole(model.Role(m)); ok {
		return role.Label
	}
	return m.Info().Label
}

// needRemedy says what to do about an input that customers lack.
func needRemedy(n seg.Need, c *model.Customers) model.Phrase {
	switch {
	case n.Categories > 0:
		return model.P("there are %d; Roles (2) says which columns are used", n.Choice(c))
	case n.Measure == "":
		return model.P("Roles (2) says which columns are used")
	case !n.Remedy(c).Empty():
		return model.P("%s; Roles (2) maps others", n.Remedy(c))
	case len(n.Or) > 0:
		return model.P("map a column to one of them under Roles (2)")
	case ofOrders(n.Measure):
		return model.P("map a column to it under Roles (2), or to what orders have: %s", measureRemedy(n.Measure))
	}
	return model.P("map a column to it under Roles (2)")
}

// ofOrders reports whether a measure is computed from orders.
func ofOrders(m model.Measure) bool {
	for _, info := range model.Measures() {
		if info.ID == m {
			return true
		}
	}
	return false
}

// needOrigins says of each measure that meets a need where it comes from.
func needOrigins(n seg.Need, c *model.Customers) []model.Phrase {
	if n.Measure == "" {
		if n.Choice(c) == 0 {
			return nil
		}
		return []model.Phrase{model.P("%d to choose from", n.Choice(c))}
	}
	var out []model.Phrase
	for _, m := range n.MetBy(c) {
		origin := model.P("a column of the orders")
		if f, ok := c.Feature(m); ok {
			origin = f.Origin
		} else if column, ok := c.Orders().Column(model.Role(m)); ok {
			origin = model.P("column %s of the orders", model.Raw(column.Name()))
		}
		if len(n.Or) > 0 {
			origin = model.P("%s: %s", measureLabel(m), origin)
		}
		out = append(out, origin)
	}
	return out
}
