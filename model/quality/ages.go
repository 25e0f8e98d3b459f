package quality

import (
	"math"
	"time"

	"custseg/model"
)

// oldest is the age in years beyond which a person is taken for a slip of the
// pen. Few have lived longer.
const oldest = 110

// ages finds ages outside 0..110.
func ages(c *column) (hit, bool) {
	if c.values() == nil || c.role != "age" && (c.role != "" || !c.header.namesAge()) {
		return hit{}, false
	}
	rows := c.rowsOf(func(v float64) bool { return v < 0 || v > oldest })
	if len(rows) == 0 || 20*len(rows) > c.summary().N { // an age of something else, or in months
		return hit{}, false
	}
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("ages below 0 or above %d: %d", oldest, len(rows)),
		consequence: model.P("groups by age and the mean age are wrong for them")}, true
}

// birthYears finds years and dates of birth that make a person younger than 0 or
// older than 110 at the end of the data.
func birthYears(c *column) (hit, bool) {
	year, ok := c.yearsOfBirth()
	if !ok {
		return hit{}, false
	}
	now := c.end()
	if now == model.NoDay {
		return hit{}, false
	}
	this := now.Time().Year()
	var rows []int32
	most := 0
	for i := range c.Len() {
		if c.Missing(i) {
			continue
		}
		if age := this - year(i); age < 0 || age > oldest {
			rows = append(rows, int32(i))
			if most == 0 || age > most {
				most = age
			}
		}
	}
	if len(rows) == 0 || 2*len(rows) > c.summary().N {
		return hit{}, false
	}
	return hit{level: model.Warning, count: len(rows), rows: rows,
		text:        model.P("births that make a customer younger than 0 or older than %d in %s: %d", oldest, model.FormatNumber(float64(this)), len(rows)),
		consequence: model.P("an age made of them is up to %d years: groups by age are wrong for them, and a distance of k-means is mostly their age", most)}, true
}

// yearsOfBirth returns the year of birth in a row, not ok when the column does
// not say it.
func (c *column) yearsOfBirth() (year func(row int) int, ok bool) {
	named := c.role == model.BirthDate || c.role == "" && c.header.namesBirth()
	switch {
	case !named:
	case c.dates() != nil:
		return func(row int) int { return yearOf(c.dates().At(row)) }, true
	case c.values() != nil && c.holdsYears():
		return func(row int) int {
			return int(min(max(c.values()[row], math.MinInt32), math.MaxInt32))
		}, true
	}
	return nil, false
}

func yearOf(seconds int64) int { return time.Unix(seconds, 0).UTC().Year() }

// end returns the last day the data speaks of, births and days far from the
// others left out; without any it is today, or no day.
func (c *column) end() model.Day {
	last := model.NoDay
	for _, role := range []model.Role{model.OrderDate, ""} {
		for t := range c.data.Tables {
			v := &view{data: c.data, roles: c.roles, place: t, columns: c.data.Tables[t].Columns()}
			for i := range v.columns {
				k := v.column(i)
				if k.Kind() != model.Date || k.role == model.BirthDate || k.header.namesBirth() || k.header.namesPlan() || role != "" && k.role != role {
					continue
				}
				if times := k.moments(); times.len() > 0 {
					_, high := ordinary(times)
					last = max(last, model.DayOf(high))
				}
			}
		}
		if last != model.NoDay {
			break
		}
	}
	if last == model.NoDay || c.today != model.NoDay && last > c.today {
		return c.today
	}
	return last
}
