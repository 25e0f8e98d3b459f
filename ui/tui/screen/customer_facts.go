package screen

import (
	"fmt"
	"slices"

	"custseg/model"
)

// fact is one line about a customer.
type fact struct {
	label, value string
	notes        []string // what to say of it: in full, and then in fewer words
	heading      bool
}

// gather collects what is known of the customer: why they are where they are and
// what would move them, the scores, then the rest.
func (c *CustomerPage) gather() []fact {
	customers, s, pr, i := c.result.Customers, c.result.Segmentation, c.host.Printer(), c.id()
	out := c.reasonsAndScores()
	out = append(out, fact{}, fact{label: "Measures", heading: true})
	for _, f := range customers.Features() {
		if _, told := s.Placing.Find(string(f.Measure)); told {
			continue
		}
		value := f.Text(i)
		switch col := f.Column.(type) {
		case *model.Numbers:
			value = unitText(pr, col.At(i), f.Unit)
		case *model.Dates:
			value = model.DayOf(col.At(i)).String()
		}
		out = append(out, fact{label: f.Label.In(pr), value: value})
	}
	return append(out, c.attributes()...)
}

// reasonsAndScores is why they are where they are, what would move them, and the
// scores; where the reasons are many, such as an item each, and the scores few,
// these come first, for there the result is.
func (c *CustomerPage) reasonsAndScores() []fact {
	const many = 8 // facts
	reasons, scores := c.reasons(), c.scores()
	switch {
	case len(scores) == 0:
		return reasons
	case len(reasons) > many && len(scores) <= many:
		return slices.Concat(scores, []fact{{}}, reasons)
	}
	return slices.Concat(reasons, []fact{{}}, scores)
}

// scores are what the method computed of the customer.
func (c *CustomerPage) scores() []fact {
	s, pr, i := c.result.Segmentation, c.host.Printer(), c.id()
	if len(s.Scores) == 0 {
		return nil
	}
	out := []fact{{label: "Scores", heading: true}}
	for _, score := range s.Scores {
		text := score.Text(i)
		if n, ok := score.(*model.Numbers); ok {
			text = unitText(pr, n.At(i), model.Plain)
		}
		out = append(out, fact{label: score.Name(), value: text})
	}
	return out
}

func (c *CustomerPage) attributes() []fact {
	out := []fact{{}, {label: "Attributes", heading: true}}
	listed, isList := c.result.Customers.ItemList()
	if isList {
		out = append(out, fact{label: say(c.host.Printer(), "items"), notes: []string{listed.Text(c.id())}})
	}
	hidden := 0
	for _, a := range c.result.Customers.Attributes() {
		switch {
		case slices.Contains(listed.Columns, a.Name()):
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
