package seg

import (
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
)

// devices reads the devices of orders, or those that a column about customers
// lists, as in "phone, desktop".
func (in Input) devices(s *model.Segmentation) *mix {
	if f, ok := in.Customers.Feature(deviceRole); ok {
		s.Used = append(s.Used, f.Column.Name())
		m := listMix(f.Column)
		s.Notes = append(s.Notes, m.notes...)
		return m
	}
	if m, ok := in.orderMix(deviceRole); ok {
		s.Notes = append(s.Notes, m.notes...)
		if column := in.besideOrders(); column != "" {
			s.Used = append(s.Used, column)
		}
		return m
	}
	return &mix{of: make([][]tally, in.Customers.Len()), total: make([]float64, in.Customers.Len())}
}

// listMix counts each word of a list once.
func listMix(c model.Column) *mix {
	m := &mix{of: make([][]tally, c.Len()), total: make([]float64, c.Len())}
	var listed []string // of all, and how many each customer has
	count := make([]int, c.Len())
	for i := range m.of {
		if c.Missing(i) {
			continue
		}
		for _, word := range strings.FieldsFunc(c.Text(i), func(r rune) bool { return strings.ContainsRune(",;/|+、，；", r) }) {
			if word = strings.TrimSpace(word); word != "" {
				listed = append(listed, word)
				count[i]++
			}
		}
	}
	words, notes := alike(model.TextsOf(c.Name(), listed))
	m.words, m.notes, m.lists = words.Dict.List(), notes, &wordLists{c}
	at := 0
	for i, n := range count {
		own := words.Codes()[at : at+n]
		slices.Sort(own)
		for _, word := range slices.Compact(own) {
			m.add(i, word)
		}
		m.rank(i)
		at += n
	}
	return m
}

// digitalTouchpoints are those that the data knows of: 1 for customers who use
// one, 0 for those who do not, missing where it is not known. Who uses the website
// has a device, though it is not known which.
func (in Input) digitalTouchpoints(s *model.Segmentation, devices *mix) []measured {
	var out []measured
	add := func(m measured) {
		if m.known() {
			out = append(out, m)
		}
	}
	add(in.touchpoint(s, "uses_device", model.P("Device"), func(i int) bool { return len(devices.of[i]) > 0 }, func() formula.Expr { return formula.Known{Of: devices.leaderExpr()} }, webMeasures()...))
	none, never := func(int) bool { return false }, func() formula.Expr { return formula.Any() }
	if f, ok := in.Customers.Feature(model.Measure(model.Email)); ok && len(in.present("opens")) == 0 {
		s.Used = append(s.Used, f.Column.Name())
		values := make([]float64, in.Customers.Len())
		for i := range values {
			if !f.Missing(i) {
				values[i] = 1
			}
		}
		address := computed("uses_email", model.P("E-mail"), model.Plain, values).told(func() formula.Expr {
			return formula.If(formula.Wordless{Of: formula.Input{Kind: formula.Column, Name: f.Column.Name()}}, formula.Number(0), formula.Number(1))
		})
		address.role = model.Email
		add(address)
	} else {
		add(in.touchpoint(s, "uses_email", model.P("E-mail"), none, never, "opens"))
	}
	add(in.touchpoint(s, "uses_social", model.P("Social media"), none, never, socialMeasures()...))
	return out
}

// touchpoint is 1 for customers who are known to use one, or who reach the least
// uses by one of the measures, 0 for those who are known to reach it by none.
func (in Input) touchpoint(s *model.Segmentation, id string, label model.Phrase, uses func(i int) bool, known func() formula.Expr, by ...model.Measure) measured {
	least, ms := in.Params.Float("uses"), in.present(by...)
	use(s, ms...)
	used := func(w whatIf) float64 {
		out := missing
		for _, m := range ms {
			switch v := w.value(m); {
			case v >= least:
				return 1
			case finite(v):
				out = 0
			}
		}
		if uses(w.i) {
			return 1
		}
		return out
	}
	m := computedBy(id, label, model.Plain, in.Customers.Len(), used, ms...).told(func() formula.Expr {
		reached, given := []formula.Expr{known()}, make([]formula.Expr, len(ms))
		for j, m := range ms {
			reached, given[j] = append(reached, formula.Compare(m.expr(), formula.AtLeast, formula.Number(least))), formula.Known{Of: m.expr()}
		}
		return formula.If(formula.Any(reached...), formula.Number(1), formula.If(formula.Any(given...), formula.Number(0), formula.Missing()))
	})
	if len(ms) == 0 {
		m.follows = nil // it is itself what is read
	}
	return m
}

// shareUsed is the share of the touchpoints known of each customer that they use.
func shareUsed(points []measured) measured {
	return computedBy("touchpoint_share", model.P("Share of touchpoints used"), model.Percent, len(points[0].values), func(w whatIf) float64 {
		sum, known := 0., 0.
		for _, p := range points {
			if v := w.value(p); finite(v) {
				sum, known = sum+v, known+1
			}
		}
		return sum / known // missing without any
	}, points...).toldDecimal(func() formula.Expr {
		sum, count := formula.Expr(formula.Number(0)), formula.Expr(formula.Number(0))
		for _, p := range points {
			sum = formula.Add(sum, formula.Or(p.expr(), formula.Number(0)))
			count = formula.Add(count, formula.Known{Of: p.expr()})
		}
		return formula.Div(sum, count)
	})
}
