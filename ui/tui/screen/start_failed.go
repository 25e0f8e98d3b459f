package screen

import (
	"path/filepath"
	"slices"
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// startFailure is files that could not be opened, and why.
type startFailure struct {
	files []string
	why   error
}

// Fail keeps files that could not be opened under the cursor, with the reason,
// for another try. The folder is read again: one of them may be gone.
func (s *Start) Fail(files []string, why error) {
	s.failed = &startFailure{slices.Clone(files), why}
	if s.folder != "" {
		s.read(s.folder, "")
	}
}

// hasFailed reports whether an entry is what could not be opened.
func (s *Start) hasFailed(e startEntry) bool {
	f := s.failed
	switch {
	case f == nil:
		return false
	case e.kind == startFailed:
		return true
	case len(f.files) != 1 || e.kind.isFolder() || e.kind == startResume || e.kind == startTour:
		return false
	}
	full, err := filepath.Abs(f.files[0])
	return e.path == f.files[0] || err == nil && e.path == full
}

// withFailed adds an entry for what could not be opened where none of the
// entries is it, and returns the row of the one that is.
func (s *Start) withFailed() (row int) {
	s.entries = slices.DeleteFunc(s.entries, func(e startEntry) bool { return e.kind == startFailed })
	if s.failed == nil {
		return -1
	}
	if row = slices.IndexFunc(s.entries, s.hasFailed); row >= 0 {
		return row
	}
	var names []string
	for _, f := range s.failed.files {
		names = append(names, filepath.Base(f))
	}
	row = len(s.fixed())
	s.entries = slices.Insert(s.entries, row, startEntry{name: strings.Join(names, " + "), kind: startFailed})
	return row
}

// failedLines say below the list why the entry under the cursor could not be
// opened, where the first rows have no place beside it; nothing for another
// entry.
func (s *Start) failedLines(t *theme.Theme) []string {
	if !s.hasFailed(s.current()) || s.listWidth() < s.w {
		return nil
	}
	pr := s.host.Printer()
	out := []string{previewTitle(t, say(pr, "Could not be opened; Enter tries again"), false, s.w)}
	mark := "! "
	for _, l := range wrapped(cell.Clean(s.failed.why.Error()), s.w-4) {
		out = append(out, " "+inked(t, t.Error, mark+l, max(0, s.w-1)))
		mark = "  "
	}
	const rows = 4 // of the list, which stays above
	return out[:max(0, min(len(out), s.h-s.head()-rows))]
}
