package seg

import (
	"slices"
	"strings"

	"custseg/model"
)

// devices reads the devices of orders, or those that a column about customers
// lists, as in "phone, desktop".
func (in Input) devices(s *model.Segmentation) *mix {
	if f, ok := in.Customers.Feature(deviceRole); ok {
		s.Used = append(s.Used, f.Column.Name())
		return listMix(f.Column)
	}
	if m, ok := in.orderMix(deviceRole); ok {
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
	place := map[string]int32{}
	for i := range m.of {
		if c.Missing(i) {
			continue
		}
		words := strings.FieldsFunc(c.Text(i), func(r rune) bool { return strings.ContainsRune(",;/|+、，；", r) })
		for k := range words {
			words[k] = strings.TrimSpace(words[k])
		}
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			if word == "" {
				continue
			}
			if _, ok := place[word]; !ok {
				place[word] = int32(len(m.words))
				m.words = append(m.words, word)
			}
			m.add(i, place[word])
		}
		m.rank(i)
	}
	return m
}

// digitalTouchpoints are those that the data knows of: 1 for customers who use
// one, 0 for those who do not, missing where it is not known. Who uses the website
// has a device, though it is not known which.
func (in Input) digitalTouchpoints(s *model.Segmentation, devices *mix) []measured {
	least, n := in.Params.Float("uses"), in.Customers.Len()
	var out []measured
	add := func(id string, label model.Phrase, values []float64) {
		if m := computed(id, label, model.Plain, values); m.known() {
			out = append(out, m)
		}
	}
	reached := func(ids ...model.Measure) []float64 {
		values, ms := make([]float64, n), in.present(ids...)
		use(s, ms...)
		for i := range values {
			values[i] = missing
			for _, m := range ms {
				switch v := m.values[i]; {
				case v >= least:
					values[i] = 1
				case finite(v) && values[i] != 1:
					values[i] = 0
				}
			}
		}
		return values
	}
	device := reached(webMeasures()...)
	for i, of := range devices.of {
		if len(of) > 0 {
			device[i] = 1
		}
	}
	add("uses_device", model.P("Device"), device)
	if len(in.present("opens")) > 0 {
		add("uses_email", model.P("E-mail"), reached("opens"))
	} else if f, ok := in.Customers.Feature(model.Measure(model.Email)); ok {
		s.Used = append(s.Used, f.Column.Name())
		values := make([]float64, n)
		for i := range values {
			if !f.Missing(i) {
				values[i] = 1
			}
		}
		add("uses_email", model.P("E-mail"), values)
	}
	add("uses_social", model.P("Social media"), reached(socialMeasures()...))
	return out
}

// shareUsed is the share of the touchpoints known of each customer that they use.
func shareUsed(points []measured) measured {
	values := make([]float64, len(points[0].values))
	for i := range values {
		known := 0.
		for _, p := range points {
			if finite(p.values[i]) {
				known++
				values[i] += p.values[i]
			}
		}
		values[i] /= known // missing without any
	}
	return computed("touchpoint_share", model.P("Share of touchpoints used"), model.Percent, values)
}
