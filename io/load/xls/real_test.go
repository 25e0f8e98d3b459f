package xls

import (
	"bytes"
	"math"
	"os"
	"strconv"
	"testing"

	"custseg/io/load/grid"
	"custseg/io/load/xlsx"
)

// sameCell compares numbers nearly, for the program that wrote the later format
// rounded them, all else by its text.
func sameCell(a, b grid.Cell) bool {
	if a.Kind == grid.Number && b.Kind == grid.Number {
		x, err := strconv.ParseFloat(string(a.Text), 64)
		y, err2 := strconv.ParseFloat(string(b.Text), 64)
		return err == nil && err2 == nil && math.Abs(x-y) <= 1e-14*math.Abs(x)
	}
	return a.Kind == b.Kind && bytes.Equal(a.Text, b.Text)
}

// TestSameAsXLSX compares a workbook in both formats cell by cell.
func TestSameAsXLSX(t *testing.T) {
	const path = "../../../../shared/data/zh_superstore.xls"
	old, err := os.ReadFile(path)
	if err != nil {
		t.Skip(err)
	}
	later, err := os.ReadFile(path + "x")
	if err != nil {
		t.Skip(err)
	}
	a, err := Open(bytes.NewReader(old), int64(len(old)))
	if err != nil {
		t.Fatal(err)
	}
	b, err := xlsx.Open(bytes.NewReader(later), int64(len(later)))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Sheets()) == 0 || len(a.Sheets()) != len(b.Sheets()) {
		t.Fatalf("sheets are %v and %v", a.Sheets(), b.Sheets())
	}
	for i, sheet := range a.Sheets() {
		if sheet.Name != b.Sheets()[i].Name {
			t.Errorf("sheet %d is %q and %q", i, sheet.Name, b.Sheets()[i].Name)
		}
		if compared := compareSheets(t, a, b, i); compared == 0 {
			t.Errorf("no cell of %s was compared", sheet.Name)
		}
	}
}

func compareSheets(t *testing.T, a *Book, b *xlsx.Book, sheet int) int {
	t.Helper()
	x, err := a.Rows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	y, err := b.Rows(sheet, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer y.Close()
	compared := 0
	for x.Next() {
		if !y.Next() || x.Number() != y.Number() {
			t.Fatalf("row %d is not row %d", x.Number(), y.Number())
		}
		for c := range max(len(x.Cells()), len(y.Cells())) {
			p, q := cellAt(x.Cells(), c), cellAt(y.Cells(), c)
			if !sameCell(p, q) {
				t.Fatalf("row %d column %d is %d %q, not %d %q", x.Number(), c+1, p.Kind, p.Text, q.Kind, q.Text)
			}
			compared++
		}
	}
	if y.Next() {
		t.Fatalf("row %d is not there", y.Number())
	}
	return compared
}

func cellAt(row []grid.Cell, i int) grid.Cell {
	if i < len(row) {
		return row[i]
	}
	return grid.Cell{}
}

func BenchmarkRows(b *testing.B) {
	content, err := os.ReadFile("../../../../shared/data/zh_superstore.xls")
	if err != nil {
		b.Skip(err)
	}
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		book, err := Open(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := book.Rows(0)
		if err != nil {
			b.Fatal(err)
		}
		for rows.Next() {
		}
	}
}
