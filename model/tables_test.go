package model

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"custseg/model/wording"
)

// addTable adds a table to a dataset. The head names columns and their roles,
// as in "who=customer_id|day=order_date|score#": # is a column of numbers
// without a role, ? one of dates. Rows are written alike.
func addTable(t testing.TB, d *Dataset, name, head string, rows ...string) {
	t.Helper()
	var columns []Column
	for i, h := range strings.Split(head, "|") {
		header, role, _ := strings.Cut(h, "=")
		info, _ := LookupRole(Role(role))
		kind := info.Kind
		switch {
		case strings.HasSuffix(header, "#"):
			header, kind = strings.TrimSuffix(header, "#"), Number
		case strings.HasSuffix(header, "?"):
			header, kind = strings.TrimSuffix(header, "?"), Date
		case role == "":
			kind = Text
		}
		cells := make([]string, len(rows))
		for r, row := range rows {
			cells[r] = strings.Split(row, "|")[i]
		}
		columns = append(columns, columnOf(t, header, kind, cells))
		if role != "" {
			d.Guesses = append(d.Guesses, Guess{Table: len(d.Tables), Column: i, Role: Role(role)})
		}
	}
	table, err := NewTable(name, name+".csv", 2, columns...)
	if err != nil {
		t.Fatal(err)
	}
	d.Tables = append(d.Tables, table)
}

func columnOf(t testing.TB, header string, kind Kind, cells []string) Column {
	t.Helper()
	numbers, dates := make([]float64, len(cells)), make([]int64, len(cells))
	for r, cell := range cells {
		var err error
		switch {
		case kind == Text:
		case cell == "":
			numbers[r], dates[r] = math.NaN(), NoDate
		case kind == Number:
			numbers[r], err = strconv.ParseFloat(cell, 64)
		default:
			var day Day
			day, err = ParseDay(cell)
			dates[r] = day.Seconds()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	switch kind {
	case Number:
		return NewNumbers(header, numbers)
	case Date:
		return NewDates(header, dates)
	}
	return TextsOf(header, cells)
}

func english(p Phrase) string { return p.In(wording.English()) }

// checkNotes wants notes that hold each of the words.
func checkNotes(t *testing.T, c *Customers, words ...string) {
	t.Helper()
	var notes []string
	for _, n := range c.Notes() {
		notes = append(notes, english(n))
	}
	all := strings.Join(notes, "\n")
	for _, w := range words {
		if !strings.Contains(all, w) {
			t.Errorf("no note says %q:\n%s", w, all)
		}
	}
}

// checkExcluded wants exactly the excluded rows, written "table reason: rows",
// and every other row used.
func checkExcluded(t *testing.T, d *Dataset, c *Customers, want ...string) {
	t.Helper()
	q := c.Quality()
	var got []string
	n := 0
	for _, e := range q.Excluded {
		rows := make([]string, len(e.Rows))
		for i, r := range e.Rows {
			rows[i] = strconv.Itoa(int(r))
		}
		n += len(rows)
		got = append(got, d.Tables[e.Table].Name+" "+english(e.Reason)+": "+strings.Join(rows, " "))
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("excluded %q, want %q", got, want)
	}
	if q.RowsRead != d.Rows() || q.RowsUsed+n != q.RowsRead {
		t.Errorf("of %d rows %d were read, %d used and %d excluded", d.Rows(), q.RowsRead, q.RowsUsed, n)
	}
}

// checkJoin wants the numbers of the join of a table with another.
func checkJoin(t *testing.T, c *Customers, want Join) {
	t.Helper()
	for _, j := range c.Joins() {
		if j.Table == want.Table && j.With == want.With {
			if j.Key != want.Key || j.Rows != want.Rows || j.Matched != want.Matched || j.Unmatched != want.Unmatched ||
				j.CustomersWithout != want.CustomersWithout || !slices.Equal(j.Examples, want.Examples) {
				t.Errorf("joined %+v, want %+v", j, want)
			}
			return
		}
	}
	t.Errorf("table %d is not joined with %d: %+v", want.Table, want.With, c.Joins())
}

func checkAttribute(t *testing.T, c *Customers, name string, want ...string) {
	t.Helper()
	col, ok := c.Lookup(name)
	if !ok {
		t.Errorf("no column %s", name)
		return
	}
	for i, w := range want {
		if col.Text(i) != w {
			t.Errorf("%s of %s is %q, want %q", name, c.ID(i), col.Text(i), w)
		}
	}
}
