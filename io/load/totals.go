package load

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

const (
	// totalColumns is in how many of the first columns the word for a total is
	// looked for.
	totalColumns = 4
	// fewGroups is how many different words a column has at most in which names of
	// groups with a word for a total behind are looked for: North Total.
	fewGroups = 4096
	// leastSummed is how many rows there must be above a row of sums that no word
	// calls so.
	leastSummed = 3
)

// leaveTotals leaves out rows that sum up others: those that say so and have no
// key, and those whose numbers are the sums.
func (p *pending) leaveTotals() {
	found := p.totalCandidates()
	if len(found) == 0 {
		return
	}
	t := newTotals(p, found)
	var rows []int32
	for i, c := range found {
		if t.convinces(p, i, c) {
			rows = append(rows, c.row)
		}
	}
	if len(rows) == 0 {
		return
	}
	first := p.line(rows[0], p.spec.delimiter)
	p.refuse(rows, model.P("it is a row of totals"), p.spec.delimiter)
	p.remarks += len(rows)
	p.find(model.Warning, -1, nil, "rows of totals that were left out: %d; the first is %q", len(rows), shorten([]byte(first)))
}

// totalCandidate is a row that may sum up others.
type totalCandidate struct {
	row    int32
	column int  // of the word that says so, -1 for none
	exact  bool // the word says nothing else
}

// totalCandidates returns rows with a word for a total in one of the first
// columns, ascending, and the last row when its first cell is empty.
func (p *pending) totalCandidates() []totalCandidate {
	var out []totalCandidate
	for column, w := range p.columns[:min(totalColumns, len(p.columns))] {
		for code, exact := range w.totalWords() {
			for _, row := range w.rowsOf(func(c int32) bool { return c == code }) {
				out = append(out, totalCandidate{row, column, exact})
			}
		}
	}
	slices.SortFunc(out, func(a, b totalCandidate) int {
		if a.row != b.row {
			return int(a.row - b.row)
		}
		return a.column - b.column
	})
	out = slices.CompactFunc(out, func(a, b totalCandidate) bool { return a.row == b.row })
	if last := int32(p.rows) - 1; last >= leastSummed && !p.cut && p.cell(last, 0) == "" && (len(out) == 0 || out[len(out)-1].row < last) {
		out = append(out, totalCandidate{last, -1, false})
	}
	return out
}

// totalWords returns the codes of words for totals, and whether they say nothing
// else.
func (w *words) totalWords() map[int32]bool {
	out := map[int32]bool{}
	if w.len() > fewGroups {
		for _, word := range totalNames() {
			for _, form := range []string{word, strings.ToUpper(word), strings.ToUpper(word[:1]) + word[1:]} {
				if code, _, _ := w.find([]byte(form)); code >= 0 {
					out[code] = true
				}
			}
		}
		return out
	}
	for code, word := range w.all() {
		if len(word) > 2*shownText {
			continue
		}
		if isTotal(word) {
			out[code] = true
		} else if endsInTotal(word) {
			out[code] = false
		}
	}
	return out
}

func totalNames() []string {
	return []string{"total", "totals", "grand total", "sum", "subtotal", "sub-total", "sub total", "overall total", "column total",
		"合计", "总计", "小计", "共计", "总和", "合計", "小計", "総計", "總計", "합계", "총계", "소계",
		"summe", "gesamt", "gesamtsumme", "gesamtergebnis", "zwischensumme", "total général", "total general", "sous-total",
		"totale", "totale generale", "totaal", "eindtotaal", "suma", "suma total", "всего", "итого"}
}

// isTotal reports whether a word is one for a total and nothing else.
func isTotal(word string) bool {
	word = strings.ToLower(strings.Join(strings.Fields(strings.TrimRight(word, ":： ")), " "))
	return slices.Contains(totalNames(), word) || slices.Contains(totalNames(), strings.ReplaceAll(word, " ", ""))
}

// endsInTotal reports whether a word for a total stands behind the name of what
// it sums up, or before it.
func endsInTotal(word string) bool {
	word = strings.ToLower(strings.TrimRight(word, ":： "))
	for _, end := range []string{" total", " subtotal", " sum", "合计", "小计", "总计", "合計", "小計", " summe", " ergebnis"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return strings.HasPrefix(word, "total ") || strings.HasPrefix(word, "subtotal ")
}

// totals is what the columns say about candidates.
type totals struct {
	always []bool  // by column: filled in nearly all other rows
	values []bool  // by column: nearly all words are numbers or dates
	text   []bool  // by column: neither numbers nor a key's digits
	summed []int   // by candidate: the cells that are the sum of those above
	cells  []int   // by candidate: the cells that are numbers
	above  []int32 // by candidate: the rows above that are none themselves
}

func newTotals(p *pending, found []totalCandidate) totals {
	n := len(p.columns)
	t := totals{make([]bool, n), make([]bool, n), make([]bool, n), make([]int, len(found)), make([]int, len(found)), make([]int32, len(found))}
	for i, c := range found {
		t.above[i] = c.row - int32(i)
	}
	sums := make([][]bool, n)
	each(n, func(i int) {
		w := p.columns[i]
		t.values[i] = w.mostlyValues()
		numbers := t.values[i] && w.mostlyNumbers()
		t.text[i] = !numbers || i < len(p.first) && !p.spec.noHeader && p.keys.isKey(p.first[i])
		filled := 0
		for _, c := range w.codes {
			if c >= 0 {
				filled++
			}
		}
		t.always[i] = float64(filled) >= alwaysShare*float64(max(1, len(w.codes)-len(found)))
		if numbers {
			sums[i] = w.sumsAt(found)
		}
	})
	for k, c := range found {
		for i, w := range p.columns {
			if code := w.codes[c.row]; code < 0 || !isNumber(w.word(code)) {
				continue
			}
			t.cells[k]++
			if sums[i] != nil && sums[i][k] {
				t.summed[k]++
			}
		}
	}
	return t
}

// mostlyNumbers reports whether the words of a column of values are numbers
// rather than dates.
func (w *words) mostlyNumbers() bool {
	n, numbers := 0, 0
	for _, word := range w.all() {
		if n++; n > fewLooked {
			n--
			break
		}
		if isNumber(word) {
			numbers++
		}
	}
	return 2*numbers > n
}

// sumsAt reports for each candidate whether its number is the sum of all rows
// above, or of those since the candidate before.
func (w *words) sumsAt(found []totalCandidate) []bool {
	numbers := make([]float64, w.len())
	for code, word := range w.all() {
		x, ok := parseNumber(word, decimalPoint)
		if !ok {
			x, _ = parseNumber(word, decimalComma)
		}
		numbers[code] = x.value
	}
	out := make([]bool, len(found))
	all, block := 0.0, 0.0
	next := 0
	for row, code := range w.codes {
		v := 0.0
		if code >= 0 {
			v = numbers[code]
		}
		if next < len(found) && found[next].row == int32(row) {
			out[next] = v != 0 && (isSum(v, all) || isSum(v, block))
			block = 0
			next++
			continue
		}
		all += v
		block += v
	}
	return out
}

// isSum reports whether a number is a sum but for rounding to cents.
func isSum(v, sum float64) bool {
	return math.Abs(v-sum) <= 1e-6*math.Abs(sum)+.006*min(1, math.Abs(sum))
}

// convinces reports whether a row is one of totals beyond doubt.
func (t totals) convinces(p *pending, k int, c totalCandidate) bool {
	keyless, led := false, false // led: a number stands before the word, such as a key
	for i, w := range p.columns {
		code := w.codes[c.row]
		switch {
		case i == c.column:
		case code < 0:
			keyless = keyless || t.always[i] && t.text[i]
		case !isNumber(w.word(code)) && !meansNothing(w.word(code)):
			return false
		default:
			led = led || i < c.column
		}
	}
	summed := t.summed[k] > 0 && 2*t.summed[k] >= t.cells[k]
	switch {
	case c.column < 0:
		return summed && keyless && t.above[k] >= leastSummed && t.always[0]
	case c.exact:
		return !led && (t.values[c.column] && t.cells[k] > 0 || keyless) || summed && t.above[k] > 1
	}
	return summed && t.above[k] > 1 && (keyless || c.row == int32(p.rows)-1)
}
