package load

import (
	"math"
	"strings"

	"custseg/model"
)

// dateForm is how the moments of a column are written, one way for all of it.
type dateForm uint8

const (
	writtenDate    dateForm = iota // 2017-04-27 15:04, 27 Apr 2017, 4/27/17
	mixedDate                      // written in several of these ways, also 20170427
	compactDate                    // 20170427, 20170427150405
	monthDate                      // 2017-04, Apr 2017: the first of the month
	quarterDate                    // 2017Q2, Q2 2017: the first of the quarter
	compactMonth                   // 201704
	eraDate                        // 令和6年3月1日, R6.3.1
	republicDate                   // 113/03/01, the year counted as in Taiwan
	weekDate                       // 2024-W01-3
	serialDate                     // 42852.5, as a sheet counts days
	serialDate1904                 // 41390.5, as a sheet counts days from 1904
	unixSeconds                    // 1493305445
	unixMillis                     // 1493305445123
)

// moment returns the seconds since 1970-01-01 00:00 that a word stands for. It
// fails on words of another form and on days that do not exist.
func (f dateForm) moment(word string, order dayOrder, mark decimalMark) (int64, bool) {
	var p dateParts
	var ok bool
	switch f {
	case writtenDate:
		p, ok = scanDate(word)
	case mixedDate:
		p, order, ok = scanMixed(word, order)
	case compactDate:
		p, ok = scanCompactDate(word)
	case monthDate:
		p, ok = scanMonth(word)
	case quarterDate:
		p, ok = scanQuarter(word)
	case compactMonth:
		p, ok = scanCompactMonth(word)
	case eraDate:
		p, ok = scanEra(word)
	case republicDate:
		p, ok = scanRepublic(word)
	case weekDate:
		p, ok = scanWeek(word)
	default:
		x, ok := parseNumber(word, mark)
		if !ok || !f.holds(x.value) {
			return model.NoDate, false
		}
		return f.seconds(x.value), true
	}
	if !ok {
		return model.NoDate, false
	}
	return p.moment(order)
}

// moment returns the seconds since 1970-01-01 00:00 that a word of the column
// stands for.
func (e dateEvidence) moment(word string, order dayOrder) (int64, bool) {
	if e.form != writtenDate || !e.birth {
		return e.form.moment(word, order, e.mark)
	}
	p, ok := scanDate(word)
	if !ok {
		return model.NoDate, false
	}
	return p.asBirth().moment(order)
}

// The numbers that are believed to be moments: serials from 1954-10-03 to
// 2064-04-08, or four years later in the calendar of 1904, seconds and milliseconds from 1985-11-05 to 2103-02-04.
const (
	leastSerial, mostSerial = 20_000, 60_000
	leastUnix, mostUnix     = 500_000_000, 4_200_000_000
)

// The day 1970-01-01 as a sheet counts days from 1900 and from 1904.
const (
	serialEpoch     = 25569
	serialEpoch1904 = 24107
)

// holds reports whether a number can be a moment of the form.
func (f dateForm) holds(x float64) bool {
	switch f {
	case serialDate, serialDate1904:
		return x >= leastSerial && x <= mostSerial
	case unixSeconds:
		return x >= leastUnix && x <= mostUnix
	case unixMillis:
		return x >= 1000*leastUnix && x <= 1000*mostUnix
	}
	return false
}

func (f dateForm) seconds(x float64) int64 {
	switch f {
	case serialDate:
		return int64(math.Round((x - serialEpoch) * 86400))
	case serialDate1904:
		return int64(math.Round((x - serialEpoch1904) * 86400))
	case unixMillis:
		return int64(math.Floor(x / 1000))
	}
	return int64(math.Floor(x))
}

// tell says that a column's moments were taken from numbers or months.
func (f dateForm) tell() string {
	switch f {
	case mixedDate:
		return "the dates are written in several ways, and each was read in its own: %d, such as %s; the first is %q in row %s"
	case monthDate, compactMonth:
		return "the values are months and were read as the first day of each: %d, such as %s; the first is %q in row %s"
	case quarterDate:
		return "the values are quarters and were read as the first day of each: %d, such as %s; the first is %q in row %s"
	case eraDate:
		return "the years are counted by the eras of Japan and were read as those of the common era: %d, such as %s; the first is %q in row %s"
	case republicDate:
		return "the years are counted from 1911, as in Taiwan, and were read as those of the common era: %d, such as %s; the first is %q in row %s"
	case serialDate:
		return "the numbers were read as days counted from 1900, as Excel keeps dates: %d, such as %s; the first is %q in row %s"
	case serialDate1904:
		return "the numbers were read as days counted from 1904, as this workbook keeps dates: %d, such as %s; the first is %q in row %s"
	case unixSeconds:
		return "the numbers were read as seconds since 1970, in UTC: %d, such as %s; the first is %q in row %s"
	case unixMillis:
		return "the numbers were read as milliseconds since 1970, in UTC: %d, such as %s; the first is %q in row %s"
	}
	return ""
}

// numberedDates tells whether the numbers of a column are moments or months, by
// what its header says.
func numberedDates(t typing, w *words, header string, keys keyNames) (dateForm, bool) {
	if t.forms != 0 {
		return 0, false
	}
	var forms []dateForm
	if keys.namesDay(header) {
		forms = append(forms, serialDate)
	}
	if isDate(header) || keys.namesDay(header) {
		forms = append(forms, unixSeconds, unixMillis)
	}
	for _, f := range forms {
		if t.all(f.holds) {
			return f, true
		}
	}
	return compactMonth, (isDate(header) || namesMonth(header)) && everyWord(w, isCompactMonth)
}

// all reports whether all numbers of a column are of some sort.
func (t typing) all(fits func(x float64) bool) bool {
	for _, x := range t.numbers {
		if !math.IsNaN(x) && !fits(x) {
			return false
		}
	}
	return true
}

// everyWord reports whether all words that mean something are of some sort.
func everyWord(w *words, fits func(word string) bool) bool {
	for _, word := range w.all() {
		if !meansNothing(word) && !fits(word) {
			return false
		}
	}
	return true
}

// namesDay reports whether a header names a day or a moment, so that numbers
// under it may be dates: it is a name of a role that dates have, or its last word
// says so.
func (k keyNames) namesDay(header string) bool {
	for _, rule := range k.known[compact(header)] {
		if role, ok := model.LookupRole(rule.role); ok && role.Kind == model.Date {
			return true
		}
	}
	switch lastWord(header) {
	case "date", "datetime", "timestamp", "at":
		return true
	}
	header = strings.TrimSpace(header)
	return strings.HasSuffix(header, "日期") || strings.HasSuffix(header, "时间")
}

// namesTime reports whether a header speaks of days, moments or months.
func (k keyNames) namesTime(header string) bool {
	return isDate(header) || namesMonth(header) || k.namesDay(header)
}

func namesMonth(header string) bool {
	h := strings.ToLower(header)
	for _, word := range []string{"month", "period", "月份", "年月"} {
		if strings.Contains(h, word) {
			return true
		}
	}
	return false
}
