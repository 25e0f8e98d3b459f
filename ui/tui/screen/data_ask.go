package screen

// asked is the table whose text field is open, nil for none.
func (s *DataView) asked() *rowTable {
	if tab := s.table(); tab != nil {
		for _, t := range []*rowTable{tab.below(), tab.columns} {
			if t.typing() {
				return t
			}
		}
	}
	return nil
}

// askSearch opens the text field for what is searched for. Findings are not
// searched: their rows are.
func (s *DataView) askSearch() {
	if s.zoom {
		s.closeChart()
	}
	if s.focus == paneFindings {
		s.setFocus(paneRows)
	}
	s.focused().ask(promptSearch, "")
}

// askFilter goes to the rows and opens the text field for a filter.
func (s *DataView) askFilter() {
	if s.zoom {
		s.closeChart()
	}
	s.setFocus(paneRows)
	s.focused().askFilter()
}
