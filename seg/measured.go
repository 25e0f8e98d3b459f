package seg

import (
	"fmt"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
	"custseg/seg/binning"
	"custseg/seg/order"
)

// measured is one number per customer that a method splits by: read from the
// data, or computed by the method. All shapes of methods work on it.
type measured struct {
	model.MeasureInfo
	column string     // under which [model.Customers.Lookup] finds it, or what it was computed from; may be empty
	own    bool       // the method computed it
	values []float64  // missing where it is not a finite number
	words  []string   // of which the values are the places, nil for numbers
	spelt  [][]string // how the column writes each of the words, nil where it is none of words
	role   model.Role // what a column chosen by its header means, empty where the id says it
	on     scale      // of answers, where it is known; else the zero scale
	stated bool       // the words of the answers state the scale

	// How the values follow from those of other measures when some change; nil of
	// what was read, and where that cannot be told. See [measured.following].
	follows func(w whatIf) float64
	from    []measured
	goes    model.Way           // how they can change; EitherWay: as the name says, see [measured.going]
	rounds  bool                // programs may work them out to other last digits, as of logarithms
	formula func() formula.Expr // how they follow, as a formula; nil of what was read, and where none tells. See [measured.expr]

	most     *model.Numbers // that values can be, nil for as much as they like
	ofOrders bool           // counted of orders, as others may be that then change with it
}

// measure reads a measure that a method cannot do without. The error names the
// role to map.
func (in Input) measure(id model.Measure) (measured, error) {
	f, known := in.Customers.Feature(id)
	var values []float64
	var on scale
	if known {
		values, on = answersIn(f.Column, model.Role(id))
	}
	if values == nil {
		_, err := in.Feature(id)
		return measured{}, err
	}
	m := measured{MeasureInfo: f.MeasureInfo, column: f.Column.Name(), values: values, on: on, stated: on.isKnown(), ofOrders: f.OfOrders}
	if m.stated {
		m = m.inWords(f.Column)
	}
	if id == model.Recency {
		m.most = in.tenureOf(m.values, m.ofOrders)
	}
	return m, nil
}

// measures reads several measures that a method cannot do without, in their order.
func (in Input) measures(ids ...model.Measure) ([]measured, error) {
	out := make([]measured, len(ids))
	for j, id := range ids {
		var err error
		if out[j], err = in.measure(id); err != nil {
			return nil, err
		}
	}
	return out, nil
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

// findAll returns those measures of the names, in the order of these.
func findAll(ms []measured, ids ...model.Measure) []measured {
	var out []measured
	for _, id := range ids {
		if m, ok := find(ms, id); ok {
			out = append(out, m)
		}
	}
	return out
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

// worded makes a measure of the words of a column, in their order as text, those
// that differ in spelling alone as one; it notes these.
func worded(c model.Column, info model.MeasureInfo) (measured, []model.Phrase) {
	merged, notes := alike(c)
	codes, words := wordCodes(merged)
	m := measured{MeasureInfo: info, column: c.Name(), values: make([]float64, len(codes)), words: words}
	t, _ := c.(*model.Texts)
	if t != nil {
		m.spelt = make([][]string, len(words))
	}
	seen := map[int32]bool{}
	for i, k := range codes {
		if m.values[i] = missing; k < 0 {
			continue
		}
		m.values[i] = float64(k)
		if t != nil && !seen[t.Code(i)] {
			seen[t.Code(i)] = true
			m.spelt[k] = append(m.spelt[k], t.Text(i))
		}
	}
	return m, notes
}

// byWord is what the words of the measure count, by their places, in a formula.
func (m measured) byWord(count []float64) formula.Expr {
	if m.spelt == nil {
		return formula.Untold{What: "which numbers of " + string(m.ID) + " are one word"}
	}
	var words []string
	var of []float64
	for k, spellings := range m.spelt {
		words, of = append(words, spellings...), append(of, slices.Repeat([]float64{count[k]}, len(spellings))...)
	}
	return formula.Name(string(m.ID)+"_part", wordsExpr(m.input(), words, of))
}

// pickFloats takes the values at some places.
func pickFloats(values []float64, at []int32) []float64 {
	out := make([]float64, len(at))
	for i, k := range at {
		out[i] = values[k]
	}
	return out
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
func (m measured) amount(v float64) model.Phrase { return model.FigureIn(v, m.Unit) }

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
