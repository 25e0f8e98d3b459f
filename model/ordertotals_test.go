package model

import (
	"fmt"
	"testing"
)

// totals is six orders of two lines, with the columns of a head of which the
// last two are the price of a line and the amount; both go by order and line.
func totals(t *testing.T, head string, price, amount func(order, line int) int) *Customers {
	var rows []string
	for order := range 6 {
		for line := range 2 {
			rows = append(rows, fmt.Sprintf("%d|c%d|2024-01-0%d|%d|%d", order, order, order+1, price(order, line), amount(order, line)))
		}
	}
	d := &Dataset{}
	addTable(t, d, "orders", "no=order_id|who=customer_id|day=order_date|"+head, rows...)
	return build(t, d, Scope{AsOf: NoDay})
}

func TestTheTotalOfAnOrderCountsOnce(t *testing.T) {
	price := func(order, line int) int { return 10 + order + line }
	total := func(order, _ int) int { return 21 + 2*order }
	for _, head := range []string{"each#|order_total=amount", "each#|paid=amount", "each=unit_price|order_total=amount"} {
		c := totals(t, head, price, total)
		checkMeasure(t, c, Monetary, 21, 23, 25, 27, 29, 31)
		if len(c.Warnings()) != 1 {
			t.Errorf("%s: warnings %v", head, c.Warnings())
		}
	}
	checkNotes(t, totals(t, "each#|paid=amount", price, total), "it is split evenly among them and counts once")

	// Nothing but the repetition speaks for a total.
	c := totals(t, "age#|paid=amount", func(_, line int) int { return line }, total)
	checkMeasure(t, c, Monetary, 42, 46, 50, 54, 58, 62)
	checkNotes(t, c, "In 6 of 6 orders of several lines, every line has the same paid")

	// Totals of lines, and amounts that are all alike or differ, are none of orders.
	for _, c := range []*Customers{
		totals(t, "each=unit_price|total=amount", total, total),
		totals(t, "each#|total=amount", price, func(int, int) int { return 5 }),
		totals(t, "each#|total=amount", price, price),
	} {
		if len(c.Warnings()) > 0 {
			t.Errorf("warnings %v", c.Warnings())
		}
	}
}
