package export

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// WriteBytes writes a file whole or not at all. One that exists is overwritten
// only with force.
func WriteBytes(path string, b []byte, force bool) error {
	return replaceFile(context.Background(), path, force, nil, func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	})
}

// replaceFile has write fill a new file beside path and renames it to path once
// it is whole and on disk. An input file is never replaced, another only with
// force.
func replaceFile(ctx context.Context, path string, force bool, inputs []string, write func(io.Writer) error) (err error) {
	target, mode, err := checkTarget(path, force, inputs)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	temp, err := createBeside(path, target)
	if err != nil {
		return err
	}
	defer func() {
		if temp != nil { // not renamed: an error, a cancel or a panic
			temp.discard()
		}
	}()
	out := bufio.NewWriterSize(&cancelWriter{ctx, temp}, 1<<16)
	if err := write(out); err != nil {
		return failed(path, err)
	}
	if err := errors.Join(out.Flush(), temp.Sync(), setMode(temp.File, mode), temp.Close()); err != nil {
		return failed(path, err)
	}
	// What appeared at the path meanwhile is not ours to replace.
	if _, _, err := checkTarget(path, force, inputs); err != nil {
		return err
	}
	if err := publish(temp.Name(), path, target, force); err != nil {
		return err
	}
	temp.release()
	temp = nil
	syncFolder(filepath.Dir(target))
	return nil
}

// publish gives a whole file its name. Without force it must be a new one, even
// when another program makes a file of that name at the same moment.
func publish(temp, path, target string, force bool) error {
	if !force {
		err := os.Link(temp, target)
		if err == nil {
			return os.Remove(temp)
		}
		if errors.Is(err, fs.ErrExist) {
			return existsError(path)
		}
		// A file system without links: a rename does.
	}
	if err := os.Rename(temp, target); err != nil {
		if remedy(err) != "" {
			return failed(path, err)
		}
		return fmt.Errorf("%w: close the file if another program has it open", failed(path, err))
	}
	return nil
}

// failed says which file an error is about, but for a cancel, which is about
// none.
func failed(path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("cannot write %s: %w%s", path, reason(err), remedy(err))
}

// remedy says what helps against a fault of the disk, nothing where the fault says
// it itself.
func remedy(err error) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "; make room there, or choose a folder on another disk"
	case errors.Is(err, syscall.EFBIG):
		return "; no larger file may be written there: choose another folder, or raise the limit on files"
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "; choose a shorter name"
	}
	return ""
}

// reason leaves the name of a temporary file out of an error.
func reason(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}

// checkTarget returns the file to write, through links, and the mode of the one
// that is there, 0 for none.
func checkTarget(path string, force bool, inputs []string) (target string, mode fs.FileMode, err error) {
	if _, err := os.Lstat(path); err != nil {
		return path, 0, nil // what is wrong with the folder shows when writing to it
	}
	target = path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	}
	info, err := os.Stat(target)
	if err != nil { // a link to nowhere
		if !force {
			return "", 0, existsError(path)
		}
		return target, 0, nil
	}
	switch {
	case info.IsDir():
		return "", 0, fmt.Errorf("cannot write %s: it is a folder; name a file in it", path)
	case !info.Mode().IsRegular():
		return "", 0, fmt.Errorf("cannot write %s: it is not an ordinary file; choose another name", path)
	case isInput(info, inputs):
		return "", 0, fmt.Errorf("cannot write %s: the data was read from this file; choose another name", path)
	case !force:
		return "", 0, existsError(path)
	case info.Mode().Perm()&anyWrite == 0:
		return "", 0, fmt.Errorf("cannot write %s: it is write-protected and stays as it is, --force or not; take the protection off, or choose another name", path)
	}
	return target, info.Mode().Perm(), nil
}

// anyWrite are the bits of a mode of which a write-protected file has none. Its
// folder would let it be replaced, but whoever protected it meant it to stay.
const anyWrite = 0o222

func existsError(path string) error {
	return fmt.Errorf("cannot write %s: it exists; use --force to overwrite it, or choose another name", path)
}

// isInput reports whether the file is one of those the data came from, under
// whatever name. A path may carry a sheet: book.xlsx#Sheet.
func isInput(info fs.FileInfo, inputs []string) bool {
	for _, in := range inputs {
		file, _, _ := strings.Cut(in, "#")
		for _, name := range []string{in, file} {
			if other, err := os.Stat(name); err == nil && os.SameFile(info, other) {
				return true
			}
		}
	}
	return false
}

func setMode(f *os.File, mode fs.FileMode) error {
	if mode == 0 {
		return nil
	}
	return f.Chmod(mode)
}

// syncFolder makes a rename last. Not every system can, and the file itself is
// safe already, so an error is no failure.
func syncFolder(folder string) {
	if d, err := os.Open(folder); err == nil {
		d.Sync()
		d.Close()
	}
}

// cancelWriter fails once the context is cancelled.
type cancelWriter struct {
	ctx context.Context
	w   io.Writer
}

func (c *cancelWriter) Write(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.w.Write(p)
}
