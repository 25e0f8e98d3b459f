package model

import (
	"fmt"
	"maps"
	"slices"
)

// Disclosure is what a written file tells of a column.
type Disclosure string

// The disclosures.
const (
	KeepColumn Disclosure = "keep" // the values as they are
	DropColumn Disclosure = "drop" // nothing: the column is left out
	MaskColumn Disclosure = "mask" // that there is a value
	HashColumn Disclosure = "hash" // which values are equal
)

// Disclosures lists every disclosure, the one that hides nothing first.
func Disclosures() []Disclosure {
	return []Disclosure{KeepColumn, DropColumn, MaskColumn, HashColumn}
}

// Privacy is what written files tell of persons.
type Privacy struct {
	// Default is of the columns that name persons; any but [KeepColumn] hashes
	// customer ids too. Empty keeps all.
	Default Disclosure `json:"default,omitempty"`
	// Columns are the choices for single columns, by header or "table:header",
	// over the default.
	Columns map[string]Disclosure `json:"columns,omitempty"`
}

// MaskPersons is the privacy of a switch: columns that name persons masked and
// ids hashed, or all kept.
func MaskPersons(on bool) Privacy {
	if on {
		return Privacy{Default: MaskColumn}
	}
	return Privacy{}
}

// Hides reports whether any column is not kept.
func (p Privacy) Hides() bool {
	for _, d := range p.Columns {
		if d != KeepColumn {
			return true
		}
	}
	return p.Masks()
}

// With returns the privacy with another choice for a column, by header or
// "table:header"; an empty choice leaves the column to the default.
func (p Privacy) With(column string, d Disclosure) Privacy {
	columns := maps.Clone(p.Columns)
	delete(columns, column)
	if d != "" {
		if columns == nil {
			columns = map[string]Disclosure{}
		}
		columns[column] = d
	}
	if len(columns) == 0 {
		columns = nil
	}
	p.Columns = columns
	return p
}

// Masks reports whether what names persons is hidden unless a column says
// otherwise.
func (p Privacy) Masks() bool { return p.Default != "" && p.Default != KeepColumn }

// Equal reports whether both tell the same.
func (p Privacy) Equal(q Privacy) bool {
	return p.Masks() == q.Masks() && (p.Default == q.Default || !p.Masks()) && maps.Equal(p.Columns, q.Columns)
}

// check returns an error that names the choice that there is not.
func (p Privacy) check() error {
	known := func(field string, d Disclosure) error {
		if slices.Contains(Disclosures(), d) {
			return nil
		}
		return fmt.Errorf("privacy: %s is %q, and is one of %v", field, d, Disclosures())
	}
	if p.Default != "" {
		if err := known("default", p.Default); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Columns)) {
		if err := known(fmt.Sprintf("column %q", name), p.Columns[name]); err != nil {
			return err
		}
	}
	return nil
}
