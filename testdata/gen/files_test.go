package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// shopDir is where the committed files lie.
var shopDir = filepath.Join("..", "shop")

func TestFilesAreReproducedByteForByte(t *testing.T) {
	total := 0
	for _, f := range newShop().files() {
		made, err := f.bytes()
		if err != nil {
			t.Fatal(err)
		}
		kept, err := os.ReadFile(filepath.Join(shopDir, f.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(made, kept) {
			t.Errorf("%s differs from what the generator writes: run go run ./testdata/gen", f.name)
		}
		total += len(made)
	}
	if total >= 2_000_000 {
		t.Errorf("the files hold %d bytes, more than the program should carry", total)
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
		"orders.csv": {17500, 20500}, "customers.csv": {2500, 3100}, "survey.csv": {1650, 1850}, "web.csv": {2000, 2600}, "card.csv": {800, 1000},
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
