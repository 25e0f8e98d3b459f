package formula

import (
	"fmt"
	"strings"
)

// Total is what lines of orders make together.
type Total string

// The totals. What was given back is no order and no purchase, and takes away
// money.
const (
	LineOrders Total = "orders" // different orders: by id, else by day, else each line
	LineCount  Total = "purchases"
	LineMoney  Total = "money"
)

// LineTest chooses lines by a column.
type LineTest uint8

// The tests.
const (
	AllLines LineTest = iota
	Worded            // its word is one of several
	Given             // its number is known
	NotZero           // its number is known and not 0
)

// Lines says which lines of a customer's orders count, and as what: an input that
// is 0 where there are none.
type Lines struct {
	Do           Total
	Test         LineTest
	By           string // the role of the column that the test is of
	words        string // of Worded, see [Lines.Of]
	From, Before Bound  // the days of the lines
}

// Bound is an end of a stretch of days, the zero value for none.
type Bound struct {
	Is   BoundKind
	Days int
}

// BoundKind says how a bound is given.
type BoundKind uint8

// The kinds of bounds.
const (
	NoBound BoundKind = iota
	OnDay             // so many days from 1 January 1970
	DaysAgo           // so many days before the as-of date
)

const wordEnd = "\x00"

// Of is the lines with one of the words in the column of a role.
func (l Lines) Of(role string, words []string) Lines {
	l.Test, l.By, l.words = Worded, role, ""
	for _, w := range words {
		l.words += w + wordEnd
	}
	return l
}

// Words are the words that the lines have one of.
func (l Lines) Words() []string {
	if l.words == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(l.words, wordEnd), wordEnd)
}

// OnLines is an input that is counted or added up of lines of orders, under a
// name.
func OnLines(name string, of Lines) Input { return Input{Kind: OfLines, Name: name, Lines: of} }

// String tells lines apart for a reader of tests.
func (l Lines) String() string {
	out := string(l.Do)
	switch l.Test {
	case Worded:
		out += fmt.Sprintf(" of %s in %q", l.By, l.Words())
	case Given:
		out += " of known " + l.By
	case NotZero:
		out += " of " + l.By + " not 0"
	}
	return out + l.From.text(" from ") + l.Before.text(" before ")
}

func (b Bound) text(before string) string {
	switch b.Is {
	case OnDay:
		return fmt.Sprintf("%sday %d", before, b.Days)
	case DaysAgo:
		return fmt.Sprintf("%s%d days ago", before, b.Days)
	}
	return ""
}
