package screen

import (
	"strings"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/theme"
)

// methodHead is how many lines stand above the list.
const methodHead = 1

// listWidth is the cells of the list; what is told of the method has the rest. A
// narrow list leaves out the ids.
func (s *MethodList) listWidth() int {
	if s.w < leastTold {
		return min(idlessList+5, s.w/2+1)
	}
	return min(max(40, s.w*2/5), 84)
}

// View implements [Screen].
func (s *MethodList) View(t *theme.Theme) []string {
	s.Refresh()
	w := s.listWidth()
	left := append([]string{s.head(t, w)}, s.methods(t, w)...)
	return beside(t, sized(left, w, s.h), s.told(t, max(0, s.w-w-1)))
}

// head says what is searched for, or how many methods can run and which is in
// force.
func (s *MethodList) head(t *theme.Theme, w int) string {
	pr := s.host.Printer()
	if s.searching {
		label := " " + say(pr, "Search: ")
		return t.Paint(t.Key, label) + s.search.View(t, max(0, w-cell.Width(label)), true)
	}
	can := count(s.entries, func(e methodEntry) bool { return e.can })
	text := say(pr, "%d of %d can run", can, len(s.entries))
	switch {
	case s.of == nil && !s.blocked && s.host.Session().IsOpen():
		text = say(pr, "which can run is known when the customers are gathered")
	case unidentified(s.host.Session()):
		text = say(pr, "0 of %d can run: who is a customer?", len(s.entries))
	case s.only:
		text = say(pr, "only the %d of %d that can run", can, len(s.entries))
	}
	return inked(t, t.Faint, " "+text, w)
}

// methods draws the rows of the list that there is room for.
func (s *MethodList) methods(t *theme.Theme, w int) []string {
	pr, room := s.host.Printer(), max(1, s.h-methodHead)
	if len(s.rows) == 0 {
		none := say(pr, "no method is called so, or says so of itself")
		if !s.searching {
			none = say(pr, "none can run on this data; & shows all")
		}
		return wrappedIn(t, t.Faint, none, w)
	}
	above := s.at
	if above > 0 && s.rows[above-1].entry < 0 {
		above-- // the heading stays with its first method
	}
	s.top = max(s.at-room+1, min(s.top, above, max(0, len(s.rows)-room)))
	var out []string
	for i := s.top; i < min(len(s.rows), s.top+room); i++ {
		if r := s.rows[i]; r.entry < 0 {
			out = append(out, inked(t, t.Header, " "+r.heading.In(pr), w))
		} else {
			out = append(out, s.methodLine(t, s.entries[r.entry], i == s.at, w))
		}
	}
	return out
}

const (
	methodID   = 15 // cells of a method's id in the list
	methodName = 24 // cells of its name at least, where there is room for what it lacks too
	idlessList = 27 // cells of a list that leaves out the ids, without its signs
	leastTold  = 72 // cells of a screen that has room for the ids and what is told

	enoughLacks = 33 // cells that tell of three measures that a method lacks
)

// methodLine is one method: whether it can run, its name and id and, where there
// is room, what it lacks.
func (s *MethodList) methodLine(t *theme.Theme, e methodEntry, here bool, w int) string {
	pointer, force := " ", " "
	if here {
		pointer = t.Glyphs.Pointer
	}
	if s.host.Session().Recipe.Method == e.ID {
		force = t.Glyphs.Changed
	}
	mark, markInk, ink := t.Glyphs.Check, t.Good, t.Plain
	if !e.can {
		mark, markInk, ink = t.Glyphs.Uncheck, t.Faint, t.Faint
	}
	const marks = 5 // cells of the pointer and the signs
	text, faint := s.methodCells(t, e, w-marks)
	if here {
		cursor := t.Cursor
		if s.pane {
			cursor = t.CursorDim
		}
		return t.Paint(cursor, pointer+force+mark+text+faint)
	}
	return pointer + t.Paint(t.Accent, force) + t.Paint(markInk, mark) + t.Paint(ink, text) + t.Paint(t.Faint, faint)
}

// methodCells are the name of a method, and its id with what it lacks as far as
// there is room.
func (s *MethodList) methodCells(t *theme.Theme, e methodEntry, w int) (name, rest string) {
	if w <= idlessList {
		return " " + fitted(t, e.name, max(0, w-1), cell.Left), ""
	}
	room, lacks := max(0, w-2-methodID), 0
	if room >= methodName+12 {
		lacks = room - s.nameWidth(room)
		rest = fitted(t, " "+s.lacks(e), lacks, cell.Left)
	}
	return " " + fitted(t, e.name, room-lacks, cell.Left) + " ", fitted(t, e.ID, methodID, cell.Left) + rest
}

// nameWidth is what names take of the cells that they have together with what
// methods lack: all they need, as far as that has room to be understood.
func (s *MethodList) nameWidth(room int) int {
	name, lacks := methodName, 0
	for _, e := range s.entries {
		name, lacks = max(name, cell.Width(e.name)), max(lacks, cell.Width(s.lacks(e))+1)
	}
	return max(methodName, min(name, room-min(lacks, enoughLacks)))
}

// lacks names what is missing for a method, in a few words.
func (s *MethodList) lacks(e methodEntry) string {
	pr := s.host.Printer()
	parts := make([]string, len(e.missing))
	for i, n := range e.missing {
		parts[i] = needLabel(n).In(pr)
	}
	if len(parts) == 0 {
		return ""
	}
	return say(pr, "no %s", strings.Join(parts, ", "))
}

// told draws what is told of the method under the pointer, from the line it is
// scrolled to.
func (s *MethodList) told(t *theme.Theme, w int) []string {
	lines := s.about(t, w)
	s.most = max(0, len(lines)-s.h)
	s.first = min(s.first, s.most)
	out := sized(lines[s.first:], w, s.h)
	if s.first < s.most && s.h > 0 {
		more := say(s.host.Printer(), "%d more lines; Tab, then the arrows", len(lines)-s.first-s.h+1)
		out[s.h-1] = inked(t, t.Accent, " "+t.Glyphs.Down+" "+more, w)
	}
	return out
}
