package load

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// builtColumn is a typed column and what was noticed about it. The findings'
// column is set when its place in the table is known.
type builtColumn struct {
	column   model.Column
	findings []model.Finding
}

// maxShown is how many words a finding quotes.
const maxShown = 5

// fileFacts is what a file as a whole says about its columns.
type fileFacts struct {
	order   fileOrder
	marks   fileMarks
	decoded bool // its bytes were decoded, so that some may have been lost
	// place tells where a data row stands: its row in the file, and which file where
	// there are several.
	place func(row int32) model.Phrase
	keys  keyNames
}

// buildColumn makes a typed column of words, with what the file says where the
// column proves nothing itself.
func buildColumn(name string, w *words, t typing, file fileFacts) builtColumn {
	b := builtColumn{}
	switch t.kind {
	case model.Number:
		b.number(name, w, t, file)
	case model.Date:
		b.date(name, w, t.dates, file)
	default:
		b.text(name, w, file)
	}
	return b
}

func (b *builtColumn) find(level model.Level, rows []int32, key string, args ...any) {
	b.findings = append(b.findings, model.Finding{Level: level, Text: model.P(key, args...), Rows: rows})
}

func (b *builtColumn) number(name string, w *words, t typing, file fileFacts) {
	mark, proved := file.marks.of(t.marks)
	if t.marks.ambiguous() && mark != decimalPoint {
		t.read(w, mark)
	}
	values := make([]float64, len(w.codes))
	for i, c := range w.codes {
		values[i] = math.NaN()
		if c >= 0 {
			values[i] = t.numbers[c]
		}
	}
	b.column = model.NewNumbers(name, values)
	b.absent(w, meansNothing)
	b.unread(w, "values that are not numbers were read as missing: %d, such as %s; the first is %q in row %s", file, func(code int32) bool { return math.IsNaN(t.numbers[code]) })
	if t.marks.ambiguous() {
		b.tellMarks(w, mark, proved, t.marks)
	}
	if t.forms&infinite != 0 {
		rows := w.rowsOf(func(code int32) bool { return math.IsInf(t.numbers[code], 0) })
		b.find(model.Warning, rows, "infinite values: %d", len(rows))
	}
	if t.forms&percent != 0 {
		level, key := model.Info, "percentages were read as shares: 12%% is 0.12"
		if t.plain {
			level, key = model.Warning, "some values are percentages and some are not; percentages were read as shares: 12%% is 0.12"
		}
		b.find(level, nil, key)
	}
}

func (b *builtColumn) date(name string, w *words, e dateEvidence, file fileFacts) {
	order, proved := e.order()
	if !proved {
		order = file.order.of(e)
	}
	scan := scanDate
	if e.compact {
		scan = scanCompactDate
	}
	moments := make([]int64, w.len())
	for code, word := range w.all() {
		moments[code] = model.NoDate
		if p, ok := scan(word); ok {
			moments[code], _ = p.moment(order)
		}
	}
	seconds := make([]int64, len(w.codes))
	for i, c := range w.codes {
		seconds[i] = model.NoDate
		if c >= 0 {
			seconds[i] = moments[c]
		}
	}
	b.column = model.NewDates(name, seconds)
	b.absent(w, meansNothing)
	b.unread(w, "values that are not dates were read as missing: %d, such as %s; the first is %q in row %s", file, func(code int32) bool { return moments[code] == model.NoDate })
	switch {
	case !e.ambiguous():
	case file.order.suggested || e.dotted:
		b.find(model.Info, nil, "day and month cannot be told apart in this column; by the rest of the file they were read as %s", order.phrase())
	default:
		b.find(model.Warning, nil, "day and month cannot be told apart; they were read as %s", order.phrase())
	}
	if e.short {
		b.find(model.Info, nil, "years of two digits were read as 1969 to 2068")
	}
	if e.zoned {
		b.find(model.Info, nil, "the times name a time zone; they were kept as the clock shows them")
	}
}

func (o dayOrder) phrase() model.Phrase {
	if o == dayFirst {
		return model.P("day/month/year")
	}
	return model.P("month/day/year")
}

func (b *builtColumn) text(name string, w *words, file fileFacts) {
	missing := isAbsent
	if w.len() > fewWords {
		missing = func(word string) bool { return isAbsent(word) || isNone(word) }
	}
	b.absent(w, missing)
	if file.decoded {
		b.undecoded(w)
	}
	if !file.keys.isKey(name) {
		b.tellNear(w, file)
	}
	b.column = textColumn(name, w, missing)
}

// textColumn makes a text column without some words. It takes the codes.
func textColumn(name string, w *words, drop func(string) bool) model.Column {
	dict := make([]string, 0, w.len())
	recode := make([]int32, w.len())
	for code, word := range w.all() {
		recode[code] = -1
		if !drop(word) {
			recode[code] = int32(len(dict))
			dict = append(dict, word)
		}
	}
	if len(dict) < len(recode) {
		for i, c := range w.codes {
			if c >= 0 {
				w.codes[i] = recode[c]
			}
		}
	}
	return model.NewTexts(name, w.codes, dict)
}

// absent tells which words were taken for no value.
func (b *builtColumn) absent(w *words, missing func(string) bool) {
	if found := quote(w, func(code int32) bool { return missing(w.word(code)) }); found != "" {
		rows := w.rowsOf(func(code int32) bool { return missing(w.word(code)) })
		b.find(model.Info, rows, "cells that hold %s were read as missing: %d", found, len(rows))
	}
}

// unread tells which values are missing because they could not be read. The key
// takes their count, some of them, the first and its row in the file.
func (b *builtColumn) unread(w *words, key string, file fileFacts, missing func(code int32) bool) {
	bad := func(code int32) bool { return missing(code) && !meansNothing(w.word(code)) }
	if rows := w.rowsOf(bad); len(rows) > 0 {
		b.find(model.Warning, rows, key, len(rows), quote(w, bad), w.shown(rows[0]), file.place(rows[0]))
		f := &b.findings[len(b.findings)-1]
		for _, r := range rows[:min(len(rows), maxShown)] {
			f.Unread = append(f.Unread, w.shown(r))
		}
	}
}

// undecoded tells which values hold bytes that mean nothing in the file's
// encoding.
func (b *builtColumn) undecoded(w *words) {
	bad := func(code int32) bool { return strings.ContainsRune(w.word(code), '\uFFFD') }
	if found := quote(w, bad); found != "" {
		rows := w.rowsOf(bad)
		b.find(model.Warning, rows, "values with characters that cannot be decoded: %d, such as %s; another --encoding may read them", len(rows), found)
	}
}

// quote lists the first few marked words, alphabetically.
func quote(w *words, marked func(code int32) bool) string {
	var found []string
	for code, word := range w.all() {
		if marked(code) {
			found = append(found, word)
		}
	}
	slices.Sort(found)
	more := len(found) > maxShown
	if more {
		found = found[:maxShown]
	}
	for i, word := range found {
		found[i] = fmt.Sprintf("%q", shorten([]byte(word)))
	}
	list := strings.Join(found, ", ")
	if more {
		list += ", …"
	}
	return list
}
