package screen

import (
	"cmp"

	"custseg/ui/tui/cell"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// rolesLayout is where the parts of the roles screen are: the list of columns,
// and what they unlock beside it or, where it is narrow, below it.
type rolesLayout struct {
	list, side area
	title      int // the line of the title of side below the list, -1 for none
}

const (
	rolesWide = 120 // cells from which both stand beside each other
	rolesSide = 48  // least cells of what is unlocked beside the list
)

func (s *RolesView) layout() rolesLayout {
	w, h := s.w, s.h
	if w >= rolesWide {
		side := max(rolesSide, w*2/5)
		return rolesLayout{area{0, 0, w - side - 1, h}, area{w - side, 0, side, h}, -1}
	}
	list := min(s.grid.Len()+1, h*3/5)
	switch {
	case s.picker != nil:
		return rolesLayout{area{}, area{0, 0, w, h}, -1}
	case s.pane:
		list = min(s.grid.Len()+1, 4)
	}
	return rolesLayout{area{0, 0, w, list}, area{0, list + 1, w, h - list - 1}, list}
}

// SetSize implements [Screen].
func (s *RolesView) SetSize(w, h int) {
	s.w, s.h = w, h
	s.lay()
}

func (s *RolesView) lay() {
	if l := s.layout(); s.w > 0 && l.list.h > 0 {
		s.grid.SetSize(l.list.w, l.list.h)
	}
}

// View implements [Screen].
func (s *RolesView) View(t *theme.Theme) []string {
	if s.data == nil {
		return sized([]string{"", inked(t, t.Faint, " "+say(s.host.Printer(), "no data is open"), s.w)}, s.w, s.h)
	}
	l := s.layout()
	if s.theme != t || l.list.w > 0 && l.list.w != s.rows.w {
		s.theme = t
		s.list()
	}
	s.lay()
	focused := !s.pane && s.picker == nil
	var out []string
	switch {
	case l.list.h == 0:
		out = s.side(t, l.side)
	case l.title < 0:
		out = beside(t, s.grid.View(t, focused), s.side(t, l.side))
	default:
		out = append(s.grid.View(t, focused), s.title(t))
		out = append(out, s.side(t, l.side)...)
	}
	switch {
	case s.asking.kind == askWhere && s.h > 1:
		copy(out[s.h-2:], s.whereLines(t))
	case s.asking.kind != askNothing:
		out[s.h-1] = s.askLine(t)
	}
	return out
}

// title is the rule above what is unlocked.
func (s *RolesView) title(t *theme.Theme) string {
	ink, mark := t.Header, t.Glyphs.HRule
	if s.pane {
		ink, mark = t.Accent, t.Glyphs.Pointer
	}
	text := say(s.host.Printer(), "What this unlocks")
	if !s.pane {
		text += say(s.host.Printer(), " (Tab: all of it)")
	}
	return t.Paint(t.Rule, mark) + " " + t.Paint(ink, text) + " " + rule(t, s.w-cell.Width(text)-3, nil)
}

// side draws the picker when it is open, else the column under the cursor and
// what the roles unlock. In few lines without the focus a digest is better than
// the first of many lines.
func (s *RolesView) side(t *theme.Theme, a area) []string {
	if s.picker != nil {
		return s.picker.view(t, a.w, a.h)
	}
	session, pr := s.host.Session(), s.host.Printer()
	head := s.about(t, a.w)
	if s.pane {
		head = nil
	}
	room := max(1, a.h-len(head))
	lines := unlocked(t, pr, session, s.specs, s.items, a.w)
	s.most = max(0, len(lines)-room)
	s.top = min(s.top, s.most)
	if !s.pane && s.most > 0 && s.w < rolesWide && session.Customers != nil && session.Trouble == nil {
		return sized(append(head, digest(t, pr, session, s.specs, a.w)...), a.w, a.h)
	}
	out := sized(append(head, lines[s.top:]...), a.w, a.h)
	if s.top < s.most {
		out[a.h-1] = inked(t, t.Accent, " "+t.Glyphs.Down+" "+say(pr, "%d more lines; Tab, then the arrows", len(lines)-s.top-room+1), a.w)
	}
	return out
}

// about tells of the column under the cursor what the list has no room for.
func (s *RolesView) about(t *theme.Theme, w int) []string {
	row, _ := s.grid.Cursor()
	if row < 0 {
		return nil
	}
	x := s.rows.rows[row]
	name := s.data.Tables[x.table].Column(x.columnKey.column).Name()
	pr := s.host.Printer()
	if w < rolesSide || s.w < rolesWide {
		return []string{" " + inked(t, t.Title, say(pr, "%s: %s", shortWord(t, name), x.why), w-1)}
	}
	role := cmp.Or(x.label, say(pr, "no role"))
	if x.role != "" {
		role = roleLabel(pr, x.role)
	}
	out := []string{" " + inked(t, t.Title, name, w-1)}
	for _, l := range wrapped(say(pr, "%s: %s", role, x.why), w-2) {
		out = append(out, " "+inked(t, t.Plain, l, w-1))
	}
	if x.example != "" {
		out = append(out, " "+inked(t, t.Faint, say(pr, "values %s", x.example), w-1))
	}
	return append(out, rule(t, w, nil))
}

// Mouse implements [Screen].
func (s *RolesView) Mouse(m term.Mouse) {
	if s.data == nil || s.asking.kind != askNothing {
		return
	}
	l := s.layout()
	switch {
	case s.picker != nil:
		s.mousePicker(m, l.side)
	case l.list.has(m.X, m.Y) && m.Action == term.Wheel:
		s.grid.Wheel(m.DY * term.WheelRows)
	case l.list.has(m.X, m.Y) && m.Action == term.Press:
		before, _ := s.grid.Cursor()
		s.pane = false
		if hit := s.grid.Click(m.X, m.Y); hit.Row >= 0 && hit.Row == before {
			s.openPicker()
		}
	case l.side.has(m.X, m.Y) && m.Action == term.Wheel:
		s.pane = true
		s.top = max(0, min(s.top+m.DY*term.WheelRows, s.most))
	case l.side.has(m.X, m.Y) && m.Action == term.Press:
		s.pane = true
	}
}

func (s *RolesView) mousePicker(m term.Mouse, a area) {
	switch {
	case m.Action == term.Wheel:
		s.picker.move(m.DY * term.WheelRows)
	case m.Action == term.Press && a.has(m.X, m.Y):
		if s.picker.click(m.Y - a.y) {
			s.pick()
		}
	case m.Action == term.Press:
		s.picker = nil
	}
}
