package model

import (
	"slices"
	"testing"
)

const (
	webOrders  = "no=order_id|who=customer_id|day=order_date|paid=amount|ware=product"
	shopOrders = "cust=customer_id|bought=order_date|receipt=order_id|n=quantity|each=unit_price|till"
)

// twoShops is the orders of a web shop and the receipts of a store, laid out
// unlike and numbered alike.
func twoShops(t *testing.T, storeFirst bool) *Dataset {
	d := &Dataset{}
	web := func() {
		addTable(t, d, "web", webOrders, "1|a|2024-01-01|10|tea", "2|b|2024-01-02|20|pot", "3|c||5|cup")
	}
	if !storeFirst {
		web()
	}
	addTable(t, d, "store", shopOrders, "a|2024-02-01|1|2|4|x", "d|2024-02-02|2|1|7|y", "|2024-02-03|9|1|1|y")
	if storeFirst {
		web()
	}
	return d
}

func TestOrdersOfSeveralTablesAddUp(t *testing.T) {
	for _, storeFirst := range []bool{false, true} {
		d := twoShops(t, storeFirst)
		c := build(t, d, Scope{AsOf: NoDay})
		if got := c.ids.Strings(); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
			t.Fatalf("customers %v", got)
		}
		checkMeasure(t, c, Monetary, 18, 20, 0, 7)
		checkMeasure(t, c, Frequency, 2, 1, 0, 1) // order 1 of the store is not order 1 of the web
		checkExcluded(t, d, c, "web no order date: 2", "store no customer id: 2")
		checkNotes(t, c, "The orders are those of several tables together: store (3 rows), web (3 rows)")
		for place := range d.Tables {
			if use, _ := c.Use(place); use != UsedOrders {
				t.Errorf("table %d is used as %d", place, use)
			}
		}
		o := c.Orders()
		from, _ := o.Lines(c.Find("b"))
		if file, row := o.Table.Place(o.Row[from]); file != "web.csv" || row != 3 {
			t.Errorf("b's order stands in row %d of %s", row, file)
		}
	}
}

func TestDroppedRowsOfCombinedOrders(t *testing.T) {
	d := twoShops(t, false)
	d.Dropped = []Exclusion{{Table: 0, Reason: P("a duplicate"), Rows: []int32{1}}, {Table: 1, Reason: P("an outlier"), Rows: []int32{0}}}
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 10, 0, 7)
	checkExcluded(t, d, c, "web a duplicate: 1", "store an outlier: 0", "web no order date: 2", "store no customer id: 2")
}

// Orders and their payments are not added up, and neither are orders when
// another table holds the lines of some.
func TestTheSameOrdersCountOnce(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "no=order_id|who=customer_id|day=order_date|sum=amount", "1|a|2024-01-01|10", "2|b|2024-01-02|20", "3|c|2024-01-03|5")
	addTable(t, d, "payments", "no=order_id|who=customer_id|day=order_date|sum=amount", "1|a|2024-01-03|4", "1|a|2024-01-04|6", "2|b|2024-01-02|19")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 10, 20, 5)
	checkNotes(t, c, "Table payments is not used, 3 rows with money of 29.00: table orders holds the same orders")
	if len(c.Warnings()) != 1 {
		t.Errorf("warnings %v", c.Warnings())
	}

	d = twoShops(t, false)
	addTable(t, d, "items", "no=order_id|thing=product|cost=amount", "1|tea|10")
	c = build(t, d, Scope{AsOf: NoDay})
	checkNotes(t, c, "holds the orders, and these cannot be added to them")
}
