// Package quality says what is wrong or odd about data: facts of every column,
// and findings with a count, what they mean for the methods, and what may be
// done about them. It also carries out what the analyst chose to do.
//
// Everything is a function of the data, the roles and a day given for today.
package quality

import (
	"slices"

	"custseg/model"
)

// Report is the quality of a dataset.
type Report struct {
	Today    model.Day // dates after it are in the future; NoDay when that was not looked at
	Rows     int       // read, the rejected ones among them
	Rejected int       // records that could not become rows
	Partial  bool      // reading was stopped before the end
	Tables   []Table
	// Findings are in the order of the tables; within a table those about whole
	// rows come first, then column by column.
	Findings []Finding

	data *model.Dataset
}

// Table is the facts of a table's columns.
type Table struct {
	Name, File string
	Rows       int // without those dropped
	Columns    []Column
}

// Column is the facts of one column.
type Column struct {
	Name     string
	Kind     model.Kind
	Role     model.Role
	Personal bool // its values name persons: show them only when asked to
	Summary  model.Summary
	// Unread counts values that could not be read as the column's kind.
	Unread     int
	Unreadable []Example // the first of them
	// Outliers is nil unless the column measures something.
	Outliers *Outliers
}

// Outliers counts the values of a measure beyond its fences.
type Outliers struct {
	Fences
	Mild    int // beyond the inner fences but within the outer ones
	Extreme int // beyond the outer fences
}

// Example is a value and where it stands.
type Example struct {
	Column  int // of the table
	Value   string
	Row     int32  // the data row
	File    string // the path as the analyst gave it
	FileRow int    // the row in the file, counted from 1
}

// Finding is one thing noticed about a table or a column.
type Finding struct {
	Check  string // the id of the check, see [Checks]
	Level  model.Level
	Table  int
	Column int    // -1 when it is about whole rows
	Where  string // the column as a treatment names it, or the table
	Count  int    // of what Text counts
	// Rows are the data rows concerned, ascending: what an action acts on.
	Rows        []int32
	Examples    []Example
	Text        model.Phrase // what was found, with the count
	Consequence model.Phrase // what it means for the methods
	Actions     []model.Action
	Action      model.Action // the one in force
	Personal    bool         // the examples name persons
	// Low and High are the limits of [model.Cap].
	Low, High float64

	limit string // of a treatment
}

// Treatment returns what puts an action on the finding into force.
func (f Finding) Treatment(a model.Action) model.Treatment {
	t := model.Treatment{Check: f.Check, Column: f.Where, Action: a}
	if a != model.Keep {
		t.Limit = f.limit
	}
	return t
}

// With returns the report with the actions that treatments put into force. The
// report itself stays as it is.
func (r Report) With(treatments []model.Treatment) Report {
	findings := make([]Finding, len(r.Findings))
	for i, f := range r.Findings {
		f.Action = r.inForce(f, treatments)
		findings[i] = f
	}
	r.Findings = findings
	return r
}

// inForce returns the action on a finding: that of the treatment of its column,
// or else of the check wherever it finds something.
func (r Report) inForce(f Finding, treatments []model.Treatment) model.Action {
	action, own := model.Keep, false
	for _, t := range treatments {
		if t.Check != f.Check {
			continue
		}
		switch {
		case t.Column == "":
			if !own {
				action = t.Action
			}
		case r.names(t.Column, f):
			action, own = t.Action, true
		}
	}
	return action
}

// names reports whether a treatment's column is that of a finding.
func (r Report) names(column string, f Finding) bool {
	k, err := lookup(f.Check)
	if err != nil {
		return false
	}
	of, err := named(r.data, k, column)
	return err == nil && slices.Contains(of, target{f.Table, f.Column})
}

// Of returns the findings about a column of a table, -1 for those about whole
// rows.
func (r Report) Of(table, column int) []Finding {
	var out []Finding
	for _, f := range r.Findings {
		if f.Table == table && f.Column == column {
			out = append(out, f)
		}
	}
	return out
}
