package screen

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
	"custseg/ui/tui/theme"
)

// Loading is shown while files are read: how far it is, and the first rows to
// look at meanwhile.
type Loading struct {
	host  Host
	paths []string
	how   model.Reading
	sizes []int64 // by path, 0 while it is not known
	keys  LoadingKeys

	shown    bool
	stopping bool
	done     gauge
	rows     int
	stream   string // the pipe that is waited for, empty for none
	taken    int64  // bytes of it that have come
	took     time.Duration
	first    preview
	w, h     int
}

// LoadingKeys are what the analyst can do about the reading.
type LoadingKeys struct {
	Stop  func() // it ends with what was read
	Leave func() // it is given up
}

// NewLoading makes the view of files about to be read. Nothing is looked at
// before Refresh, and nothing drawn before Show.
func NewLoading(host Host, paths []string, how model.Reading, keys LoadingKeys) *Loading {
	return &Loading{host: host, paths: paths, how: how, sizes: make([]int64, len(paths)), keys: keys, first: preview{host: host}}
}

// Place, Crumb and Typing implement [Screen].
func (s *Loading) Place() string { return "loading" }
func (s *Loading) Crumb() string { return say(s.host.Printer(), "Reading") }
func (s *Loading) Typing() bool  { return false }

// Show begins to draw: the reading takes longer than a blink.
func (s *Loading) Show() { s.shown = true }

// Shown reports whether it is drawn.
func (s *Loading) Shown() bool { return s.shown }

// Follow tells how far the reading has come: a share of 1, the rows read, and
// the time it took.
func (s *Loading) Follow(done float64, rows int, took time.Duration) {
	s.done.set(done)
	s.rows, s.took = rows, took
}

// Await tells that a pipe is waited for, and how many bytes of it have come; an
// empty path that none is.
func (s *Loading) Await(path string, taken int64) { s.stream, s.taken = path, taken }

// Refresh implements [Screen]: it looks at the files.
func (s *Loading) Refresh() {
	s.host.Preview(s.paths, s.how, s.first.take)
	var sizes []int64
	s.host.Start(Task{
		Name:  "sizes",
		Quiet: true,
		Work: func(context.Context, func(float64)) error {
			for _, p := range s.paths {
				sizes = append(sizes, sizeOf(p))
			}
			return nil
		},
		Done: func(error) { s.sizes = sizes },
	})
}

// sizeOf returns the bytes of a file, 0 for what is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		if at := strings.LastIndexByte(path, '#'); at > 0 { // a sheet of a workbook
			info, err = os.Stat(path[:at])
		}
	}
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	return info.Size()
}

// SetSize implements [Screen].
func (s *Loading) SetSize(w, h int) {
	s.w, s.h = w, h
	s.first.setSize(w, max(0, h-s.head()-1))
}

// Key implements [Screen].
func (s *Loading) Key(k term.Key) bool { return s.shown && s.first.key(k.Name) }

// Mouse implements [Screen].
func (s *Loading) Mouse(m term.Mouse) {
	if m.Action == term.Wheel {
		s.first.wheel(m.DY * term.WheelRows)
	}
}

// Actions implements [Screen].
func (s *Loading) Actions() map[string]Action {
	return map[string]Action{
		"loading.stop": {Do: func() { s.stopping = true; s.keys.Stop() }, Why: func() string {
			if s.stopping {
				return say(s.host.Printer(), "it stops already; x gives it up")
			}
			return ""
		}},
		"loading.leave": {Do: s.keys.Leave},
		"loading.table": {Do: s.first.next, Why: s.first.whyNoNext},
	}
}

// loadingFiles is how many lines the names of files take at most.
func (s *Loading) loadingFiles() int { return min(len(s.paths), max(2, s.h/5)) }

// head is how many lines stand above the first rows and their title.
func (s *Loading) head() int { return s.loadingFiles() + 4 }

// View implements [Screen].
func (s *Loading) View(t *theme.Theme) []string {
	if !s.shown {
		return sized(nil, s.w, s.h)
	}
	pr := s.host.Printer()
	out := []string{" " + inked(t, t.Title, say(pr, "Reading %d files", len(s.paths)), max(0, s.w-1))}
	out = append(out, s.files(t)...)
	const widest = 72
	out = append(out,
		" "+s.done.view(t, min(widest, s.w-2)),
		" "+inked(t, t.Plain, s.facts(t), max(0, s.w-1)),
		"",
		previewTitle(t, s.first.title(t), false, s.w))
	return sized(append(out, s.first.view(t, true)...), s.w, s.h)
}

// files lists the files with their sizes; those that have no line are counted.
func (s *Loading) files(t *theme.Theme) []string {
	pr, n := s.host.Printer(), s.loadingFiles()
	names, most := make([]string, len(s.paths)), 0
	for i, p := range s.paths {
		names[i] = cell.Clean(filepath.Base(p))
		most = max(most, cell.Width(names[i]))
	}
	const size = 9
	most = min(most, max(0, s.w-size-4))
	var out []string
	for i, name := range names {
		if i == n-1 && len(names) > n {
			out = append(out, inked(t, t.Faint, "   "+say(pr, "%s %d more files", t.Glyphs.Ellipsis, len(names)-i), s.w))
			break
		}
		bytes := ""
		if s.sizes[i] > 0 {
			bytes = fileSize(s.sizes[i])
		}
		out = append(out, "   "+fitted(t, name, most, cell.Left)+t.Paint(t.Faint, fitted(t, bytes, size, cell.Right)))
	}
	return out
}

// facts says how many rows were read, how fast, and how long it will still
// take.
func (s *Loading) facts(t *theme.Theme) string {
	pr := s.host.Printer()
	switch {
	case s.stopping:
		return say(pr, "Stopping: what was read is put in order")
	case s.stream != "" && s.taken == 0:
		return say(pr, "Waiting for %s: nothing has come of it yet", cell.Clean(filepath.Base(s.stream)))
	case s.stream != "":
		return say(pr, "%s of %s have come; it is read when it ends", fileSize(s.taken), cell.Clean(filepath.Base(s.stream)))
	case s.rows == 0:
		return say(pr, "Finding out how the files are written")
	}
	parts := []string{say(pr, "%d rows", s.rows)}
	const steady = 300 * time.Millisecond // before it a rate says little
	if s.took >= steady {
		parts = append(parts, say(pr, "%s a second", chart.Count(roundRate(float64(s.rows)/s.took.Seconds()))))
		if done := s.done.share(); done > 0 {
			parts = append(parts, s.timeLeft(time.Duration(float64(s.took)*(1-done)/done)))
		}
	}
	return strings.Join(parts, " "+t.Glyphs.Dot+" ")
}

// roundRate keeps two figures: the others change faster than one can read.
func roundRate(v float64) int {
	unit := 1.0
	for v/unit >= 100 {
		unit *= 10
	}
	return int(v/unit) * int(unit)
}

// timeLeft writes a time to go in whole seconds, or minutes when there are many.
func (s *Loading) timeLeft(d time.Duration) string {
	pr := s.host.Printer()
	switch seconds := int(d.Seconds() + .5); {
	case seconds < 1:
		return say(pr, "less than a second left")
	case seconds < 90:
		return say(pr, "about %d s left", seconds)
	default:
		return say(pr, "about %d min left", (seconds+30)/60)
	}
}
