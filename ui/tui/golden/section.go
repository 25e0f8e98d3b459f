package golden

import (
	"bytes"
	"os"
	"testing"
)

// Section fails the test unless the part of a file between the comments
// <!-- NAME --> and <!-- /NAME --> is the text. With -update it is made so. This
// keeps what a document shows of the program true.
func Section(t testing.TB, path, name, text string) {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	open, end := []byte("<!-- "+name+" -->\n"), []byte("<!-- /"+name+" -->")
	from := bytes.Index(file, open)
	to := bytes.Index(file, end)
	if from < 0 || to < from {
		t.Fatalf("%s has no section %s", path, name)
	}
	from += len(open)
	if string(file[from:to]) == text {
		return
	}
	if !*update {
		t.Errorf("section %s of %s is not what the program shows; run the tests with -update", name, path)
		return
	}
	if err := os.WriteFile(path, append(append(bytes.Clone(file[:from]), text...), file[to:]...), 0o644); err != nil {
		t.Fatal(err)
	}
}
