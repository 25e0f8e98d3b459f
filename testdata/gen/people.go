package main

import (
	"slices"
	"strconv"

	"custseg/model"
)

// person is a customer with everything the shop does not know of them.
type person struct {
	id      string
	kind    kind
	band    band
	style   style
	deleted bool // orders remain, the row in customers does not

	name       string
	woman      bool
	gender     string
	birth      model.Day
	age        int // at the end of the data
	income     int // a year, 0 when unknown
	score      int
	education  string
	occupation string
	marital    string
	children   int
	place      place
	lat, lon   float64
	postcode   string
	signUp     model.Day
	email      string
	phone      string
	segment    int // of marketSegments

	first   model.Day // of the first order, NoDay for none
	yearly  float64   // orders a year while a customer
	leave   float64   // chance of leaving after each order
	left    bool      // has left for good
	stop    model.Day // last order of a lapsed customer
	channel int       // the one they mostly use
	faith   float64   // share of orders on that channel
	taste   [categories]float64
	refill  int // index of the product a subscriber has sent, -1 for none
	orders  []*order
}

// deletedAccounts is the number of customers whose row is gone.
const deletedAccounts = 30

// newPeople draws all customers, numbered by the day they signed up.
func newPeople(d dice) []*person {
	var all []*person
	for k, h := range habits() {
		for range h.customers {
			all = append(all, newPerson(d, kind(k), h))
		}
	}
	slices.SortStableFunc(all, func(a, b *person) int { return int(a.signUp - b.signUp) })
	for i, p := range all {
		p.id = "C" + padded(i+1, 4)
	}
	for left := deletedAccounts; left > 0; {
		if p := pick(d, all); p.kind == regular && !p.deleted {
			p.deleted = true
			left--
		}
	}
	spoil(d, all)
	return all
}

func padded(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func newPerson(d dice, k kind, h habit) *person {
	p := &person{kind: k, first: model.NoDay, stop: model.NoDay, refill: -1}
	p.band = band(d.weighted(h.bands[:]))
	p.style = style(d.weighted(h.styles[:]))
	p.drawPlace(d)
	p.drawSelf(d, h)
	p.drawStart(d)
	p.drawBuying(d, h)
	p.drawSegment(d)
	return p
}

func (p *person) drawPlace(d dice) {
	all := places()
	weights := make([]float64, len(all))
	for i, at := range all {
		weights[i] = at.weight
	}
	p.place = all[d.weighted(weights)]
	p.lat, p.lon = d.normal(p.place.lat, 0.05), d.normal(p.place.lon, 0.06)
	p.postcode = p.place.postcode + padded(d.between(1, 40), 2)
	if p.place.postcode == "" { // no postcodes there
		p.postcode = ""
	}
}

// drawStart sets when the customer signed up and first ordered.
func (p *person) drawStart(d dice) {
	switch p.kind {
	case prospect:
		p.signUp = min(arrival(d)+model.Day(d.between(0, 200)), lastDay()-3)
		return
	case giftBuyer:
		year := firstYear + d.weighted([]float64{28, 33, 39})
		p.first = day(year, 11, 24) + model.Day(d.between(0, 29))
	case lapsed:
		p.first = firstDay() + model.Day(d.between(0, 330))
		p.stop = lastDay() - model.Day(d.between(152, 272))
	case wholesale:
		p.first = firstDay() + model.Day(d.between(0, 700))
	default:
		p.first = arrival(d)
		if d.chance(0.1) { // was there before the data begins
			p.first = firstDay() + model.Day(d.ExpFloat64()*30)
		}
	}
	p.signUp = p.first
	switch {
	case p.first < firstDay()+150 && d.chance(0.7):
		p.signUp -= model.Day(d.between(100, 1100))
	case d.chance(0.35):
		p.signUp -= model.Day(d.ExpFloat64() * 20)
	}
}

func (p *person) drawBuying(d dice, h habit) {
	if h.channels == nil {
		return
	}
	if h.ordersAYear > 0 {
		p.yearly = h.ordersAYear
		if h.shape > 0 {
			p.yearly = d.gamma(h.shape, h.ordersAYear/h.shape)
		}
	}
	if h.leaveA > 0 {
		p.leave = d.beta(h.leaveA, h.leaveB)
	}
	p.channel = d.weighted(h.channels)
	p.faith = 0.94
	if d.chance(0.22) {
		p.faith = 0.5 // buys on several channels
	}
	region := regionTaste(p.place.region)
	for c, wish := range categoryWish() {
		p.taste[c] = wish * region[c] * d.gamma(0.8, 1)
	}
	if d.chance(0.035) {
		p.taste[custom] *= 30 // has nearly everything made to order
	}
	if p.kind == wholesale {
		p.taste[coffee] *= 4
		p.taste[custom] *= 2
	}
	if p.kind == subscriber {
		p.refill = refillFor(d, p.taste)
	}
}

// spoil adds what every customer list has: gaps, a typing error in a year of
// birth, two people of one name.
func spoil(d dice, all []*person) {
	for _, p := range all {
		if d.chance(0.012) {
			p.birth = model.NoDay
		}
		if d.chance(0.06) {
			p.income = 0
		}
		if d.chance(0.16) {
			p.email = ""
		}
		if d.chance(0.28) {
			p.phone = ""
		}
	}
	kept := slices.DeleteFunc(slices.Clone(all), func(p *person) bool { return p.deleted })
	kept[len(kept)/3].birth = day(1890, 1, 1)
	namesake := kept[len(kept)/4]
	for _, other := range kept[len(kept)/2:] {
		if other.place.culture == namesake.place.culture && other.woman == namesake.woman {
			other.name = namesake.name
			break
		}
	}
}
