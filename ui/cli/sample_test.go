package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"custseg/io/load"
	"custseg/model"
)

// TestSampleWritesWhatIsBuiltIn reads the files that the command wrote and finds
// the tables of sample:shop, from CSV and from the workbook.
func TestSampleWritesWhatIsBuiltIn(t *testing.T) {
	t.Parallel()
	open := func(o load.Options, paths ...string) *model.Dataset {
		t.Helper()
		d, err := load.Open(context.Background(), paths, o, nil)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	dir := filepath.Join(t.TempDir(), "new", "folder")
	if o := custseg(t, "sample", dir); o.code != exitDone || strings.Count(o.out, "written: ") != 6 {
		t.Fatalf("exit %d: %s%s", o.code, o.out, o.err)
	}
	built := open(load.Options{Samples: os.DirFS("../../testdata")}, sampleName)
	book := filepath.Join(dir, "shop.xlsx")
	var written []string
	for i, want := range built.Tables {
		file := filepath.Join(dir, want.Name+".csv")
		written = append(written, file)
		csv := open(load.Options{}, file)
		if csv.Sources[0].Fingerprint != built.Sources[i].Fingerprint {
			t.Errorf("%s differs from what is built in", file)
		}
		sheet := open(load.Options{}, book+"#"+want.Name).Tables[0]
		if sheet.Rows() != want.Rows() {
			t.Errorf("sheet %s has %d rows, want %d", want.Name, sheet.Rows(), want.Rows())
		}
		for j, c := range want.Columns() {
			other := sheet.Column(j)
			if other.Name() != c.Name() || other.Kind() != c.Kind() || other.Text(0) != c.Text(0) || other.Text(want.Rows()-1) != c.Text(want.Rows()-1) {
				t.Errorf("sheet %s: column %s of kind %v came out as %s of kind %v", want.Name, c.Name(), c.Kind(), other.Name(), other.Kind())
			}
		}
	}
	found, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	if want := append(written, book); !slices.Equal(found, slices.Sorted(slices.Values(want))) {
		t.Errorf("the folder holds %q, want %q", found, want)
	}
}

func TestSampleOverwritesOnlyByForce(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "orders.csv")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if o := custseg(t, "sample", dir); o.code != exitFailed || !strings.Contains(o.err, "--force") {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if b, err := os.ReadFile(mine); err != nil || string(b) != "mine" {
		t.Errorf("the file there now holds %d bytes: %v", len(b), err)
	}
	if there, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(there) != 1 {
		t.Errorf("files that come before it were left: %v", there)
	}
	if o := custseg(t, "sample", dir, "--force"); o.code != exitDone {
		t.Errorf("exit %d: %s", o.code, o.err)
	}
	if b, err := os.ReadFile(mine); err != nil || !strings.HasPrefix(string(b), "order_id,") {
		t.Errorf("the file there was not overwritten: %v", err)
	}
	if o := custseg(t, "sample"); o.code != exitUsage {
		t.Errorf("no folder: exit %d", o.code)
	}
}
