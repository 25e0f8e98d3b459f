package pipeline

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"custseg/io/export"
	"custseg/model"
	"custseg/seg"
)

// Check returns an error unless the first date is before the second.
func (p MigrationPlan) Check() error {
	if p.From >= p.To {
		return fmt.Errorf("from %s to %s: the first date must be before the second", p.From, p.To)
	}
	return nil
}

// mostSilence is how many days after the last order a date may be: a month that
// ended quietly. Further on customers would seem to leave for want of data.
const mostSilence = 31

// checkDates returns an error when a date is outside the data, and a note when it
// is at its edge.
func (p *Pipeline) checkDates(ctx context.Context, plan MigrationPlan) ([]model.Phrase, error) {
	all, _, err := p.Customers(ctx, plan.Recipe.WithAsOf(model.NoDay).WithWindow(0), nil)
	if err != nil {
		return nil, err
	}
	first, last := all.First, all.Last
	switch {
	case first == model.NoDay:
		return nil, fmt.Errorf("this data has no dates of orders, so nobody moves between two dates: map them with --map order_date=COLUMN")
	case plan.From < first:
		return nil, fmt.Errorf("%s is before the first order, of %s: there are no customers yet", plan.From, first)
	case plan.From >= last:
		return nil, fmt.Errorf("%s is not before the last order, of %s: nothing happens after it that could move anybody", plan.From, last)
	case plan.To > last+mostSilence:
		return nil, fmt.Errorf("%s is outside the data: the last order is of %s, and customers would seem to leave for want of later ones; the latest date that can be told is %s",
			plan.To, last, last+1)
	case plan.To > last+1:
		return []model.Phrase{model.P("The last order is of %s: the days from then to %s have none", last.String(), plan.To.String())}, nil
	}
	return nil, nil
}

// hold runs a result's method again with its cuts as parameters, so that they
// are the same at any date. The error says why that cannot be.
func (p *Pipeline) hold(ctx context.Context, r *Result) (*Result, []model.Phrase, error) {
	cuts := r.Segmentation.Cuts
	if len(cuts) == 0 {
		return nil, nil, fmt.Errorf("%s has no cuts on measures that could hold at both dates; leave out --cuts from, and each date has its own segments", r.Method.ID)
	}
	recipe, all := r.Recipe, map[string]map[string][]float64{}
	for _, c := range cuts {
		if c.Param == "" {
			continue
		}
		if all[c.Param] == nil {
			all[c.Param] = map[string][]float64{}
		}
		all[c.Param][c.Measure] = c.Values
		recipe = recipe.WithParam(c.Param, model.CutsOf(all[c.Param]))
		for name, v := range c.With {
			recipe = recipe.WithParam(name, v)
		}
	}
	held, err := p.Run(ctx, recipe, nil)
	if err != nil {
		return nil, nil, err
	}
	differ := 0
	for i, g := range held.Segmentation.Of {
		if g != r.Segmentation.Of[i] {
			differ++
		}
	}
	if differ > 0 {
		return held, []model.Phrase{model.P("With its cuts held, the first date has %d customers in another segment than with cuts of its own", differ)}, nil
	}
	return held, nil, nil
}

// sameCuts returns an error that names the measures whose cuts differ between two
// results though they were to be held.
func sameCuts(first, second *Result) error {
	var moved []string
	for _, c := range first.Segmentation.Cuts {
		at := slices.IndexFunc(second.Segmentation.Cuts, func(d model.Cuts) bool { return d.Measure == c.Measure })
		if at < 0 || !slices.Equal(second.Segmentation.Cuts[at].Values, c.Values) {
			moved = append(moved, c.Measure)
		}
	}
	if len(moved) > 0 {
		return fmt.Errorf("%s: the cuts of %s follow from the data of each date, and no parameter sets them; leave out --cuts from, or choose settings with fixed cuts",
			first.Method.ID, strings.Join(moved, ", "))
	}
	return nil
}

// remarks says what a reader should know of the two dates.
func (m *Migration) remarks() []model.Phrase {
	var out []model.Phrase
	switch {
	case m.static():
		out = append(out, model.P("What %s reads does not change with the date: whoever is a customer at both dates is the same at both", m.First.Method.Name))
	case m.First.Method.Family == seg.Mining && !m.Plan.HoldCuts:
		out = append(out, model.P("%s finds its segments anew at each date: those of one name need not be alike, and who stayed counts names", m.First.Method.Name))
	case !m.ranked():
		out = append(out, model.P("The segments of %s are not better or worse than one another, so that moves are neither up nor down", m.First.Method.Name))
	}
	if n := m.unranked(); n > 0 {
		out = append(out, model.P("%d moved otherwise than up or down: into or out of Unclassified, or of another segment that is neither better nor worse", n))
	}
	for _, r := range []*Result{m.First, m.Second} {
		out = append(out, unclassifiedNotes(r, model.Raw(r.Customers.AsOf.String()))...)
	}
	return out
}

// ranked reports whether the method has better and worse segments.
func (m *Migration) ranked() bool {
	return slices.ContainsFunc(m.First.ranks(), func(rank int) bool { return rank >= 0 })
}

// unranked counts the moves that are neither up nor down though the method has
// better and worse segments.
func (m *Migration) unranked() int {
	n := 0
	for _, move := range m.Moves {
		if move == export.Other {
			n++
		}
	}
	if !m.ranked() {
		return 0
	}
	return n
}

// static reports whether every column that the method read is the same at both
// dates for the customers of both, and nobody moved: an age is of a birth date
// that stays the same, and grows.
func (m *Migration) static() bool {
	if m.Stayed < m.Common.N {
		return false
	}
	used := m.First.Segmentation.Used
	for _, name := range used {
		a, ok := columnOf(m.First.Customers, name)
		b, too := columnOf(m.Second.Customers, name)
		if !ok || !too || !m.equal(a, b) {
			return false
		}
	}
	return len(used) > 0
}

func columnOf(c *model.Customers, name string) (model.Column, bool) {
	if f, ok := c.Feature(model.Measure(name)); ok {
		return f.Column, true
	}
	return c.Lookup(name)
}

// equal reports whether two columns have the same values for the customers of
// both dates.
func (m *Migration) equal(a, b model.Column) bool {
	x, numeric := a.(*model.Numbers)
	y, too := b.(*model.Numbers)
	for i, at := range m.FirstAt {
		to := m.SecondAt[i]
		switch {
		case at < 0 || to < 0:
		case numeric && too:
			if v, w := x.Values[at], y.Values[to]; v != w && !(math.IsNaN(v) && math.IsNaN(w)) {
				return false
			}
		case a.Missing(int(at)) != b.Missing(int(to)) || !a.Missing(int(at)) && a.Text(int(at)) != b.Text(int(to)):
			return false
		}
	}
	return true
}
