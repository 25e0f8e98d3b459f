package load

// scanPlainDate takes apart the dates that databases write, which are most of all:
// 2017-04-27, also with a time of day behind, 2017-04-27 08:26:00. It knows no
// others.
func scanPlainDate(s string) (p dateParts, ok bool) {
	if len(s) != len("2017-04-27") && len(s) != len("2017-04-27 08:26:00") || s[4] != '-' || s[7] != '-' {
		return p, false
	}
	century, year, month, day := twoDigits(s[0:2]), twoDigits(s[2:4]), twoDigits(s[5:7]), twoDigits(s[8:10])
	if century < 0 || year < 0 || month < 0 || day < 0 {
		return p, false
	}
	p.year, p.a, p.b = 100*century+year, month, day
	if len(s) == len("2017-04-27") {
		return p, true
	}
	hour, minute, second := twoDigits(s[11:13]), twoDigits(s[14:16]), twoDigits(s[17:19])
	if s[10] != ' ' || s[13] != ':' || s[16] != ':' || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 {
		return dateParts{}, false
	}
	p.seconds = hour*3600 + minute*60 + second
	return p, true
}

// twoDigits reads two digits, below 0 when they are none.
func twoDigits(s string) int32 {
	a, b := s[0]-'0', s[1]-'0'
	if a > 9 || b > 9 {
		return -1
	}
	return int32(a)*10 + int32(b)
}
