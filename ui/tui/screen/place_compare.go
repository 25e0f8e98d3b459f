package screen

import (
	"slices"

	"custseg/ui/tui/chart"
	"custseg/ui/tui/store"
)

// Locate implements [Located].
func (s *CompareView) Locate(p *store.Place) {
	chosen := s.host.Session().Comparing
	c := &store.Comparing{Way: wayName(s.at), From: chosen.From, To: chosen.To, Hold: chosen.Hold, Split: chosen.Split}
	s.methods.locate(c)
	s.dates.locate(c)
	s.bakeOff.locate(c)
	p.Comparing = c
}

// wayName is how a way to compare is called in a session.
func wayName(way int) string { return [...]string{"", "dates", "bakeoff"}[way] }

// Restore implements [Restorer]. The dates and the split are the session's.
func (s *CompareView) Restore(p store.Place) {
	s.Refresh()
	if p.Comparing == nil {
		return
	}
	for way := range s.all() {
		if wayName(way) == p.Comparing.Way {
			s.at = way
		}
	}
	s.methods.restore(*p.Comparing)
	s.dates.restore(*p.Comparing)
	s.bakeOff.onForm = false
}

// Reopen implements [Opener].
func (s *CompareView) Reopen(p store.Place) bool {
	switch {
	case p.Comparing == nil:
		return true
	case s.at == byBakeOff:
		return s.bakeOff.reopen(p)
	case !p.Listed || s.waits():
		return true
	case s.at == byDates:
		return s.dates.reopen(p)
	}
	return s.methods.reopen(p)
}

// The names of panes in a session.
const (
	paneList  = "list"  // the rivals
	paneDates = "dates" // the form
	paneMoves = "moves" // what became of customers
)

// locate tells how the table is seen.
func (v *tableView) locate(pane string) store.Cross {
	return store.Cross{X: v.cursor.X, Y: v.cursor.Y, Figure: int(v.figure), Pane: pane}
}

// restore shows the table as it was left, or will when it is there.
func (v *tableView) restore(c store.Cross) {
	v.cursor, v.figure = chart.Cursor{X: max(c.X, 0), Y: max(c.Y, 0), Cut: -1}, figure(max(c.Figure, 0))
	if v.crossTab != nil {
		v.set(v.crossTab)
	}
}

func (s *compareMethods) locate(c *store.Comparing) {
	pane := ""
	if s.onList {
		pane = paneList
	}
	c.Methods = s.table.locate(pane)
	if s.at < len(s.rivals) {
		c.Rival = s.rivals[s.at].id
	}
}

func (s *compareMethods) restore(c store.Comparing) {
	if len(s.rivals) > 0 {
		s.take(c.Rival)
		s.onList = c.Methods.Pane == paneList
	}
	s.table.restore(c.Methods)
}

func (s *compareMethods) reopen(p store.Place) bool {
	switch {
	case s.shown == nil:
		return s.job == nil || !s.job.running
	case s.onList || s.table.empty():
		return true
	}
	list := s.members()
	list.table.restore(p.Customers)
	s.host.Push(list)
	return false
}

func (s *compareDates) locate(c *store.Comparing) {
	c.Dates = s.table.locate([...]string{paneDates, paneMoves, ""}[s.focus])
	c.Move = s.at + 1
}

func (s *compareDates) restore(c store.Comparing) {
	s.at, s.focus = max(c.Move-1, 0), migratePane
	switch c.Dates.Pane {
	case paneDates:
		s.focus = datesPane
	case paneMoves:
		s.focus = movesPane
	}
	s.table.restore(c.Dates)
}

func (s *compareDates) reopen(p store.Place) bool {
	switch {
	case s.shown == nil:
		return s.job == nil || !s.job.running
	case s.focus == datesPane || s.whyNotDrill() != "":
		return true
	}
	list := s.movers()
	list.table.restore(p.Customers)
	s.host.Push(list)
	return false
}

func (s *compareBakeOff) locate(c *store.Comparing) {
	if at := s.selected(); at != nil {
		c.Contender, c.Ranks = at.ID, keptList(s.table, listKeys(s.rows))
	}
}

// reopen puts the cursor on the contender that it was on, once all are judged,
// and opens its segments if they were open.
func (s *compareBakeOff) reopen(p store.Place) bool {
	if s.job == nil || s.job.running {
		return s.job == nil
	}
	s.follow()
	row := s.rows.place(p.Comparing.Contender)
	if row < 0 {
		return true
	}
	if l := p.Comparing.Ranks; l != nil {
		keys := listKeys(s.rows)
		s.sortBy(sortKeys(l.Sort, keys))
		s.table.SetCursor(row, max(0, slices.Index(keys, l.Column)))
	}
	if p.Look == nil || s.whyNotLook() != "" {
		return true
	}
	s.look()
	return false
}

// Locate implements [Located].
func (s *methodLook) Locate(p *store.Place) {
	p.Look = &store.List{}
	if s.table != nil {
		p.Look = keptList(s.table, listKeys(s.rows))
	}
}

// Reopen implements [Opener].
func (s *methodLook) Reopen(p store.Place) bool {
	if s.result == nil {
		return !s.job.running
	}
	keys := listKeys(s.rows)
	by := sortKeys(p.Look.Sort, keys)
	if len(by) == 1 {
		s.sortBy(by[0].Col, by[0].Desc)
	}
	s.table.SetCursor(p.Look.Row-1, max(0, slices.Index(keys, p.Look.Column)))
	if !p.Listed || s.whyNotDrill() != "" {
		return true
	}
	list := s.members()
	list.table.restore(p.Customers)
	s.host.Push(list)
	return false
}
