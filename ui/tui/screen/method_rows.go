package screen

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg"
)

// methodRow is a line of the list: a method, or the heading of a group.
type methodRow struct {
	entry     int          // -1 for a heading
	heading   model.Phrase // of a heading
	suggested bool         // in the group of those that suit the data
}

// list makes the rows anew from what is searched for and filtered. The pointer
// stays with its method; a search puts it on the best match.
func (s *MethodList) list() {
	before := methodRow{entry: -1}
	if s.at < len(s.rows) {
		before = s.rows[s.at]
	}
	s.rows, s.first = nil, 0
	want := strings.ToLower(strings.TrimSpace(s.search.Text()))
	if want == "" {
		s.group(model.P("Suits this data"), true, func(e methodEntry) bool { return !e.why.Empty() })
	}
	for _, family := range families(s.entries) {
		of := func(e methodEntry) bool { return e.Family == family }
		can := count(s.entries, func(e methodEntry) bool { return of(e) && e.can })
		s.group(model.P("%s: %d of %d can run", model.P(string(family)), can, count(s.entries, of)), false,
			func(e methodEntry) bool { return of(e) && e.matches(want) > 0 })
	}
	at := slices.IndexFunc(s.rows, func(r methodRow) bool {
		return r.entry >= 0 && r.entry == before.entry && r.suggested == before.suggested
	})
	switch {
	case want != "":
		at = s.bestMatch(want)
	case at < 0:
		at = min(1, len(s.rows)) // the first below its heading
	}
	s.point(at)
}

// group adds a heading and the methods for which it holds, nothing without any.
func (s *MethodList) group(heading model.Phrase, suggested bool, holds func(methodEntry) bool) {
	var rows []methodRow
	for i, e := range s.entries {
		if holds(e) && (e.can || !s.only) {
			rows = append(rows, methodRow{entry: i, suggested: suggested})
		}
	}
	if len(rows) > 0 {
		s.rows = append(append(s.rows, methodRow{entry: -1, heading: heading}), rows...)
	}
}

// families are the families of methods in the order of the catalogue.
func families(entries []methodEntry) []seg.Family {
	var out []seg.Family
	for _, e := range entries {
		if !slices.Contains(out, e.Family) {
			out = append(out, e.Family)
		}
	}
	return out
}

func count(entries []methodEntry, holds func(methodEntry) bool) int {
	n := 0
	for _, e := range entries {
		if holds(e) {
			n++
		}
	}
	return n
}

// matches says how well a method is named by what is typed, in lower case: 0 for
// not at all.
func (e methodEntry) matches(typed string) int {
	name := strings.ToLower(e.name)
	switch {
	case typed == e.ID || typed == name:
		return 4
	case strings.HasPrefix(e.ID, typed) || strings.HasPrefix(name, typed):
		return 3
	case strings.Contains(e.ID, typed) || strings.Contains(name, typed):
		return 2
	case strings.Contains(strings.ToLower(e.summary), typed):
		return 1
	}
	return 0
}

// bestMatch is the row of the method that is named best by what is typed, the
// first of equals.
func (s *MethodList) bestMatch(typed string) int {
	best, at := 0, 0
	for i, r := range s.rows {
		if r.entry >= 0 {
			if n := s.entries[r.entry].matches(typed); n > best {
				best, at = n, i
			}
		}
	}
	return at
}

// point puts the pointer on a row, and begins to tell of its method.
func (s *MethodList) point(row int) { s.at, s.first = max(0, min(row, len(s.rows)-1)), 0 }

// move moves the pointer by so many rows, and from a heading to the method
// beyond it or, at the end, before it.
func (s *MethodList) move(d int) {
	to := max(0, min(s.at+d, len(s.rows)-1))
	step := 1
	if d < 0 {
		step = -1
	}
	for _, step := range []int{step, -step} {
		for at := to; at >= 0 && at < len(s.rows); at += step {
			if s.rows[at].entry >= 0 {
				s.point(at)
				return
			}
		}
	}
}

// family moves the pointer to the first method of the next group, or of the one
// before.
func (s *MethodList) family(step int) {
	at := s.at
	if step < 0 { // first to the heading of its own group
		for at > 0 && s.rows[at].entry >= 0 {
			at--
		}
	}
	for at += step; at >= 0 && at < len(s.rows); at += step {
		if s.rows[at].entry < 0 {
			s.point(at + 1)
			return
		}
	}
}

// moveKey moves the pointer and reports whether the key is one that does.
func (s *MethodList) moveKey(name string) bool {
	page := max(1, s.h-methodHead-1)
	switch name {
	case "up", "k":
		s.move(-1)
	case "down", "j":
		s.move(1)
	case "left", "h":
		s.family(-1)
	case "right", "l":
		s.family(1)
	case "pgup":
		s.move(-page)
	case "pgdown":
		s.move(page)
	case "ctrl+u":
		s.move(-page / 2)
	case "ctrl+d":
		s.move(page / 2)
	case "g", "home":
		s.move(-len(s.rows))
	case "G", "end":
		s.move(len(s.rows))
	default:
		return false
	}
	return true
}

// scroll moves in what is told of the method.
func (s *MethodList) scroll(name string) bool {
	d, page := 0, max(1, s.h-2)
	switch name {
	case "up", "k":
		d = -1
	case "down", "j":
		d = 1
	case "pgup":
		d = -page
	case "pgdown", "space":
		d = page
	case "ctrl+u":
		d = -page / 2
	case "ctrl+d":
		d = page / 2
	case "g", "home":
		d = -s.most
	case "G", "end":
		d = s.most
	case "esc":
		s.pane = false
	default:
		return false
	}
	s.first = max(0, min(s.first+d, s.most))
	return true
}
