package xls

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf16"
)

// le writes values one behind the other, lowest byte first.
func le(values ...any) []byte {
	var buf bytes.Buffer
	for _, v := range values {
		if err := binary.Write(&buf, binary.LittleEndian, v); err != nil {
			panic(err)
		}
	}
	return buf.Bytes()
}

// rec makes a record.
func rec(kind uint16, values ...any) []byte {
	data := le(values...)
	return append(le(kind, uint16(len(data))), data...)
}

// wide is a text in characters of two bytes.
func wide(s string) []byte { return le(utf16.Encode([]rune(s))) }

// workbook makes a stream of globals and one sheet.
func workbook(version uint16, globals, sheet []byte) []byte {
	bof := rec(recBOF, version, uint16(5), make([]byte, 4))
	name := append([]byte{2}, "S1"...)
	if version == versionBIFF8 {
		name = append([]byte{2, 0}, "S1"...)
	}
	bound := rec(recBoundSheet, uint32(0), uint16(0), name)
	begin := len(bof) + len(globals) + len(bound) + headLength
	bound = rec(recBoundSheet, uint32(begin), uint16(0), name)
	return bytes.Join([][]byte{bof, globals, bound, rec(recEOF), rec(recBOF, version, uint16(16), make([]byte, 4)), sheet, rec(recEOF)}, nil)
}

// sheetText writes the rows of a sheet: the number, an exclamation mark when it
// is hidden, and of each cell the initial of its kind and its text.
func sheetText(t testing.TB, b *Book, sheet int) string {
	t.Helper()
	rows, err := b.Rows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for rows.Next() {
		text := fmt.Sprint(rows.Number())
		if rows.Hidden() {
			text += "!"
		}
		for _, c := range rows.Cells() {
			text += fmt.Sprintf(" %c:%s", "-TNDCEU"[c.Kind], c.Text)
		}
		out = append(out, text)
	}
	return strings.Join(out, "|")
}

func TestWorkbookOfLibreOffice(t *testing.T) {
	content, err := os.ReadFile("testdata/cells.xls")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	if s := b.Sheets(); len(s) != 3 || s[0].Name != "订单" || s[0].Hidden || s[1].Name != "hidden" || !s[1].Hidden || s[2].Name != "Empty" {
		t.Fatalf("sheets are %v", s)
	}
	for i, want := range []string{
		"1 T:客户 T:2023 -: T:日期|2 -: T:Q1 T:Q2|3 T:张三 & Söhne 😀 N:12.5 N:-60.704 D:2023-11-05 18:30:00 N:25 T:rich 客户|" +
			"4 T:007 N:1 N:1e-07 D:2023-03-15 E:#DIV/0!|5 T:TRUE N:12345678901 N:0.1 C:0.75 T:张三 & Söhne 😀!|6! T:1,234 -: N:3 -: T:TRUE -: E:#N/A",
		"2 -: N:1", "",
	} {
		if got := sheetText(t, b, i); got != want {
			t.Errorf("sheet %d: got %s, want %s", i, got, want)
		}
	}
	for rows, want := range map[int]string{20: "[{1 1 2 1} {1 2 1 2} {1 4 2 1}]", 0: "[]"} {
		if got, err := b.Merges(0, rows); err != nil || fmt.Sprint(got) != want {
			t.Errorf("merges of %d rows are %v, want %s; %v", rows, got, want, err)
		}
	}
	rows, err := b.Rows(0)
	if err != nil || fmt.Sprint(rows.HiddenColumns()) != "[{3 3}]" {
		t.Errorf("hidden columns are %v; %v", rows.HiddenColumns(), err)
	}
}

// TestStringsOverRecords cuts the shared strings at every byte where a writer
// may, with flags of the width behind a cut in the characters.
func TestStringsOverRecords(t *testing.T) {
	plain := le(uint16(4), byte(0), []byte("abcd"))
	rich := le(uint16(2), byte(flagWide|flagRich|flagPhonetic), uint16(1), uint32(3), wide("客户"), uint32(7), []byte("xyz"))
	last := le(uint16(1), byte(0), []byte("z"))
	head := le(uint32(3), uint32(3))
	for _, c := range []struct {
		name   string
		pieces [][]byte
	}{
		{"whole", [][]byte{head, plain, rich, last}},
		{"between strings", [][]byte{append(head, plain...), nil, append(rich, last...)}},
		{"in characters", [][]byte{append(head, plain[:5]...), nil, append([]byte{0}, plain[5:]...), rich, last}},
		{"in characters, wider behind", [][]byte{append(head, plain[:5]...), nil, append([]byte{flagWide}, wide("cd")...), rich, last}},
		{"before characters", [][]byte{append(head, plain[:3]...), nil, append([]byte{0}, plain[3:]...), rich, last}},
		{"in wide characters", [][]byte{head, plain, rich[:11], nil, append([]byte{flagWide}, rich[11:]...), last}},
		{"in runs", [][]byte{head, plain, rich[:15], nil, rich[15:], last}},
		{"in readings", [][]byte{head, plain, rich[:18], nil, rich[18:], last}},
	} {
		globals := []byte{}
		kind := uint16(recSST)
		var data []byte
		for _, piece := range append(c.pieces, nil) {
			if piece == nil {
				globals = append(globals, rec(kind, data)...)
				kind, data = recContinue, nil
			}
			data = append(data, piece...)
		}
		b, err := parse(workbook(versionBIFF8, globals, nil))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := string(bytes.Join(b.strings, []byte("|"))); got != "abcd|客户|z" {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
	if _, err := parse(workbook(versionBIFF8, rec(recSST, uint32(9), uint32(9), plain), nil)); err != io.ErrUnexpectedEOF {
		t.Errorf("strings that are cut off: %v", err)
	}
}

func TestCells(t *testing.T) {
	at := func(row, column, style uint16) []byte { return le(row, column, style) }
	globals := bytes.Join([][]byte{
		rec(recDateMode, uint16(1)),
		rec(recFormat, uint16(170), uint16(10), byte(0), []byte("yyyy-mm-dd")),
		rec(recXF, uint16(0), uint16(0), make([]byte, 16)),
		rec(recXF, uint16(0), uint16(170), make([]byte, 16)),
		rec(recXF, uint16(0), uint16(21), make([]byte, 16)),
	}, nil)
	text := func(s string) []byte { return le(uint16(len(s)), byte(0), []byte(s)) }
	result := func(kind, value byte) []byte { return []byte{kind, 0, value, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0} }
	for _, c := range []struct {
		name, want string
		sheet      [][]byte
	}{
		{"numbers", "1 N:1.5 N:-12.34 N:100 N:0.5 N:1e+20", [][]byte{
			rec(recNumber, at(0, 0, 0), math.Float64bits(1.5)),
			rec(recMulRK, uint16(0), uint16(1), uint16(0), uint32(0xFFFFECBB), uint16(0), uint32(100<<2|2), uint16(0), uint32(math.Float64bits(.5)>>32), uint16(3)),
			rec(recNumber, at(0, 4, 0), math.Float64bits(1e20)),
		}},
		{"days", "1 D:2017-04-27 D:1904-01-01 C:0.5 N:-1", [][]byte{
			rec(recRK, at(0, 0, 1), uint32(41390<<2|2)), rec(recRK, at(0, 1, 1), uint32(2)), rec(recNumber, at(0, 2, 2), .5), rec(recNumber, at(0, 3, 1), -1.0)}},
		{"texts", "3 T:label T:rich -: E:", [][]byte{
			rec(recLabel, at(2, 0, 0), text("label")), rec(recRString, at(2, 1, 0), text("rich"), uint16(0)), rec(recLabel, at(2, 2, 0), text("")), rec(recLabelSST, at(2, 3, 0), uint32(5))}},
		{"truths and errors", "1 T:TRUE T:FALSE E:#DIV/0! E:#N/A E:#NAME?", [][]byte{
			rec(recBoolErr, at(0, 0, 0), []byte{1, 0}), rec(recBoolErr, at(0, 1, 0), []byte{0, 0}), rec(recBoolErr, at(0, 2, 0), []byte{7, 1}), rec(recBoolErr, at(0, 3, 0), []byte{0x2A, 1}), rec(recBoolErr, at(0, 4, 0), []byte{0x1D, 1})}},
		{"formulas", "1 N:2.5 T:xy E:#REF! T:TRUE -: U:", [][]byte{
			rec(recFormula, at(0, 0, 0), 2.5, make([]byte, 6)), rec(recFormula, at(0, 1, 0), result(0, 0)), rec(0x04BC, make([]byte, 4)), rec(recString, text("xy")),
			rec(recFormula, at(0, 2, 0), result(2, 0x17)), rec(recFormula, at(0, 3, 0), result(1, 1)), rec(recFormula, at(0, 4, 0), result(3, 0)), rec(recFormula, at(0, 5, 0), result(0, 0))}},
		{"rows out of order", "1 N:1 N:2|2! N:3", [][]byte{
			rec(recRow, uint16(1), make([]byte, 10), uint16(rowHidden), uint16(0)), rec(recNumber, at(1, 0, 0), 3.0), rec(recNumber, at(0, 1, 0), 2.0), rec(recNumber, at(0, 0, 0), 1.0)}},
		{"a chart inside", "1 N:1 N:2", [][]byte{
			rec(recNumber, at(0, 0, 0), 1.0), rec(recBOF, uint16(versionBIFF8), uint16(0x20)), rec(recNumber, at(0, 1, 0), 9.0), rec(recEOF), rec(recNumber, at(0, 1, 0), 2.0)}},
		{"short records", "1", [][]byte{rec(recNumber, at(0, 0, 0)), rec(recMulRK, at(0, 0, 0)), rec(recRow), rec(recColInfo, uint16(1)), rec(recFormula, uint16(0)), rec(recMergedCells)}},
		{"beyond the last column", "1 N:1", [][]byte{rec(recNumber, at(0, 0, 0), 1.0), rec(recNumber, at(0, 60000, 0), 1.0)}},
	} {
		b, err := parse(workbook(versionBIFF8, globals, bytes.Join(c.sheet, nil)))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := sheetText(t, b, 0); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestBIFF5 reads the texts of a Chinese workbook of before 1997.
func TestBIFF5(t *testing.T) {
	gbk := []byte("\xBF\xCD\xBB\xA7") // 客户
	globals := bytes.Join([][]byte{
		rec(recCodePage, uint16(936)),
		rec(recFormat, uint16(170), byte(len("yyyy\xC4\xEAm\xD4\xC2")), []byte("yyyy\xC4\xEAm\xD4\xC2")),
		rec(recXF, uint16(0), uint16(170), make([]byte, 12)),
	}, nil)
	sheet := bytes.Join([][]byte{
		rec(recLabel, make([]byte, 6), uint16(len(gbk)), gbk),
		rec(recNumber, uint16(0), uint16(1), uint16(0), 45000.0),
		rec(recFormula, uint16(0), uint16(2), uint16(0), []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, make([]byte, 6)),
		rec(recString, uint16(len(gbk)), gbk),
	}, nil)
	b, err := parse(workbook(versionBIFF5, globals, sheet))
	if err != nil {
		t.Fatal(err)
	}
	if got := sheetText(t, b, 0); got != "1 T:客户 D:2023-03-15 T:客户" || b.Sheets()[0].Name != "S1" {
		t.Errorf("got %s of %v", got, b.Sheets())
	}
}

func TestRefused(t *testing.T) {
	good := workbook(versionBIFF8, nil, rec(recNumber, make([]byte, 6), 1.0))
	for _, c := range []struct {
		name   string
		stream []byte
		want   error
	}{
		{"nothing", nil, ErrNotWorkbook},
		{"another kind", rec(0x0409, uint16(0)), ErrNotWorkbook},
		{"an older version", workbook(0x0400, nil, nil), ErrNotWorkbook},
		{"a password", workbook(versionBIFF8, rec(recFilePass, uint16(1), make([]byte, 40)), nil), ErrPassword},
		{"cut off", good[:20], io.ErrUnexpectedEOF},
	} {
		if _, err := parse(c.stream); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
	b, err := parse(good[:len(good)-headLength])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Rows(0); err != io.ErrUnexpectedEOF {
		t.Errorf("a sheet without an end: %v", err)
	}
	for _, content := range []string{"", "id,name\n1,x\n", strings.Repeat("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 200)} {
		if _, err := Open(strings.NewReader(content), int64(len(content))); err == nil {
			t.Errorf("%.20q was opened", content)
		}
	}
}

// drain reads all of a book.
func drain(b *Book) {
	for i := range b.Sheets() {
		b.Merges(i, 20)
		rows, err := b.Rows(i)
		for err == nil && rows.Next() {
		}
	}
}

// FuzzOpen reads any bytes as a compound file, and must end without panic.
func FuzzOpen(f *testing.F) {
	content, err := os.ReadFile("testdata/cells.xls")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add(content[:1536])
	f.Add([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
	f.Fuzz(func(t *testing.T, content []byte) {
		b, err := Open(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Skip(err)
		}
		drain(b)
	})
}

// FuzzParse reads any bytes as the records of a workbook.
func FuzzParse(f *testing.F) {
	f.Add(workbook(versionBIFF8, rec(recSST, uint32(1), uint32(1), uint16(3), byte(1), wide("abc")), rec(recLabelSST, make([]byte, 10))))
	f.Add(workbook(versionBIFF8, rec(recFormat, uint16(1), uint16(2), byte(9), []byte("yy")), rec(recFormula, make([]byte, 12), uint16(0xFFFF))))
	f.Add(workbook(versionBIFF5, rec(recCodePage, uint16(936)), rec(recLabel, make([]byte, 6), uint16(9), []byte("\xBF"))))
	f.Add(workbook(versionBIFF8, nil, rec(recMulRK, make([]byte, 4), make([]byte, 12), uint16(1))))
	f.Fuzz(func(t *testing.T, stream []byte) {
		b, err := parse(stream)
		if err != nil {
			t.Skip(err)
		}
		drain(b)
	})
}
