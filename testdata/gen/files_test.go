package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// shopDir is where the committed files lie.
var shopDir = filepath.Join("..", "shop")

func TestTablesAreReproducedByteForByte(t *testing.T) {
	total := 0
	for _, f := range newShop().files() {
		made, err := f.bytes()
		if err != nil {
			t.Fatal(err)
		}
		packed, err := os.ReadFile(filepath.Join(shopDir, f.name+".gz"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(made, unpack(t, packed)) {
			t.Errorf("%s differs from what the generator writes: run go run ./testdata/gen", f.name)
		}
		total += len(packed)
	}
	if total >= 800_000 {
		t.Errorf("the files hold %d bytes, more than the program should carry", total)
	}
}

// unpack undoes gzip, and holds its header to be free of what changes from one
// writing to the next.
func unpack(t *testing.T, packed []byte) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	if !r.ModTime.IsZero() || r.Name != "" {
		t.Errorf("the header of gzip holds the time %v and the name %q", r.ModTime, r.Name)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return plain
}

func TestPackingIsTheSameEachTime(t *testing.T) {
	f := newShop().cardFile()
	one, err := f.packed()
	if err != nil {
		t.Fatal(err)
	}
	two, err := f.packed()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, two) {
		t.Error("the same table is packed in different bytes")
	}
}

func TestWriteFillsAFolder(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadDir(shopDir)
	if err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(made) != len(kept) {
		t.Errorf("the generator writes %d files, the folder holds %d", len(made), len(kept))
	}
	if err := write(filepath.Join(dir, "missing")); err == nil {
		t.Error("writing to a folder that does not exist succeeds")
	}
}

func TestRowsAreComplete(t *testing.T) {
	want := map[string][2]int{ // fewest and most rows
		"orders.csv": {23000, 25500}, "customers.csv": {2950, 3050}, "survey.csv": {1850, 1950}, "web.csv": {2400, 2600}, "card.csv": {1050, 1150},
	}
	for _, f := range newShop().files() {
		if n := len(f.rows) - 1; n < want[f.name][0] || n > want[f.name][1] {
			t.Errorf("%s has %d rows", f.name, n)
		}
		for i, r := range f.rows {
			if len(r) != len(f.rows[0]) {
				t.Fatalf("%s: row %d has %d fields, the header %d", f.name, i, len(r), len(f.rows[0]))
			}
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		n, places int
		want      string
	}{{0, 1, "0"}, {5, 1, "0.5"}, {150, 1, "15"}, {-7, 2, "-0.07"}, {-1250, 2, "-12.5"}, {100, 2, "1"}, {-100, 1, "-10"}} {
		if got := decimal(c.n, c.places); got != c.want {
			t.Errorf("decimal(%d, %d) = %q, want %q", c.n, c.places, got, c.want)
		}
	}
}
