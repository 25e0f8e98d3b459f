package load

import "strings"

// months are the names of the months in English; of each also the first three
// letters are one.
func months() [12]string {
	return [...]string{"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December"}
}

func weekdays() [7]string {
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
}

// monthNamed returns the number of a month from its name, 0 for none.
func monthNamed(word string) int32 {
	if len(word) < 3 {
		return 0
	}
	for i, name := range months() {
		if isShort(word, name) {
			return int32(i + 1)
		}
	}
	if strings.EqualFold(word, "Sept") {
		return 9
	}
	return 0
}

func isWeekday(word string) bool {
	if len(word) < 3 {
		return false
	}
	for _, name := range weekdays() {
		if isShort(word, name) {
			return true
		}
	}
	return strings.EqualFold(word, "Tues") || strings.EqualFold(word, "Thur") || strings.EqualFold(word, "Thurs")
}

// isShort reports whether a word is a name or its first three letters.
func isShort(word, name string) bool {
	return strings.EqualFold(word, name) || strings.EqualFold(word, name[:3])
}

// scanNamed takes a date with a month's name off the front: 05-Mar-24,
// 5 Feb 2024, 05MAR2024, 2024-Mar-05, Jan 5, 2024, Jan 5 08:26:00 UTC 2024, each
// also after the name of a day of the week, which is not checked.
func (p *dateParts) scanNamed(s string) (rest string, ok bool) {
	if word, after := cutLetters(s); isWeekday(word) {
		s = cutJoint(after)
	}
	x, n, after := scanInt(s)
	switch n {
	case 0:
		return p.scanMonthFirst(s)
	case 1, 2:
		p.b = x
		if p.a, s = cutMonth(cutOf(cutJoint(cutOrdinal(after)))); p.a == 0 {
			return "", false
		}
		return p.scanYear(cutOf(cutJoint(s)), true)
	case 4:
		p.year = x
		if p.a, s = cutMonth(cutJoint(after)); p.a == 0 {
			return "", false
		}
		p.b, n, rest = scanInt(cutJoint(s))
		return rest, n == 1 || n == 2
	}
	return "", false
}

func (p *dateParts) scanMonthFirst(s string) (rest string, ok bool) {
	var n int
	if p.a, s = cutMonth(s); p.a == 0 || s == "" {
		return "", false
	}
	dashed := s[0] == '-'
	if p.b, n, s = scanInt(cutJoint(s)); n < 1 || n > 2 {
		return "", false
	}
	if s = cutOrdinal(s); s == cutJoint(s) {
		return "", false
	}
	dashed = dashed && s[0] == '-'
	s = cutJoint(s)
	if i := strings.LastIndexByte(s, ' '); i > 0 && strings.IndexByte(s[:i], ':') > 0 {
		if rest, ok := p.scanYear(s[i+1:], false); ok && rest == "" {
			return " " + s[:i], true // the year last of all: Apr 27 15:04:05 CST 2017
		}
	}
	return p.scanYear(s, dashed) // Jan-03-24
}

// scanYear takes a year of four digits, or of two where that is allowed.
func (p *dateParts) scanYear(s string, short bool) (rest string, ok bool) {
	x, n, rest := scanInt(s)
	switch {
	case n == 4:
		p.year = x
		return rest, true
	case n == 2 && short:
		p.setShortYear(x)
		return rest, true
	}
	return "", false
}

func cutMonth(s string) (month int32, rest string) {
	word, rest := cutLetters(s)
	if month = monthNamed(word); month > 0 && (rest == "" || rest[0] < 0x80) {
		return month, rest
	}
	if word, rest = cutForeignLetters(s); word == "" || !strings.ContainsAny(rest, "0123456789") {
		return 0, s
	}
	return foreignMonth(word), rest
}

func cutLetters(s string) (word, rest string) {
	i := 0
	for i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= 'A' && s[i] <= 'Z') {
		i++
	}
	return s[:i], s[i:]
}

// cutJoint drops what stands between the parts of a date, if anything: spaces
// with at most one sign before them, or one sign.
func cutJoint(s string) string {
	if s != "" && strings.IndexByte("-/.,", s[0]) >= 0 {
		s = s[1:]
	}
	return strings.TrimLeft(s, " ")
}

// cutOrdinal drops the letters of 1st, 2nd, 3rd and 4th.
func cutOrdinal(s string) string {
	if len(s) < 2 || len(s) > 2 && s[2] != ' ' && s[2] != ',' {
		return s
	}
	switch strings.ToLower(s[:2]) {
	case "st", "nd", "rd", "th":
		return s[2:]
	}
	return s
}
