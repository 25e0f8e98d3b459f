package load

import "strings"

// scanCompactDate takes a day without signs between its parts apart, with or
// without a time of day: 20170427, 201704271504, 20170427150405, 20170427T150405Z
// and 20170427 15:04.
func scanCompactDate(s string) (p dateParts, ok bool) {
	if len(s) < 8 {
		return p, false
	}
	day, n, _ := scanInt(s[:8])
	if n != 8 {
		return p, false
	}
	p = dateParts{year: day / 10000, a: day / 100 % 100, b: day % 100}
	rest := s[8:]
	if rest == "" {
		return p, true
	}
	if rest[0] == 'T' && len(rest) > 4 && isDigit(rest[3]) {
		rest = rest[1:]
	}
	if !isDigit(rest[0]) {
		return p, p.scanTime(rest)
	}
	clock, n, zone := scanInt(rest)
	switch n {
	case 4:
		clock *= 100
	case 6:
	default:
		return p, false
	}
	hour, minute, second := clock/10000, clock/100%100, clock%100
	p.seconds = hour*3600 + minute*60 + second
	p.zoned = zone != ""
	return p, hour < 24 && minute < 60 && second < 60 && isZone(zone)
}

// isCompactDay reports whether a word is a moment from 1900 to 2100 written as
// 20170427 or 20170427150405.
func isCompactDay(word string) bool {
	p, ok := scanCompactDate(word)
	if !ok || p.year < earliestYear || p.year > latestYear {
		return false
	}
	_, ok = p.moment(monthFirst)
	return ok
}

// The years between which figures without signs are believed to be dates.
const (
	earliestYear = 1900
	latestYear   = 2100
)

// scanCompactMonth takes 201704 apart.
func scanCompactMonth(s string) (p dateParts, ok bool) {
	x, n, rest := scanInt(s)
	return dateParts{year: x / 100, a: x % 100, b: 1}, n == 6 && rest == ""
}

func isCompactMonth(word string) bool {
	p, ok := scanCompactMonth(word)
	return ok && p.year >= earliestYear && p.year <= latestYear && p.a >= 1 && p.a <= 12
}

// scanMonth takes a month apart: 2017-04, 2017/4, 2017年4月, 4/2017, Apr 2017,
// Apr-17 and 2017-Apr.
func scanMonth(s string) (p dateParts, ok bool) {
	p.b = 1
	x, n, rest := scanInt(s)
	switch n {
	case 4:
		p.year = x
		if after, found := strings.CutPrefix(rest, "年"); found {
			if p.a, n, rest = scanInt(after); n < 1 || n > 2 {
				return p, false
			}
			return p, rest == "月" || rest == "月份"
		}
		if rest == "" || rest == cutJoint(rest) || rest[0] == '.' {
			return p, false
		}
		if p.a, n, rest = scanInt(rest[1:]); n == 0 {
			p.a, rest = cutMonth(rest)
			return p, p.a > 0 && rest == ""
		}
		return p, n <= 2 && rest == ""
	case 1, 2:
		if rest == "" || rest[0] != '/' && rest[0] != '-' {
			return p, false
		}
		p.a = x
		p.year, n, rest = scanInt(rest[1:])
		return p, n == 4 && rest == ""
	case 0:
		if p.a, rest = cutMonth(s); p.a == 0 {
			return p, false
		}
		dashed := strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "'")
		p.year, n, rest = scanInt(cutOf(cutJoint(strings.TrimPrefix(rest, "'"))))
		if n == 2 && dashed {
			p.setShortYear(p.year)
			return p, rest == ""
		}
		return p, n == 4 && rest == ""
	}
	return p, false
}

// isMonth reports whether a word is a month from 1900 to 2100.
func isMonth(word string) bool {
	p, ok := scanMonth(word)
	return ok && p.year >= earliestYear && p.year <= latestYear && p.a >= 1 && p.a <= 12
}

// areMonths reports whether all words, n of which mean something, are months but
// for a tolerated share. Years that each lead to the next, 2010-11 and 2011-12,
// are seasons.
func areMonths(w *words, n int) bool {
	if !mostly(w, n, isMonth) {
		return false
	}
	var years figures
	for _, word := range w.all() {
		if p, ok := scanMonth(word); ok && p.shortYear {
			years.add(p.last)
		}
	}
	if years.span() >= wideEnd {
		return false // days of a month
	}
	return n < 2 || !everyWord(w, func(word string) bool {
		p, ok := scanMonth(word)
		return ok && p.a == (p.year+1)%100
	})
}
