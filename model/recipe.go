package model

import (
	"fmt"
	"slices"
)

// Reading says how files are read where the analyst overrides the guess.
type Reading struct {
	Sheet     string `json:"sheet,omitempty"`
	Encoding  string `json:"encoding,omitempty"`
	Delimiter string `json:"delimiter,omitempty"`
	NoHeader  bool   `json:"no_header,omitempty"`
	// Header is the row, counted from 1, that names the columns; 0 finds it.
	Header int `json:"header_row,omitempty"`
	// Dates is the order of day and month where dates can be read in two ways.
	Dates DateOrder `json:"dates,omitempty"`
	// Decimal is the decimal mark where numbers can be read in two ways: "." or ",".
	Decimal string `json:"decimal,omitempty"`
	// Rows is how many rows are read of all files together, in their order; 0 reads all.
	Rows int `json:"rows,omitempty"`
}

// check reports the first field that holds what it cannot.
func (r Reading) check() error {
	switch {
	case r.Header < 0:
		return fmt.Errorf(`reading: the field "header_row" is %d, and is 0 or more`, r.Header)
	case r.Rows < 0:
		return fmt.Errorf(`reading: the field "rows" is %d, and is 0 or more`, r.Rows)
	case r.Dates != "" && !slices.Contains([]DateOrder{DayMonthYear, MonthDayYear, YearMonthDay}, r.Dates):
		return fmt.Errorf(`reading: the field "dates" is %q, and is dmy, mdy or ymd`, Brief(string(r.Dates)))
	case r.Decimal != "" && r.Decimal != "." && r.Decimal != ",":
		return fmt.Errorf(`reading: the field "decimal" is %q, and is . or ,`, Brief(r.Decimal))
	}
	return nil
}

// DateOrder is the order of the parts of a date written in figures.
type DateOrder string

// The orders of dates; the empty one is found from the data.
const (
	DayMonthYear DateOrder = "dmy"
	MonthDayYear DateOrder = "mdy"
	YearMonthDay DateOrder = "ymd"
)

// Recipe is everything that leads from files to segments, as one value. The
// result is a function of the data and the recipe. A recipe is never changed:
// the With methods return another.
type Recipe struct {
	Sources []Source
	Reading Reading
	Roles   []Assignment // what the analyst set over the guesses
	// Treatments are what is done about findings of quality, in this order, before
	// customers are made.
	Treatments []Treatment
	AsOf       Day // NoDay: the day after the last order
	Window     int // days of orders up to the as-of date; 0 for all
	// Where is the filter that customers pass, as package filter writes it, before
	// the method sees them; empty for all.
	Where  string
	Method string
	Params Settings // only those that differ from the method's defaults
	// Also are further methods, each carried out on the same customers beside the
	// first.
	Also    []Choice
	Seed    uint64
	Privacy Privacy
	Output  Output
	// Snapshot is what the recipe met and made when it was saved, nil when it has
	// not been. It changes nothing of a result.
	Snapshot *Snapshot
}

// Choice is a method with its parameters.
type Choice struct {
	Method string   `json:"method"`
	Params Settings `json:"params,omitempty"` // only those that differ from the method's defaults
}

// Equal reports whether both are the same method with the same parameters.
func (c Choice) Equal(d Choice) bool { return c.Method == d.Method && c.Params.Equal(d.Params) }

// Output is how files are written. Where to is no part of it.
type Output struct {
	// Formats are the endings of the files, such as xlsx.
	Formats []string `json:"formats,omitempty"`
	// NoSegmentSheets leaves the sheet of each segment out of a workbook.
	NoSegmentSheets bool `json:"no_segment_sheets,omitempty"`
	// ValuesOnly writes no formulas into a workbook.
	ValuesOnly bool `json:"values_only,omitempty"`
	// BOM begins a CSV with a byte order mark.
	BOM bool `json:"bom,omitempty"`
	// Dialect is that of SQL; empty is the one that is usual.
	Dialect string `json:"dialect,omitempty"`
}

// Equal reports whether both write the same files.
func (o Output) Equal(p Output) bool {
	return slices.Equal(o.Formats, p.Formats) && o.NoSegmentSheets == p.NoSegmentSheets && o.ValuesOnly == p.ValuesOnly &&
		o.BOM == p.BOM && o.Dialect == p.Dialect
}

// NewRecipe returns the recipe of freshly opened files: no method yet, seed 1.
func NewRecipe(sources []Source, reading Reading) Recipe {
	return Recipe{Sources: slices.Clone(sources), Reading: reading, AsOf: NoDay, Seed: 1}
}

// WithMethod chooses a method; parameters start again at its defaults.
func (r Recipe) WithMethod(id string) Recipe {
	if r.Method != id {
		r.Method, r.Params = id, nil
	}
	return r
}

// WithParam sets one parameter.
func (r Recipe) WithParam(name string, v Value) Recipe {
	r.Params = r.Params.With(name, v)
	return r
}

// WithoutParam puts one parameter back to its default.
func (r Recipe) WithoutParam(name string) Recipe {
	r.Params = r.Params.Without(name)
	return r
}

// WithRole gives a column a role, replacing what the analyst said of it before.
func (r Recipe) WithRole(a Assignment) Recipe {
	r.Roles = append(slices.DeleteFunc(slices.Clone(r.Roles), func(b Assignment) bool { return b.Column == a.Column }), a)
	return r
}

// WithAsOf sets the as-of date; NoDay is the day after the last order.
func (r Recipe) WithAsOf(d Day) Recipe { r.AsOf = d; return r }

// WithWindow sets the number of days of orders looked at; 0 is all.
func (r Recipe) WithWindow(days int) Recipe { r.Window = days; return r }

// WithWhere sets the filter that customers pass; empty keeps all.
func (r Recipe) WithWhere(where string) Recipe { r.Where = where; return r }

// WithPrivacy sets what files tell of columns.
func (r Recipe) WithPrivacy(p Privacy) Recipe { r.Privacy = p; return r }

// WithOutput sets how files are written.
func (r Recipe) WithOutput(o Output) Recipe { r.Output = o; return r }

// First is the first method with its parameters.
func (r Recipe) First() Choice { return Choice{r.Method, r.Params} }

// WithAlso adds a further method, unless it is one with these parameters. The
// first method may be among the further ones, where it waits for another to take
// its place.
func (r Recipe) WithAlso(c Choice) Recipe {
	if !slices.ContainsFunc(r.Also, c.Equal) {
		r.Also = append(slices.Clone(r.Also), c)
	}
	return r
}

// WithoutAlso takes a further method away.
func (r Recipe) WithoutAlso(c Choice) Recipe {
	r.Also = slices.DeleteFunc(slices.Clone(r.Also), c.Equal)
	return r
}

// Choices lists the methods to be carried out, the first one first and each once;
// none before one is chosen.
func (r Recipe) Choices() []Choice {
	if r.Method == "" {
		return nil
	}
	out := []Choice{r.First()}
	for _, c := range r.Also {
		if !slices.ContainsFunc(out, c.Equal) {
			out = append(out, c)
		}
	}
	return out
}

// Only returns the recipe of one of its methods alone.
func (r Recipe) Only(c Choice) Recipe {
	r.Method, r.Params, r.Also = c.Method, c.Params, nil
	return r
}

// WithSeed sets the seed of every random choice.
func (r Recipe) WithSeed(seed uint64) Recipe { r.Seed = seed; return r }

// Equal reports whether two recipes lead to the same files on the same data.
func (r Recipe) Equal(s Recipe) bool {
	return r.SameResult(s) && slices.EqualFunc(r.Also, s.Also, Choice.Equal) && r.Privacy.Equal(s.Privacy) && r.Output.Equal(s.Output)
}

// SameResult reports whether two recipes lead to the same segments of their
// first method on the same data.
func (r Recipe) SameResult(s Recipe) bool {
	return r.SameScope(s) && r.Method == s.Method && r.Params.Equal(s.Params) && r.Seed == s.Seed
}

// SameScope reports whether two recipes see the same customers.
func (r Recipe) SameScope(s Recipe) bool { return r.SameBase(s) && r.Where == s.Where }

// SameBase reports whether two recipes see the same customers before their
// filters.
func (r Recipe) SameBase(s Recipe) bool {
	return slices.Equal(r.Sources, s.Sources) && r.Reading == s.Reading && slices.Equal(r.Roles, s.Roles) &&
		slices.Equal(r.Treatments, s.Treatments) && r.AsOf == s.AsOf && r.Window == s.Window
}
