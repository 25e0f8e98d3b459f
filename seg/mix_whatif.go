package seg

import (
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// mixInput is the number of orders with one word, by which a method that looks
// at a mix decides.
type mixInput struct {
	measured
	word int32
}

// mostMixInputs is how many words a reader is told of: those with most orders.
const mostMixInputs = 12

// tell makes the orders by word the inputs of what is decided by the mix, each
// under a label made of its word. It comes after pooling.
func (m *mix) tell(label func(word model.Phrase) model.Phrase) {
	all := m.byOrders()
	for _, t := range all[:min(mostMixInputs, len(all))] {
		values := make([]float64, len(m.of))
		for i, tallies := range m.of {
			if k := slices.IndexFunc(tallies, func(of tally) bool { return of.word == t.word }); k >= 0 {
				values[i] = tallies[k].orders
			}
		}
		// More can be ordered, and nothing is unordered.
		orders := measured{MeasureInfo: model.MeasureInfo{ID: model.Measure("orders " + m.words[t.word]), Label: label(m.label(t.word))}, role: model.Role(model.Frequency), values: values}.
			told(func() formula.Expr { return m.ordersExpr(t.word) })
		m.inputs = append(m.inputs, mixInput{orders, t.word})
	}
}

// sources are the measures that the mix follows from.
func (m *mix) sources() []measured {
	if m.own.words != nil {
		return []measured{m.own}
	}
	out := make([]measured, len(m.inputs))
	for k, in := range m.inputs {
		out[k] = in.measured
	}
	return out
}

// as is the mix of a customer as it is or would be.
func (m *mix) as(w whatIf) []tally {
	if len(w.with) == 0 {
		return m.of[w.i]
	}
	if m.own.words != nil {
		if to, ok := w.changed(string(m.own.ID)); ok {
			return []tally{{m.moved(int32(to)), 1}}
		}
		return m.of[w.i]
	}
	out := slices.Clone(m.of[w.i])
	for _, in := range m.inputs {
		to, ok := w.changed(string(in.ID))
		if !ok {
			continue
		}
		out = slices.DeleteFunc(out, func(t tally) bool { return t.word == in.word })
		if to > 0 {
			out = append(out, tally{in.word, to})
		}
	}
	m.sort(out)
	return out
}

// leader is the word with most orders, -1 for none.
func (m *mix) leader(w whatIf) int32 {
	if tallies := m.as(w); len(tallies) > 0 {
		return tallies[0].word
	}
	return -1
}

// measuredShare is the share of the orders that had the word of a place, from 0
// the most used, as in [mix.share].
func (m *mix) measuredShare(id string, label model.Phrase, place int) measured {
	return computed(id, label, model.Percent, m.share(place)).following(func(w whatIf) float64 {
		tallies, total := m.as(w), 0.
		for _, t := range tallies {
			total += t.orders
		}
		switch {
		case len(tallies) == 0:
			return missing
		case place < len(tallies):
			return tallies[place].orders / total
		}
		return 0
	}, m.sources()...).told(func() formula.Expr { return m.shareExpr(place) })
}
