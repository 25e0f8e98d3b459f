package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// tellUndated warns of a column of text whose header speaks of dates, where most
// values hold digits and some can be read as no date.
func (b *builtColumn) tellUndated(name string, w *words, file fileFacts) {
	if !file.keys.speaksOfDates(name) {
		return
	}
	n, figures, bad := 0, 0, make([]bool, w.len())
	for code, word := range w.all() {
		if meansNothing(word) {
			continue
		}
		n++
		if strings.IndexFunc(word, isFigure) >= 0 && !isClock(word) {
			figures++
		}
		bad[code] = !isDay(word, monthFirst) && !isDay(word, dayFirst)
	}
	isBad := func(code int32) bool { return bad[code] }
	rows := w.rowsOf(isBad)
	if 2*figures <= n || len(rows) == 0 {
		return
	}
	b.find(model.Warning, rows, "the column is named as a date, but %d of its values cannot be read as dates, such as %s; the first is %q in row %s",
		len(rows), quote(w, isBad), w.shown(rows[0]), file.place(rows[0]))
	b.findings[len(b.findings)-1].Kind = model.NotDates
}

// speaksOfDates reports whether a header says by a word of its own that the
// column holds dates: an update or a lifetime is none.
func (k keyNames) speaksOfDates(header string) bool {
	return k.namesDay(header) || slices.ContainsFunc(splitWords(header), func(word string) bool {
		switch word {
		case "date", "datetime", "timestamp", "fecha", "datum":
			return true
		}
		return strings.HasSuffix(word, "日期") || strings.HasSuffix(word, "日付") || strings.HasSuffix(word, "일자")
	})
}

// isClock reports whether a word is a time of day alone.
func isClock(word string) bool {
	var p dateParts
	return p.scanTime(word)
}
