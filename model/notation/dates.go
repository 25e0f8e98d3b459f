package notation

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// PlainDate is the expression of a date that databases read as it is, as far as it
// can tell whether there is such a day.
const PlainDate = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])([T ,].*)?$"

// Dates is how dates are written that do not all begin as 2006-01-31.
type Dates struct {
	Forms []Form // a word is of the first whose pattern it matches
	Count *Count // they are numbers; there are no forms then
}

// Count is how dates are counted by numbers: the day is Epoch and the number
// divided by PerDay, counted from 1970-01-01 and rounded to the second.
type Count struct {
	Epoch, PerDay float64
	Least, Most   float64 // the numbers that are dates
	Rounded       bool    // to the nearest second; else down
}

// Order is where the figures of a date stand.
type Order string

// The orders.
const (
	YearMonthDay Order = "ymd"
	DayMonthYear Order = "dmy"
	MonthDayYear Order = "mdy"
)

// Form is a way to write dates, of which a time of day may stand behind.
type Form struct {
	Pattern string // its first three groups are the figures
	Order   Order
	Named   bool // the month is its English name, of which three letters count
	Short   bool // the year has two digits
	First19 int  // the first year of two digits that is of 19..
}

// The pieces of the patterns of dates.
const (
	year4    = "([1-9][0-9]{3})"
	figure2  = "([0-9]{1,2})"
	timeTail = "([T ,].*)?$"
	month3   = "([A-Za-z]{3})[a-z]*[.]?"
	weekday  = "^(?:[A-Za-z]+[.]?,? +)?"
)

// Forms are the ways in which dates can be written where those with the year last,
// or of two digits, are of an order. With mixed, those with points have the day
// first whatever the order.
func Forms(order Order, short Order, first19 int, mixed bool) []Form {
	signs, points := "[-/.]", order
	if mixed {
		signs, points = "[-/]", DayMonthYear
	}
	last := func(signs string, of, ofShort Order) []Form {
		three := "^" + figure2 + signs + figure2 + signs
		return []Form{{Pattern: three + year4 + timeTail, Order: of},
			{Pattern: three + "([0-9]{2})" + timeTail, Order: ofShort, Short: true, First19: first19}}
	}
	out := []Form{{Pattern: "^" + year4 + "[-/.]" + figure2 + "[-/.]" + figure2 + timeTail, Order: YearMonthDay},
		{Pattern: "^" + year4 + "年" + figure2 + "月" + figure2 + "[日号]", Order: YearMonthDay}}
	out = append(out, last(signs, order, short)...)
	if mixed {
		out = append(out, last("[.]", points, points)...)
	}
	two := "'?([0-9]{2})"
	return append(out, Form{Pattern: "^([1-9][0-9]{3})([01][0-9])([0-3][0-9])([0-9T ].*)?$", Order: YearMonthDay},
		Form{Pattern: weekday + figure2 + "(?:st|nd|rd|th)?[ -]+" + month3 + "[ ,-]+" + year4 + timeTail, Order: DayMonthYear, Named: true},
		Form{Pattern: "^" + figure2 + "[ -]" + month3 + "[ -]" + two + timeTail, Order: DayMonthYear, Named: true, Short: true, First19: first19},
		Form{Pattern: weekday + month3 + "[ -]+" + figure2 + "(?:st|nd|rd|th)?[ ,-]+" + year4 + timeTail, Order: MonthDayYear, Named: true})
}

// Figures are the groups of a pattern that hold the year, the month and the day.
func (f Form) Figures() (year, month, day int) {
	return strings.IndexByte(string(f.Order), 'y') + 1, strings.IndexByte(string(f.Order), 'm') + 1, strings.IndexByte(string(f.Order), 'd') + 1
}

// Months are the three letters of the months.
func Months() []string {
	return []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
}

// reader returns what reads words of the form; matches reports whether the word is
// of it, whether or not there is such a day.
func (f Form) reader() func(word string) (day int64, matches, ok bool) {
	pattern := regexp.MustCompile(f.Pattern)
	y, m, d := f.Figures()
	return func(word string) (int64, bool, bool) {
		found := pattern.FindStringSubmatch(word)
		if found == nil {
			return 0, false, false
		}
		year, _ := strconv.Atoi(found[y])
		if f.Short {
			if year += 2000; year >= 2000+f.First19 {
				year -= 100
			}
		}
		month, _ := strconv.Atoi(found[m])
		if f.Named {
			for i, name := range Months() {
				if strings.EqualFold(name, found[m]) {
					month = i + 1
				}
			}
		}
		day, _ := strconv.Atoi(found[d])
		at := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		return at.Unix() / 86400, true, int(at.Month()) == month && at.Day() == day
	}
}

// Reader returns what reads a word as a database does, in days since 1970-01-01.
func (d *Dates) Reader() func(word string) (day int64, ok bool) {
	if d.Count != nil {
		number := (&Numbers{}).Reader()
		return func(word string) (int64, bool) {
			v, ok := number(word)
			return d.Count.day(v), ok && v >= d.Count.Least && v <= d.Count.Most
		}
	}
	readers := make([]func(string) (int64, bool, bool), len(d.Forms))
	for i, f := range d.Forms {
		readers[i] = f.reader()
	}
	return func(word string) (int64, bool) {
		for _, read := range readers {
			if day, matches, ok := read(word); matches {
				return day, ok
			}
		}
		return 0, false
	}
}

func (c *Count) day(v float64) int64 {
	const second = 86400
	at := v - c.Epoch
	if c.Rounded {
		return int64(math.Floor(math.Round(at*second/c.PerDay) / second))
	}
	return int64(math.Floor(at / c.PerDay))
}
