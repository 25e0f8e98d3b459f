package seg

import (
	"context"
	"slices"
	"strings"

	"custseg/model"
)

// technology parts customers by the digital touchpoints they use. Source:
// practice; digital natives after Prensky (2001).
type technology struct{}

const deviceRole = "device"

// Spec implements [Method].
func (technology) Spec() Spec {
	needs := []Need{{Measure: deviceRole, Or: append([]model.Measure{"opens", model.Measure(model.Email)}, slices.Concat(webMeasures(), socialMeasures())...),
		Why: model.P("the device a customer uses; or another digital touchpoint")},
		{Measure: "opens", Optional: true, Why: model.P("e-mails opened; without it an e-mail address")}}
	for _, m := range slices.Concat(webMeasures(), socialMeasures()) {
		needs = append(needs, Need{Measure: m, Optional: true, Why: model.P("use of the website or of social media")})
	}
	share := func(id string, label, help model.Phrase, at float64) Param {
		return cutParam(id, label, help, at, 0, 1, .05, model.Percent)
	}
	return Spec{
		ID: "technology", Name: model.P("Technology use"), Family: Behaviour,
		Summary: model.P("Parts customers by the share of the digital touchpoints they use, device, e-mail and social media, with the device that leads."),
		Rule:    model.P("Of the touchpoints known of a customer, which are a device or else visits to the website, e-mail, and social media, the share used: Digital native from the first cut on, Hybrid from the second, else Traditional. A device leads from a share of the uses on."),
		Needs:   needs,
		Params: []Param{
			{ID: "by", Label: model.P("by"), Kind: Choice, Default: model.Word(byTouchpoints),
				Options: []Option{{byTouchpoints, model.P("Share of touchpoints used")}, {byDevice, model.P("The device that leads")}}, Help: model.P("How customers are parted.")},
			share("native", model.P("native from"), model.P("Least share of touchpoints that a Digital native uses."), .75),
			share("hybrid", model.P("hybrid from"), model.P("Least share of touchpoints that a Hybrid uses."), .35),
			share("dominant", model.P("device from"), model.P("Share of a customer's devices or orders from which one device leads."), .6),
			cutParam("uses", model.P("uses from"), model.P("Times that e-mail, website or social media are used, from which the touchpoint counts as used."), 1, 1, 1000, 1, model.Plain),
		},
		Source: "Practice of digital marketing; Prensky (2001), Digital Natives, Digital Immigrants; the shares are conventions",
	}
}

// The ways to part by technology.
const (
	byTouchpoints = "touchpoints"
	byDevice      = "device"
)

func webMeasures() []model.Measure { return []model.Measure{"sessions", "views", "clicks"} }

func socialMeasures() []model.Measure {
	return []model.Measure{"posts", "comments", "shares", "likes"}
}

// Run implements [Method].
func (technology) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	devices := in.devices(s)
	points := in.digitalTouchpoints(s, devices)
	if len(points) == 0 {
		return nil, lacksAll(deviceRole, "opens", "sessions", "posts")
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	used := shareUsed(points)
	a := needAll(used)
	a.reasons = []model.Phrase{model.P("no touchpoint is known")}
	top := computed("device_share", model.P("Share of the leading device"), model.Percent, devices.share(0))
	leading := in.limitAt(top, "dominant")
	switch {
	case in.Params.Word("by") == byTouchpoints:
		b := bands{of: []band{{technologySegments()[0], "native"}, {technologySegments()[1], "hybrid"}, {technologySegments()[2], ""}}}
		if err := b.place(s, in.Params, used, a); err != nil {
			return nil, err
		}
	case !top.known():
		return nil, paramErrorf("by", "this data has no device: map a column to it with --map device=COLUMN, or set by=touchpoints")
	default:
		placeDevices(s, devices, leading)
	}
	use(s, used)
	for _, p := range points {
		s.Scores = append(s.Scores, p.score())
	}
	s.Charts = append(s.Charts, histograms(s, used)...)
	reach := &model.Bars{Title: model.P("Share of customers who use each touchpoint, of those of whom it is known"), Unit: model.Percent}
	for _, p := range points {
		_, mean, _ := moments(p.values)
		reach.Labels, reach.Values = append(reach.Labels, p.Label), append(reach.Values, mean)
	}
	s.Charts = append(s.Charts, reach)
	if top.known() {
		s.Scores = append(s.Scores, model.NewTexts("leading_device", leaders(devices, leading), devices.words))
		use(s, top)
		addLimits(s, leading)
		s.Charts = append(s.Charts, devices.bars(model.P("Uses by device")))
	}
	return s, nil
}

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

// leaders is the device of each customer that leads, -1 for none.
func leaders(devices *mix, leading limit) []int32 {
	out, is := devices.first(), leading.reached()
	for i := range out {
		if !is.holds(i) {
			out[i] = -1
		}
	}
	return out
}

// placeDevices makes a segment of each device that leads.
func placeDevices(s *model.Segmentation, devices *mix, leading limit) {
	of, is := leaders(devices, leading), leading.reached()
	var rules []rule
	for _, t := range devices.byOrders() {
		if word := devices.words[t.word]; slices.Contains(of, t.word) {
			rules = append(rules, rule{model.Segment{Name: model.Raw(word), Advice: model.Advice{Marketing: model.P("Ads and e-mails made for %s", word), Product: model.P("Test the checkout on %s", word)}},
				test{model.P("%s leads, and %s", word, is.words), func(i int) bool { return of[i] == t.word }}})
		}
	}
	rules = append(rules, rule{model.Segment{Name: model.P("Several devices"), Advice: model.Advice{Marketing: model.P("One account and one cart across devices"), Product: model.P("Carry the cart from device to device")}}, leading.below()})
	a := needAll(leading.of)
	a.reasons = []model.Phrase{model.P("no device is known")}
	placeRules(s, rules, a)
}

func technologySegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Digital native"), Advice: model.Advice{Marketing: model.P("App, social media and e-mail in one campaign; referral links"), Product: model.P("New digital features first"), Service: model.P("Chat and self-service")}},
		{Name: model.P("Hybrid"), Advice: model.Advice{Marketing: model.P("E-mail with a link, and paper or store for what matters"), Product: model.P("Order online, collect in the store"), Service: model.P("Chat with a person behind it")}},
		{Name: model.P("Traditional"), Advice: model.Advice{Marketing: model.P("Letter, telephone and store"), Product: model.P("Do not require an app"), Service: model.P("A person on the telephone"), Risk: model.P("Digital-only changes lose them")}},
	}
}
