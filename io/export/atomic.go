package export

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
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
			temp.Close()
			os.Remove(temp.Name())
		}
	}()
	out := bufio.NewWriterSize(&cancelWriter{ctx, temp}, 1<<16)
	if err := write(out); err != nil {
		return failed(path, err)
	}
	if err := errors.Join(out.Flush(), temp.Sync(), setMode(temp, mode), temp.Close()); err != nil {
		return failed(path, err)
	}
	// What appeared at the path meanwhile is not ours to replace.
	if _, _, err := checkTarget(path, force, inputs); err != nil {
		return err
	}
	if err := os.Rename(temp.Name(), target); err != nil {
		return fmt.Errorf("%w: close the file if another program has it open", failed(path, err))
	}
	temp = nil
	syncFolder(filepath.Dir(target))
	return nil
}

// failed says which file an error is about, but for a cancel, which is about
// none.
func failed(path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("cannot write %s: %w", path, reason(err))
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
	}
	return target, info.Mode().Perm(), nil
}

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

// createBeside makes a new file in the folder of target, so that a rename
// cannot cross file systems. Its mode follows the user's umask.
func createBeside(path, target string) (*os.File, error) {
	folder := filepath.Dir(target)
	name := filepath.Join(folder, ".custseg-"+rand.Text()+".tmp")
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("cannot write %s: there is no folder %s; make it, or choose another", path, folder)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("cannot write %s: you may not write to the folder %s; choose another", path, folder)
	case err != nil:
		return nil, fmt.Errorf("cannot write %s: %w; choose another folder than %s", path, reason(err), folder)
	}
	return f, nil
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
