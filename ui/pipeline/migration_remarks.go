package pipeline

import (
	"math"
	"slices"

	"custseg/io/export"
	"custseg/model"
)

// remarks says what a reader should know of the two dates.
func (m *Migration) remarks() []model.Phrase {
	var out []model.Phrase
	stayed := m.stayed(m.counterparts())
	switch {
	case stayed == m.Common.N && m.static():
		out = append(out, model.P("What %s reads does not change with the date: whoever is a customer at both dates is in the same segment", m.First.Method.Name))
	case stayed == m.Common.N:
		out = append(out, model.P("Nobody who is a customer at both dates moved"))
	case m.anew():
		out = append(out, model.P("%s finds its segments anew at each date: those that share most customers count as the same, whatever their names", m.First.Method.Name))
		out = append(out, m.renamed()...)
	case !m.ranked():
		out = append(out, model.P("The segments of %s are not better or worse than one another, so that moves are neither up nor down", m.First.Method.Name))
	}
	if n := m.unranked(); n > 0 {
		out = append(out, model.P("%d moved otherwise than up or down: to or from a segment that is neither better nor worse than others", n))
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
// dates for the customers of both.
func (m *Migration) static() bool {
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
			if v, w := x.At(int(at)), y.At(int(to)); v != w && !(math.IsNaN(v) && math.IsNaN(w)) {
				return false
			}
		case a.Missing(int(at)) != b.Missing(int(to)) || !a.Missing(int(at)) && a.Text(int(at)) != b.Text(int(to)):
			return false
		}
	}
	return true
}
