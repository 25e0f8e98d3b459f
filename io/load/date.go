package load

import (
	"strings"

	"custseg/model"
)

// dayOrder is how a date of three figures is read whose year does not stand
// first in full.
type dayOrder uint8

const (
	monthFirst dayOrder = iota // 4/27/2017
	dayFirst                   // 27/4/2017
	yearFirst                  // 17/4/27
)

// dateParts is a date taken apart. With the year last it is not yet known which
// of the other two is the month.
type dateParts struct {
	year, a, b int32 // year-a-b, or a/b/year
	last       int32 // the year as written, when it has two digits
	seconds    int32 // of the day
	yearLast   bool
	shortYear  bool // two digits
	birth      bool // a day of birth, which is not ahead
	narrow     bool // the first figure has one digit
	dotted     bool // 27.4.2017
	zoned      bool // with a time zone, which is dropped: the file's clock counts
}

// scanDate takes a date apart, with or without a time of day: 2017-04-27,
// 2017/4/27, 2017.4.27, 2017年4月27日, 4/27/2017, 27.4.17, 27 Apr 2017, each also
// followed by 8:26, 08:26:00.5, 08:26 PM, 下午8:26 or T08:26:00Z. It does not
// check that the day exists.
func scanDate(s string) (p dateParts, ok bool) {
	if p, ok = scanPlainDate(s); ok {
		return p, true
	}
	s = foldWide(s)
	x, n, rest := scanInt(s)
	switch n {
	case 4:
		p.year = x
		ok = p.scanYearFirst(&rest)
	case 1, 2:
		p.a, p.narrow = x, n == 1
		ok = p.scanYearLast(&rest)
	}
	if !ok {
		p = dateParts{}
		if rest, ok = p.scanNamed(s); !ok {
			return p, false
		}
	}
	return p, p.scanTime(rest)
}

func (p *dateParts) scanYearFirst(s *string) bool {
	rest := *s
	closing := ""
	var sep string
	switch {
	case strings.HasPrefix(rest, "年"):
		sep, rest, closing = "月", rest[len("年"):], "日"
	case rest != "" && (rest[0] == '-' || rest[0] == '/' || rest[0] == '.'):
		sep, rest = rest[:1], rest[1:]
	default:
		return false
	}
	var n int
	if p.a, n, rest = scanInt(rest); n < 1 || n > 2 || !strings.HasPrefix(rest, sep) {
		return false
	}
	if p.b, n, rest = scanInt(rest[len(sep):]); n < 1 || n > 2 {
		return false
	}
	switch {
	case closing == "":
	case strings.HasPrefix(rest, "日"), strings.HasPrefix(rest, "号"):
		rest = rest[len(closing):]
	default:
		return false
	}
	*s = rest
	return true
}

func (p *dateParts) scanYearLast(s *string) bool {
	rest := *s
	if rest == "" || rest[0] != '/' && rest[0] != '-' && rest[0] != '.' {
		return false
	}
	sep := rest[:1]
	p.yearLast, p.dotted = true, sep == "."
	var n int
	if p.b, n, rest = scanInt(rest[1:]); n < 1 || n > 2 || !strings.HasPrefix(rest, sep) {
		return false
	}
	switch p.year, n, rest = scanInt(rest[1:]); n {
	case 4:
	case 2:
		p.setShortYear(p.year)
	default:
		return false
	}
	*s = rest
	return true
}

// moment returns the seconds since 1970-01-01 00:00 on the file's own clock. It
// fails on a day that does not exist.
func (p dateParts) moment(order dayOrder) (int64, bool) {
	month, day := p.a, p.b
	if p.shortYear {
		p.year = fullYear(p.last, p.firstShort())
	}
	if p.yearLast {
		switch {
		case order == dayFirst:
			month, day = day, month
		case order == yearFirst && p.shortYear:
			p.year, month, day = fullYear(p.a, p.firstShort()), p.b, p.last
		case order == yearFirst:
			return model.NoDate, false
		}
	}
	if p.year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(p.year, month) {
		return model.NoDate, false
	}
	return daysSinceEpoch(p.year, month, day)*86400 + int64(p.seconds), true
}

func daysIn(year, month int32) int32 {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// daysSinceEpoch counts days from 1970-01-01 in the proleptic Gregorian
// calendar, years from 1 on: H. Hinnant, "chrono-Compatible Low-Level Date
// Algorithms", days_from_civil.
func daysSinceEpoch(year, month, day int32) int64 {
	if month <= 2 {
		year--
	}
	era := year / 400
	yearOfEra := year % 400
	dayOfYear := (153*((month+9)%12)+2)/5 + day - 1
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return int64(era)*146097 + int64(dayOfEra) - 719468
}

// scanInt takes up to nine digits off the front.
func scanInt(s string) (x int32, digits int, rest string) {
	for digits < len(s) && digits < 9 && s[digits] >= '0' && s[digits] <= '9' {
		x = x*10 + int32(s[digits]-'0')
		digits++
	}
	return x, digits, s[digits:]
}
