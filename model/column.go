package model

import "custseg/model/notation"

// Kind is the type of a column's values.
type Kind uint8

// The kinds of column.
const (
	Number Kind = iota
	Text
	Date
)

// String returns the kind's name in English.
func (k Kind) String() string { return [...]string{"number", "text", "date"}[k] }

// Column is a named vector of one kind: [*Numbers], [*Texts] or [*Dates].
type Column interface {
	Name() string
	Kind() Kind
	Len() int
	// Missing reports whether row i holds no value.
	Missing(i int) bool
	// Text writes the value of row i plainly, nothing when missing.
	Text(i int) string
	// Pick returns a column of the rows named, in that order; row -1 is missing.
	Pick(rows []int32) Column
	// Renamed returns the same values under another name.
	Renamed(name string) Column
}

// NotationOf returns how a column was written, nil for plainly.
func NotationOf(c Column) *notation.Column {
	switch c := c.(type) {
	case *Numbers:
		return c.notation
	case *Dates:
		return c.notation
	case *Texts:
		return c.notation
	}
	return nil
}
