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
	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// compareBakeOff lets all methods compete: fitted on what was known on one day,
// judged by what the customers did after it. Methods appear in the table as
// they finish.
type compareBakeOff struct {
	host    Host
	compare func(method string) // holds the result against a method

	form      *form.Form
	onForm    bool             // the settings have the focus
	split     model.Day        // as chosen, NoDay for the one proposed
	customers *model.Customers // who are judged

	job   *bakeOffJob   // what is shown, nil for nothing yet
	ended []*bakeOffJob // the last that came to their end, the newest first
	table *grid.Grid
	rows  *contenderRows
	head  int // lines above a table that has the whole width, as last drawn
	w, h  int
}

func newCompareBakeOff(host Host, compare func(method string)) *compareBakeOff {
	s := &compareBakeOff{host: host, compare: compare, split: model.NoDay, form: form.New(nil, form.English())}
	s.form.Validate = s.validate
	s.fill()
	return s
}

// Place, Crumb and Typing implement [Screen].
func (s *compareBakeOff) Place() string { return "bakeoff" }
func (s *compareBakeOff) Crumb() string { return "Compare" }
func (s *compareBakeOff) Typing() bool  { return s.form.Editing() }

// Refresh implements [Screen]. It starts nothing. What was found stays while the
// customers and the split are the same, whatever method is in force, and comes
// back when they are so again. The split chosen holds while it lies within the
// orders.
func (s *compareBakeOff) Refresh() {
	session := s.host.Session()
	s.customers, s.split = session.Customers, session.Comparing.Split
	if c := s.customers; c != nil && (s.split < c.First || s.split >= c.Last) {
		s.split = model.NoDay
	}
	if s.job != nil && !s.job.holds(s.split, session.Recipe) {
		s.job = nil
		if i := slices.IndexFunc(s.ended, func(j *bakeOffJob) bool { return j.holds(s.split, session.Recipe) }); i >= 0 {
			s.job = s.ended[i]
		}
		s.fill()
	}
	s.form.SetFields(s.fields())
}

// SetSize implements [Screen]. It is called when the screen comes into view,
// and so is where the methods start.
func (s *compareBakeOff) SetSize(w, h int) {
	s.w, s.h = w, h
	if s.job == nil && s.whyNot() == "" {
		s.start()
	}
}

// whyNot says why nothing can be judged.
func (s *compareBakeOff) whyNot() string {
	pr, c := s.host.Printer(), s.customers
	switch {
	case c == nil:
		return say(pr, "there are no customers yet: press 2 for the roles")
	case c.First == model.NoDay || c.Orders() == nil:
		return say(pr, "methods are judged by what customers bought later, and this data has no orders with dates: map them under Roles (2)")
	}
	return ""
}

// follow shows what has been judged since the table was last filled. The cursor
// stays at the top, or with its method once it was moved.
func (s *compareBakeOff) follow() {
	if s.job == nil || s.job.judged() == len(s.rows.list) && s.rows.whole == (s.job.found != nil) {
		return
	}
	row, col := s.table.Cursor()
	at := ""
	if row > 0 {
		at = s.rows.list[row].ID
	}
	keys := s.table.Sort()
	s.fill()
	if i := s.rows.place(at); i >= 0 {
		s.table.SetCursor(i, col)
	}
	s.sortBy(keys)
}

// fill makes the table of what has been judged.
func (s *compareBakeOff) fill() {
	session := s.host.Session()
	s.rows = &contenderRows{pr: s.host.Printer(), method: session.Recipe.Method}
	if s.job != nil {
		s.rows.list = s.job.sofar()
		s.rows.whole = s.job.found != nil
	}
	if s.table == nil {
		s.table = grid.New(s.rows)
		s.table.SetFrozen(2)
		s.table.SetEmpty("")
		return
	}
	s.table.SetSource(s.rows)
	s.table.SetSort(nil)
}

func (s *compareBakeOff) sortBy(keys []grid.Key) {
	if len(keys) == 0 {
		s.table.SetRows(nil)
	} else {
		s.table.SetRows(grid.Order(s.rows, keys)) // as many as there are methods
	}
	s.table.SetSort(keys)
}

// stopped reports whether the work was cancelled.
func (s *compareBakeOff) stopped() bool {
	return s.job != nil && errors.Is(s.job.trouble, context.Canceled)
}

// selected returns the contender under the cursor, nil for none.
func (s *compareBakeOff) selected() *pipeline.Contender {
	row, _ := s.table.Cursor()
	if row < 0 || row >= len(s.rows.list) {
		return nil
	}
	return s.rows.list[row]
}

// Key implements [Screen]. Digits are left to the steps unless a date is being
// typed.
func (s *compareBakeOff) Key(k term.Key) bool {
	switch {
	case s.whyNot() != "":
		return false
	case !s.onForm:
		return s.table.Key(k.Name)
	case !s.form.Editing() && strings.Contains("0123456789-.", k.Name):
		return false
	}
	change, used := s.form.Key(k)
	s.change(change)
	return used
}

// Mouse implements [Screen].
func (s *compareBakeOff) Mouse(m term.Mouse) {
	if s.whyNot() != "" {
		return
	}
	side := s.sideWidth()
	switch {
	case m.X < side && m.Y < s.formHeight() && m.Action == term.Press:
		s.onForm = true
		change, _ := s.form.Click(m.X, m.Y)
		s.change(change)
	case m.X < side:
	case m.Action == term.Wheel:
		s.table.Wheel(m.DY)
	case m.Action == term.Press:
		s.onForm = false
		x, y := m.X, m.Y
		if side > 0 {
			x -= side + 1
		} else {
			y -= s.head
		}
		before, _ := s.table.Cursor()
		switch hit := s.table.Click(x, y); {
		case hit.Header:
			keys := s.table.Sort()
			s.sortBy([]grid.Key{{Col: hit.Col, Desc: len(keys) != 1 || keys[0].Col != hit.Col || !keys[0].Desc}})
		case hit.Row >= 0 && hit.Row == before && s.whyNotLook() == "":
			s.look()
		}
	}
}

// Actions implements [Screen].
func (s *compareBakeOff) Actions() map[string]Action {
	sort := func(desc bool) func() {
		return func() { _, col := s.table.Cursor(); s.sortBy([]grid.Key{{Col: col, Desc: desc}}) }
	}
	return map[string]Action{
		"bakeoff.look":      {Do: s.look, Why: s.whyNotLook},
		"bakeoff.take":      {Do: func() { takeMethod(s.host, s.spec()) }, Why: s.whyNotTake},
		"bakeoff.compare":   {Do: func() { s.compare(s.selected().ID) }, Why: s.whyNotCompare},
		"bakeoff.again":     {Do: s.start, Why: s.whyNot},
		"bakeoff.skip":      {Do: s.skip, Why: s.whyNotSkip},
		"bakeoff.pane":      {Do: func() { s.onForm = !s.onForm }, Why: s.whyNot},
		"bakeoff.sort.up":   {Do: sort(false), Why: s.whyEmpty},
		"bakeoff.sort.down": {Do: sort(true), Why: s.whyEmpty},
		"bakeoff.order":     {Do: func() { s.sortBy(nil) }, Why: s.whyEmpty},
		"bakeoff.copy":      {Do: s.copy, Why: s.whyEmpty},
	}
}

func (s *compareBakeOff) whyEmpty() string {
	if why := s.whyNot(); why != "" || len(s.rows.list) > 0 {
		return why
	}
	return say(s.host.Printer(), "no method is judged yet")
}

// skip gives up the method that is being judged: the others go on.
func (s *compareBakeOff) skip() {
	if method, skip := s.job.atWork(); skip != nil {
		skip()
		s.host.Say(say(s.host.Printer(), "Skipped %s: r judges all methods again", method))
	}
}

// whyNotSkip says why no method can be given up.
func (s *compareBakeOff) whyNotSkip() string {
	if why := s.whyNot(); why != "" {
		return why
	}
	if s.job != nil {
		if _, skip := s.job.atWork(); skip != nil {
			return ""
		}
	}
	return say(s.host.Printer(), "no method is being judged")
}

// whyNotLook says why there is no result of the method under the cursor.
func (s *compareBakeOff) whyNotLook() string {
	pr, c := s.host.Printer(), s.selected()
	switch {
	case s.whyEmpty() != "":
		return s.whyEmpty()
	case s.onForm:
		return say(pr, "go to the methods with Tab first")
	case c.Baseline:
		return say(pr, "this is what methods are held against, and no method itself")
	case c.Standing == pipeline.Unable:
		return say(pr, "%s", c.Why)
	}
	return ""
}

// whyNotTake says why the method under the cursor cannot be put in force.
func (s *compareBakeOff) whyNotTake() string {
	if why := s.whyNotLook(); why != "" {
		return why
	}
	return whyNotTake(s.host, s.selected().ID)
}

// whyNotCompare says why the result cannot be held against the method under the
// cursor.
func (s *compareBakeOff) whyNotCompare() string {
	pr, r := s.host.Printer(), s.host.Session().Result
	switch why := s.whyNotLook(); {
	case why != "":
		return why
	case r == nil:
		return say(pr, "there is no result to compare it with: x takes it, Enter looks at it")
	case r.Method.ID == s.selected().ID:
		return say(pr, "it is the method in force")
	}
	return ""
}

// spec is that of the method under the cursor, which is one of the catalogue.
func (s *compareBakeOff) spec() seg.Spec {
	m, err := seg.Lookup(s.selected().ID)
	if err != nil {
		return seg.Spec{ID: s.selected().ID, Name: s.selected().Name}
	}
	return m.Spec()
}

// look opens the result of the method under the cursor; the method in force
// stays.
func (s *compareBakeOff) look() {
	head, _ := s.rows.about(s.selected(), nameColumn)
	s.host.Push(newLook(s.host, s.spec(), head))
}

func (s *compareBakeOff) copy() {
	t := chart.Table{Title: say(s.host.Printer(), "%s", s.title()), Words: 2}
	for _, c := range s.rows.Columns() {
		t.Head = append(t.Head, c.Title)
	}
	for i := range s.rows.list {
		var row []string
		for j := range t.Head {
			row = append(row, s.rows.Text(i, j))
		}
		t.Rows = append(t.Rows, row)
	}
	s.host.Copy(strings.Join(t.Lines(), "\n"), "the table")
}

// title names the bake-off by its split.
func (s *compareBakeOff) title() model.Phrase {
	return model.P("Bake-off of methods that know customers up to %s", s.splitDay().String())
}

// output implements [comparing]: a file holds a bake-off that came to its end.
func (s *compareBakeOff) output() *output {
	if s.job == nil || s.job.found == nil {
		return nil
	}
	document := s.job.found.Document(s.host.Printer(), s.job.recipe)
	data := s.host.Session().Data()
	return &output{title: s.title(), name: "bakeoff",
		write: func(ctx context.Context, path string, o export.Options, _ func(float64)) error {
			return document.Write(ctx, path, data, o.Force)
		}}
}

// tuned reports whether the method in force, as it was judged, had other
// settings than it has now.
func (s *compareBakeOff) tuned() bool {
	r := s.host.Session().Recipe
	if s.job == nil || r.Method == "" || r.SameResult(s.job.recipe) {
		return false
	}
	then := s.job.recipe
	if then.Method != r.Method { // it was judged at its defaults
		then = then.WithMethod(r.Method)
	}
	return !r.Equal(then) && slices.ContainsFunc(s.rows.list, func(c *pipeline.Contender) bool { return c.ID == r.Method })
}
