package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// manyRows writes a file that takes a while to read.
func manyRows(t *testing.T, n int) string {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("customer_id,order_date,amount,city\n")
	for i := range n {
		fmt.Fprintf(&b, "C%05d,2024-%02d-%02d,%d.50,Wien\n", i%9973, i%12+1, i%28+1, i%113)
	}
	path := filepath.Join(t.TempDir(), "large.csv")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestScenarioReadingIsStoppedAndKept(t *testing.T) {
	t.Parallel()
	s := scenario(t, 80, 24, nil, manyRows(t, 3_000_000))
	s.until(`Reading 1 file[\s\S]*First rows`)
	s.keys("Right", "Escape")
	s.until(`partial: first [0-9,]+ rows[\s\S]*1 DATA`)
	s.keys("3", "Enter")
	s.until("Champions")
	s.keys("6")
	s.until(`partial: first[\s\S]*partial data`)
	s.keys("C-c")
	s.until("exit 0")
}

func TestScenarioReadingIsGivenUp(t *testing.T) {
	t.Parallel()
	s := scenario(t, 120, 36, nil, manyRows(t, 3_000_000))
	s.until(`Reading 1 file`)
	s.keys("x")
	s.until("sample:shop")
	s.keys("Enter")
	s.until("1 DATA")
	s.keys("o")
	s.until(`as found: utf-8[\s\S]*First rows`)
	s.keys("Right", "C-s")
	s.until(`custseg  sample:shop [^\n]*customers[\s\S]*Rows 1-`)
	s.keys("u")
	s.until("Undone: encoding utf-8")
	s.keys("Q")
	s.until("exit 0")
}
