package screen

import (
	"path/filepath"
	"slices"
	"strings"

	"custseg/seg"
	"custseg/ui/tui/store"
)

// mostOffered is how many sessions the start screen offers.
const mostOffered = 3

// fixed are the entries above those of the folder.
func (s *Start) fixed() []startEntry {
	var out []startEntry
	for i, o := range s.offered {
		var names []string
		for _, f := range o.Files {
			names = append(names, filepath.Base(f))
		}
		name := say(s.host.Printer(), "resume %s", strings.Join(names, " + "))
		out = append(out, startEntry{name: name, kind: startResume, session: i, what: s.leftAt(o), changed: o.Left})
	}
	return append(out, startEntry{name: samplePath, path: samplePath, kind: startSample},
		startEntry{name: say(s.host.Printer(), "guided tour"), kind: startTour})
}

// ChooseSample puts the cursor on the built-in sample.
func (s *Start) ChooseSample() {
	s.onSample = true
	s.list.SetCursor(s.begin(), 0)
	s.look()
}

// begin is the row that the cursor begins on: the first, or the sample when that
// was chosen.
func (s *Start) begin() int {
	if !s.onSample {
		return 0
	}
	return slices.IndexFunc(s.entries, func(e startEntry) bool { return e.kind == startSample })
}

// leftAt says how far a session went: its method and the step it was left at.
func (s *Start) leftAt(o store.Session) string {
	pr := s.host.Printer()
	if m, err := seg.Lookup(o.Recipe.Method); err == nil {
		return say(pr, "%s, %s", m.Spec().Name, o.Place.Step)
	}
	return say(pr, "%s", o.Place.Step)
}

// Offer lists sessions that can be resumed before all else. The cursor goes to
// the newest unless it has been moved.
func (s *Start) Offer(sessions []store.Session) {
	at := s.current()
	row, _ := s.list.Cursor()
	before := len(s.fixed())
	s.offered = sessions[:min(len(sessions), mostOffered)]
	s.entries = append(s.fixed(), s.entries[before:]...)
	s.list.SetSource(s.rows())
	if (row <= 0 || s.onSample) && at.kind != startFailed {
		s.list.SetCursor(s.begin(), 0)
	} else {
		s.list.SetCursor(row+len(s.fixed())-before, 0)
	}
	s.look()
}
