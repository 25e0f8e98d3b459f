package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"custseg/io/load/grid"

	"github.com/xuri/excelize/v2"
)

// openParts opens a workbook made of the parts given, by path and content.
func openParts(t *testing.T, parts ...string) *Book {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := Open(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// allRows reads a sheet; a row that is hidden has an exclamation mark.
func allRows(t *testing.T, b *Book, sheet int) []string {
	t.Helper()
	r, err := b.Rows(sheet, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out []string
	for r.Next() {
		text := rowText(r)
		if r.Hidden() {
			text = "!" + text
		}
		out = append(out, text)
	}
	if r.Err() != nil {
		t.Fatal(r.Err())
	}
	return out
}

// TestStrictWorkbook reads the namespaces of ISO 29500 strict, written with
// prefixes, and dates in words.
func TestStrictWorkbook(t *testing.T) {
	const rel = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	b := openParts(t,
		"_rels/.rels", `<Relationships><Relationship Id="a" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="`+rel+`" conformance="strict"><x:workbookPr date1904="true"/><x:sheets>`+
			`<x:sheet name="图表" sheetId="1" r:id="c"/><x:sheet name="数据" sheetId="2" state="veryHidden" r:id="s"/></x:sheets></x:workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="s" Type="`+rel+`/worksheet" Target="/xl/worksheets/Data.xml"/>`+
			`<Relationship Id="c" Type="`+rel+`/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="t" Type="`+rel+`/styles" Target="styles.xml"/></Relationships>`,
		"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="14" formatCode="0.00"/><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>`+
			`<cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="58"/><xf numFmtId="46"/></cellXfs></styleSheet>`,
		"xl/chartsheets/sheet1.xml", `<chartsheet/>`,
		"xl/worksheets/data.xml", "\uFEFF"+`<x:worksheet><x:cols><x:col min="2" max="3" hidden="1"/><x:col min="4" max="4"/></x:cols><x:sheetData><x:row r="1" hidden="true">`+
			`<x:c r="A1"><x:v>1</x:v></x:c><x:c s="1"><x:v>0</x:v></x:c><x:c s="2"><x:v>41390</x:v></x:c><x:c s="3"><x:v>2.5</x:v></x:c><x:c t="d"><x:v>2017-04-27</x:v></x:c></x:row></x:sheetData></x:worksheet>`)
	if got := b.Sheets(); len(got) != 1 || got[0].Name != "数据" || !got[0].Hidden || got[0].Size == 0 {
		t.Fatalf("sheets are %v", got)
	}
	want := "!1 N:1 D:1904-01-01 D:2017-04-27 C:2.5 D:2017-04-27"
	if got := allRows(t, b, 0); len(got) != 1 || got[0] != want {
		t.Errorf("got %q, want %q", got, want)
	}
	r, err := b.Rows(0, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	r.Next()
	if got := fmt.Sprint(r.HiddenColumns()); got != "[{2 3}]" {
		t.Errorf("hidden columns are %s", got)
	}
}

// TestWorkbookOfExcelize reads what excelize writes: styles, merges, what is
// hidden, rich text.
func TestWorkbookOfExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	style := func(s excelize.Style) int {
		t.Helper()
		id, err := f.NewStyle(&s)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	custom := func(code string) excelize.Style { return excelize.Style{CustomNumFmt: &code} }
	at := time.Date(2023, 11, 5, 18, 30, 0, 0, time.UTC)
	for i, c := range []struct {
		value any
		style excelize.Style
	}{
		{at, excelize.Style{NumFmt: 22}}, {at, custom(`yyyy"年"m"月"d"日"`)}, {45000, excelize.Style{NumFmt: 31}}, {45000, excelize.Style{NumFmt: 57}},
		{.75, excelize.Style{NumFmt: 20}}, {1.25, custom("[h]:mm:ss")}, {45000, custom("General")}, {45000, excelize.Style{NumFmt: 0}}, {"2,500", excelize.Style{NumFmt: 14}},
	} {
		cell := fmt.Sprintf("%c3", 'A'+i)
		f.SetCellValue("Sheet1", cell, c.value)
		f.SetCellStyle("Sheet1", cell, cell, style(c.style))
	}
	f.SetCellRichText("Sheet1", "A1", []excelize.RichTextRun{{Text: "销售 "}, {Text: "2023", Font: &excelize.Font{Bold: true}}})
	for _, m := range [][2]string{{"A1", "C1"}, {"D1", "D2"}, {"A5", "A9"}} {
		if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	f.SetRowVisible("Sheet1", 3, false)
	f.SetColVisible("Sheet1", "C:D", false)
	content, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(bytes.NewReader(content.Bytes()), int64(content.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range allRows(t, b, 0) {
		got = append(got, strings.TrimRight(row, " -:"))
	}
	want := "1 T:销售 2023|!3 D:2023-11-05 18:30:00 D:2023-11-05 18:30:00 D:2023-03-15 D:2023-03-15 C:0.75 C:1.25 N:45000 N:45000 T:2,500"
	if all := strings.Join(got, "|"); !strings.HasPrefix(all, want) {
		t.Errorf("got %s, want %s", all, want)
	}
	for rows, want := range map[int]string{20: "[{1 1 1 3} {1 4 2 1} {5 1 5 1}]", 1: "[{1 1 1 3} {1 4 2 1}]", 0: "[]"} {
		merges, err := b.Merges(0, rows, nil)
		if err != nil || fmt.Sprint(merges) != want {
			t.Errorf("merges of the first %d rows are %v, want %s; %v", rows, merges, want, err)
		}
	}
}

func TestReadMerges(t *testing.T) {
	long := strings.Repeat("x", 3*tokenBuffer)
	for _, c := range []struct{ name, sheet, want string }{
		{"none", `<sheetData/>`, "[]"},
		{"a prefix", `<x:sheetData/><x:mergeCells count="1"><x:mergeCell ref="B2:C4"/></x:mergeCells>`, "[{2 2 3 2}]"},
		{"far behind", "<v>" + long + `</v><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>`, "[{1 1 1 16384}]"},
		{"the word in a text", `<c><is><t>mergeCells &lt; ref="A1:B1"</t></is></c><mergeCells><mergeCell ref="A2:B2"/></mergeCells>`, "[{2 1 1 2}]"},
		{"no ranges", `<mergeCells><mergeCell ref="A1"/><mergeCell ref="B2:A1"/><mergeCell ref="1:2"/><mergeCell/><mergeCell ref="A1:ZZZZ99999999999"/></mergeCells>`, "[]"},
	} {
		got, err := readMerges(strings.NewReader(c.sheet), 20)
		if err != nil || fmt.Sprint(got) != c.want {
			t.Errorf("%s: %v, want %s; %v", c.name, got, c.want, err)
		}
	}
}

func TestSheetWithoutStrings(t *testing.T) {
	b := &Book{formats: []grid.Format{grid.Plain}}
	got := sheetRows(t, `<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>`, "<sst/>", b)
	if len(got) != 1 || got[0] != "1 E:0" {
		t.Errorf("got %q", got)
	}
}
