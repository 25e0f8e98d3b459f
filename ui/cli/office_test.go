package cli

import (
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// When LibreOffice works out the formulas of what it opens.
const (
	recalcAlways = 0
	recalcNever  = 1
)

// officeConvert opens workbooks in LibreOffice and saves them in a folder in
// another format.
func officeConvert(t *testing.T, recalc int, format, folder string, books []string) {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil && os.Getenv("CUSTSEG_OFFICE") == "required" {
		t.Fatal("LibreOffice is needed: apt-get install libreoffice-calc-nogui")
	}
	if err != nil {
		t.Skip("there is no LibreOffice")
	}
	profile := t.TempDir()
	if err := os.Mkdir(filepath.Join(profile, "user"), 0o755); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(profile, "user", "registrymodifications.xcu"), fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>%d</value></prop></item></oor:items>`, recalc))
	run(t, exec.Command(program, append([]string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", format, "--outdir", folder}, books...)...))
}

// everySheet saves each sheet as a file BOOK-SHEET.csv, with numbers as they are
// and not as they are shown.
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"

// Workbooks of a method of each shape are opened, calculated anew, saved and read
// back: every cell of every sheet is what the program wrote.
func TestOfficeReadsBackWhatWasWritten(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("starts LibreOffice twice")
	}
	dir := t.TempDir()
	as := func(name string) string { return filepath.Join(dir, name) }
	var books, twice []string
	orders, people := as("orders.csv"), as("people.csv")
	writeFile(t, orders, oddOrders())
	writeFile(t, people, oddPeople())
	for _, method := range []string{"rfm", "abc", "value-matrix", "lifecycle", "kmeans --set columns=select,recency --set missing=median", "tree --set columns=group,select --set least=3", "rfm,pyramid"} {
		words := strings.Fields(method)
		name := strings.ReplaceAll(words[0], ",", "-") + ".xlsx"
		o := custseg(t, slices.Concat([]string{"run", words[0], orders, people, "--quiet", "--no-segment-sheets", "--out", as(name)}, words[1:])...)
		if o.code != exitDone {
			t.Fatalf("%s: %s", method, o.err)
		}
		books, twice = append(books, as(name)), append(twice, as(name), as("saved "+name))
	}
	officeConvert(t, recalcAlways, "xlsx", as("saved"), books)
	for _, book := range books {
		name := filepath.Base(book)
		if err := os.Rename(filepath.Join(as("saved"), name), as("saved "+name)); err != nil {
			t.Fatal(err)
		}
	}
	officeConvert(t, recalcNever, everySheet, as("sheets"), twice)
	sheets, err := filepath.Glob(filepath.Join(as("sheets"), "*.csv"))
	sheets = slices.DeleteFunc(sheets, func(path string) bool { return strings.HasPrefix(filepath.Base(path), "saved ") })
	if err != nil || len(sheets) < 6*len(books) {
		t.Fatalf("%d sheets, %v", len(sheets), err)
	}
	for _, sheet := range sheets {
		compareSheets(t, filepath.Base(sheet), sheetCells(t, sheet), sheetCells(t, filepath.Join(as("sheets"), "saved "+filepath.Base(sheet))))
	}
}

func sheetCells(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// compareSheets names the first cells that differ, numbers by more than rounding.
func compareSheets(t *testing.T, name string, want, got [][]string) {
	t.Helper()
	const most = 3
	if len(want) != len(got) || len(want) == 0 {
		t.Errorf("%s: %d rows, want %d", name, len(got), len(want))
		return
	}
	off := 0
	for i, row := range want {
		if slices.EqualFunc(row, got[i], sameCell) {
			continue
		}
		if off++; off <= most {
			t.Errorf("%s, row %d: %q, want %q", name, i+1, got[i], row)
		}
	}
}

// sameCell compares cells, which hold shares as percent.
func sameCell(a, b string) bool {
	x, notNumber := strconv.ParseFloat(strings.TrimSuffix(a, "%"), 64)
	y, err := strconv.ParseFloat(strings.TrimSuffix(b, "%"), 64)
	if notNumber != nil || err != nil {
		return a == b
	}
	d := x - y
	return max(d, -d) <= 1e-12*max(1, x, -x)
}
