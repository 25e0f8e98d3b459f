package export

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// formulaCells lists the cells of a sheet that hold formulas.
func formulaCells(t *testing.T, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for r := range sheetRows(t, f, sheet) {
		for c := range 30 {
			at, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			formula, err := f.GetCellFormula(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			if formula != "" {
				out[at] = formula
			}
		}
	}
	return out
}

// checkFormulas calculates the formulas and holds them against the values written
// beside them. Excelize compares no arrays, and takes the mean of empty cells for
// nought: such formulas are left to a test with an office program.
func checkFormulas(t *testing.T, f *excelize.File, least int) {
	t.Helper()
	raw, checked := excelize.Options{RawCellValue: true}, 0
	for at, formula := range formulaCells(t, f, summarySheet) {
		kept, err := f.GetCellValue(summarySheet, at, raw)
		if err != nil {
			t.Fatal(err)
		}
		if kind, err := f.GetCellType(summarySheet, at); err != nil || (kind == excelize.CellTypeFormula) != (kept == "") {
			t.Errorf("%s %q is of kind %v, %v", at, kept, kind, err)
		}
		if kept == "" || strings.Contains(formula, "EXACT") {
			continue
		}
		checked++
		got, err := f.CalcCellValue(summarySheet, at, raw)
		if err != nil {
			t.Errorf("%s %s: %v", at, formula, err)
		} else if !sameNumber(kept, got) {
			t.Errorf("%s %s comes to %q, kept is %q", at, formula, got, kept)
		}
	}
	if checked < least {
		t.Errorf("%d formulas", checked)
	}
}

// sameNumber compares two cells, numbers to twelve digits.
func sameNumber(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	y, bad := strconv.ParseFloat(b, 64)
	if err != nil || bad != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-12*max(1, math.Abs(x), math.Abs(y))
}

func TestSummaryFormulasComeToTheirValues(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Used = append(d.Segmentation.Used, "r")
	d.Segmentation.Segments[1].Name = model.P("At risk")
	for _, most := range []int{excelize.TotalRows, 3} { // one sheet of customers, and three
		checkFormulas(t, openBook(t, bookOf(t, d, Options{}, most)), 5*6)
	}
}

func TestSummaryFollowsAChangedSegment(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Segments[1].Name = model.P("At risk")
	for _, most := range []int{excelize.TotalRows, 3} {
		f := openBook(t, bookOf(t, d, Options{}, most))
		row := 0
		for r, cells := range sheetRows(t, f, summarySheet) {
			if len(cells) > 1 && cells[1] == "Champions" {
				row = r + 1
			}
		}
		calculated := func(column string) string {
			got, err := f.CalcCellValue(summarySheet, column+strconv.Itoa(row), excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			return got
		}
		if got := calculated("C"); got != "1" {
			t.Fatalf("%s champions", got)
		}
		before, err := strconv.ParseFloat(calculated("E"), 64)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStr(customersSheet, "B3", "Champions"); err != nil {
			t.Fatal(err)
		}
		after, err := strconv.ParseFloat(calculated("E"), 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := calculated("C"); got != "2" || after <= before || calculated("D") != "0.4" {
			t.Errorf("%s champions, %s of all, with %g, before %g", got, calculated("D"), after, before)
		}
	}
}

func TestValuesOnly(t *testing.T) {
	f := openBook(t, bookOf(t, testDocument(t), Options{ValuesOnly: true}, excelize.TotalRows))
	if cells := formulaCells(t, f, summarySheet); len(cells) > 0 {
		t.Errorf("formulas %v", cells)
	}
	rows := sheetRows(t, f, summarySheet)
	with := sheetRows(t, openBook(t, bookOf(t, testDocument(t), Options{}, excelize.TotalRows)), summarySheet)
	if last := func(rows [][]string) string { return strings.Join(rows[len(rows)-1], "|") }; last(rows) != last(with) {
		t.Errorf("%q with values only, %q with formulas", last(rows), last(with))
	}
}

// Two segments of one name cannot be told apart by it: theirs are values.
func TestSegmentsOfOneNameAreValues(t *testing.T) {
	d := testDocument(t)
	d.Segmentation.Segments[1].Name = model.P("Champions")
	checkFormulas(t, openBook(t, bookOf(t, d, Options{}, excelize.TotalRows)), 12)
}

func TestPlainCriterion(t *testing.T) {
	for name, want := range map[string]bool{
		"Champions": true, "At risk, new": true, "流失客户": true, "Détente (O'Neil)": true,
		"": false, "=a": false, "a*": false, "b?": false, "~": false, "True": false, "Q1": false, "May 2024": false, "-a": false, strings.Repeat("a", 256): false,
	} {
		if plainCriterion(name) != want {
			t.Errorf("%q is plain: %v", name, !want)
		}
	}
}
