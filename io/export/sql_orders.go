package export

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
)

// orderQuery is the part of a query that makes customers of a table of orders.
type orderQuery struct {
	tableReader
	of      *model.OrderColumns
	window  int
	carried []readColumn // attributes in which the rows of a customer agree
	profit  bool         // the profit of lines is asked for
	lastGap bool         // the days between the last two purchases are
	chosen  []readColumn // columns by which lines are chosen
	totals  []lineTotal
}

// ctes are the common table expressions up to order_measures, a row a customer.
func (q orderQuery) ctes() []cte {
	out := []cte{{name: "order_rows", says: "each row of the orders as it is read", query: q.rows(), once: true}, {name: "order_lines", says: "what a row counts as", query: q.lines()}}
	if q.lastGap {
		out = append(out, cte{name: "last_gaps", says: "days between the last two days with a purchase", query: q.gaps()})
	}
	return append(out, cte{name: "order_measures", says: "one row a customer", query: q.measures()})
}

// rows reads the columns of the table.
func (q orderQuery) rows() string {
	o := q.of
	columns := []string{q.id(o.CustomerID) + " AS customer_id"}
	add := func(header, as string, read func(string) string) {
		if header != "" {
			columns = append(columns, read(header)+" AS "+as)
		}
	}
	add(o.OrderID, "order_id", q.words)
	add(o.Date, "day", q.date)
	add(o.Quantity, "quantity", q.number)
	if o.Amount != "" {
		add(o.Amount, "amount", q.number)
	} else if q.hasMoney() {
		columns = append(columns, q.finite("("+q.number(o.Quantity)+") * ("+q.number(o.UnitPrice)+")")+" AS amount")
	}
	for i, w := range o.Undone {
		add(w.Column, fmt.Sprintf("mark_%d", i+1), q.words)
	}
	if len(o.Unpaid.Of) > 0 {
		add(o.Unpaid.Column, "state", q.words)
	}
	if q.profit {
		add(o.Profit, "profit", q.number)
	}
	for _, c := range slices.Concat(q.carried, q.chosen) {
		columns = append(columns, q.attribute(c))
	}
	return "SELECT " + strings.Join(columns, ",\n    ") + "\n  FROM " + q.quoted(q.table.Name)
}

// hasMoney reports whether a row has money.
func (q orderQuery) hasMoney() bool {
	return q.of.Amount != "" || q.of.Quantity != "" && q.of.UnitPrice != ""
}

// lines says of each row whether it is used, whether it is a return and what it
// brings in.
func (q orderQuery) lines() string {
	o := q.of
	var back, given, undone, used []string
	if o.Quantity != "" {
		back, given = append(back, "quantity < 0"), append(given, "quantity < 0")
	}
	if len(o.CancelledDigits) > 0 {
		back, given = append(back, q.cancelled("order_id", o.CancelledDigits)), append(given, q.cancelled("order_id", o.CancelledDigits))
	}
	for i, w := range o.Undone {
		undone = append(undone, fmt.Sprintf("mark_%d IN (%s)", i+1, q.texts(w.Of)))
	}
	columns := []string{"customer_id"}
	if o.OrderID != "" {
		columns = append(columns, "order_id")
	}
	if o.Date != "" {
		columns, used = append(columns, "day"), append(used, "day IS NOT NULL")
	}
	if q.hasMoney() {
		back, used = append(back, "amount < 0"), append(used, "amount IS NOT NULL")
		money := "CASE"
		for _, condition := range given {
			money += " WHEN amount > 0 AND " + condition + " THEN -amount"
		}
		for _, condition := range undone {
			money += " WHEN amount > 0 AND " + condition + " THEN 0"
		}
		if money += " ELSE amount END"; len(given)+len(undone) == 0 {
			money = "amount"
		}
		columns = append(columns, money+" AS money")
	}
	if back = append(back, undone...); len(back) == 0 {
		back = []string{"FALSE"}
	}
	if len(o.Unpaid.Of) > 0 {
		used = append(used, "(state IS NULL OR state NOT IN ("+q.texts(o.Unpaid.Of)+"))")
	}
	if q.window > 0 && o.Date != "" {
		used = append(used, fmt.Sprintf("%s < %d", q.daysFrom("day", "as_of"), q.window))
	}
	if len(used) == 0 {
		used = []string{"TRUE"}
	}
	columns = append(columns, "CASE WHEN "+strings.Join(back, " OR ")+" THEN 1 ELSE 0 END AS is_return",
		"CASE WHEN "+strings.Join(used, " AND ")+" THEN 1 ELSE 0 END AS is_used")
	if q.profit {
		columns = append(columns, "profit")
	}
	for _, c := range slices.Concat(q.carried, q.chosen) {
		columns = append(columns, q.name(c.name))
	}
	out := "SELECT " + strings.Join(columns, ",\n    ") + "\n  FROM order_rows"
	if o.Date == "" {
		return out + "\n  WHERE customer_id IS NOT NULL"
	}
	return out + " CROSS JOIN scope\n  WHERE customer_id IS NOT NULL AND (day IS NULL OR day <= as_of)"
}

// A row that counts as money, and as a purchase.
const (
	isUsed     = "is_used = 1"
	isPurchase = "is_used = 1 AND is_return = 0"
)

// gaps are the days between the last two days of purchases.
func (q orderQuery) gaps() string {
	return "SELECT customer_id, " + q.daysFrom("day_before", "day") + " AS last_gap\n  FROM (\n" +
		"    SELECT customer_id, day, LAG(day) OVER (PARTITION BY customer_id ORDER BY day) AS day_before,\n" +
		"      ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY day DESC) AS place\n" +
		"    FROM (SELECT DISTINCT customer_id, day FROM order_lines WHERE " + isPurchase + ") AS bought\n" +
		"  ) AS purchase_days\n  WHERE place = 1"
}

// measures makes one row of the lines of a customer.
func (q orderQuery) measures() string {
	o := q.of
	columns := []string{"customer_id", q.orders() + " AS frequency"}
	if q.hasMoney() {
		columns = append(columns, q.total("money")+" AS monetary")
	}
	if o.Date != "" {
		columns = append(columns, "MAX(CASE WHEN "+isPurchase+" THEN day END) AS last_order", "MIN(CASE WHEN "+isPurchase+" THEN day END) AS first_order",
			"COUNT(DISTINCT CASE WHEN "+isPurchase+" THEN day END) AS purchase_days")
	}
	if q.profit {
		columns = append(columns, q.total("CASE WHEN is_return = 1 AND money = 0 THEN NULL WHEN is_return = 1 THEN -ABS(profit) ELSE profit END")+" AS line_profit")
	}
	for _, t := range q.totals {
		columns = append(columns, q.lineTotal(t.of)+" AS "+q.name(t.name))
	}
	for _, c := range q.carried {
		columns = append(columns, "MAX("+q.name(c.name)+") AS "+q.name(c.name))
	}
	from := "order_lines"
	if slices.ContainsFunc(q.totals, func(t lineTotal) bool { return t.of.From.Is == formula.DaysAgo || t.of.Before.Is == formula.DaysAgo }) {
		from += " CROSS JOIN scope"
	}
	return "SELECT " + strings.Join(columns, ",\n    ") + "\n  FROM " + from + "\n  GROUP BY customer_id"
}

// orders counts the purchases of a customer: different order ids, and rows without
// one by the day or each on its own.
func (q orderQuery) orders() string {
	byDay := "COUNT(DISTINCT CASE WHEN %s THEN day END)"
	byRow := "SUM(CASE WHEN %s THEN 1 ELSE 0 END)"
	switch {
	case q.of.OrderID == "" && q.of.Days:
		return fmt.Sprintf(byDay, isPurchase)
	case q.of.OrderID == "":
		return fmt.Sprintf(byRow, isPurchase)
	}
	without := byRow
	if q.of.Date != "" {
		without = byDay
	}
	return "COUNT(DISTINCT CASE WHEN " + isPurchase + " THEN order_id END) + " + fmt.Sprintf(without, isPurchase+" AND order_id IS NULL")
}

// total adds up exactly, as decimals, and rounds to a millionth, so that sums which
// are equal on paper are equal.
func (q orderQuery) total(of string) string {
	sum := "SUM(CAST(CASE WHEN " + isUsed + " THEN " + of + " END AS DECIMAL(38, 10)))"
	return q.asDouble("ROUND(" + sum + ", 6)")
}

// measure is a measure in order_measures as it is for every customer, also those
// without orders.
func (q orderQuery) measure(in formula.Input) (sql string, ok bool) {
	dated := q.of.Date != ""
	switch name := in.Name; {
	case name == string(model.Frequency):
		return q.asDouble("COALESCE(order_measures.frequency, 0)"), true
	case name == string(model.Monetary) && q.hasMoney():
		return "COALESCE(order_measures.monetary, 0)", true
	case name == string(model.AverageOrder) && q.hasMoney():
		return "order_measures.monetary / NULLIF(" + q.asDouble("order_measures.frequency") + ", 0)", true
	case name == string(model.Recency) && dated:
		return q.asDouble(q.daysFrom("order_measures.last_order", "as_of")), true
	case name == string(model.Tenure) && dated:
		return q.asDouble(q.daysFrom("order_measures.first_order", "as_of")), true
	case name == model.FactPurchaseDays && dated:
		return q.asDouble("COALESCE(order_measures.purchase_days, 0)"), true
	case name == model.FactLastGap && q.lastGap:
		return q.asDouble("last_gaps.last_gap"), true
	case name == model.FactProfit && q.profit:
		return "order_measures.line_profit", true
	}
	return "", false
}
