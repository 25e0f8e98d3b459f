package cli

import (
	"math"

	"custseg/io/export"
	"custseg/seg/why"
	"custseg/ui/pipeline"
)

// explainedJSON is one customer as printed by why --json.
type explainedJSON struct {
	Customer string         `json:"customer"`
	Segment  string         `json:"segment"`
	Reason   string         `json:"reason,omitempty"` // of one who is unclassified
	Rule     string         `json:"rule"`
	Values   []decidingJSON `json:"values"`
	Moves    []moveJSON     `json:"moves"`
	Next     *moveJSON      `json:"next_order,omitempty"`
	Settled  string         `json:"settled,omitempty"` // why no change can be told
	ByMoney  bool           `json:"better_by_money"`
}

// decidingJSON is a value that decided. From and to are null where nothing on
// that side moves the customer.
type decidingJSON struct {
	Measure string   `json:"measure"`
	Value   any      `json:"value"` // a number or a word, null when missing
	Typical any      `json:"segment_typical"`
	Below   *float64 `json:"share_below"`
	From    *float64 `json:"from"`
	To      *float64 `json:"to"`
	// Whether the customer stays only above from, and only below to.
	FromOpen bool `json:"from_open"`
	ToOpen   bool `json:"to_open"`
	Decides  bool `json:"decides"`
}

type moveJSON struct {
	Segment string     `json:"segment"`
	Changes []stepJSON `json:"changes"`
	Effort  float64    `json:"effort"`
}

type stepJSON struct {
	Measure string `json:"measure"`
	From    any    `json:"from"`
	To      any    `json:"to"`
}

// explained is the explanation of customer i; numbers that are masked stay out.
func (a *App) explained(r *pipeline.Result, i int, hide *export.Mask) explainedJSON {
	e, s := r.Explainer().Of(i), r.Segmentation
	move := func(m why.Move) moveJSON {
		out := moveJSON{Changes: []stepJSON{}, Effort: m.Effort}
		if m.Segment >= 0 {
			out.Segment = s.Segments[m.Segment].Name.In(a.printer)
		}
		for _, c := range m.Changes {
			out.Changes = append(out.Changes, stepJSON{c.Measure, numberOrWord(c.From, c.FromWord), numberOrWord(c.To, c.ToWord)})
		}
		return out
	}
	g := s.Segments[e.Segment]
	out := explainedJSON{Customer: hide.ID(r.Customers.ID(i)), Segment: g.Name.In(a.printer), Reason: e.Reason.In(a.printer), Rule: g.Rule.In(a.printer),
		Values: []decidingJSON{}, Moves: []moveJSON{}, Settled: e.Settled.In(a.printer), ByMoney: e.ByMoney}
	for _, v := range e.Values {
		if v.Word == "" && hide.Hides(v.Measure) {
			continue
		}
		out.Values = append(out.Values, decidingJSON{v.Measure, numberOrWord(v.At, v.Word), numberOrWord(v.Typical, v.Common),
			finiteOrNil(v.Below), finiteOrNil(v.From), finiteOrNil(v.To), v.FromOpen, v.ToOpen, v.Decides})
	}
	for _, m := range e.Moves {
		out.Moves = append(out.Moves, move(m))
	}
	if e.Next != nil {
		next := move(*e.Next)
		out.Next = &next
	}
	return out
}

// numberOrWord is what JSON tells of a value: null for a missing one.
func numberOrWord(v float64, word string) any {
	switch {
	case word != "":
		return word
	case math.IsNaN(v) || math.IsInf(v, 0):
		return nil
	}
	return v
}

func finiteOrNil(v float64) *float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	return &v
}
