package load

import (
	"cmp"
	"slices"

	"custseg/model"
)

// namer guesses what columns mean.
type namer struct {
	keys  keyNames
	roles map[model.Role]model.RoleInfo
}

func newNamer() namer {
	n := namer{keys: keyNames{nameRules()}, roles: map[model.Role]model.RoleInfo{}}
	for _, r := range model.Roles() {
		n.roles[r.ID] = r
	}
	return n
}

// The confidence a name gives by itself, and the least that makes a guess.
const (
	ownConfidence   = .95
	usualConfidence = .85
	vagueConfidence = .55
	leastConfidence = .3
)

// candidate is a role that a column may have.
type candidate struct {
	column     int
	role       model.Role
	usage      usage
	confidence float64
	reason     model.Phrase
}

// guess gives each column of a table at most one role and each role at most one
// column, but for those that several may have: the surest first. The result is
// in the order of the columns.
func (n namer) guess(t *model.Table) []model.Guess {
	profiles := make([]profile, len(t.Columns()))
	each(len(profiles), func(i int) { profiles[i] = profileOf(t.Column(i)) })
	candidates := n.candidates(t, profiles)
	candidates = weighVague(candidates, profiles)
	candidates = weighCustomerIDs(candidates, profiles)
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.confidence, a.confidence), cmp.Compare(a.column, b.column))
	})
	var out []model.Guess
	usedColumn, usedRole := map[int]bool{}, map[model.Role]bool{}
	for _, c := range candidates {
		if c.confidence < leastConfidence || usedColumn[c.column] || usedRole[c.role] && !n.roles[c.role].Several {
			continue
		}
		usedColumn[c.column], usedRole[c.role] = true, true
		out = append(out, model.Guess{Column: c.column, Role: c.role, Confidence: c.confidence, Reason: c.reason})
	}
	slices.SortFunc(out, func(a, b model.Guess) int { return cmp.Compare(a.Column, b.Column) })
	return out
}

// candidates lists the roles that names suggest and values allow.
func (n namer) candidates(t *model.Table, profiles []profile) []candidate {
	var out []candidate
	for i, c := range t.Columns() {
		rules := n.keys.known[compact(c.Name())]
		if role, ok := family(c.Name()); ok {
			rules = append(slices.Clip(rules), nameRule{role, own})
		}
		for _, r := range rules {
			info := n.roles[r.role]
			fit := profiles[i].fits(info)
			if fit == 0 {
				continue
			}
			d := candidate{column: i, role: r.role, usage: r.usage}
			switch r.usage {
			case own:
				d.confidence, d.reason = ownConfidence, model.P("%q is the name of this role", c.Name())
			case usual:
				d.confidence, d.reason = usualConfidence, model.P("%q is a usual name for it", c.Name())
			case vague:
				d.confidence, d.reason = vagueConfidence, model.P("%q may mean it, and no other column does so better", c.Name())
			}
			d.confidence *= fit
			out = append(out, d)
		}
	}
	return out
}

// weighVague drops vague names that the rest of the table does not bear out: a
// date is an order's only beside something else of an order, Genre is a gender
// only with words for one.
func weighVague(candidates []candidate, profiles []profile) []candidate {
	sure := func(roles ...model.Role) bool {
		return slices.ContainsFunc(candidates, func(c candidate) bool {
			return c.usage != vague && slices.Contains(roles, c.role)
		})
	}
	ofOrders := sure(model.OrderID, model.Amount, model.Quantity, model.UnitPrice, "product")
	return slices.DeleteFunc(slices.Clone(candidates), func(c candidate) bool {
		if c.usage != vague {
			return false
		}
		switch c.role {
		case model.OrderDate:
			return !ofOrders || sure("event_type") || !sure(model.CustomerID, model.OrderID, model.Amount)
		case model.Amount, model.Quantity, model.UnitPrice:
			return !sure(model.OrderDate, model.OrderID)
		case "gender":
			return !profiles[c.column].saysGender()
		case model.OrderID:
			return !sure(model.OrderDate)
		case model.CustomerName:
			return !slices.ContainsFunc(candidates, func(d candidate) bool {
				return d.role == model.CustomerID && d.column != c.column
			})
		}
		return false
	})
}

// doubtOfUnique is what is left of the confidence in a customer id when each of
// the orders in a table has one of its own.
const doubtOfUnique = .5

// weighCustomerIDs prefers, in a table of orders, ids that repeat: where every
// order has another, it is the order's or the line's own. A name that means the
// customer's id or name by turns is the id only where there is no better one.
func weighCustomerIDs(candidates []candidate, profiles []profile) []candidate {
	orders, repeating := false, false
	for _, c := range candidates {
		switch c.role {
		case model.OrderDate:
			orders = true
		case model.CustomerID:
			repeating = repeating || !profiles[c.column].unique()
		}
	}
	for i, c := range candidates {
		if c.role != model.CustomerID || !orders || !profiles[c.column].unique() {
			continue
		}
		if repeating || c.usage == vague {
			candidates[i].confidence *= doubtOfUnique
			candidates[i].reason = model.P("it may be a customer's id, but no order shares its value with another")
		}
	}
	for i, c := range candidates {
		// the id comes first where one name says both
		if c.usage == vague && c.role == model.CustomerName {
			candidates[i].confidence -= .05
		}
	}
	return candidates
}
