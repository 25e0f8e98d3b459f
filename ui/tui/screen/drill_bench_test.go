package screen

import (
	"fmt"
	"testing"

	"custseg/model"
	"custseg/model/filter"
)

// millionOrders is a host with a million orders of 250,000 customers in segments
// by RFM.
func millionOrders(b *testing.B) *fakeHost {
	b.Helper()
	const n, customers = 1_000_000, 250_000
	amounts, codes, dates := make([]float64, n), make([]int32, n), make([]int64, n)
	for i := range n {
		amounts[i], codes[i], dates[i] = float64(i*7919%100_003)/100+1, int32(i*31%customers), model.Day(18000+i%1500).Seconds()
	}
	dict := make([]string, customers)
	for i := range dict {
		dict[i] = fmt.Sprintf("C%06d", i)
	}
	guess := func(column int, role model.Role) model.Guess {
		return model.Guess{Column: column, Role: role, Confidence: .9, Reason: model.P("its name")}
	}
	host := newFakeHost()
	host.open(b, &model.Dataset{
		Tables:  []*model.Table{table(b, "orders", "orders.csv", model.NewTexts("customer_id", codes, dict), model.NewDates("date", dates), model.NewNumbers("amount", amounts))},
		Guesses: []model.Guess{guess(0, model.CustomerID), guess(1, model.OrderDate), guess(2, model.Amount)},
	})
	host.session.Propose(host.session.Recipe.WithMethod("rfm"), "rfm")
	host.settle()
	if host.session.Result == nil {
		b.Fatal(host.session.Failed, host.session.Trouble)
	}
	return host
}

// BenchmarkDrill is the way from the segments to the lines of one
// order, with the frame of each screen, and what orders and filters its lists.
func BenchmarkDrill(b *testing.B) {
	host := millionOrders(b)
	theme := themes()["color"]
	list := everyone(host, 200, 46)
	t := list.table
	segment := newSegment(host, 0)
	where, err := filter.Parse("Frequency >= 4 and Monetary > 2000")
	if err != nil {
		b.Fatal(err)
	}
	page := newCustomer(host, host.session.Result, t.members, t.members, 1000, nil)
	page.SetSize(200, 46)
	for _, c := range []struct {
		name string
		do   func()
	}{
		{"frame of the list", func() { press(b, list, "j"); list.View(theme) }},
		{"sort", func() { t.order(nil); t.sort(t.rows().at("measure monetary"), true) }},
		{"filter", func() { t.filter(where) }},
		{"all again", func() { t.filter(nil) }},
		{"segment", func() { newSegment(host, 0).SetSize(200, 46) }},
		{"frame of the segment", func() { segment.SetSize(200, 46); segment.View(theme) }},
		{"customer", func() { t.drill() }},
		{"next customer", func() { page.turn(1); page.View(theme) }},
		{"lines of an order", func() { page.openOrder() }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.do()
				host.pushed, host.tasks = nil, nil
			}
		})
	}
}
