package screen

import (
	"fmt"
	"math"
	"slices"

	"custseg/model"
	"custseg/ui/tui/chart"
)

// fact is one line about a customer.
type fact struct {
	label, value string
	notes        []string // what to say of it: in full, and then in fewer words
	heading      bool
}

// gather collects what is known of the customer: the measures the method read,
// with their place among all and the nearest cut, the scores, then the rest.
func (c *CustomerPage) gather() []fact {
	customers, s, pr, i := c.result.Customers, c.result.Segmentation, c.host.Printer(), c.id()
	out := []fact{{label: "Why here", heading: true}}
	for _, name := range s.Used {
		if f, ok := customers.Feature(model.Measure(name)); ok && f.Values() != nil {
			out = append(out, fact{label: f.Label.In(pr), value: unitText(pr, f.Values()[i], f.Unit), notes: c.place(name, f.Values(), f.Unit)})
		} else if col, ok := customers.Lookup(name); ok {
			if n, ok := col.(*model.Numbers); ok {
				out = append(out, fact{label: name, value: unitText(pr, n.Values[i], model.Plain), notes: c.place(name, n.Values, model.Plain)})
			}
		}
	}
	for _, score := range s.Scores {
		text := score.Text(i)
		if n, ok := score.(*model.Numbers); ok {
			text = unitText(pr, n.Values[i], model.Plain)
		}
		out = append(out, fact{label: score.Name(), value: text})
	}
	out = append(out, fact{}, fact{label: "Measures", heading: true})
	for _, f := range customers.Features() {
		if slices.Contains(s.Used, string(f.Measure)) {
			continue
		}
		value := f.Text(i)
		switch col := f.Column.(type) {
		case *model.Numbers:
			value = unitText(pr, col.Values[i], f.Unit)
		case *model.Dates:
			value = model.DayOf(col.Seconds[i]).String()
		}
		out = append(out, fact{label: f.Label.In(pr), value: value})
	}
	return append(out, c.attributes()...)
}

func (c *CustomerPage) attributes() []fact {
	out := []fact{{}, {label: "Attributes", heading: true}}
	hidden := 0
	for _, a := range c.result.Customers.Attributes() {
		switch {
		case a.Personal && !c.personal:
			hidden++
		case !a.Missing(c.id()):
			out = append(out, fact{label: a.Name(), notes: []string{a.Text(c.id())}})
		}
	}
	if hidden > 0 {
		out = append(out, fact{label: fmt.Sprintf("%d personal", hidden), notes: []string{"hidden, P shows"}})
	}
	if len(out) == 2 {
		return nil
	}
	return out
}

// place says where a value stands among all customers, and the nearest cut that
// would move it: in full, and then in fewer words.
func (c *CustomerPage) place(name string, values []float64, u model.Unit) []string {
	v := values[c.id()]
	if math.IsNaN(v) {
		return nil
	}
	below, equal, n := 0, 0, 0
	for _, w := range values {
		if math.IsNaN(w) {
			continue
		}
		n++
		if w < v {
			below++
		} else if w == v {
			equal++
		}
	}
	above := c.host.Printer().Sprintf("above %.0f%%", 100*(float64(below)+float64(equal)/2)/float64(n))
	for _, cuts := range c.result.Segmentation.Cuts {
		if cut, ok := nearestCut(v, cuts); ok && cuts.Measure == name {
			at := chart.Short(cut, u)
			return []string{fmt.Sprintf("%s, %s from cut %s", above, chart.Short(math.Abs(cut-v), u), at), fmt.Sprintf("%s, cut %s", above, at), above}
		}
	}
	return []string{above}
}

// nearestCut returns the cut that is closest to a value, the lower of two.
func nearestCut(v float64, cuts model.Cuts) (cut float64, ok bool) {
	best := math.Inf(1)
	for _, at := range cuts.Values {
		if d := math.Abs(at - v); d < best {
			best, cut, ok = d, at, true
		}
	}
	return cut, ok
}
