package screen

import (
	"errors"
	"strings"

	"custseg/seg"
	"custseg/ui/pipeline"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/form"
	"custseg/ui/tui/grid"
	"custseg/ui/tui/term"
)

// SegmentsView is the step Segments: the parameters of the method at the left,
// the segments at the right, its charts below, all following every change.
type SegmentsView struct {
	host  Host
	focus pane
	from  pane // that had the focus before a chart was enlarged
	w, h  int

	params *form.Form
	offers columnOffers
	before suggested // in place of all while no method is chosen
	table  *grid.Grid
	rows   *segmentRows

	result *pipeline.Result // what the table and the charts are of
	charts chartPane
}

// pane is a part of the screen that can have the focus.
type pane int

const (
	paramsPane pane = iota
	tablePane
	chartsPane
	panes
)

// NewSegments makes the screen.
func NewSegments(host Host) *SegmentsView {
	s := &SegmentsView{host: host, focus: tablePane, params: form.New(nil, form.English()), before: suggested{host: host}}
	s.params.Validate = s.validate
	s.params.Title = "Parameters"
	s.charts.host, s.charts.held = host, -1
	return s
}

// Place and Crumb implement [Screen].
func (s *SegmentsView) Place() string { return "segments" }
func (s *SegmentsView) Crumb() string { return "Segments" }

// Typing implements [Screen].
func (s *SegmentsView) Typing() bool { return s.focus == paramsPane && s.params.Editing() }

// Refresh implements [Screen]: the parameters follow the recipe at once, table
// and charts the last result.
func (s *SegmentsView) Refresh() {
	s.params.SetFields(s.fields())
	session := s.host.Session()
	if session.Result == nil || session.Result == s.result {
		if session.Result == nil {
			s.result, s.rows, s.table = nil, nil, nil
			s.pointAtTrouble()
		}
		return
	}
	sameMethod := s.result != nil && s.result.Method.ID == session.Result.Method.ID
	if s.result != nil && !sameMethod {
		s.focus = tablePane
	}
	s.result = session.Result
	s.rows = newSegmentRows(s.host, session.Result, session.Before, s.tableWidth())
	s.resetTable(sameMethod)
	s.charts.set(session.Result, sameMethod)
	s.SetSize(s.w, s.h)
	if !sameMethod {
		s.showFilled()
	}
}

// pointAtTrouble goes to the parameter for which the method did not run.
func (s *SegmentsView) pointAtTrouble() {
	var bad *seg.ParamError
	if errors.As(s.host.Session().Failed, &bad) && s.params.SetCursor(bad.Param) {
		s.focus = paramsPane
	}
}

// resetTable shows the rows, in the order chosen before when the method is the
// same.
func (s *SegmentsView) resetTable(sameMethod bool) {
	if s.table == nil || !sameMethod {
		s.table = grid.New(s.rows)
		s.table.SetFrozen(1)
		return
	}
	keys := s.table.Sort()
	s.table.SetSource(s.rows)
	s.sortBy(keys)
}

// Key implements [Screen]. Digits are left to the steps unless a value is being
// typed.
func (s *SegmentsView) Key(k term.Key) bool {
	if s.before.shown() {
		return s.before.key(k.Name)
	}
	listing := s.focus == paramsPane && s.params.State() == form.Listing
	if k.Name == "esc" && !s.Typing() && !listing {
		zoomed := s.charts.zoomed
		if s.charts.plain() {
			if zoomed && !s.charts.zoomed {
				s.focus = s.from
			}
			return true
		}
	}
	switch s.focus {
	case paramsPane:
		if s.params.State() == form.Moving && strings.Contains("0123456789", k.Name) {
			return false
		}
		change, used := s.params.Key(k)
		s.apply(change)
		return used
	case tablePane:
		return s.table != nil && s.table.Key(k.Name)
	}
	return s.charts.key(k)
}

// Actions implements [Screen].
func (s *SegmentsView) Actions() map[string]Action {
	onTable := func() string {
		if s.table == nil || s.focus != tablePane {
			return "go to the segments with Tab first"
		}
		return ""
	}
	withResult := func() string {
		if s.result == nil {
			return "there is no result yet"
		}
		return ""
	}
	pane := func() string {
		if s.charts.zoomed {
			return "the chart is enlarged: z puts it back"
		}
		return withResult()
	}
	turn := func(d int) func() { return func() { s.focus = chartsPane; s.charts.turn(d) } }
	sort := func(desc bool) func() {
		return func() { _, col := s.table.Cursor(); s.sortBy([]grid.Key{{Col: col, Desc: desc}}) }
	}
	return map[string]Action{
		"segments.drill":      {Do: s.drill, Why: withResult},
		"segments.pane":       {Do: func() { s.focus = (s.focus + 1) % panes }, Why: pane},
		"segments.pane.back":  {Do: func() { s.focus = (s.focus + panes - 1) % panes }, Why: pane},
		"segments.chart":      {Do: turn(1), Why: withResult},
		"segments.chart.back": {Do: turn(-1), Why: withResult},
		"segments.charts":     {Do: func() { s.host.Push(newChartsPage(s)) }, Why: withResult},
		"segments.zoom":       {Do: s.zoom, Why: withResult},
		"segments.figures":    {Do: func() { s.focus = chartsPane; s.charts.figures = !s.charts.figures }, Why: withResult},
		"segments.finer":      {Do: func() { s.focus = chartsPane; s.charts.regroup(1) }, Why: withResult},
		"segments.coarser":    {Do: func() { s.focus = chartsPane; s.charts.regroup(-1) }, Why: withResult},
		"segments.notes":      {Do: func() { s.host.Push(newAbout(s.host)) }, Why: withResult},
		"segments.sort.up":    {Do: sort(false), Why: onTable},
		"segments.sort.down":  {Do: sort(true), Why: onTable},
		"segments.order":      {Do: func() { s.sortBy(nil) }, Why: onTable},
		"segments.default": {Do: func() { s.apply(form.Change{ID: s.params.Cursor(), Reset: true}) }, Why: func() string {
			if s.focus != paramsPane {
				return "go to the parameters with Tab first"
			}
			return ""
		}},
		"segments.presets": {Do: func() { s.host.Push(newPresetsPage(s.host, false)) }},
		"segments.save":    {Do: func() { s.host.Push(newPresetsPage(s.host, true)) }, Why: whyNoPreset(s.host)},
		"segments.accept":  {Do: s.accept, Why: withResult},
		"segments.copy":    {Do: s.copy, Why: withResult},
	}
}

func (s *SegmentsView) sortBy(keys []grid.Key) {
	if len(keys) == 0 {
		s.table.SetRows(nil)
	} else {
		s.table.SetRows(grid.Order(s.rows, keys)) // as many as there are segments
	}
	s.table.SetSort(keys)
}

// drill opens the segment, or the customers at the cursor of the chart.
func (s *SegmentsView) drill() {
	if s.focus == chartsPane {
		s.charts.drill()
		return
	}
	if row, _ := s.table.Cursor(); row >= 0 {
		s.host.Push(newSegment(s.host, s.rows.number(row)))
	}
}

func (s *SegmentsView) copy() {
	if s.focus == chartsPane {
		s.host.Copy(strings.Join(s.charts.current().Table().Lines(), "\n"), "the chart's figures")
		return
	}
	row, col := s.table.Cursor()
	s.host.Copy(s.rows.Text(row, col), "the cell")
}

// colouring is what charts are coloured by.
func colouring(host Host, r *pipeline.Result) chart.Split {
	names := make([]string, len(r.Segmentation.Segments))
	for i, g := range r.Segmentation.Segments {
		names[i] = g.Name.In(host.Printer())
	}
	return chart.Split{Names: names, Of: r.Segmentation.Of}
}
