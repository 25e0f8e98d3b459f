package main

import (
	"time"

	"custseg/model"
)

// The years that the orders cover, in full.
const (
	firstYear = 2023
	lastYear  = 2025
)

func day(year int, month time.Month, dayOfMonth int) model.Day {
	return model.DayOf(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Unix())
}

func firstDay() model.Day { return day(firstYear, time.January, 1) }
func lastDay() model.Day  { return day(lastYear, time.December, 31) }

// strongest is an upper bound of season.
const strongest = 2.2

// season multiplies demand on a day: the run-up to Christmas, a slow start of
// the year and a quiet August, more on Saturdays.
func season(d model.Day) float64 {
	t := d.Time()
	month := [...]float64{0.84, 0.82, 0.92, 0.95, 0.98, 0.95, 0.86, 0.8, 0.95, 1.03, 1.3, 1.6}[t.Month()-1]
	if t.Month() == time.December && t.Day() > 24 {
		month = 0.75
	}
	week := [...]float64{1.08, 0.92, 0.92, 0.92, 0.96, 1.0, 1.2}[t.Weekday()]
	return month * week
}

// arrival draws the day on which a new customer first orders: the shop grows,
// and wins most when demand is high.
func arrival(d dice) model.Day {
	span := int(lastDay() - firstDay())
	for {
		at := d.IntN(span + 1)
		growth := 0.45 + 0.55*float64(at)/float64(span)
		if d.chance(growth * season(firstDay()+model.Day(at)) / strongest) {
			return firstDay() + model.Day(at)
		}
	}
}
