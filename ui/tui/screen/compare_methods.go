package screen

import (
	"context"
	"errors"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
)

// compareMethods holds the result against another method, or against its own
// under other settings, as a table of customers that opens cell by cell.
type compareMethods struct {
	host    Host
	methods []seg.Method
	result  *pipeline.Result // what the list and the table are about
	rivals  []rival
	at      int    // the rival compared with
	top     int    // first line of the list shown
	chosen  string // the id of the rival that the analyst chose
	onList  bool   // the list has the focus

	shown *comparison // nil until computed
	table tableView   // of shown
	job   *compareJob // what was last started
	w, h  int
}

// compareJob is one comparison under way, or how it failed.
type compareJob struct {
	rival   rival
	done    gauge
	running bool
	trouble error
}

// newCompareMethods makes the screen.
func newCompareMethods(host Host) *compareMethods {
	return &compareMethods{host: host, methods: seg.Catalogue(), table: tableView{cursor: chart.Cursor{Cut: -1},
		across: "Where %s are by %s", down: "Where %s are by %s"}}
}

// Place, Crumb and Typing implement [Screen].
func (s *compareMethods) Place() string { return "compare" }
func (s *compareMethods) Crumb() string { return "Compare" }
func (s *compareMethods) Typing() bool  { return false }

// Refresh implements [Screen]. It starts nothing: every screen is refreshed at
// every change, and most are not seen.
func (s *compareMethods) Refresh() {
	r := s.host.Session().Result
	if r == nil {
		*s = compareMethods{host: s.host, methods: s.methods, table: s.table, w: s.w, h: s.h}
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
		s.at = firstRival(s.rivals, seg.Suggest(r.Customers))
	}
}

// SetSize implements [Screen]. It is called when the screen comes into view,
// and so is where the comparison starts.
func (s *compareMethods) SetSize(w, h int) {
	s.w, s.h = w, h
	if s.result != nil && s.job == nil && len(s.rivals) > 0 {
		s.start()
	}
}

// start compares with the rival chosen, outside the update loop.
func (s *compareMethods) start() {
	job := &compareJob{rival: s.rivals[s.at], running: true}
	s.job = job
	line, current, pr := s.host.Session().Line, s.result, s.host.Printer()
	var c *comparison
	s.host.Start(Task{
		Name: "comparing", Lasting: true,
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

// show puts a comparison on the screen.
func (s *compareMethods) show(c *comparison) {
	s.shown = c
	s.table.set(c.table)
}

// take compares with a method, as soon as the screen is seen.
func (s *compareMethods) take(method string) {
	at := slices.IndexFunc(s.rivals, func(v rival) bool { return v.id == method })
	s.chosen = method
	if at >= 0 && at != s.at {
		s.at, s.job, s.shown = at, nil, nil
	}
}

// choose compares with the rival at a place of the list.
func (s *compareMethods) choose(at int) {
	at = min(max(at, 0), len(s.rivals)-1)
	if at == s.at {
		return
	}
	s.at, s.chosen = at, s.rivals[at].id
	s.start()
}

// Key implements [Screen].
func (s *compareMethods) Key(k term.Key) bool {
	if len(s.rivals) == 0 {
		return false
	}
	if s.onList {
		return s.listKey(k)
	}
	if s.shown == nil {
		return false
	}
	return s.table.key(k.Name)
}

func (s *compareMethods) listKey(k term.Key) bool {
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
func (s *compareMethods) Mouse(m term.Mouse) {
	if len(s.rivals) == 0 {
		return
	}
	list := s.listAt(m.X, m.Y)
	switch {
	case m.Action == term.Wheel && list:
		s.choose(s.at + m.DY)
	case m.Action == term.Wheel && s.shown != nil:
		s.table.move(m.DX, m.DY)
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
func (s *compareMethods) Actions() map[string]Action {
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
		"compare.share":    {Do: func() { s.table.figure = s.table.after(s.table.figure) }, Why: s.whyNotShown},
		"compare.drill":    {Do: s.drill, Why: s.whyNotDrill},
		"compare.copy":     {Do: s.copy, Why: s.whyNotShown},
		"compare.take":     {Do: s.goOn, Why: s.whyNoRival},
	}
}

func (s *compareMethods) whyNoRival() string {
	switch {
	case s.result == nil:
		return "there is no result yet; choose a method first (3)"
	case len(s.rivals) == 0:
		return "nothing else can run on this data"
	}
	return ""
}

func (s *compareMethods) whyNotShown() string {
	if why := s.whyNoRival(); why != "" || s.shown != nil {
		return why
	}
	return "the comparison is not there yet"
}

func (s *compareMethods) whyNotDrill() string {
	switch {
	case s.onList || s.stopped():
		return ""
	case s.whyNotShown() != "":
		return s.whyNotShown()
	case s.table.empty():
		return "there are no customers in this cell"
	}
	return ""
}

// stopped reports whether the last comparison was cancelled.
func (s *compareMethods) stopped() bool {
	return s.job != nil && errors.Is(s.job.trouble, context.Canceled)
}

// drill opens the customers of the cell; from the list it goes to the table,
// and after a cancel it compares again.
func (s *compareMethods) drill() {
	switch {
	case s.stopped():
		s.start()
	case s.onList:
		s.onList = false
	default:
		s.host.Push(s.members())
	}
}

// members lists the customers of the cell under the cursor.
func (s *compareMethods) members() *Members {
	return NewMembers(s.host, s.table.crumb(s.host.Printer()), s.table.members(s.table.cursor))
}

// goOn puts the rival in force in the place of the result.
func (s *compareMethods) goOn() {
	session, r := s.host.Session(), s.rivals[s.at]
	session.Propose(r.recipe, say(s.host.Printer(), "%s", r.title))
	s.host.Go(Segments)
}

func (s *compareMethods) copy() {
	lines := s.shown.table.table(s.host.Printer(), s.table.figure).Lines()
	s.host.Copy(strings.Join(lines, "\n"), "the table")
}

// output implements [comparing].
func (s *compareMethods) output() *output {
	if s.shown == nil {
		return nil
	}
	c, r := s.shown, s.rivals[s.at]
	return &output{
		title: model.P("%s against %s", c.row, c.col), name: s.result.Method.ID + "-" + r.id, personal: true,
		write: func(ctx context.Context, path string, o export.Options, report func(float64)) error {
			return export.WriteComparison(ctx, path, c.Document(s.host.Printer()), o, report)
		},
	}
}
