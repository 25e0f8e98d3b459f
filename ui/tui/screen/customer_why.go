package screen

import (
	"strings"

	"custseg/seg/why"
	"custseg/ui/tui/cell"
)

// reasons are the values that put the customer where they are, each with the
// range in which they stay, and what would move them.
func (c *CustomerPage) reasons() []fact {
	e, pr := c.result.Explainer().Of(c.id()), c.host.Printer()
	out := []fact{{label: "Why here", heading: true}}
	still := immovable(e.Values)
	for _, v := range e.Values {
		if len(still) == 0 || v.Decides {
			out = append(out, fact{label: v.Label.In(pr), value: c.valueText(v), notes: c.place(v)})
		}
	}
	if len(still) > 0 {
		out = append(out, c.together(still)...)
	}
	return append(out, c.moves(e)...)
}

// fewestTogether is from how many values on those of which no other would move
// the customer share a line.
const fewestTogether = 3

// immovable are the values of which none alone would move the customer, if there
// are many enough to be told in one line.
func immovable(values []why.Value) []why.Value {
	var out []why.Value
	for _, v := range values {
		if !v.Decides {
			out = append(out, v)
		}
	}
	if len(out) < fewestTogether {
		return nil
	}
	return out
}

// together tells of values that do not move the customer in a line, and lists them
// below it, as many in each as a narrow screen has room for.
func (c *CustomerPage) together(values []why.Value) []fact {
	const room = 46
	pr := c.host.Printer()
	out := []fact{{label: say(pr, "%d values", len(values)), notes: []string{say(pr, "no other value of one alone would move them")}}}
	line := ""
	for _, v := range values {
		part := say(pr, "%s %s", v.Label, c.valueText(v))
		if line != "" && cell.Width(line)+2+cell.Width(part) > room {
			out = append(out, fact{notes: []string{line}})
			line = ""
		}
		if line != "" {
			part = say(pr, "%s, %s", line, part)
		}
		line = part
	}
	return append(out, fact{notes: []string{line}})
}

// valueText writes the value that the customer has.
func (c *CustomerPage) valueText(v why.Value) string {
	if v.Word != "" {
		return v.Word
	}
	return unitText(c.host.Printer(), v.At, v.Unit)
}

// place says where a customer stays and where they stand among all: in full, and
// then in fewer words.
func (c *CustomerPage) place(v why.Value) []string {
	var all []string
	if stays := v.Stays(); !stays.Empty() {
		all = append(all, stays.In(c.host.Printer()))
	}
	if above := v.Above(); !above.Empty() {
		all = append(all, above.In(c.host.Printer()))
	}
	if len(all) < 2 {
		return all
	}
	return []string{strings.Join(all, ", "), all[0]}
}

// moves are the nearest changes that lead to a better segment, and where one
// more order would lead.
func (c *CustomerPage) moves(e why.Explanation) []fact {
	pr := c.host.Printer()
	name := func(g int) string { return c.result.Segmentation.Segments[g].Name.In(pr) }
	if !e.Settled.Empty() {
		return []fact{{}, {label: "What would move them", heading: true}, {label: "not known", notes: []string{e.Settled.In(pr)}}}
	}
	if len(e.Moves) == 0 && (e.Next == nil || e.Next.Segment < 0) {
		return nil
	}
	title := "What would move them up"
	switch {
	case len(e.Moves) == 0:
		title = "What comes next"
	case e.ByMoney:
		title = "What would move them where customers bring more"
	}
	out := []fact{{}, {label: title, heading: true}}
	for _, m := range e.Moves {
		out = append(out, fact{label: name(m.Segment), notes: []string{m.Words().In(pr)}})
	}
	if e.Next != nil && e.Next.Segment >= 0 {
		words := name(e.Next.Segment)
		if e.Next.Segment == e.Segment {
			words = say(pr, "still here")
		}
		out = append(out, fact{label: "one more order", notes: []string{words}})
	}
	return out
}
