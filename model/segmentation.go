package model

import (
	"fmt"
	"regexp"
	"slices"
)

// Advice is one line for each team that acts on a segment; a line that does
// not apply is empty.
type Advice struct {
	Marketing, Product, Service, Risk Phrase
}

// Segment is one group of customers. Its number is its index in
// [Segmentation.Segments].
type Segment struct {
	Name   Phrase
	Rule   Phrase // in words, with the cuts in force
	Advice Advice
	// Unclassified marks the segment of customers that the method cannot
	// place; Segmentation.Why says why for each.
	Unclassified bool
}

// Unit says how a number is written.
type Unit string

// The units of measures and parameters.
const (
	Plain      Unit = ""
	Days       Unit = "days"
	OrderCount Unit = "orders"
	Money      Unit = "money"
	Percent    Unit = "percent" // a share, 0..1
)

// Cuts are the boundaries on one measure that decided the segments.
type Cuts struct {
	Measure string // the name under which the cuts are reported
	Label   Phrase
	Unit    Unit
	Values  []float64 // ascending

	// How a reader moves a cut. Either Param is a cut-list parameter that takes
	// all measures' cuts once one is moved, along with the settings With; or
	// Steps names, for each cut, the number parameter behind it. Neither: the
	// cuts cannot be moved.
	Param string
	With  Settings
	Steps []string
	Falls bool // raising a parameter of Steps lowers its cut
}

// Fit is one number a method reports about itself, under the literature's
// name in snake_case.
type Fit struct {
	Name  string
	Value float64
}

// overK ends the name of a measure of one of several numbers of clusters.
var overK = regexp.MustCompile(`_k\d+$`)

// OverK reports whether it belongs to a table over the number of clusters, which
// a chart shows.
func (f Fit) OverK() bool { return overK.MatchString(f.Name) }

// Text is its value to six significant digits, "none" where it is not defined.
func (f Fit) Text() string { return SignificantOrNone(f.Value, 6) }

// Segmentation is the result of one method on one set of customers.
type Segmentation struct {
	Method   string
	Segments []Segment
	// Of holds the segment of each customer, in the customers' order.
	Of []int32
	// Why says, for a customer in an Unclassified segment, the reason; nil when
	// all are classified. It indexes Reasons; -1 elsewhere.
	Why     []int32
	Reasons []Phrase

	// Outcome is what the method predicts, as far as it is known of customers; zero
	// where it predicts no yes or no.
	Outcome Outcome

	Scores []Column // one value per customer: what the method computed of them
	Used   []string // the measures and attributes the method read
	Cuts   []Cuts
	// Placing tells how the method decides.
	Placing *Placing
	// Settled are the values that parameters left to the method, such as auto, came
	// to.
	Settled Settings
	Charts  []Chart // the one that suits the method best comes first
	Fit     []Fit
	// Warnings change what the result means, such as a column that could not be
	// read; Notes are all else: who was excluded and why, assumptions that do not hold.
	Warnings []Phrase
	Notes    []Phrase
}

// Outcome is what became of customers: a yes, such as of churn.
type Outcome struct {
	Label Phrase    // of the yes, as in "Churn Yes"
	Yes   []float64 // per customer: 1, 0, or NaN where it is not known
}

// Remarks returns the warnings and then the notes, in the order in which a reader
// is told of them.
func (s *Segmentation) Remarks() []Phrase { return slices.Concat(s.Warnings, s.Notes) }

// Counts returns the number of customers in each segment.
func (s *Segmentation) Counts() []int {
	n := make([]int, len(s.Segments))
	for _, g := range s.Of {
		n[g]++
	}
	return n
}

// Members returns the customers of one segment, in the customers' order.
func (s *Segmentation) Members(segment int) []int32 {
	var out []int32
	for i, g := range s.Of {
		if int(g) == segment {
			out = append(out, int32(i))
		}
	}
	return out
}

// Measured returns the fit measure of that name.
func (s *Segmentation) Measured(name string) (float64, bool) {
	for _, f := range s.Fit {
		if f.Name == name {
			return f.Value, true
		}
	}
	return 0, false
}

// Check reports an error unless every one of n customers is in one segment and
// every column has n rows: a method that breaks this has a fault.
func (s *Segmentation) Check(n int) error {
	if len(s.Of) != n {
		return fmt.Errorf("method %s placed %d of %d customers: please report this fault", s.Method, len(s.Of), n)
	}
	for i, g := range s.Of {
		if g < 0 || int(g) >= len(s.Segments) {
			return fmt.Errorf("method %s left customer %d without a segment: please report this fault", s.Method, i)
		}
	}
	for _, c := range s.Scores {
		if c.Len() != n {
			return fmt.Errorf("method %s scored %d of %d customers in %s: please report this fault", s.Method, c.Len(), n, c.Name())
		}
	}
	return nil
}
