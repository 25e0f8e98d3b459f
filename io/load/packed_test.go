package load

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// writeFile writes a file into a folder of the test.
func writeFile(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestPacked reads text and workbooks under gzip and in zip archives, from files
// and from standard input, as if they had been unpacked.
func TestPacked(t *testing.T) {
	const text = "客户编号,金额\nA1,5\nA2,6\n"
	gbk := encoded(t, text, simplifiedchinese.GBK)
	book := workbookBytes(t, "")
	const want, bookWant = "客户编号|金额\nA1|5\nA2|6", "id"
	for _, c := range []struct{ file, content, part, inside, want, table string }{
		{"orders.csv.gz", gzipOf(t, text), "", text, want, "orders"},
		{"ORDERS.TXT.GZ", gzipOf(t, gbk), "", gbk, want, "ORDERS"},
		{"orders.csv", gzipOf(t, text), "", text, want, "orders"},
		{"parts.csv.gz", gzipOf(t, text[:20]) + gzipOf(t, text[20:]), "", text, want, "parts"},
		{"orders.zip", zipOf(t, "a/", "", "a/june.csv", text, "__MACOSX/a/._june.csv", "x", "a/.DS_Store", "x"), "", text, want, "june"},
		{"orders.zip", zipOf(t, "a/june.csv", gbk, "b.csv", "x\n1\n"), "#a/june.csv", gbk, want, "june"},
		{"orders.zip", zipOf(t, "a/june.csv", gbk, "b.csv", "x\n1\n"), "#June.csv", gbk, "", ""},
		{"orders.zip", zipOf(t, "a/june.csv", gbk, "b.csv", "x\n1\n"), "#june.csv", gbk, want, "june"},
		{"orders.zip", zipOf(t, encoded(t, "六月订单.csv", simplifiedchinese.GBK), text, "b.csv", "x\n1\n"), "#六月订单.csv", text, want, "六月订单"},
		{"book.xlsx.gz", gzipOf(t, book), "", book, bookWant, "Sheet1"},
		{"book.xlsx.gz", gzipOf(t, book), "#Sheet1", book, bookWant, "Sheet1"},
		{"book.zip", zipOf(t, "book.xlsx", book), "", book, bookWant, "Sheet1"},
		{"book.zip", zipOf(t, "book.xlsx", book), "#sheet1", book, bookWant, "Sheet1"},
		{"book.zip", zipOf(t, "book.xlsx", book, "b.csv", "x\n1\n"), "#book.xlsx#Sheet1", book, bookWant, "Sheet1"},
	} {
		path := writeFile(t, c.file, c.content) + c.part
		last := Progress{}
		d, err := Open(context.Background(), []string{path}, Options{}, func(p Progress) { last = p })
		if c.want == "" {
			if err == nil || !strings.Contains(err.Error(), "there is no file") {
				t.Errorf("%s%s: %v", c.file, c.part, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s%s: %v", c.file, c.part, err)
			continue
		}
		table := d.Tables[0]
		sum := sha256.Sum256([]byte(c.inside))
		s := d.Sources[0]
		if got := cells(table); got != c.want || table.Name != c.table || last.Done != 1 ||
			s.Bytes != int64(len(c.inside)) || s.Fingerprint != hex.EncodeToString(sum[:]) {
			t.Errorf("%s%s: table %q of source %+v, progress %v:\n%s", c.file, c.part, table.Name, s, last, got)
		}
		again := s.Path
		if s.Sheet != "" {
			again += "#" + s.Sheet
		}
		if e, err := Open(context.Background(), []string{again}, Options{}, nil); err != nil || e.Sources[0] != s {
			t.Errorf("%s%s: the source %+v cannot be opened again: %v", c.file, c.part, s, err)
		}
		if c.part != "" {
			continue
		}
		d, err = Open(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(c.content)}, nil)
		if err != nil || cells(d.Tables[0]) != c.want {
			t.Errorf("%s from standard input: %v", c.file, err)
		}
	}
}

func TestArchiveOfSeveralFiles(t *testing.T) {
	content := zipOf(t, "june.csv", "id\n1\n", "july.csv", "id\n2\n")
	path := writeFile(t, "orders.zip", content)
	open := func(path, stdin string, r model.Reading) error {
		_, err := Open(context.Background(), []string{path}, Options{Reading: r, Stdin: strings.NewReader(stdin)}, nil)
		return err
	}
	expectError(t, open(path, "", model.Reading{}), path, "holds several files: june.csv, july.csv; open one of them as "+path+"#june.csv")
	expectError(t, open(path+"#may.csv", "", model.Reading{}), path, `no file "may.csv" in the archive; it holds june.csv, july.csv; open one`)
	expectError(t, open("-", content, model.Reading{}), "-", "holds several files: june.csv, july.csv; unpack it and give one of them")
	one := writeFile(t, "one.zip", zipOf(t, "june.csv", "id\n1\n"))
	expectError(t, open(one+"#may.csv", "", model.Reading{}), one, `no file "may.csv"`)
}

// endless is a stream of anything without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// TestBombsStop: what unpacks to far too much is stopped, whatever its headers
// say, and a large table that packs as tables do is not.
func TestBombsStop(t *testing.T) {
	_, err := io.Copy(io.Discard, &unpacking{r: endless{}, packed: 1 << 20})
	if !errors.Is(err, errBomb) {
		t.Errorf("the copy ended with %v", err)
	}
	n, err := io.Copy(io.Discard, &unpacking{r: io.LimitReader(endless{}, unpackedLimit+1), packed: unpackedLimit / 50})
	if err != nil || n != unpackedLimit+1 {
		t.Errorf("%d bytes were read, then %v", n, err)
	}
	if _, err := io.Copy(io.Discard, &unpacking{r: io.LimitReader(endless{}, 1000), packed: 1}); err != nil {
		t.Errorf("a small file: %v", err)
	}
}

func TestBlocks(t *testing.T) {
	for _, n := range []int{0, 1, blockSize - 1, blockSize, blockSize + 1, 3*blockSize + 7} {
		want := make([]byte, n)
		for i := range want {
			want[i] = byte(i * 7 >> 3)
		}
		b, err := readBlocks(bytes.NewReader(want), -1)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(b.open())
		if err != nil || !bytes.Equal(got, want) || b.size != int64(n) {
			t.Errorf("%d bytes came back as %d: %v", n, len(got), err)
		}
		if n > 10 {
			part := make([]byte, 10)
			if k, err := b.ReadAt(part, int64(n-5)); k != 5 || err != io.EOF || !bytes.Equal(part[:5], want[n-5:]) {
				t.Errorf("the last bytes of %d: %d, %v", n, k, err)
			}
		}
	}
}

// TestMemberNames: names that are not UTF-8 are guessed.
func TestMemberNames(t *testing.T) {
	for _, want := range []string{"订单.csv", "orders.csv"} {
		f := &zip.File{FileHeader: zip.FileHeader{Name: encoded(t, want, simplifiedchinese.GBK)}}
		if got := memberName(f); got != want {
			t.Errorf("%q became %q", want, got)
		}
	}
}
