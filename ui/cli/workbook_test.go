package cli

import (
	"archive/zip"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"custseg/io/export"
)

// bookPart reads a part of a workbook.
func bookPart(t *testing.T, path, part string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The flags and the recipe say whether a workbook has formulas and the sheets of
// segments.
func TestWorkbookSwitches(t *testing.T) {
	dir := t.TempDir()
	orders := month(t, "orders.csv", monthHeader, "2024-01", 30)
	path := func(name string) string { return filepath.Join(dir, name) }
	run := func(args ...string) {
		t.Helper()
		if o := custseg(t, args...); o.code != 0 {
			t.Fatalf("%v: %s", args, o.err)
		}
	}
	run("run", "rfm", orders, "--out", path("plain.xlsx"), "--quiet")
	run("run", "rfm", orders, "--out", path("bare.xlsx"), "--values-only", "--no-segment-sheets", "--save-recipe", path("r.json"), "--quiet")
	run("run", "--recipe", path("r.json"), "--out", path("again.xlsx"), "--quiet")
	run("run", "--recipe", path("r.json"), "--values-only=false", "--out", path("formulas.xlsx"), "--quiet")
	r, err := export.ReadRecipe(path("r.json"))
	if err != nil || !r.Output.ValuesOnly || !r.Output.NoSegmentSheets {
		t.Errorf("the recipe says %+v, %v", r.Output, err)
	}
	for _, c := range []struct {
		name             string
		formulas, sheets bool
	}{{"plain.xlsx", true, true}, {"bare.xlsx", false, false}, {"again.xlsx", false, false}, {"formulas.xlsx", true, false}} {
		summary, book := bookPart(t, path(c.name), "xl/worksheets/sheet1.xml"), bookPart(t, path(c.name), "xl/workbook.xml")
		if strings.Contains(summary, "<f>COUNTIFS(") != c.formulas || strings.Contains(book, `name="Champions"`) != c.sheets {
			t.Errorf("%s: formulas wanted %v, sheets wanted %v: %s", c.name, c.formulas, c.sheets, book)
		}
	}
}
