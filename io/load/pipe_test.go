//go:build unix

package load

import (
	"context"
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// A preview leaves a pipe alone: what it took would be missing when the pipe is
// read. Opening one is given up when nobody writes to it.
func TestPipeWithoutWriter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "orders.csv")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	_, err := Preview(context.Background(), []string{path}, Options{})
	expectError(t, err, path, "it is a pipe, whose rows are not known before all of it has come")
	if !errors.Is(err, ErrPipe) {
		t.Errorf("%v is not known for a pipe's", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = Open(ctx, []string{path}, Options{}, func(p Progress) {
		if p.Stream != path || p.Taken != 0 {
			t.Errorf("heard %v", p)
		}
		cancel()
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	stop := make(chan struct{})
	if _, err := Open(context.Background(), []string{path}, Options{Stop: stop}, func(Progress) { close(stop) }); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}
