package model

// Moments returns when the rows of a table of events or answers were: by a
// column with the role of a date, or else by the only column of dates without a
// role; nil for none. Rows of a table without moments count at any as-of date.
func (d *Dataset) Moments(roles RoleMap, table int) *Dates {
	if at := d.datesOf(roles, table, EventDate, OrderDate); at != nil {
		return at
	}
	var found *Dates
	for i, c := range d.Tables[table].Columns() {
		dates, ok := c.(*Dates)
		if _, bound := roles.Of(table, i); !ok || bound {
			continue
		}
		if found != nil {
			return nil
		}
		found = dates
	}
	return found
}

// datesOf returns the moments of the first of the roles that a column of dates
// has; nil for none.
func (d *Dataset) datesOf(roles RoleMap, table int, of ...Role) *Dates {
	for _, role := range of {
		if column := roles.Column(table, role); column >= 0 {
			if c, ok := d.Tables[table].Column(column).(*Dates); ok {
				return c
			}
		}
	}
	return nil
}
