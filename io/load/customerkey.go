package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// doubtOfUnique is what is left of the confidence in a customer id when each of
// the orders in a table has one of its own.
const doubtOfUnique = .5

// weighCustomerIDs prefers, in a table of orders, ids that repeat from order to
// order: where every order has another, it is the order's or the line's own. A
// name that means the customer's id or name by turns is the id only where there
// is no better one.
func (x tableContext) weighCustomerIDs() {
	orders := x.hasRole(model.OrderDate)
	var ids []int
	for i, c := range x.candidates {
		if c.role == model.CustomerID {
			ids = append(ids, i)
		}
	}
	perOrder := make([]bool, len(ids))
	for k, i := range ids {
		perOrder[k] = orders && x.perOrder(x.candidates[i].column, len(ids) > 1)
	}
	repeating := slices.Contains(perOrder, false)
	for k, i := range ids {
		if c := &x.candidates[i]; perOrder[k] && (repeating || namesNoOne(x.profiles[c.column].column.Name()) && x.profiles[c.column].unique()) {
			c.confidence *= doubtOfUnique
			c.reason = model.P("it may be a customer's id, but no order shares its value with another")
		}
	}
	for i, c := range x.candidates {
		// the id comes first where one name says both
		if c.usage == vague && c.role == model.CustomerName {
			x.candidates[i].confidence -= .05
		}
	}
}

// namesNoOne reports whether a name says id and not whose.
func namesNoOne(header string) bool {
	switch compact(header) {
	case "id", "recordid", "编号":
		return true
	}
	return false
}

func (x tableContext) hasRole(role model.Role) bool {
	return slices.ContainsFunc(x.candidates, func(c candidate) bool { return c.role == role })
}

// perOrder reports whether each row, or each order where one is asked to look
// closer, has a value of its own in a column.
func (x tableContext) perOrder(column int, closer bool) bool {
	if x.profiles[column].unique() {
		return true
	}
	if !closer {
		return false
	}
	for _, c := range x.candidates {
		if c.role == model.OrderID && c.usage != vague && c.column != column {
			return oneToOne(codesOf(x.profiles[column].column), codesOf(x.profiles[c.column].column))
		}
	}
	return false
}

// customerKeys offers, where no column is named as a customer's id, what else
// tells customers apart: an e-mail address, codes in the first column, a phone
// number, a name. The column is a key then, and nothing else.
func (x tableContext) customerKeys() []candidate {
	found := slices.ContainsFunc(x.candidates, func(c candidate) bool {
		return c.role == model.CustomerID && c.confidence >= leastConfidence
	})
	orders := x.hasRole(model.OrderDate)
	if found || !orders && (x.hasRole(model.OrderID) || x.hasRole(model.Amount) || !x.ofPeople()) {
		return nil
	}
	for _, k := range []struct {
		role model.Role
		// above the confidence of the column's own role, which it replaces
		reason string
	}{
		{model.Email, "no column is a customer id, and the e-mail addresses in %q tell customers apart"},
		{model.Phone, "no column is a customer id, and the phone numbers in %q tell customers apart"},
		{model.CustomerName, "no column is a customer id; the names in %q stand for it, though two customers may share one"},
	} {
		if k.role == model.Phone && !orders && x.beginsWithCodes() {
			return []candidate{{role: model.CustomerID, confidence: valuesConfidence,
				reason: model.P("no column is named as a customer id, and the codes in %q, the first column, tell customers apart", x.profiles[0].column.Name())}}
		}
		best := -1
		for i, c := range x.candidates {
			if c.role == k.role && c.usage != vague && (best < 0 || c.rank < x.candidates[best].rank) && (orders || x.profiles[c.column].unique()) {
				best = i
			}
		}
		if best < 0 {
			continue
		}
		key := x.candidates[best]
		x.drop(key.column)
		key.role, key.confidence = model.CustomerID, valuesConfidence
		key.reason = model.P(k.reason, x.profiles[key.column].column.Name())
		return []candidate{key}
	}
	return nil
}

// beginsWithCodes reports whether the first column holds a code of its own in each
// row, and nothing says that it means anything else.
func (x tableContext) beginsWithCodes() bool {
	p := x.profiles[0]
	return p.column.Kind() == model.Text && p.held == p.column.Len() && p.holdsCodes() && p.unique() && p.shareOf(isPhone) < nearlyAll &&
		!slices.ContainsFunc(x.candidates, func(c candidate) bool { return c.column == 0 && c.confidence >= leastConfidence })
}

// holdsCodes reports whether a column holds codes: words with digits and without
// spaces, or whole numbers of several digits.
func (p profile) holdsCodes() bool {
	const leastNumber = 100
	if p.column.Kind() == model.Number {
		return p.whole && p.low >= 0 && p.high >= leastNumber
	}
	return p.column.Kind() == model.Text && p.words.Len() > 0 && p.shareOf(func(w string) bool {
		return strings.ContainsAny(w, "0123456789") && !strings.ContainsAny(w, " @/")
	}) >= nearlyAll
}

// ofPeople reports whether a table tells of persons beyond how to reach them.
func (x tableContext) ofPeople() bool {
	return x.sure("age", "gender", "income", "education", "occupation", "marital", "children", model.BirthDate, "signup_date",
		"frequency", "monetary", "recency", "last_order", "first_order", "recommend")
}

// drop leaves a column without candidates.
func (x tableContext) drop(column int) {
	for i := range x.candidates {
		if x.candidates[i].column == column {
			x.candidates[i].confidence = 0
		}
	}
}
