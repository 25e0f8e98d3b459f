package screen

import "testing"

// TestDataLayoutKeepsRowsOfTheColumns: on the smallest screen the chart gives
// way to the list of columns.
func TestDataLayoutKeepsRowsOfTheColumns(t *testing.T) {
	s, _ := openData(t, messyData(t), 80, 20)
	for _, size := range [][2]int{{60, 12}, {60, 14}, {80, 12}, {80, 20}, {103, 12}, {120, 12}} {
		s.SetSize(size[0], size[1])
		l := s.layout()
		if least := min(len(s.table().table.Columns())+1, columnsLeast); l.columns.h < least {
			t.Errorf("%v: the columns have %d lines", size, l.columns.h)
		}
		if l.chart.h > 0 && l.chart.h < chartLeast {
			t.Errorf("%v: the chart has %d lines", size, l.chart.h)
		}
	}
	s.SetSize(60, 12)
	if l := s.layout(); l.chart.h != 0 || l.findings.h == 0 {
		t.Errorf("at 60 by 12 the panes are %+v", l)
	}
	if n := len(s.View(themes()["mono"])); n != 12 {
		t.Errorf("drawn in %d lines", n)
	}
}
