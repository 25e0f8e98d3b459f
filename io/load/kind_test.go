package load

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/model"
)

// openAs opens bytes as a file of some name.
func openAs(t *testing.T, name, content string) (*model.Dataset, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return Open(context.Background(), []string{path}, Options{}, nil)
}

// TestContentRulesOverNames reads what a file holds, whatever its ending, and says
// so where that is another's.
func TestContentRulesOverNames(t *testing.T) {
	book, text := workbookBytes(t, ""), "id,age\n1,30\n"
	for _, c := range []struct{ name, content, says string }{
		{"book.csv", book, "an Excel workbook (.xlsx), in spite of its ending .csv"},
		{"book.xls", book, "an Excel workbook (.xlsx), in spite of its ending .xls"},
		{"book.xlsx", book, ""}, {"book", book, ""},
		{"text.xlsx", text, "the file holds text, in spite of its ending .xlsx"},
		{"text.xls", text, "the file holds text, in spite of its ending .xls"},
		{"text.csv", text, ""}, {"text", text, ""},
	} {
		d, err := openAs(t, c.name, c.content)
		if err != nil || len(d.Tables) != 1 {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if found(d, "in spite of its ending") != (c.says != "") || c.says != "" && !found(d, c.says) {
			t.Errorf("%s: %v", c.name, d.Findings)
		}
	}
}

func TestStrayNULs(t *testing.T) {
	d, err := openAs(t, "nul.csv", "customer_id,name\n1,A\x00nn\n2,Bob\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := cells(d.Tables[0]); got != "customer_id|name\n1|Ann\n2|Bob" || !found(d, "characters NUL, which no text has, were left out: 1") {
		t.Errorf("%s, %v", got, d.Findings)
	}
	if d, err = openAs(t, "nuls.csv", "customer_id,name\n"+strings.Repeat("1,Ann Smith\n", 3000)+"2,\x00\x00\x00\x00Bob\n"); err != nil || d.Rows() != 3001 {
		t.Errorf("rare ones: %v", err)
	}
	for _, bad := range []string{"id,x\n1,\x00\x00\x00\n2,b\n", "id,x\n1,\x00\x01\n2,b\n"} {
		if _, err := openAs(t, "bad.csv", bad); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
