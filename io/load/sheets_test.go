package load

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// tableNames lists the tables of a dataset.
func tableNames(d *model.Dataset) string {
	var names []string
	for _, t := range d.Tables {
		names = append(names, fmt.Sprintf("%s:%d", t.Name, t.Rows()))
	}
	return strings.Join(names, " ")
}

// sheetsBook has two sheets of tables, a hidden one, and others that hold none.
func sheetsBook(t *testing.T) string {
	t.Helper()
	return saveBook(t, func(f *excelize.File) error {
		for _, name := range []string{"说明", "订单", "客户", "空白", "Title", "Codes"} {
			if _, err := f.NewSheet(name); err != nil {
				return err
			}
		}
		setRow(f, "Sheet1", 1, "secret", "x")
		setRow(f, "Sheet1", 2, "s1", 1)
		setRow(f, "说明", 1, "数据说明")
		setRow(f, "说明", 2, "本表数据截至2023年底，仅供内部使用。")
		setRow(f, "说明", 4, "Orders are listed with the day on which they were paid.")
		setRow(f, "订单", 1, "订单ID", "客户ID", "金额")
		setRow(f, "订单", 2, "X1", "K1", 5)
		setRow(f, "订单", 3, "X2", "K2", 7)
		setRow(f, "客户", 1, "客户ID", "城市")
		setRow(f, "客户", 2, "K1", "杭州")
		setRow(f, "Title", 1, "Sales", "2023")
		setRow(f, "Codes", 1, "code")
		setRow(f, "Codes", 2, "A-1")
		setRow(f, "Codes", 3, "New York")
		f.SetActiveSheet(2)
		return f.SetSheetVisible("Sheet1", false)
	})
}

func TestEverySheetIsATable(t *testing.T) {
	path := sheetsBook(t)
	d := openBook(t, path, model.Reading{})
	if got := tableNames(d); got != "订单:2 客户:1 Codes:2" || len(d.Sources) != 1 || d.Sources[0].Sheet != "" {
		t.Fatalf("tables are %s of %v", got, d.Sources)
	}
	for want, level := range map[string]model.Level{
		`the sheet "说明" was left out: it holds notes, not columns; it can be asked for by its name`: model.Info,
		`the sheet "Title" was left out: it has a single row; it can be asked for by its name`:      model.Info,
		"sheets left out because they are empty: 空白":                                                model.Info,
		"hidden sheets were not read, but can be asked for by their names: Sheet1":                  model.Warning,
	} {
		told := 0
		for _, f := range d.Findings {
			if english(f.Text) == want && f.Level == level && f.Table == 0 && f.Column == -1 {
				told++
			}
		}
		if told != 1 {
			t.Errorf("told %d times: %s", told, want)
		}
	}
	for sheet, want := range map[string]string{"说明": "说明:2", "sheet1": "Sheet1:1", "title": "Title:0", "3": "订单:2"} {
		if got := tableNames(openBook(t, path, model.Reading{Sheet: sheet})); got != want {
			t.Errorf("sheet %s: %s, want %s", sheet, got, want)
		}
	}
}

// TestOnlyPoorSheets reads what is no table where there is nothing better.
func TestOnlyPoorSheets(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		f.NewSheet("Second")
		return setRow(f, "Second", 2, "id", "amount")
	})
	d := openBook(t, path, model.Reading{})
	if got := tableNames(d); got != "Second:0" || !found(d, "sheets left out because they are empty: Sheet1") {
		t.Errorf("tables are %s, findings %v", got, d.Findings)
	}
	path = saveBook(t, func(f *excelize.File) error { _, err := f.NewSheet("Second"); return err })
	_, err := Open(context.Background(), []string{path}, Options{}, nil)
	expectError(t, err, path, "all sheets of the workbook are empty; the sheets are: Sheet1, Second")
}

// TestSheetsWithTheSameColumns are one table, each row with its place.
func TestSheetsWithTheSameColumns(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		for _, name := range []string{"华东", "华北"} {
			f.NewSheet(name)
			setRow(f, name, 1, "订单ID", "金额")
			setRow(f, name, 2, name+"1", 5)
			setRow(f, name, 3, name+"2", 7)
		}
		f.SetRowVisible("华北", 3, false)
		return f.DeleteSheet("Sheet1")
	})
	d := openBook(t, path, model.Reading{})
	if len(d.Tables) != 1 || d.Tables[0].Rows() != 4 {
		t.Fatalf("tables are %s", tableNames(d))
	}
	if !found(d, "华北: rows that are hidden in the workbook, as by a filter, were read too: 1") {
		t.Errorf("findings: %v", d.Findings)
	}
	if d = openBook(t, path, model.Reading{Rows: 3}); d.Rows() != 3 || !d.Partial {
		t.Errorf("%d rows of 3, partial %v", d.Rows(), d.Partial)
	}
}

func TestHiddenRowsAndColumns(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		setRow(f, "Sheet1", 1, "id", "name", "spent at", "amount")
		for i := range 5 {
			setRow(f, "Sheet1", i+2, fmt.Sprint("K", i), fmt.Sprint("n", i), float64(i)/10, i)
		}
		f.SetRowVisible("Sheet1", 3, false)
		f.SetRowVisible("Sheet1", 6, false)
		f.SetColVisible("Sheet1", "D:Z", false)
		clock, err := f.NewStyle(&excelize.Style{NumFmt: 20})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", "C2", "C6", clock)
	})
	d := openBook(t, path, model.Reading{})
	for want, place := range map[string]struct {
		column int
		rows   string
	}{
		"rows that are hidden in the workbook, as by a filter, were read too: 2": {-1, "[1 4]"},
		"the column is hidden in the workbook and was read too":                  {3, "[]"},
		"times of day and spans of time were read as numbers of days: 5":         {2, "[0 1 2 3 4]"},
	} {
		told := 0
		for _, f := range d.Findings {
			if english(f.Text) == want && f.Column == place.column && fmt.Sprint(f.Rows) == place.rows {
				told++
			}
		}
		if told != 1 {
			t.Errorf("told %d times: %s", told, want)
		}
	}
}

// TestMergesOfASheet: only sheets whose first rows have gaps are looked through.
func TestMergesOfASheet(t *testing.T) {
	for _, c := range []struct {
		name, want string
		build      func(f *excelize.File) error
	}{
		{"a header of two rows", "[{1 1 2 1} {1 2 1 2}]", func(f *excelize.File) error {
			setRow(f, "Sheet1", 1, "客户", "2023", nil)
			setRow(f, "Sheet1", 2, nil, "Q1", "Q2")
			setRow(f, "Sheet1", 3, "K1", 1, 2)
			f.MergeCell("Sheet1", "A1", "A2")
			f.MergeCell("Sheet1", "B1", "C1")
			return f.MergeCell("Sheet1", "A30", "A31")
		}},
		{"a merged cell at the end", "[{1 2 1 2}]", func(f *excelize.File) error {
			setRow(f, "Sheet1", 1, "客户", "2023")
			setRow(f, "Sheet1", 2, "K1", 1, 2)
			return f.MergeCell("Sheet1", "B1", "C1")
		}},
		{"no gaps", "[]", func(f *excelize.File) error {
			setRow(f, "Sheet1", 1, "id", "amount")
			setRow(f, "Sheet1", 2, "K1", 1)
			return f.MergeCell("Sheet1", "A2", "A3")
		}},
	} {
		path := saveBook(t, c.build)
		sources, err := Options{}.sources(context.Background(), []string{path})
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := sources[0].readWorkbook(context.Background(), job{model.Reading{}, &meter{}, newQuota(0, nil)})
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(sheets[0].merges); got != c.want {
			t.Errorf("%s: merges are %s, want %s", c.name, got, c.want)
		}
	}
}

// TestOldWorkbook reads a workbook of before 2007, and what is only named so.
func TestOldWorkbook(t *testing.T) {
	path := filepath.Join("xls", "testdata", "cells.xls")
	d := openBook(t, path, model.Reading{})
	if len(d.Tables) != 1 || d.Tables[0].Name != "订单" {
		t.Fatalf("tables are %s", tableNames(d))
	}
	for _, want := range []string{"sheets left out because they are empty: Empty", "hidden sheets were not read, but can be asked for by their names: hidden",
		"rows that are hidden in the workbook, as by a filter, were read too: 1", "cells with an error such as #N/A were read as missing: 1"} {
		if !found(d, want) {
			t.Errorf("no finding says %s: %v", want, d.Findings)
		}
	}
	d, err := Open(context.Background(), []string{path + "#HIDDEN"}, Options{}, nil)
	if err != nil || d.Tables[0].Name != "hidden" || d.Sources[0].Sheet != "hidden" {
		t.Errorf("%v; %v", d, err)
	}
	text := filepath.Join(t.TempDir(), "orders.xls")
	if err := os.WriteFile(text, []byte("订单ID\t金额\nX1\t5\nX2\t7\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := cells(openBook(t, text, model.Reading{}).Tables[0]); got != "订单ID|金额\nX1|5\nX2|7" {
		t.Errorf("text under the ending .xls: %s", got)
	}
	later := strings.TrimSuffix(text, "orders.xls") + "later.xls"
	if err := os.WriteFile(later, []byte(workbookBytes(t, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := cells(openBook(t, later, model.Reading{}).Tables[0]); got != "id" {
		t.Errorf("a later workbook under the ending .xls: %s", got)
	}
}

// TestOldAndNewWorkbook reads the same workbook in both formats.
func TestOldAndNewWorkbook(t *testing.T) {
	a, b := realFile(t, "zh_superstore.xls", model.Reading{}), realFile(t, "zh_superstore.xlsx", model.Reading{})
	if tableNames(a) != tableNames(b) || len(a.Tables) != 3 {
		t.Fatalf("tables are %s and %s", tableNames(a), tableNames(b))
	}
	for i := range a.Tables {
		if kinds(a.Tables[i]) != kinds(b.Tables[i]) {
			t.Errorf("%s: kinds are %s and %s", a.Tables[i].Name, kinds(a.Tables[i]), kinds(b.Tables[i]))
		}
	}
	if fmt.Sprint(a.Guesses) != fmt.Sprint(b.Guesses) {
		t.Errorf("guesses are %v and %v", a.Guesses, b.Guesses)
	}
}
