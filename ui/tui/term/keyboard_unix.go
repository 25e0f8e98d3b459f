//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris

package term

import (
	"errors"
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"golang.org/x/sys/unix"
)

// keyboard is a terminal that keys are read from whole. It stays known as a file,
// which Bubble Tea puts into raw mode and stops reading from when it must.
type keyboard struct {
	*os.File
	keys *joined
}

// Read implements [io.Reader].
func (k keyboard) Read(p []byte) (int, error) { return k.keys.Read(p) }

// wholeKeys reads the keys of a terminal whole. What is no terminal is read as it
// is.
func wholeKeys(in io.Reader) io.Reader {
	f, ok := in.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) || f.Fd() >= unix.FD_SETSIZE {
		return in
	}
	return keyboard{f, &joined{in: f, ready: func(within time.Duration) bool { return readable(int(f.Fd()), within) }}}
}

// readable waits until there is something to read from a file, and reports whether
// there is.
func readable(fd int, within time.Duration) bool {
	for end := time.Now().Add(within); ; {
		var set unix.FdSet
		set.Set(fd)
		left := unix.NsecToTimeval(max(0, time.Until(end)).Nanoseconds())
		n, err := unix.Select(fd+1, &set, nil, nil, &left)
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}
