package xls

import (
	"bytes"
	"os"
	"testing"
)

// TestDamaged spoils each byte of a workbook and cuts it off at many places: an
// error or fewer cells may come of it, but no panic and no end without end. What
// could be opened must hold no more than the whole.
func TestDamaged(t *testing.T) {
	content, err := os.ReadFile("testdata/cells.xls")
	if err != nil {
		t.Fatal(err)
	}
	opened, failed := 0, 0
	try := func(content []byte) {
		b, err := Open(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			failed++
			return
		}
		opened++
		if len(b.stream) > len(content) {
			t.Errorf("%d bytes of records in a file of %d", len(b.stream), len(content))
		}
		drain(b)
	}
	for i := range content {
		for _, value := range []byte{0, 0xFF, content[i] ^ 1} {
			spoilt := bytes.Clone(content)
			spoilt[i] = value
			try(spoilt)
		}
	}
	for n := 0; n < len(content); n += 32 {
		try(content[:n])
	}
	if opened == 0 || failed == 0 {
		t.Errorf("%d workbooks were opened, %d were not", opened, failed)
	}
}
