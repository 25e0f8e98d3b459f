package model

import (
	"context"
	"testing"
)

func TestStretchIsThatOfTheCustomers(t *testing.T) {
	orders := &Dataset{}
	addTable(t, orders, "orders", "customer=customer_id|date=order_date|money=amount",
		"a|2024-02-03|5", "b|2024-01-31|", "a|2024-02-01|7", "|2025-01-01|9", "c||4")
	undated := &Dataset{}
	addTable(t, undated, "people", "who=customer_id|age=age", "a|30")
	for _, c := range []struct {
		data        *Dataset
		first, last string
	}{{orders, "2024-02-01", "2024-02-03"}, {eventLog(t), "2024-03-01", "2024-05-02"}, {undated, NoDay.String(), NoDay.String()}} {
		roles, err := c.data.Assign(nil)
		if err != nil {
			t.Fatal(err)
		}
		first, last, err := Stretch(context.Background(), c.data, roles)
		if err != nil || first.String() != c.first || last.String() != c.last {
			t.Errorf("from %s to %s (%v), want %s to %s", first, last, err, c.first, c.last)
		}
		if all := build(t, c.data, Scope{AsOf: NoDay}); all.First != first || all.Last != last {
			t.Errorf("from %s to %s, the customers from %s to %s", first, last, all.First, all.Last)
		}
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Stretch(cancelled, orders, RoleMap{}); err == nil {
		t.Error("a cancelled look has no error")
	}
}
