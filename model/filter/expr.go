package filter

import (
	"slices"
	"strings"
	"unicode"
)

// Expr is a filter. Its String is the one stable form that [Parse] reads back
// to the same filter. Expressions are never changed.
type Expr interface {
	String() string
	// compile resolves names and values against columns.
	compile(c *columns) (func(row int) bool, error)
}

// And holds where all parts do; Or where any does. They have two parts or more.
type (
	And []Expr
	Or  []Expr
)

// Not holds where its part does not.
type Not struct{ X Expr }

// Op is how a [Test] compares.
type Op uint8

// The comparisons. Of text, a number and a date alike unless said otherwise.
const (
	Equal        Op = iota
	Less            // numbers and dates
	LessEqual       // numbers and dates
	Greater         // numbers and dates
	GreaterEqual    // numbers and dates
	Between         // numbers and dates; from the first value to the second, both included
	In              // any of the values
	Contains        // the value as it is written holds the text
	Starts
	Ends
	Missing // without values
)

// Test compares one column with values.
type Test struct {
	Column string // the name, [Any] for any column
	Op     Op
	Values []string // as typed; one, but for Between, In and Missing
	Not    bool     // of Equal, Between, In, Contains, Starts, Ends and Missing

	name  int // byte in the parsed text at which the name begins
	value int // and the first value
}

// Any is the name that stands for any column.
const Any = "*"

// Is holds where a column has a value, given as [Parse] reads it; no value means
// that it is missing.
func Is(column, value string) Expr {
	if value == "" {
		return Test{Column: column, Op: Missing}
	}
	return Test{Column: column, Op: Equal, Values: []string{value}}
}

// OneOf holds where a column has any of the values, one at least; no value among
// them means that it is missing.
func OneOf(column string, values []string) Expr {
	if len(values) == 1 {
		return Is(column, values[0])
	}
	present := slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
	if len(present) == len(values) {
		return Test{Column: column, Op: In, Values: present}
	}
	return Or{OneOf(column, present), Is(column, "")}
}

// Range holds where a column is at least from and less than to, or to too when
// the end is closed.
func Range(column, from, to string, closed bool) Expr {
	if closed {
		return Test{Column: column, Op: Between, Values: []string{from, to}}
	}
	return And{Test{Column: column, Op: GreaterEqual, Values: []string{from}}, Test{Column: column, Op: Less, Values: []string{to}}}
}

// Both holds where two filters do; nil is the filter that holds everywhere.
func Both(a, b Expr) Expr {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return And(slices.Concat(parts[And](a), parts[And](b)))
}

// Negate returns the opposite of a filter, in the shortest form.
func Negate(e Expr) Expr {
	switch e := e.(type) {
	case Not:
		return e.X
	case Test:
		if e.Op == Equal || e.Op >= Between {
			e.Not = !e.Not
			return e
		}
	}
	return Not{e}
}

// parts are the members of a list of that kind, or the expression alone.
func parts[L And | Or](e Expr) []Expr {
	if list, ok := any(e).(L); ok {
		return list
	}
	return []Expr{e}
}

// String implements [Expr]. Or binds less tightly than and.
func (e And) String() string {
	out := make([]string, len(e))
	for i, x := range e {
		out[i] = x.String()
		if _, ok := x.(Or); ok {
			out[i] = "(" + out[i] + ")"
		}
	}
	return strings.Join(out, " and ")
}

// String implements [Expr].
func (e Or) String() string {
	out := make([]string, len(e))
	for i, x := range e {
		out[i] = x.String()
	}
	return strings.Join(out, " or ")
}

// String implements [Expr].
func (e Not) String() string { return "not (" + e.X.String() + ")" }

// String implements [Expr].
func (e Test) String() string {
	out := Quote(e.Column)
	if e.Column == Any {
		out = Any
	}
	not := ""
	if e.Not {
		not = "not "
	}
	switch e.Op {
	case Missing:
		return out + " is " + not + "missing"
	case Equal:
		if e.Not {
			return out + " != " + Quote(e.Values[0])
		}
		return out + " = " + Quote(e.Values[0])
	case Between:
		return out + " " + not + "between " + Quote(e.Values[0]) + " and " + Quote(e.Values[1])
	case In:
		list := make([]string, len(e.Values))
		for i, v := range e.Values {
			list[i] = Quote(v)
		}
		return out + " " + not + "in (" + strings.Join(list, ", ") + ")"
	}
	return out + " " + not + e.Op.word() + " " + Quote(e.Values[0])
}

// word is how a comparison is written.
func (o Op) word() string {
	return [...]string{Equal: "=", Less: "<", LessEqual: "<=", Greater: ">", GreaterEqual: ">=", Between: "between", In: "in",
		Contains: "contains", Starts: "starts with", Ends: "ends with", Missing: "is missing"}[o]
}

// Quote writes a name or a value as it stands in a filter: as it is where it is
// plain words, else in quotes.
func Quote(s string) string {
	words := strings.Split(s, " ")
	for _, w := range words {
		if w == "" || reserved(w) || strings.ContainsFunc(w, func(r rune) bool { return !plain(r) }) {
			return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
	}
	return s
}

// plain reports whether a rune is never part of the language.
func plain(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune("_-./:%+#@&$", r)
}

// reserved reports whether a word may be part of the language.
func reserved(word string) bool {
	switch strings.ToLower(word) {
	case "and", "or", "not", "in", "is", "between", "contains", "starts", "ends", "with", "missing":
		return true
	}
	return false
}
