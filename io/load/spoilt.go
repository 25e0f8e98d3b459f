package load

import (
	"slices"

	"custseg/model"
)

const (
	// spoiltShare is the largest share of a column's rows that may be dates of days
	// that do not exist, where all others are dates.
	spoiltShare = .1
	// enoughDays is how many rows must be dates then.
	enoughDays = 10
)

// add counts a date and reports whether its day exists in either order of day and
// month.
func (e *dateEvidence) add(p dateParts) bool {
	_, american := p.moment(monthFirst)
	european := american
	if p.yearLast {
		_, european = p.moment(dayFirst)
	}
	if !american && !european {
		return false
	}
	e.zoned = e.zoned || p.zoned
	e.short = e.short || p.shortYear
	if !p.yearLast {
		return true
	}
	e.yearLast++
	e.front.add(p.a)
	e.middle.add(p.b)
	e.dotted = e.dotted || p.dotted
	if !isYearFirst(p) {
		e.notYearFirst++
	} else if p.eitherEnd() {
		e.ends.add(p)
	}
	switch {
	case !american:
		e.dayFirst++
	case !european:
		e.monthFirst++
	}
	return true
}

// weighSpoilt tells whether words are dates but for a few that are written as
// dates of days that do not exist, such as 2024-02-30: more of these are let
// pass than of words that are no dates at all.
func weighSpoilt(w *words) (dateEvidence, bool) {
	var e dateEvidence
	var bad []int32
	for code, word := range w.spelled() {
		if meansNothing(word) {
			continue
		}
		p, ok := scanDate(word)
		if !ok {
			return e, false
		}
		if !e.add(p) {
			bad = append(bad, code)
		}
	}
	return e, min(e.dayFirst, e.monthFirst) == 0 && w.fewSpoilt(bad)
}

// compactSpoilt is [weighSpoilt] for words of eight digits.
func compactSpoilt(w *words) bool {
	var bad []int32
	for code, word := range w.all() {
		switch {
		case meansNothing(word), isCompactDay(word):
		case len(word) == len("20240230") && isDigits(word) && (word[:2] == "19" || word[:2] == "20"):
			bad = append(bad, code)
		default:
			return false
		}
	}
	return w.fewSpoilt(bad)
}

// fewSpoilt reports whether so few rows hold words of some codes, and so many
// others, that these are slips.
func (w *words) fewSpoilt(bad []int32) bool {
	held, spoilt := w.held(), w.rowsWith(w.marked(bad))
	return held-spoilt >= enoughDays && float64(spoilt) <= spoiltShare*float64(held)
}

// enoughToDoubt is how many words of a column must be no dates before it is given
// up for the share of its words.
const enoughToDoubt = 1000

// keepDates reads a column of text as dates where most of its cells are, for an
// analyst who says that it holds dates.
func (b *builtColumn) keepDates(name string, w *words, file fileFacts) {
	var e dateEvidence
	var bad []int32
	for code, word := range w.spelled() {
		if meansNothing(word) {
			continue
		}
		p, ok := scanDate(word)
		if !ok || !e.add(p) {
			if bad = append(bad, code); len(bad) > enoughToDoubt && 2*len(bad) > w.len() {
				return
			}
		}
	}
	if held := w.held(); held == 0 || 2*w.rowsWith(w.marked(bad)) >= held {
		return
	}
	var as builtColumn
	as.date(name, w, e, file)
	as.findings = slices.DeleteFunc(as.findings, func(f model.Finding) bool { // of cells that are missing either way
		return slices.ContainsFunc(b.findings, func(told model.Finding) bool { return told.Text.Key == f.Text.Key })
	})
	b.dates = &model.DateReading{Dates: as.column, Findings: as.findings}
}
