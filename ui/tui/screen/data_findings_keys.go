package screen

// findingKey takes the keys of the findings.
func (s *DataView) findingKey(name string) bool {
	tab := s.table()
	if s.leaves(name) {
		if s.opened {
			s.enlarge(false)
			return true
		}
		s.setFocus(paneColumns)
		return true
	}
	switch name {
	case "up", "k":
		s.chooseFinding(tab.finding - 1)
	case "down", "j":
		s.chooseFinding(tab.finding + 1)
	case "g", "home":
		s.chooseFinding(0)
	case "G", "end":
		s.chooseFinding(len(tab.findings) - 1)
	case "enter":
		s.openFinding(tab.findings[tab.finding])
	default:
		return false
	}
	return true
}

// openFinding enlarges a finding of the checks, and goes from there to its
// rows. What was noticed while reading has nothing more to tell: it goes to its
// rows at once, or without any to how the files are read when that would mend
// it.
func (s *DataView) openFinding(f dataFinding) {
	_, mends := readingField(f.text)
	switch {
	case f.quality != nil && !s.opened:
		s.enlarge(true)
	case f.shown() > 0:
		s.showRows()
		if mends && f.quality == nil {
			s.host.Say(say(s.host.Printer(), "These are its rows; o changes how they are read"))
		}
	case mends:
		s.openReading()
	}
}

// enlarge gives the finding chosen the whole body, or puts it back.
func (s *DataView) enlarge(on bool) {
	s.opened = on
	s.lay()
}

// showRows goes to the rows of the finding chosen, or its records. A filter stays
// in force.
func (s *DataView) showRows() {
	tab := s.table()
	f := tab.findings[tab.finding]
	tab.rejects = nil
	switch {
	case len(f.records) > 0:
		tab.rejects = s.newGrid("records", tab.table.Name, &dataRejects{s.host.Printer(), f.records})
		tab.rejects.take(listing{only: &narrowing{label: f.text}}, nil)
	case len(f.rows) > 0:
		tab.rows.narrow(&narrowing{label: f.text, rows: f.rows})
		if at := tab.rows.source.(*dataRows).at(f.column); at > 0 && f.column >= 0 {
			row, _ := tab.rows.grid.Cursor()
			tab.rows.grid.SetCursor(row, at)
		}
	}
	s.setFocus(paneRows)
}

// chosenFinding returns the finding that has the focus.
func (s *DataView) chosenFinding() (f dataFinding, ok bool) {
	tab := s.table()
	if tab == nil || s.focus != paneFindings || s.zoom || len(tab.findings) == 0 {
		return dataFinding{}, false
	}
	return tab.findings[tab.finding], true
}

// chooseFinding moves to a finding. The rows stay as they are until they are
// asked for.
func (s *DataView) chooseFinding(i int) {
	tab := s.table()
	tab.finding = max(0, min(i, len(tab.findings)-1))
	s.lay()
}

// clickFinding chooses the finding at a cell of the body.
func (s *DataView) clickFinding(x, y int) {
	if list := s.findingList(); list.has(x, y) {
		i := s.table().top + y - list.y
		s.setFocus(paneFindings)
		s.chooseFinding(i)
	}
}

// showAll takes a finding's rows away again; a filter stays.
func (s *DataView) showAll() {
	tab := s.table()
	tab.rejects = nil
	if tab.rows.show.only != nil {
		tab.rows.narrow(nil)
	}
}

// findingActions are the actions on the finding that has the focus.
func (s *DataView) findingActions() map[string]Action {
	return map[string]Action{
		"data.treat":      {Do: func() { s.treat(1) }, Why: s.whyNotTreated},
		"data.treat.back": {Do: func() { s.treat(-1) }, Why: s.whyNotTreated},
		"data.finding":    {Do: s.showRows, Why: s.whyNoFindingRows},
		"data.check":      {Do: s.checkAgain, Why: s.whyChecked},
	}
}

func (s *DataView) whyNoFinding() string {
	if why := s.whyZoom(); why != "" {
		return why
	}
	if _, ok := s.chosenFinding(); !ok {
		return say(s.host.Printer(), "choose a finding first: Tab goes to them")
	}
	return ""
}

func (s *DataView) whyNoFindingRows() string {
	if why := s.whyNoFinding(); why != "" {
		return why
	}
	if f, _ := s.chosenFinding(); f.shown() == 0 {
		return say(s.host.Printer(), "the finding is not about single rows")
	}
	return ""
}

func (s *DataView) whyNotTreated() string {
	if why := s.whyNoFinding(); why != "" {
		return why
	}
	pr := s.host.Printer()
	switch f, _ := s.chosenFinding(); {
	case f.unfit != nil:
		return ""
	case f.quality == nil:
		return say(pr, "it was noticed while reading: o changes how the files are read")
	case len(f.quality.Actions) < 2:
		return say(pr, "it can only be told, not treated")
	}
	return ""
}

func (s *DataView) whyChecked() string {
	if s.table() != nil && s.checks.state != readStopped {
		return say(s.host.Printer(), "the checks were not stopped")
	}
	return s.whyNoData()
}
