package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"custseg/model"
	"custseg/model/formula"
)

// peopleQuery reads the columns of a table of customers that the rule needs.
type peopleQuery struct {
	name    string // of its expression
	table   *model.Table
	id      string // the header of the customer's id
	columns []readColumn
}

// readColumn is a column as it is read, under a name of its own.
type readColumn struct {
	name, header string
	kind         model.Kind
}

func (p *peopleQuery) cte(d Dialect) cte {
	read := tableReader{d, p.table}
	columns := []string{read.id(p.id) + " AS customer_id"}
	for _, c := range p.columns {
		columns = append(columns, read.attribute(c))
	}
	return cte{name: p.name, says: "what a table says of customers", query: "SELECT " + strings.Join(columns, ",\n    ") + "\n  FROM " + d.quoted(p.table.Name)}
}

// plan finds where the inputs of the rule come from, and names all columns.
func (q *query) plan() error {
	q.write = sqlFormula{Dialect: q.Dialect, inputs: map[formula.Input]string{}, named: map[*formula.Named]string{}}
	q.taken = map[string]bool{}
	for _, name := range []string{"customer_id", "order_id", "day", "quantity", "amount", "state", "money", "is_return", "is_used", "as_of", "place", "segment", "segment_number",
		"last_order", "first_order"} {
		q.taken[name] = true
	}
	for _, need := range formula.Needs(q.rule) {
		if need.Kind == formula.Fact && need.Name == model.FactID {
			q.write.inputs[need.Input] = string(model.CustomerID)
			continue
		}
		in := sqlInput{Need: need, name: q.inputName(need)}
		q.write.inputs[need.Input] = in.name
		var err error
		if in.sql, err = q.source(in); err != nil {
			return err
		}
		q.inputs = append(q.inputs, in)
	}
	if err := q.readWhere(); err != nil {
		return err
	}
	q.nameParts()
	return nil
}

// inputName makes a name of the column that holds an input.
func (q *query) inputName(need formula.Need) string {
	return q.unused(need.Name + map[formula.Kind]string{formula.Day: " day", formula.Year: " year", formula.Years: " years"}[need.Kind])
}

// unused makes a name of a column that no other has.
func (q *query) unused(name string) string {
	name = shortened(strings.Join(strings.Fields(strings.ToLower(name)), "_"))
	return claim(q.taken, name, func(k string) string { return name + "_" + k })
}

// shortened is a name of as many bytes as leave room for a number where PostgreSQL
// cuts names, at 63.
func shortened(name string) string {
	const most = 56
	if len(name) <= most {
		return name
	}
	at := most
	for !utf8.RuneStart(name[at]) {
		at--
	}
	return name[:at]
}

// source finds the column behind an input.
func (q *query) source(in sqlInput) (sql string, err error) {
	c := q.v.source
	byAsOf := in.Kind == formula.Years || in.Kind == formula.Fact && (in.Name == model.FactAsOf || in.Name == model.FactAsOfYear)
	switch {
	case byAsOf && c.AsOf == model.NoDay: // what goes by it is missing
		return q.asDouble("NULL"), nil
	case in.Kind == formula.Day, in.Kind == formula.Year, in.Kind == formula.Years:
		return q.dated(in)
	case byAsOf:
		q.asOf = true
		return q.dateAs(map[bool]formula.Kind{true: formula.Year, false: formula.Day}[in.Name == model.FactAsOfYear], "as_of"), nil
	case in.Kind == formula.OfLines:
		return q.ofLines(in)
	case in.Kind == formula.Column:
		if at := slices.IndexFunc(c.Attributes(), func(a model.Attribute) bool { return a.Name() == in.Name }); at >= 0 {
			return q.attribute(c.Attributes()[at], in)
		}
	}
	if in.Kind != formula.Fact {
		f, ok := c.Feature(model.Measure(in.Name))
		if !ok {
			return "", noSQL("%s is no column of the data", in.Name)
		}
		if f.From != "" {
			return q.mapped(f, in)
		}
	}
	if o := q.needOrders(in.Name); o != nil {
		if sql, ok := o.measure(in.Input); ok {
			return sql, nil
		}
	}
	return "", noSQL("%s is not computed from orders alone", in.Name)
}

// dated is a column of dates as a number.
func (q *query) dated(in sqlInput) (string, error) {
	for _, a := range q.v.source.Attributes() {
		if a.Name() == in.Name {
			column, err := q.attribute(a, in)
			q.asOf = q.asOf || in.Kind == formula.Years
			return q.dateAs(in.Kind, column), err
		}
	}
	f, _ := q.v.source.Feature(model.Measure(in.Name))
	if o := q.needOrders(""); o != nil && o.of.Date != "" && f.From == "" && (f.Measure == model.LastOrder || f.Measure == model.FirstOrder) {
		return q.dateAs(in.Kind, "order_measures."+map[model.Measure]string{model.LastOrder: "last_order", model.FirstOrder: "first_order"}[f.Measure]), nil
	}
	return "", noSQL("%s is not computed from orders alone", in.Name)
}

// mapped is a measure that is taken from a column.
func (q *query) mapped(f model.Feature, in sqlInput) (string, error) {
	for _, a := range q.v.source.Attributes() {
		if a.Name() == f.From {
			sql, err := q.attribute(a, in)
			if f.Times != 1 {
				sql += " * " + q.number(f.Times)
			}
			return sql, err
		}
	}
	return "", noSQL("the column of %s is not there", in.Name)
}

// attribute is a column about customers, read where it stands.
func (q *query) attribute(a model.Attribute, in sqlInput) (string, error) {
	kind := model.Number
	switch {
	case in.Words:
		kind = model.Text
	case in.Kind == formula.Day, in.Kind == formula.Year, in.Kind == formula.Years:
		kind = model.Date
	}
	table, column := q.derived.Tables[a.Table], readColumn{in.name, a.Header, kind}
	use, _ := q.v.source.Use(a.Table)
	switch {
	case q.v.hidden(a.Name()):
		return "", noSQL("column %s is masked", a.Name())
	case kind != a.Kind():
		return "", noSQL("column %s holds values of another kind than the rule reads", a.Name())
	case use == model.UsedCustomers:
		p, err := q.peopleOf(a.Table)
		if err != nil {
			return "", err
		}
		p.columns = append(p.columns, column)
		return p.name + "." + q.name(in.name), nil
	case q.derived.Orders != nil && a.Table == q.derived.Orders.Table && a.Constant:
		o := q.needOrders("")
		o.carried = append(o.carried, column)
		return "order_measures." + q.name(in.name), nil
	}
	return "", noSQL("column %s of table %s takes several rows of a customer together", a.Name(), table.Name)
}

// peopleOf is the query of a table of customers.
func (q *query) peopleOf(table int) (*peopleQuery, error) {
	t := q.derived.Tables[table]
	for _, p := range q.people {
		if p.table == t {
			return p, nil
		}
	}
	at := slices.IndexFunc(q.derived.IDs, func(s model.IDSource) bool { return s.Table == table })
	if at < 0 || !q.derived.IDs[at].Only {
		return nil, noSQL("table %s has several rows of a customer", t.Name)
	}
	name := "people"
	if n := len(q.people); n > 0 {
		name = fmt.Sprintf("people_%d", n+1)
	}
	p := &peopleQuery{name: name, table: t, id: q.derived.IDs[at].ID}
	q.people = append(q.people, p)
	return p, nil
}

// needOrders is the query of the orders, nil when there are none; asked says what
// is asked of them.
func (q *query) needOrders(asked string) *orderQuery {
	of := q.derived.Orders
	if of == nil {
		return nil
	}
	if q.orders == nil {
		t := q.derived.Tables[of.Table]
		q.orders = &orderQuery{tableReader: tableReader{q.Dialect, t}, of: of, window: q.v.source.Window}
	}
	switch {
	case asked == model.FactLastGap && of.Date != "":
		q.orders.lastGap = true
	case asked == model.FactProfit && of.Profit != "" && q.orders.hasMoney():
		q.orders.profit = true
	}
	return q.orders
}

// nameParts names the named parts of the rule, and lays them out so that each
// comes after those it is made of.
func (q *query) nameParts() {
	depth, texts := map[*formula.Named]int{}, map[string]string{}
	var deepest func(e formula.Expr) int
	deepest = func(e formula.Expr) int {
		most := 0
		formula.Walk(e, func(part formula.Expr) {
			n, ok := part.(*formula.Named)
			if !ok {
				return
			}
			if _, known := depth[n]; !known {
				depth[n] = 1 + deepest(n.Of)
			}
			most = max(most, depth[n])
		})
		return most
	}
	deepest(q.rule)
	formula.Walk(q.rule, func(part formula.Expr) {
		n, ok := part.(*formula.Named)
		if !ok {
			return
		}
		if _, known := depth[n]; !known {
			depth[n] = 1 + deepest(n.Of)
		}
		text := n.Name + " " + n.Of.String()
		if name, same := texts[text]; same { // the same part, made twice
			q.write.named[n] = name
			return
		}
		q.write.named[n] = q.unused(n.Name)
		texts[text] = q.write.named[n]
		for len(q.layers) < depth[n] {
			q.layers = append(q.layers, nil)
		}
		q.layers[depth[n]-1] = append(q.layers[depth[n]-1], n)
	})
}

// scoped reports whether anything in the query goes by the as-of date.
func (q *query) scoped() bool {
	if q.v.source.AsOf == model.NoDay {
		return false
	}
	return q.asOf || q.orders != nil && q.orders.of.Date != "" || slices.ContainsFunc(q.derived.IDs, func(s model.IDSource) bool { return s.Date != "" })
}

// customerIDs are the customers of all tables that name them.
func (q *query) customerIDs() cte {
	var from []string
	for _, s := range q.derived.IDs {
		t := q.derived.Tables[s.Table]
		read := tableReader{q.Dialect, t}
		people := slices.IndexFunc(q.people, func(p *peopleQuery) bool { return p.table == t })
		switch {
		case q.orders != nil && s.Table == q.orders.of.Table:
			from = append(from, "SELECT customer_id FROM order_measures")
		case people >= 0:
			from = append(from, "SELECT customer_id FROM "+q.people[people].name+" WHERE customer_id IS NOT NULL")
		case s.Date == "":
			from = append(from, fmt.Sprintf("SELECT %s AS customer_id FROM %s WHERE %[1]s IS NOT NULL", read.id(s.ID), q.quoted(t.Name)))
		default:
			day := read.date(s.Date)
			from = append(from, fmt.Sprintf("SELECT %s AS customer_id FROM %s CROSS JOIN scope WHERE %[1]s IS NOT NULL AND (%[3]s IS NULL OR %[3]s <= as_of)",
				read.id(s.ID), q.quoted(t.Name), day))
		}
	}
	if len(from) == 1 {
		return cte{name: "ids", says: "the customers", query: "SELECT DISTINCT customer_id FROM (" + from[0] + ") AS named"}
	}
	return cte{name: "ids", says: "the customers of all tables that name them", query: strings.Join(from, "\n  UNION\n  ")}
}

// customers joins what the rule needs of each customer.
func (q *query) customers() cte {
	columns := []string{"ids.customer_id"}
	for _, in := range slices.Concat(q.inputs, q.filters) {
		columns = append(columns, in.sql+" AS "+q.name(in.name))
	}
	out := "SELECT " + strings.Join(columns, ",\n    ") + "\n  FROM ids"
	if q.scoped() {
		out += " CROSS JOIN scope"
	}
	if q.orders != nil {
		out += "\n  LEFT JOIN order_measures ON order_measures.customer_id = ids.customer_id"
	}
	if q.orders != nil && q.orders.lastGap {
		out += "\n  LEFT JOIN last_gaps ON last_gaps.customer_id = ids.customer_id"
	}
	for _, p := range q.people {
		out += fmt.Sprintf("\n  LEFT JOIN %s ON %[1]s.customer_id = ids.customer_id", p.name)
	}
	return cte{"customers", "what the rule needs of each customer", out, true}
}
