package load

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/unicode"
)

func TestPreview(t *testing.T) {
	long := writeOrders(t, 30000)
	short := writeFiles(t, [2]string{"people.csv", "Report\n\ncustomer_id,age\nK1,40\nK2,50\n"})[0]
	d, err := Preview(context.Background(), []string{long, short}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Tables) != 2 || d.Tables[0].Rows() != previewRows || d.Tables[1].Rows() != 2 || !d.Partial || len(d.Guesses) == 0 {
		t.Fatalf("%v: %d rows, partial %t", d.Tables, d.Rows(), d.Partial)
	}
	if found(d, "reading was stopped") || found(d, "is not in any result") {
		t.Errorf("a preview says that reading was stopped: %v", d.Findings)
	}
	all, err := Open(context.Background(), []string{long}, Options{Reading: model.Reading{Rows: previewRows}}, nil)
	if err != nil || cells(all.Tables[0]) != cells(d.Tables[0]) {
		t.Errorf("the preview differs from the first rows: %v", err)
	}
	if info, err := os.Stat(long); err != nil || d.Sources[0].Bytes != info.Size() || d.Sources[0].Fingerprint != "" {
		t.Errorf("%v: the source is %+v", err, d.Sources[0])
	}
	if d, err = Preview(context.Background(), []string{short}, Options{}); err != nil || d.Partial {
		t.Errorf("%v: the preview of a short file is partial", err)
	}
}

// TestPreviewOfEachSheet takes rows of each sheet, not of the first alone.
func TestPreviewOfEachSheet(t *testing.T) {
	path := saveBook(t, func(f *excelize.File) error {
		if _, err := f.NewSheet("people"); err != nil {
			return err
		}
		setRow(f, "Sheet1", 1, "order_id", "amount")
		for i := range 2 * previewRows {
			setRow(f, "Sheet1", i+2, "O", i)
		}
		setRow(f, "people", 1, "customer_id", "age")
		return setRow(f, "people", 2, "K1", 40)
	})
	d, err := Preview(context.Background(), []string{path}, Options{})
	if err != nil || tableNames(d) != "Sheet1:200 people:1" || !d.Partial {
		t.Errorf("%v, %v", d, err)
	}
}

// TestPreviewOfLongLines cuts the file between characters and says that there is
// more.
func TestPreviewOfLongLines(t *testing.T) {
	text := "id,note\n" + strings.Repeat("1,"+strings.Repeat("客户", 5000)+"\n", 100)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{text, wide} {
		path := filepath.Join(t.TempDir(), "long.csv")
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		d, err := Preview(context.Background(), []string{path}, Options{})
		if err != nil || !d.Partial || d.Rows() < 20 || d.Rows() >= 100 || len(d.Rejected) > 0 {
			t.Fatalf("%v, %v", d, err)
		}
		for row := range d.Rows() {
			if got := d.Tables[0].Column(1).Text(row); got != strings.Repeat("客户", 5000) {
				t.Fatalf("row %d ends with %q", row, got[len(got)-10:])
			}
		}
	}
}

func BenchmarkPreview(b *testing.B) {
	path := writeOrders(b, 1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		if d, err := Preview(context.Background(), []string{path}, Options{}); err != nil || d.Rows() != previewRows {
			b.Fatal(err, d)
		}
	}
}
