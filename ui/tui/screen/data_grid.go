package screen

import (
	"custseg/model"
)

// dataTable is what the data screen keeps of one table, so that coming back to
// it finds everything in its place.
type dataTable struct {
	place    int
	table    *model.Table
	columns  *rowTable
	rows     *rowTable
	rejects  *rowTable // the records of a finding, nil when rows are shown
	findings []dataFinding
	finding  int // the one chosen
	top      int // the first finding on the screen
}

// column returns the column chosen in the list.
func (t *dataTable) column() int {
	row, _ := t.columns.grid.Cursor()
	return max(row, 0)
}

// below is what the pane of rows shows.
func (t *dataTable) below() *rowTable {
	if t.rejects != nil {
		return t.rejects
	}
	return t.rows
}

// newGrid makes a table of the screen, of a kind and with a title for what is
// listed.
func (s *DataView) newGrid(kind, title string, src tableSource) *rowTable {
	t := newTableOf(s.host, kind, src, s.start, s.running)
	t.title = title
	return t
}
