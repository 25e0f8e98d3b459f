package load

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// saveBook writes a workbook built by a function.
func saveBook(t testing.TB, build func(f *excelize.File) error) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := build(f); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func openBook(t testing.TB, path string, r model.Reading) *model.Dataset {
	t.Helper()
	d, err := Open(context.Background(), []string{path}, Options{Reading: r}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func setRow(f *excelize.File, sheet string, row int, cells ...any) error {
	return f.SetSheetRow(sheet, fmt.Sprintf("A%d", row), &cells)
}

func TestWorkbookCells(t *testing.T) {
	for _, calendar1904 := range []bool{false, true} {
		at := time.Date(2017, 4, 27, 8, 26, 5, 0, time.UTC)
		path := saveBook(t, func(f *excelize.File) error {
			if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &calendar1904}); err != nil {
				return err
			}
			setRow(f, "Sheet1", 1, "id", "ordered", "paid at", "amount", "stored as text", "vip", "code")
			setRow(f, "Sheet1", 2, "A1", at.Truncate(24*time.Hour), at, -60.704, "12", true, "007")
			setRow(f, "Sheet1", 3, "A<2>", at.AddDate(0, 0, 1).Truncate(24*time.Hour), nil, 1e-7, "3.5", false, "8")
			day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			if err != nil {
				return err
			}
			custom := `yyyy"年"m"月"d"日" h:mm`
			moment, err := f.NewStyle(&excelize.Style{CustomNumFmt: &custom})
			if err != nil {
				return err
			}
			f.SetCellStyle("Sheet1", "B2", "B3", day)
			return f.SetCellStyle("Sheet1", "C2", "C3", moment)
		})
		d := openBook(t, path, model.Reading{})
		want := "id|ordered|paid at|amount|stored as text|vip|code\n" +
			"A1|2017-04-27|2017-04-27 08:26:05|-60.704|12|TRUE|007\n" +
			"A<2>|2017-04-28||1e-07|3.5|FALSE|8"
		if got := cells(d.Tables[0]); got != want {
			t.Errorf("1904 %v: got\n%s\nwant\n%s", calendar1904, got, want)
		}
		if got := kinds(d.Tables[0]); got != "tddnntt" {
			t.Errorf("kinds are %s", got)
		}
	}
}

func TestWorkbookFaults(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "id", "x", "y")
		setRow(f, "Sheet1", 2, "a", 1)
		setRow(f, "Sheet1", 3, "b", nil, 2)
		setRow(f, "Sheet1", 4, "c", 3, 5)
		if err := f.SetCellFormula("Sheet1", "B3", "SUM(1,2)"); err != nil {
			return err
		}
		return f.SetCellFormula("Sheet1", "C2", "1/0")
	})
	// excelize writes no values of formulas; give one an error's
	path = editBook(t, path, "xl/worksheets/sheet1.xml", `<c r="C2" t="str"><f>1/0</f></c>`, `<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`)
	d := openBook(t, path, model.Reading{})
	if got := cells(d.Tables[0]); got != "id|x|y\na|1|\nb||2\nc|3|5" {
		t.Errorf("got %s", got)
	}
	for _, c := range []struct {
		column int
		words  string
		rows   []int32
	}{{1, "formulas without a saved value", []int32{1}}, {2, "an error such as #N/A", []int32{0}}} {
		if !slices.ContainsFunc(d.Findings, func(f model.Finding) bool {
			return f.Column == c.column && strings.Contains(english(f.Text), c.words) && slices.Equal(f.Rows, c.rows)
		}) {
			t.Errorf("no finding of column %d says %q of rows %v", c.column, c.words, c.rows)
		}
	}
}

// editBook replaces text in a part of a workbook.
func editBook(t testing.TB, path, part, from, to string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := rewriteZip(t, content, part, func(b []byte) []byte {
		if !bytes.Contains(b, []byte(from)) {
			t.Fatalf("%s holds no %s: %s", part, from, b)
		}
		return bytes.ReplaceAll(b, []byte(from), []byte(to))
	})
	if err := os.WriteFile(path, out, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSheets(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		for _, name := range []string{"订单", "Returns", "Empty"} {
			if _, err := f.NewSheet(name); err != nil {
				return err
			}
		}
		setRow(f, "Sheet1", 1, "hidden")
		setRow(f, "订单", 3, "订单ID", nil, "金额")
		setRow(f, "订单", 5, "X1", nil, 5)
		setRow(f, "Returns", 1, "id", "returned")
		setRow(f, "Returns", 2, "X1", "yes", "unnamed")
		f.SetActiveSheet(2)
		return f.SetSheetVisible("Sheet1", false)
	})
	orders, returns := "订单ID|金额\nX1|5", "id|returned|3\nX1|yes|unnamed"
	for _, c := range []struct{ path, sheet, name, want string }{
		{path, "", "订单", orders},
		{path + "#订单", "", "订单", orders},
		{path + "#returns", "", "Returns", returns},
		{path, "RETURNS", "Returns", returns},
		{path + "#Returns", "订单", "Returns", returns},
		{path, "3", "Returns", returns},
		{path, "Sheet1", "Sheet1", "hidden"},
	} {
		d := openBook(t, c.path, model.Reading{Sheet: c.sheet})
		if got := cells(d.Tables[0]); got != c.want || d.Tables[0].Name != c.name || d.Sources[0].Path != path || c.path+c.sheet != path && d.Sources[0].Sheet != c.name {
			t.Errorf("%s %q: %s of %v", c.path, c.sheet, got, d.Sources)
		}
	}
	d := openBook(t, path, model.Reading{})
	if first := d.Tables[0].FirstRow; first != 5 {
		t.Errorf("the first row of data is row %d", first)
	}
	_, err := Open(context.Background(), []string{path + "#Empty"}, Options{}, nil)
	expectError(t, err, path, `the sheet "Empty" is empty; the sheets are: Sheet1, 订单, Returns, Empty`)
	both, err := Open(context.Background(), []string{path, path + "#Returns"}, Options{}, nil)
	if err != nil || len(both.Tables) != 2 {
		t.Errorf("two sheets: %v, %v", both, err)
	}
}

func TestWorkbookWithoutHeader(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, 1, "x")
		setRow(f, "Sheet1", 2, 2, "y")
		return setRow(f, "Sheet1", 3, 3, "z", "w")
	})
	d := openBook(t, path, model.Reading{})
	if got := cells(d.Tables[0]); got != "1|2|3\n1|x|\n2|y|\n3|z|w" || d.Tables[0].FirstRow != 1 {
		t.Errorf("got %s from row %d", got, d.Tables[0].FirstRow)
	}
}

func TestWorkbookFromStdin(t *testing.T) {
	d, err := Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(workbookBytes(t, ""))}, nil)
	if err != nil || cells(d.Tables[0]) != "id" {
		t.Errorf("%v, %v", d, err)
	}
}

// TestLockedWorkbook: a workbook that LibreOffice wrote with a password says so,
// under any name and in any packing, and what to do.
func TestLockedWorkbook(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("xls", "testdata", "locked.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"orders.xlsx", "orders.xls", "orders.csv", "orders.xlsx.gz", "orders.zip"} {
		text := string(content)
		switch filepath.Ext(name) {
		case ".gz":
			text = gzipOf(t, text)
		case ".zip":
			text = zipOf(t, "orders.xlsx", text)
		}
		path := writeFile(t, name, text)
		for _, o := range []struct{ path, stdin string }{{path, ""}, {"-", text}} {
			_, err := Open(context.Background(), []string{o.path}, Options{Stdin: strings.NewReader(o.stdin)}, nil)
			expectError(t, err, o.path, "the workbook is protected with a password; open it in Excel or LibreOffice, remove the password and save it")
			_, err = Preview(context.Background(), []string{o.path}, Options{Stdin: strings.NewReader(o.stdin)})
			expectError(t, err, o.path, "the workbook is protected with a password")
		}
	}
}
