package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestLog writes the same orders each time, as many as were asked for.
func TestLog(t *testing.T) {
	var logs [2][]byte
	for i := range logs {
		path := filepath.Join(t.TempDir(), "orders.csv")
		if err := writeLog(path, 500); err != nil {
			t.Fatal(err)
		}
		var err error
		if logs[i], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	if lines := bytes.Count(logs[0], []byte{'\n'}); lines != 501 || !bytes.Equal(logs[0], logs[1]) {
		t.Errorf("%d lines, the same again: %v", lines, bytes.Equal(logs[0], logs[1]))
	}
}
