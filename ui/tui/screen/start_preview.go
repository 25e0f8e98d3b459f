package screen

import (
	"custseg/model"
	"custseg/ui/tui/theme"
)

// startWide is the width from which the first rows of the file under the cursor
// stand beside the list.
const startWide = 110

// failedPath stands for what could not be opened, which is not read again to
// look into it.
const failedPath = "\x00"

// listWidth is the width of the list of files.
func (s *Start) listWidth() int {
	if s.w < startWide {
		return s.w
	}
	return max(62, s.w*2/5)
}

// SetSize implements [Screen].
func (s *Start) SetSize(w, h int) {
	s.w, s.h = w, h
	n := s.listWidth()
	s.list.SetSize(n, max(0, h-startHead))
	s.first.setSize(max(0, w-n-1), max(0, h-startHead-1))
	s.look()
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
	if !e.kind.isFile() && e.kind != startSample || s.w < startWide || s.host.Session().IsOpen() {
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

// body draws the list, and beside it the first rows where there is room.
func (s *Start) body(t *theme.Theme) []string {
	failed := s.failedLines(t)
	s.list.SetSize(s.listWidth(), max(0, s.h-startHead-len(failed)))
	list := append(s.list.View(t, !s.typing), failed...)
	n := s.listWidth()
	if n == s.w {
		return list
	}
	w := s.w - n - 1
	var right []string
	if s.looked != "" {
		right = append([]string{previewTitle(t, s.first.title(t), false, w)}, s.first.view(t, false)...)
	}
	return beside(t, list, sized(right, w, len(list)))
}
