package quality

import (
	"sort"

	"custseg/model"
)

const (
	day  = int64(24 * 60 * 60)
	year = 365*day + day/4
	// farGap is the gap that parts a date from all others, and farShare the share
	// of the dates that may lie beyond it.
	farGap   = 5 * year
	farShare = 0.01
	// fewestDates tell what is usual.
	fewestDates = 20
)

// early is 1990-01-01: systems that keep orders hold hardly anything older, and
// dates that stand for no value, such as 1900-01-01 and 1970-01-01, lie before.
const early = 7305 * day

// futureDates finds dates after today, but for columns of what lies ahead.
func futureDates(c *column) (hit, bool) {
	times := c.moments()
	if times.len() == 0 || c.today == model.NoDay || c.header.namesPlan() {
		return hit{}, false
	}
	limit := (c.today + 1).Seconds()
	if times.at(times.len()-1) < limit {
		return hit{}, false
	}
	rows := c.rowsWith(func(s int64) bool { return s >= limit })
	if len(rows) == 0 || 2*len(rows) > times.len() {
		return hit{}, false
	}
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("dates after today, %s: %d", c.today.String(), len(rows)),
		consequence: c.asOfMoves(rows)}, true
}

// farDates finds the few dates more than five years away from all others.
func farDates(c *column) (hit, bool) {
	times := c.moments()
	if times.len() < fewestDates || c.isBirth() {
		return hit{}, false
	}
	low, high := ordinary(times)
	if times.at(0) >= low && times.at(times.len()-1) <= high {
		return hit{}, false
	}
	isEarly := c.early()
	rows := c.rowsWith(func(s int64) bool { return s > high || s < low && !isEarly(s) })
	if len(rows) == 0 {
		return hit{}, false
	}
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text: model.P("dates more than 5 years away from all others, which run from %s to %s: %d",
			model.DayOf(low).String(), model.DayOf(high).String(), len(rows)),
		consequence: c.asOfMoves(rows)}, true
}

// ordinary returns the first and the last of ascending moments that no gap of
// five years parts from the others, the hundredth part at either end at most.
func ordinary(times moments) (low, high int64) {
	n := times.len()
	most := max(1, int(farShare*float64(n)))
	from, to := 0, n-1
	for i := 0; i < most && i+1 < n; i++ {
		if times.at(i+1)-times.at(i) > farGap {
			from = i + 1
		}
		if times.at(n-1-i)-times.at(n-2-i) > farGap {
			to = n - 2 - i
		}
	}
	if from > to {
		return times.at(0), times.at(n - 1)
	}
	return times.at(from), times.at(to)
}

// otherCalendar finds dates of orders of which none can be one in the calendar
// of the West: all before 1970 or all more than two years ahead.
func otherCalendar(c *column) (hit, bool) {
	const mostAhead = 2 * year
	times := c.moments()
	if c.role != model.OrderDate || times.len() == 0 {
		return hit{}, false
	}
	first, last := times.at(0), times.at(times.len()-1)
	ahead := c.today != model.NoDay && first > c.today.Seconds()+mostAhead
	if last >= 0 && !ahead {
		return hit{}, false
	}
	rows := c.rowsWith(func(int64) bool { return true })
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text: model.P("all dates lie where no orders can be, from %s to %s", model.DayOf(first).String(), model.DayOf(last).String()),
		consequence: model.P("the years may be those of another calendar, such as the Buddhist one, whose 2567 is 2024, or the Persian one, whose 1403 begins in 2024: " +
			"write the dates of the Gregorian calendar in the file; the as-of date and the lengths of months are wrong until then")}, true
}

// earlyDates finds dates before 1990 where half of them are later, and in births
// the first days that programs count from.
func earlyDates(c *column) (hit, bool) {
	if times := c.moments(); times.len() == 0 || !c.isBirth() && times.at(0) >= early {
		return hit{}, false
	}
	rows := c.rowsWith(c.early())
	if len(rows) == 0 || 2*len(rows) > c.moments().len() {
		return hit{}, false
	}
	h := hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("dates that stand for no value, such as %s: %d", c.Text(int(rows[0])), len(rows)),
		consequence: model.P("lengths of time from them are wrong by decades")}
	if c.role == model.OrderDate {
		h.consequence = model.P("customers with one of them seem to have bought since %s: their tenure is wrong, and their recency if it is their last order",
			model.DayOf(c.moments().at(0)).String())
	}
	return h, true
}

// early returns what tells moments that stand for no value.
func (c *column) early() func(seconds int64) bool {
	if c.isBirth() {
		const excelZero, dayOne = -25569 * day, -25567 * day // 1899-12-30, 1900-01-01
		const yearTwo = -62104060800                         // 0002-01-01
		return func(s int64) bool { return s >= excelZero && s < dayOne+day || s < yearTwo }
	}
	times := c.moments()
	recent := times.at(times.len()/2) >= early
	return func(s int64) bool { return recent && s < early }
}

func (c *column) isBirth() bool { return c.role == model.BirthDate || c.header.namesBirth() }

// asOfMoves says what dates that should not be there do: those of orders set the
// as-of date, from which every recency counts.
func (c *column) asOfMoves(rows []int32) model.Phrase {
	if c.role != model.OrderDate {
		return model.P("lengths of time from them are wrong")
	}
	times := c.moments()
	last := times.at(times.len() - 1)
	out := map[int64]bool{}
	for _, r := range rows {
		out[c.dates().At(int(r))] = true
	}
	at := times.len() - 1
	for at >= 0 && out[times.at(at)] {
		at--
	}
	if at < 0 || times.at(at) == last {
		first := times.at(sort.Search(times.len(), func(i int) bool { return !out[times.at(i)] }) % times.len())
		return model.P("the first order seems to be of %s and not of %s: the tenure of their customers is wrong", model.DayOf(times.at(0)).String(), model.DayOf(first).String())
	}
	wrong, right := model.DayOf(last).Next(), model.DayOf(times.at(at)).Next()
	return model.P("the as-of date becomes %s instead of %s, so every recency is %d days too long; --as-of sets it too",
		wrong.String(), right.String(), int(wrong-right))
}
