package model

import "slices"

// Pick returns some of the customers, named by ascending place, as if the
// others had never been there. What was counted and noted of the data, and the
// stretch of time, stay those of all.
func (c *Customers) Pick(places []int32) *Customers {
	out := *c
	out.ids = make([]string, len(places))
	for i, p := range places {
		out.ids[i] = c.ids[p]
	}
	out.attributes = slices.Clone(c.attributes)
	for i, a := range c.attributes {
		out.attributes[i].Column = a.Pick(places)
	}
	out.features = slices.Clone(c.features)
	for i, f := range c.features {
		out.features[i].Column = f.Pick(places)
	}
	if c.orders != nil {
		out.orders = c.orders.pick(places)
	}
	return &out
}

// pick returns the orders of some customers.
func (o *Orders) pick(customers []int32) *Orders {
	out := *o
	out.First = make([]int32, 1, len(customers)+1)
	out.Row, out.Time, out.Back, out.order, out.Money = nil, nil, nil, nil, nil
	for _, p := range customers {
		from, to := o.Lines(int(p))
		out.Row = append(out.Row, o.Row[from:to]...)
		out.Time = append(out.Time, o.Time[from:to]...)
		out.Back = append(out.Back, o.Back[from:to]...)
		out.order = append(out.order, o.order[from:to]...)
		if o.Money != nil {
			out.Money = append(out.Money, o.Money[from:to]...)
		}
		out.First = append(out.First, int32(len(out.Row)))
	}
	if o.Money != nil && out.Money == nil {
		out.Money = []float64{} // nil would say that the table has no money
	}
	return &out
}

// WithAttributes returns the customers with those of their attributes that keep
// says. Measures stay.
func (c *Customers) WithAttributes(keep func(Attribute) bool) *Customers {
	out := *c
	out.attributes = nil
	for _, a := range c.attributes {
		if keep(a) {
			out.attributes = append(out.attributes, a)
		}
	}
	return &out
}

// Without returns the map less the bindings that drop says.
func (m RoleMap) Without(drop func(Binding) bool) RoleMap {
	return RoleMap{bindings: slices.DeleteFunc(slices.Clone(m.bindings), drop), rowIDs: m.rowIDs}
}
