package main

import "math"

// card is a customer's store credit card.
type card struct {
	who          *person
	balance      int
	transactions int // in the last year
	feedback     int // on the card's service, 1..5
	score        int // credit score, 0 when unknown
	utilisation  float64
	overdue      int // instalments
	debtRatio    float64
	history      float64 // years
}

// newCards gives a card to some customers of 23 and over. One in nine is in
// difficulty.
func newCards(d dice, people []*person) []*card {
	var all []*card
	for _, p := range people {
		wants := 0.4
		if p.kind == lapsed || p.kind == subscriber {
			wants = 0.6
		}
		if p.deleted || p.kind == prospect || p.age < 23 || !d.chance(wants) {
			continue
		}
		all = append(all, newCard(d, p))
	}
	return all
}

func newCard(d dice, p *person) *card {
	c := &card{who: p}
	income := float64(p.income)
	if p.income == 0 {
		income = 45000
	}
	strained := d.chance(0.17 - 0.08*min(income/60000, 1.5))
	limit := 500 * math.Round(math.Max(income*0.12, 1500)/500)
	if strained {
		c.utilisation = min(d.normal(0.93, 0.1), 1.1)
		c.overdue = 1 + d.poisson(1.3)
		c.debtRatio = min(d.normal(0.58, 0.12), 0.95)
		c.score = whole(d.normal(535, 45), 300, 850)
		c.history = d.gamma(1.5, 2.2)
	} else {
		c.utilisation = d.beta(1.3, 3.2)
		if d.chance(0.04) {
			c.overdue = 1
		}
		c.debtRatio = d.beta(2.2, 6)
		c.score = whole(d.normal(715-90*(c.utilisation-0.3), 48), 300, 850)
		c.history = d.gamma(2.5, 3)
	}
	c.history = min(c.history+0.2, float64(p.age-18))
	c.balance = int(limit * c.utilisation)
	if d.chance(0.04) {
		c.score = 0 // not with the bureau
	}
	c.transactions = d.poisson(d.gamma(2, 9))
	c.feedback = whole(d.normal(3.9, 0.9), 1, 5)
	return c
}
