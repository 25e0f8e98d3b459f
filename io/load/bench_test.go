package load

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// writeOrders writes n orders as a web shop exports them: about n/4 customers,
// eight columns, in the order of time.
func writeOrders(tb testing.TB, n int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "orders.csv")
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriter(f)
	r := rand.New(rand.NewPCG(1, 2))
	channels := []string{"web", "mobile app", "store", "phone"}
	categories := []string{"Grocery", "Fashion", "Beauty", "Electronics", `"Home, Garden"`, "Toys"}
	regions := []string{"North", "South", "East", "West", "Central"}
	start := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	fmt.Fprintln(w, "order_id,customer_id,order_date,amount,quantity,channel,category,region")
	for i := range n {
		customer := r.IntN(max(1, n/4))
		at := start.Add(time.Duration(float64(i) / float64(n) * 730 * 24 * float64(time.Hour))).Truncate(time.Second)
		fmt.Fprintf(w, "O%d,C%d,%s,%.2f,%d,%s,%s,%s\n", i+1, 100000+customer, at.Format(time.DateTime),
			5+r.ExpFloat64()*40, 1+r.IntN(5), channels[r.IntN(4)], categories[r.IntN(6)], regions[customer%5])
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

func BenchmarkOpenMillionOrders(b *testing.B) {
	path := writeOrders(b, 1_000_000)
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(info.Size())
	b.ReportAllocs()
	for b.Loop() {
		d, err := Open(context.Background(), []string{path}, Options{}, nil)
		if err != nil || d.Rows() != 1_000_000 {
			b.Fatal(err, d)
		}
	}
}

func BenchmarkOpenWorkbook(b *testing.B) {
	const rows = 100_000
	path := saveBook(b, func(f *excelize.File) error {
		day, err := f.NewStyle(&excelize.Style{NumFmt: 22})
		if err != nil {
			return err
		}
		w, err := f.NewStreamWriter("Sheet1")
		if err != nil {
			return err
		}
		w.SetRow("A1", []any{"order_id", "customer_id", "order_date", "amount", "quantity", "channel", "category", "region"})
		for i := range rows {
			w.SetRow(fmt.Sprint("A", i+2), []any{fmt.Sprint("O", i), fmt.Sprint("C", i%25000),
				excelize.Cell{StyleID: day, Value: 45292 + float64(i)/137}, float64(i%9973) / 100, i%5 + 1, "web", "Home & Garden", "North"})
		}
		return w.Flush()
	})
	b.ReportAllocs()
	for b.Loop() {
		d, err := Open(context.Background(), []string{path}, Options{}, nil)
		if err != nil || d.Rows() != rows {
			b.Fatal(err, d)
		}
	}
}
