package load

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
)

// workbookBytes writes a workbook with one cell, protected when there is a
// password.
func workbookBytes(t *testing.T, password string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellValue("Sheet1", "A1", "id"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, excelize.Options{Password: password}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// zipOf writes a zip archive of parts given as name and content by turns.
func zipOf(t testing.TB, parts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		p, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rewriteZip changes one part of a zip archive.
func rewriteZip(t testing.TB, content []byte, part string, change func([]byte) []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, f := range r.File {
		p, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(p)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			if b = change(b); b == nil {
				continue // without the part
			}
		}
		parts = append(parts, f.Name, string(b))
	}
	return []byte(zipOf(t, parts...))
}

// zipStored writes a zip archive of one file that is not compressed, with what
// the archive says of it changed.
func zipStored(t testing.TB, name, content string, change func(*zip.FileHeader)) string {
	t.Helper()
	h := &zip.FileHeader{Name: name, CRC32: crc32.ChecksumIEEE([]byte(content)), CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(len(content))}
	if change != nil {
		change(h)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	p, err := w.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(p, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func gzipOf(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestErrors(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 1000)
	rels := `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>`
	for _, c := range []struct{ name, content, sheet, want string }{
		{"empty.csv", "", "", "the file is empty"},
		{"blank.csv", "\n \n\t\n", "", "the file is empty"},
		{"commas.csv", ",,\n,,\n", "", "no row of it holds a value"},
		{"binary.csv", "id,\x00\x01\x02\xff\n1,2\n", "", "not a text file"},
		{"picture.csv", "\x89PNG\r\n\x1a\n", "", "not a text file"},
		{"binary.xlsx", "id,\x00\x01\x02\xff\n1,2\n", "", "not an Excel workbook, in spite of its name; save it again"},
		{"paper.xlsx", "%PDF-1.4", "", "not an Excel workbook, in spite of its name; save it again"},
		{"list.csv", "[{\"customer_id\":1,\"amount\":2},{\"customer_id\":2,\"amount\":3}]", "", "it holds JSON, not a table of plain text; export the data as CSV"},
		{"lines.csv", "{ \"id\": 1}\n{ \"id\": 2}\n", "", "it holds JSON"},
		{"zip.xlsx", zipOf(t, "a.csv", "id\n1\n"), "", "not an Excel workbook"},
		{"cut.xlsx", workbookBytes(t, "")[:900], "", "cut.xlsx: the workbook is damaged or cut off; copy or download it again, or open it in Excel and save it"},
		{"cut.xls", ole + strings.Repeat("\x00", 9000), "", "cut.xls: the workbook is damaged or cut off; copy"},
		{"binary.xlsx", zipOf(t, "_rels/.rels", rels, "xl/workbook.bin", ""), "", "binary workbook (.xlsb); save it as .xlsx"},
		{"ods.xlsx", zipOf(t, "content.xml", "<x/>", "META-INF/manifest.xml", "<x/>"), "", "OpenDocument spreadsheet"},
		{"book.ods", zipOf(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>", "META-INF/manifest.xml", "<x/>"), "",
			"book.ods: it is an OpenDocument spreadsheet (.ods); save it as .xlsx"},
		{"book.xlsb", zipOf(t, "_rels/.rels", rels, "xl/workbook.bin", ""), "", "binary workbook (.xlsb); save it as .xlsx"},
		{"locked.xlsx", workbookBytes(t, "secret"), "", "protected with a password; open it in Excel or LibreOffice"},
		{"old.xls", ole, "", "the workbook is damaged"},
		{"old.xlsx", ole, "", "the workbook is damaged"},
		{"page.xls", "\n <HTML><table><tr><td>1</td></tr></table>", "", "holds a web page"},
		{"cut.csv.gz", gzipOf(t, "id\n1\n")[:25], "", "it is cut off before its end; copy or download it again"},
		{"head.csv.gz", gzipOf(t, "id\n1\n")[:5], "", "it is cut off before its end"},
		{"sum.csv.gz", strings.Replace(gzipOf(t, "id\n1\n"), "\x05\x00\x00\x00", "\x06\x00\x00\x00", 1), "", "its packed data is damaged; copy or download it again"},
		{"twice.csv.gz.gz", gzipOf(t, gzipOf(t, "id\n1\n")), "", "it is packed twice; unpack it and open the file inside"},
		{"backup.tar.gz", gzipOf(t, strings.Repeat("\x00", 257)+"ustar\x00"+strings.Repeat("\x00", 500)), "", "it is a tar archive, not a text file; unpack it"},
		{"backup.zip.gz", gzipOf(t, zipOf(t, "a.csv", "id\n1\n")), "", "it is a zip archive, not a text file; unpack it"},
		{"nested.zip", zipOf(t, "in.zip", zipOf(t, "a.csv", "id\n1\n")), "", "it is a zip archive, not a text file; unpack it"},
		{"packed.zip", zipOf(t, "a.csv.gz", gzipOf(t, "id\n1\n")), "", "it is packed twice"},
		{"none.zip", zipOf(t, "a/", "", "__MACOSX/._a.csv", "x", ".DS_Store", "x"), "", "the archive holds no file"},
		{"cut.zip", zipOf(t, "a.csv", "id\n1\n")[:60], "", "its packed data is damaged"},
		{"sum.zip", strings.Replace(zipStored(t, "a.csv", "id\n1\n", nil), "id\n1", "id\n2", 1), "", "its packed data is damaged"},
		{"locked.zip", zipStored(t, "a.csv", "id\n1\n", func(h *zip.FileHeader) { h.Flags |= zipEncrypted }), "", "protected with a password; unpack it and open"},
		{"method.zip", zipStored(t, "a.csv", "id\n1\n", func(h *zip.FileHeader) { h.Method = 9 }), "", "packed in a way that is not known here; unpack it"},
		{"bomb.xlsx", zipStored(t, "xl/worksheets/sheet1.xml", "<x/>", func(h *zip.FileHeader) { h.UncompressedSize64 = 2 << 30 }), "", "it unpacks to more than 1 GiB"},
		{"bomb.zip", zipStored(t, "a.csv", "id\n1\n", func(h *zip.FileHeader) { h.UncompressedSize64 = 2 << 30 }), "", "it unpacks to more than 1 GiB and to more than 100 times its size"},
		{"book.xlsx", workbookBytes(t, ""), "Orders", `there is no sheet "Orders"; the sheets are: Sheet1`},
		{"wide.csv", "a,b\n" + strings.Repeat(",x", maxColumns) + "\n", "", "row 2: it has 16,385 fields"},
		{"long.csv", "a,b\n1,2\n" + strings.Repeat("x", 3*maxRecord), "", "row 3: the line is longer than any record"},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		if err := os.WriteFile(path, []byte(c.content), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Open(context.Background(), []string{path}, Options{Reading: model.Reading{Sheet: c.sheet}}, nil)
		expectError(t, err, path, c.want)
	}
}

// TestTooManyOpenFiles: the limit of the system is no fault of the file or its disk.
func TestTooManyOpenFiles(t *testing.T) {
	err := openError("a.csv", &fs.PathError{Op: "open", Path: "a.csv", Err: syscall.EMFILE})
	expectError(t, err, "a.csv", "too many files are open already; close other programs, or raise the limit with ulimit -n")
}

// TestAnEmptyNameIsNoFile: as a variable of a script that holds nothing makes it.
func TestAnEmptyNameIsNoFile(t *testing.T) {
	_, err := Open(context.Background(), []string{""}, Options{}, nil)
	expectError(t, err, `""`, "the name of the file is empty; write the path of one, or - for standard input")
}

func expectError(t *testing.T, err error, path, want string) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%s: %v", path, err)
		return
	}
	if e.File != path || !strings.Contains(err.Error(), want) || !strings.HasPrefix(err.Error(), path) || strings.ContainsAny(err.Error(), "\r\n\x1b") {
		t.Errorf("the error is %q of file %q, want %q", err, e.File, want)
	}
}

func TestPathErrors(t *testing.T) {
	dir := t.TempDir()
	none := filepath.Join(dir, "none.csv")
	for _, c := range []struct{ path, file, want string }{
		{none, none, "there is no such file"},
		{filepath.Join(dir, "none.xlsx#Sheet"), filepath.Join(dir, "none.xlsx"), "there is no such file"},
		{dir, dir, "it is a folder; name the files in it"},
		{"-", "-", "there is no standard input"},
		{"sample:x", "sample:x", "there is no such sample"},
	} {
		_, err := Open(context.Background(), []string{c.path}, Options{}, nil)
		expectError(t, err, c.file, c.want)
	}
	_, err := Open(context.Background(), []string{"-", "-"}, Options{Stdin: strings.NewReader("id\n1\n")}, nil)
	expectError(t, err, "-", "only once")
	if _, err := Open(context.Background(), nil, Options{}, nil); err == nil {
		t.Error("no file is no error")
	}
	if _, err := Open(context.Background(), []string{none}, Options{}, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v does not wrap os.ErrNotExist", err)
	}
}

func TestUnreadable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret.csv")
	if err := os.WriteFile(path, []byte("id\n1\n"), 0); err != nil {
		t.Fatal(err)
	}
	if f, err := os.Open(path); err == nil {
		f.Close()
		t.Skip("this user may read everything")
	}
	_, err := Open(context.Background(), []string{path}, Options{}, nil)
	expectError(t, err, path, "you may not read this file")
}

// TestOneLine keeps control characters of names and cells out of what is shown.
func TestOneLine(t *testing.T) {
	e := &Error{File: "a\nb\x1b[2J.csv", Row: 3, Column: 2, Problem: model.P("bad")}
	if got := e.Error(); got != "a b [2J.csv, row 3, column 2: bad" {
		t.Errorf("%q", got)
	}
	if got := shorten([]byte("a\tb\x1b]0;x\x07\r\n")); strings.ContainsAny(got, "\x1b\x07\r\n\t") {
		t.Errorf("%q", got)
	}
	if got := shorten([]byte(strings.Repeat("客", 300))); len(got) > shownText+len(" …") || !strings.HasPrefix(got, "客客") {
		t.Errorf("%q", got)
	}
}
