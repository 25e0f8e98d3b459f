package load

import (
	"strings"
	"time"
)

// scanEra takes a date apart whose year is counted from the beginning of the
// reign in Japan: 令和6年3月1日, 平成元年1月8日, R6.3.1, S63/1/7.
func scanEra(s string) (p dateParts, ok bool) {
	s = foldWide(s)
	named, before, rest := cutEra(s)
	if before == 0 {
		return p, false
	}
	if first, found := strings.CutPrefix(rest, "元"); found {
		rest = "1" + first
	}
	var n int
	if p.year, n, rest = scanInt(rest); n < 1 || n > 2 || p.year < 1 || named && !strings.HasPrefix(rest, "年") {
		return p, false
	}
	p.year += before
	return p, p.scanYearFirst(&rest) && p.scanTime(rest)
}

// cutEra drops the name of an era or its letter, and returns the year before its
// first one, 0 without an era.
func cutEra(s string) (named bool, before int32, rest string) {
	for _, era := range [...]struct {
		name, letter string
		before       int32
	}{{"令和", "R", 2018}, {"平成", "H", 1988}, {"昭和", "S", 1925}} {
		if rest, named = strings.CutPrefix(s, era.name); named {
			return true, era.before, rest
		}
		if rest, found := strings.CutPrefix(s, era.letter); found {
			return false, era.before, rest
		}
	}
	return false, 0, s
}

// The years, from 1911, between which figures of three digits are believed to be
// those of the Republic of China: 2011 to 2041.
const (
	beforeRepublic = 1911
	leastRepublic  = 100
	mostRepublic   = 130
)

// scanRepublic takes a date apart whose year is counted as in Taiwan: 113/03/01.
func scanRepublic(s string) (p dateParts, ok bool) {
	year, n, rest := scanInt(foldWide(s))
	if n != 3 || year < leastRepublic || year > mostRepublic {
		return p, false
	}
	p.year = year + beforeRepublic
	return p, p.scanYearFirst(&rest) && p.scanTime(rest)
}

// scanWeek takes the day of a week of ISO 8601 apart: 2024-W01-3 is the Wednesday
// of the week that holds the fourth of January.
func scanWeek(s string) (p dateParts, ok bool) {
	if len(s) != len("2024-W01-3") || s[4:6] != "-W" || s[8] != '-' {
		return p, false
	}
	year, n, _ := scanInt(s[:4])
	week, m, _ := scanInt(s[6:8])
	day := int(s[9] - '0')
	if n != 4 || m != 2 || !isDigit(s[9]) || day < 1 || day > 7 || year < 1 {
		return p, false
	}
	fourth := time.Date(int(year), time.January, 4, 0, 0, 0, 0, time.UTC)
	monday := (int(fourth.Weekday()) + 6) % 7 // days since then
	at := fourth.AddDate(0, 0, 7*(int(week)-1)+day-1-monday)
	if y, w := at.ISOWeek(); y != int(year) || w != int(week) {
		return p, false
	}
	return dateParts{year: int32(at.Year()), a: int32(at.Month()), b: int32(at.Day())}, true
}

// mayNameDays reports whether a header speaks of dates or, in Chinese and
// Japanese, ends in the word for a day.
func mayNameDays(header string) bool {
	return isDate(header) || strings.HasSuffix(strings.TrimSpace(header), "日") || strings.Contains(header, "日付")
}

// otherYears tells whether words, n of which mean something, are dates whose
// years or days are counted otherwise. Letters of eras and years of three digits
// need a header that speaks of dates, for sections and versions look like them.
func otherYears(w *words, n int, header string) (dateForm, bool) {
	speaks := mayNameDays(header)
	isDay := func(form dateForm) func(string) bool {
		return func(word string) bool {
			if named, _, _ := cutEra(word); form == eraDate && !named && !speaks {
				return false
			}
			_, ok := form.moment(word, monthFirst, decimalPoint)
			return ok
		}
	}
	for _, form := range []dateForm{eraDate, weekDate} {
		if mostly(w, n, isDay(form)) {
			return form, true
		}
	}
	return republicDate, speaks && everyWord(w, isDay(republicDate))
}
