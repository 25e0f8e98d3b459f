package model

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Table is columns of one length under distinct names.
type Table struct {
	Name     string   // the sheet's name, or the file's without its ending
	File     string   // the file's path as the analyst gave it
	FirstRow int      // the row in the file, counted from 1, of the first data row
	Runs     []Run    // where data rows stand in their files, ascending; nil when one after the other
	Origins  []Origin // of a table put together from several files or sheets, ascending; else nil
	columns  []Column
	rows     int
}

// Run is data rows that stand one after the other in the file; a blank or a
// rejected row ends it.
type Run struct {
	Data int32 // the first data row
	File int   // its row in the file, counted from 1
}

// Origin is a file, or a sheet of one, that holds rows of a table.
type Origin struct {
	Name  string // tells the parts apart: the file's name or the sheet's
	Data  int32  // the first data row it holds
	File  string // the path as the analyst gave it
	Sheet string // empty for a text file
}

// NewTable makes a table. Columns must have one length and distinct names.
func NewTable(name, file string, firstRow int, columns ...Column) (*Table, error) {
	t := &Table{Name: name, File: file, FirstRow: firstRow, columns: columns}
	seen := map[string]bool{}
	for i, c := range columns {
		if i == 0 {
			t.rows = c.Len()
		}
		if c.Len() != t.rows {
			return nil, fmt.Errorf("table %s: column %q has %d rows, not %d", name, c.Name(), c.Len(), t.rows)
		}
		if seen[c.Name()] {
			return nil, fmt.Errorf("table %s: two columns are named %q", name, c.Name())
		}
		seen[c.Name()] = true
	}
	return t, nil
}

// Rows returns the number of rows.
func (t *Table) Rows() int { return t.rows }

// Columns returns the columns in file order. The slice is the table's own.
func (t *Table) Columns() []Column { return t.columns }

// Column returns the column at a place.
func (t *Table) Column(i int) Column { return t.columns[i] }

// FileRow returns the row in the file, counted from 1, of data row i.
func (t *Table) FileRow(i int32) int {
	at := sort.Search(len(t.Runs), func(r int) bool { return t.Runs[r].Data > i })
	if at == 0 {
		return t.FirstRow + int(i)
	}
	run := t.Runs[at-1]
	return run.File + int(i-run.Data)
}

// Place returns the file of data row i and its row there, counted from 1.
func (t *Table) Place(i int32) (file string, row int) {
	file = t.File
	if at := sort.Search(len(t.Origins), func(o int) bool { return t.Origins[o].Data > i }); at > 0 {
		file = t.Origins[at-1].File
	}
	return file, t.FileRow(i)
}

// Find returns the place of a column by its header, exactly or else without
// regard to case and to how many spaces there are, or by its position counted
// from 1; -1 when there is none.
func (t *Table) Find(name string) int {
	fold := -1
	for i, c := range t.columns {
		if c.Name() == name {
			return i
		}
		if fold < 0 && sameHeader(c.Name(), name) {
			fold = i
		}
	}
	if fold >= 0 {
		return fold
	}
	if n, err := strconv.Atoi(strings.TrimSpace(name)); err == nil && n >= 1 && n <= len(t.columns) {
		return n - 1
	}
	return -1
}

// sameHeader compares headers without regard to case, outer spaces and how many
// spaces stand between two words, which what is shown of a header does not tell.
func sameHeader(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
