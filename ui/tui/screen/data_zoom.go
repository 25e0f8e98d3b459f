package screen

import (
	"custseg/ui/tui/chart"
)

// openChart gives the chart of a column the whole body.
func (s *DataView) openChart() {
	tab := s.table()
	s.from = s.focus
	if s.focus == paneRows && tab.rejects == nil {
		if place := s.rowsColumn(); place >= 0 {
			_, col := tab.columns.grid.Cursor()
			tab.columns.grid.SetCursor(place, col)
		}
	}
	s.zoom, s.figures, s.cursor = true, false, chart.Nowhere()
	s.lay()
	s.wantChart()
}

// enlargeRows gives the rows the whole body, or puts them back.
func (s *DataView) enlargeRows() {
	s.rowsIn = !s.rowsIn
	s.lay()
}

func (s *DataView) closeChart() {
	s.zoom, s.figures = false, false
	s.lay()
}

// rowsColumn returns the column of the table that the cursor of the rows is on,
// -1 for none.
func (s *DataView) rowsColumn() int {
	rows := s.table().rows
	_, col := rows.grid.Cursor()
	return rows.source.(*dataRows).columns[col].place
}

// zoomKey takes the keys of the enlarged chart.
func (s *DataView) zoomKey(name string) bool {
	ch := s.chart()
	a := s.layout().chart
	if s.leaves(name) {
		s.closeChart()
		s.setFocus(s.from)
		return true
	}
	dx, dy := 0, 0
	switch name {
	case "left", "h":
		dx = -1
	case "right", "l":
		dx = 1
	case "up", "k":
		dy = -1
	case "down", "j":
		dy = 1
	case "enter":
		s.openBar(ch)
		return true
	default:
		return false
	}
	switch {
	case s.figures:
		s.figureTop = max(0, s.figureTop+dy)
	case ch != nil:
		s.cursor = ch.Move(s.cursor, dx, dy, a.w, a.h)
	}
	return true
}

// openBar shows the rows of the bar at the cursor.
func (s *DataView) openBar(ch chart.Chart) {
	if ch == nil || s.figures {
		return
	}
	a := s.layout().chart
	rows := ch.Members(s.cursor, a.w, a.h)
	if len(rows) == 0 {
		s.host.Say(say(s.host.Printer(), "Choose a bar with the arrows; Enter shows its rows"))
		return
	}
	tab := s.table()
	tab.rejects = nil
	name := tab.table.Column(tab.column()).Name()
	tab.rows.narrow(&narrowing{label: say(s.host.Printer(), "one bar of %s", name), rows: rows})
	s.closeChart()
	s.setFocus(paneRows)
	row, _ := tab.rows.grid.Cursor()
	tab.rows.grid.SetCursor(row, tab.rows.source.(*dataRows).at(tab.column()))
}
