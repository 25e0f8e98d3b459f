package export

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// plainDocument is the small document with names that a criterion of COUNTIFS
// takes for nothing but themselves.
func plainDocument(t *testing.T) Document {
	d := testDocument(t)
	d.Segmentation.Segments[1].Name, d.Segmentation.Segments[3].Name = model.P("At Risk"), model.P("Loyal")
	return d
}

// elsewhere is a document whose fourth customer is in the first segment.
func elsewhere(d Document) Document {
	s := *d.Segmentation
	s.Of = slices.Clone(s.Of)
	s.Of[3] = 0
	d.Segmentation = &s
	return d
}

// Who moves a customer to another segment by hand finds, after a recalculation,
// the numbers of a workbook that was written with the customer there.
func TestOfficeFollowsAChangedSegmentOfPairs(t *testing.T) {
	o := newOffice(t)
	for name, document := range map[string]func(*testing.T) Document{"plain": plainDocument, "odd": officeDocument} {
		t.Run(name, func(t *testing.T) {
			before, after := pairFiles(t, document(t), ".xlsx", Options{}), pairFiles(t, elsewhere(document(t)), ".xlsx", Options{})
			for kind, book := range before {
				o.checkChange(t, kind, book, after[kind], []string{"B5", "C5"})
			}
		})
	}
	s, changed := testSeveral(t, officeDocument(t)), testSeveral(t, elsewhere(officeDocument(t)))
	o.checkChange(t, "several", severalFile(t, s, ".xlsx", Options{}), severalFile(t, changed, ".xlsx", Options{}), []string{"B5", "C5", "D5"})
}

// checkChange moves the fourth customer to the first segment, in cells of the
// sheet of all, and holds what the office comes to against another workbook.
func (o office) checkChange(t *testing.T, name string, book, want []byte, cells []string) {
	t.Helper()
	f := openBook(t, book)
	for _, at := range cells {
		if err := f.SetCellStr(customersSheet, at, "Champions"); err != nil {
			t.Fatal(err)
		}
	}
	var changed bytes.Buffer
	if err := f.Write(&changed); err != nil {
		t.Fatal(err)
	}
	got, wanted, first := openBook(t, o.convert(t, changed.Bytes(), "xlsx")), openBook(t, want), openBook(t, book)
	raw := excelize.Options{RawCellValue: true}
	moved := 0
	for _, sheet := range []string{summarySheet, customersSheet, matrixSheet} {
		formulas := formulaCells(t, wanted, sheet)
		for at := range formulas {
			if lists, err := belowLists(wanted, sheet, at); err != nil || lists { // of which there may be more or fewer
				continue
			}
			here, err := got.GetCellValue(sheet, at, raw)
			if err != nil {
				t.Fatal(err)
			}
			there, err := wanted.GetCellValue(sheet, at, raw)
			if err != nil {
				t.Fatal(err)
			}
			was, err := first.GetCellValue(sheet, at, raw)
			if err != nil {
				t.Fatal(err)
			}
			if !sameNumber(here, there) {
				t.Errorf("%s: %s %s %s comes to %q, want %q", name, sheet, at, formulas[at], here, there)
			}
			if !sameNumber(was, there) {
				moved++
			}
		}
	}
	if moved < 30 {
		t.Errorf("%s: %d numbers are others than before", name, moved)
	}
}

// belowLists reports whether a cell is below the heading of the list of residuals,
// whose length follows the data.
func belowLists(f *excelize.File, sheet, at string) (bool, error) {
	_, row, err := excelize.CellNameToCoordinates(at)
	if err != nil || sheet != matrixSheet {
		return false, err
	}
	rows, err := f.GetRows(sheet)
	begin := slices.IndexFunc(rows, func(r []string) bool { return len(r) > 0 && r[0] == "Order of the residuals" })
	return begin >= 0 && row > begin, err
}
