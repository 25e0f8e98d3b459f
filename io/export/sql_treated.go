package export

import (
	"math"

	"custseg/model/notation"
)

// treated does a step of a treatment to a number or a date, whose literals value
// writes.
func (d Dialect) treated(e string, s notation.Step, value func(float64) string) string {
	out, of := "CASE", "("+e+")"
	for _, b := range s.Blank {
		if b.From == b.To {
			out += " WHEN " + of + " = " + value(b.From) + " THEN NULL"
		} else {
			out += " WHEN " + of + " BETWEEN " + value(b.From) + " AND " + value(b.To) + " THEN NULL"
		}
	}
	by := ""
	if s.Times != 1 {
		by = " * " + d.number(s.Times)
	}
	instead := func(limit float64) string {
		if s.Beyond {
			return "NULL"
		}
		return value(limit) + by
	}
	if !math.IsInf(s.Low, 0) {
		out += " WHEN " + of + " < " + value(s.Low) + " THEN " + instead(s.Low)
	}
	if !math.IsInf(s.High, 0) {
		out += " WHEN " + of + " > " + value(s.High) + " THEN " + instead(s.High)
	}
	return orElse(out, of+by)
}
