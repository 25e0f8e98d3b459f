package load

import "strings"

// scanTime reads a time of day to the end of the text; nothing is midnight.
func (p *dateParts) scanTime(s string) bool {
	if s == "" {
		return true
	}
	if s[0] == 'T' || s[0] == 't' {
		s = s[1:]
	} else {
		s = strings.TrimLeft(strings.TrimPrefix(s, ","), " ")
	}
	if s == "" {
		return false
	}
	half := noHalf
	if s[0] >= 0x80 {
		s, half = cutHalfDay(s)
	}
	hour, n, s := scanInt(s)
	if n < 1 || n > 2 || hour > 24 {
		return false
	}
	minute, second, s, ok := scanMinutes(s)
	if !ok {
		return false
	}
	if s != "" {
		s = strings.TrimLeft(s, " ")
		if half == noHalf {
			s, half = cutMeridiem(s)
			s = strings.TrimLeft(s, " ")
			ok = half == noHalf || hour >= 1 && hour <= 12
		}
	}
	if hour = half.hour(hour); !ok || hour == 24 && (minute > 0 || second > 0) {
		return false
	}
	p.seconds = hour*3600 + minute*60 + second
	p.zoned = s != ""
	return !p.zoned || isZone(s)
}

// scanMinutes reads what follows the hour: :04, :4, :04:05, :04:05.678, h04, or
// 时04分05秒 without its end.
func scanMinutes(s string) (minute, second int32, rest string, ok bool) {
	rest, ok = strings.CutPrefix(s, ":")
	if !ok {
		return scanNamedMinutes(s)
	}
	minute, n, rest := scanInt(rest)
	if n < 1 || n > 2 || minute > 59 {
		return 0, 0, "", false
	}
	if strings.HasPrefix(rest, ":") {
		if second, n, rest = scanInt(rest[1:]); n < 1 || n > 2 || second > 60 {
			return 0, 0, "", false
		}
		if strings.HasPrefix(rest, ".") || strings.HasPrefix(rest, ",") {
			if _, n, rest = scanInt(rest[1:]); n == 0 {
				return 0, 0, "", false
			}
		}
	}
	return minute, second, rest, true
}

// scanNamedMinutes reads minutes and seconds behind a sign that names the hour.
func scanNamedMinutes(s string) (minute, second int32, rest string, ok bool) {
	for _, sign := range [...]string{"时", "時", "点", "點", "h"} {
		if rest, ok = strings.CutPrefix(s, sign); ok {
			break
		}
	}
	if !ok || rest == "" {
		return 0, 0, "", ok
	}
	minute, n, rest := scanInt(rest)
	if n < 1 || n > 2 || minute > 59 {
		return 0, 0, "", false
	}
	if rest = strings.TrimPrefix(rest, "分"); rest == "" {
		return minute, 0, "", true
	}
	if second, n, rest = scanInt(rest); n < 1 || n > 2 || second > 60 {
		return 0, 0, "", false
	}
	return minute, second, strings.TrimPrefix(rest, "秒"), true
}

// halfDay is the half of the day in which an hour up to twelve lies.
type halfDay uint8

const (
	noHalf halfDay = iota
	morning
	afternoon
)

// hour returns the hour of the day. An hour beyond twelve is one already.
func (h halfDay) hour(hour int32) int32 {
	switch {
	case h == noHalf || hour > 12:
		return hour
	case h == afternoon:
		return hour%12 + 12
	}
	return hour % 12
}

// cutHalfDay drops the Chinese word before the hour that names the half of the
// day.
func cutHalfDay(s string) (rest string, half halfDay) {
	for _, word := range [...]struct {
		name string
		half halfDay
	}{{"上午", morning}, {"凌晨", morning}, {"早上", morning}, {"下午", afternoon}, {"中午", afternoon}, {"晚上", afternoon}} {
		if rest, found := strings.CutPrefix(s, word.name); found {
			return strings.TrimLeft(rest, " "), word.half
		}
	}
	return s, noHalf
}

// cutMeridiem drops AM or PM behind the time, also written a.m.
func cutMeridiem(s string) (rest string, half halfDay) {
	size := 2
	if len(s) >= 4 && s[1] == '.' && s[3] == '.' {
		size = 4
	}
	if len(s) < size || s[size/2]|0x20 != 'm' {
		return s, noHalf
	}
	switch s[0] {
	case 'A', 'a':
		return s[size:], morning
	case 'P', 'p':
		return s[size:], afternoon
	}
	return s, noHalf // GMT
}

// isZone accepts Z, +08, +0800, +08:00, GMT, UTC+8, CST and their like, a remark
// in brackets behind, and nothing.
func isZone(s string) bool {
	if s == "" {
		return true
	}
	name, s := cutLetters(s)
	if name != "" && !isZoneName(name) {
		return false
	}
	if i := strings.Index(s, " ("); i >= 0 && strings.HasSuffix(s, ")") {
		s = s[:i]
	}
	s = strings.TrimLeft(s, " ")
	if s == "" {
		return name != ""
	}
	if s[0] != '+' && s[0] != '-' {
		return false
	}
	_, n, s := scanInt(s[1:])
	if n == 1 && name != "" {
		return s == ""
	}
	if n == 2 && strings.HasPrefix(s, ":") {
		_, n, s = scanInt(s[1:])
	}
	return s == "" && (n == 2 || n == 4)
}

func isZoneName(name string) bool {
	switch strings.ToUpper(name) {
	case "Z", "UTC", "GMT", "CST", "CDT", "EST", "EDT", "MST", "MDT", "PST", "PDT", "BST", "IST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK",
		"HKT", "SGT", "JST", "KST", "AEST", "AEDT", "AWST", "NZST", "NZDT", "BRT":
		return true
	}
	return false
}
