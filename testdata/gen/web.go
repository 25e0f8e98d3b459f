package main

import (
	"math"

	"custseg/model"
)

// visits is one customer's activity online in the last ninety days of the
// data, and what is known of them on social media.
type visits struct {
	who                                       *person
	device                                    int // of deviceNames
	views, clicks, carts, purchases           int
	sessions, minutes, active                 int // active: days of the last thirty
	used, available                           int // features
	opens                                     int // of e-mails
	followers, likes, shares, comments, posts int
	referrals                                 int
	interest, fit                             int
	response                                  bool // to the winter campaign
	last                                      model.Day
}

const (
	mobile = iota
	tablet
	desktop
)

func deviceNames() []string { return []string{"phone", "tablet", "desktop"} }

// webDays is the length of the period that is counted.
const webDays = 90

// presence is how a kind of customer is online.
type presence struct {
	seen     float64 // share of them who are in the file
	sessions float64 // mean in ninety days
	devices  []float64
	social   float64 // mean log of followers
	opens    float64 // share of 24 e-mails
}

func presenceOf(k kind) presence {
	switch k {
	case appNative:
		return presence{1, 38, []float64{92, 4, 4}, 5.6, 0.2}
	case subscriber:
		return presence{1, 12, []float64{44, 18, 38}, 4, 0.45}
	case lapsed:
		return presence{0.8, 10, []float64{18, 34, 48}, 4.2, 0.35}
	case bargainHunter:
		return presence{0.72, 6, []float64{62, 8, 30}, 3.6, 0.5}
	case giftBuyer:
		return presence{0.62, 2.5, []float64{35, 20, 45}, 3.8, 0.15}
	case wholesale:
		return presence{0.9, 9, []float64{6, 6, 88}, 3.9, 0.4}
	case prospect:
		return presence{1, 5, []float64{50, 10, 40}, 3.9, 0.4}
	}
	return presence{0.84, 8, []float64{40, 16, 44}, 3.9, 0.3}
}

func newVisits(d dice, people []*person) []*visits {
	var all []*visits
	for _, p := range people {
		at := presenceOf(p.kind)
		if !p.deleted && d.chance(at.seen) {
			all = append(all, newVisit(d, p, at))
		}
	}
	return all
}

func newVisit(d dice, p *person, at presence) *visits {
	v := &visits{who: p, device: d.weighted(at.devices)}
	bought, online, lately := p.signUp, p.signUp, map[model.Day]bool{}
	for _, o := range p.orders {
		bought = max(bought, o.day)
		if o.back || o.channel != web && o.channel != app {
			continue
		}
		online = max(online, o.day)
		if o.day > lastDay()-webDays {
			v.purchases++
		}
		if o.day > lastDay()-30 {
			lately[o.day] = true
		}
	}
	level := d.gamma(1.1, at.sessions/1.1)
	if p.left {
		level *= 0.12
	}
	v.active = min(max(activeDays(d, p, level), len(lately)), int(lastDay()-p.signUp)+1)
	v.sessions = max(d.poisson(level)+v.purchases, v.active)
	v.drawFunnel(d)
	v.opens = d.binomial(24, min(at.opens*d.gamma(3, 1.0/3), 1))
	v.drawLast(d, bought)
	v.last = max(v.last, online)
	v.drawFeatures(d)
	v.drawSocial(d, at)
	v.drawLead(d)
	return v
}

// activeDays counts days of the last thirty; some on the app come every day.
func activeDays(d dice, p *person, level float64) int {
	daily := min(level/webDays, 0.5)
	if p.kind == appNative && !p.left && d.chance(0.3) {
		daily = 0.72
	}
	return d.binomial(30, daily)
}

func (v *visits) drawFunnel(d dice) {
	v.minutes = int(float64(v.sessions) * d.gamma(4, 1.1))
	v.views = v.sessions + d.poisson(2.2*float64(v.sessions))
	v.clicks = max(d.binomial(v.views, 0.38), v.purchases)
	v.views = max(v.views, v.clicks)
	v.carts = min(v.purchases+d.binomial(v.clicks, 0.08), v.clicks)
}

// drawLast sets the last visit to go with the sessions and active days.
func (v *visits) drawLast(d dice, bought model.Day) {
	switch {
	case v.active > 0:
		v.last = lastDay() - model.Day(d.IntN(1+20/(v.active+1)))
	case v.sessions > 0:
		v.last = lastDay() - model.Day(d.between(30, webDays-1))
	default:
		v.last = min(bought+model.Day(d.ExpFloat64()*20), lastDay()-webDays)
	}
}

func (v *visits) drawFeatures(d dice) {
	v.available = []int{15, 14, 12}[v.device]
	reach := 0.14 + 0.48*(1-math.Exp(-float64(v.sessions)/14))
	v.used = d.binomial(v.available, reach)
	if v.sessions > 0 {
		v.used = max(v.used, 1)
	}
}

// drawSocial has a long tail: a few with very many followers.
func (v *visits) drawSocial(d dice, at presence) {
	size := d.normal(at.social, 1.3)
	if d.chance(0.02) {
		size += 3.5
	}
	v.followers = int(math.Exp(size))
	zeal := d.gamma(0.5, 2)
	v.posts = d.poisson(1.2 * zeal)
	reach := float64(v.posts) * math.Pow(float64(v.followers), 0.6)
	v.likes = d.poisson(0.25 * reach)
	v.comments = d.poisson(0.03 * reach)
	v.shares = d.poisson(0.6*zeal*zeal + 0.01*reach)
	v.referrals = d.poisson(0.12 * zeal * (1 + math.Log1p(float64(v.followers))/6))
}

// drawLead scores interest shown and fit with the customer the shop looks for,
// and whether the customer took up the winter campaign: those who open e-mails
// and look around do, on a telephone more than at a desk.
func (v *visits) drawLead(d dice) {
	v.interest = v.views/4 + v.clicks + 10*v.carts
	p := v.who
	fit := 30 + 0.35*float64(p.income)/1000 + 3*float64(p.score)/10
	if p.age >= 25 && p.age < 60 {
		fit += 10
	}
	v.fit = whole(d.normal(fit-10, 9), 0, 100)
	logit := -4.1 + 0.16*float64(v.opens) + 0.05*float64(min(v.sessions, 30))
	if v.device == mobile {
		logit += 0.7
	}
	if p.kind == bargainHunter {
		logit += 0.9
	}
	v.response = d.chance(1 / (1 + math.Exp(-logit)))
}
