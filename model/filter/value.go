package filter

import (
	"math"
	"strconv"
	"strings"
	"time"

	"custseg/model"
)

// Number reads a number as filters have it: with or without commas between its
// thousands; with a percent sign it is a hundredth of what stands there.
func Number(text string) (float64, bool) {
	s, percent := strings.CutSuffix(strings.TrimSpace(text), "%")
	whole, _, _ := strings.Cut(s, ".")
	if groups := strings.Split(whole, ","); len(groups) > 1 {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return 0, false
			}
		}
		s = strings.ReplaceAll(whole, ",", "") + s[len(whole):]
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) {
		return 0, false
	}
	if percent {
		v /= 100
	}
	return v, true
}

// stretch is the moments from one up to another, the latter not in it.
type stretch struct{ from, to int64 }

// Days reads a date as the days that it names, the latter not among them; not ok of
// one with a time of day.
func Days(text string) (from, to model.Day, ok bool) {
	s, ok := parseDate(text)
	from, to = model.DayOf(s.from), model.DayOf(s.to)
	return from, to, ok && from.Seconds() == s.from && to.Seconds() == s.to
}

// parseDate reads a date as the stretch of time that it names.
func parseDate(text string) (stretch, bool) {
	s := strings.ReplaceAll(strings.TrimSpace(text), "/", "-")
	for _, form := range []struct {
		layout string
		end    func(time.Time) time.Time
	}{
		{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
		{"2006-1", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
		{"2006-1-2", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
		{"2006-1-2 15:04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
		{"2006-1-2T15:04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
		{"2006-1-2 15:04:05", func(t time.Time) time.Time { return t.Add(time.Second) }},
		{"2006-1-2T15:04:05", func(t time.Time) time.Time { return t.Add(time.Second) }},
	} {
		if t, err := time.Parse(form.layout, s); err == nil {
			return stretch{t.Unix(), form.end(t).Unix()}, true
		}
	}
	return stretch{}, false
}
