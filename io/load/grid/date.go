package grid

import (
	"fmt"
	"math"
	"time"
)

// The serial numbers of days that a sheet can hold: 1 is the first day of its
// calendar, the last is 9999-12-31 in the calendar of 1900. In that calendar day
// 60 is a 29th of February that never was (ECMA-376 part 1, 18.17.4.1).
const (
	firstSerial = 1
	noDay       = 60
	lastSerial  = 2958466
)

// Moment tells what a number is under a format. A date is appended to dst as
// 2006-01-02 or 2006-01-02 15:04:05, and a code with its zeros in front, which is
// a text; of other kinds nothing is. A number that is no day of the calendar is
// not a date, whatever its format.
func Moment(dst []byte, serial float64, f Format, calendar1904 bool) ([]byte, Kind) {
	if f == Plain {
		return dst, Number
	}
	if n := f.digits(); n > 0 {
		return appendPadded(dst, serial, n)
	}
	if f == Day {
		if out, ok := appendSerial(dst, serial, calendar1904); ok {
			return out, Date
		}
	}
	if f == Clock || serial >= 0 && serial < 1 {
		return dst, Time
	}
	return dst, Number
}

// appendPadded writes a whole number with so many digits at least.
func appendPadded(dst []byte, x float64, digits int) ([]byte, Kind) {
	if x < 0 || x != math.Trunc(x) || x >= 1e15 {
		return dst, Number
	}
	return fmt.Appendf(dst, "%0*d", digits, int64(x)), Text
}

// appendSerial writes the day a serial number stands for. It fails on numbers
// that are no day.
func appendSerial(dst []byte, serial float64, calendar1904 bool) ([]byte, bool) {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	from := float64(firstSerial)
	switch {
	case calendar1904:
		first, from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC), 0
	case serial < noDay:
		first = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	case serial < noDay+1:
		return dst, false
	}
	if !(serial >= from && serial < lastSerial) {
		return dst, false
	}
	seconds := int64(math.Round(serial * 86400))
	at := time.Unix(first.Unix()+seconds, 0).UTC()
	if seconds%86400 == 0 {
		return at.AppendFormat(dst, time.DateOnly), true
	}
	return at.AppendFormat(dst, time.DateTime), true
}
