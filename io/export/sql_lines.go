package export

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
)

// lineTotal is what lines of a customer's orders make together, under the name of
// a column.
type lineTotal struct {
	name string
	of   formula.Lines
}

// ofLines has the lines of the orders counted or added up for an input.
func (q *query) ofLines(in sqlInput) (string, error) {
	o := q.needOrders("")
	if o == nil {
		return "", noSQL("%s is counted of orders, and there are none", in.Name)
	}
	if in.Lines.Test != formula.AllLines {
		if err := q.choose(o, in.Lines); err != nil {
			return "", err
		}
	}
	o.totals = append(o.totals, lineTotal{in.name, in.Lines})
	return q.asDouble("COALESCE(order_measures." + q.name(in.name) + ", 0)"), nil
}

// choose has the column read by which lines are chosen.
func (q *query) choose(o *orderQuery, of formula.Lines) error {
	column, ok := q.v.source.Orders().Column(model.Role(of.By))
	if !ok {
		return noSQL("the orders have no %s", of.By)
	}
	own := q.v.data.Tables[o.of.Table].Columns() // without those that were joined to them
	at := slices.IndexFunc(o.table.Columns(), func(c model.Column) bool { return c.Name() == column.Name() })
	switch {
	case at >= len(own) || own[at].Name() != column.Name():
		return noSQL("column %s was looked up in another table", column.Name())
	case q.v.hidden(column.Name()):
		return noSQL("column %s is masked", column.Name())
	}
	name := chosenBy(of)
	if slices.ContainsFunc(o.chosen, func(c readColumn) bool { return c.name == name }) {
		return nil
	}
	kind := model.Text
	if of.Test != formula.Worded {
		kind = model.Number
	}
	o.chosen = append(o.chosen, readColumn{name, column.Name(), kind})
	return nil
}

// chosenBy names the column of the lines by which they are chosen.
func chosenBy(of formula.Lines) string { return "by_" + of.By }

// lineTotal writes what the lines of a customer make together.
func (q orderQuery) lineTotal(of formula.Lines) string {
	when := []string{isPurchase}
	if of.Do == formula.LineMoney {
		when = nil // what is used is added up
	}
	column := q.name(chosenBy(of))
	switch of.Test {
	case formula.Worded:
		when = append(when, column+" IN ("+q.texts(of.Words())+")")
	case formula.Given:
		when = append(when, column+" IS NOT NULL")
	case formula.NotZero:
		when = append(when, column+" <> 0")
	}
	when = append(when, q.bounds(of)...)
	condition := strings.Join(when, " AND ")
	switch {
	case of.Do == formula.LineOrders:
		return q.ordersWithin(condition)
	case of.Do == formula.LineCount:
		return "SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END)"
	case condition == "":
		return q.total("money")
	}
	return q.total("CASE WHEN " + condition + " THEN money END")
}

// ordersWithin counts the orders of lines under a condition: different ids, and of
// lines without one different days, or each where there are no days.
func (q orderQuery) ordersWithin(condition string) string {
	each := "SUM(CASE WHEN %s THEN 1 ELSE 0 END)"
	if q.of.Date != "" {
		each = "COUNT(DISTINCT CASE WHEN %s THEN day END)"
	}
	if q.of.OrderID == "" {
		return fmt.Sprintf(each, condition)
	}
	return "COUNT(DISTINCT CASE WHEN " + condition + " THEN order_id END) + " + fmt.Sprintf(each, condition+" AND order_id IS NULL")
}

// bounds are the conditions on the days of lines.
func (q orderQuery) bounds(of formula.Lines) []string {
	var out []string
	add := func(b formula.Bound, onDay, ago string) {
		switch b.Is {
		case formula.OnDay:
			out = append(out, "day "+onDay+" "+q.day(float64(b.Days)))
		case formula.DaysAgo:
			out = append(out, q.daysFrom("day", "as_of")+" "+ago+" "+q.Dialect.number(float64(b.Days)))
		}
	}
	add(of.From, ">=", "<")
	add(of.Before, "<", ">=")
	return out
}
