package load

import (
	"slices"

	"custseg/model"
)

// tableContext judges what the columns of one table may be by the others of it.
type tableContext struct {
	candidates []candidate
	profiles   []profile
}

// weigh drops candidates that the rest of the table does not bear out, and
// prefers some to others.
func (x tableContext) weigh() []candidate {
	x.candidates = x.withoutScales()
	x.candidates = x.withoutVague()
	x.weighCustomerIDs()
	x.priceAsAmount()
	x.amountAsMonetary()
	x.candidates = append(x.candidates, x.customerKeys()...)
	return x.candidates
}

// sure reports whether a name that is not vague means one of the roles.
func (x tableContext) sure(roles ...model.Role) bool {
	return slices.ContainsFunc(x.candidates, func(c candidate) bool {
		return c.usage != vague && slices.Contains(roles, c.role)
	})
}

// may reports whether any name but a mere "id" may mean one of the roles.
func (x tableContext) may(roles ...model.Role) bool {
	return slices.ContainsFunc(x.candidates, func(c candidate) bool {
		return slices.Contains(roles, c.role) && c.name != "id" && c.name != "编号"
	})
}

// ofOrders reports whether names tell of orders. Vague ones do so together: a
// customer, a date and a total.
func (x tableContext) ofOrders() bool {
	if x.sure(model.OrderID, model.Amount, model.Quantity, model.UnitPrice, "product") && x.sure(model.CustomerID, model.OrderID, model.Amount) {
		return true
	}
	return x.sure(model.OrderDate) && x.may(model.Amount, model.UnitPrice, model.Quantity) ||
		x.may(model.CustomerID, model.CustomerName, model.Email, model.Phone) && x.may(model.OrderDate) && x.may(model.Amount)
}

// withoutVague drops vague names that the rest of the table does not bear out:
// a date is an order's only beside something else of an order, Genre is a gender
// only with words for one.
func (x tableContext) withoutVague() []candidate {
	orders := x.ofOrders()
	return slices.DeleteFunc(slices.Clone(x.candidates), func(c candidate) bool {
		return c.usage == vague && !x.bears(c, orders)
	})
}

// bears reports whether the table bears out a vague name.
func (x tableContext) bears(c candidate, orders bool) bool {
	dated := x.sure(model.OrderDate, model.OrderID)
	switch c.role {
	case model.OrderDate:
		return orders && !x.sure("event_type")
	case model.Amount:
		return dated || orders && x.may(model.OrderDate)
	case model.Quantity, model.UnitPrice:
		return dated || orders && x.may(model.OrderDate)
	case "gender":
		return x.profiles[c.column].saysGender()
	case model.OrderID:
		return x.sure(model.OrderDate) || orders && x.may(model.OrderDate) && c.name != "id"
	case model.CustomerName:
		return slices.ContainsFunc(x.candidates, func(d candidate) bool {
			return d.role == model.CustomerID && d.column != c.column
		})
	case model.CustomerID:
		if needsCodes(c.name) {
			return x.profiles[c.column].holdsCodes() && (orders || x.profiles[c.column].unique())
		}
		return !needsOrders(c.name) || dated && orders
	case "monetary":
		return !orders && !x.may(model.OrderDate) && x.whole(c)
	case "recency", "frequency":
		return x.sure(model.CustomerID) && x.may("recency") && x.may("frequency")
	case "country", "region":
		return x.profiles[c.column].column.Kind() == model.Text
	case "satisfaction":
		return x.profiles[c.column].held > 0 && x.profiles[c.column].high <= 10
	case "target":
		return x.profiles[c.column].isFlag()
	}
	return true
}

// whole reports whether the values of a money column are not counts: purchases
// is the count of them in one file and their sum in another.
func (x tableContext) whole(c candidate) bool {
	return c.name != "purchases" || !x.profiles[c.column].whole
}

// needsCodes tells names of ids that are as often those of kinds, such as a
// membership in gold.
func needsCodes(name string) bool { return name == "acct" || name == "membership" }

// needsOrders tells the names of firms, which are customers only where they
// order.
func needsOrders(name string) bool {
	switch name {
	case "account", "accountname", "company", "companyname", "organization", "公司", "公司名称", "企业名称", "单位名称", "账号", "账户", "买家昵称":
		return true
	}
	return false
}

// manyScales is how many columns of answers on one scale make a survey, in which
// no other column of that scale is a fact about a person or what one did.
const manyScales = 10

// withoutScales drops facts about persons that are answers of a survey: Children
// from 1 to 5 is how one likes them.
func (x tableContext) withoutScales() []candidate {
	var counts [11]int
	for _, p := range x.profiles {
		if top := p.scale(); top > 0 {
			counts[top]++
		}
	}
	return slices.DeleteFunc(slices.Clone(x.candidates), func(c candidate) bool {
		top := x.profiles[c.column].scale()
		info, _ := model.LookupRole(c.role)
		return top > 0 && counts[top] >= manyScales && (info.Group == "Person" || info.Group == "Activity")
	})
}

// priceAsAmount takes a vague price for the amount where nothing tells how many
// were bought. In Amazon's reports of orders item-price is that of all pieces of a
// line.
func (x tableContext) priceAsAmount() {
	amazon := slices.ContainsFunc(x.candidates, func(c candidate) bool { return c.name == "amazonorderid" })
	for i, c := range x.candidates {
		if amazon && c.name == "itemprice" {
			x.candidates[i].role = model.Amount
			x.candidates[i].reason = model.P("in Amazon's reports %q is the price of all pieces of a line", x.profiles[c.column].column.Name())
		}
	}
	if x.sure(model.Amount) || x.may(model.Quantity) {
		return
	}
	for i, c := range x.candidates {
		if c.role == model.UnitPrice && c.usage == vague {
			x.candidates[i].role = model.Amount
			x.candidates[i].reason = model.P("%q is a price, and no column tells how many were bought", x.profiles[c.column].column.Name())
		}
	}
}

// amountAsMonetary takes an amount for what each customer spent in all, where no
// customer has two rows and nothing else tells of orders.
func (x tableContext) amountAsMonetary() {
	if x.may(model.OrderDate, model.OrderID, model.Quantity, model.UnitPrice, "monetary") {
		return
	}
	perCustomer := slices.ContainsFunc(x.candidates, func(c candidate) bool {
		return c.role == model.CustomerID && c.usage != vague && x.profiles[c.column].held > 1 && x.profiles[c.column].unique()
	})
	if !perCustomer {
		return
	}
	for i, c := range x.candidates {
		if c.role == model.Amount && c.usage != own {
			x.candidates[i].role = "monetary"
			x.candidates[i].reason = model.P("%q is a sum of money, and each customer has one row", x.profiles[c.column].column.Name())
		}
	}
}
