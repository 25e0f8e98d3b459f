package model

import "custseg/model/person"

// PersonalID reports whether the ids of a column tell who somebody is: its
// header says that it holds names or addresses, or its values are e-mail
// addresses, phone numbers, ids of citizens, bank accounts, or hold the names
// of people, such as "Ann Lee" or "王小明-14485". The answer does not depend on
// the order of rows.
func PersonalID(c Column) bool {
	texts, ok := c.(*Texts)
	if !ok {
		return holdsPersons("", c, nil)
	}
	if n := newColumnName(c.Name()); n.means(textNames()) && !n.impersonal() && !answers(c) {
		return true
	}
	return holdsPersons("", c, nil) || person.Written(texts.codes.sampled())
}

// PersonalIDs reports whether the ids of customers tell who they are in any
// table, under the roles given.
func (d *Dataset) PersonalIDs(roles RoleMap) bool {
	for t, table := range d.Tables {
		if at := roles.Column(t, CustomerID); at >= 0 && PersonalID(table.Column(at)) {
			return true
		}
	}
	return false
}
