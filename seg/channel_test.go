package seg

import (
	"slices"
	"testing"

	"custseg/model"
)

// purchase is one order line of the tests of order columns.
type purchase struct {
	id, order, channel, category string
	day                          int
	discount                     float64
	amount                       float64
}

// bought makes customers of order lines.
func bought(t *testing.T, lines ...purchase) *model.Customers {
	t.Helper()
	var ids, orders, channels, categories []string
	var dates []int64
	var discounts, amounts []float64
	for _, l := range lines {
		ids, orders, channels, categories = append(ids, l.id), append(orders, l.order), append(channels, l.channel), append(categories, l.category)
		dates, discounts, amounts = append(dates, model.Day(18000+l.day).Seconds()), append(discounts, l.discount), append(amounts, l.amount)
	}
	return customers(t, model.NoDay, table(t, "orders", model.TextsOf("customer_id", ids), model.TextsOf("order_id", orders), model.NewDates("order_date", dates),
		model.TextsOf("channel", channels), model.TextsOf("category", categories), model.NewNumbers("discount", discounts), model.NewNumbers("amount", amounts)))
}

// inChannels are orders of one line, one a day, in each channel.
func inChannels(id string, channels ...string) []purchase {
	var out []purchase
	for k, c := range channels {
		out = append(out, purchase{id: id, order: id + string(rune('a'+k)), channel: c, day: k, amount: 10})
	}
	return out
}

func TestChannelByHand(t *testing.T) {
	lines := slices.Concat(
		inChannels("a", "Web", "Web", "Web", "Web", "Store"), // .8 in one channel
		inChannels("b", "Web", "Web", "Web", "Store", "App"), // .6, .2, .2
		inChannels("c", "Store"),
		inChannels("d", "Web", "Web", "Web", "Web", "Web", "Web", "Web", "Store", "App", "Phone"), // .7, then .1 each
		inChannels("e", ""),
	)
	c := bought(t, lines...)
	s := run(t, "channel", c, "pool=0%")
	wantPlaced(t, s, "Web only", "Omnichannel", "Store only", "Mainly Web", "Unclassified")
	wantNumbers(t, "leading share", score(t, s, "top_channel_share"), .8, .6, 1, .7, nan)
	wantNumbers(t, "second share", score(t, s, "second_channel_share"), .2, .2, 0, .1, nan)
	wantNumbers(t, "Web", score(t, s, "share Web"), .8, .6, 0, .7, nan)
	if v, _ := s.Measured("mean_channels"); !close9(v, 10./4) {
		t.Errorf("mean channels %v", v)
	}
	if !noted(s, "1 order line has no channel") || !noted(s, "1 unclassified: no order with a known channel") {
		t.Errorf("notes %v", s.Notes)
	}
	wantPlaced(t, run(t, "channel", c, "only=90%", "pool=0%"), "Omnichannel", "Omnichannel", "Store only", "Mainly Web", "Unclassified")
	// Phone has 1 of 21 orders, App 2: together they are Other channels.
	s = run(t, "channel", c, "pool=10%")
	wantNumbers(t, "pooled", score(t, s, "share Other channels"), 0, .2, 0, .2, nan)
	wantPlaced(t, s, "Web only", "Omnichannel", "Store only", "Omnichannel", "Unclassified")
	wantText(t, failure(t, "channel", people(t, numbers("monetary", 1))), "--map channel=COLUMN")
}

// Lines of one order count once for each channel; what was sent back does not.
func TestOrdersCountOnceInAMix(t *testing.T) {
	c := bought(t, purchase{id: "a", order: "1", channel: "Web", amount: 5}, purchase{id: "a", order: "1", channel: "Web", amount: 5},
		purchase{id: "a", order: "2", channel: "Store", amount: 5}, purchase{id: "a", order: "3", channel: "Store", day: 1, amount: -5})
	wantNumbers(t, "leading share", score(t, run(t, "channel", c, "pool=0%"), "top_channel_share"), .5)
}

func TestChannelOfCustomers(t *testing.T) {
	wantPlaced(t, run(t, "channel", people(t, numbers("monetary", 1, 2, 3), model.TextsOf("channel", []string{"Store", "Web", ""}))), "Store only", "Web only", "Unclassified")
}

// Neither the segments nor their order depend on which word is read first.
func TestChannelsInAnyOrder(t *testing.T) {
	lines := slices.Concat(inChannels("a", "Web", "App"), inChannels("b", "App"), inChannels("c", "Web"), inChannels("d", "Store"))
	names := func(c *model.Customers) []string {
		s := run(t, "channel", c)
		var out []string
		for _, g := range s.Segments {
			out = append(out, english(g.Name))
		}
		return slices.Concat(out, placed(s), textScore(s, "top_channel"))
	}
	want := names(bought(t, lines...))
	slices.Reverse(lines)
	if got := names(bought(t, lines...)); !slices.Equal(got, want) {
		t.Errorf("reversed: %q, want %q", got, want)
	}
}
