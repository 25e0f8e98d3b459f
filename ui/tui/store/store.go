// Package store keeps what outlives a run of the terminal UI, as JSON that
// people can read: named presets in the user's folder of settings, the last
// sessions in that of state. It holds paths, recipes and places, never a
// customer's data. A file is written whole beside its place and renamed, and one
// that cannot be understood is never written over: it is refused or set aside.
package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Store is where things are kept. It holds nothing in memory, so that programs
// that run side by side see each other's presets.
type Store struct{ folders Folders }

// New makes a store. Nothing is made on the disk before something is kept.
func New(f Folders) *Store { return &Store{f} }

// version is of the files' form; a file of another is refused.
const version = 1

// file is one of the files that things are kept in.
type file struct {
	folder, name string
	variable     string // of the environment, that can name another folder
	edited       bool   // people may write in it
}

func (s *Store) presets() file {
	return file{s.folders.Config, "presets.json", "XDG_CONFIG_HOME", true}
}

func (s *Store) recipes() file {
	return file{s.folders.Config, "recipes.json", "XDG_CONFIG_HOME", true}
}

func (s *Store) sessions() file {
	return file{s.folders.State, "sessions.json", "XDG_STATE_HOME", false}
}

func (f file) path() string { return filepath.Join(f.folder, f.name) }

// notUnderstood is the error of a file whose text is none of the program's.
type notUnderstood struct {
	path    string
	damaged bool // cut off, or no JSON at all
	cause   error
}

func (e *notUnderstood) Error() string {
	return fmt.Sprintf("%s cannot be understood (%v); mend it or move it away", e.path, e.cause)
}

func (e *notUnderstood) Unwrap() error { return e.cause }

// read decodes the file into a value. A file that is not there leaves the value
// as it is.
func (f file) read(into any) error {
	if f.folder == "" {
		return ErrNoFolder
	}
	b, err := os.ReadFile(f.path())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s cannot be read: %w; %s can name another folder", f.path(), cause(err), f.variable)
	}
	strict := json.NewDecoder(bytes.NewReader(b))
	strict.DisallowUnknownFields() // what is not known would be lost when the file is written
	if err := strict.Decode(into); err != nil {
		damaged := !json.Valid(b) || errors.As(err, new(*json.UnmarshalTypeError))
		return &notUnderstood{f.path(), damaged, err}
	}
	return nil
}

// checkVersion refuses a file that another version of the program wrote.
func (f file) checkVersion(v int) error {
	if v == version {
		return nil
	}
	return fmt.Errorf("%s has version %d, this custseg reads version %d; move it away", f.path(), v, version)
}

// write puts a value into the file, whole or not at all.
func (f file) write(value any) error {
	b, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.folder, 0o700); err != nil {
		return fmt.Errorf("%s cannot be made: %w; %s can name another folder", f.folder, cause(err), f.variable)
	}
	if err := replace(f.path(), append(b, '\n')); err != nil {
		return fmt.Errorf("%s cannot be written: %w; %s can name another folder", f.path(), cause(err), f.variable)
	}
	return nil
}

// replace writes a file beside its place and renames it, so that there is the
// old one or the new one, never half of it.
func replace(path string, b []byte) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(temp.Name())
		}
	}()
	_, err = temp.Write(b)
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}

// cause is an error of the file system without the path, which the message
// names already.
func cause(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}
