package screen

import (
	"context"
	"errors"

	"custseg/model"
	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// methodLook shows the segments that a method makes of the customers of the
// recipe, while the method in force stays in force. It lies over the bake-off.
type methodLook struct {
	host   Host
	spec   seg.Spec
	told   string // what came of the method in the bake-off
	recipe model.Recipe

	result *pipeline.Result // nil until computed
	rows   *segmentRows
	table  *grid.Grid
	job    *lookJob // what was last started
	w, h   int
}

// lookJob is one run of the method, or how it failed.
type lookJob struct {
	done    gauge
	running bool
	trouble error
}

// newLook opens the result of a method of the catalogue, with a sentence of what
// came of it in the bake-off.
func newLook(host Host, spec seg.Spec, told string) *methodLook {
	return &methodLook{host: host, spec: spec, told: told}
}

// Place, Crumb and Typing implement [Screen].
func (s *methodLook) Place() string { return "look" }
func (s *methodLook) Crumb() string { return say(s.host.Printer(), "%s", s.spec.Name) }
func (s *methodLook) Typing() bool  { return false }

// Refresh implements [Screen]: the method runs anew when the customers or its
// own parameters are others.
func (s *methodLook) Refresh() {
	if recipe := s.host.Session().Recipe.WithMethod(s.spec.ID); s.job == nil || !recipe.SameResult(s.recipe) {
		s.recipe, s.result = recipe, nil
		s.start()
	}
}

// start runs the method, outside the update loop.
func (s *methodLook) start() {
	job, line := &lookJob{running: true}, s.host.Session().Line
	s.job = job
	var found *pipeline.Result
	s.host.Start(Task{
		Name: "looking",
		Work: func(ctx context.Context, report func(float64)) (err error) {
			found, err = line.Run(ctx, s.recipe, func(done float64) {
				job.done.set(done)
				report(done)
			})
			return err
		},
		Done: func(err error) {
			if job != s.job {
				return // another was asked for meanwhile
			}
			if job.running, job.trouble = false, err; err == nil {
				s.show(found)
			}
		},
	})
}

// show puts a result on the screen.
func (s *methodLook) show(r *pipeline.Result) {
	s.result, s.rows = r, newSegmentRows(s.host, r, nil, s.w)
	s.table = grid.New(s.rows)
	s.table.SetFrozen(1)
}

// SetSize implements [Screen].
func (s *methodLook) SetSize(w, h int) { s.w, s.h = w, h }

// stopped reports whether the run was cancelled.
func (s *methodLook) stopped() bool {
	return s.job != nil && errors.Is(s.job.trouble, context.Canceled)
}

// selected is the number of the segment under the cursor.
func (s *methodLook) selected() int {
	row, _ := s.table.Cursor()
	return s.rows.number(row)
}

// Key implements [Screen].
func (s *methodLook) Key(k term.Key) bool { return s.result != nil && s.table.Key(k.Name) }

// Mouse implements [Screen]; a second click on a segment opens its customers.
func (s *methodLook) Mouse(m term.Mouse) {
	switch {
	case s.result == nil:
	case m.Action == term.Wheel:
		s.table.Wheel(m.DY)
	case m.Action == term.Press:
		before, _ := s.table.Cursor()
		switch hit := s.table.Click(m.X, m.Y-lookHead); {
		case hit.Header:
			keys := s.table.Sort()
			s.sortBy(hit.Col, len(keys) != 1 || keys[0].Col != hit.Col || !keys[0].Desc)
		case hit.Row >= 0 && hit.Row == before && s.whyNotDrill() == "":
			s.drill()
		}
	}
}

// Actions implements [Screen].
func (s *methodLook) Actions() map[string]Action {
	sort := func(desc bool) func() { return func() { _, col := s.table.Cursor(); s.sortBy(col, desc) } }
	return map[string]Action{
		"look.drill":     {Do: s.drill, Why: s.whyNotDrill},
		"look.take":      {Do: func() { takeMethod(s.host, s.spec) }, Why: func() string { return whyNotTake(s.host, s.spec.ID) }},
		"look.sort.up":   {Do: sort(false), Why: s.whyNotShown},
		"look.sort.down": {Do: sort(true), Why: s.whyNotShown},
	}
}

func (s *methodLook) sortBy(col int, desc bool) {
	keys := []grid.Key{{Col: col, Desc: desc}}
	s.table.SetRows(grid.Order(s.rows, keys)) // as many as there are segments
	s.table.SetSort(keys)
}

func (s *methodLook) whyNotShown() string {
	if s.result == nil {
		return say(s.host.Printer(), "the segments are not there yet")
	}
	return ""
}

func (s *methodLook) whyNotDrill() string {
	pr := s.host.Printer()
	switch {
	case s.stopped():
		return ""
	case s.result == nil:
		return s.whyNotShown()
	case s.host.Session().Result == nil:
		return say(pr, "customers are listed once a method is in force: x takes this one")
	case len(s.result.Segmentation.Members(s.selected())) == 0:
		return say(pr, "there are no customers in this segment")
	}
	return ""
}

// drill lists the customers of the segment under the cursor; after a cancel it
// runs the method again.
func (s *methodLook) drill() {
	if s.stopped() {
		s.start()
		return
	}
	s.host.Push(s.members())
}

// members lists the customers of the segment under the cursor who are in the
// result in force.
func (s *methodLook) members() *Members {
	number, pr, now := s.selected(), s.host.Printer(), s.host.Session().Result.Customers
	names := compareNames(pr, s.result)
	members := sameCustomers(s.result.Segmentation.Members(number), s.result.Customers, now)
	placed := make([]string, now.Len())
	for _, m := range members {
		placed[m] = names[number]
	}
	by := say(pr, "By %s", s.spec.Name)
	list := &Members{host: s.host, title: names[number], table: newCustomerTable(s.host, names[number], members, true)}
	list.table.add([]customerColumn{{key: "segment by " + s.spec.ID, title: by, values: model.TextsOf(by, placed)}})
	return list
}

// whyNotTake says why a method cannot be put in force.
func whyNotTake(host Host, id string) string {
	if host.Session().Recipe.Method == id {
		return say(host.Printer(), "it is the method in force")
	}
	return ""
}

// takeMethod puts a method in force, as a change that undo takes back, and goes
// to its segments.
func takeMethod(host Host, spec seg.Spec) {
	session, pr := host.Session(), host.Printer()
	text := say(pr, "%s is in force; 5 goes back to the bake-off", spec.Name)
	if before, err := seg.Lookup(session.Recipe.Method); err == nil {
		text = say(pr, "%s is in force; u goes back to %s, 5 to the bake-off", spec.Name, before.Spec().Name)
	}
	session.Propose(session.Recipe.WithMethod(spec.ID), say(pr, "method %s", spec.ID))
	host.Go(Segments)
	host.Say(text)
}
