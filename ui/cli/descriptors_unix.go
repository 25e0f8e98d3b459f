//go:build unix

package cli

import (
	"fmt"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// fewestFiles is how many files a process must be allowed to have open: below it
// the runtime of Go ends with a trace when the first file is opened.
const fewestFiles = 8

// checkFiles fails when too few files may be open at once.
func checkFiles() error {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return nil // the system does not say
	}
	return checkFileLimit(uint64(limit.Cur))
}

func checkFileLimit(most uint64) error {
	if most >= fewestFiles {
		return nil
	}
	return fmt.Errorf("only %d files may be open at once here, and at least %d must be: raise the limit, as with ulimit -n 64", most, fewestFiles)
}

// isClosed reports whether a standard stream is likely to have been closed by who
// started the program: the runtime of Go then opens the null device in its place,
// for reading and writing, as redirections to it hardly do.
func isClosed(stream *os.File) bool {
	info, err := stream.Stat()
	if err != nil {
		return true
	}
	null, err := os.Stat(os.DevNull)
	if err != nil || !os.SameFile(info, null) {
		return false
	}
	flags, err := unix.FcntlInt(stream.Fd(), unix.F_GETFL, 0)
	return err == nil && flags&unix.O_ACCMODE == unix.O_RDWR
}
