// Package golden compares drawn views with files kept beside the tests. Run a
// package's tests with -update to write the files anew, and read the difference
// before committing it.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"custseg/ui/tui/cell"
)

var update = flag.Bool("update", false, "write the golden files anew")

// View fails the test unless the view is exactly w cells by h lines and equal
// to testdata/NAME.golden. In the file an escape is written ^[ and every line
// ends with $, so that colours and trailing spaces can be read.
func View(t testing.TB, name string, view []string, w, h int) {
	t.Helper()
	Size(t, name, view, w, h)
	var b bytes.Buffer
	for _, l := range view {
		b.WriteString(strings.ReplaceAll(l, "\x1b", "^["))
		b.WriteString("$\n")
	}
	Text(t, name+".golden", b.String())
}

// Text fails the test unless a text is equal to testdata/NAME.
func Text(t testing.TB, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if text != string(want) {
		t.Errorf("%s differs from %s; got\n%swant\n%s", name, path, text, want)
	}
}

// Size fails the test unless the view is h lines of w cells each.
func Size(t testing.TB, name string, view []string, w, h int) {
	t.Helper()
	if len(view) != h {
		t.Errorf("%s: %d lines, want %d", name, len(view), h)
	}
	for i, l := range view {
		if got := cell.Width(l); got != w {
			t.Errorf("%s: line %d is %d cells wide, want %d: %q", name, i, got, w, l)
		}
		if strings.ContainsAny(l, "\n\r\t") {
			t.Errorf("%s: line %d is more than one: %q", name, i, l)
		}
	}
}
