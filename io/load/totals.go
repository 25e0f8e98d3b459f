package load

import (
	"cmp"
	"slices"
	"strconv"

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
// key, and those whose numbers are the sums. It warns of rows that may be such,
// but are kept.
func (p *pending) leaveTotals() {
	found := p.totalCandidates()
	if len(found) == 0 {
		p.tellLastRow()
		return
	}
	told := newTotals(p, found).choose(p)
	rows := told.rows
	p.tellKept(told.unlike, "rows that are named as totals were kept, because their numbers are no sums: %d; the first is row %d, %q")
	p.tellKept(told.chance, "rows that are named as totals were kept, because most rows of that name are no sums: %d; the first is row %d, %q")
	p.tellKept(told.numbered, "rows that are named as totals were kept, because they have a number of their own that goes on with those above: %d; the first is row %d, %q")
	if len(rows) == 0 {
		p.tellLastRow()
		return
	}
	first := p.line(rows[0], p.spec.delimiter)
	p.refuse(rows, model.P("it is a row of totals"), p.spec.delimiter)
	p.remarks += len(rows)
	p.find(model.Warning, -1, nil, "rows of totals that were left out: %d; the first is %q", len(rows), shorten([]byte(first)))
}

// tellKept warns of rows that are named as totals, but are kept.
func (p *pending) tellKept(rows []int32, key string) {
	if len(rows) > 0 {
		p.find(model.Warning, -1, nil, key, len(rows), p.fileRow(rows[0]), shorten([]byte(p.line(rows[0], p.spec.delimiter))))
	}
}

// totalCandidate is a row that may sum up others.
type totalCandidate struct {
	row    int32
	column int // of the word that says so, -1 for none
	says   summary
	name   bool // the word may as well be a name
	group  bool // the word holds another of its column, the name of what is summed up
}

// totalCandidates returns rows with a word for a total in one of the first
// columns, ascending, and the last row when its first cell is empty.
func (p *pending) totalCandidates() []totalCandidate {
	var out []totalCandidate
	for column, w := range p.columns[:min(totalColumns, len(p.columns))] {
		marked, parts := w.totalWords(), w.groupWords()
		if len(marked) == 0 && len(parts) == 0 {
			continue
		}
		telling := make([]bool, w.len())
		for code := range marked {
			telling[code] = true
		}
		for code := range parts {
			telling[code] = true
		}
		for row, code := range w.codes.All() {
			if code < 0 || !telling[code] {
				continue
			}
			says, part := marked[code], false
			if of, ok := parts[code]; ok {
				part = says == groupSum || row > 0 && w.codes.At(row-1) == of
			}
			if part && says == noSummary {
				says = groupSum
			}
			if says != noSummary {
				out = append(out, totalCandidate{int32(row), column, says, isNameToo(w.word(code)), part})
			}
		}
	}
	slices.SortFunc(out, func(a, b totalCandidate) int {
		return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column))
	})
	out = slices.CompactFunc(out, func(a, b totalCandidate) bool { return a.row == b.row })
	if last := int32(p.rows) - 1; last >= leastSummed && !p.cut && p.cell(last, 0) == "" && (len(out) == 0 || out[len(out)-1].row < last) {
		out = append(out, totalCandidate{last, -1, noSummary, false, false})
	}
	return out
}

// totals is what the columns say about candidates.
type totals struct {
	found  []totalCandidate
	always []bool     // by column: filled in nearly all other rows
	values []bool     // by column: nearly all words are numbers or dates
	text   []bool     // by column: neither numbers nor a key's digits
	cells  []int      // by candidate: the cells that are numbers
	likes  []likeness // by candidate: how many of them are sums of others, means or extremes
	above  []int32    // by candidate: the rows above that are none themselves
	tail   int        // the first candidate below which there are no other rows
}

// likeness counts cells of a row by what they are of the rows above.
type likeness struct{ sums, means, extremes int }

func newTotals(p *pending, found []totalCandidate) totals {
	n := len(p.columns)
	t := totals{found, make([]bool, n), make([]bool, n), make([]bool, n), make([]int, len(found)), make([]likeness, len(found)), make([]int32, len(found)), len(found)}
	said := make([]map[int32]bool, n) // by column: the words of the candidates
	for i, c := range found {
		t.above[i] = c.row - int32(i)
		if c.column >= 0 {
			if said[c.column] == nil {
				said[c.column] = map[int32]bool{}
			}
			said[c.column][p.columns[c.column].codes.At(int(c.row))] = true
		}
	}
	for next := int32(p.rows); t.tail > 0 && found[t.tail-1].row == next-1; t.tail-- {
		next--
	}
	matches := make([][]match, n)
	each(n, func(i int) {
		w := p.columns[i]
		t.values[i] = w.mostlyValues(said[i])
		numbers := t.values[i] && w.mostlyNumbers()
		t.text[i] = !numbers || i < len(p.first) && !p.spec.noHeader && p.keys.isKey(p.first[i])
		filled := 0
		for _, c := range w.codes.All() {
			if c >= 0 {
				filled++
			}
		}
		t.always[i] = float64(filled) >= alwaysShare*float64(max(1, w.codes.Len()-len(found)))
		if numbers {
			matches[i] = w.matchesAt(found)
		}
	})
	for k, c := range found {
		for i, w := range p.columns {
			if code := w.codes.At(int(c.row)); code < 0 || i == c.column || !isNumber(w.word(code)) {
				continue
			}
			t.cells[k]++
			if matches[i] != nil {
				t.likes[k].add(matches[i][k])
			}
		}
	}
	return t
}

func (l *likeness) add(m match) {
	if m.sum {
		l.sums++
	}
	if m.mean {
		l.means++
	}
	if m.extreme {
		l.extremes++
	}
}

// chosen is the rows that are totals beyond doubt, and those that are named so,
// but are kept: for they are unlike sums, or may be sums by chance, or have a
// number of their own.
type chosen struct{ rows, unlike, chance, numbered []int32 }

// choose decides about all candidates.
func (t totals) choose(p *pending) (out chosen) {
	summed, exact := 0, 0
	for k, c := range t.found {
		if c.says == sumWord {
			exact++
			if t.likes[k].sums > 0 {
				summed++
			}
		}
	}
	usual := exact > 1 && 2*summed >= exact // rows so named are sums, so one that is not is another's
	doubtful := exact > 1 && !usual         // rows so named are seldom sums, so a sum among them may be chance
	before := int32(-2)                     // the last row that was chosen
	for k, c := range t.found {
		switch verdict := t.judge(p, k, usual, before == c.row-1); {
		case verdict == leave && p.numbersOn(c):
			out.numbered = append(out.numbered, c.row)
		case verdict == leave && doubtful && c.says == sumWord && k < t.tail:
			out.chance = append(out.chance, c.row)
		case verdict == leave:
			out.rows = append(out.rows, c.row)
			before = c.row
		case verdict == warn:
			out.unlike = append(out.unlike, c.row)
		}
	}
	return out
}

// numbersOn reports whether the first cell of a candidate is a whole number, one
// more than that of the row above, before the word for a total: the id of
// somebody who is named so.
func (p *pending) numbersOn(c totalCandidate) bool {
	if c.column < 1 || c.row == 0 {
		return false
	}
	before, err := strconv.ParseInt(p.cell(c.row-1, 0), 10, 64)
	if err != nil {
		return false
	}
	id, err := strconv.ParseInt(p.cell(c.row, 0), 10, 64)
	return err == nil && id == before+1
}

// verdict is what to do with a candidate.
type verdict uint8

const (
	keep verdict = iota
	warn
	leave
)

// judge decides whether a row is one of totals. Usual says that most rows with
// such words are sums, follows that the row above is one of totals.
func (t totals) judge(p *pending, k int, usual, follows bool) verdict {
	c, like := t.found[k], t.likes[k]
	keyless, led := false, false // led: a number stands before the word, such as a key
	for i, w := range p.columns {
		code := w.codes.At(int(c.row))
		switch {
		case i == c.column:
		case code < 0:
			keyless = keyless || t.always[i] && t.text[i]
		case !isNumber(w.word(code)) && !meansNothing(w.word(code)):
			return t.judgeFilled(p, k)
		default:
			led = led || i < c.column
		}
	}
	last := k >= t.tail
	summed := like.sums > 0 && 2*like.sums >= t.cells[k] && t.above[k] > 1
	averaged := like.means > 0 && 2*like.means >= t.cells[k] && t.above[k] >= leastSummed
	bare := !led && (c.column >= 0 && t.values[c.column] && t.cells[k] > 0 || keyless)
	switch c.says {
	case noSummary:
		return leaveIf((summed || averaged) && keyless && t.above[k] >= leastSummed && t.always[0])
	case groupSum:
		return leaveIf(summed && (keyless || last || c.group))
	case sumWord:
		switch {
		case summed, last && follows, bare && usual, bare && last && !c.name, bare && t.cells[k] == 0, bare && t.values[c.column]:
			return leave
		case bare:
			return warn
		}
	case statistic:
		alike := averaged || summed || bare && like.extremes > 0
		return leaveIf(last && (alike || bare && (follows || !c.name)) || bare && t.values[c.column])
	case tax:
		return leaveIf(follows && !led && (last || bare))
	}
	return keep
}

// judgeFilled decides about a row that holds words beside the one for a total: it
// is one of totals when all its numbers are sums and no row follows.
func (t totals) judgeFilled(p *pending, k int) verdict {
	c, like := t.found[k], t.likes[k]
	if c.says == sumWord && k >= t.tail && like.sums > 0 && like.sums == t.cells[k] && t.above[k] >= leastSummed {
		return leave
	}
	return keep
}

func leaveIf(ok bool) verdict {
	if ok {
		return leave
	}
	return keep
}
