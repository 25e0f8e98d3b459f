package model

import (
	"math"
	"strings"
	"unicode"
)

// timeUnit is what a length of time is counted in.
type timeUnit struct {
	name  Phrase
	days  float64 // of one, by the mean year of the Julian calendar, 365.25 days
	words []string
	signs string // of Chinese and Japanese, that may stand anywhere in a header
}

// timeUnits lists the units that headers name. Days come first.
func timeUnits() []timeUnit {
	return []timeUnit{
		{P("days"), 1, []string{"day", "days", "tag", "tage", "tagen", "jour", "jours", "día", "días", "dia", "dias", "giorni", "dagen"}, "天日"},
		{P("weeks"), 7, []string{"week", "weeks", "wk", "wks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimane", "weken"}, "周週"},
		{P("months"), 365.25 / 12, []string{"month", "months", "mth", "mths", "mo", "mos", "monat", "monate", "monaten", "mois", "mes", "meses", "mesi", "maanden"}, "月"},
		{P("years"), 365.25, []string{"year", "years", "yr", "yrs", "jahr", "jahre", "jahren", "ans", "années", "año", "años", "anno", "anni", "anos", "jaren"}, "年"},
	}
}

// timeUnitOf returns the one unit of time that a header names: tenure_months,
// Tenure (years), recencyWeeks, 在网时长（月）. It is none where there is no unit
// or more than one.
func timeUnitOf(header string) (unit timeUnit, ok bool) {
	words := headerWords(header)
	for _, u := range timeUnits() {
		if !u.namedBy(header, words) {
			continue
		}
		if ok {
			return timeUnit{}, false
		}
		unit, ok = u, true
	}
	return unit, ok
}

func (u timeUnit) namedBy(header string, words []string) bool {
	if strings.ContainsAny(header, u.signs) {
		return true
	}
	for _, w := range words {
		for _, name := range u.words {
			if w == name || len(name) > len("days") && strings.HasSuffix(w, name) { // tenuremonths
				return true
			}
		}
	}
	return false
}

// headerWords parts a header at what is no letter and before capitals that
// follow small letters, and writes the words small.
func headerWords(header string) []string {
	var spaced strings.Builder
	small := false
	for _, r := range header {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			r = ' '
		}
		if small && unicode.IsUpper(r) {
			spaced.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		spaced.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(spaced.String())
}

// mostDoubtful is the largest of whole numbers of no unit that may be months as
// well as days: ten years.
const mostDoubtful = 120

// inDays makes a measure that is counted in days of a column whose header names
// another unit, and notes it. Of a header without a unit it notes that days are
// meant where the numbers could be months.
func (b *customerBuilder) inDays(info MeasureInfo, f Feature) Feature {
	values := f.Values()
	if info.Unit != Days || values == nil {
		return f
	}
	header := f.Column.Name()
	unit, named := timeUnitOf(header)
	switch {
	case UnitlessTime(f.Column):
		b.note("%s is read as days from the column %s, whose header names no unit: if it is another, say so with --treat time_unit:%s=months, or weeks or years, or among the findings of the data", info.Label, header, header)
	case named && unit.days != 1:
		days := make([]float64, len(values))
		for i, v := range values {
			days[i] = v * unit.days
		}
		f.Column, f.Times = NewNumbers(header, days), unit.days
		f.Origin = P("column %s, %s made days", header, unit.name)
		b.note("%s is counted in days: the column %s is in %s by its header, taken as %g days each", info.Label, header, unit.name, unit.days)
	}
	return f
}

// UnitlessTime reports whether the numbers of a column that counts time may be
// months or years as well as days: its header names no unit, and they are small.
func UnitlessTime(c Column) bool {
	n, ok := c.(*Numbers)
	if !ok {
		return false
	}
	_, named := timeUnitOf(c.Name())
	return !named && doubtful(n.Values())
}

// InDays returns the column with its numbers, in another unit of time, as days.
func InDays(c Column, unit Action) Column {
	n, ok := c.(*Numbers)
	if !ok {
		return c
	}
	for _, u := range timeUnits() {
		if u.name.Key == string(unit) {
			days := make([]float64, len(n.Values()))
			for i, v := range n.Values() {
				days[i] = v * u.days
			}
			return NewNumbers(n.Name(), days)
		}
	}
	return c
}

// doubtful reports whether all values are small whole numbers.
func doubtful(values []float64) bool {
	for _, v := range values {
		if !math.IsNaN(v) && (v != math.Trunc(v) || v < 0 || v > mostDoubtful) {
			return false
		}
	}
	return true
}
