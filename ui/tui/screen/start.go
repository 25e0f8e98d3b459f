package screen

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/store"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Start is shown while no file is open: the sessions that can be resumed, the
// built-in sample, the guided tour, and the folders and data files of a folder.
type Start struct {
	host     Host
	folder   string // absolute, empty before it is read
	own      string // the folder the program was started in
	entries  []startEntry
	marked   []string        // paths, in the order marked
	onSample bool            // the cursor begins on the sample
	offered  []store.Session // that can be resumed, the newest first
	list     *grid.Grid
	glyphs   theme.Glyphs // of the list
	first    preview      // of the file under the cursor
	looked   string       // its path, empty for none
	failed   *startFailure

	typing bool
	path   form.Line
	names  []string // what the path could go on with
	w, h   int
}

// samplePath names the built-in data.
const samplePath = "sample:shop"

// NewStart makes the start screen. The folder is read at the first Refresh.
func NewStart(host Host) *Start {
	s := &Start{host: host, first: preview{host: host}}
	s.entries = s.fixed()
	s.list = grid.New(s.rows())
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *Start) Place() string { return "start" }
func (s *Start) Crumb() string { return say(s.host.Printer(), "Start") }
func (s *Start) Typing() bool  { return s.typing }

// Refresh implements [Screen]: it reads the current folder once.
func (s *Start) Refresh() {
	if s.folder == "" && !s.host.Session().IsOpen() {
		s.read(".", "")
	}
}

// read lists a folder, and puts the cursor on the entry of a path when it is
// there.
func (s *Start) read(folder, at string) {
	var entries []startEntry
	var full string
	s.host.Start(Task{
		Name: "reading folder",
		Work: func(ctx context.Context, _ func(float64)) (err error) {
			if full, err = filepath.Abs(folder); err != nil {
				return err
			}
			entries, err = readFolder(ctx, full)
			return err
		},
		Done: func(err error) {
			if err != nil {
				s.host.Warn(err.Error())
				return
			}
			s.take(full, entries, at)
		},
	})
}

func (s *Start) take(folder string, entries []startEntry, at string) {
	first := s.folder == ""
	if first {
		s.own = folder
	}
	if folder != s.folder {
		s.marked = nil
	}
	if !first && folder != s.folder {
		s.failed = nil // it belongs to the folder that is left
	}
	s.folder = folder
	s.entries = append(s.fixed(), entries...)
	s.marked = slices.DeleteFunc(slices.Clone(s.marked), func(path string) bool {
		return !slices.ContainsFunc(s.entries, func(e startEntry) bool { return e.path == path })
	})
	row := s.withFailed()
	s.list.SetSource(s.rows())
	if row < 0 {
		row = slices.IndexFunc(s.entries, func(e startEntry) bool { return at != "" && e.path == at })
	}
	if row < 0 && !first {
		row = min(len(s.fixed()), len(s.entries)-1)
	}
	if row < 0 {
		row = s.begin()
	}
	s.list.SetCursor(row, 0)
	s.look()
}

// Key implements [Screen].
func (s *Start) Key(k term.Key) bool {
	defer s.look()
	if s.typing {
		s.pathKey(k)
		return true
	}
	switch k.Name {
	case "right", "l":
		if s.current().kind.isFolder() {
			s.enter()
		}
		return true
	case "left", "h":
		s.up()
		return true
	}
	return s.list.Key(k.Name)
}

// typePath opens the text field. Away from the program's own folder, from which
// paths count as on a command line, it begins with the folder shown.
func (s *Start) typePath() {
	s.typing, s.path = true, form.Line{}
	if s.folder != s.own {
		s.path = form.NewLine(strings.TrimSuffix(s.folder, string(filepath.Separator)) + string(filepath.Separator))
	}
}

// pathKey types the path; Tab completes it, Enter opens it.
func (s *Start) pathKey(k term.Key) {
	switch k.Name {
	case "esc":
		s.typing, s.names = false, nil
	case "enter":
		if s.path.Text() != "" {
			s.openPath(s.path.Text())
		}
		s.typing, s.names = false, nil
	case "tab":
		s.complete()
	default:
		s.path.Key(k)
		s.names = nil
	}
}

// complete completes the path typed.
func (s *Start) complete() {
	typed := s.path.Text()
	var path string
	var names []string
	s.host.Start(Task{
		Name: "completing",
		Work: func(ctx context.Context, _ func(float64)) (err error) {
			path, names, err = completePath(ctx, typed)
			return err
		},
		Done: func(err error) {
			if err == nil && s.typing && s.path.Text() == typed {
				s.path, s.names = form.NewLine(path), names
			}
		},
	})
}

// openPath opens a file that was typed, or goes to a folder.
func (s *Start) openPath(path string) {
	path = home(path)
	folder := false
	s.host.Start(Task{
		Name: "looking",
		Work: func(context.Context, func(float64)) error {
			info, err := os.Stat(path)
			folder = err == nil && info.IsDir()
			return nil // what is no file may be a sample or a sheet: opening it tells
		},
		Done: func(error) {
			if folder {
				s.read(path, "")
			} else {
				s.host.Open([]string{path})
			}
		},
	})
}

// current returns the entry under the cursor.
func (s *Start) current() startEntry {
	row, _ := s.list.Cursor()
	return s.entries[max(row, 0)]
}

// open opens the files that are marked, or else the entry under the cursor.
func (s *Start) open() {
	if len(s.marked) > 0 {
		s.host.Open(slices.Clone(s.marked))
		return
	}
	s.enter()
}

// enter opens the entry under the cursor, whatever is marked.
func (s *Start) enter() {
	switch e := s.current(); e.kind {
	case startFolder:
		s.read(e.path, "")
	case startParent:
		s.up()
	case startFailed:
		s.host.Open(slices.Clone(s.failed.files))
	case startResume:
		s.host.Resume(s.offered[e.session])
	case startTour:
		s.host.Tour()
	default:
		s.host.Open([]string{e.path})
	}
}

// up goes to the folder above, with the cursor on the one left.
func (s *Start) up() {
	if parent := filepath.Dir(s.folder); parent != s.folder && s.folder != "" {
		s.read(parent, s.folder)
	}
}

// mark marks the file under the cursor, or takes the mark away, and moves on.
func (s *Start) mark() {
	path := s.current().path
	if i := slices.Index(s.marked, path); i >= 0 {
		s.marked = slices.Delete(slices.Clone(s.marked), i, i+1)
	} else {
		s.marked = append(slices.Clone(s.marked), path)
	}
	s.list.SetSource(s.rows())
	s.list.Key("down")
}

// Mouse implements [Screen]: a click moves the cursor, a second one opens.
func (s *Start) Mouse(m term.Mouse) {
	switch {
	case s.typing:
	case m.Action == term.Wheel:
		s.list.Wheel(m.DY * term.WheelRows)
	case m.Action == term.Press:
		before, _ := s.list.Cursor()
		if m.X >= s.listWidth() {
			return
		}
		if hit := s.list.Click(m.X, m.Y-s.head()); hit.Row >= 0 && hit.Row == before {
			if s.current().kind.isFolder() {
				s.enter()
			} else {
				s.open()
			}
		}
		s.look()
	}
}

// Actions implements [Screen].
func (s *Start) Actions() map[string]Action {
	return map[string]Action{
		"start.open": {Do: s.open},
		"start.mark": {Do: s.mark, Why: func() string {
			if !s.current().kind.isFile() {
				return say(s.host.Printer(), "only files are marked")
			}
			return ""
		}},
		"start.path": {Do: s.typePath},
		"start.table": {Do: s.first.next, Why: func() string {
			if !s.previews() {
				return say(s.host.Printer(), "there is no room for the first rows of a file here")
			}
			return s.first.whyNoNext()
		}},
		"start.up": {Do: s.up, Why: func() string {
			if s.folder == "" || filepath.Dir(s.folder) == s.folder {
				return say(s.host.Printer(), "there is no folder above")
			}
			return ""
		}},
	}
}
