package xlsx

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// The serial numbers of days that a sheet can hold: 1 is the first day of its
// calendar, the last is 9999-12-31 in the calendar of 1900.
const (
	firstSerial = 1
	lastSerial  = 2958466
)

// appendSerial writes the moment a serial number stands for as 2006-01-02 or
// 2006-01-02 15:04:05. It fails on numbers that are no day. In the calendar of
// 1900 day 60 is a 29th of February that never was (ECMA-376 part 1, 18.17.4.1).
func appendSerial(dst []byte, serial float64, calendar1904 bool) ([]byte, bool) {
	if !(serial >= firstSerial && serial < lastSerial) && !(calendar1904 && serial >= 0 && serial < lastSerial) {
		return dst, false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case calendar1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case serial < 60:
		first = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	seconds := int64(math.Round(serial * 86400))
	at := time.Unix(first.Unix()+seconds, 0).UTC()
	if seconds%86400 == 0 {
		return at.AppendFormat(dst, time.DateOnly), true
	}
	return at.AppendFormat(dst, time.DateTime), true
}

// dateStyles tells for each cell style whether it shows a number as a day.
func dateStyles(s stylesXML) []bool {
	custom := map[int]string{}
	for _, f := range s.Formats {
		custom[f.ID] = f.Code
	}
	out := make([]bool, len(s.Cells))
	for i, c := range s.Cells {
		if code, ok := custom[c.Format]; ok {
			out[i] = isDateFormat(code)
		} else {
			out[i] = isBuiltinDate(c.Format)
		}
	}
	return out
}

// isBuiltinDate knows the number formats that have no code in the file (ECMA-376
// part 1, 18.8.30); those of 27 to 36 and 50 to 58 are dates in East Asian
// versions, 32 to 35 times of day.
func isBuiltinDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58
}

// isDateFormat reports whether a format code shows years or days, or months
// without hours or seconds, in which m would be minutes.
func isDateFormat(code string) bool {
	var day, month, clock bool
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return day || month && !clock
		case '"':
			i = skipTo(code, i, '"')
		case '[':
			i = skipTo(code, i, ']')
		case '\\', '_', '*':
			i++
		case 'y', 'Y', 'd', 'D':
			day = true
		case 'm', 'M':
			month = true
		case 'h', 'H', 's', 'S':
			clock = true
		case 'g', 'G':
			if len(code)-i >= len("General") && strings.EqualFold(code[i:i+len("General")], "General") {
				i += len("General") - 1
			}
		}
	}
	return day || month && !clock
}

// skipTo returns where the next closing byte after i is, or the end.
func skipTo(code string, i int, closing byte) int {
	if n := strings.IndexByte(code[i+1:], closing); n >= 0 {
		return i + 1 + n
	}
	return len(code)
}

// parseSerial reads the number of a cell.
func parseSerial(b []byte) (float64, bool) {
	v, err := strconv.ParseFloat(string(b), 64)
	return v, err == nil
}
