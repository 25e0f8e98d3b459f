package load

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"custseg/model"
)

// meddled is a file to which something happens once, when it is read from some
// byte on.
type meddled struct {
	*os.File
	at int64
	do *func()
}

func (m meddled) ReadAt(p []byte, off int64) (int, error) {
	if off >= m.at && *m.do != nil {
		do := *m.do
		*m.do = nil
		do()
	}
	return m.File.ReadAt(p, off)
}

// openMeddled reads a file of a content to which something happens when its bytes
// from one on are read.
func openMeddled(t *testing.T, name, content string, at int, do func(path string)) (*model.Dataset, string, error) {
	t.Helper()
	path := writeFile(t, name, content)
	long := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(path, long, long); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	once := func() { do(path) }
	s, err := fileSource(path, info, func() (fs.File, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		return meddled{f, int64(at), &once}, nil
	}).unpack("")
	if err != nil {
		t.Fatal(err)
	}
	l := newLoader(Options{Memory: -1}, newQuota(0, nil), nil)
	if err := l.loadSteady(context.Background(), s); err != nil {
		return nil, path, err
	}
	d, err := l.finish(context.Background())
	if once != nil {
		t.Error("the file did not change")
	}
	return d, path, err
}

// added appends to a file.
func added(t *testing.T, text string) func(path string) {
	return func(path string) {
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.WriteString(text); err != nil {
			t.Fatal(err)
		}
	}
}

const growingRow = "C1,2024-01-01,1\n"

// growingOrders are orders longer than what is looked at before they are read.
func growingOrders(rows int) string {
	return "customer_id,order_date,amount\n" + strings.Repeat(growingRow, rows)
}

// Of a file that grows the whole lines are read that were there at the beginning.
func TestGrowingFile(t *testing.T) {
	const rows = 40_000
	spread := func(text string) string { return strings.Join(strings.Split(text, ""), "\x00") }
	for name, content := range map[string]string{
		"whole lines":     growingOrders(rows),
		"half a line":     growingOrders(rows) + "C2,2024-0",
		"half a CR line":  strings.ReplaceAll(growingOrders(rows)+"C2,2024-0", "\n", "\r"),
		"half in UTF-16":  "\xff\xfe" + spread(growingOrders(rows)+"C2,2024-0") + "\x00",
		"half in UTF-16b": "\xfe\xff\x00" + spread(growingOrders(rows)+"C2,2024-0"),
		"under gzip":      gzipOf(t, growingOrders(rows)),
	} {
		t.Run(name, func(t *testing.T) {
			at := 100_000
			if name == "under gzip" {
				at = 1
			}
			d, path, err := openMeddled(t, "orders.csv", content, at, added(t, growingRow+growingRow))
			if err != nil {
				t.Fatal(err)
			}
			read := strings.TrimSuffix(content, "C2,2024-0")
			if n := strings.Index(content, "C\x002"); n > 0 {
				read = content[:n/2*2]
			}
			if d.Tables[0].Rows() != rows || len(d.Rejected) > 0 || d.Sources[0].Bytes != int64(len(read)) && name != "under gzip" {
				t.Errorf("%d rows, %d bytes of %d, rejected %v", d.Tables[0].Rows(), d.Sources[0].Bytes, len(read), d.Rejected)
			}
			last := english(d.Findings[len(d.Findings)-1].Text)
			if !strings.HasPrefix(last, path+" grew while it was read") || !strings.Contains(last, "rows: 40,000, bytes: ") {
				t.Error(last)
			}
		})
	}
}

// A file that is cut, rewritten or replaced while it is read is refused; one that
// is only touched is not.
func TestChangedFile(t *testing.T) {
	const rows = 120_000 // several passages
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, file, content string
		at                  int
		do                  func(path string)
		refused             bool
	}{
		{"cut", "orders.csv", growingOrders(rows), 100_000, func(path string) { check(os.Truncate(path, 300_000)) }, true},
		{"cut to nothing", "orders.csv", growingOrders(rows), 0, func(path string) { check(os.Truncate(path, 0)) }, true},
		{"rewritten in place", "orders.csv", growingOrders(rows), 700_000, func(path string) {
			check(os.WriteFile(path, []byte(strings.ReplaceAll(growingOrders(rows), "C1", "C7")), 0o644))
		}, true},
		{"rewritten and longer", "orders.csv", growingOrders(rows), 700_000, func(path string) {
			check(os.WriteFile(path, []byte(strings.ReplaceAll(growingOrders(2*rows), "C1", "C7")), 0o644))
		}, true},
		{"replaced", "orders.csv", growingOrders(rows), 0, func(path string) {
			other := filepath.Join(filepath.Dir(path), "new.csv")
			check(os.WriteFile(other, []byte(growingOrders(rows)), 0o644))
			check(os.Rename(other, path))
		}, true},
		{"removed", "orders.csv", growingOrders(rows), 0, func(path string) { check(os.Remove(path)) }, true},
		{"touched", "orders.csv", growingOrders(rows), 100_000, func(path string) { check(os.Chtimes(path, time.Time{}, time.Unix(1e9, 0))) }, false},
		{"a packed file cut", "orders.csv.gz", gzipOf(t, growingOrders(rows)), 20, func(path string) { check(os.Truncate(path, 100)) }, true},
		{"a workbook cut", "book.xlsx", workbookBytes(t, ""), 20, func(path string) { check(os.Truncate(path, 100)) }, true},
		{"a workbook rewritten", "book.xlsx", workbookBytes(t, ""), 20, func(path string) {
			check(os.WriteFile(path, []byte(strings.Repeat("x", len(workbookBytes(t, "")))), 0o644))
		}, true},
	} {
		d, path, err := openMeddled(t, c.file, c.content, c.at, c.do)
		switch {
		case c.refused && !errors.Is(err, errChanged):
			t.Errorf("%s: %v, %v", c.name, d, err)
		case c.refused:
			expectError(t, err, path, "it changed while it was read; run again when nothing writes it any more")
		case err != nil || len(d.Findings) > 0:
			t.Errorf("%s: %v, %v", c.name, d, err)
		}
	}
}
