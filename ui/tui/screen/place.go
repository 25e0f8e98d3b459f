package screen

import (
	"slices"

	"custseg/ui/tui/chart"
	"custseg/ui/tui/store"
)

// Located is a screen that can tell a part of the place that the analyst is at.
type Located interface {
	Locate(*store.Place)
}

// Restorer is the screen of a step that can be as it was left. Restore is called
// once the session has the customers, and the result if there is one.
type Restorer interface {
	Located
	Restore(store.Place)
}

// Locate implements [Located].
func (s *SegmentsView) Locate(p *store.Place) {
	if s.table == nil {
		return
	}
	p.Segments = keptList(s.table, listKeys(s.rows))
	c := &s.charts
	p.Tuning = &store.Tuning{Pane: s.focus.name(), Param: s.params.Cursor(), Zoomed: c.zoomed, Figures: c.figures, At: pointOf(chart.Nowhere(), 0, 0)}
	if len(c.charts) > 0 {
		p.Tuning.Chart, p.Tuning.At, p.Tuning.Finer = c.at+1, pointOf(c.cursors[c.at], 0, 0), c.fine[c.at]
	}
}

// Restore implements [Restorer]: the table of segments is sorted as it was left,
// the cursors are where they were, and the same chart is shown in the same way.
func (s *SegmentsView) Restore(p store.Place) {
	if s.Refresh(); s.table == nil {
		return
	}
	if l := p.Segments; l != nil {
		keys := listKeys(s.rows)
		s.sortBy(sortKeys(l.Sort, keys))
		s.table.SetCursor(l.Row-1, max(0, slices.Index(keys, l.Column)))
	}
	t := p.Tuning
	if t == nil {
		return
	}
	s.focus = paneNamed(t.Pane)
	s.params.SetCursor(t.Param)
	c := &s.charts
	if t.Chart < 1 || t.Chart > len(c.charts) {
		return
	}
	c.at, c.zoomed, c.figures = t.Chart-1, t.Zoomed, t.Figures
	if c.finer(c.at, t.Finer) {
		c.fine[c.at] = t.Finer
	}
	c.cursors[c.at] = cursorOf(t.At)
	c.cursors[c.at].Cut = min(t.At.Cut, cutsOf(c.data())-1)
}

// name is how a pane is called in a session.
func (p pane) name() string { return [...]string{"parameters", "", "charts"}[p] }

// paneNamed returns the pane of a name, the table for none.
func paneNamed(name string) pane {
	for p := paramsPane; p < panes; p++ {
		if p.name() == name {
			return p
		}
	}
	return tablePane
}

func pointOf(at chart.Cursor, w, h int) store.Point {
	return store.Point{X: at.X, Y: at.Y, Cut: at.Cut, W: w, H: h}
}

func cursorOf(p store.Point) chart.Cursor { return chart.Cursor{X: p.X, Y: p.Y, Cut: p.Cut} }

// Locate implements [Located].
func (s *DataView) Locate(p *store.Place) {
	if tab := s.table(); tab != nil {
		p.Table, p.Rows, p.Columns = s.at+1, tab.rows.kept(), tab.columns.kept()
		p.Pane = s.focus.name()
		if s.zoom {
			p.Pane = enlargedChart
		}
	}
}

// enlargedChart is how the chart of a column is called in a session while it has
// the whole body.
const enlargedChart = "chart"

// name is how a pane is called in a session.
func (p dataPane) name() string { return [...]string{"", "rows", "findings"}[p] }

// Restore shows the table of the data that was left, its lists as they were left.
func (s *DataView) Restore(p store.Place) {
	if p.Table < 1 || p.Table > len(s.tables) {
		return
	}
	if p.Table-1 != s.at {
		s.show(p.Table - 1)
	}
	s.table().rows.restore(p.Rows)
	s.table().columns.restore(p.Columns)
	for pane := paneColumns; pane < dataPanes; pane++ {
		if pane.name() == p.Pane && (pane != paneFindings || len(s.table().findings) > 0) {
			s.setFocus(pane)
		}
	}
	if p.Pane == enlargedChart {
		s.openChart()
	}
}

// Locate implements [Located].
func (s *RolesView) Locate(p *store.Place) {
	row, _ := s.grid.Cursor()
	p.Role = row + 1
}

// Restore implements [Restorer].
func (s *RolesView) Restore(p store.Place) {
	if s.Refresh(); p.Role > 0 && p.Role <= s.rows.Len() {
		s.grid.SetCursor(p.Role-1, 0)
	}
}

// Locate implements [Located].
func (s *MethodList) Locate(p *store.Place) {
	p.OnlyFit = s.only
	if e, ok := s.selected(); ok {
		p.Method = e.ID
	}
}

// Restore implements [Restorer]: only the methods that can run are listed, or
// all, the cursor on the same.
func (s *MethodList) Restore(p store.Place) {
	s.only = p.OnlyFit
	s.Refresh()
	s.list()
	s.pointAt(p.Method)
}
