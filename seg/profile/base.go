package profile

import (
	"context"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/parallel"
)

// Base is the customers as groups are compared with them. It is never changed
// once made, and safe for use by several goroutines.
type Base struct {
	customers int
	sides     []side
	first     []int  // the place of each side's first line
	lines     []Line // of all sides, with the figures of the base
}

// side is something of the customers that groups are compared by: a column, or
// a word of their orders.
type side interface {
	// lines are the side's lines with the figures of the base.
	lines() []Line
	// compare fills in the lines of every group; of returns a group's own lines of
	// this side.
	compare(g grouping, of func(group int) []Line)
}

// grouping puts customers in groups: the group of each, -1 for none.
type grouping struct {
	of    []int32
	count int
}

// NewBase summarises the customers: sorting every column once is what takes
// time. It reports progress as a share of 1 and returns the context's error soon
// after a cancel. Personal columns, ids and what never varies are left out.
func NewBase(ctx context.Context, c *model.Customers, report func(done float64)) (*Base, error) {
	makers := sidesOf(c)
	made := make([][]side, len(makers))
	err := parallel.Each(ctx, len(makers), func() struct{} { return struct{}{} },
		func(task int, _ struct{}) { made[task] = makers[task]() }, report)
	if err != nil {
		return nil, err
	}
	b := &Base{customers: c.Len()}
	for _, s := range slices.Concat(made...) {
		if lines := s.lines(); len(lines) > 0 {
			b.sides, b.first = append(b.sides, s), append(b.first, len(b.lines))
			b.lines = append(b.lines, lines...)
		}
	}
	return b, nil
}

// Of compares a group with all customers. The lines are in the order of the
// base: measures, attributes, orders, what is missing; [Telling] puts them in
// the order that tells most. used are the names of what the method read, as in
// [model.Segmentation.Used].
func (b *Base) Of(ctx context.Context, members []int32, used []string) ([]Line, error) {
	of := make([]int32, b.customers)
	for i := range of {
		of[i] = -1
	}
	for _, m := range members {
		of[m] = 0
	}
	out, err := b.Groups(ctx, of, 1, used)
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

// Groups compares each of count groups with all customers in one pass; of is
// the group of each customer, -1 for none. Every group has the same lines, as
// [Base.Of] returns them.
func (b *Base) Groups(ctx context.Context, of []int32, count int, used []string) ([][]Line, error) {
	out := make([][]Line, count)
	for g := range out {
		out[g] = slices.Clone(b.lines)
		mark(out[g], used)
	}
	g := grouping{of, count}
	err := parallel.Each(ctx, len(b.sides), func() struct{} { return struct{}{} }, func(task int, _ struct{}) {
		from, to := b.first[task], len(b.lines)
		if task+1 < len(b.first) {
			to = b.first[task+1]
		}
		b.sides[task].compare(g, func(group int) []Line { return out[group][from:to] })
	}, nil)
	if err != nil {
		return nil, err
	}
	for g := range out {
		correct(out[g])
	}
	return out, nil
}

// mark says which lines the method read: by name, or, of the average order,
// what it is the quotient of.
func mark(lines []Line, used []string) {
	fold := func(name string) string { return strings.ToLower(strings.TrimSpace(name)) }
	known := map[string]bool{}
	for _, u := range used {
		known[fold(u)] = true
	}
	reads := func(name string) bool { return name != "" && known[fold(name)] }
	for i := range lines {
		l := &lines[i]
		l.Used = slices.ContainsFunc(l.from, reads) ||
			l.Name == string(model.AverageOrder) && reads(string(model.Monetary)) && reads(string(model.Frequency))
	}
}
