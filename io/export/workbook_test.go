package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// bookOf writes a workbook with at most so many rows a sheet of customers.
func bookOf(t *testing.T, d Document, o Options, most int) []byte {
	t.Helper()
	o.SegmentSheets = true
	v, err := newView(d, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	last := 0.0
	err = writeBook(t.Context(), &b, v, o, most, func(done float64) {
		if done < last || done > 1 {
			t.Errorf("progress from %g to %g", last, done)
		}
		last = done
	})
	if err != nil || last != 1 {
		t.Fatalf("%v at %g", err, last)
	}
	return b.Bytes()
}

// unzipped returns the parts of a workbook by their names.
func unzipped(t *testing.T, d Document, o Options) map[string]string {
	t.Helper()
	b := bookOf(t, d, o, excelize.TotalRows)
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

func openBook(t *testing.T, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func sheetRows(t *testing.T, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestWorkbookSheets(t *testing.T) {
	f := openBook(t, bookOf(t, testDocument(t), Options{}, excelize.TotalRows))
	want := []string{"Summary", "Customers", "Champions", "=At-Risk -of- leaving-- 'quote…", "summary 2", "Unclassified", "Rules", "Quality", "Recipe"}
	if got := f.GetSheetList(); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("sheets %q, want %q", got, want)
	}
	tables, err := f.GetTables("Customers")
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:Q6" {
		t.Errorf("tables %+v, %v", tables, err)
	}
	if p, err := f.GetPanes("Customers"); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v, %v", p, err)
	}
	props, err := f.GetDocProps()
	if err != nil || props.Title != "Customer segments: RFM" || props.Created != "2024-06-27T00:00:00Z" || props.Creator != "custseg" {
		t.Errorf("properties %+v, %v", props, err)
	}
}

// Data without a date makes a document without one.
func TestDocumentHasNoDateOfItsOwn(t *testing.T) {
	d := testDocument(t)
	undated := *d.Customers
	undated.AsOf = model.NoDay
	d.Customers = &undated
	props, err := openBook(t, bookOf(t, d, Options{}, excelize.TotalRows)).GetDocProps()
	if err != nil || props.Created != "" || props.Modified != "" || props.Title == "" {
		t.Errorf("properties %+v, %v", props, err)
	}
}

// The sheet of customers and the CSV file say the same: texts as they are,
// numbers as numbers, dates as dates.
func TestCustomersSheetHoldsWhatTheDataHolds(t *testing.T) {
	d := testDocument(t)
	v, err := newView(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	f := openBook(t, bookOf(t, d, Options{}, excelize.TotalRows))
	rows := sheetRows(t, f, "Customers")
	if len(rows) != d.Customers.Len()+1 {
		t.Fatalf("%d rows", len(rows))
	}
	for j, c := range v.columns() {
		if rows[0][j] != c.header {
			t.Errorf("header %d is %q, want %q", j, rows[0][j], c.header)
		}
		for i := range d.Customers.Len() {
			at, _ := excelize.CoordinatesToCellName(j+1, i+2)
			got := ""
			if j < len(rows[i+1]) {
				got = rows[i+1][j]
			}
			kind, err := f.GetCellType("Customers", at)
			if err != nil {
				t.Fatal(err)
			}
			checkCell(t, at, c, i, got, kind)
		}
	}
}

func checkCell(t *testing.T, at string, c column, i int, got string, kind excelize.CellType) {
	t.Helper()
	switch values := c.Column.(type) {
	case *model.Texts:
		if got != clean(values.Text(i)) || got != "" && kind != excelize.CellTypeInlineString {
			t.Errorf("%s is %q of kind %v, want %q", at, got, kind, values.Text(i))
		}
	case *model.Numbers:
		v := values.At(i)
		if n, err := strconv.ParseFloat(got, 64); err != nil && !math.IsNaN(v) || err == nil && n != v || math.IsNaN(v) && got != "" {
			t.Errorf("%s is %q, want %v", at, got, v)
		}
	case *model.Dates:
		want := ""
		if s := values.At(i); s != model.NoDate {
			want = strconv.FormatFloat(float64(s)/86400+25569, 'g', -1, 64)
			if s < -25508*86400 { // before March 1900
				want = model.FormatDate(s)
			}
		}
		if got != want {
			t.Errorf("%s is %q, want %q", at, got, want)
		}
	}
}

func TestDatesAndNumbersAreFormatted(t *testing.T) {
	f := openBook(t, bookOf(t, testDocument(t), Options{}, excelize.TotalRows))
	for cell, want := range map[string]string{"O3": "1980-05-05", "J3": "2024-01-01 01:00:00", "F3": "82,109.52"} {
		if got, err := f.GetCellValue("Customers", cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q", cell, got, want)
		}
	}
}

// Formulas call what counts, adds and compares.
func TestWorkbookRunsNothing(t *testing.T) {
	parts := unzipped(t, testDocument(t), Options{})
	harmless := regexp.MustCompile(`^(COUNTA|COUNTIFS|SUM|SUMIFS|SUMPRODUCT|EXACT|ISNUMBER|AVERAGE|AVERAGEIFS|IF|IFERROR)$`)
	formulas := 0
	for name, text := range parts {
		for _, f := range formulasOf(t, name, text) {
			formulas++
			for _, call := range regexp.MustCompile(`([A-Z.]+)\(`).FindAllStringSubmatch(f, -1) {
				if !harmless.MatchString(call[1]) {
					t.Errorf("%s calls %s", f, call[1])
				}
			}
		}
	}
	if formulas == 0 {
		t.Error("there is no formula")
	}
	f := openBook(t, bookOf(t, testDocument(t), Options{}, excelize.TotalRows))
	quoted := 0
	for _, sheet := range f.GetSheetList() {
		for r, row := range sheetRows(t, f, sheet) {
			for c, text := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				kind, _ := f.GetCellType(sheet, at)
				if !risky(text) || kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber || text == "-inf" {
					continue
				}
				style, err := f.GetCellStyle(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				quoted++
				if q := f.Styles.CellXfs.Xf[style].QuotePrefix; q == nil || !*q {
					t.Errorf("%s!%s %q has no quote prefix", sheet, at, text)
				}
			}
		}
	}
	if quoted < 12 {
		t.Errorf("only %d risky texts were met", quoted)
	}
}

// formulasOf lists the formulas of cells in the XML of a part.
func formulasOf(t *testing.T, name, text string) (out []string) {
	t.Helper()
	if !strings.HasPrefix(name, "xl/worksheets/") {
		return nil
	}
	for d := xml.NewDecoder(strings.NewReader(text)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "f" {
			var f string
			if err := d.DecodeElement(&f, &e); err != nil {
				t.Fatal(err)
			}
			out = append(out, f)
		}
	}
}

func TestSummarySheetAddsUp(t *testing.T) {
	d := testDocument(t)
	f := openBook(t, bookOf(t, d, Options{}, excelize.TotalRows))
	from, values, customers, total := 0, 0.0, 0.0, []string{}
	for _, row := range sheetRows(t, f, "Summary") {
		number := func(i int) float64 {
			n, err := strconv.ParseFloat(row[i], 64)
			if err != nil {
				t.Fatalf("%q: %v", row, err)
			}
			return n
		}
		switch {
		case len(row) > 1 && row[1] == "Segment":
			from++
		case len(row) > 1 && row[1] == "All customers":
			total = row
			if number(2) != customers || math.Abs(number(4)-values) > 0.005 || number(3) != 1 || number(5) != 1 {
				t.Errorf("total %q of %g customers with %g", row, customers, values)
			}
		case from > 0 && len(total) == 0:
			customers += number(2)
			values += number(4)
		}
	}
	if whole := Total(d.Customers, d.Segmentation); len(total) == 0 || math.Abs(values-whole.Value) > 0.005 || customers != 5 {
		t.Errorf("%g customers with %g, want %g", customers, values, whole.Value)
	}
}

// Every link leads to a sheet that is there, and the drawings refer to the
// summary's own cells.
func TestSummaryLinksAndCharts(t *testing.T) {
	parts := unzipped(t, testDocument(t), Options{})
	summary := parts["xl/worksheets/sheet1.xml"]
	for _, link := range []string{"Champions", "=At-Risk -of- leaving-- &#39;&#39;quote…", "summary 2", "Unclassified", "Quality"} {
		if !strings.Contains(summary, `location="&#39;`+link+`&#39;!A1"`) {
			t.Errorf("no link to %s", link)
		}
	}
	for _, want := range []string{`showGridLines="false"`, `orientation="landscape"`, `fitToWidth="1"`, `fitToHeight="1"`} {
		if !strings.Contains(summary, want) {
			t.Errorf("the summary has no %s", want)
		}
	}
	for n, column := range map[int]string{1: "C", 2: "E"} {
		chart := parts["xl/charts/chart"+strconv.Itoa(n)+".xml"]
		if !strings.Contains(chart, "&#39;Summary&#39;!$"+column+"$15:$"+column+"$19") || strings.Count(chart, "<dPt>") != 5 || !strings.Contains(chart, segmentColors[1]) {
			t.Errorf("chart %d: %s", n, chart)
		}
	}
	if !strings.Contains(parts["xl/workbook.xml"], "&#39;Summary&#39;!$14:$14") {
		t.Error("no print titles")
	}
}

func TestRulesAndQualitySheets(t *testing.T) {
	f := openBook(t, bookOf(t, testDocument(t), Options{}, excelize.TotalRows))
	text := func(sheet string) string {
		var out []string
		for _, row := range sheetRows(t, f, sheet) {
			out = append(out, strings.Trim(strings.Join(row, "|"), "|"))
		}
		return strings.Join(out, "\n")
	}
	for _, want := range []string{"Bins|4|5|you|bins|Score levels per measure.", "Binning|quantile|quantile|default|binning", "Champions|R 5, F 4-5|reward; no discount||a line of their own",
		"Recency|days|16|36.5|inf", "gini|0.715", "Monetary|sum of money, net of returns", "Unclassified|no order (1)", "Source|Hughes 1994"} {
		if got := text("Rules"); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, want := range []string{"Rows read|66", "Rows used|63", "Rows left out|3", "no amount|orders|/home/alice/data/orders.csv|9", "|9|K-00099;Eve Adams;+4670999", "warning|people|phone|1"} {
		if got := text("Quality"); !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestRecipeSheetReplays(t *testing.T) {
	d := testDocument(t)
	words := make([]string, 3000)
	for i := range words {
		words[i] = "a column with a long name " + strconv.Itoa(i)
	}
	d.Recipe = d.Recipe.WithParam("columns", model.Words(words...))
	f := openBook(t, bookOf(t, d, Options{}, excelize.TotalRows))
	rows := sheetRows(t, f, "Recipe")
	var all strings.Builder
	for _, r := range rows {
		all.WriteString(r[0])
	}
	var got model.Recipe
	if err := json.Unmarshal([]byte(all.String()), &got); err != nil || !got.Equal(d.Recipe) || len(rows) < 2 {
		t.Errorf("%v from %d cells", err, len(rows))
	}
}

func TestCustomersSpreadOverSheets(t *testing.T) {
	f := openBook(t, bookOf(t, testDocument(t), Options{}, 3))
	got := 0
	for _, sheet := range []string{"Customers", "Customers 2", "Customers 3"} {
		rows := sheetRows(t, f, sheet)
		if len(rows) > 3 || rows[0][0] != "customer_id" {
			t.Errorf("%s: %q", sheet, rows)
		}
		got += len(rows) - 1
	}
	if got != 5 {
		t.Errorf("%d customers", got)
	}
}

func TestSegmentSheetsHoldTheirOwn(t *testing.T) {
	d := testDocument(t)
	f := openBook(t, bookOf(t, d, Options{}, excelize.TotalRows))
	for sheet, want := range map[string]int{"Champions": 1, "summary 2": 2, "Unclassified": 1} {
		rows := sheetRows(t, f, sheet)
		if len(rows) != want+2 {
			t.Errorf("%s has %d rows", sheet, len(rows))
		}
		for _, r := range rows[2:] {
			if name := strings.TrimSuffix(sheet, " 2"); r[1] != name {
				t.Errorf("%s holds a customer of %s", sheet, r[1])
			}
		}
	}
	v, err := newView(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeWorkbook(t.Context(), &b, v, Options{}, func(float64) {}); err != nil {
		t.Fatal(err)
	}
	if got := openBook(t, b.Bytes()).GetSheetList(); len(got) != 5 {
		t.Errorf("sheets %q without segment sheets", got)
	}
}

func TestWorkbookBytesRepeat(t *testing.T) {
	o := Options{Privacy: model.MaskPersons(true), Salt: []byte("salt")}
	if !bytes.Equal(bookOf(t, testDocument(t), o, 100), bookOf(t, testDocument(t), o, 100)) {
		t.Error("the same document gives other bytes")
	}
}

func TestMaskedWorkbookHoldsNoOriginal(t *testing.T) {
	for name, text := range unzipped(t, named(t), Options{Privacy: model.MaskPersons(true), Salt: []byte("pepper-and-salt")}) {
		wantNoSecret(t, name, text)
		if strings.Contains(text, "pepper-and-salt") {
			t.Errorf("%s holds the key", name)
		}
	}
	f := openBook(t, bookOf(t, named(t), Options{Privacy: model.MaskPersons(true)}, excelize.TotalRows))
	said := false
	for _, r := range sheetRows(t, f, "Quality") {
		said = said || len(r) > 0 && strings.Contains(r[0], "HMAC-SHA-256")
	}
	if !said {
		t.Error("the workbook does not say that it is masked")
	}
}

func TestTablesAreCopied(t *testing.T) {
	path := t.TempDir() + "/out.xlsx"
	d := testDocument(t).Dataset
	if err := Tables(t.Context(), path, d, false); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := f.GetSheetList(); strings.Join(got, " ") != "people orders" {
		t.Errorf("sheets %q", got)
	}
	if rows := sheetRows(t, f, "orders"); len(rows) != 61 || rows[1][0] != "K-00017" {
		t.Errorf("%d rows", len(rows))
	}
}
