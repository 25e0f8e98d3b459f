package seg

import (
	"context"
	"slices"

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
	if in.Params.Word("by") == byDevice {
		devices.tell(func(word model.Phrase) model.Phrase { return model.P("Uses of %s", word) })
	}
	top := devices.measuredShare("device_share", model.P("Share of the leading device"), 0)
	leading := in.limitAt(top, "dominant")
	switch {
	case in.Params.Word("by") == byTouchpoints:
		b := bands{of: []band{{technologySegments()[0], "native"}, {technologySegments()[1], "hybrid"}, {technologySegments()[2], ""}}}
		if err := b.place(s, in.Params, used, a); err != nil {
			return nil, err
		}
		s.Placing.Ranks = nil // digital is another way, not a better customer
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
	reach := &model.Bars{Title: model.P("Share of customers who use each touchpoint, of those of whom it is known"), ValueTitle: model.P("share"), Unit: model.Percent, Basis: knownOf(in.Customers.Len(), points)}
	for _, p := range points {
		_, mean, _ := moments(p.values)
		var users []int32
		for i, v := range p.values {
			if v > 0 {
				users = append(users, int32(i))
			}
		}
		reach.Labels, reach.Values, reach.Behind = append(reach.Labels, p.Label), append(reach.Values, mean), append(reach.Behind, users)
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

// leaders is the device of each customer that leads, -1 for none.
func leaders(devices *mix, leading limit) []int32 {
	out, is := devices.first(), leading.reached()
	for i := range out {
		if !is.holds(whatIf{i: i}) {
			out[i] = -1
		}
	}
	return out
}

// placeDevices makes a segment of each device that leads.
func placeDevices(s *model.Segmentation, devices *mix, leading limit) {
	is := leading.reached()
	lead := devices.ledIf(is)
	var rules []ledRule
	for _, t := range devices.byOrders() {
		if word := devices.words[t.word]; lead[t.word] {
			rules = append(rules, devices.ledBy(t.word, model.Segment{Name: model.Raw(word), Advice: model.Advice{Marketing: model.P("Ads and e-mails made for %s", word), Product: model.P("Test the checkout on %s", word)}}, is))
		}
	}
	rules = append(rules, ofAll(rule{model.Segment{Name: model.P("Several devices"), Advice: model.Advice{Marketing: model.P("One account and one cart across devices"), Product: model.P("Carry the cart from device to device")}}, leading.below()}))
	a := needAll(leading.of)
	a.reasons = []model.Phrase{model.P("no device is known")}
	devices.placeLed(s, rules, a)
}

func technologySegments() []model.Segment {
	return []model.Segment{
		{Name: model.P("Digital native"), Advice: model.Advice{Marketing: model.P("App, social media and e-mail in one campaign; referral links"), Product: model.P("New digital features first"), Service: model.P("Chat and self-service")}},
		{Name: model.P("Hybrid"), Advice: model.Advice{Marketing: model.P("E-mail with a link, and paper or store for what matters"), Product: model.P("Order online, collect in the store"), Service: model.P("Chat with a person behind it")}},
		{Name: model.P("Traditional"), Advice: model.Advice{Marketing: model.P("Letter, telephone and store"), Product: model.P("Do not require an app"), Service: model.P("A person on the telephone"), Risk: model.P("Digital-only changes lose them")}},
	}
}
