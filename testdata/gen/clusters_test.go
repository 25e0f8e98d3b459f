package main

import (
	"math"
	"testing"
)

// cloud is points with the group each was drawn from.
type cloud struct {
	points [][]float64
	group  []int
}

// standardise brings every column to mean 0 and variance 1.
func (c cloud) standardise() {
	for j := range c.points[0] {
		column := make([]float64, len(c.points))
		for i, p := range c.points {
			column[i] = p[j]
		}
		m, s := mean(column), sd(column)
		for i := range c.points {
			c.points[i][j] = (c.points[i][j] - m) / s
		}
	}
}

func (c cloud) centres() map[int][]float64 {
	sum, n := map[int][]float64{}, map[int]float64{}
	for i, p := range c.points {
		g := c.group[i]
		if sum[g] == nil {
			sum[g] = make([]float64, len(p))
		}
		n[g]++
		for j, v := range p {
			sum[g][j] += v
		}
	}
	for g, s := range sum {
		for j := range s {
			s[j] /= n[g]
		}
	}
	return sum
}

func distance(a, b []float64) float64 {
	d := 0.0
	for j := range a {
		d += (a[j] - b[j]) * (a[j] - b[j])
	}
	return math.Sqrt(d)
}

// atHome is the share of points whose nearest centre is that of their group.
func (c cloud) atHome() float64 {
	centres := c.centres()
	home := 0
	for i, p := range c.points {
		own := distance(p, centres[c.group[i]])
		nearest := true
		for g, m := range centres {
			if g != c.group[i] && distance(p, m) < own {
				nearest = false
			}
		}
		if nearest {
			home++
		}
	}
	return float64(home) / float64(len(c.points))
}

// silhouette is the mean over points of (b - a) / max(a, b), with a the mean
// distance to the own group and b to the nearest other (Rousseeuw 1987).
func (c cloud) silhouette() float64 {
	size := map[int]float64{}
	for _, g := range c.group {
		size[g]++
	}
	total := 0.0
	for i, p := range c.points {
		sum := map[int]float64{}
		for j, q := range c.points {
			sum[c.group[j]] += distance(p, q)
		}
		own := c.group[i]
		a, b := sum[own]/(size[own]-1), math.Inf(1)
		for g, s := range sum {
			if g != own {
				b = min(b, s/size[g])
			}
		}
		total += (b - a) / max(a, b)
	}
	return total / float64(len(c.points))
}

func TestIncomeAndScoreFormFiveClouds(t *testing.T) {
	var c cloud
	for _, p := range newShop().people {
		if p.income > 0 {
			c.points = append(c.points, []float64{float64(p.income), float64(p.score)})
			c.group = append(c.group, int(p.band))
		}
	}
	c.standardise()
	within(t, "customers nearest to their own cloud", c.atHome(), 0.96, 1)
	within(t, "the silhouette", c.silhouette(), 0.55, 0.8)
}

func TestOrdersAndBasketSeparateTheKinds(t *testing.T) {
	var c cloud
	for _, h := range newShop().histories() {
		switch h.who.kind {
		case lapsed, appNative, giftBuyer, wholesale:
			if h.average() > 0 {
				c.points = append(c.points, []float64{math.Log(float64(h.orders)), math.Log(h.average())})
				c.group = append(c.group, int(h.who.kind))
			}
		}
	}
	c.standardise()
	within(t, "customers nearest to their own kind", c.atHome(), 0.85, 1)
}

func TestAttitudesFormFourStyles(t *testing.T) {
	var c cloud
	for _, a := range newShop().survey {
		// Centred within the respondent, as the method does.
		row := make([]float64, len(a.items))
		for i, v := range a.items {
			row[i] = float64(v)
		}
		m := mean(row)
		for i := range row {
			row[i] -= m
		}
		c.points = append(c.points, row)
		c.group = append(c.group, int(a.who.style))
	}
	within(t, "respondents nearest to their own style", c.atHome(), 0.95, 1)
	within(t, "the silhouette", c.silhouette(), 0.25, 0.6)
}
