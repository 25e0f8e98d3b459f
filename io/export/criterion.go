package export

import (
	"strconv"
	"strings"
)

// criterion finds the customers of one segment in the columns of all sheets of
// customers, or those who have none.
type criterion struct {
	ranges []string
	blank  bool
	exact  bool // see match; also of blank cells, which programs count in ways of their own by COUNTIFS
}

// criteria are those of the segments along an axis; nil where names do not tell
// them apart, and without ranges.
func (v *view) criteria(ranges []string, a axis) []criterion {
	if ranges == nil {
		return nil
	}
	out := make([]criterion, len(a.at))
	names, taken, folds := make([]string, len(a.at)), map[string]bool{}, map[string]int{}
	for k, i := range a.at {
		if i == len(v.names) {
			continue
		}
		names[k] = textCell(look{}, a.names[k]).value.(string)
		if names[k] == "" || taken[names[k]] {
			return nil
		}
		taken[names[k]] = true
		folds[folded(names[k])]++
	}
	for k, i := range a.at {
		out[k] = criterion{ranges: ranges, blank: i == len(v.names)}
		out[k].exact = out[k].blank || !plainCriterion(names[k]) || folds[folded(names[k])] > 1
	}
	return out
}

// pairCriterion finds the customers of a segment on either side.
type pairCriterion struct {
	a, b         criterion
	aName, bName string // the cells of their names
}

// with joins the criteria of both sides, whose names stand in cells.
func (c criterion) with(name block, d criterion, other block) pairCriterion {
	return pairCriterion{c, d, name.String(), other.String()}
}

// count counts them.
func (p pairCriterion) count() string {
	return p.each(func(i int) string {
		if p.a.exact || p.b.exact {
			return "SUMPRODUCT(" + p.tests(i) + ")"
		}
		return "COUNTIFS(" + p.asked(i) + ")"
	})
}

// sum adds up a column of theirs.
func (p pairCriterion) sum(values []string) string {
	return p.each(func(i int) string {
		if p.a.exact || p.b.exact {
			return "SUMPRODUCT(" + p.tests(i) + "," + values[i] + ")"
		}
		return "SUMIFS(" + values[i] + "," + p.asked(i) + ")"
	})
}

// each adds up what a formula finds on each sheet of customers.
func (p pairCriterion) each(one func(sheet int) string) string {
	terms := make([]string, len(p.a.ranges))
	for i := range terms {
		terms[i] = one(i)
	}
	return strings.Join(terms, "+")
}

func (p pairCriterion) tests(i int) string {
	return p.a.test(i, p.aName) + "," + p.b.test(i, p.bName)
}

func (p pairCriterion) asked(i int) string {
	return p.a.ranges[i] + "," + p.aName + "," + p.b.ranges[i] + "," + p.bName
}

// test compares a range character by character.
func (c criterion) test(i int, name string) string {
	if c.blank {
		name = `""`
	}
	return "--EXACT(" + c.ranges[i] + "," + name + ")"
}

// digits writes a number in a formula.
func digits(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
