package export

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// office is LibreOffice, told to calculate every formula of what it opens.
type office struct{ program, profile, out string }

func newOffice(t *testing.T) office {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil && os.Getenv("CUSTSEG_OFFICE") == "required" {
		t.Fatal("LibreOffice is needed: apt-get install libreoffice-calc-nogui")
	}
	if err != nil {
		t.Skip("there is no LibreOffice")
	}
	o := office{program, t.TempDir(), t.TempDir()}
	const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`
	if err := os.MkdirAll(filepath.Join(o.profile, "user"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(o.profile, "user", "registrymodifications.xcu"), []byte(settings), 0o644); err != nil {
		t.Fatal(err)
	}
	return o
}

// convert opens a workbook and saves it in another format.
func (o office) convert(t *testing.T, book []byte, format string) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, book, 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.CommandContext(t.Context(), o.program, "-env:UserInstallation=file://"+o.profile, "--headless", "--convert-to", format, "--outdir", o.out, path)
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	out, err := os.ReadFile(filepath.Join(o.out, "book."+format))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// officeDocument is the small document with names that a criterion of COUNTIFS
// reads in its own way, and a number that is missing and infinite among those the
// method read.
func officeDocument(t *testing.T) Document {
	d := testDocument(t)
	d.Segmentation.Used = append(d.Segmentation.Used, "segment")
	d.Segmentation.Segments[3].Name = model.P("CHAMPIONS")
	return d
}

func TestOfficeComesToTheSameSummary(t *testing.T) {
	o := newOffice(t)
	for _, most := range []int{excelize.TotalRows, 3} { // one sheet of customers, and three
		o.checkSheet(t, bookOf(t, officeDocument(t), Options{}, most), summarySheet, 5*7)
	}
	o.checkSheet(t, severalFile(t, testSeveral(t, officeDocument(t)), ".xlsx", Options{}), "abc_2 "+summarySheet, 4*6)
	o.checkSheet(t, severalFile(t, testSeveral(t, officeDocument(t)), ".xlsx", Options{}), summarySheet, 2*4*5)
	for _, book := range pairFiles(t, officeDocument(t), ".xlsx", Options{}) {
		o.checkSheet(t, book, summarySheet, 60)
		o.checkSheet(t, book, matrixSheet, 150)
	}
}

// checkSheet holds the values of a sheet's formulas against what the office comes
// to.
func (o office) checkSheet(t *testing.T, book []byte, sheet string, least int) {
	t.Helper()
	before, after := openBook(t, book), openBook(t, o.convert(t, book, "xlsx"))
	raw := excelize.Options{RawCellValue: true}
	cells := formulaCells(t, before, sheet)
	if len(cells) < least {
		t.Errorf("%s has %d formulas", sheet, len(cells))
	}
	for at, formula := range cells {
		kept, err := before.GetCellValue(sheet, at, raw)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := after.GetCellValue(sheet, at, raw); err != nil || !sameNumber(kept, got) {
			t.Errorf("%s: %s %s comes to %q, kept is %q, %v", sheet, at, formula, got, kept, err)
		}
	}
}

// A customer who is moved to another segment by hand moves in the Summary.
func TestOfficeFollowsAChangedSegment(t *testing.T) {
	o := newOffice(t)
	f := openBook(t, bookOf(t, officeDocument(t), Options{}, excelize.TotalRows))
	if err := f.SetCellStr(customersSheet, "B3", "Champions"); err != nil {
		t.Fatal(err)
	}
	var changed bytes.Buffer
	if err := f.Write(&changed); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(o.convert(t, changed.Bytes(), "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]string{}
	for _, row := range rows {
		counts[row[1]] = row[2]
	}
	if counts["Champions"] != "2" || counts["CHAMPIONS"] != "2" || counts["=At/Risk [of: leaving]? 'quoted' and long"] != "0" || counts["All customers"] != "5" {
		t.Errorf("%v", counts)
	}
}
