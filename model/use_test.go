package model

import (
	"context"
	"testing"
)

func TestUseSaysWhatEachTableContributes(t *testing.T) {
	d := &Dataset{}
	addTable(t, d, "orders", "who=customer_id|no=order_id|day=order_date|sum=amount|region=region", "a|1|2024-01-02|5|n", "a|2|2024-02-02|6|n", "b|3|2024-03-02|7|s")
	addTable(t, d, "people", "who=customer_id|age=age", "a|30", "b|40")
	addTable(t, d, "returns", "no=order_id|back=returned", "2|yes")
	addTable(t, d, "regions", "region=region|manager", "n|x", "s|y")
	addTable(t, d, "prices", "list|price#", "x|1")
	roles, err := d.Assign(nil)
	if err != nil {
		t.Fatal(err)
	}
	c, err := BuildCustomers(context.Background(), d, roles, Scope{AsOf: NoDay}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for table, want := range []Use{UsedOrders, UsedCustomers, UsedReturns, UsedLookup, Unused} {
		use, why := c.Use(table)
		if use != want || (use == Unused) != (why.Key != "") {
			t.Errorf("table %s: use %d because %q, want %d", d.Tables[table].Name, use, why.Key, want)
		}
	}
}
