package profile

import (
	"math"
	"slices"

	"custseg/model"
	"custseg/seg/order"
)

// orderSides lists what orders consist of: the parts that the words of each of
// their columns make up, and numbers of their lines.
func orderSides(c *model.Customers) []func() []side {
	o := c.Orders()
	if o == nil {
		return nil
	}
	var out []func() []side
	roles := rolesOf(o)
	for _, column := range o.Table.Columns() {
		role := roles[column]
		l := Line{Name: column.Name(), from: []string{column.Name(), string(role)}}
		isAttribute := slices.ContainsFunc(c.Attributes(), func(a model.Attribute) bool { return a.Table == o.Place && a.Name() == column.Name() })
		switch values := column.(type) {
		case *model.Texts:
			if !isAttribute && !identifies(role) {
				out = append(out, func() []side {
					if model.Personal(role, column) {
						return nil
					}
					return partSides(l, o, values)
				})
			}
		case *model.Numbers:
			if sum, ok := lineNumbers()[role]; ok {
				out = append(out, func() []side { return []side{newLineNumbers(l, o, values.Values(), sum)} })
			}
		}
	}
	return out
}

// rolesOf returns the role of each column of the orders that has one.
func rolesOf(o *model.Orders) map[model.Column]model.Role {
	out := map[model.Column]model.Role{}
	for _, info := range model.Roles() {
		if c, ok := o.Column(info.ID); ok {
			out[c] = info.ID
		}
	}
	return out
}

// identifies reports whether the words of a role tell one order or customer from
// another, or whether a line counts, and not what was bought.
func identifies(r model.Role) bool {
	return slices.Contains([]model.Role{model.Ignore, model.CustomerID, model.CustomerName, model.OrderID, model.Status, model.Returned, "postcode"}, r)
}

// lineNumbers are the roles of numbers of order lines that are compared, and
// whether a customer's are added up; else they are averaged.
func lineNumbers() map[model.Role]bool {
	return map[model.Role]bool{"profit": true, "discount": false, model.Quantity: false, model.UnitPrice: false}
}

// newLineNumbers makes one number per customer of a number of their order lines:
// the sum, which returns take away, or the mean over the lines of purchases.
func newLineNumbers(l Line, o *model.Orders, values []float64, sum bool) side {
	out := make([]float64, len(o.First)-1)
	var own []float64
	for i := range out {
		from, to := o.Lines(i)
		own = own[:0]
		for line := from; line < to; line++ {
			v := values[o.Row[line]]
			switch undone := o.Back(line) && (!sum || o.HasMoney() && o.Money(line) == 0); {
			case undone || !order.Finite(v):
				continue
			case o.Back(line):
				v = -math.Abs(v)
			}
			own = append(own, v)
		}
		slices.Sort(own) // the sum must not depend on the order of lines
		out[i] = math.NaN()
		if len(own) > 0 {
			out[i] = 0
			for _, v := range own {
				out[i] += v
			}
			if !sum {
				out[i] /= float64(len(own))
			}
		}
	}
	l.Label = model.P("%s, mean of order lines", l.Name)
	if sum {
		l.Label, l.Unit = model.P("%s, sum", l.Name), model.Money
	}
	return newAmounts(l, out)
}
