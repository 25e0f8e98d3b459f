package model

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// A quantity below zero makes money negative that has no sign.
func TestNegativeQuantityIsMoneyGivenBack(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|n=quantity|paid=amount",
		"a|1|2024-01-01|2|30", "a|2|2024-01-05|-1|10", "a|3|2024-01-09|-1|-5", "b|4|2024-01-02|1|7")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 15, 7)
	checkMeasure(t, c, Frequency, 1, 1)
	checkMeasure(t, c, Recency, 9, 8)
	checkNotes(t, c, "2 rows are returns", "1 returned row has a quantity below zero and money above")
	if got := d.Tables[0].Column(4).Text(1); got != "10" {
		t.Errorf("the column that was read says %s now", got)
	}
}

func TestCancelledOrderIDs(t *testing.T) {
	d := &Dataset{}
	rows := []string{"a|C100001|2024-02-01|40", "b|C100002|2024-02-02|-8", "b|A100003|2024-02-03|5", "b|C7|2024-02-03|6"}
	for i := range 36 {
		rows = append(rows, fmt.Sprintf("a|%d|2024-01-01|10", 200000+i))
	}
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|paid=amount", rows...)
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 320, 3) // 36 × 10 − 40; −8 + 5 + 6
	checkMeasure(t, c, Frequency, 36, 2) // A100003 and C7 are of no such shape
	checkNotes(t, c, "2 returned rows are of 2 cancelled orders")
	if h := c.Orders().History(1); len(h) != 3 || !h[0].Return || h[0].Money != -8 {
		t.Errorf("history %+v", h)
	}
}

// Where many ids are letters and digits, C is one letter of many.
func TestLettersInOrderIDsAreNoCancellation(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|paid=amount",
		"a|C100001|2024-01-01|40", "a|C100002|2024-01-02|8", "a|100003|2024-01-03|2")
	checkMeasure(t, build(t, d, Scope{AsOf: NoDay}), Frequency, 3)
}

func TestSalesUndoneByStatus(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|paid=amount|state=status",
		"a|1|2024-01-01|10|Delivered", "a|2|2024-01-02|20|Returned", "a|3|2024-01-03|-4|refunded", "a|4|2024-01-04|5|Payment_Failed",
		"b|5|2024-01-01|9|交易关闭", "c|6|2024-01-06|3|待付款", "d|7|2024-01-05|6|return requested", "d|8|2024-01-05|6|")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 6, 0, 0, 12) // 10 + 0 − 4
	checkMeasure(t, c, Frequency, 1, 0, 0, 2)
	checkMeasure(t, c, Recency, 5, math.NaN(), math.NaN(), 1) // as of the day after the last order that was paid
	checkExcluded(t, d, c, "orders the order was not paid: 3 5")
	checkNotes(t, c, "3 rows are returns", "Returned by state: Returned (1 row), 交易关闭 (1 row)")
	back := make([]bool, len(c.Orders().Row))
	for line := range back {
		back[line] = c.Orders().Back(line)
	}
	if !slices.Equal(back, []bool{false, true, true, true, false, false}) {
		t.Errorf("back %v", back)
	}
}

func TestSalesUndoneByMark(t *testing.T) {
	for head, rows := range map[string][]string{
		"yes and no":        {"a|1|2024-01-01|10|no", "a|2|2024-01-02|20|yes", "b|3|2024-01-03|5|No"},
		"是":                 {"a|1|2024-01-01|10|否", "a|2|2024-01-02|20|已退货", "b|3|2024-01-03|5|未退货"},
		"a mark among none": {"a|1|2024-01-01|10|", "a|2|2024-01-02|20|x", "b|3|2024-01-03|5|"},
	} {
		d := &Dataset{}
		addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|paid=amount|back=returned", rows...)
		c := build(t, d, Scope{AsOf: NoDay})
		if f, _ := c.Feature(Monetary); !slices.Equal(f.Values(), []float64{10, 5}) {
			t.Errorf("%s: monetary %v", head, f.Values())
		}
		checkMeasure(t, c, Frequency, 1, 1)
	}
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|paid=amount|back=returned", "a|1|2024-01-01|10|perhaps", "a|2|2024-01-02|20|yes")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 10)
	checkNotes(t, c, `1 row says neither yes nor no in back, such as "perhaps"`)
}

// returnsDataset has orders and a table that lists the returned ones.
func returnsDataset(t *testing.T) *Dataset {
	d := &Dataset{}
	addTable(t, d, "订单", "who=customer_id|no=order_id|day=order_date|paid=amount",
		"a|1|2024-01-01|10", "a|2|2024-01-02|20", "a|2|2024-01-02|-3", "b|3|2024-01-03|5", "b|4|2024-01-04|6")
	return d
}

func TestReturnsTable(t *testing.T) {
	d := returnsDataset(t)
	addTable(t, d, "退货", "no=order_id|back=returned", "2|是", "2|是", "3|否", "9|是", "|是")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 7, 11) // 10 + 0 − 3; 3 was not returned
	checkMeasure(t, c, Frequency, 1, 2)
	checkExcluded(t, d, c, "退货 the returned order is not among the orders: 3", "退货 no order id: 4")
	checkNotes(t, c, "2 rows are returns", "1 returned row is of 1 order that a table lists as returned")
	checkJoin(t, c, Join{Table: 1, With: 0, Key: "no", Rows: 4, Matched: 2, Unmatched: 1, Examples: []string{"9"}})
}

// A table named for returns lists them by being there.
func TestReturnsTableByName(t *testing.T) {
	d := returnsDataset(t)
	addTable(t, d, "Returns", "no=order_id|why", "1|broken", "4|late")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 17, 5)
	checkExcluded(t, d, c)
}

func TestReturnsTableNeedsOrderIDs(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "people", "who=customer_id|age=age", "a|1")
	addTable(t, d, "Returns", "no=order_id|back=returned", "1|yes")
	checkExcluded(t, d, build(t, d, Scope{AsOf: NoDay}), "Returns the table lists returned orders, but there is no table of orders with an order id: 0")
}

// Orders that say which of them were returned, and little else, are orders.
func TestOrdersWithAMarkAreNoReturnsTable(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "returns", "who=customer_id|no=order_id|back=returned", "a|1|yes", "a|2|no", "a|3|no")
	checkMeasure(t, build(t, d, Scope{AsOf: NoDay}), Frequency, 2)
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|paid=amount", "a|1|2024-01-01|5", "a|2|2024-01-01|6", "b|3|2024-01-01|7", "b|4|2024-01-01|8")
	c := build(t, d, Scope{AsOf: NoDay})
	checkMeasure(t, c, Monetary, 6, 15)
	checkExcluded(t, d, c)
}

func TestStates(t *testing.T) {
	for _, w := range []string{"RETURNED", "Cancelled", "charge-back", "退款成功", "已取消", "charged_back"} {
		if !saysUndone(w) || saysUnpaid(w) {
			t.Errorf("%s: undone %v, unpaid %v", w, saysUndone(w), saysUnpaid(w))
		}
	}
	for _, w := range []string{"Shipped", "partially refunded", "return refused", "退款中", "pending", "待发货", "processing"} {
		if saysUndone(w) || saysUnpaid(w) {
			t.Errorf("%s is taken for more than it says", w)
		}
	}
}
