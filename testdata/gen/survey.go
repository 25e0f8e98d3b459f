package main

import (
	"cmp"
	"math"
	"slices"

	"custseg/model"
)

// answer is one customer's reply to the survey of autumn 2025.
type answer struct {
	who  *person
	date model.Day

	recommend, satisfaction, effort, complaints int
	attitude, preference                        int
	review                                      string
	touchpoints                                 [5]int
	items                                       [12]int
	factors                                     [4]int // points, 100 in all
	needs                                       [5]int
	benefit, price                              int
	readiness                                   float64
	adopted                                     model.Day // the app, NoDay when not
	rank, brands                                int
	own, category                               int     // spend a month; category 0 when not told
	bespoke                                     float64 // wish for goods made to order, 0 to 1
}

// respondents is the number of customers who answer.
const respondents = 1900

// newSurvey asks the customers; the contented answer more readily.
func newSurvey(d dice, people []*person) []*answer {
	type asked struct {
		who  *person
		when float64
	}
	var all []asked
	for _, p := range people {
		if p.deleted || p.kind == prospect || p.first > day(lastYear, 11, 25) {
			continue
		}
		ready := opinionOf(p.kind).answers
		all = append(all, asked{p, d.ExpFloat64() / ready})
	}
	slices.SortStableFunc(all, func(a, b asked) int { return cmp.Compare(a.when, b.when) })
	var out []*answer
	for _, a := range all[:min(respondents, len(all))] {
		out = append(out, newAnswer(d, a.who))
	}
	slices.SortFunc(out, func(a, b *answer) int { return cmp.Compare(a.who.id, b.who.id) })
	return out
}

// opinion is what a kind of customer tends to think of the shop.
type opinion struct {
	recommend  float64 // mean on 0..10
	answers    float64 // how readily they answer
	readiness  float64 // for technology, mean on 1..7
	wallet     float64 // share of their spending in the category, mean
	benefit    float64 // mean on 1..7
	expensive  float64 // mean on 1..7
	weakest    int     // index of the touchpoint they suffer from
	complaints float64 // mean, for one neither pleased nor cross
}

func opinionOf(k kind) opinion {
	switch k {
	case appNative:
		return opinion{8.5, 1.2, 6, 0.45, 4.7, 2.9, 3, 0.15}
	case subscriber:
		return opinion{9.2, 1.5, 4.6, 0.75, 5.8, 3.9, 4, 0.08}
	case lapsed:
		return opinion{6.7, 0.9, 3.8, 0.3, 4.8, 5.9, 3, 0.9}
	case bargainHunter:
		return opinion{5.9, 0.7, 4.4, 0.15, 2.8, 2.6, 0, 0.4}
	case giftBuyer:
		return opinion{8, 0.6, 3.9, 0.22, 4.4, 4.8, 4, 0.12}
	case wholesale:
		return opinion{8.8, 2, 4.3, 0.7, 5.4, 3.4, 0, 0.2}
	}
	return opinion{8.5, 1, 4, 0.42, 4.4, 4.2, 1, 0.15}
}

func newAnswer(d dice, p *person) *answer {
	o := opinionOf(p.kind)
	a := &answer{who: p, date: max(day(lastYear, 10, 6), p.first+3) + model.Day(d.between(0, 30))}
	pleased := d.NormFloat64() // with the shop, for one of their kind
	liking := o.recommend + 1.5*pleased
	a.recommend = whole(d.normal(liking, 0.5), 0, 10)
	a.satisfaction = whole(d.normal(0.5*liking-0.15, 0.45), 1, 5)
	a.effort = whole(d.normal(0.75*liking-1, 0.9), 1, 7)
	a.attitude = whole(d.normal(0.48*liking, 0.5), 1, 5)
	a.preference = whole(d.normal(10*o.wallet+2.2+0.9*pleased, 1.2), 0, 10)
	a.complaints = min(d.poisson(o.complaints*math.Exp(-0.9*pleased)), 6)
	for t := range a.touchpoints {
		score := d.normal(0.42*liking+0.9, 0.7)
		if t == o.weakest {
			score -= 0.9
		}
		a.touchpoints[t] = whole(score, 1, 5)
	}
	a.items = attitudes(d, p.style)
	a.factors = factorsOf(d, p.style)
	a.needs = needsOf(d, p)
	a.benefit = whole(d.normal(o.benefit+0.5*pleased, 1), 1, 7)
	a.price = whole(d.normal(o.expensive, 1.1), 1, 7)
	a.readiness = min(max(d.normal(o.readiness-0.02*float64(p.age-40), 0.7), 1), 7)
	a.adopted = adoption(d, p, a)
	a.drawWallet(d, o)
	a.bespoke = bespokeOf(d, p)
	if d.chance(0.4) {
		a.review = review(d, a, o)
	}
	return a
}

// itemNames are the attitude statements, three to an attitude; the last of each
// three is put the other way round.
func itemNames() [12]string {
	return [12]string{
		"item_best_quality", "item_pay_more_for_good", "item_cheap_will_do",
		"item_compare_prices", "item_wait_for_offers", "item_price_hardly_matters",
		"item_save_my_time", "item_all_from_one_shop", "item_like_to_browse",
		"item_sustainable", "item_less_packaging", "item_origin_unimportant",
	}
}

// attitudes answers the twelve statements from 1 to 5: the own style strongly,
// the others mildly against.
func attitudes(d dice, own style) (items [12]int) {
	for s := range styles {
		latent := d.normal(-0.35, 0.3)
		if s == own {
			latent = d.normal(1.55, 0.3)
		}
		for i := range 3 {
			sign := 1.0
			if i == 2 {
				sign = -1
			}
			items[3*int(s)+i] = whole(d.normal(3+sign*latent, 0.6), 1, 5)
		}
	}
	return items
}

// factorsOf shares 100 points between price, brand, quality and service.
func factorsOf(d dice, own style) (points [4]int) {
	weights := [styles][4]float64{
		qualitySeeker: {4, 7, 16, 6},
		priceHunter:   {19, 4, 6, 4},
		convenience:   {7, 6, 7, 15},
		green:         {7, 9, 9, 7},
	}[own]
	total := 0.0
	for i := range weights {
		weights[i] = d.gamma(weights[i], 1)
		total += weights[i]
	}
	left := 100
	for i := range 3 {
		points[i] = min(5*int(math.Round(20*weights[i]/total)), left)
		left -= points[i]
	}
	points[3] = left
	return points
}

// needsOf rates speed, choice, advice, price and experience from 1 to 5. About
// half of the customers want one thing above all.
func needsOf(d dice, p *person) (needs [5]int) {
	mean := [styles][5]float64{
		qualitySeeker: {1, 2, 4, 1, 3},
		priceHunter:   {1, 2, 1, 6, 1},
		convenience:   {6, 1, 1, 1, 1.5},
		green:         {1, 2, 2, 1.5, 4},
	}[p.style]
	top := d.weighted(mean[:])
	single := d.chance(0.55)
	for i := range needs {
		switch {
		case i == top:
			needs[i] = d.between(4, 5)
		case single:
			needs[i] = d.between(1, 2) - d.between(0, 1)
			needs[i] = max(needs[i], 1)
		default:
			needs[i] = whole(d.normal(2.4+0.35*mean[i], 0.9), 1, 5)
		}
	}
	return needs
}

// adoption is the day the customer took up the app: no later than their first
// order on it. One who is ready for new technology may have it without ordering.
func adoption(d dice, p *person, a *answer) model.Day {
	for _, o := range p.orders {
		if o.channel == app && o.day <= a.date {
			return max(o.day-model.Day(d.ExpFloat64()*15), firstDay(), min(p.signUp, o.day))
		}
	}
	if !d.chance((a.readiness - 2.2) / 9) {
		return model.NoDay
	}
	span := lastDay() - firstDay() - 90
	at := firstDay() + model.Day(math.Abs(d.normal(0.55, 0.2))*float64(span))
	at = max(at, p.first+model.Day(d.between(5, 90)))
	if at > a.date {
		return model.NoDay
	}
	return at
}

// drawWallet sets what the customer spends a month, here and in all, and how
// the shop ranks among the brands they use.
func (a *answer) drawWallet(d dice, o opinion) {
	sum, first, last := 0, a.who.first, a.who.first
	for _, b := range a.who.orders {
		if b.day > a.date {
			break
		}
		last = b.day
		for _, l := range b.lines {
			sum += l.amount()
		}
	}
	months := math.Max(float64(last-first)/30.44+1, 2)
	own := math.Max(float64(sum)/100/months*math.Exp(d.normal(0, 0.15)), 1)
	share := d.beta(5*o.wallet, 5*(1-o.wallet))
	a.own = int(math.Ceil(own))
	if !d.chance(0.03) {
		a.category = max(int(own/math.Max(share, 0.03)), a.own)
	}
	a.brands = 1 + d.poisson(3.2*(1-share))
	a.rank = 1 + d.binomial(a.brands-1, 0.9*(1-share))
}

// bespokeOf is the wish for goods made to order, as a share of what they buy.
func bespokeOf(d dice, p *person) float64 {
	made, all := 0.0, 0.0
	for _, o := range p.orders {
		for _, l := range o.lines {
			if all++; l.product.category == custom {
				made++
			}
		}
	}
	wish := made/math.Max(all, 1) + d.normal(0, 0.06)
	return min(max(wish, 0), 1)
}
