package main

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"time"

	"custseg/model"
)

// The channels, in the order of channelNames.
const (
	web = iota
	app
	store
	phone
	marketplace
)

func channelNames() []string { return []string{"Web", "App", "Store", "Phone", "Marketplace"} }

// order is one basket, or the return of one.
type order struct {
	id      string
	who     *person // nil for a guest
	day     model.Day
	minute  int // of the day
	channel int
	lines   []line
	back    bool
}

// daysUnderway is how long a parcel takes.
const daysUnderway = 3

// status is how far the order has come at the end of the data.
func (o *order) status() string {
	switch {
	case o.back:
		return "Refunded"
	case o.channel != store && o.day > lastDay()-daysUnderway:
		return "Shipped"
	}
	return "Delivered"
}

// line is one product in a basket. A return has a negative quantity.
type line struct {
	product  product
	quantity int
	price    int // tenths
	discount int // tenths: 3 is 30 %
	cost     int // of one, in cents
}

// amount is what the line costs after discount, in cents, exactly.
func (l line) amount() int { return l.quantity * l.price * (10 - l.discount) }

// profit is what is left of the amount after the cost of the goods, in cents.
func (l line) profit() int { return l.amount() - l.quantity*l.cost }

// newOrders draws the orders of all customers and of guests, in the order of
// time, and numbers them.
func newOrders(d dice, people []*person) []*order {
	var all []*order
	for _, p := range people {
		h := habits()[p.kind]
		for _, at := range p.purchaseDays(d) {
			o := newOrder(d, p, h, at)
			all = append(all, o)
			if d.chance(h.returns) {
				if back := sendBack(d, o); back != nil {
					all = append(all, back)
				}
			}
		}
	}
	all = append(all, guestOrders(d, len(all)/100)...)
	slices.SortStableFunc(all, func(a, b *order) int {
		return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.minute, b.minute))
	})
	sold, returned := 10000, 1000
	for _, o := range all {
		if o.back {
			returned++
			o.id = "R" + strconv.Itoa(returned)
		} else {
			sold++
			o.id = strconv.Itoa(sold)
		}
		if o.who != nil {
			o.who.orders = append(o.who.orders, o)
		}
	}
	freeSamples(d, all)
	return all
}

// purchaseDays draws the days on which a customer orders.
func (p *person) purchaseDays(d dice) []model.Day {
	switch p.kind {
	case prospect:
		return nil
	case giftBuyer:
		return p.giftDays(d)
	case subscriber:
		return p.monthlyDays(d)
	}
	return p.randomDays(d)
}

// randomDays draws a Poisson process whose rate follows the season, by thinning
// (Lewis & Shedler 1979). The customer may leave for good after any order, as
// in the models that BG/NBD and its kin describe.
func (p *person) randomDays(d dice) []model.Day {
	end := lastDay()
	if p.kind == lapsed {
		end = p.stop
	}
	days := []model.Day{p.first}
	at := float64(p.first) + d.Float64()
	for {
		if p.left = p.left || d.chance(p.leave); p.left {
			break
		}
		for {
			at += d.ExpFloat64() * 365 / (p.yearly * strongest)
			if at > float64(end) || d.chance(season(model.Day(at))/strongest) {
				break
			}
		}
		today := model.Day(math.Floor(at))
		if today > end {
			break
		}
		if p.kind == wholesale && weekend(today) {
			continue
		}
		days = append(days, today)
	}
	if p.kind == lapsed {
		p.left = true
		days = append(days, p.stop)
	}
	return days
}

func weekend(d model.Day) bool {
	w := d.Time().Weekday()
	return w == time.Saturday || w == time.Sunday
}

// giftDays is the one day before Christmas, and for a few the next one too.
func (p *person) giftDays(d dice) []model.Day {
	days := []model.Day{p.first}
	for at := p.first + 365; at <= lastDay() && d.chance(0.07); at += 365 {
		days = append(days, at-model.Day(d.between(0, 6)))
	}
	p.left = len(days) == 1 && p.first < lastDay()-60
	return days
}

// monthlyDays is once a month, give or take two days; a month is skipped now
// and then.
func (p *person) monthlyDays(d dice) []model.Day {
	const month = 30.44
	var days []model.Day
	for at := float64(p.first); ; at += month {
		today := model.Day(at) + model.Day(d.between(-2, 2))
		if len(days) == 0 {
			today = p.first
		}
		if today > lastDay() {
			return days
		}
		if len(days) == 0 || !d.chance(0.03) {
			days = append(days, today)
		}
		if d.chance(p.leave) {
			p.left = true
			return days
		}
	}
}

func newOrder(d dice, p *person, h habit, at model.Day) *order {
	o := &order{who: p, day: at, channel: p.channel}
	if !d.chance(p.faith) {
		o.channel = d.weighted(h.channels)
	}
	o.minute = clock(d, o.channel)
	o.lines = fill(d, p, h, o)
	return o
}

// clock draws the minute of the day: shops and telephones keep hours, screens
// are busiest in the evening.
func clock(d dice, channel int) int {
	var hour float64
	switch channel {
	case store:
		hour = min(max(d.normal(15, 2.6), 9.5), 19.9)
	case phone:
		hour = min(max(d.normal(11.5, 2.2), 8), 17.9)
	case app:
		hour = d.normal(21, 2.2)
	default:
		hour = d.normal(20, 2.5)
		if d.chance(0.4) {
			hour = d.normal(12.5, 2)
		}
	}
	return (int(hour*60) + 24*60) % (24 * 60)
}

// sendBack returns part of an order some days later, under an id of its own.
func sendBack(d dice, o *order) *order {
	at := o.day + model.Day(d.between(3, 21))
	if at > lastDay() {
		return nil
	}
	l := pick(d, o.lines)
	l.quantity = -l.quantity
	return &order{who: o.who, day: at, minute: clock(d, o.channel), channel: o.channel, lines: []line{l}, back: true}
}

// guestOrders are paid for without signing in.
func guestOrders(d dice, n int) []*order {
	var all []*order
	h := habits()[regular]
	for range n {
		guest := newPerson(d, regular, h)
		guest.channel = []int{web, store}[d.IntN(2)]
		o := newOrder(d, guest, h, arrival(d))
		o.who = nil
		all = append(all, o)
	}
	return all
}

// freeSamples makes a few orders of one small thing a gift.
func freeSamples(d dice, all []*order) {
	for left := 25; left > 0; {
		o := pick(d, all)
		if o.back || o.who == nil || len(o.lines) > 1 || o.lines[0].price > 150 || o.lines[0].quantity > 1 || o.lines[0].amount() == 0 {
			continue
		}
		o.lines[0].discount = 10
		left--
	}
}
