package model

// parts says what each table of a dataset contributes to customers.
type parts struct {
	orders    int   // the table of orders, -1 for none
	customers []int // tables with a row per customer
	unused    []unusedTable
}

type unusedTable struct {
	table  int
	reason Phrase
}

func (p parts) any() bool { return p.orders >= 0 || len(p.customers) > 0 }

// sortParts decides, from the roles and from whether ids repeat, which table
// holds orders and which hold customers. With several candidates for orders the
// one with most rows is taken and the others are counted as unused.
func sortParts(d *Dataset, roles RoleMap) parts {
	p := parts{orders: -1}
	for i, t := range d.Tables {
		switch {
		case roles.Column(i, CustomerID) < 0 && !roles.RowIsCustomer(i):
			p.unused = append(p.unused, unusedTable{i, P("the table has no customer id")})
		case !holdsOrders(t, roles, i):
			p.customers = append(p.customers, i)
		case p.orders < 0:
			p.orders = i
		default:
			lesser := i
			if t.Rows() > d.Tables[p.orders].Rows() {
				lesser, p.orders = p.orders, i
			}
			p.unused = append(p.unused, unusedTable{lesser, P("another table already holds the orders")})
		}
	}
	return p
}

// holdsOrders reports whether a table's rows are orders or parts of orders: it
// has an order date, or its ids repeat and it has money or order ids.
func holdsOrders(t *Table, roles RoleMap, i int) bool {
	if roles.RowIsCustomer(i) {
		return false
	}
	if roles.Column(i, OrderDate) >= 0 {
		return true
	}
	if roles.Column(i, OrderID) < 0 && roles.Column(i, Amount) < 0 && roles.Column(i, UnitPrice) < 0 {
		return false
	}
	return repeats(t.Column(roles.Column(i, CustomerID)))
}

// repeats reports whether any value occurs twice.
func repeats(c Column) bool {
	codes, dict := keysOf(c)
	seen := make([]bool, len(dict))
	for _, k := range codes {
		if k < 0 {
			continue
		}
		if seen[k] {
			return true
		}
		seen[k] = true
	}
	return false
}
