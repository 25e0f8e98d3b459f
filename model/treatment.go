package model

import "slices"

// Action is what is done about a finding of quality.
type Action string

// The actions.
const (
	Keep  Action = "keep"  // the values stay as they are
	Drop  Action = "drop"  // the rows are left out, and counted
	Cap   Action = "cap"   // values beyond a limit become the limit
	Blank Action = "blank" // the values become missing
	Fill  Action = "fill"  // missing values become what stands above them
	Merge Action = "merge" // words that differ only in writing become the commonest of them
	// The values are counted in another unit of time, and become days.
	Weeks  Action = "weeks"
	Months Action = "months"
	Years  Action = "years"
)

// Actions lists every action, the one that changes nothing first.
func Actions() []Action {
	return []Action{Keep, Drop, Cap, Blank, Fill, Merge, Weeks, Months, Years}
}

// Treatment says what to do about what one check of quality finds.
type Treatment struct {
	Check string `json:"check"`
	// Column is a header, "table:header", or a table's name for checks of whole
	// rows; empty for wherever the check finds something.
	Column string `json:"column,omitempty"`
	Action Action `json:"action"`
	// Limit is the day, as 2006-01-02, that a check which depends on today took
	// for today, so that a replay needs no clock.
	Limit string `json:"limit,omitempty"`
}

// WithTreatment sets what is done about one check in one column, replacing what
// was said of it before. Keep is remembered only where it is an exception from
// a treatment of all columns.
func (r Recipe) WithTreatment(t Treatment) Recipe {
	rest := slices.DeleteFunc(slices.Clone(r.Treatments), func(o Treatment) bool { return o.Check == t.Check && o.Column == t.Column })
	exception := t.Column != "" && slices.ContainsFunc(rest, func(o Treatment) bool { return o.Check == t.Check && o.Column == "" })
	if t.Action != Keep || exception {
		rest = append(rest, t)
	}
	if len(rest) == 0 {
		rest = nil
	}
	r.Treatments = rest
	return r
}

// WithColumn returns the table with another column, of as many rows and the
// same name, at a place. The table itself stays as it is.
func (t *Table) WithColumn(place int, c Column) *Table {
	out := *t
	out.columns = slices.Clone(t.columns)
	out.columns[place] = c
	return &out
}
