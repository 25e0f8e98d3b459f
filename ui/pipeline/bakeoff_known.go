package pipeline

import (
	"slices"

	"custseg/model"
)

// hindsight tells what in the data may know what followed a day: columns that
// say something of a customer and not when it was so. What a person is and where
// they live is taken to have been so before; orders, and events and answers with
// a date, tell when they were.
type hindsight struct {
	data  *model.Dataset
	roles model.RoleMap
	uses  []model.Use // of the tables
}

func newHindsight(d *model.Dataset, roles model.RoleMap, c *model.Customers) hindsight {
	h := hindsight{data: d, roles: roles, uses: make([]model.Use, len(d.Tables))}
	for t := range d.Tables {
		h.uses[t], _ = c.Use(t)
	}
	return h
}

// lasting reports whether a role says what a person is, or where.
func lasting(role model.Role) bool {
	info, ok := model.LookupRole(role)
	return ok && (info.Group == "Person" || info.Group == "Place" || role == model.CustomerID || role == model.CustomerName)
}

// dated reports whether rows of a table that customers did or said have dates.
func (h hindsight) dated(table int) bool {
	return table < len(h.uses) && slices.Contains([]model.Use{model.UsedEvents, model.UsedAnswers}, h.uses[table]) &&
		h.data.Moments(h.roles, table) != nil
}

// wasKnown reports whether what a column says of a customer counts at its time.
func (h hindsight) wasKnown(a model.Attribute) bool {
	return lasting(a.Role) || a.Personal || h.dated(a.Table)
}

// unsure reports whether a column gives customers a measure of no known time.
func (h hindsight) unsure(b model.Binding) bool {
	undated := slices.Contains([]model.Use{model.UsedCustomers, model.UsedEvents, model.UsedAnswers}, h.uses[b.Table]) && !h.dated(b.Table)
	return undated && !lasting(b.Role)
}

// columns names what may know what followed: columns about customers, and the
// measures that the customers have from no other.
func (h hindsight) columns(all, known *model.Customers) []string {
	var out []string
	for _, a := range all.Attributes() {
		if !h.wasKnown(a) && a.Role != model.Ignore {
			out = append(out, a.Name())
		}
	}
	for _, f := range all.Features() {
		if _, ok := known.Feature(f.Measure); !ok {
			out = append(out, string(f.Measure))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
