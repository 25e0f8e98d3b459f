package seg

import (
	"context"

	"custseg/model"
	"custseg/model/formula"
)

// channel parts customers by where they buy. Source: practice of omnichannel
// retail; the shares are conventions.
type channel struct{}

const channelRole = "channel"

// Spec implements [Method].
func (channel) Spec() Spec {
	return Spec{
		ID: "channel", Name: model.P("Purchase channel"), Family: Behaviour,
		Summary: model.P("Parts customers by the channels they order through: who keeps to one, who leans to one, and who uses several."),
		Rule: model.P("Of a customer's orders: one channel only when it has at least the first share; Omnichannel when a second channel has at least the other share; " +
			"else mainly the leading channel. Channels with hardly any orders are put together."),
		Needs: []Need{{Measure: channelRole, Why: model.P("the channel of each order, or the customer's own")}},
		Params: []Param{
			cutParam("only", model.P("one only from"), model.P("Share of the orders in one channel from which a customer keeps to it."), .8, .5, 1, .05, model.Percent),
			cutParam("omni", model.P("omnichannel from"), model.P("Share of the orders that the second channel has for a customer to be Omnichannel."), .2, .01, .5, .05, model.Percent),
			cutParam("pool", model.P("least share"), model.P("Channels with a smaller share of all orders are put together."), .01, 0, .5, .01, model.Percent),
		},
		Source: "Neslin et al. (2006), Challenges and Opportunities in Multichannel Customer Management; the shares are conventions",
	}
}

// Run implements [Method].
func (channel) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	m, err := in.channels(s)
	if err != nil {
		return nil, err
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if n := m.pool(in.Params.Float("pool"), model.P("Other channels")); n > 0 {
		s.Notes = append(s.Notes, model.P("%d channels with less than %s%% of the orders each are put together", n, figure(100*in.Params.Float("pool"))))
	}
	m.tell(func(word model.Phrase) model.Phrase { return model.P("Orders through %s", word) })
	top := m.measuredShare("top_channel_share", model.P("Share of the leading channel"), 0)
	second := m.measuredShare("second_channel_share", model.P("Share of the second channel"), 1)
	only, omni := in.limitAt(top, "only"), in.limitAt(second, "omni")
	first := m.first()
	a := absence{why: make([]int32, len(first))}
	for i := range a.why {
		a.why[i] = -1
	}
	a.excludeUnless(model.P("no order with a known channel"), func(i int) bool { return first[i] < 0 }, func() formula.Expr { return formula.Known{Of: m.leaderExpr()} })
	m.placeLed(s, channelRules(m, only, omni), a)
	addLimits(s, only, omni)
	s.Scores = append(s.Scores, model.NewTexts("top_channel", first, m.words))
	use(s, top, second)
	all := m.byOrders()
	const most = 12 // channels with a column each
	for _, t := range all[:min(most, len(all))] {
		s.Scores = append(s.Scores, model.NewNumbers("share "+m.words[t.word], m.shareOf(t.word)))
	}
	s.Charts = append(append(s.Charts, m.bars(model.P("Orders by channel"))), histograms(s, top, second)...)
	s.Fit = channelFit(m)
	return s, nil
}

// channels reads the channels of orders, or of customers where orders have
// none.
func (in Input) channels(s *model.Segmentation) (*mix, error) {
	if m, ok := in.orderMix(channelRole); ok && len(m.byOrders()) > 0 {
		s.Notes = append(s.Notes, m.notes...)
		if m.unknown > 0 {
			s.Notes = append(s.Notes, model.P("%d order lines have no channel and do not count", m.unknown))
		}
		if column := in.besideOrders(); column != "" {
			s.Used = append(s.Used, column)
		}
		return m, nil
	}
	if f, ok := in.Customers.Feature(channelRole); ok {
		s.Used = append(s.Used, f.Column.Name())
		own, notes := worded(f.Column, f.MeasureInfo)
		s.Notes = append(s.Notes, notes...)
		return ownMix(own), nil
	}
	return nil, paramErrorf("only", "this data has no channel: map a column of the orders or the customers to it with --map channel=COLUMN")
}

// channelRules are who keeps to a channel, for each channel with such customers,
// who uses several, and who leans to a channel.
func channelRules(m *mix, only, omni limit) []ledRule {
	keeps, leans := only.reached(), allOf(only.below(), omni.below())
	areKept, areLeant := m.ledIf(keeps), m.ledIf(leans)
	var keep, lean []ledRule
	for _, t := range m.byOrders() {
		word := m.label(t.word)
		if areKept[t.word] {
			keep = append(keep, m.ledBy(t.word, model.Segment{Name: model.P("%s only", word), Advice: model.Advice{Marketing: model.P("Speak to them in %s; invite them to a second channel with a first-order benefit", word),
				Product: model.P("What sells in %s first", word), Service: model.P("Help where they buy, in %s", word), Risk: model.P("They are lost if %s fails or goes", word)}}, keeps))
		}
		if areLeant[t.word] {
			lean = append(lean, m.ledBy(t.word, model.Segment{Name: model.P("Mainly %s", word), Advice: model.Advice{Marketing: model.P("Offers in %s, and a reason to use the others they tried", word),
				Service: model.P("One history across channels, with %s first", word)}}, leans))
		}
	}
	several := rule{model.Segment{Name: model.P("Omnichannel"), Advice: model.Advice{Marketing: model.P("One campaign across channels, told once"), Product: model.P("Order here, collect or return there"),
		Service: model.P("One history, whatever the channel"), Risk: model.P("Gaps between channels annoy them first")}}, allOf(only.below(), omni.reached())}
	return append(append(keep, ofAll(several)), lean...)
}

// channelFit reports how many channels customers use, and the share of them who
// use more than one.
func channelFit(m *mix) []model.Fit {
	buyers, used, several := 0., 0., 0.
	for _, tallies := range m.of {
		if len(tallies) == 0 {
			continue
		}
		buyers++
		used += float64(len(tallies))
		if len(tallies) > 1 {
			several++
		}
	}
	return []model.Fit{{Name: "mean_channels", Value: used / buyers}, {Name: "multichannel_share", Value: several / buyers}}
}
