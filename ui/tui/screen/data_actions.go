package screen

import (
	"maps"

	"custseg/ui/tui/term"
)

// Actions implements [Screen]: what can be done whatever has the focus, and with
// the rows or the rest.
func (s *DataView) Actions() map[string]Action {
	p := s.Place()
	all := map[string]Action{
		p + ".pane":       {Do: func() { s.turn(1) }, Why: s.whyZoom},
		p + ".pane.back":  {Do: func() { s.turn(-1) }, Why: s.whyZoom},
		p + ".table":      {Do: func() { s.turnTable(1) }, Why: s.whyOneTable},
		p + ".table.back": {Do: func() { s.turnTable(-1) }, Why: s.whyOneTable},
		p + ".reading":    {Do: s.openReading, Why: s.whyNoFiles},
		p + ".all":        {Do: s.readAll, Why: s.whyAllRead},
		p + ".personal":   {Do: s.togglePersonal, Why: s.whyNoData},
		p + ".role":       {Do: s.role, Why: s.whyNoRole},
	}
	if p == placeRows {
		maps.Copy(all, s.focused().recordActions(p))
		all["rows.zoom"] = Action{Do: s.enlargeRows}
		return all
	}
	find := func(back bool) func() {
		return func() {
			s.focused().find(back)
			s.wantChart()
		}
	}
	sort := func(desc bool) func() {
		return func() {
			_, col := s.focused().grid.Cursor()
			s.focused().sort(col, desc)
		}
	}
	maps.Copy(all, map[string]Action{
		"data.rows":      {Do: s.goToRows, Why: s.whyNoColumns},
		"data.chart":     {Do: s.toggleChart, Why: s.whyNoColumns},
		"data.figures":   {Do: s.toggleFigures, Why: s.whyNoColumns},
		"data.sort.up":   {Do: sort(false), Why: s.whyNoGrid},
		"data.sort.down": {Do: sort(true), Why: s.whyNoGrid},
		"data.search":    {Do: s.askSearch, Why: s.whyNoData},
		"data.filter":    {Do: s.askFilter, Why: s.whyNoData},
		"data.again":     {Do: find(false), Why: s.whyNotSearched},
		"data.backwards": {Do: find(true), Why: s.whyNotSearched},
		"data.copy":      {Do: s.copy, Why: s.whyNoData},
	})
	maps.Copy(all, s.findingActions())
	return all
}

// turnTable turns to another table, round at the ends.
func (s *DataView) turnTable(d int) {
	n := len(s.tables)
	s.show((s.at + d + n) % n)
	s.wantChart()
}

// openReading shows how the files are read, with the pointer on what would mend
// the finding that is looked at.
func (s *DataView) openReading() {
	v := NewReadingView(s.host)
	tab := s.table()
	if n := len(tab.findings); n > 0 {
		f := tab.findings[tab.finding]
		only := tab.below().show.only
		if field, ok := readingField(f.text); ok && (s.focus == paneFindings || only != nil && only.label == f.text) {
			v.Select(field)
		}
	}
	s.host.Push(v)
}

// readAll reads the files again to their end.
func (s *DataView) readAll() {
	how := s.host.Session().Recipe.Reading
	how.Rows = 0
	s.host.Reread(how, say(s.host.Printer(), "all rows"))
}

func (s *DataView) whyAllRead() string {
	if s.data != nil && !s.data.Partial {
		return say(s.host.Printer(), "all rows were read")
	}
	return s.whyNoFiles()
}

// whyNoFiles is the reason that there is nothing to read again.
func (s *DataView) whyNoFiles() string {
	if s.table() == nil || len(s.host.Session().Files) == 0 {
		return say(s.host.Printer(), "no file is open")
	}
	return ""
}

// toggleChart enlarges the chart, or puts it back.
func (s *DataView) toggleChart() {
	if s.zoom {
		s.closeChart()
		s.setFocus(s.from)
		return
	}
	s.openChart()
}

// toggleFigures shows the enlarged chart as words.
func (s *DataView) toggleFigures() {
	if !s.zoom {
		s.openChart()
	}
	s.figures, s.figureTop = !s.figures, 0
}

// copy puts the cell on the clipboard, or the figures of an enlarged chart.
func (s *DataView) copy() {
	tab := s.table()
	switch ch := s.chart(); {
	case s.zoom && ch != nil:
		text := ""
		for _, l := range rowFigures(s.host.Printer(), ch.Table()).Lines() {
			text += l + "\n"
		}
		s.host.Copy(text, say(s.host.Printer(), "the chart's figures"))
	case s.focus == paneFindings:
		s.host.Copy(tab.findings[tab.finding].text, say(s.host.Printer(), "the finding"))
	case s.focused() != nil:
		s.focused().copyCell()
	}
}

// togglePersonal shows or hides what names persons.
func (s *DataView) togglePersonal() {
	togglePersonal(s.host)
	s.followPersonal()
	s.wantChart()
}

// followPersonal shows or hides what names persons as the session has it: any
// screen may have changed that.
func (s *DataView) followPersonal() {
	if now := s.host.Session().Personal; now != s.personal {
		s.personal = now
		s.takeRoles(s.roles)
	}
}

// goToRows goes to the rows with the cursor on the column chosen in the list.
func (s *DataView) goToRows() {
	tab := s.table()
	tab.rejects = nil
	s.closeChart()
	s.setFocus(paneRows)
	tab.rows.grid.Goto(tab.rows.grid.Pos(), tab.rows.source.(*dataRows).at(tab.column()))
}

// role goes to the roles screen with the column chosen.
func (s *DataView) role() {
	table, column := s.Selected()
	if s.focus == paneRows {
		column = s.rowsColumn()
	}
	s.host.Go(Roles) // first, so that the roles screen is of this data
	if s.selectRole != nil {
		s.selectRole(table, column)
	}
}

func (s *DataView) whyZoom() string {
	if s.zoom {
		return say(s.host.Printer(), "Esc puts the chart back first")
	}
	return s.whyNoData()
}

func (s *DataView) whyOneTable() string {
	if len(s.tables) == 1 {
		return say(s.host.Printer(), "there is only one table")
	}
	return s.whyNoData()
}

func (s *DataView) whyNoColumns() string {
	if tab := s.table(); tab != nil && len(tab.table.Columns()) == 0 {
		return say(s.host.Printer(), "the table has no columns")
	}
	return s.whyNoData()
}

func (s *DataView) whyNoGrid() string {
	if s.table() != nil && s.focused() == nil {
		return say(s.host.Printer(), "only columns and rows are sorted")
	}
	return s.whyNoData()
}

func (s *DataView) whyNotSearched() string {
	if why := s.whyNoGrid(); why != "" {
		return why
	}
	return s.focused().whyNotSearched()
}

func (s *DataView) whyNoRole() string {
	tab := s.table()
	switch {
	case tab != nil && s.focus == paneRows && (tab.rejects != nil || s.rowsColumn() < 0):
		return say(s.host.Printer(), "this is no column of the table")
	case tab != nil && s.focus == paneFindings:
		return say(s.host.Printer(), "choose a column first")
	}
	return s.whyNoColumns()
}

// Mouse implements [Screen].
func (s *DataView) Mouse(m term.Mouse) {
	tab := s.table()
	if tab == nil || s.asked() != nil {
		return
	}
	defer s.wantChart()
	l := s.layout()
	switch {
	case m.Y == 0 && m.Action == term.Press:
		s.clickTab(m.X)
	case l.columns.has(m.X, m.Y):
		s.mouseGrid(m, paneColumns, tab.columns, l.columns)
	case l.rows.has(m.X, m.Y):
		s.mouseGrid(m, paneRows, tab.below(), l.rows)
	case l.findings.has(m.X, m.Y) && m.Action == term.Press:
		s.clickFinding(m.X, m.Y)
	case l.findings.has(m.X, m.Y) && m.Action == term.Wheel && s.focus == paneFindings:
		s.chooseFinding(tab.finding + m.DY)
	case l.chart.has(m.X, m.Y) && m.Action == term.Press && !s.zoom && s.whyNoColumns() == "":
		s.openChart()
	}
}

// clickTab turns to the table named at a cell of the first line.
func (s *DataView) clickTab(x int) {
	for _, d := range s.tabsDrawn {
		if x >= d.x && x < d.x+d.width() && d.table != s.at {
			s.show(d.table)
			return
		}
	}
}

// mouseGrid gives an event to a table, and the focus where it was pressed.
func (s *DataView) mouseGrid(m term.Mouse, p dataPane, v *rowTable, a area) {
	if m.Action == term.Press && s.focus != p {
		s.setFocus(p)
	}
	m.X, m.Y = m.X-a.x, m.Y-a.y
	v.mouse(m)
}
