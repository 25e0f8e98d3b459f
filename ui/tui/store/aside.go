package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Aside is a file that could not be understood and was renamed, so that a new one
// can be begun.
type Aside struct {
	Path, To string // where it was, and is
	Cause    error  // why it was not understood
}

// SetAside sets damaged files aside: those of presets and of recipes, and with
// sessions that of sessions too. What people may have written in a file that is
// no damage stays where they wrote it, and the file is refused; so is one that
// another version of the program wrote. A file that cannot be renamed is refused
// wherever it is needed.
func (s *Store) SetAside(sessions bool) (out []Aside) {
	for _, f := range []struct {
		file
		into   any
		wanted bool
	}{
		{s.sessions(), &sessionsFile{}, sessions},
		{s.presets(), &presetsFile{}, true},
		{s.recipes(), &recipesFile{}, true},
	} {
		var bad *notUnderstood
		if !f.wanted || !errors.As(f.read(f.into), &bad) || f.edited && !bad.damaged {
			continue
		}
		if to, err := setAside(f.path()); err == nil {
			out = append(out, Aside{f.path(), to, bad.cause})
		}
	}
	return out
}

// setAside renames a file to the first name that is free.
func setAside(path string) (to string, err error) {
	ext := filepath.Ext(path)
	for n := 1; ; n++ {
		to = fmt.Sprintf("%s-damaged-%d%s", strings.TrimSuffix(path, ext), n, ext)
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			return to, os.Rename(path, to)
		} else if err != nil {
			return "", err
		}
	}
}
