package export

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/model"
)

// excludedFile writes what a document leaves out.
func excludedFile(t *testing.T, d Document, o Options, name string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	n, err := Excluded(t.Context(), path, d, o)
	if err != nil {
		t.Fatal(err)
	}
	q := d.Customers.Quality()
	if n != q.RowsExcluded() {
		t.Errorf("%d rows written, %d left out", n, q.RowsExcluded())
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestExcludedRowsCarryTheirPlaceAndValues(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(excludedFile(t, testDocument(t), Options{}, "x.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"file", "row", "table", "reason", "record", "who", "when", "paid"}; !slices.Equal(rows[0], want) {
		t.Errorf("%q", rows[0])
	}
	found := 0
	for _, r := range rows[1:] {
		switch r[1] {
		case "9": // the order without an amount, and the record that was rejected
			if r[2] == "orders" && (r[3] != "no amount" || r[5] != "K-00020" || r[7] != "") {
				t.Errorf("%q", r)
			}
			if r[2] == "people" && r[4] != "K-00099;Eve Adams;+4670999" {
				t.Errorf("%q", r)
			}
			found++
		case "10":
			if r[3] != "no customer id" || r[5] != "" || r[7] == "" || !strings.HasPrefix(r[6], "2024-01-25") {
				t.Errorf("%q", r)
			}
			found++
		}
	}
	if found != 3 {
		t.Errorf("%d rows of three in %q", found, rows)
	}
}

func TestExcludedWorkbookHoldsTheSame(t *testing.T) {
	f := openBook(t, excludedFile(t, testDocument(t), Options{}, "x.xlsx"))
	rows := sheetRows(t, f, "Rows left out")
	text, err := csv.NewReader(bytes.NewReader(excludedFile(t, testDocument(t), Options{}, "x.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(text) || !slices.Equal(rows[0], text[0]) || rows[1][3] != text[1][3] {
		t.Errorf("%q, but %q", rows, text)
	}
}

func TestExcludedRowsObeyTheMask(t *testing.T) {
	text := string(excludedFile(t, testDocument(t), Options{Privacy: model.MaskPersons(true), Salt: []byte("k")}, "x.csv"))
	wantNoSecret(t, "CSV", text)
	if !strings.Contains(text, "id-") || !strings.Contains(text, "no amount") || !strings.Contains(text, masked) {
		t.Errorf("masked too much or too little:\n%s", text)
	}
}

func TestExcludedFilesAreSafe(t *testing.T) {
	d := testDocument(t)
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Excluded(t.Context(), path, d, Options{}); err == nil || !strings.Contains(err.Error(), "--force") {
		t.Errorf("err = %v", err)
	}
	d.Dataset.Sources[0].Path = path
	if _, err := Excluded(t.Context(), path, d, Options{Force: true}); err == nil || CheckExcluded(path, d, Options{Force: true}) == nil {
		t.Error("the input was overwritten")
	}
	if b, _ := os.ReadFile(path); string(b) != "mine" {
		t.Errorf("%s", b)
	}
	if err := CheckExcluded("x.json", d, Options{}); err == nil || !strings.Contains(err.Error(), ".csv or .xlsx") {
		t.Errorf("err = %v", err)
	}
}
