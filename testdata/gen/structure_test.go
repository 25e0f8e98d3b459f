package main

import (
	"math"
	"slices"
	"testing"
	"time"
)

// within checks a number of the shop against the range it was made for.
func within(t *testing.T, what string, got, lo, hi float64) {
	t.Helper()
	if !(got >= lo && got <= hi) {
		t.Errorf("%s is %.3f, not from %g to %g", what, got, lo, hi)
	}
}

func orders(h history) float64  { return float64(h.orders) }
func money(h history) float64   { return h.money }
func average(h history) float64 { return h.average() }
func silence(h history) float64 { return float64(h.silence()) }

func TestBaseLooksLikeAShop(t *testing.T) {
	all := newShop().histories()
	within(t, "the share who ordered once", share(all, func(h history) bool { return h.orders == 1 }), 0.35, 0.45)
	within(t, "buyers", float64(len(all)), 2800, 2900)
	within(t, "orders", mean(each(all, orders))*float64(len(all)), 19500, 20500)
	within(t, "orders per buyer", mean(each(all, orders)), 6, 7)
	revenue := each(all, money)
	slices.Sort(revenue)
	slices.Reverse(revenue)
	top := mean(revenue[:len(revenue)/5]) * float64(len(revenue)/5) / (mean(revenue) * float64(len(revenue)))
	within(t, "the revenue share of the top 20 %", top, 0.65, 0.75)
	within(t, "the share of buyers at a loss", share(all, func(h history) bool { return h.profit < 0 }), 0.02, 0.1)
}

func TestLapsedHighValueGroup(t *testing.T) {
	all := newShop().histories()
	lapsed := of(all, lapsed)
	within(t, "customers", float64(len(lapsed)), 220, 220)
	quiet := each(lapsed, silence)
	within(t, "the shortest silence", slices.Min(quiet), 150, 160)
	within(t, "the longest silence", slices.Max(quiet), 260, 275)
	within(t, "orders against the base", mean(each(lapsed, orders))/mean(each(all, orders)), 1.8, 4)
	within(t, "money against the base", mean(each(lapsed, money))/mean(each(all, money)), 2.5, 6)
}

func TestMarketplaceIsForBargains(t *testing.T) {
	s := newShop()
	hunters := of(s.histories(), bargainHunter)
	deep, placed := 0, 0
	for _, o := range s.orders {
		if o.channel == marketplace && !o.back {
			placed++
			if o.lines[0].discount > 3 {
				deep++
			}
		}
	}
	within(t, "the share of marketplace orders at more than 30 % off", float64(deep)/float64(placed), 0.5, 0.9)
	within(t, "the share of bargain hunters mostly there", share(hunters, func(h history) bool { return 2*h.channels[marketplace] > h.orders }), 0.8, 1)
	within(t, "the share of bargain hunters who came back", share(hunters, func(h history) bool { return h.orders > 1 }), 0.1, 0.4)
	var theirs, others []float64
	for _, a := range s.survey {
		if a.who.kind == bargainHunter {
			theirs = append(theirs, float64(a.recommend))
		} else {
			others = append(others, float64(a.recommend))
		}
	}
	within(t, "how much less they recommend", mean(others)-mean(theirs), 1.5, 4)
}

func TestYoungOnTheApp(t *testing.T) {
	all := newShop().histories()
	young := of(all, appNative)
	within(t, "the oldest", slices.Max(each(young, func(h history) float64 { return float64(h.who.age) })), 18, 29)
	within(t, "the share mostly on the app", share(young, func(h history) bool { return 2*h.channels[app] > h.orders }), 0.85, 1)
	within(t, "orders against the base", mean(each(young, orders))/mean(each(all, orders)), 1.5, 4)
	within(t, "the average order against the base", median(each(young, average))/median(each(all, average)), 0.2, 0.6)
}

func TestWholesaleBaskets(t *testing.T) {
	all := newShop().histories()
	trade := of(all, wholesale)
	within(t, "customers", float64(len(trade)), 25, 40)
	within(t, "the average order against the base", median(each(trade, average))/median(each(all, average)), 6, 30)
	for _, h := range trade {
		for _, d := range h.days[1:] {
			if weekend(d) {
				t.Fatalf("%s orders on a %s", h.who.id, d.Time().Weekday())
			}
		}
	}
}

func TestGiftSeason(t *testing.T) {
	gift := of(newShop().histories(), giftBuyer)
	within(t, "the share who ordered once", share(gift, func(h history) bool { return h.orders == 1 }), 0.9, 0.99)
	within(t, "the share who ordered before Christmas alone", share(gift, func(h history) bool { return h.early == h.orders }), 0.99, 1)
}

func TestSubscribersKeepARhythm(t *testing.T) {
	all := newShop().histories()
	var monthly, others []float64
	for _, h := range all {
		if len(h.days) < 8 {
			continue
		}
		g := h.gaps()
		if h.who.kind == subscriber {
			monthly = append(monthly, sd(g)/mean(g))
			within(t, "the mean gap of "+h.who.id, mean(g), 28, 41)
		} else {
			others = append(others, sd(g)/mean(g))
		}
	}
	within(t, "how much a subscriber's gaps vary", median(monthly), 0.03, 0.25)
	within(t, "how much other gaps vary", median(others), 0.7, 1.3)
}

func TestSeasonAndGrowth(t *testing.T) {
	years := map[int]float64{}
	months := map[time.Month]float64{}
	for _, o := range newShop().orders {
		if !o.back {
			years[o.day.Time().Year()]++
			months[o.day.Time().Month()]++
		}
	}
	within(t, "growth in 2024", years[2024]/years[2023], 1.15, 1.8)
	within(t, "growth in 2025", years[2025]/years[2024], 1.08, 1.5)
	within(t, "December against July", months[time.December]/months[time.July], 1.5, 2.5)
	within(t, "February against July", months[time.February]/months[time.July], 0.6, 0.95)
}

func TestRegionsDifferInTaste(t *testing.T) {
	favourite := map[string]int{americas: sports, europe: coffee, china: tea, farEast: beauty, southAsia: kitchen, middleEast: home}
	bought := map[string]map[int]float64{}
	base, total := map[int]float64{}, 0.0
	for _, o := range newShop().orders {
		if o.who == nil || o.back {
			continue
		}
		r := o.who.place.region
		if bought[r] == nil {
			bought[r] = map[int]float64{}
		}
		for _, l := range o.lines {
			bought[r][l.product.category]++
			base[l.product.category]++
			total++
		}
	}
	for r, c := range favourite {
		here := 0.0
		for _, n := range bought[r] {
			here += n
		}
		quotient := bought[r][c] / here / (base[c] / total)
		within(t, r+"'s location quotient of "+categoryNames()[c], quotient, 1.3, 4)
	}
}

func TestLeavingAndReturningDifferByKind(t *testing.T) {
	all := newShop().histories()
	left := func(h history) bool { return h.who.left }
	rate := func(k kind) float64 {
		back, sold := 0, 0
		for _, h := range of(all, k) {
			back += h.returns
			sold += h.orders
		}
		return float64(back) / float64(sold)
	}
	within(t, "bargain hunters gone", share(of(all, bargainHunter), left), 0.75, 1)
	within(t, "regulars gone", share(of(all, regular), left), 0.35, 0.65)
	within(t, "app natives gone", share(of(all, appNative), left), 0.2, 0.5)
	within(t, "subscribers gone", share(of(all, subscriber), left), 0.15, 0.5)
	within(t, "app orders sent back", rate(appNative), 0.06, 0.1)
	within(t, "subscriptions sent back", rate(subscriber), 0.003, 0.02)
}

func TestPairsAreBoughtTogether(t *testing.T) {
	holds, together, baskets := map[string]float64{}, map[string]float64{}, 0.0
	for _, o := range newShop().orders {
		if o.back {
			continue
		}
		baskets++
		in := map[string]bool{}
		for _, l := range o.lines {
			in[l.product.name] = true
		}
		for name := range in {
			holds[name]++
			if with := named(name).with; with != "" && in[with] {
				together[name]++
			}
		}
	}
	rules := 0
	for _, g := range products() {
		if g.with == "" {
			continue
		}
		confidence := together[g.name] / holds[g.name]
		within(t, "confidence of "+g.name, confidence, 0.25, 0.5)
		within(t, "lift of "+g.name, confidence/(holds[g.with]/baskets), 3, 60)
		if together[g.name]/baskets >= 0.01 && confidence >= 0.3 {
			rules++
		}
	}
	within(t, "rules at support 1 % and confidence 30 %", float64(rules), 3, 6)
}

func TestPurchasesVaryMoreThanChance(t *testing.T) {
	var counts []float64
	for _, h := range of(newShop().histories(), regular) {
		counts = append(counts, float64(h.orders-1))
	}
	within(t, "variance over mean of repeat orders", math.Pow(sd(counts), 2)/mean(counts), 4, 40)
}
