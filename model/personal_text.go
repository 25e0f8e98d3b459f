package model

import (
	"slices"

	"custseg/model/person"
)

// FreeText reports whether a column holds remarks that people typed, so that
// nobody knows whom they speak of: by a header such as "remarks" or 备注 over
// sentences or over as many words as there are customers, or by sentences that
// speak of somebody.
func (d *Dataset) FreeText(roles RoleMap, table, column int) bool {
	c, ok := d.Tables[table].Column(column).(*Texts)
	if !ok {
		return false
	}
	role := d.personalRole(roles, table, column)
	if !isFree(role) {
		return false
	}
	n := newColumnName(c.Name())
	return speaksOfPersons(role, c) || role != "review" && n.means(remarkNames()) && !n.impersonal() && !answers(c) &&
		(slices.ContainsFunc(c.codes.sampled(), person.IsSentence) || heldByMany(c, d.owners(roles, table)))
}

// manySpeaking is the share of the sentences of any column, one in so many, that
// speak of somebody where they are remarks.
const manySpeaking = 20

// speaksOfPersons reports whether a column of sentences speaks of somebody: a
// sentence holds a phone number or the like, or a name that "Mr" or "call" stands
// before. In remarks and reviews one does, and any name; elsewhere it is one
// sentence in twenty, as goods have long names.
func speaksOfPersons(role Role, c Column) bool {
	texts, ok := c.(*Texts)
	if !ok || !isFree(role) {
		return false
	}
	words := texts.codes.sampled()
	sentences, speaking := 0, 0
	remarks := role == "review" || newColumnName(c.Name()).means(remarkNames())
	for _, w := range words {
		if remarks && person.Found(w) {
			return true
		}
		if !person.IsSentence(w) {
			continue
		}
		if sentences++; person.Speaks(w) {
			speaking++
		}
	}
	return speaking > 0 && 2*sentences >= len(words) && manySpeaking*speaking >= sentences
}
