package main

import (
	"math"
	"slices"

	"custseg/model"
)

// history sums up what one customer ordered.
type history struct {
	who      *person
	days     []model.Day // of purchases, returns apart
	orders   int
	money    float64 // net of returns
	returns  int
	profit   float64
	channels map[int]int
	early    int // orders before Christmas
}

func (h history) average() float64 { return h.money / float64(h.orders) }

// silence is the days from the last purchase to the end of the data.
func (h history) silence() int { return int(lastDay() - h.days[len(h.days)-1]) }

// gaps are the days between purchases.
func (h history) gaps() []float64 {
	var out []float64
	for i := 1; i < len(h.days); i++ {
		out = append(out, float64(h.days[i]-h.days[i-1]))
	}
	return out
}

// histories sums up every customer with a purchase, guests apart.
func (s *shop) histories() []history {
	var all []history
	for _, p := range s.people {
		h := history{who: p, channels: map[int]int{}}
		for _, o := range p.orders {
			for _, l := range o.lines {
				h.money += float64(l.amount()) / 100
				h.profit += float64(l.profit()) / 100
			}
			if o.back {
				h.returns++
				continue
			}
			h.orders++
			h.days = append(h.days, o.day)
			h.channels[o.channel]++
			if t := o.day.Time(); t.Month() == 12 && t.Day() <= 24 || t.Month() == 11 && t.Day() >= 20 {
				h.early++
			}
		}
		if h.orders > 0 {
			slices.Sort(h.days)
			all = append(all, h)
		}
	}
	return all
}

// of keeps the histories of one kind of customer.
func of(all []history, k kind) []history {
	var out []history
	for _, h := range all {
		if h.who.kind == k {
			out = append(out, h)
		}
	}
	return out
}

// each collects one number of every history.
func each(all []history, f func(history) float64) []float64 {
	out := make([]float64, len(all))
	for i, h := range all {
		out[i] = f(h)
	}
	return out
}

// share is the share of histories for which f holds.
func share(all []history, f func(history) bool) float64 {
	n := 0
	for _, h := range all {
		if f(h) {
			n++
		}
	}
	return float64(n) / float64(len(all))
}

func mean(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}

func sd(v []float64) float64 {
	m, sum := mean(v), 0.0
	for _, x := range v {
		sum += (x - m) * (x - m)
	}
	return math.Sqrt(sum / float64(len(v)))
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return v[len(v)/2]
}
