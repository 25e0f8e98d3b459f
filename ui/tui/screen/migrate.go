package screen

import (
	"context"
	"errors"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/form"
	"custseg/ui/tui/session"
	"custseg/ui/tui/term"
)

// compareDates runs the method at two dates and shows who moved where: the
// dates at the left, below them what became of the customers, beside them the
// segments of both dates as a table.
type compareDates struct {
	host   Host
	result *pipeline.Result // whose method and scope the dates are of
	form   *form.Form
	span   span
	hold   bool              // the cuts of the first date hold at the second
	told   session.Comparing // what span and hold were made of

	shown *movement // nil until computed
	table tableView // of shown
	job   *migrateJob
	focus datePane
	at    int // the line of what became of customers
	w, h  int
}

// datePane is a part of the screen that can have the focus.
type datePane int

const (
	datesPane   datePane = iota // the dates
	movesPane                   // what became of customers
	migratePane                 // the table
	datePanes
)

// migrateJob is one plan being carried out, or how it failed.
type migrateJob struct {
	plan    pipeline.MigrationPlan
	done    gauge
	running bool
	trouble error
}

func newCompareDates(host Host) *compareDates {
	s := &compareDates{host: host, form: form.New(nil, form.English()), focus: migratePane,
		table: tableView{cursor: chart.Cursor{Cut: -1}, across: "Where %s are on %s", down: "Where %s were on %s"}}
	s.form.Validate = s.validate
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *compareDates) Place() string { return "migrate" }
func (s *compareDates) Crumb() string { return "Compare" }
func (s *compareDates) Typing() bool  { return s.form.Editing() }

// Refresh implements [Screen]. It starts nothing, see SetSize.
func (s *compareDates) Refresh() {
	r, told := s.host.Session().Result, s.host.Session().Comparing
	told.Split = model.NoDay // that of the bake-off
	same := r != nil && s.result != nil && s.result.Segmentation == r.Segmentation
	if same && s.told == told {
		return
	}
	if !same { // of other dates the table stays until theirs is there
		s.shown = nil
	}
	s.result, s.told, s.job = r, told, nil
	if r != nil {
		s.choose(told)
	}
}

// choose takes the dates chosen while they lie within the data, and else those
// proposed.
func (s *compareDates) choose(c session.Comparing) {
	s.span = newSpan(s.result.Customers)
	if c.From >= s.span.first && c.From < s.span.last && c.From < c.To {
		s.span.from, s.span.to = c.From, c.To
	}
	s.hold = c.Hold && s.whyNotHold() == ""
	s.form.SetFields(s.fields())
}

// SetSize implements [Screen]. It is called when the screen comes into view,
// and so is where the work starts.
func (s *compareDates) SetSize(w, h int) {
	s.w, s.h = w, h
	if s.result != nil && s.job == nil && s.whyNot() == "" {
		s.start()
	}
}

// whyNot says why the method cannot be held against its past.
func (s *compareDates) whyNot() string {
	pr := s.host.Printer()
	switch {
	case s.result == nil:
		return say(pr, "there is no result yet; choose a method first (3)")
	case s.span.first == model.NoDay:
		return say(pr, "the orders have no dates: map them under Roles (2)")
	}
	return ""
}

// plan is what the form says.
func (s *compareDates) plan() pipeline.MigrationPlan {
	return pipeline.MigrationPlan{Recipe: s.result.Recipe, From: s.span.from, To: s.span.to, HoldCuts: s.hold}
}

// start carries out the plan, outside the update loop.
func (s *compareDates) start() {
	job := &migrateJob{plan: s.plan(), running: true}
	s.job = job
	line, pr := s.host.Session().Line, s.host.Printer()
	var m *movement
	s.host.Start(Task{
		Name: "comparing dates", Lasting: true,
		Work: func(ctx context.Context, report func(float64)) error {
			found, err := line.Migrate(ctx, job.plan, func(done float64) {
				job.done.set(done)
				report(done)
			})
			if err != nil {
				return err
			}
			m = newMovement(pr, found)
			return ctx.Err()
		},
		Done: func(err error) {
			if job != s.job {
				return // other dates were asked for meanwhile
			}
			job.running, job.trouble, s.shown = false, err, nil
			if err == nil {
				s.show(m)
			}
		},
	})
}

// show puts what was found on the screen.
func (s *compareDates) show(m *movement) {
	s.shown = m
	s.table.set(m.table)
	s.at = min(s.at, len(m.lines)-1)
}

// stopped reports whether the work was cancelled.
func (s *compareDates) stopped() bool {
	return s.job != nil && errors.Is(s.job.trouble, context.Canceled)
}

// Key implements [Screen]. Digits are left to the steps unless a date is being
// typed.
func (s *compareDates) Key(k term.Key) bool {
	switch {
	case s.whyNot() != "":
		return false
	case s.focus == datesPane:
		if !s.form.Editing() && strings.Contains("0123456789-.", k.Name) {
			return false
		}
		change, used := s.form.Key(k)
		s.change(change)
		return used
	case s.shown == nil:
		return false
	case s.focus == movesPane:
		return s.moveKey(k.Name)
	}
	return s.table.key(k.Name)
}

// moveKey goes through what became of customers.
func (s *compareDates) moveKey(name string) bool {
	_, dy := arrow(name)
	switch name {
	case "g", "home":
		dy = -len(s.shown.lines)
	case "G", "end":
		dy = len(s.shown.lines)
	}
	if dy == 0 {
		return false
	}
	s.at = min(max(s.at+dy, 0), len(s.shown.lines)-1)
	return true
}

// Mouse implements [Screen].
func (s *compareDates) Mouse(m term.Mouse) {
	if s.whyNot() != "" {
		return
	}
	side := m.X < s.sideWidth()
	switch {
	case m.Action == term.Wheel && side && s.focus == datesPane:
		s.form.Wheel(m.DY)
	case m.Action == term.Wheel && side && s.shown != nil:
		s.at = min(max(s.at+m.DY, 0), len(s.shown.lines)-1)
	case m.Action == term.Wheel && s.shown != nil:
		s.table.move(m.DX, m.DY)
	case m.Action != term.Press:
	case side && m.Y < s.formHeight():
		s.focus = datesPane
		change, _ := s.form.Click(m.X, m.Y)
		s.change(change)
	case side:
		s.focus = movesPane
		if s.shown == nil {
			return
		}
		top, rows := s.movesWindow()
		if y := m.Y - s.formHeight() - movesHead; y >= 0 && y < rows {
			if i := s.moveAt(top + y); i >= 0 {
				s.at = i
			}
		}
	default:
		s.focus = migratePane
	}
}

// Actions implements [Screen].
func (s *compareDates) Actions() map[string]Action {
	around := func(d datePane) func() { return func() { s.focus = (s.focus + d + datePanes) % datePanes } }
	return map[string]Action{
		"migrate.pane":      {Do: around(1), Why: s.whyNot},
		"migrate.pane.back": {Do: around(-1), Why: s.whyNot},
		"migrate.longer":    {Do: func() { s.stepPeriod(1) }, Why: s.whyNot},
		"migrate.shorter":   {Do: func() { s.stepPeriod(-1) }, Why: s.whyNot},
		"migrate.hold":      {Do: s.switchHold, Why: s.whyNotHold},
		"migrate.share":     {Do: func() { s.table.figure = s.table.after(s.table.figure) }, Why: s.whyNotShown},
		"migrate.drill":     {Do: s.drill, Why: s.whyNotDrill},
		"migrate.copy":      {Do: s.copy, Why: s.whyNotShown},
	}
}

func (s *compareDates) whyNotShown() string {
	if why := s.whyNot(); why != "" || s.shown != nil {
		return why
	}
	return say(s.host.Printer(), "the comparison is not there yet")
}

func (s *compareDates) whyNotDrill() string {
	pr := s.host.Printer()
	switch {
	case s.stopped():
		return ""
	case s.whyNotShown() != "":
		return s.whyNotShown()
	case s.focus == movesPane && s.shown.lines[s.at].count == 0, s.focus == migratePane && s.table.empty():
		return say(pr, "there are no customers here")
	}
	return ""
}

// drill opens the customers of the cell or of the line; after a cancel it
// compares again.
func (s *compareDates) drill() {
	switch {
	case s.stopped():
		s.start()
	case s.focus == datesPane:
		s.focus = migratePane
	default:
		s.host.Push(s.movers())
	}
}

// movers lists the customers of the line or of the cell under the cursor who are
// in the result, with their segments on both dates.
func (s *compareDates) movers() *moversList {
	title, places := s.table.crumb(s.host.Printer()), s.table.members(s.table.cursor)
	if s.focus == movesPane {
		l := s.shown.lines[s.at]
		title, places = l.title, s.shown.of(l)
	}
	movers := s.shown.among(s.host.Session().Result.Customers, places)
	if gone := len(places) - len(movers); gone > 0 {
		s.host.Say(say(s.host.Printer(), "%d of them are not among the customers of the result, and are not listed", gone))
	}
	return newMovers(s.host, title, movers, s.shown)
}

func (s *compareDates) copy() {
	pr := s.host.Printer()
	lines := s.shown.table.table(pr, s.table.figure).Lines()
	if s.focus == movesPane {
		lines = s.shown.words(pr)
	}
	s.host.Copy(strings.Join(lines, "\n"), say(pr, "the table"))
}

// output implements [comparing].
func (s *compareDates) output() *output {
	if s.shown == nil {
		return nil
	}
	document, plan := s.shown.document, s.shown.Plan
	return &output{
		title: model.P("%s from %s to %s", s.result.Method.Name, plan.From.String(), plan.To.String()),
		name:  strings.Join([]string{s.result.Method.ID, plan.From.String(), plan.To.String()}, "-"), personal: true,
		write: func(ctx context.Context, path string, o export.Options, report func(float64)) error {
			return export.WriteMigration(ctx, path, document, o, report)
		},
	}
}
