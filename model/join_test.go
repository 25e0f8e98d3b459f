package model

import (
	"fmt"
	"math"
	"testing"
)

// splitShop has orders whose lines are in a table of their own.
func splitShop(t *testing.T) *Dataset {
	d := &Dataset{}
	addTable(t, d, "orders", "no=order_id|who=customer_id|day=order_date|state=status|city=city",
		"1|a|2024-01-01|delivered|Rome", "2|a|2024-01-03|delivered|Oslo", "3|b|2024-01-02|delivered|Bern",
		"4|c|2024-01-04|delivered|Lima", "5||2024-01-02|delivered|", "6|b|2024-01-05|canceled|Bern")
	addTable(t, d, "items", "no=order_id|thing=product|n=quantity|each=unit_price",
		"1|tea|2|3", "1|pot|1|10", "2|tea|1|3", "3|pot|1|10", "9|pot|1|10", "5|tea|1|3", "6|tea|4|3", "|tea|1|3")
	return d
}

func TestLinesJoinTheirOrders(t *testing.T) {
	d := splitShop(t)
	c := build(t, d, Scope{AsOf: NoDay})
	nan := math.NaN()
	checkMeasure(t, c, Monetary, 19, 10, 0) // c's order has no line
	checkMeasure(t, c, Frequency, 2, 1, 0)
	checkMeasure(t, c, Recency, 3, 4, nan) // as of the day after the cancelled order
	checkAttribute(t, c, "city", "Oslo", "Bern", "")
	checkExcluded(t, d, c, "orders the order has no line in table items: 3",
		"items the order of the line is not among the orders: 4 7", "items no customer id: 5")
	checkJoin(t, c, Join{Table: 0, With: 1, Key: "no", Rows: 6, Matched: 5, Unmatched: 1, Examples: []string{"4"}})
	checkJoin(t, c, Join{Table: 1, With: 0, Key: "no", Rows: 7, Matched: 5, Unmatched: 1, Examples: []string{"9"}})
	o := c.Orders()
	thing, ok := o.Column(Product)
	if from, to := o.Lines(0); !ok || to-from != 3 || thing.Text(int(o.Row[to-1])) != "tea" {
		t.Errorf("lines %d to %d of %v", from, to, thing)
	}
	if h := o.History(0); len(h) != 2 || h[0].Lines != 2 || h[0].Money != 16 {
		t.Errorf("history %+v", h)
	}
	if _, ok := o.Column("channel"); ok {
		t.Error("there is no channel")
	}
}

func TestMoneyOfOrdersIsSplitAmongLines(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "no=order_id|who=customer_id|day=order_date|paid=amount", "1|a|2024-01-01|10", "2|b|2024-01-02|5")
	addTable(t, d, "items", "no=order_id|thing=product", "1|tea", "1|pot", "1|cup", "2|tea")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 10, 5)
	checkNotes(t, c, "the paid of an order in table orders is split evenly")

	d = &Dataset{}
	addTable(t, d, "orders", "no=order_id|who=customer_id|day=order_date|paid=amount", "1|a|2024-01-01|10")
	addTable(t, d, "items", "no=order_id|thing=product|each=amount", "1|tea|3", "1|pot|4")
	c = build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 7)
	checkNotes(t, c, "column paid of table orders is not used")
}

func TestOneTableHoldsTheLines(t *testing.T) {
	d := splitShop(t)
	addTable(t, d, "payments", "no=order_id|value=amount", "1|16", "2|3")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 19, 10, 0)
	checkExcluded(t, d, c, "orders the order has no line in table items: 3",
		"items the order of the line is not among the orders: 4 7", "items no customer id: 5",
		"payments table items already holds the lines of the orders: to use this one, leave that file out: 0 1")

	d = &Dataset{}
	addTable(t, d, "sales", "no=order_id|who=customer_id|paid=amount", "1|a|2", "1|a|3")
	addTable(t, d, "items", "no=order_id|thing=product", "1|tea")
	c = build(t, d, Scope{AsOf: NoDay})
	checkExcluded(t, d, c, "items its rows look like lines of orders, but table sales holds several rows of an order already: 0")
}

func TestTheLongerTableHoldsTheOrders(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "old", "who=customer_id|day=order_date|sum=amount", "a|2024-01-01|2")
	addTable(t, d, "new", "id=customer_id|day=order_date|sum=amount", "a|2024-01-01|2", "a|2024-01-02|3")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 5)
	checkExcluded(t, d, c, "old table new holds the same orders: to use this one open its file alone, or take the other out with --map ignore=new:id: 0")
	checkNotes(t, c, "Table old is not used, 1 row with money of 2.00: table new holds the same orders")
	c = build(t, d, Scope{AsOf: NoDay}, Assignment{Ignore, "new:id"})
	checkMeasure(t, c, Monetary, 2)
}

func TestLookupTables(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|day=order_date|Region=region|thing=product|n=quantity",
		"a|2024-01-01|East|tea|2", "a|2024-01-02|East|pot|1", "b|2024-01-02|West|jar|1", "b|2024-01-03|West|tea|1")
	addTable(t, d, "goods", "thing=product|kind=category|price=unit_price", "tea|drink|3", "pot|ware|10", "cup|ware|1")
	addTable(t, d, "staff", "head|region", "Ann|East", "Bo|West", "Cy|North")
	addTable(t, d, "loose", "x|y", "1|2")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 16, 3) // the jar has no price
	checkAttribute(t, c, "head", "Ann", "Bo")
	for _, a := range c.Attributes() {
		if a.Name() == "head" && (a.Table != 2 || a.Source != "staff") {
			t.Errorf("head is of table %d, %s", a.Table, a.Source)
		}
	}
	kind, ok := c.Orders().Column(Category)
	if !ok || kind.Text(1) != "ware" || kind.Text(2) != "" {
		t.Errorf("category %v", kind)
	}
	checkNotes(t, c, "1 row of orders has a thing that table goods does not list")
	checkJoin(t, c, Join{Table: 1, With: 0, Key: "thing", Rows: 3, Matched: 2, Unmatched: 1, Examples: []string{"cup"}})
	checkExcluded(t, d, c, "orders no amount: 2", "goods no order has its thing: 2", "staff no order has its region: 2",
		"loose the table has no customer id, and no column of unique values that the orders have under the same header: 0")
	if n := len(d.Tables[0].Columns()); n != 5 {
		t.Errorf("the table that was read has %d columns now", n)
	}
}

// A key that repeats cannot be looked up.
func TestLookupNeedsUniqueKeys(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|day=order_date|thing=product", "a|2024-01-01|tea")
	addTable(t, d, "goods", "thing=product|kind=category", "tea|drink", "tea|leaf")
	c := build(t, d, Scope{AsOf: NoDay})
	if q := c.Quality(); len(q.Excluded) != 1 || len(q.Excluded[0].Rows) != 2 {
		t.Errorf("excluded %v", q.Excluded)
	}
}

func TestJoinsCountBothSides(t *testing.T) {
	d := orderTable(t, smallOrders())
	addTable(t, d, "people", "id=customer_id|age=age", "anna|20", "dan|40", "|1", "eve|50")
	c := build(t, d, Scope{AsOf: NoDay})
	checkJoin(t, c, Join{Table: 0, With: -1, Key: "who", Rows: 10, Matched: 1, Unmatched: 2, CustomersWithout: 2, Examples: []string{"ben", "cat"}})
	checkJoin(t, c, Join{Table: 1, With: 0, Key: "id", Rows: 3, Matched: 1, Unmatched: 2, CustomersWithout: 2, Examples: []string{"dan", "eve"}})
	checkNotes(t, c, "2 of 5 customers are not in table people")
	if c = build(t, orderTable(t, smallOrders()), Scope{AsOf: NoDay}); len(c.Joins()) != 0 {
		t.Errorf("one table joins %+v", c.Joins())
	}
}

func TestIDsWrittenInTwoWays(t *testing.T) {
	for name, write := range map[string]string{"leading zeros": "%06d", "a fraction": "%d.0", "case and zeros": "%03d"} {
		d := &Dataset{}
		var orders, people []string
		for i := range 30 {
			orders = append(orders, fmt.Sprintf("%d|2024-01-01|5", i+1))
			people = append(people, fmt.Sprintf(write+"|1", i+1))
		}
		addTable(t, d, "orders", "who=customer_id|day=order_date|paid=amount", orders...)
		addTable(t, d, "people", "id=customer_id|age=age", people...)
		c := build(t, d, Scope{AsOf: NoDay})
		if c.Len() != 60 {
			t.Errorf("%s: %d customers: ids must not be joined silently", name, c.Len())
		}
		checkNotes(t, c, "Only 0 of 30 ids of table people are in table orders, but 30 would be",
			fmt.Sprintf(`"1" there is %q here; write them alike`, fmt.Sprintf(write, 1)))
	}
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|day=order_date|paid=amount", "a|2024-01-01|5")
	addTable(t, d, "people", "id=customer_id|age=age", "x|5", "y|6")
	checkNotes(t, build(t, d, Scope{AsOf: NoDay}), "Only 0 of 2 ids of table people are in table orders: make sure that both name the same things")
}

func TestDroppedRowsAreNeverUsed(t *testing.T) {
	d := orderTable(t, smallOrders())
	addTable(t, d, "people", "id=customer_id|age=age", "anna|20", "anna|21", "fay|30", "cat|3")
	addTable(t, d, "Returns", "order=order_id|why", "4|late", "1|late")
	d.Dropped = []Exclusion{
		{Table: 0, Reason: P("a duplicate"), Rows: []int32{2, 6}}, // anna's last order, all of cat's
		{Table: 0, Reason: P("an outlier"), Rows: []int32{0, 2}},  // her first; 2 is counted already
		{Table: 1, Reason: P("a duplicate"), Rows: []int32{0, 2}}, // all of fay
		{Table: 2, Reason: P("a duplicate"), Rows: []int32{0}},
	}
	c := build(t, d, Scope{AsOf: NoDay})
	if c.Len() != 3 || c.Find("fay") >= 0 {
		t.Fatalf("customers %v", c.ids.Strings()) // cat is in the table of people still
	}
	checkMeasure(t, c, Frequency, 1, 1, 0)
	checkMeasure(t, c, Monetary, 20, 37.5, 0)
	checkAttribute(t, c, "age", "21", "", "3")
	checkNotes(t, c, "1 customer had nothing but rows that were left out by choice")
	checkExcluded(t, d, c, "orders a duplicate: 2 6", "orders an outlier: 0", "people a duplicate: 0 2", "Returns a duplicate: 0",
		"orders no customer id: 7", "orders no order date: 8", "orders no amount: 9", "orders the amount is not finite: 10")
	if got := c.AsOf.String(); got != "2024-02-21" {
		t.Errorf("as of %s: a dropped order set it", got)
	}
}
