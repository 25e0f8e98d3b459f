package screen

import "custseg/model"

// togglePersonal shows or hides what names persons, on every screen.
func togglePersonal(h Host) {
	s := h.Session()
	s.Personal = !s.Personal
	if s.Personal {
		h.Say(say(h.Printer(), "Personal data is shown; P hides it"))
	} else {
		h.Say(say(h.Printer(), "Personal data is hidden"))
	}
}

// personalColumns remembers which columns of a dataset name persons, as finding
// out takes a look at all values.
type personalColumns struct {
	data  *model.Dataset
	known map[personalKey]bool
}

// personalKey is a column with its role, empty for none.
type personalKey struct {
	columnKey
	role model.Role
}

func newPersonalColumns(d *model.Dataset) *personalColumns {
	return &personalColumns{data: d, known: map[personalKey]bool{}}
}

// has reports whether a column names a person, as a mask has it, or holds ids
// that do.
func (p *personalColumns) has(roles model.RoleMap, table, column int) bool {
	b, _ := roles.Of(table, column)
	k := personalKey{columnKey{table, column}, b.Role}
	is, ok := p.known[k]
	if !ok {
		if is = p.data.Personal(roles, table, column); b.Role == model.CustomerID {
			is = model.PersonalID(p.data.Tables[table].Column(column))
		}
		p.known[k] = is
	}
	return is
}
