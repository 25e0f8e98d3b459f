package export

import "custseg/model"

// Replay is what is not as it was when the recipe that led to a document was
// saved.
type Replay struct {
	// Kept says that the recipe told what it met and made; without it only Files
	// can be told.
	Kept      bool
	Then, Now Met
	Files     []FileChange
	Columns   []ColumnChange
	Shifts    []Shift
	Results   []SizeChanges // of each method that was there then
}

// Met is what a recipe was carried out on.
type Met struct {
	AsOf            string // nothing without dates
	Rows, Customers int
}

// FileChange is a file in the place of another, or with other content. One that
// is gone has no name now, a new one had none then.
type FileChange struct {
	Then, Now string
	Text      model.Phrase
}

// ColumnChange is a column that is new, missing, read otherwise or of another
// meaning.
type ColumnChange struct {
	Table, Column string
	Change        string // new, missing, kind or role
	Then, Now     string // its kind and role
	Text          model.Phrase
	Remedy        model.Phrase // empty where none is needed
}

// Shift is how far customers have moved on a measure: the population stability
// index, and what it exceeds by chance in one of twenty cases.
type Shift struct {
	Measure       string
	Label         model.Phrase
	Index, Chance float64
	Size          string // small, some or large
	Words         model.Phrase
}

// SizeChanges are the segments of one method then and now.
type SizeChanges struct {
	Method   string
	Name     model.Phrase
	Segments []SizeChange
}

// SizeChange is a segment's customers then and now, -1 where it was not there.
type SizeChange struct {
	Segment             string
	Then, Now           int
	ThenShare, NowShare float64
}

// Same reports whether nothing has changed.
func (r *Replay) Same() bool {
	if len(r.Files) > 0 || len(r.Columns) > 0 || r.Kept && r.Then != r.Now {
		return false
	}
	for _, of := range r.Results {
		for _, s := range of.Segments {
			if s.Then != s.Now {
				return false
			}
		}
	}
	return true
}

// Lines says in sentences what has changed, without measures and segments.
func (r *Replay) Lines() []model.Phrase {
	var out []model.Phrase
	if r.Same() {
		out = append(out, model.P("The data and the segments are as they were"))
	}
	for _, f := range r.Files {
		out = append(out, f.Text)
	}
	if !r.Kept {
		return append(out, model.P("The recipe does not tell what it made then: it was saved before recipes did"))
	}
	if r.Then.Rows != r.Now.Rows {
		out = append(out, model.P("rows: %d then, %d now", r.Then.Rows, r.Now.Rows))
	}
	if r.Then.Customers != r.Now.Customers {
		out = append(out, model.P("customers: %d then, %d now", r.Then.Customers, r.Now.Customers))
	}
	if r.Then.AsOf != r.Now.AsOf && r.Then.AsOf != "" && r.Now.AsOf != "" {
		out = append(out, model.P("as of %s then, %s now", r.Then.AsOf, r.Now.AsOf))
	}
	for _, c := range r.Columns {
		text := c.Text
		if !c.Remedy.Empty() {
			text = model.P("%s; %s", c.Text, c.Remedy)
		}
		out = append(out, text)
	}
	return out
}

// ShiftHelp says how the shift of a measure is read.
func ShiftHelp() model.Phrase {
	return model.P("The population stability index adds up, over ten parts that held as many customers then, how far their shares differ: " +
		"below 0.1 is small, above 0.25 large (Siddiqi 2006, Credit Risk Scorecards), and what chance makes in one of twenty cases is small too.")
}
