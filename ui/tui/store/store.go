// Package store keeps what outlives a run of the terminal UI, as JSON that
// people can read: named presets in the user's folder of settings, the last
// sessions in that of state. It holds paths, recipes and places, never a
// customer's data. A file is written whole beside its place and renamed, and one
// that cannot be understood is never written over.
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

// read decodes a file into a value. A file that is not there leaves the value
// as it is.
func read(folder, name string, into any) error {
	if folder == "" {
		return ErrNoFolder
	}
	path := filepath.Join(folder, name)
	b, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("%s cannot be read: %w", path, cause(err))
	}
	strict := json.NewDecoder(bytes.NewReader(b))
	strict.DisallowUnknownFields() // what is not known would be lost when the file is written
	if err := strict.Decode(into); err != nil {
		return fmt.Errorf("%s cannot be understood (%w); mend it or move it away", path, err)
	}
	return nil
}

// checkVersion refuses a file that another version of the program wrote.
func checkVersion(folder, name string, v int) error {
	if v == version {
		return nil
	}
	return fmt.Errorf("%s has version %d, this custseg reads version %d; move it away", filepath.Join(folder, name), v, version)
}

// write puts a value into a file, whole or not at all.
func write(folder, name string, value any) error {
	b, err := json.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("%s cannot be made: %w", folder, cause(err))
	}
	path := filepath.Join(folder, name)
	if err := replace(path, append(b, '\n')); err != nil {
		return fmt.Errorf("%s cannot be written: %w", path, cause(err))
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
