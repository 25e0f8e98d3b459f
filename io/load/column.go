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
	dates    *model.DateReading // of a column of text that is mostly dates, without its place
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
	place        func(row int32) model.Phrase
	keys         keyNames
	asked        model.Reading // what the analyst overrides
	calendar1904 bool          // numbers that are days count them from 1904
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

// tell adds a finding about the rows whose words are marked, if there are any. The
// key takes the arguments given and then the count of these rows, some of their
// words, the first and its row in the file.
func (b *builtColumn) tell(level model.Level, w *words, file fileFacts, marked func(word string) bool, key string, args ...any) {
	found := make([]bool, w.len())
	any := false
	for code, word := range w.all() {
		found[code] = marked(word)
		any = any || found[code]
	}
	if !any {
		return
	}
	isFound := func(code int32) bool { return found[code] }
	if rows := w.rowsOf(isFound); len(rows) > 0 {
		b.find(level, rows, key, append(args, len(rows), quote(w, isFound), w.shown(rows[0]), file.place(rows[0]))...)
	}
}

func (b *builtColumn) number(name string, w *words, t typing, file fileFacts) {
	mark := b.decimalOf(name, w, &t, file)
	if t.marks.ambiguous() && mark != decimalPoint {
		t.read(w, mark)
	}
	b.column = model.NewCodedNumbers(name, w.codes, t.numbers).As(t.notation(w, mark))
	b.absent(w, file, meansNothing)
	b.unread(w, "values that are not numbers were read as missing: %d, such as %s; the first is %q in row %s", file, func(code int32) bool { return math.IsNaN(t.numbers[code]) })
	if t.key {
		b.tellTidied(w, file)
	}
	b.tellForms(w, &t, mark, file)
	b.tellCurrencies(w)
}

// tellForms says which numbers were not written plainly, where that changes what
// they mean.
func (b *builtColumn) tellForms(w *words, t *typing, mark decimalMark, file fileFacts) {
	formed := func(form numberForm) func(string) bool {
		return func(word string) bool {
			x, ok := t.parse(word, mark)
			return ok && x.form&form != 0 && !meansNothing(word)
		}
	}
	if t.unit != "" {
		b.tell(model.Info, w, file, func(word string) bool { return !meansNothing(word) },
			"every number carries the unit %q, which was left out: %d, such as %s; the first is %q in row %s", t.unit)
	}
	if t.letters {
		b.tell(model.Info, w, file, func(word string) bool { _, letter := scaleLetter(word); return letter != 0 },
			"K and M behind numbers were read as thousands and millions: %d, such as %s; the first is %q in row %s")
	}
	if t.forms&infinite != 0 {
		b.tell(model.Warning, w, file, formed(infinite), "infinite values: %d, such as %s; the first is %q in row %s")
	}
	if t.forms&percent != 0 {
		level, key := model.Info, "percentages were read as shares, so that 12%% is 0.12: %d, such as %s; the first is %q in row %s"
		if t.plain {
			level, key = model.Warning, "some values are percentages and some are not; percentages were read as shares, so that 12%% is 0.12: %d, such as %s; the first is %q in row %s"
		}
		b.tell(level, w, file, formed(percent), key)
	}
}

func (b *builtColumn) text(name string, w *words, file fileFacts) {
	missing := isAbsent
	if w.len() > fewWords {
		missing = func(word string) bool { return isAbsent(word) || isNone(word) }
	}
	if !b.absent(w, file, missing) {
		missing = nil
	}
	if file.decoded {
		b.undecoded(w, file)
	}
	if !file.keys.isKey(name) {
		if !b.tellNear(w, file) {
			b.tellUndated(name, w, file)
		}
		b.keepDates(name, w, file)
		how := notationOfText(w, missing, nil)
		b.column = textColumn(name, w, missing, nil).As(how)
		return
	}
	write := b.keyWriter(w, file)
	how := notationOfText(w, missing, write)
	b.column = textColumn(name, w, missing, write).As(how)
}

// textColumn makes a text column without some words, the others written anew,
// where functions are given. It takes the codes.
func textColumn(name string, w *words, drop func(string) bool, write func(string) string) *model.Texts {
	if drop == nil && write == nil {
		return model.NewWordTexts(name, w.codes, w.dictionary())
	}
	kept := &words{}
	recode := make([]int32, w.len())
	places := map[string]int32{} // of words written anew, some of which are alike then
	for code, word := range w.all() {
		recode[code] = -1
		if drop != nil && drop(word) {
			continue
		}
		if write != nil {
			word = write(word)
			at, known := places[word]
			if !known && word != "" {
				at = kept.spell(word)
				places[word] = at
			}
			if word != "" {
				recode[code] = at
			}
			continue
		}
		recode[code] = kept.spell(word)
	}
	if kept.len() < len(recode) {
		w.recode(recode)
	}
	return model.NewWordTexts(name, w.codes, kept.dictionary())
}

// absent tells which words were taken for no value, and reports whether any were.
// None of them ends in a digit.
func (b *builtColumn) absent(w *words, file fileFacts, missing func(string) bool) bool {
	if !w.anyForm(func(word string) bool { return !isDigit(word[len(word)-1]) && missing(word) }) {
		return false
	}
	isMissing := func(code int32) bool {
		return !w.isMoment(code) && missing(w.word(code)) && !isFault(w.word(code)) && !isNarrow(w.word(code))
	}
	if found := quote(w, isMissing); found != "" {
		if rows := w.rowsOf(isMissing); len(rows) > 0 {
			b.find(model.Info, rows, "cells that hold %s were read as missing: %d; the first is in row %s", found, len(rows), file.place(rows[0]))
		}
	}
	if w.holdsByte('#') {
		b.tellFaults(w, file)
	}
	return true
}

// tellFaults tells which words a spreadsheet wrote in place of values.
func (b *builtColumn) tellFaults(w *words, file fileFacts) {
	b.tell(model.Warning, w, file, isNarrow, "cells of a column that was too narrow when a spreadsheet wrote the file were read as missing: %d, such as %s; the first is %q in row %s; widen the column there and export again")
	b.tell(model.Warning, w, file, isFault, "cells with the error of a formula were read as missing: %d, such as %s; the first is %q in row %s")
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
func (b *builtColumn) undecoded(w *words, file fileFacts) {
	b.tell(model.Warning, w, file, func(word string) bool { return strings.ContainsRune(word, '\uFFFD') },
		"values with characters that cannot be decoded: %d, such as %s; the first is %q in row %s; another --encoding may read them")
}

// quote lists the first few marked words, alphabetically.
func quote(w *words, marked func(code int32) bool) string {
	var found []string
	for code := range int32(w.len()) {
		if marked(code) {
			found = append(found, w.word(code))
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
