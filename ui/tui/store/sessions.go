package store

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"custseg/model"
)

// Session is where an analysis was left: the files, the recipe and the place.
type Session struct {
	Files  []string     `json:"files"` // absolute paths, and the names of built-in data
	Recipe model.Recipe `json:"recipe"`
	Place  Place        `json:"place"`
	Left   time.Time    `json:"left,omitzero"` // when it was kept; zero in files of before
}

type sessionsFile struct {
	Version  int       `json:"version"`
	Sessions []Session `json:"sessions"` // the newest first, one for each set of files
}

const mostSessions = 5

// Sessions returns the last sessions, the newest first.
func (s *Store) Sessions() ([]Session, error) {
	f := sessionsFile{Version: version}
	if err := s.sessions().read(&f); err != nil {
		return nil, err
	}
	return f.Sessions, s.sessions().checkVersion(f.Version)
}

// KeepSession puts a session first, in the place of the one of the same files.
func (s *Store) KeepSession(kept Session) error {
	all, err := s.Sessions()
	if err != nil {
		return err
	}
	kept.Files = absolute(kept.Files)
	all = slices.DeleteFunc(all, func(o Session) bool { return slices.Equal(o.Files, kept.Files) })
	all = append([]Session{kept}, all...)
	return s.sessions().write(sessionsFile{version, all[:min(len(all), mostSessions)]})
}

// CanResume reports whether files can be opened again: standard input cannot.
func CanResume(files []string) bool { return len(files) > 0 && !slices.Contains(files, "-") }

// absolute makes paths lead to the same files from any folder. Built-in data
// has no path.
func absolute(files []string) []string {
	out := slices.Clone(files)
	for i, f := range out {
		if full, err := filepath.Abs(f); err == nil && !strings.HasPrefix(f, samplePrefix) {
			out[i] = full
		}
	}
	return out
}

const samplePrefix = "sample:"
