package screen

import (
	"context"
	"errors"
	"slices"
	"strings"

	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
)

// CompareView is the step Compare: the result against another method, or
// against its own past, as a table of customers that opens cell by cell.
type CompareView struct {
	host    Host
	methods []seg.Method
	result  *pipeline.Result // what the list and the table are about
	rivals  []rival
	at      int    // the rival compared with
	top     int    // first line of the list shown
	chosen  string // the id of the rival that the analyst chose
	onList  bool   // the list has the focus

	shown  *comparison // nil until computed
	figure figure      // what the cells show
	cursor chart.Cursor
	job    *compareJob // what was last started
	w, h   int
}

// compareJob is one comparison under way, or how it failed.
type compareJob struct {
	rival   rival
	done    gauge
	running bool
	trouble error
}

// NewCompare makes the screen.
func NewCompare(host Host) *CompareView {
	return &CompareView{host: host, methods: seg.Catalogue(), cursor: chart.Cursor{Cut: -1}}
}

// Place, Crumb and Typing implement [Screen].
func (s *CompareView) Place() string { return "compare" }
func (s *CompareView) Crumb() string { return "Compare" }
func (s *CompareView) Typing() bool  { return false }

// Refresh implements [Screen]. It starts nothing: every screen is refreshed at
// every change, and most are not seen.
func (s *CompareView) Refresh() {
	r := s.host.Session().Result
	if r == nil {
		*s = CompareView{host: s.host, methods: s.methods, cursor: s.cursor, w: s.w, h: s.h}
		return
	}
	if s.result != nil && s.result.Segmentation == r.Segmentation {
		return
	}
	if s.result != nil && s.result.Method.ID != r.Method.ID {
		s.chosen = ""
	}
	s.result, s.shown, s.job = r, nil, nil
	s.rivals = rivalsOf(r, s.host.Session().Before, s.methods)
	s.at = slices.IndexFunc(s.rivals, func(v rival) bool { return v.id == s.chosen })
	if s.at < 0 {
		s.at = firstRival(s.rivals, r.Method.ID, s.methods)
	}
}

// SetSize implements [Screen]. It is called when the screen comes into view,
// and so is where the comparison starts.
func (s *CompareView) SetSize(w, h int) {
	s.w, s.h = w, h
	if s.result != nil && s.job == nil && len(s.rivals) > 0 {
		s.start()
	}
}

// start compares with the rival chosen, outside the update loop.
func (s *CompareView) start() {
	job := &compareJob{rival: s.rivals[s.at], running: true}
	s.job = job
	line, current, pr := s.host.Session().Line, s.result, s.host.Printer()
	var c *comparison
	s.host.Start(Task{
		Name: "comparing",
		Work: func(ctx context.Context, report func(float64)) error {
			other, err := line.Run(ctx, job.rival.recipe, func(done float64) {
				job.done.set(done)
				report(done)
			})
			if err != nil {
				return err
			}
			c = compareResults(pr, current, other, job.rival.title)
			return ctx.Err()
		},
		Done: func(err error) {
			if job != s.job {
				return // another was asked for meanwhile
			}
			job.running, job.trouble, s.shown = false, err, nil
			if err == nil {
				s.show(c)
			}
		},
	})
}

// show puts a comparison on the screen. The cursor stays where it is.
func (s *CompareView) show(c *comparison) {
	s.shown = c
	s.cursor.X = min(max(s.cursor.X, 0), len(c.cols)-1)
	s.cursor.Y = min(max(s.cursor.Y, 0), len(c.rows)-1)
}

// choose compares with the rival at a place of the list.
func (s *CompareView) choose(at int) {
	at = min(max(at, 0), len(s.rivals)-1)
	if at == s.at {
		return
	}
	s.at, s.chosen = at, s.rivals[at].id
	s.start()
}

// Key implements [Screen].
func (s *CompareView) Key(k term.Key) bool {
	if len(s.rivals) == 0 {
		return false
	}
	if s.onList {
		return s.listKey(k)
	}
	if s.shown == nil {
		return false
	}
	dx, dy := arrow(k.Name)
	switch k.Name {
	case "0":
		dx = -len(s.shown.cols)
	case "$":
		dx = len(s.shown.cols)
	case "g", "home":
		dy = -len(s.shown.rows)
	case "G", "end":
		dy = len(s.shown.rows)
	}
	if dx == 0 && dy == 0 {
		return false
	}
	s.cursor = s.shown.grid.Move(s.cursor, dx, dy, s.w, s.h)
	return true
}

func (s *CompareView) listKey(k term.Key) bool {
	switch k.Name {
	case "up", "k":
		s.choose(s.at - 1)
	case "down", "j":
		s.choose(s.at + 1)
	case "g", "home":
		s.choose(0)
	case "G", "end":
		s.choose(len(s.rivals) - 1)
	default:
		return false
	}
	return true
}

// Mouse implements [Screen].
func (s *CompareView) Mouse(m term.Mouse) {
	if len(s.rivals) == 0 {
		return
	}
	list := s.listAt(m.X, m.Y)
	switch {
	case m.Action == term.Wheel && list:
		s.choose(s.at + m.DY)
	case m.Action == term.Wheel && s.shown != nil:
		s.cursor = s.shown.grid.Move(s.cursor, m.DX, m.DY, s.w, s.h)
	case m.Action == term.Press && list:
		s.onList = true
		if at, ok := s.rivalAt(m.Y); ok {
			s.choose(at)
		}
	case m.Action == term.Press:
		s.onList = false
	}
}

// Actions implements [Screen].
func (s *CompareView) Actions() map[string]Action {
	around := func(d int) func() {
		return func() {
			n := len(s.rivals)
			s.choose(((s.at+d)%n + n) % n)
		}
	}
	return map[string]Action{
		"compare.next":     {Do: around(1), Why: s.whyNoRival},
		"compare.previous": {Do: around(-1), Why: s.whyNoRival},
		"compare.pane":     {Do: func() { s.onList = !s.onList }, Why: s.whyNoRival},
		"compare.share":    {Do: func() { s.figure = s.shown.after(s.figure) }, Why: s.whyNotShown},
		"compare.drill":    {Do: s.drill, Why: s.whyNotDrill},
		"compare.copy":     {Do: s.copy, Why: s.whyNotShown},
	}
}

func (s *CompareView) whyNoRival() string {
	switch {
	case s.result == nil:
		return "there is no result yet; choose a method first (3)"
	case len(s.rivals) == 0:
		return "nothing else can run on this data"
	}
	return ""
}

func (s *CompareView) whyNotShown() string {
	if why := s.whyNoRival(); why != "" || s.shown != nil {
		return why
	}
	return "the comparison is not there yet"
}

func (s *CompareView) whyNotDrill() string {
	switch {
	case s.onList || s.stopped():
		return ""
	case s.whyNotShown() != "":
		return s.whyNotShown()
	case s.shown.counts[s.cursor.Y][s.cursor.X] == 0:
		return "there are no customers in this cell"
	}
	return ""
}

// stopped reports whether the last comparison was cancelled.
func (s *CompareView) stopped() bool {
	return s.job != nil && errors.Is(s.job.trouble, context.Canceled)
}

func (s *CompareView) members() []int32 { return s.shown.grid.Members(s.cursor, s.w, s.h) }

// drill opens the customers of the cell; from the list it goes to the table,
// and after a cancel it compares again.
func (s *CompareView) drill() {
	switch {
	case s.stopped():
		s.start()
	case s.onList:
		s.onList = false
	default:
		row, col := s.shown.rows[s.cursor.Y], s.shown.cols[s.cursor.X]
		s.host.Push(NewMembers(s.host, say(s.host.Printer(), "%s × %s", row, col), s.members()))
	}
}

func (s *CompareView) copy() {
	lines := s.shown.showing(s.host.Printer(), s.shown.grid, s.shown.data, s.figure).Table().Lines()
	s.host.Copy(strings.Join(lines, "\n"), "the table")
}
