package load

import (
	"context"
	"io/fs"
	"slices"
	"testing"
	"testing/fstest"

	"custseg/model"
)

// TestPackedSamples reads a sample under gzip as if it were not: the table, the
// path, the size and the fingerprint are those of the CSV file.
func TestPackedSamples(t *testing.T) {
	const orders, customers = "order_id,amount\n1,2\n", "customer_id\nx\n"
	plain := fstest.MapFS{"shop/orders.csv": {Data: []byte(orders)}, "shop/customers.csv": {Data: []byte(customers)}}
	packed := fstest.MapFS{"shop/orders.csv.gz": {Data: []byte(gzipOf(t, orders))}, "shop/customers.csv": {Data: []byte(customers)}}
	open := func(samples fs.FS, paths ...string) (*model.Dataset, error) {
		return Open(context.Background(), paths, Options{Samples: samples}, nil)
	}
	want, err := open(plain, "sample:shop")
	if err != nil {
		t.Fatal(err)
	}
	for _, paths := range [][]string{
		{"sample:shop"},
		{"sample:shop/customers.csv", "sample:shop/orders.csv"},
		{"sample:shop/customers.csv", "sample:shop/orders.csv.gz"},
	} {
		got, err := open(packed, paths...)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got.Sources, want.Sources) || len(got.Tables) != 2 || got.Tables[1].Name != "orders" || got.Tables[1].File != "sample:shop/orders.csv" {
			t.Errorf("%q: sources %v, tables %v", paths, got.Sources, got.Tables)
		}
	}
	packed["shop/orders.csv.gz"].Data = packed["shop/orders.csv.gz"].Data[:20]
	_, err = open(packed, "sample:shop")
	expectError(t, err, "sample:shop/orders.csv", "it is cut off")
	packed["shop/orders.csv.gz"].Data = []byte(orders)
	_, err = open(packed, "sample:shop")
	expectError(t, err, "sample:shop/orders.csv", "packed data is damaged")
}
