package model

import (
	"custseg/model/person"
)

// Personal reports whether a column tells who somebody is: by its role, by its
// header, see [namesPersons], or by its values, see [holdsPersons]. The answer
// does not depend on the order of rows. Ids of customers are not personal, as
// masks hash them; for screens, which show them, see [PersonalID].
func Personal(role Role, c Column) bool { return personal(role, c, nil) }

// Personal reports whether a column of a table tells who somebody is. Where the
// analyst took it out of play, the role that was guessed counts: that does not
// make it fit to be seen. In a table of orders values repeat as customers do, so
// that they are counted by customer there.
func (d *Dataset) Personal(roles RoleMap, table, column int) bool {
	return personal(d.personalRole(roles, table, column), d.Tables[table].Column(column), d.owners(roles, table))
}

func personal(role Role, c Column, of owners) bool {
	if role == CustomerID {
		return false
	}
	info, _ := LookupRole(role)
	return info.Personal || namesPersons(role, c, of) || holdsPersons(role, c, of) || speaksOfPersons(role, c)
}

func (d *Dataset) personalRole(roles RoleMap, table, column int) Role {
	if b, ok := roles.Of(table, column); ok {
		return b.Role
	}
	for _, g := range d.Guesses {
		if info, _ := LookupRole(g.Role); info.Personal && g.Table == table && g.Column == column {
			return g.Role
		}
	}
	return ""
}

// owners counts the customers that the rows of a table are of; nil where that is
// not known.
type owners func() int

func (d *Dataset) owners(roles RoleMap, table int) owners {
	at := roles.Column(table, CustomerID)
	if at < 0 {
		return nil
	}
	return func() int {
		distinct, _ := countDistinct(d.Tables[table].Column(at))
		return distinct
	}
}

// of is how many customers so many rows are of at most.
func (o owners) of(rows int) int {
	if o == nil {
		return rows
	}
	return min(rows, max(1, o()))
}

// sampledOf are some words of a column of texts, none of another.
func sampledOf(c *Texts) []string {
	if c == nil {
		return nil
	}
	return c.codes.sampled()
}

// namesPersons reports whether a column's header says that it names persons,
// and its values do not speak against it: yes and no under "phone" are none.
func namesPersons(role Role, c Column, of owners) bool {
	n := newColumnName(c.Name())
	switch {
	case role == "postcode" || n.means(postcodeNames()):
		return sharedByFew(c, of)
	case role == "latitude" || role == "longitude" || n.is(coordinateNames()):
		return exact(c) && sharedByFew(c, of)
	case role == OrderID || role == "product" || n.impersonal():
		return false
	case n.means(birthNames()):
		return !answers(c)
	case c.Kind() == Date:
		return false
	case n.means(idNames()):
		return true
	case n.means(numberNames()) && holdsDigits(c):
		return true // a handle in letters may still be one of the texts below
	case c.Kind() == Text && (n.means(textNames()) || n.namesOwner()):
		return !answers(c)
	}
	texts, _ := c.(*Texts)
	if n.means(handleNames()) && texts != nil {
		return mostly(texts.codes.sampled(), person.IsHandle) || nearlyUnique(c, of)
	}
	if n.means(staffHeaders()) && texts != nil && !answers(c) && person.StaffNames(texts.codes.sampled()) {
		return true
	}
	if !n.is(uniqueNames()) {
		return false
	}
	if nearlyUnique(c, of) {
		return true
	}
	words := sampledOf(texts)
	return person.Names(words) || person.Written(words) && heldByMany(c, of) && !n.is(companyNames())
}
