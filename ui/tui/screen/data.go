package screen

import (
	"context"

	"custseg/model"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/term"
)

// dataPane is a part of the data screen that can have the focus.
type dataPane int

// The panes, in the order of Tab.
const (
	paneColumns dataPane = iota
	paneRows
	paneFindings
	dataPanes // how many there are
)

// DataView shows what the files hold: for each table its columns with the chart of
// the chosen one, its rows, and what was noticed about them.
type DataView struct {
	host  Host
	roles model.RoleMap // in force with the recipe, also before it has run
	data  *model.Dataset
	known *columnStore

	tables  []*dataTable
	at      int // the table shown
	focus   dataPane
	reading readState
	running map[string]bool // tasks of the screen under way, by name

	charts    dataCharts
	zoom      bool         // the chart has the whole body
	from      dataPane     // the focus before zoom
	cursor    chart.Cursor // of the enlarged chart
	figures   bool         // the chart as words
	figureTop int

	checks qualityChecks
	opened bool // a finding has the whole body
	rowsIn bool // the rows have the whole body while they have the focus

	personal bool // values that name persons are shown, as last seen in the session
	names    *personalColumns

	selectRole func(table, column int)
	listed     listState
	tabsDrawn  []dataTab
	w, h       int
}

// readState is how far the facts of the columns of one table are.
type readState uint8

const (
	readNot readState = iota
	readUnderWay
	readStopped // cancelled: not started again until the table changes
)

// NewData makes the data screen. Nothing is read before there is data.
func NewData(host Host) *DataView {
	return &DataView{host: host, known: newColumnStore(), cursor: chart.Nowhere()}
}

// Link has the column chosen here chosen on the roles screen too, when Enter
// goes there.
func (s *DataView) Link(r *RolesView) { s.selectRole = r.Select }

// placeRows is the place of the rows while they have the focus.
const placeRows = "rows"

// Place implements [Screen]: rows have bindings of their own.
func (s *DataView) Place() string {
	if s.table() != nil && s.focus == paneRows && !s.zoom {
		return placeRows
	}
	return "data"
}

// Crumb and Typing implement [Screen].
func (s *DataView) Crumb() string { return say(s.host.Printer(), "Data") }
func (s *DataView) Typing() bool  { return s.asked() != nil }

// table returns the table shown, nil before there is data.
func (s *DataView) table() *dataTable {
	if len(s.tables) == 0 {
		return nil
	}
	return s.tables[s.at]
}

// Refresh implements [Screen].
func (s *DataView) Refresh() {
	session := s.host.Session()
	if d := session.Data(); d != s.data {
		s.take(d)
	}
	if s.table() == nil {
		return
	}
	s.followPersonal()
	if roles, err := s.data.Assign(session.Recipe.Roles); err == nil {
		s.takeRoles(roles)
	}
	s.lay()
	s.readColumns()
	s.wantChart()
	s.checkQuality()
}

// take starts on another dataset.
func (s *DataView) take(d *model.Dataset) {
	*s = DataView{host: s.host, data: d, known: newColumnStore(), names: newPersonalColumns(d), running: map[string]bool{}, selectRole: s.selectRole,
		cursor: chart.Nowhere(), w: s.w, h: s.h}
	if d == nil {
		return
	}
	for i, t := range d.Tables {
		tab := &dataTable{place: i, table: t, findings: s.findingsNoticed(i)}
		tab.rows = s.newGrid("rows of "+t.Name, t.Name, newDataRows(s.host.Printer(), d, i, s.roles, s.names, false, nil))
		tab.rows.grid.SetEmpty(say(s.host.Printer(), "the table has no rows"))
		tab.columns = s.newGrid("columns", t.Name, s.newList(nil, i, 0))
		tab.columns.apart = true
		tab.columns.grid.SetEmpty(say(s.host.Printer(), "the table has no columns"))
		s.tables = append(s.tables, tab)
	}
	s.at = tableOfOrders(d)
}

// tableOfOrders returns the table to begin with: the first that has an order
// date, for what people do is what most analyses start from.
func tableOfOrders(d *model.Dataset) int {
	for _, g := range d.Guesses {
		if g.Role == model.OrderDate {
			return g.Table
		}
	}
	return 0
}

// takeRoles arranges the rows anew where roles move or hide a column.
func (s *DataView) takeRoles(roles model.RoleMap) {
	s.roles = roles
	for _, tab := range s.tables {
		s.arrange(tab)
	}
	s.listed = listState{}
}

// arrange gives a table's rows the order of columns that the roles ask for. The
// cursor stays on its column.
func (s *DataView) arrange(tab *dataTable) {
	before := tab.rows.source.(*dataRows)
	after := newDataRows(s.host.Printer(), s.data, tab.place, s.roles, s.names, s.personal, newStandIns(s.host, s.data, s.roles, s.names))
	if before.same(after) {
		tab.rows.grid.SetFrozen(after.frozen(s.roles, tab.place))
		return
	}
	tab.rows.replace(after, true)
	tab.rows.grid.SetFrozen(after.frozen(s.roles, tab.place))
}

// readColumns starts finding the facts of the table's columns.
func (s *DataView) readColumns() {
	tab := s.table()
	if s.reading != readNot || s.known.complete(tab.place, tab.table) {
		return
	}
	s.reading = readUnderWay
	known, place, table := s.known, tab.place, tab.table
	s.start(Task{
		Name: "reading columns",
		Work: func(ctx context.Context, report func(float64)) error { return known.read(ctx, place, table, report) },
		Done: func(err error) {
			if known != s.known || place != s.at {
				return
			}
			s.reading = readNot
			if err != nil {
				s.reading = readStopped
			}
		},
	})
}

// show turns to a table.
func (s *DataView) show(i int) {
	s.at = i
	s.reading = readNot
	s.closeChart()
	s.listed = listState{}
	if s.focus == paneFindings && len(s.table().findings) == 0 {
		s.focus = paneColumns
	}
	s.lay()
	s.readColumns()
}

// SetSize implements [Screen].
func (s *DataView) SetSize(w, h int) {
	s.w, s.h = w, h
	s.lay()
}

// lay gives the grids their places.
func (s *DataView) lay() {
	tab := s.table()
	if tab == nil || s.w == 0 {
		return
	}
	l := s.layout()
	if l.columns.h > 0 {
		tab.columns.setSize(l.columns.w, l.columns.h)
	}
	if l.rows.h > 0 {
		tab.below().setSize(l.rows.w, l.rows.h)
	}
}

// focused is the table that keys move in, nil for the findings or an enlarged
// chart.
func (s *DataView) focused() *rowTable {
	tab := s.table()
	switch {
	case tab == nil || s.zoom:
		return nil
	case s.focus == paneRows:
		return tab.below()
	case s.focus == paneColumns:
		return tab.columns
	}
	return nil
}

// Key implements [Screen].
func (s *DataView) Key(k term.Key) bool {
	if s.table() == nil {
		return false
	}
	s.followPersonal()
	defer s.wantChart()
	switch {
	case s.asked() != nil:
		s.asked().promptKey(k)
		return true
	case s.zoom:
		return s.zoomKey(k.Name)
	case s.focus == paneFindings:
		return s.findingKey(k.Name)
	case s.focus == paneRows && s.leaves(k.Name):
		switch {
		case s.table().below().leave():
		case s.rowsIn:
			s.enlargeRows()
		default:
			s.leaveRows()
		}
		return true
	}
	v := s.focused()
	return v != nil && v.key(k)
}

// leaves reports whether a key goes back within the screen: not while a task
// runs, which it cancels then.
func (s *DataView) leaves(name string) bool {
	return (name == "esc" || name == "q") && len(s.running) == 0
}

// start runs a task and knows of it until it ends.
func (s *DataView) start(t Task) { startKnown(s.host, s.running, t) }

// leaveRows shows all rows again when only some were shown, and goes back to the
// finding they were of; else it goes back to the columns.
func (s *DataView) leaveRows() {
	tab := s.table()
	of := tab.below().show.only
	if of == nil {
		s.setFocus(paneColumns)
		return
	}
	s.showAll()
	if n := len(tab.findings); n > 0 && tab.findings[tab.finding].text == of.label {
		s.setFocus(paneFindings)
	}
	s.lay()
}

// setFocus gives a pane the focus.
func (s *DataView) setFocus(p dataPane) {
	s.focus, s.opened = p, false
	s.lay()
}

// turn gives the next pane the focus, or the one before.
func (s *DataView) turn(d dataPane) {
	next := (s.focus + d + dataPanes) % dataPanes
	if next == paneFindings && len(s.table().findings) == 0 {
		next = (next + d + dataPanes) % dataPanes
	}
	s.setFocus(next)
}
