package grid

import "strings"

// Format is what a number format makes of a number.
type Format uint8

// The formats that are told apart.
const (
	Plain Format = iota // a number
	Day                 // a day, with or without a time
	Clock               // a time of day or a span of time

	// padded and a count of digits on top of it are a whole number with zeros in
	// front.
	padded Format = 1 << 7
)

// Padded is the format that shows whole numbers with so many digits at least,
// zeros in front, as codes have them.
func Padded(digits int) Format { return padded + Format(digits) }

// mostPadded is how many digits a float64 keeps.
const mostPadded = 15

// digits returns how many digits a format of zeros shows at least, 0 for others.
func (f Format) digits() int {
	if f < padded {
		return 0
	}
	return int(f - padded)
}

// BuiltinFormat knows the number formats that have no code in the file (ECMA-376
// part 1, 18.8.30). Those of 27 to 36 and 50 to 58 belong to East Asian versions;
// where one version shows a day and another a time of day it counts as a day.
func BuiltinFormat(id int) Format {
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id >= 34 && id <= 36, id >= 50 && id <= 58:
		return Day
	case id >= 18 && id <= 21, id == 32, id == 33, id >= 45 && id <= 47:
		return Clock
	}
	return Plain
}

// ParseFormat reads the first section of a format code. Years and days, or
// months without hours or seconds, in which m would be minutes, show a day.
func ParseFormat(code string) Format {
	if isGeneral(code) {
		return Plain
	}
	if first, _, _ := strings.Cut(code, ";"); len(first) > 1 && len(first) <= mostPadded && strings.Trim(first, "0") == "" {
		return Padded(len(first))
	}
	var day, month, clock bool
scan:
	for i := 0; i < len(code); i++ {
		switch c := lower(code[i]); c {
		case ';':
			break scan
		case '"':
			i = skipTo(code, i, '"')
		case '[':
			end := skipTo(code, i, ']')
			clock = clock || isElapsed(code[i+1:min(end, len(code))])
			i = end
		case '\\', '_', '*':
			i++
		case 'y', 'd':
			day = true
		case 'm':
			month = true
		case 'h', 's':
			clock = true
		case 'a':
			if hasFold(code[i:], "aaa") { // the weekday in East Asian versions
				day = true
				i += len("aaa") - 1
			} else {
				i += halfOfDay(code[i:])
			}
		case 'g':
			if isGeneral(code[i:min(len(code), i+len(general))]) {
				i += len(general) - 1
			}
		}
	}
	switch {
	case day || month && !clock:
		return Day
	case clock:
		return Clock
	}
	return Plain
}

const general = "General"

// isGeneral knows the format of numbers as they are, and its name in German,
// which some programs write.
func isGeneral(code string) bool {
	return strings.EqualFold(code, general) || strings.EqualFold(code, "Standard")
}

// isElapsed reports whether brackets hold a count of hours, minutes or seconds
// such as [h] and not a colour, a condition or a language.
func isElapsed(inside string) bool {
	return inside != "" && (strings.Trim(inside, "hH") == "" || strings.Trim(inside, "mM") == "" || strings.Trim(inside, "sS") == "")
}

// halfOfDay returns how much of a code to pass over after the a of AM/PM or A/P.
func halfOfDay(code string) int {
	for _, mark := range []string{"AM/PM", "A/P"} {
		if hasFold(code, mark) {
			return len(mark) - 1
		}
	}
	return 0
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// skipTo returns where the next closing byte after i is, or the end.
func skipTo(code string, i int, closing byte) int {
	if n := strings.IndexByte(code[i+1:], closing); n >= 0 {
		return i + 1 + n
	}
	return len(code)
}
