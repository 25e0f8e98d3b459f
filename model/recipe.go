package model

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// RecipeVersion is the version of the recipe's JSON form written today.
const RecipeVersion = 1

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
	Method     string
	Params     Settings // only those that differ from the method's defaults
	Seed       uint64
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

// WithSeed sets the seed of every random choice.
func (r Recipe) WithSeed(seed uint64) Recipe { r.Seed = seed; return r }

// Equal reports whether two recipes lead to the same result on the same data.
func (r Recipe) Equal(s Recipe) bool {
	return r.SameScope(s) && r.Method == s.Method && r.Params.Equal(s.Params) && r.Seed == s.Seed
}

// SameScope reports whether two recipes see the same customers.
func (r Recipe) SameScope(s Recipe) bool {
	return slices.Equal(r.Sources, s.Sources) && r.Reading == s.Reading && slices.Equal(r.Roles, s.Roles) &&
		slices.Equal(r.Treatments, s.Treatments) && r.AsOf == s.AsOf && r.Window == s.Window
}

// recipeJSON is the recipe as written. An as-of date left to the data is
// written in words.
type recipeJSON struct {
	Version    int          `json:"version"`
	Sources    []Source     `json:"sources"`
	Reading    *Reading     `json:"reading,omitempty"`
	Roles      []Assignment `json:"roles,omitempty"`
	Treatments []Treatment  `json:"treatments,omitempty"`
	AsOf       string       `json:"as_of"`
	Window     int          `json:"window_days,omitempty"`
	Method     string       `json:"method"`
	Params     Settings     `json:"params,omitempty"`
	Seed       uint64       `json:"seed"`
}

const lastOrderRule = "last order + 1 day"

// MarshalJSON implements [json.Marshaler].
func (r Recipe) MarshalJSON() ([]byte, error) {
	j := recipeJSON{Version: RecipeVersion, Sources: r.Sources, Roles: r.Roles, Treatments: r.Treatments, AsOf: lastOrderRule,
		Window: r.Window, Method: r.Method, Params: r.Params, Seed: r.Seed}
	if r.Reading != (Reading{}) {
		j.Reading = &r.Reading
	}
	if r.AsOf != NoDay {
		j.AsOf = r.AsOf.String()
	}
	return json.Marshal(j)
}

// UnmarshalJSON implements [json.Unmarshaler]. It refuses a version it does
// not know.
func (r *Recipe) UnmarshalJSON(b []byte) error {
	var j recipeJSON
	strict := json.NewDecoder(bytes.NewReader(b))
	strict.DisallowUnknownFields() // a misspelt setting must not be dropped silently
	if err := strict.Decode(&j); err != nil {
		return err
	}
	if j.Version != RecipeVersion {
		return recipeVersionError(j.Version)
	}
	*r = Recipe{Sources: j.Sources, Roles: j.Roles, Treatments: j.Treatments, AsOf: NoDay, Window: j.Window, Method: j.Method, Params: j.Params, Seed: j.Seed}
	if j.Reading != nil {
		r.Reading = *j.Reading
	}
	if j.AsOf != "" && j.AsOf != lastOrderRule {
		return r.AsOf.UnmarshalText([]byte(j.AsOf))
	}
	return nil
}

func recipeVersionError(v int) error {
	return fmt.Errorf("the recipe has version %d, this custseg reads version %d", v, RecipeVersion)
}
