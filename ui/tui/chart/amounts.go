package chart

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
)

// Amounts draws amounts by name as horizontal bars that grow from zero, to the
// left where they are negative. Bars of customers show how many there are, and
// bear the colour of their segment where each is of one.
type Amounts struct {
	pr                                *message.Printer
	title                             string
	nameTitle, valueTitle, countTitle string // heads, empty for none
	unit                              model.Unit
	labels                            []string
	values                            []float64
	numbers                           []string  // the values as they are written
	of                                []int32   // the bar of each customer, nil when bars are not of customers
	behind                            [][]int32 // by bar, where customers are behind several; nil as of
	counts                            []int     // customers by bar, nil as of
	counted                           bool      // the amounts are the customers by bar
	basis                             model.Basis
	segments                          []int   // by bar, -1 for none; nil when bars are not segments
	lo, hi                            float64 // the range of the bars, zero included
}

// NewAmounts prepares bars.
func NewAmounts(pr *message.Printer, m *model.Bars, of Split) *Amounts {
	a := &Amounts{pr: pr, title: withUnit(pr, m.Title, m.Unit), unit: m.Unit, values: m.Values, of: m.Of, behind: m.Behind, basis: m.Basis}
	a.nameTitle, a.valueTitle, a.countTitle = cell.Clean(m.NameTitle.In(pr)), cell.Clean(m.ValueTitle.In(pr)), cell.Clean(m.CountTitle.In(pr))
	for i, l := range m.Labels {
		a.labels = append(a.labels, cell.Clean(l.In(pr)))
		if v := m.Values[i]; finite(v) {
			a.lo, a.hi = min(a.lo, v), max(a.hi, v)
		}
	}
	a.numbers = lined(m.Values, m.Unit)
	if m.Of != nil {
		a.counts = make([]int, len(m.Labels))
		for _, k := range m.Of {
			if k >= 0 {
				a.counts[k]++
			}
		}
		a.segments = segmentsOf(m.Of, len(m.Labels), of)
	}
	for _, b := range m.Behind {
		a.counts = append(a.counts, len(b))
	}
	a.counted = m.Of != nil
	for i, n := range a.counts {
		a.counted = a.counted && a.values[i] == float64(n)
	}
	if a.counted && a.valueTitle == "" {
		a.valueTitle = say(pr, "customers")
	}
	return a
}

// beside is what stands beside the amount of each bar: how many customers it is
// of or, where these are the amount, their share.
func (a *Amounts) beside() (title string, texts []string) {
	n := 0
	for _, k := range a.counts {
		n += k
	}
	for _, k := range a.counts {
		if a.counted {
			texts = append(texts, Share(k, n))
		} else {
			texts = append(texts, Count(k))
		}
	}
	switch {
	case a.counted:
		return say(a.pr, "share"), texts
	case a.countTitle != "":
		return a.countTitle, texts
	}
	return say(a.pr, "customers"), texts
}

// segmentsOf returns the segment that all customers of each bar are in, -1 for
// a bar without customers, and nil when the bars are not segments.
func segmentsOf(bars []int32, n int, of Split) []int {
	if len(of.Of) != len(bars) {
		return nil
	}
	out := make([]int, n)
	for k := range out {
		out[k] = -1
	}
	for i, k := range bars {
		switch s := int(of.Of[i]); {
		case k < 0:
		case s < 0, out[k] >= 0 && out[k] != s:
			return nil
		default:
			out[k] = s
		}
	}
	return out
}

// Move implements [Chart].
func (a *Amounts) Move(at Cursor, _, dy, _, _ int) Cursor {
	at.Y = step(at.Y, dy, len(a.labels))
	return at
}

// Members implements [Chart]: the customers behind the bar at the cursor.
func (a *Amounts) Members(at Cursor, _, _ int) []int32 {
	if at.Y >= 0 && at.Y < len(a.behind) && len(a.behind[at.Y]) > 0 {
		return a.behind[at.Y]
	}
	return holding(a.of, at.Y)
}

// Lines implements [Tall]: the title and a line for each bar.
func (a *Amounts) Lines() int { return 1 + len(a.labels) }

// Place implements [Placed]: the name of the bar.
func (a *Amounts) Place(at Cursor, _, _ int) string {
	if at.Y < 0 || at.Y >= len(a.labels) {
		return ""
	}
	return say(a.pr, "%s: %s", a.title, a.labels[at.Y])
}

// facts say how many customers the bars are of.
func (a *Amounts) facts() []string {
	if a.of == nil || a.basis.N > 0 {
		return basisFacts(a.pr, a.basis)
	}
	n := 0
	for _, k := range a.counts {
		n += k
	}
	out := []string{say(a.pr, "n %s", Count(n))}
	if left := len(a.of) - n; left > 0 {
		out = append(out, say(a.pr, "%s without a bar", Count(left)))
	}
	return out
}

// Table implements [Chart].
func (a *Amounts) Table() Table {
	t := Table{Title: a.title, Words: 1, Head: []string{a.nameTitle, a.valueTitle}, Notes: a.facts()}
	for i, plain := range []string{say(a.pr, "name"), say(a.pr, "amount")} {
		if t.Head[i] == "" {
			t.Head[i] = plain
		}
	}
	title, beside := a.beside()
	if a.counts != nil {
		t.Head = append(t.Head, title)
	}
	for i, label := range a.labels {
		row := []string{label, Full(a.values[i], a.unit)}
		if a.counts != nil {
			row = append(row, beside[i])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
