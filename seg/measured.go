package seg

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/seg/binning"
	"custseg/seg/order"
)

// measured is one number per customer that a method splits by: read from the
// data, or computed by the method. All shapes of methods work on it.
type measured struct {
	model.MeasureInfo
	column string    // under which [model.Customers.Lookup] finds it, or what it was computed from; may be empty
	own    bool      // the method computed it
	values []float64 // missing where it is not a finite number
}

// measure reads a measure that a method cannot do without. The error names the
// role to map.
func (in Input) measure(id model.Measure) (measured, error) {
	f, err := in.Feature(id)
	if err != nil {
		return measured{}, err
	}
	return measured{MeasureInfo: f.MeasureInfo, column: f.Column.Name(), values: onlyFinite(f.Values())}, nil
}

// present reads those of the measures, in the order given, that the data has as
// numbers of at least one customer.
func (in Input) present(ids ...model.Measure) []measured {
	var out []measured
	for _, id := range ids {
		if m, err := in.measure(id); err == nil && m.known() {
			out = append(out, m)
		}
	}
	return out
}

// find returns the measure of that name among several.
func find(ms []measured, id model.Measure) (measured, bool) {
	i := slices.IndexFunc(ms, func(m measured) bool { return m.ID == id })
	if i < 0 {
		return measured{}, false
	}
	return ms[i], true
}

// lacksAll is the error of data that has none of the measures of which a method
// needs one.
func lacksAll(ids ...model.Measure) error {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return fmt.Errorf("this data has none of %s: map a column of numbers to one of them, as in --map %s=COLUMN; custseg profile shows how each column was read",
		strings.Join(words, ", "), words[0])
}

// computed makes a measure of what a method worked out, under the name of a
// score column.
func computed(id string, label model.Phrase, unit model.Unit, values []float64) measured {
	return measured{MeasureInfo: model.MeasureInfo{ID: model.Measure(id), Label: label, Unit: unit}, own: true, values: onlyFinite(values)}
}

// known reports whether any customer has a value.
func (m measured) known() bool {
	return slices.ContainsFunc(m.values, func(v float64) bool { return finite(v) })
}

// quantile is the type-7 quantile at p, 0..1, of the values, missing for none.
func (m measured) quantile(p float64) float64 {
	sorted := make([]float64, 0, len(m.values))
	for _, i := range order.Ascending(m.values) {
		sorted = append(sorted, m.values[i])
	}
	return binning.Quantile7(sorted, p)
}

// score is the measure as a column of the result.
func (m measured) score() model.Column { return model.NewNumbers(string(m.ID), m.values) }

// amount writes a value in the measure's unit.
func (m measured) amount(v float64) model.Phrase {
	switch m.Unit {
	case model.Percent:
		return model.P("%s%%", figure(100*v))
	case model.Days:
		return model.P("%s days", figure(v))
	}
	return figure(v)
}

// use reports the columns that measures were read from, and adds those that the
// method computed to the scores.
func use(s *model.Segmentation, ms ...measured) {
	for _, m := range ms {
		if m.own {
			s.Scores = append(s.Scores, m.score())
		}
		if m.column != "" && !slices.Contains(s.Used, m.column) {
			s.Used = append(s.Used, m.column)
		}
	}
}

// absence says of each customer why a method cannot place them: a place in
// reasons, or -1 when it can.
type absence struct {
	why     []int32
	reasons []model.Phrase
}

// needAll leaves out customers who lack any of the measures. Of those who lack
// what comes from orders because they have none it says so.
func (in Input) needAll(ms ...measured) absence {
	a := needAll(ms...)
	orders := in.present(model.Frequency)
	if len(orders) == 0 {
		return a
	}
	none := int32(len(a.reasons))
	a.reasons = append(a.reasons, model.P("no purchase in scope"))
	for i, why := range a.why {
		if why >= 0 && orders[0].values[i] <= 0 && computable(model.Measure(ms[why].column)) {
			a.why[i] = none
		}
	}
	return a
}

// needAll leaves out customers who lack any of the measures.
func needAll(ms ...measured) absence {
	a := absence{why: make([]int32, len(ms[0].values))}
	for _, m := range ms {
		a.reasons = append(a.reasons, model.P("%s is missing or not finite", m.Label))
	}
	for i := range a.why {
		a.why[i] = int32(slices.IndexFunc(ms, func(m measured) bool { return !finite(m.values[i]) }))
	}
	return a
}

// needPurchase leaves out customers without an order, and those who lack any of
// the other measures.
func needPurchase(orders measured, others ...measured) absence {
	a := needAll(orders)
	a.exclude(model.P("no purchase in scope"), func(i int) bool { return orders.values[i] <= 0 })
	for _, m := range others {
		a.exclude(model.P("%s is missing or not finite", m.Label), func(i int) bool { return !finite(m.values[i]) })
	}
	return a
}

// needAny leaves out customers who lack all of the measures.
func needAny(ms ...measured) absence {
	if len(ms) == 1 {
		return needAll(ms...)
	}
	labels := make([]model.Phrase, len(ms))
	for j, m := range ms {
		labels[j] = m.Label
	}
	a := absence{why: make([]int32, len(ms[0].values)), reasons: []model.Phrase{model.P("all are missing or not finite: %s", list("%s, %s", labels))}}
	for i := range a.why {
		if slices.ContainsFunc(ms, func(m measured) bool { return finite(m.values[i]) }) {
			a.why[i] = -1
		}
	}
	return a
}

// exclude leaves out customers for one more reason. Those who are left out
// already keep theirs.
func (a *absence) exclude(reason model.Phrase, is func(i int) bool) {
	a.reasons = append(a.reasons, reason)
	for i, why := range a.why {
		if why < 0 && is(i) {
			a.why[i] = int32(len(a.reasons) - 1)
		}
	}
}

// placer starts a segmentation of the customers.
func (a absence) placer(s *model.Segmentation, segments []model.Segment) placer {
	return newPlacer(s, segments, a.why, a.reasons)
}

// histograms shows each measure with its cuts.
func histograms(s *model.Segmentation, ms ...measured) []model.Chart {
	var out []model.Chart
	for _, m := range ms {
		out = append(out, histogram(s, m.MeasureInfo, m.values))
	}
	return out
}

// without returns the measure without the values of customers who cannot be
// placed, so that they have no rank among the others.
func (m measured) without(a absence) measured {
	values := make([]float64, len(m.values))
	for i, v := range m.values {
		values[i] = missing
		if a.why[i] < 0 {
			values[i] = v
		}
	}
	m.values = values
	return m
}
