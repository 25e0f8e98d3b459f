package load

import (
	"slices"
	"strings"
	"unicode/utf8"

	"custseg/model"
)

// fewLooked is how many words of a column are looked at to see what it holds.
const fewLooked = 1000

// leaveRepeats leaves out rows in which the header comes again, as where several
// exports were put into one file or a report has pages, and the lines that number
// the pages.
func (p *pending) leaveRepeats() {
	if p.spec.noHeader {
		return
	}
	var repeats []int32
	for _, head := range p.heads {
		if rows := p.rowsLike(head); len(rows) > 0 && len(rows) < p.rows && (p.sure && p.noValue(head) || p.namesColumns(head, rows)) {
			repeats = append(repeats, rows...)
			p.sure = true
		}
	}
	slices.Sort(repeats)
	repeats = slices.Compact(repeats)
	pages := slices.DeleteFunc(p.pageLines(), func(row int32) bool { return slices.Contains(repeats, row) })
	if n := len(repeats); n == 1 {
		p.find(model.Info, -1, nil, "the header comes again in one row, which was left out")
	} else if n > 1 {
		p.find(model.Info, -1, nil, "the header comes again in %d rows, which were left out", n)
	}
	if len(pages) > 0 {
		p.find(model.Info, -1, nil, "rows that number the pages of a report were left out: %d; the first says %q", len(pages), shorten([]byte(p.line(pages[0], p.spec.delimiter))))
	}
	p.remarks += len(repeats) + len(pages)
	for _, row := range pages {
		p.reject(p.fileRow(row), model.P("it numbers a page"), []byte(p.line(row, p.spec.delimiter)))
	}
	for _, row := range repeats {
		p.reject(p.fileRow(row), model.P("the header comes again"), []byte(p.line(row, p.spec.delimiter)))
	}
	gone := append(repeats, pages...)
	slices.Sort(gone)
	p.dropRows(gone)
}

// rowsLike returns the rows that hold the same words, but for capitals.
func (in *intake) rowsLike(cells []string) []int32 {
	fewest := -1 // the column of a cell that has the fewest words
	for i, w := range in.columns {
		if i < len(cells) && cells[i] != "" && (fewest < 0 || w.len() < in.columns[fewest].len()) {
			fewest = i
		}
	}
	if fewest < 0 {
		return nil
	}
	codes := map[int32]bool{}
	for code, word := range in.columns[fewest].all() {
		if strings.EqualFold(word, cells[fewest]) {
			codes[code] = true
		}
	}
	if len(codes) == 0 {
		return nil
	}
	return slices.DeleteFunc(in.columns[fewest].rowsOf(func(code int32) bool { return codes[code] }), func(row int32) bool {
		for i := range in.columns {
			want := ""
			if i < len(cells) {
				want = cells[i]
			}
			if !strings.EqualFold(in.cell(row, i), want) {
				return true
			}
		}
		return false
	})
}

// noValue reports whether no cell is a number or a date but a year, such as a
// header has none of.
func (p *pending) noValue(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return c != "" && isValue(c) && !isYear(c) })
}

// namesColumns reports whether words that come again in rows are the names of
// the columns: none is a value of its column, and two are usual names, or stand
// in columns of values.
func (p *pending) namesColumns(cells []string, rows []int32) bool {
	if !p.noValue(cells) {
		return false
	}
	names, filled := 0, 0
	for i, c := range cells {
		if c == "" || isYear(c) {
			continue
		}
		filled++
		w := p.columns[i]
		said := w.wordsIn(rows)
		if len(w.rowsOf(func(code int32) bool { return said[code] })) > len(rows) {
			return false
		}
		if w.mostlyValues(said) || utf8.RuneCountInString(c) > 1 && len(p.keys.known[compact(c)]) > 0 {
			names++
		}
	}
	return names >= min(2, filled)
}

// wordsIn returns the codes of the words of rows.
func (w *words) wordsIn(rows []int32) map[int32]bool {
	out := map[int32]bool{}
	for _, row := range rows {
		if c := w.codes.At(int(row)); c >= 0 {
			out[c] = true
		}
	}
	return out
}

// pageLines returns the rows that hold nothing but the number of a page: Page 2
// of 5.
func (p *pending) pageLines() []int32 {
	if len(p.columns) < 2 || !p.columns[0].anyForm(isPageLine) {
		return nil
	}
	codes := map[int32]bool{}
	for code, word := range p.columns[0].all() {
		if isPageLine(word) {
			codes[code] = true
		}
	}
	return slices.DeleteFunc(p.columns[0].rowsOf(func(code int32) bool { return codes[code] }), func(row int32) bool {
		return slices.ContainsFunc(p.columns[1:], func(w *words) bool { return w.codes.At(int(row)) >= 0 })
	})
}

// isPageLine reports whether a text numbers a page.
func isPageLine(text string) bool {
	if first := text[0] | 0x20; len(text) > shownText || first != 'p' && first != 's' && first < utf8.RuneSelf {
		return false // most words, at once
	}
	for _, head := range []string{"page", "seite", "página", "pagina", "strona", "страница", "第"} {
		if len(text) < len(head) || !strings.EqualFold(text[:len(head)], head) {
			continue
		}
		rest := strings.ToLower(text[len(head):])
		if rest = strings.TrimLeft(rest, ": "); rest == "" || !isDigit(rest[0]) {
			return false
		}
		for _, sign := range []string{"of", "von", "de", "di", "van", "z", "из", "sur", "页", "頁", "共", "/", "／", "，", ",", " "} {
			rest = strings.ReplaceAll(rest, sign, "")
		}
		return strings.Trim(rest, "0123456789") == ""
	}
	return false
}

// mostlyValues reports whether almost all words but some, or those first seen of
// many, are numbers or dates.
func (w *words) mostlyValues(but map[int32]bool) bool {
	n, values := 0, 0
	for code, word := range w.all() {
		if but[code] {
			continue
		}
		if n++; n > fewLooked {
			n--
			break
		}
		if isValue(word) || meansNothing(word) {
			values++
		}
	}
	return n > 1 && values > 0 && n-values <= max(1, n/10)
}
