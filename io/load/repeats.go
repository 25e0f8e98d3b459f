package load

import "custseg/model"

// fewLooked is how many words of a column are looked at to see what it holds.
const fewLooked = 1000

// leaveRepeats leaves out rows in which the header comes again, as where several
// exports were put into one file.
func (p *pending) leaveRepeats() {
	if p.spec.noHeader {
		return
	}
	n := 0
	for _, head := range p.heads {
		if rows := p.rowsLike(head); len(rows) > 0 && len(rows) < p.rows && (p.sure || p.namesColumns(head)) {
			p.dropRows(rows)
			n += len(rows)
		}
	}
	p.aside += n
	if n == 1 {
		p.find(model.Info, -1, nil, "the header comes again in one row, which was left out")
	} else if n > 1 {
		p.find(model.Info, -1, nil, "the header comes again in %d rows, which were left out", n)
	}
}

// rowsLike returns the rows that hold the same words.
func (in *intake) rowsLike(cells []string) []int32 {
	codes := make([]int32, len(in.columns))
	first := -1
	for i := range codes {
		codes[i] = -1
		if i >= len(cells) || cells[i] == "" {
			continue
		}
		if codes[i], _, _ = in.columns[i].find([]byte(cells[i])); codes[i] < 0 {
			return nil
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return nil
	}
	var out []int32
rows:
	for row, c := range in.columns[first].codes {
		if c != codes[first] {
			continue
		}
		for i, w := range in.columns {
			if w.codes[row] != codes[i] {
				continue rows
			}
		}
		out = append(out, int32(row))
	}
	return out
}

// namesColumns reports whether words that come again in rows are the names of
// the columns: one is a usual name, or stands in a column of values.
func (p *pending) namesColumns(cells []string) bool {
	for i, c := range cells {
		if c == "" || isValue(c) {
			continue
		}
		if len(p.keys.known[compact(c)]) > 0 || p.columns[i].mostlyValues(nil) {
			return true
		}
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
