package screen

import (
	"strings"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/store"
	"custseg/ui/tui/theme"
)

// startWide is the width from which the first rows of the file under the cursor
// stand beside the list.
const startWide = 110

// failedPath stands for what could not be opened, which is not read again to
// look into it.
const failedPath = "\x00"

// startBelow is how many lines the first rows take below a narrow list, and
// startTall the height from which they have that room.
const (
	startBelow = 6
	startTall  = 20
)

// listWidth is the width of the list of files.
func (s *Start) listWidth() int {
	if s.w < startWide {
		return s.w
	}
	return max(66, s.w*9/20)
}

// previews reports whether there is room for the first rows of a file, beside
// the list or below it.
func (s *Start) previews() bool { return s.w >= startWide || s.h >= startTall }

// SetSize implements [Screen].
func (s *Start) SetSize(w, h int) {
	s.w, s.h = w, h
	s.list.SetSource(s.rows())
	if n := s.listWidth(); n < w {
		s.list.SetSize(n, max(0, h-s.head()))
		s.first.setSize(max(0, w-n-1), max(0, h-s.head()-1))
	} else {
		s.list.SetSize(n, max(0, h-s.head()-s.below()))
		s.first.setSize(w, max(0, s.below()-1))
	}
	s.look()
}

// below is how many lines below the list are kept for the first rows.
func (s *Start) below() int {
	if s.w < startWide && s.previews() {
		return startBelow
	}
	return 0
}

// look asks for the first rows of the file under the cursor, where there is
// room to show them.
func (s *Start) look() {
	e := s.current()
	path := e.path
	if s.hasFailed(e) {
		s.looked = failedPath
		s.first.take(nil, s.failed.why)
		return
	}
	if !e.kind.isFile() && e.kind != startSample || !s.previews() || s.host.Session().IsOpen() {
		path = ""
	}
	if path == s.looked {
		return
	}
	s.looked = path
	s.first.clear()
	if path == "" {
		return
	}
	s.host.Preview([]string{path}, model.Reading{}, func(d *model.Dataset, err error) {
		if path == s.looked {
			s.first.take(d, err)
		}
	})
}

// body draws the list, and beside it or below it the first rows where there is
// room.
func (s *Start) body(t *theme.Theme) []string {
	n, room := s.listWidth(), max(0, s.h-s.head())
	if n < s.w {
		s.list.SetSize(n, room)
		list := s.list.View(t, !s.typing)
		return beside(t, list, sized(s.told(t, s.w-n-1), s.w-n-1, len(list)))
	}
	foot := s.failedLines(t)
	if foot == nil && s.below() > 0 {
		foot = sized(s.told(t, s.w), s.w, s.below())
	}
	s.list.SetSize(n, max(0, room-len(foot)))
	return append(s.list.View(t, !s.typing), foot...)
}

// told is what there is to see of the entry under the cursor: the first rows of
// a file, or where a session was left.
func (s *Start) told(t *theme.Theme, w int) []string {
	e := s.current()
	if e.kind == startResume {
		return s.toldSession(t, s.offered[e.session], w)
	}
	if s.looked == "" {
		return nil
	}
	return append([]string{previewTitle(t, s.first.title(t), false, w)}, s.first.view(t, false)...)
}

// toldSession says where a session was left: the method and its parameters, the
// step, the files.
func (s *Start) toldSession(t *theme.Theme, o store.Session, w int) []string {
	pr := s.host.Printer()
	out := []string{previewTitle(t, say(pr, "Where it was left"), false, w)}
	line := func(label, text string) {
		const wide = 12
		for i, l := range wrapped(text, max(1, w-wide-2)) {
			if i > 0 {
				label = ""
			}
			out = append(out, " "+inked(t, t.Faint, label, wide)+inked(t, t.Plain, l, max(0, w-wide-1)))
		}
	}
	if m, err := seg.Lookup(o.Recipe.Method); err == nil {
		line(say(pr, "Method"), say(pr, "%s", m.Spec().Name))
	}
	line(say(pr, "Step"), say(pr, "%s", o.Place.Step))
	if set := s.parametersOf(o.Recipe); set != "" {
		line(say(pr, "Parameters"), set)
	}
	if !o.Left.IsZero() {
		line(say(pr, "Left"), o.Left.Format("2006-01-02 15:04"))
	}
	if o.Recipe.AsOf != model.NoDay {
		line(say(pr, "As of"), o.Recipe.AsOf.String())
	}
	for _, f := range o.Files {
		line(say(pr, "File"), cell.Clean(f))
	}
	return out
}

// parametersOf names the parameters of a recipe that differ from the method's
// defaults.
func (s *Start) parametersOf(r model.Recipe) string {
	m, err := seg.Lookup(r.Method)
	if err != nil {
		return ""
	}
	var set []string
	for _, p := range m.Spec().Params {
		if v, ok := r.Params[p.ID]; ok {
			set = append(set, say(s.host.Printer(), "%s %s", p.Label, model.Raw(p.Format(v))))
		}
	}
	return strings.Join(set, ", ")
}
