package load

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"custseg/model"
)

// writeFiles writes files into a folder and returns their paths in the order
// given.
func writeFiles(t *testing.T, files ...[2]string) []string {
	t.Helper()
	dir := t.TempDir()
	var out []string
	for _, f := range files {
		path := filepath.Join(dir, f[0])
		if err := os.WriteFile(path, []byte(f[1]), 0o644); err != nil {
			t.Fatal(err)
		}
		out = append(out, path)
	}
	return out
}

func TestFilesWithTheSameColumnsAreOneTable(t *testing.T) {
	paths := writeFiles(t,
		[2]string{"orders_2024-01.csv", "customer_id,order_date,amount\n007,13/01/2024,5\n\n008,14/01/2024,6\n"},
		[2]string{"orders_2024-02.csv", "Amount,Customer ID,order_date,shop\n7,9,03/02/2024,North\nx,10,04/02/2024,\n"},
		[2]string{"people.csv", "customer_id,age\n007,40\n9,50\n"})
	d, err := Open(context.Background(), paths, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Tables) != 2 || len(d.Sources) != 3 {
		t.Fatalf("%d tables of %d sources", len(d.Tables), len(d.Sources))
	}
	orders := d.Tables[0]
	want := "customer_id|order_date|amount|file|shop\n" +
		"007|2024-01-13|5|orders_2024-01|\n008|2024-01-14|6|orders_2024-01|\n" +
		"9|2024-02-03|7|orders_2024-02|North\n10|2024-02-04|x|orders_2024-02|"
	if got := cells(orders); got != want || orders.Name != "orders" {
		t.Errorf("%s: %s", orders.Name, got)
	}
	for row, at := range []struct {
		file string
		row  int
	}{{paths[0], 2}, {paths[0], 4}, {paths[1], 2}, {paths[1], 3}} {
		if file, n := orders.Place(int32(row)); file != at.file || n != at.row {
			t.Errorf("row %d is row %d of %s, want %d of %s", row, n, file, at.row, at.file)
		}
	}
	for _, text := range []string{"2 tables with the same columns were put under one another: orders_2024-01, orders_2024-02",
		"the column is missing in orders_2024-01"} {
		if !found(d, text) {
			t.Errorf("no finding %q in %v", text, d.Findings)
		}
	}
	if found(d, "the column is missing in orders_2024-01, orders_2024-02") {
		t.Errorf("the column of files is said to be missing: %v", d.Findings)
	}
}

func TestAFileNamedTwiceIsReadOnce(t *testing.T) {
	path := writeFiles(t, [2]string{"a.csv", "id,amount\n1,2\n"})[0]
	rows := 0 // that were read, of which progress tells
	d, err := Open(context.Background(), slices.Repeat([]string{path}, 3), Options{}, func(p Progress) { rows = max(rows, p.Rows) })
	if err != nil || d.Rows() != 1 || rows != 1 || len(d.Sources) != 3 || d.Sources[2] != d.Sources[0] {
		t.Errorf("%d rows read: %v, %v", rows, d, err)
	}
	told := 0
	for _, f := range d.Findings {
		if f.Text.Key == "it is named more than once and was read once" {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times: %v", told, d.Findings)
	}
}

// A sheet that its workbook named before is there already.
func TestASheetOfANamedWorkbookIsReadOnce(t *testing.T) {
	book := sheetsBook(t)
	sheet := book + "#客户"
	d, err := Open(context.Background(), []string{book, sheet, sheet}, Options{}, nil)
	if err != nil || tableNames(d) != "订单:2 客户:1 Codes:2" || len(d.Sources) != 3 || d.Sources[2].Sheet != "客户" {
		t.Errorf("%v, %v", d, err)
	}
}

func TestReadingStops(t *testing.T) {
	path := writeOrders(t, 30000)
	some, err := Open(context.Background(), []string{path}, Options{Reading: model.Reading{Rows: 12}}, nil)
	if err != nil || some.Rows() != 12 || !some.Partial || some.Taken != 12 {
		t.Fatalf("%d rows, %v", some.Rows(), err)
	}
	all, err := Open(context.Background(), []string{path}, Options{Reading: model.Reading{Rows: 30000}}, nil)
	if err != nil || all.Rows() != 30000 || all.Partial {
		t.Fatalf("%d rows, partial %t, %v", all.Rows(), all.Partial, err)
	}
	stop := make(chan struct{})
	close(stop)
	stopped, err := Open(context.Background(), []string{path}, Options{Stop: stop}, nil)
	if err != nil || !stopped.Partial || stopped.Rows() == 0 || stopped.Rows() >= 30000 {
		t.Fatalf("%d rows: %v", stopped.Rows(), err)
	}
	again, err := Open(context.Background(), []string{path}, Options{Reading: model.Reading{Rows: stopped.Taken}}, nil)
	if err != nil || cells(again.Tables[0]) != cells(stopped.Tables[0]) {
		t.Errorf("a reading of %d rows differs from the one that was stopped there: %v", stopped.Taken, err)
	}
}
