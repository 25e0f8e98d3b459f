package export

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// halfFile is a file being written beside its target. While the program lives it
// is held, so that what a killed one left can be told from what another still
// writes.
type halfFile struct {
	*os.File
	release func() // lets go of it
}

// errHeld reports a half file that a living program writes.
var errHeld = errors.New("another program writes it")

// createBeside makes a new file in the folder of target, so that a rename
// cannot cross file systems, and removes what killed exports to the same target
// left there. Its mode follows the user's umask.
func createBeside(path, target string) (*halfFile, error) {
	folder, prefix := filepath.Split(target)
	prefix = halfPrefix(prefix)
	removeLitter(folder, prefix)
	for {
		name := folder + prefix + rand.Text() + halfEnding
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if err != nil {
			return nil, folderTrouble(path, filepath.Dir(target), err)
		}
		release, err := hold(name)
		if _, gone := os.Lstat(name); err == nil && gone == nil {
			return &halfFile{f, release}, nil
		} else if err == nil {
			release()
		} else if !errors.Is(err, errHeld) && gone == nil { // a file system without locks
			return &halfFile{f, func() {}}, nil
		}
		f.Close() // another export took it for litter before it was held
		os.Remove(name)
	}
}

// discard closes and removes the file.
func (h *halfFile) discard() {
	h.Close()
	os.Remove(h.Name())
	h.release()
}

const halfEnding = ".tmp"

// halfPrefix is how the names of half files of a target begin: hidden, and after
// the target, so that whoever finds one knows what it was to be.
func halfPrefix(base string) string {
	const most = 150 // bytes, where file systems take names of 255
	for len(base) > most || !utf8.ValidString(base) && len(base) > 0 {
		_, size := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-size]
	}
	return "." + base + ".custseg-"
}

// removeLitter removes half files that nobody writes any more. What cannot be
// removed stays: it is no reason not to write.
func removeLitter(folder, prefix string) {
	entries, _ := os.ReadDir(filepath.Clean(folder))
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasPrefix(e.Name(), prefix) || !strings.HasSuffix(e.Name(), halfEnding) {
			continue
		}
		if release, err := hold(folder + e.Name()); err == nil {
			os.Remove(folder + e.Name())
			release()
		}
	}
}

// folderTrouble says why no file can be made in a folder.
func folderTrouble(path, folder string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("cannot write %s: there is no folder %s; make it, or choose another", path, folder)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("cannot write %s: you may not write to the folder %s; choose another", path, folder)
	}
	if remedy(err) != "" {
		return failed(path, err)
	}
	return fmt.Errorf("cannot write %s: %w; choose another folder than %s", path, reason(err), folder)
}
