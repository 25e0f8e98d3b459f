package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"custseg/io/load/grid"

	"github.com/xuri/excelize/v2"
)

// sheetRows reads the rows of a sheet's XML. A cell is written as the initial of
// its kind, a colon and its text.
func sheetRows(t testing.TB, sheet, strings string, b *Book) []string {
	t.Helper()
	b.parts = map[string]*zip.File{}
	r := &Rows{book: b, tokens: newTokens(iotest.HalfReader(bytes.NewReader([]byte(sheet))))}
	var err error
	if r.strings, err = readStrings(newTokens(bytes.NewReader([]byte(strings)))); err != nil {
		t.Fatal(err)
	}
	var out []string
	for r.Next() {
		out = append(out, rowText(r))
	}
	if r.Err() != nil {
		t.Fatal(r.Err())
	}
	return out
}

func rowText(r *Rows) string {
	out := fmt.Sprint(r.Number())
	for _, c := range r.Cells() {
		out += fmt.Sprintf(" %c:%s", "-TNDCEU"[c.Kind], c.Text)
	}
	return out
}

func TestCells(t *testing.T) {
	sst := `<?xml version="1.0"?><!-- strings --><sst><si><t>plain</t></si><si/><si><r><rPr><b/></rPr><t>ri</t></r><r><t xml:space="preserve">ch </t></r>` +
		`<rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>a&amp;b &#x5BA2;&#25143; &bad this; &lt;_x000D_&gt; _x005F_x000D_</t></si></sst>`
	book := &Book{formats: []grid.Format{grid.Plain, grid.Day, grid.Clock}}
	for _, c := range []struct{ name, sheet, want string }{
		{"strings", `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>`, "2 T:plain T: T:rich "},
		{"entities", `<row><c t="s"><v>3</v></c></row>`, "1 T:a&b 客户 &bad this; <\r> _x000D_"},
		{"no such string", `<row><c t="s"><v>9</v></c></row>`, "1 E:9"},
		{"numbers", `<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="n"><v>-6.0E-2</v></c></row>`, "1 N:1.5 N:-6.0E-2"},
		{"gaps", `<row r="7"><c r="B7"><v>1</v></c><c r="AA7"><v>2</v></c></row>`, "7 -: N:1" + strings.Repeat(" -:", 24) + " N:2"},
		{"no references", `<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>`, "1 N:1|2 -: N:2"},
		{"dates", `<row><c s="1"><v>42852</v></c><c s="1"><v>42852.351446759262</v></c><c s="1"><v>0.5</v></c><c s="0"><v>42852</v></c><c t="d"><v>2017-04-27T08:00:00Z</v></c></row>`,
			"1 D:2017-04-27 D:2017-04-27 08:26:05 C:0.5 N:42852 D:2017-04-27 08:00:00"},
		{"truths and errors", `<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>`, "1 T:TRUE T:FALSE E:#N/A"},
		{"formulas", `<row><c><f>A1</f><v>3</v></c><c t="str"><f>B1</f><v>x&lt;y</v></c><c><f>C1</f></c><c t="str"><f>""</f><v></v></c><c><f>D1</f><v/></c><c><f>E1</f><v></v></c></row>`, "1 N:3 T:x<y U: -: U: U:"},
		{"inline", `<row><c t="inlineStr"><is><t>客户</t></is></c><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c></row>`, "1 T:客户 T:ab"},
		{"cdata and comments", `<row><!-- > --><c t="str"><v><![CDATA[a<b>&amp;]]></v></c></row>`, "1 T:a<b>&amp;"},
		{"prefixes and spaces", `<x:row  r = '3' ><x:c r='A3' note="a>b" t = "str" ><x:v >1 </x:v></x:c></x:row>`, "3 T:1 "},
		{"empty rows", `<row r="1"/><row r="4"></row><row><c><v>1</v></c></row>`, "1|4|5 N:1"},
		{"a row out of order", `<row><c r="C1"><v>1</v></c><c r="A1"><v>2</v></c><c><v>3</v></c></row>`, "1 N:2 N:3 N:1"},
		{"times", `<row><c s="2"><v>0.25</v></c><c s="2"><v>1.5</v></c><c s="1"><v>60</v></c><c s="1"><v>x</v></c><c s="9"><v>1</v></c></row>`, "1 C:0.25 C:1.5 N:60 N:x N:1"},
		{"dates in words", `<row><c t="d"><v>2017-04-27</v></c><c t="d"><v>2017-04-27T08:26</v></c><c t="d"><v>P1D</v></c></row>`, "1 D:2017-04-27 D:2017-04-27 08:26:00 T:P1D"},
		{"truths in words", `<row><c t="b"><v>true</v></c><c t="b"><v>false</v></c></row>`, "1 T:TRUE T:FALSE"},
		{"numbers as text", `<row><c t="str"><v>1,234</v></c><c t="inlineStr"><is><t xml:space="preserve"> 007 </t></is></c></row>`, "1 T:1,234 T: 007 "},
		{"shared formulas", `<row><c><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c><f t="shared" si="0"/><v>2</v></c></row>`, "1 N:1 N:2"},
		{"the last place", `<row r="1048576"><c r="xfd1048576"/><c r="a1048576"><v>3</v></c></row>`, "1048576 N:3" + strings.Repeat(" -:", maxColumns-1)},
		{"rows of controls", `<row><c><v>1</v></c></row></sheetData><anchor><xdr:row>3</xdr:row></anchor>`, "1 N:1"},
	} {
		got := strings.Join(sheetRows(t, `<worksheet><sheetData>`+c.sheet+`</sheetData></worksheet>`, sst, book), "|")
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNotAWorkbook(t *testing.T) {
	for _, content := range []string{"", "PK\x03\x04", strings.Repeat("x", 100)} {
		if _, err := Open(strings.NewReader(content), int64(len(content))); err != ErrNotWorkbook {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// sameAsExcelize compares every cell of a workbook with what excelize reads,
// apart from dates and truth values, which it gives as numbers.
func sameAsExcelize(t *testing.T, path string) {
	t.Helper()
	other, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	book, err := Open(f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Sheets()) != len(other.GetSheetList()) {
		t.Fatalf("sheets are %v, not %v", book.Sheets(), other.GetSheetList())
	}
	compared := 0
	for i, sheet := range book.Sheets() {
		want, err := other.GetRows(sheet.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.Rows(i, nil)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			for j, c := range rows.Cells() {
				if c.Kind != grid.Text && c.Kind != grid.Number || len(c.Text) == 0 {
					continue
				}
				if got := string(c.Text); got != want[rows.Number()-1][j] {
					t.Fatalf("%s row %d column %d: %q, not %q", sheet.Name, rows.Number(), j+1, got, want[rows.Number()-1][j])
				}
				compared++
			}
		}
		if rows.Err() != nil {
			t.Fatal(rows.Err())
		}
		rows.Close()
	}
	if compared == 0 {
		t.Error("no cell was compared")
	}
}

func TestSameAsExcelize(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	r := rand.New(rand.NewPCG(5, 6))
	alphabet := []rune("ab<>&\"' 客户é_x0D_\n\t😀")
	for row := 1; row <= 300; row++ {
		for column := 1; column <= 6; column++ {
			cell, err := excelize.CoordinatesToCellName(column, row)
			if err != nil {
				t.Fatal(err)
			}
			var value any = r.NormFloat64() * 1e4
			if column%2 == 0 {
				text := make([]rune, r.IntN(12))
				for i := range text {
					text[i] = alphabet[r.IntN(len(alphabet))]
				}
				value = string(text)
			}
			if err := f.SetCellValue("Sheet1", cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	sameAsExcelize(t, path)
}

func TestSameAsExcelizeOnARealFile(t *testing.T) {
	path := "../../../../shared/data/zh_superstore.xlsx"
	if _, err := os.Stat(path); err != nil {
		t.Skip(err)
	}
	sameAsExcelize(t, path)
}

// FuzzTokens reads any text as a sheet and as strings, and must end without
// panic.
func FuzzTokens(f *testing.F) {
	for _, s := range []string{`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, `<row><c t="inlineStr"><is><t>&#x41;</t></is></c>`, `<!`, `<![CDATA[`, `</`, `<c r=">`, `<>`, `</>`, `<row><c r="ZZZZZZZZ1"/>`, `a&#xFFFFFFFFF;`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		strings, err := readStrings(newTokens(bytes.NewReader([]byte(text))))
		if err != nil {
			t.Skip(err)
		}
		r := &Rows{book: &Book{formats: []grid.Format{grid.Day}}, strings: strings, tokens: newTokens(bytes.NewReader([]byte(text)))}
		for r.Next() {
			if len(r.Cells()) > maxColumns+len(text) {
				t.Errorf("a row of %d cells", len(r.Cells()))
			}
		}
	})
}

func BenchmarkRows(b *testing.B) {
	var sheet bytes.Buffer
	sheet.WriteString("<worksheet><sheetData>")
	for row := 1; row <= 10000; row++ {
		fmt.Fprintf(&sheet, `<row r="%d">`, row)
		for c := 'A'; c < 'I'; c++ {
			fmt.Fprintf(&sheet, `<c r="%c%d" s="0"><v>%d.25</v></c>`, c, row, row)
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData></worksheet>")
	b.SetBytes(int64(sheet.Len()))
	for b.Loop() {
		r := &Rows{book: &Book{}, tokens: newTokens(bytes.NewReader(sheet.Bytes()))}
		n := 0
		for r.Next() {
			n += len(r.Cells())
		}
		if n != 80000 {
			b.Fatal(n, r.Err())
		}
	}
}
