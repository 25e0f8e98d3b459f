package cli

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestMeasured writes what a command spent, and hands on its error.
func TestMeasured(t *testing.T) {
	dir := t.TempDir()
	app := App{Getenv: func(name string) string { return map[string]string{profileVariable: dir}[name] }}
	failed := errors.New("failed")
	if err := app.measured(func() error { return failed }); err != failed {
		t.Errorf("the error is %v", err)
	}
	for _, name := range []string{"cpu.pprof", "heap.pprof"} {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	app.Getenv = func(string) string { return filepath.Join(dir, "none") }
	if err := app.measured(func() error { return nil }); err == nil {
		t.Error("a folder that is not there is no error")
	}
}
