package pipeline

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"custseg/io/load"
	"custseg/model"
)

// facts of other people's files, from raw bytes to customers, with nothing said
// about them by the analyst.
func TestRealFilesBecomeTheCustomersTheyHold(t *testing.T) {
	for _, c := range []struct {
		files     []string
		rows      int // read of all tables
		used      int
		customers int
		monetary  float64 // of all customers, NaN without money
		returned  int     // rows of orders
	}{
		{[]string{"zh_superstore_orders_gbk.csv"}, 10000, 10000, 790, 16117548.237, 0},
		// 296 orders of the sheet of returns take 1,163 rows of orders
		{[]string{"zh_superstore.xlsx"}, 10302, 10302, 790, 14155593.242, 1163},
		{[]string{"zh_superstore.xls"}, 10302, 10302, 790, 14155593.242, 1163},
		{[]string{"zh_superstore.xlsx#订单"}, 10000, 10000, 790, 16117548.237, 0},
		{[]string{"rfm_superstore_orders_macroman_cr.csv"}, 5009, 5009, 793, 2297261, 0},
		{[]string{"cdnow_sample.txt"}, 6919, 6919, 2357, 244091.94, 0},
		{[]string{"rfm_data_orders.csv"}, 4906, 4906, 995, 464158, 0},
		{[]string{"marketing_campaign.csv"}, 2240, 2240, 2240, math.NaN(), 0},
		{[]string{"zh_customers_small_utf8bom.csv", "zh_orders_small_utf8bom.csv"}, 20, 20, 10, math.NaN(), 0},
	} {
		paths := make([]string, len(c.files))
		for i, f := range c.files {
			paths[i] = filepath.Join("../../../shared/data", f)
		}
		if _, err := os.Stat(filepath.Dir(paths[0])); err != nil {
			t.Skip(err)
		}
		d, err := load.Open(context.Background(), paths, load.Options{}, nil)
		if err != nil {
			t.Error(err)
			continue
		}
		customers, _, err := New(d).Customers(context.Background(), model.NewRecipe(d.Sources, model.Reading{}), nil)
		if err != nil {
			t.Errorf("%v: %v", c.files, err)
			continue
		}
		q := customers.Quality()
		if q.RowsRead != c.rows || q.RowsUsed != c.used || customers.Len() != c.customers {
			t.Errorf("%v: %d rows read, %d used, %d customers; want %d, %d, %d",
				c.files, q.RowsRead, q.RowsUsed, customers.Len(), c.rows, c.used, c.customers)
		}
		if sum := monetaryOf(customers); math.Abs(sum-c.monetary) > .005 || math.IsNaN(sum) != math.IsNaN(c.monetary) {
			t.Errorf("%v: money is %.4f, want %.4f", c.files, sum, c.monetary)
		}
		if n := returnedOf(customers); n != c.returned {
			t.Errorf("%v: %d rows are returns, want %d", c.files, n, c.returned)
		}
	}
}

// monetaryOf adds up what all customers spent, NaN when nothing says so.
func monetaryOf(c *model.Customers) float64 {
	f, ok := c.Feature(model.Monetary)
	if !ok {
		return math.NaN()
	}
	sum := 0.
	for _, v := range f.Column.(*model.Numbers).Values() {
		if !math.IsNaN(v) {
			sum += v
		}
	}
	return sum
}

func returnedOf(c *model.Customers) int {
	if c.Orders() == nil {
		return 0
	}
	n := 0
	for line := range c.Orders().Row {
		if c.Orders().Back(line) {
			n++
		}
	}
	return n
}

// Ids with leading zeros join two small files to the last row.
func TestSmallChineseFilesJoin(t *testing.T) {
	dir := "../../../shared/data"
	if _, err := os.Stat(dir); err != nil {
		t.Skip(err)
	}
	d, err := load.Open(context.Background(), []string{filepath.Join(dir, "zh_customers_small_utf8bom.csv"),
		filepath.Join(dir, "zh_orders_small_utf8bom.csv")}, load.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := New(d).Customers(context.Background(), model.NewRecipe(d.Sources, model.Reading{}), nil)
	if err != nil {
		t.Fatal(err)
	}
	if c.ID(0) != "001" || c.ID(9) != "010" {
		t.Errorf("ids run from %s to %s", c.ID(0), c.ID(9))
	}
	for _, j := range c.Joins() {
		if j.Matched != 10 || j.Unmatched != 0 || j.CustomersWithout != 0 {
			t.Errorf("the tables join so: %+v", j)
		}
	}
}
