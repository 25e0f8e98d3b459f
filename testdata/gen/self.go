package main

import (
	"strconv"

	"custseg/model"
)

// drawSelf sets what the customer told the shop of themselves.
func (p *person) drawSelf(d dice, h habit) {
	p.woman = d.chance(0.54)
	p.gender = "M"
	if p.woman {
		p.gender = "F"
	}
	if d.chance(0.015) {
		p.gender = "X"
	}
	p.name = p.place.culture.name(d, p.woman)
	days := d.between(h.youngest*365, h.oldest*365+364)
	p.birth = lastDay() - model.Day(days+h.youngest/4)
	p.age = days / 365
	p.drawMeans(d)
	p.drawWork(d)
	p.drawFamily(d)
	p.email = emailName(d) + pick(d, []string{"@a.test", "@mx.test", "@box.test"})
	p.phone = "555-" + padded(d.IntN(1000000), 6)
}

// drawMeans sets income and spending score: five clouds, apart enough for
// k-means to find.
func (p *person) drawMeans(d dice) {
	cloud := [bands]struct{ income, incomeSD, score, scoreSD float64 }{
		modest:   {25, 4.5, 20, 7},
		eager:    {27, 4.5, 79, 7},
		middle:   {55, 5.5, 50, 6},
		careful:  {89, 8.5, 18, 7},
		affluent: {88, 8.5, 82, 7},
	}[p.band]
	p.income = whole(2*d.normal(cloud.income, cloud.incomeSD), 16, 260) * 500
	p.score = whole(d.normal(cloud.score, cloud.scoreSD), 1, 100)
}

func (p *person) drawWork(d dice) {
	rich := float64(p.income) / 50000
	level := d.weighted([]float64{2 / (0.4 + rich), 4 / (0.6 + rich), 3, 2 * rich, 0.5 * rich})
	if p.age < 23 {
		level = min(level, 2)
	}
	p.education = []string{"Basic", "School", "Bachelor", "Master", "Doctor"}[level]
	switch {
	case p.kind == wholesale:
		p.occupation = "Owner"
	case p.age >= 65:
		p.occupation = "Retired"
	case p.age < 25 && d.chance(0.6):
		p.occupation = "Student"
	case level >= 3:
		p.occupation = pick(d, []string{"Engineer", "Manager", "Doctor", "Teacher", "Lawyer"})
	case level == 2:
		p.occupation = pick(d, []string{"Engineer", "Teacher", "Nurse", "Clerk", "Manager", "Artist"})
	default:
		p.occupation = pick(d, []string{"Clerk", "Trader", "Driver", "Nurse", "Artist"})
	}
}

func (p *person) drawFamily(d dice) {
	a := float64(p.age)
	switch {
	case p.age < 24:
		p.marital = "Single"
	case p.age > 68 && d.chance(0.3):
		p.marital = "Widowed"
	case d.chance(min((a-20)/28, 0.68)):
		p.marital = "Married"
	case p.age > 35 && d.chance(0.4):
		p.marital = "Divorced"
	default:
		p.marital = "Single"
	}
	switch {
	case p.marital == "Married":
		p.children = min(d.poisson(1.4), 5)
	case p.age > 30:
		p.children = min(d.poisson(0.4), 4)
	}
}

// emailName draws a made-up mailbox. The domains end in .test, which RFC 2606
// keeps from ever being real.
func emailName(d dice) string {
	const starts, vowels = "bdfgklmnprstvz", "aeiou"
	name := ""
	for range d.between(2, 3) {
		name += string(starts[d.IntN(len(starts))]) + string(vowels[d.IntN(len(vowels))])
	}
	return name + strconv.Itoa(d.between(1, 99))
}

// marketSegment is a line of business as the sales department sees it: the
// size of its market in millions, its growth a year, the margin earned in it,
// and the shop's share relative to its largest rival.
type marketSegment struct {
	name                        string
	size, growth, margin, share string
}

func marketSegments() []marketSegment {
	return []marketSegment{
		{"Home", "85", "0.03", "0.44", "1.7"},
		{"Gourmet", "24", "0.16", "0.49", "1.4"},
		{"Student", "31", "0.21", "0.35", "0.4"},
		{"Gift", "40", "0.02", "0.41", "0.5"},
		{"Value", "66", "0.05", "0.08", "0.3"},
		{"Trade", "52", "0.12", "0.24", "0.6"},
	}
}

// drawSegment files the customer under a line of business, mostly rightly.
func (p *person) drawSegment(d dice) {
	const household, gourmet, student, gift, value, trade = 0, 1, 2, 3, 4, 5
	own := map[kind]int{lapsed: gourmet, appNative: student, giftBuyer: gift, bargainHunter: value, wholesale: trade}
	segment, ok := own[p.kind]
	switch {
	case ok && (p.kind == wholesale || d.chance(0.8)):
		p.segment = segment
	case p.style == qualitySeeker && d.chance(0.4):
		p.segment = gourmet
	default:
		p.segment = household
	}
}
