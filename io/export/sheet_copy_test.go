package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A sheet of a segment says that it is a copy, and follows its number of customers.
func TestSegmentSheetSaysThatItIsACopy(t *testing.T) {
	d := testDocument(t)
	f := openBook(t, bookOf(t, d, Options{SegmentSheets: true}, excelize.TotalRows))
	if formula, err := f.GetCellFormula("Champions", "A1"); err != nil || !strings.HasPrefix(formula, `IF('Summary'!$C$15<>1,"A copy`) {
		t.Errorf("%q, %v", formula, err)
	}
	if kept, err := f.GetCellValue("Champions", "A1", excelize.Options{RawCellValue: true}); err != nil || !strings.HasPrefix(kept, "A copy as of the export: 1 customer, as many") {
		t.Errorf("%q, %v", kept, err)
	}
	if formats, err := f.GetConditionalFormats("Champions"); err != nil || len(formats["A1"]) != 1 || formats["A1"][0].Criteria != "'Summary'!$C$15<>1" {
		t.Errorf("%v, %v", formats, err)
	}
	f = openBook(t, bookOf(t, d, Options{SegmentSheets: true, ValuesOnly: true}, excelize.TotalRows))
	if text, err := f.GetCellValue("Champions", "A1"); err != nil || !strings.HasPrefix(text, "A copy as of the export: 1 customer") {
		t.Errorf("%q, %v", text, err)
	}
}

func TestWordsOfFormulasAreQuoted(t *testing.T) {
	if got := literal(`so "A"`); got != `"so ""A"""` {
		t.Error(got)
	}
}

// The office words what a sheet says of itself, before and after a customer was
// moved.
func TestOfficeTellsWhatDiffers(t *testing.T) {
	o := newOffice(t)
	for _, moved := range []bool{false, true} {
		f := openBook(t, bookOf(t, profiledDocument(t), Options{SegmentSheets: true}, excelize.TotalRows))
		if moved {
			if err := f.SetCellStr(customersSheet, "B3", "Champions"); err != nil {
				t.Fatal(err)
			}
		}
		for sheet, words := range map[string][2]string{
			"Champions": {"as many as the sheet Customers has", "the sheet Customers now has 2 in this segment"},
			"Profile":   {"does not follow a segment that is changed", "now has other numbers of customers in 2 segments"},
		} {
			if err := f.MoveSheet(sheet, f.GetSheetList()[0]); err != nil { // a CSV is of the first one
				t.Fatal(err)
			}
			want := words[0]
			if moved {
				want = words[1]
			}
			if got := o.firstColumn(t, f); !strings.Contains(strings.Join(got, "\n"), want) {
				t.Errorf("%s, moved %v: %q", sheet, moved, got)
			}
		}
	}
}

// firstColumn is the first cell of each of the first rows of the first sheet, as
// the office shows them.
func (o office) firstColumn(t *testing.T, f *excelize.File) []string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(o.convert(t, b.Bytes(), "csv")))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, row := range rows[:min(4, len(rows))] {
		out = append(out, row[0])
	}
	return out
}
