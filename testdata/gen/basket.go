package main

import (
	"math"
	"time"

	"custseg/model"
)

// marketplaceFee is what the marketplace keeps, in percent of the list price.
const marketplaceFee = 8

// fill draws the lines of an order.
func fill(d dice, p *person, h habit, o *order) []line {
	var lines []line
	discount := discountFor(d, p, h, o)
	add := func(g product) {
		for _, l := range lines {
			if l.product.name == g.name {
				return
			}
		}
		price := g.priceIn(o.day.Time().Year())
		cost := price * g.cost / 10
		if o.channel == marketplace {
			cost += price * marketplaceFee / 10
		}
		lines = append(lines, line{product: g, quantity: quantityOf(d, p, h, g), price: price, discount: discount, cost: cost})
	}
	if p.refill >= 0 {
		add(products()[p.refill])
	} else {
		add(choose(d, p, h))
	}
	for d.chance(h.extraLine) {
		add(choose(d, p, h))
	}
	if with := lines[0].product.with; with != "" && d.chance(withRate) {
		add(named(with))
	}
	if p.kind == wholesale {
		for i := range lines {
			lines[i].price = lines[i].price * 4 / 5 // trade price
		}
	}
	return lines
}

// choose draws a category by taste, then a product by popularity and price.
func choose(d dice, p *person, h habit) product {
	category := d.weighted(p.taste[:])
	var goods []product
	var weights []float64
	for _, g := range products() {
		if g.category != category || p.kind == wholesale && !g.staple && g.category != custom {
			continue
		}
		goods = append(goods, g)
		weights = append(weights, g.popularity*math.Pow(float64(g.price)/150, h.priceTaste))
	}
	if len(goods) == 0 { // nothing there for the trade
		return named("Filter beans")
	}
	return goods[d.weighted(weights)]
}

// refillFor picks the staple a subscriber has sent every month.
func refillFor(d dice, taste [categories]float64) int {
	weights := make([]float64, len(products()))
	for i, g := range products() {
		if g.staple {
			weights[i] = g.popularity * taste[g.category]
		}
	}
	return d.weighted(weights)
}

func named(name string) product {
	for _, g := range products() {
		if g.name == name {
			return g
		}
	}
	panic("no product is called " + name)
}

func quantityOf(d dice, p *person, h habit, g product) int {
	if p.kind == wholesale {
		return 2 + int(d.gamma(2.5, h.quantity/2.5))
	}
	if g.price > 400 {
		return 1
	}
	return 1 + min(d.poisson(h.quantity), 5)
}

// discountFor draws the discount of an order in tenths: deep on the
// marketplace, small elsewhere, more during the sales.
func discountFor(d dice, p *person, h habit, o *order) int {
	rate := h.discountRate
	if sale(o.day) && p.refill < 0 {
		rate += 0.3
	}
	if o.channel == marketplace && p.kind != bargainHunter {
		rate = max(rate, 0.9)
	}
	if !d.chance(rate) {
		return 0
	}
	if d.chance(h.deepDiscount) || o.channel == marketplace && d.chance(0.6) {
		return []int{3, 4, 4, 5, 5}[d.IntN(5)]
	}
	return []int{1, 1, 2}[d.IntN(3)]
}

// sale reports whether the shop has its January or November sale on.
func sale(at model.Day) bool {
	t := at.Time()
	return t.Month() == time.January && t.Day() <= 15 || t.Month() == time.November && t.Day() >= 20
}
