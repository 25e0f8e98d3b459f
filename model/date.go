package model

import (
	"cmp"
	"fmt"
	"math"
	"time"
)

// Day is a calendar day, counted from 1970-01-01.
type Day int32

// NoDay is the missing day.
const NoDay Day = math.MinInt32

// NoDate is the missing moment in a [Dates] column.
const NoDate int64 = math.MinInt64

// LastDay is 9999-12-31, the last day that files and recipes can hold.
const LastDay Day = 2932896

const secondsPerDay = 24 * 60 * 60

// DayOf returns the calendar day of a moment in seconds since 1970-01-01
// 00:00 of the data's own clock. Data carries no zone: a moment is what the
// file's reader would see on a wall clock.
func DayOf(seconds int64) Day {
	if seconds == NoDate {
		return NoDay
	}
	d := seconds / secondsPerDay
	if seconds%secondsPerDay < 0 {
		d--
	}
	return Day(d)
}

// Seconds returns the first moment of the day.
func (d Day) Seconds() int64 {
	if d == NoDay {
		return NoDate
	}
	return int64(d) * secondsPerDay
}

// Next returns the day after the day, and of the last one that day itself.
func (d Day) Next() Day { return min(d, LastDay-1) + 1 }

// Time returns the first moment of the day in UTC.
func (d Day) Time() time.Time { return time.Unix(d.Seconds(), 0).UTC() }

// String writes the day as 2006-01-02, and the missing day as nothing.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// ParseDay reads 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return NoDay, fmt.Errorf("%q is not a date: write it as 2011-12-31", s)
	}
	return DayOf(t.Unix()), nil
}

// MarshalText writes the day as 2006-01-02.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads 2006-01-02 or nothing.
func (d *Day) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = NoDay
		return nil
	}
	*d, err = ParseDay(string(b))
	return err
}

// FormatDate writes a moment as a day, with the time of day when it has one.
func FormatDate(seconds int64) string {
	if seconds == NoDate {
		return ""
	}
	t := time.Unix(seconds, 0).UTC()
	if seconds%secondsPerDay == 0 {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.DateTime)
}

// YearsUntil counts the birthdays from the day to another: the full years between
// them.
func (d Day) YearsUntil(other Day) int {
	from, to := d.Time(), other.Time()
	years := to.Year() - from.Year()
	if cmp.Or(cmp.Compare(to.Month(), from.Month()), cmp.Compare(to.Day(), from.Day())) < 0 {
		years--
	}
	return years
}
