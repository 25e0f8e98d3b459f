package load

import (
	"slices"

	"custseg/model"
)

// What makes a second column a rival of the one guessed to be the customer id.
const (
	rivalFilled = .5  // the share of rows that it fills at least
	rivalShare  = .01 // the share of ids that have several of the other
	rivalGaps   = .05 // the share of rows that only the other fills
)

// keyChoices returns the columns that may be the customer's id where there is
// more than one and they disagree on whose the rows are, the guessed first; nil
// where that is clear. Rivals are other columns named as a customer's id and,
// beside orders, e-mail addresses and phone numbers. Names are none: two
// customers may share one.
func (n namer) keyChoices(t *model.Table, guesses []model.Guess) []int {
	key := -1
	orders := false
	for _, g := range guesses {
		switch g.Role {
		case model.CustomerID:
			key = g.Column
		case model.OrderDate:
			orders = true
		}
	}
	if key < 0 || isNameless(t) {
		return nil
	}
	var out []int
	for i, c := range t.Columns() {
		if i == key || c.Kind() == model.Date || !n.mayIdentify(c, i, guesses, orders) {
			continue
		}
		if out == nil {
			out = []int{key}
		}
		out = append(out, i)
	}
	if out == nil {
		return nil
	}
	guessed := codesOf(t.Column(key))
	out = slices.DeleteFunc(out, func(i int) bool { return i != key && !disagree(guessed, codesOf(t.Column(i))) })
	if len(out) < 2 {
		return nil
	}
	return out
}

// mayIdentify reports whether a column's name, or its guessed role beside
// orders, says that it tells customers apart.
func (n namer) mayIdentify(c model.Column, column int, guesses []model.Guess, orders bool) bool {
	for _, g := range guesses {
		if g.Column == column {
			return orders && (g.Role == model.Email || g.Role == model.Phone)
		}
	}
	return slices.ContainsFunc(n.keys.rules(c.Name()), func(r nameRule) bool {
		return r.role == model.CustomerID && r.usage != vague ||
			orders && r.usage != vague && (r.role == model.Email || r.role == model.Phone)
	})
}

// disagree reports whether two columns of ids make different customers of the
// rows: values of one stand beside several of the other, or one fills rows that
// the other does not.
func disagree(guessed, other coding) bool {
	rows, filled, only := len(guessed.codes), 0, 0
	for i, c := range other.codes {
		if c >= 0 {
			filled++
			if guessed.codes[i] < 0 {
				only++
			}
		}
	}
	if rows == 0 || float64(filled) < rivalFilled*float64(rows) {
		return false
	}
	several, all := many(guessed, other)
	reverse, allReverse := many(other, guessed)
	return float64(only) >= rivalGaps*float64(rows) ||
		float64(several) >= max(1, rivalShare*float64(all)) || float64(reverse) >= max(1, rivalShare*float64(allReverse))
}
