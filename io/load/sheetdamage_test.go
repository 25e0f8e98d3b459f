package load

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// ordersAndReturns is a workbook of two sheets of which a part was changed, or
// taken away where change returns nil.
func ordersAndReturns(t *testing.T, part string, change func([]byte) []byte) string {
	t.Helper()
	path := saveBook(t, func(f *excelize.File) error {
		if _, err := f.NewSheet("退货"); err != nil {
			return err
		}
		setRow(f, "Sheet1", 1, "customer_id", "amount")
		setRow(f, "Sheet1", 2, "A", 5)
		setRow(f, "退货", 1, "order_id", "returned")
		return setRow(f, "退货", 2, "X1", "yes")
	})
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, rewriteZip(t, content, part, change), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// A sheet that is lost is never left out without a word; one that was not asked for
// does not matter.
func TestDamagedSheets(t *testing.T) {
	const second = "xl/worksheets/sheet2.xml"
	instead := func(text string) func([]byte) []byte { return func([]byte) []byte { return []byte(text) } }
	for _, c := range []struct {
		name, part string
		change     func([]byte) []byte
		want       string
	}{
		{"missing", second, func([]byte) []byte { return nil }, `the workbook lists a sheet "退货" but has lost what it holds: the part xl/worksheets/sheet2.xml is missing; fetch`},
		{"cut off", second, func(b []byte) []byte { return b[:len(b)-20] }, `the sheet "退货" is cut off: the part xl/worksheets/sheet2.xml ends too early; fetch`},
		{"a far column", second, instead(`<worksheet><sheetData><row r="1"><c r="ZZZZZZZ301"><v>1</v></c></row></sheetData></worksheet>`),
			`the sheet "退货" is damaged: it has a row or a cell at "ZZZZZZZ301", which is no place of a sheet; fetch`},
		{"an entity", second, instead(`<!DOCTYPE x [<!ENTITY j "x">]><worksheet><sheetData><row r="1"><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`),
			`the sheet "退货" holds &j; where text should be`},
	} {
		path := ordersAndReturns(t, c.part, c.change)
		_, err := Open(context.Background(), []string{path}, Options{}, nil)
		expectError(t, err, path, c.want)
		expectError(t, err, path, "--sheet NAME reads another sheet without it")
		d := openBook(t, path, model.Reading{Sheet: "Sheet1"})
		if got := cells(d.Tables[0]); got != "customer_id|amount\nA|5" {
			t.Errorf("%s: the other sheet holds %s", c.name, got)
		}
	}
	text := strings.Repeat("x", 17<<20)
	path := ordersAndReturns(t, second, instead(`<worksheet><sheetData><row r="1"><c><v>1</v></c></row><row r="7"><c t="str"><v>`+text+`</v></c></row></sheetData></worksheet>`))
	_, err := Open(context.Background(), []string{path}, Options{}, nil)
	expectError(t, err, path, `the sheet "退货" holds in row 7 a text of millions of characters, and a cell of Excel 32,767 at most; fetch`)
	path = ordersAndReturns(t, "xl/sharedStrings.xml", instead(`<sst><si><t>`+text+`</t></si></sst>`))
	_, err = Open(context.Background(), []string{path}, Options{}, nil)
	expectError(t, err, path, "the workbook holds a text of millions of characters, and a cell of Excel 32,767 at most; fetch")
	path = ordersAndReturns(t, "xl/styles.xml", func([]byte) []byte { return nil })
	_, err = Open(context.Background(), []string{path}, Options{}, nil)
	expectError(t, err, path, "the workbook has lost its part xl/styles.xml; copy or download it again")
}

// A sheet of files that have none is a slip; beside a workbook that has it texts
// may stand.
func TestSheetOfAText(t *testing.T) {
	text := writeFile(t, "orders.csv", "customer_id,amount\nA,5\n")
	_, err := Open(context.Background(), []string{text}, Options{Reading: model.Reading{Sheet: "x"}}, nil)
	expectError(t, err, text, `there is no sheet "x": it is a text, which has no sheets; leave out --sheet`)
	book := ordersAndReturns(t, "", nil)
	if d, err := Open(context.Background(), []string{text, book}, Options{Reading: model.Reading{Sheet: "退货"}}, nil); err != nil || len(d.Tables) != 2 {
		t.Errorf("%v, %v", d, err)
	}
}
