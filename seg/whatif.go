package seg

import (
	"slices"

	"custseg/model"
)

// whatIf is a customer as they are, or as they would be with other values of
// some measures. Tests and shapes read values through it, so that what places a
// customer also tells what would move them.
type whatIf struct {
	i    int
	with []model.Change
}

// value is that of a measure: the one it is changed to, or what follows from
// changed ones, or the customer's own.
func (w whatIf) value(m measured) float64 {
	if to, ok := w.changed(string(m.ID)); ok {
		return to
	}
	if m.follows != nil && len(w.with) > 0 {
		return m.follows(w)
	}
	return m.values[w.i]
}

func (w whatIf) changed(measure string) (to float64, ok bool) {
	for _, c := range w.with {
		if c.Measure == measure {
			return c.To, true
		}
	}
	return 0, false
}

// gain is by how much a measure is changed, 0 where its own value is not known.
func (w whatIf) gain(m measured) float64 {
	if to, ok := w.changed(string(m.ID)); ok && finite(m.values[w.i]) {
		return to - m.values[w.i]
	}
	return 0
}

// following says how the values of a measure that the method computed follow
// from others: a reader is told of those. Of a customer without a change it
// gives the same value.
func (m measured) following(follows func(w whatIf) float64, from ...measured) measured {
	m.follows, m.from = follows, from
	return m
}

// computedBy is what a method works out of each of n customers from other
// measures, as they are and as they would be, free of the rounding that could
// part it from a cut.
func computedBy(id string, label model.Phrase, unit model.Unit, n int, of func(w whatIf) float64, from ...measured) measured {
	follows := func(w whatIf) float64 {
		if v := of(w); finite(v) {
			return decimal(v)
		}
		return missing
	}
	values := make([]float64, n)
	for i := range values {
		values[i] = follows(whatIf{i: i})
	}
	return computed(id, label, unit, values).following(follows, from...)
}

// sumKnown adds up those of the measures that a customer has, missing for none.
func sumKnown(w whatIf, ms []measured) float64 {
	sum, known := 0., false
	for _, m := range ms {
		if v := w.value(m); finite(v) {
			sum, known = sum+v, true
		}
	}
	if !known {
		return missing
	}
	return sum
}

// sources are the measures that values follow from in the end, each once.
func sources(ms ...measured) []measured {
	var out []measured
	for _, m := range ms {
		of := []measured{m}
		if m.follows != nil {
			of = sources(m.from...)
		}
		for _, source := range of {
			if _, ok := find(out, source.ID); !ok {
				out = append(out, source)
			}
		}
	}
	return out
}

// decide tells by which measures the segmentation places customers, and how: at
// returns the segment of one who can be placed. Ranks are those of
// [model.Placing].
func decide(s *model.Segmentation, at func(w whatIf) int32, ranks []int, by ...measured) {
	why, from := s.Why, sources(by...)
	counted := orderCountsOf(from)
	s.Placing = &model.Placing{Ranks: ranks, Segment: func(i int, with ...model.Change) int {
		with, possible := counted.along(i, with)
		w := whatIf{i, with}
		if why != nil && why[i] >= 0 || !possible || w.impossible(from) {
			return -1
		}
		return int(at(w))
	}}
	if counted.several() {
		s.Placing.Along = func(i int, with ...model.Change) []model.Change {
			with, _ = counted.along(i, with)
			return with
		}
	}
	for _, m := range from {
		s.Placing.Inputs = append(s.Placing.Inputs, model.Deciding{Measure: string(m.ID), Label: m.Label, Unit: m.Unit, Values: m.values, Words: m.words, Way: m.way(), Ends: model.Range{Low: m.on.low, High: m.on.high}})
	}
}

// impossible reports whether changes would have the last purchase come before the
// first, a purchase be ahead of now, or fewer purchases than none.
func (w whatIf) impossible(from []measured) bool {
	of := func(id model.Measure) (v float64, changed bool) {
		m, ok := find(from, id)
		if !ok {
			return missing, false
		}
		v = w.value(m)
		return v, v != m.values[w.i] && finite(v)
	}
	recency, moved := of(model.Recency)
	tenure, known := of(model.Tenure)
	orders, counted := of(model.Frequency)
	if m, _ := find(from, model.Recency); moved && !finite(tenure) && m.most != nil {
		tenure = m.most.At(w.i)
	}
	return (moved || known) && tenure < recency || moved && recency < 0 || known && tenure < 0 || counted && orders < 0
}

// byValue places a customer by a value of theirs, where there is one.
func byValue(m measured, at func(v float64) int32) func(w whatIf) int32 {
	return func(w whatIf) int32 {
		if v := w.value(m); finite(v) {
			return at(v)
		}
		return -1
	}
}

// settled says why a method can tell the measures that it goes by, but not what
// would move a customer.
func settled(s *model.Segmentation, why model.Phrase, by ...measured) {
	decide(s, nil, nil, by...)
	s.Placing.Segment, s.Placing.Settled = nil, why
}

// inOrder ranks n segments from the best to the worst.
func inOrder(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// fromWorst ranks n segments from the worst to the best, as of risks.
func fromWorst(n int) []int {
	out := inOrder(n)
	slices.Reverse(out)
	return out
}

// going says how the values of a measure can change, where its name does not.
func (m measured) going(way model.Way) measured {
	m.goes = way
	return m
}

// way is how the values can change. What has a meaning of a person or a place
// does not; time alone changes how long a customer has been known, and makes
// what they do on a site or with a product more.
func (m measured) way() model.Way {
	if m.goes != model.EitherWay {
		return m.goes
	}
	role := m.role
	if role == "" {
		role = model.Role(m.ID)
	}
	switch model.Measure(role) {
	case model.Recency:
		return model.Down
	case model.Frequency, model.Monetary, model.LastOrder:
		return model.Up
	case model.Tenure, model.FirstOrder, "history_years", "features_available":
		return model.Never
	}
	info, _ := model.LookupRole(role)
	switch info.Group {
	case "Person", "Place":
		return model.Never
	case "Activity":
		return model.Up
	}
	return model.EitherWay
}
