package model

import (
	"fmt"
	"strings"
)

// Snapshot is what a recipe met and made when it was saved, so that another run
// of it can tell what has changed since. It holds counts and quantiles, and the
// names of columns and segments.
type Snapshot struct {
	AsOf      Day `json:"as_of"`     // the day it came to; NoDay without dates
	Rows      int `json:"rows"`      // of all files
	Customers int `json:"customers"` // who were segmented
	// Columns are those of each table, by the table's name and the header.
	Columns  map[string]map[string]SnapshotColumn `json:"columns"`
	Measures []SnapshotMeasure                    `json:"measures"` // the numbers that methods read
	Results  []SnapshotResult                     `json:"results"`  // of each method
}

// SnapshotColumn is how a column was read, and what it meant; its role is empty
// for none. In JSON it is text such as "date, order_date".
type SnapshotColumn struct {
	Kind string
	Role Role
}

// MarshalText writes the kind, and the role after a comma.
func (c SnapshotColumn) MarshalText() ([]byte, error) {
	if c.Role == "" {
		return []byte(c.Kind), nil
	}
	return []byte(c.Kind + ", " + string(c.Role)), nil
}

// UnmarshalText reads what MarshalText writes.
func (c *SnapshotColumn) UnmarshalText(b []byte) error {
	kind, role, _ := strings.Cut(string(b), ", ")
	*c = SnapshotColumn{kind, Role(role)}
	return nil
}

// SnapshotMeasure is how customers were spread over a measure: Counts[i] of them
// up to Cuts[i], the last of Counts above all cuts.
type SnapshotMeasure struct {
	Measure string    `json:"measure"`
	Cuts    []float64 `json:"deciles"` // ascending; equal ones once
	Counts  []int     `json:"counts"`
	Missing int       `json:"missing,omitempty"`
}

// SnapshotResult is the segments of one method, in their order.
type SnapshotResult struct {
	Method   string            `json:"method"`
	Segments []SnapshotSegment `json:"segments"`
}

// SnapshotSegment is a segment and how many customers were in it.
type SnapshotSegment struct {
	Name      string `json:"name"`
	Customers int    `json:"customers"`
}

// check returns an error for a snapshot that no program wrote.
func (s *Snapshot) check() error {
	if s == nil {
		return nil
	}
	for _, m := range s.Measures {
		if len(m.Counts) != len(m.Cuts)+1 {
			return fmt.Errorf("snapshot: the measure %s has %d deciles and %d counts, where there is one count more", m.Measure, len(m.Cuts), len(m.Counts))
		}
		for i := 1; i < len(m.Cuts); i++ {
			if m.Cuts[i] <= m.Cuts[i-1] {
				return fmt.Errorf("snapshot: the deciles of the measure %s do not ascend", m.Measure)
			}
		}
	}
	return nil
}
