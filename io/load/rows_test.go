package load

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// A finding about a data row names the row as the file counts it.
func TestFileRowsCountBlankAndRejectedRows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gaps.csv")
	text := "id,x\na,1\n\nb,2\nc,3,extra\nd,4\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	d, err := Open(context.Background(), []string{path}, Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	table := d.Tables[0]
	id := table.Column(0)
	for row, want := range map[int]struct {
		id   string
		file int
	}{0: {"a", 2}, 1: {"b", 4}, 2: {"d", 6}} {
		if id.Text(row) != want.id || table.FileRow(int32(row)) != want.file {
			t.Errorf("row %d is %s at %d, want %s at %d", row, id.Text(row), table.FileRow(int32(row)), want.id, want.file)
		}
	}
	if len(d.Rejected) != 1 || d.Rejected[0].Row != 5 {
		t.Errorf("rejected %+v", d.Rejected)
	}
}
