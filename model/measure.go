package model

import (
	"math"
	"slices"
)

// Measure names a number, or a date, that methods ask for by what it means. It
// is taken from a column mapped to it or else computed from orders.
type Measure string

// The measures computed from orders.
const (
	Recency      Measure = "recency"       // days from the last purchase to the as-of date
	Frequency    Measure = "frequency"     // orders; returns alone are none, an order of zero is one
	Monetary     Measure = "monetary"      // money, net of returns
	AverageOrder Measure = "average_order" // monetary / frequency
	Tenure       Measure = "tenure"        // days from the first purchase to the as-of date
	FirstOrder   Measure = "first_order"   // date of the first purchase
	LastOrder    Measure = "last_order"    // date of the last purchase
)

// MeasureInfo says how a measure is named and written.
type MeasureInfo struct {
	ID    Measure
	Label Phrase
	Unit  Unit
}

// Measures lists the measures in the order shown to an analyst.
func Measures() []MeasureInfo {
	return []MeasureInfo{
		{Recency, P("Recency"), Days}, {Frequency, P("Frequency"), OrderCount}, {Monetary, P("Monetary"), Money},
		{AverageOrder, P("Average order"), Money}, {Tenure, P("Tenure"), Days},
		{FirstOrder, P("First order"), Plain}, {LastOrder, P("Last order"), Plain},
	}
}

// Info returns how a measure is named and written; one that is neither in
// [Measures] nor in [EventMeasures] is named by its id.
func (m Measure) Info() MeasureInfo {
	for _, i := range slices.Concat(Measures(), EventMeasures()) {
		if i.ID == m {
			return i
		}
	}
	return MeasureInfo{ID: m, Label: Raw(string(m))}
}

// Feature is a measure of every customer, missing where it cannot be had.
type Feature struct {
	MeasureInfo
	Measure Measure
	Origin  Phrase // the column it is mapped to, or how it was computed
	// From names the attribute it is taken from, whose values are Times as much;
	// empty when it was computed from orders or events.
	From  string
	Times float64
	Column
	OfOrders bool // it was computed from orders, so that it changes with others that were
}

// Values returns the numbers of a feature; nil for a date.
func (f Feature) Values() []float64 {
	if n, ok := f.Column.(*Numbers); ok {
		return n.Values()
	}
	return nil
}

// measures takes each measure from a column the analyst mapped to it, or else
// from orders or events, or else from a column that was guessed to be it. A
// guess that orders or events overrule is noted.
func (b *customerBuilder) measures() error {
	computed := b.fromOrders()
	for _, info := range Measures() {
		b.addMeasure(info, computed, P("%s is computed from orders; --map %s=COLUMN takes it from a column instead", info.Label, string(info.ID)))
	}
	computed, err := b.fromEvents()
	if err != nil {
		return err
	}
	for _, info := range EventMeasures() {
		if _, can := computed[info.ID]; can {
			b.addMeasure(info, computed, P("%s is computed from events; --map %s=COLUMN takes it from a column instead", info.Label, string(info.ID)))
		}
	}
	return nil
}

func (b *customerBuilder) addMeasure(info MeasureInfo, computed map[Measure]Feature, overruled Phrase) {
	f, assigned, ok := b.mapped(info)
	if c, can := computed[info.ID]; can && !assigned {
		if ok {
			b.c.notes = append(b.c.notes, overruled)
		}
		f, ok = c, true
	} else if ok {
		unitless := info.ID == Tenure && UnitlessTime(f.Column) // recency goes by days everywhere, tenure by months as often
		if f = b.inDays(info, f); unitless {
			info.Unit = Plain
		}
	}
	if ok {
		f.MeasureInfo, f.Measure = info, info.ID
		f.Column = f.Column.Renamed(string(info.ID))
		b.c.features = append(b.c.features, f)
	}
}

// mapped finds the customer column with the measure's role, and whether the
// analyst gave it. An amount in a customer table is what the customer is worth:
// monetary.
func (b *customerBuilder) mapped(info MeasureInfo) (f Feature, assigned, ok bool) {
	kind := Number
	if info.ID == FirstOrder || info.ID == LastOrder || info.ID == LastEvent {
		kind = Date
	}
	roles := []Role{Role(info.ID)}
	if info.ID == Monetary && b.parts.orders < 0 {
		roles = append(roles, Amount)
	}
	for _, role := range roles {
		for _, a := range b.c.attributes {
			if a.Role == role && a.Kind() == kind {
				return Feature{Column: a.Column, Origin: P("column %s", a.Name()), From: a.Name(), Times: 1}, a.Assigned, true
			}
		}
	}
	return Feature{}, false, false
}

// fromOrders computes the measures that the order table allows.
func (b *customerBuilder) fromOrders() map[Measure]Feature {
	o := b.c.orders
	if o == nil {
		return nil
	}
	m := b.measured
	b.measured = nil // the columns below hold what is needed of them
	out := map[Measure]Feature{}
	put := func(id Measure, c Column, origin Phrase) {
		out[id] = Feature{Column: c, Origin: origin, OfOrders: true}
	}
	put(Frequency, NewNumbers("", m.frequency), o.Counted)
	if b.lines.time != nil {
		put(Recency, NewNumbers("", m.recency), P("days from the last purchase to %s", b.c.AsOf.String()))
		first, asOf := newNarrowDates("", m.first), b.c.AsOf
		put(Tenure, NewWorkedNumbers("", first.Len(), func() []float64 { return daysSince(first, asOf) }), P("days from the first purchase to %s", asOf.String()))
		put(FirstOrder, first, P("date of the first purchase"))
		put(LastOrder, newNarrowDates("", m.last), P("date of the last purchase"))
	}
	if money, orders := m.monetary, m.frequency; o.HasMoney() {
		put(Monetary, NewNumbers("", m.monetary), P("sum of money, net of returns"))
		put(AverageOrder, NewWorkedNumbers("", len(m.monetary), func() []float64 { return averages(money, orders) }), P("monetary divided by frequency"))
	}
	return out
}

// orderMeasures are the measures by customer.
type orderMeasures struct {
	recency, frequency, monetary []float64
	first, last                  []int64
}

func newOrderMeasures(n int) *orderMeasures {
	return &orderMeasures{recency: make([]float64, n), frequency: make([]float64, n), monetary: make([]float64, n),
		first: make([]int64, n), last: make([]int64, n)}
}

// averages is the money of an order of each customer who has one.
func averages(monetary, frequency []float64) []float64 {
	out := make([]float64, len(monetary))
	for i, money := range monetary {
		out[i] = math.NaN()
		if frequency[i] > 0 {
			out[i] = money / frequency[i]
		}
	}
	return out
}

// daysSince counts the days from each moment to a day.
func daysSince(moments *Dates, day Day) []float64 {
	out := make([]float64, moments.Len())
	for i, at := range moments.All() {
		out[i] = math.NaN()
		if at != NoDate {
			out[i] = float64(day - DayOf(at))
		}
	}
	return out
}

// measure fills the measures of customer i from their lines, which are in time
// order. A customer without a purchase has a frequency of 0 and no recency.
func (m *orderMeasures) measure(o *Orders, i int, asOf Day, g *gathered) {
	from, to := o.Lines(i)
	orders := g.orders[:0]
	m.first[i], m.last[i] = NoDate, NoDate
	m.recency[i] = math.NaN()
	day, count := NoDay, 0
	var money, lost float64
	for l := from; l < to; l++ {
		if g.money != nil {
			money, lost = addExactly(money, lost, g.money[l-g.first])
		}
		if g.back != nil && g.back[l-g.first] {
			continue
		}
		at := NoDate
		if g.time != nil {
			at = g.time[l-g.first]
		}
		switch {
		case o.rowIsOrder:
			count++
		case o.number(l) >= 0:
			orders = append(orders, o.number(l))
		case at == NoDate:
			count++
		case DayOf(at) != day:
			count++
			day = DayOf(at)
		}
		if at != NoDate {
			if m.first[i] == NoDate {
				m.first[i] = at
			}
			m.last[i] = at
		}
	}
	g.orders = orders
	slices.Sort(orders)
	count += len(slices.Compact(orders))
	m.frequency[i], m.monetary[i] = float64(count), roundMoney(money+lost)
	if m.last[i] != NoDate {
		m.recency[i] = float64(asOf - DayOf(m.last[i]))
	}
}

// roundMoney rounds a sum to a millionth, so that sums which are equal on paper
// are equal: 12 × 1.65 and 4 × 4.95 are both 19.8. Sums too large to hold a
// millionth stay as they are.
func roundMoney(v float64) float64 {
	const unit = 1e6
	if math.Abs(v) >= 1<<53/unit {
		return v
	}
	return math.Round(v*unit) / unit
}

// addExactly adds v to a sum and keeps what rounding drops, as Neumaier (1974)
// does: the sum is sum+lost at the end. What is dropped is found without a
// comparison (Knuth, The Art of Computer Programming 2, 4.2.2, theorem B), which
// gives the same number: a processor cannot foresee which of two amounts is greater.
func addExactly(sum, lost, v float64) (newSum, newLost float64) {
	t := sum + v
	of := t - sum // v, as far as it is in t
	return t, lost + ((sum - (t - of)) + (v - of))
}
