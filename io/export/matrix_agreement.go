package export

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// agreementCells is where a workbook holds how far two sides agree.
type agreementCells struct {
	words, rand, information, v string // formulas, empty for values
}

// agreement writes how the agreement is worked out of the counts, and returns
// where it stands. Sources: Hubert & Arabie 1985, Journal of Classification 2;
// Strehl & Ghosh 2002; Cramér 1946.
func (m *matrix) agreement(a Agreement) agreementCells {
	if !m.live() {
		return agreementCells{}
	}
	m.heading(model.P("How the agreement is worked out"), len(m.cols.at)+2)
	counts, rows, columns := m.both().String(), m.sums(true), m.sums(false)
	line := func(label model.Phrase, formula string, v float64, format string) string {
		m.add(m.label2(label), m.computed(formula, v, numberLook{format: format}))
		return block{m.name, m.row, 2, m.row, 2}.String()
	}
	t := m.tableOfBoth()
	n := line(model.P("Customers of both sides"), "SUM("+counts+")", t.n, wholeFormat)
	both := line(model.P("Pairs together on both sides"), pairsOf(counts), t.both, wholeFormat)
	first := line(model.P("Pairs together by %s", m.pair.FirstName), pairsOf(rows), t.first, wholeFormat)
	second := line(model.P("Pairs together by %s", m.pair.SecondName), pairsOf(columns), t.second, wholeFormat)
	pairs := line(model.P("All pairs"), n+"*("+n+"-1)/2", t.n*(t.n-1)/2, wholeFormat)
	h := line(model.P("Information of %s, nats", m.pair.FirstName), entropyOf(rows, n), t.rowEntropy, smallFormat)
	g := line(model.P("Information of %s, nats", m.pair.SecondName), entropyOf(columns, n), t.columnEntropy, smallFormat)
	joint := line(model.P("Information of both together, nats"), entropyOf(counts, n), t.entropy, smallFormat)
	phi := line(model.P("Chi-squared over the customers"), "SUMPRODUCT("+counts+"^2/(("+orOne(rows)+")*("+orOne(columns)+")))-1", t.phi, smallFormat)
	least := line(model.P("Segments with customers on the side with fewer, less one"),
		"MIN(SUMPRODUCT(--("+rows+">0)),SUMPRODUCT(--("+columns+">0)))-1", t.least, wholeFormat)
	known := func(formula string) string { return "IF(" + n + `<3,"",` + formula + ")" }
	onlyFirst, onlySecond := "("+first+"-"+both+")", "("+second+"-"+both+")"
	none := "(" + pairs + "-" + first + "-" + second + "+" + both + ")"
	out := agreementCells{
		rand: line(model.P("Adjusted Rand index"), known("IF(AND("+onlyFirst+"=0,"+onlySecond+"=0),1,2*("+both+"*"+none+"-"+onlyFirst+"*"+onlySecond+")/("+
			first+"*("+pairs+"-"+second+")+"+second+"*("+pairs+"-"+first+")))"), a.Rand, smallFormat),
		information: line(model.P("Shared information"), known("IF("+h+"+"+g+"<1E-12,1,MAX(0,MIN(1,2*("+h+"+"+g+"-"+joint+")/("+h+"+"+g+"))))"), a.Information, smallFormat),
		v:           line(model.P("Cramér's V"), known("IF("+least+`<1,"",SQRT(MIN(1,MAX(0,`+phi+")/"+least+")))"), a.V, smallFormat),
	}
	m.add(m.label2(model.P("In words")), said(m.book.looks.text, m.inWords(out.rand, a), m.book.view.text(a.Words)))
	out.words = block{m.name, m.row, 2, m.row, 2}.String()
	return out
}

// label2 makes the cell of a label that keeps to its column.
func (m *matrix) label2(p model.Phrase) any { return m.wrap(m.book.view.text(p)) }

// inWords says what the Rand index in a cell is.
func (m *matrix) inWords(rand string, a Agreement) string {
	out, v := "", m.book.view
	for _, s := range slices.Backward(a.Steps) {
		if out == "" { // the last holds for all that is left
			out = quoteText(v.text(s.Words))
			continue
		}
		out = "IF(" + rand + ">" + digits(s.Over) + "," + quoteText(v.text(s.Words)) + "," + out + ")"
	}
	if out == "" {
		return ""
	}
	return "IF(" + rand + `="",` + quoteText(v.text(model.P("too few customers on both sides to tell an agreement"))) + "," + out + ")"
}

// quoteText writes text in a formula.
func quoteText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// sums are the customers of both sides by row, or by column, as a formula.
func (m *matrix) sums(rows bool) string {
	known, count, totals := m.known[0], len(m.cols.at), m.rowTotals()
	other := m.counts.column(m.known[1])
	totals, other = totals.first(known, 1), other.first(known, 1)
	lacks := m.known[1] < count
	if !rows {
		known, count, totals = m.known[1], len(m.rows.at), m.columnTotals()
		totals, other = totals.first(1, known), m.counts.row(m.known[0]).first(1, known)
		lacks = m.known[0] < count
	}
	if !lacks {
		return totals.String()
	}
	return "(" + totals.String() + "-" + other.String() + ")"
}

// pairsOf counts the pairs within counts, entropyOf measures their information.
func pairsOf(counts string) string { return "SUMPRODUCT(" + counts + "*(" + counts + "-1))/2" }
func entropyOf(counts, n string) string {
	return "LN(" + n + ")-SUMPRODUCT(" + counts + "*LN(" + orOne(counts) + "))/" + n
}

// orOne is a count, or one where it is nought.
func orOne(counts string) string { return counts + "+(" + counts + "=0)" }

// bothTable is what the cells of customers of both sides come to.
type bothTable struct {
	n, both, first, second             float64
	rowEntropy, columnEntropy, entropy float64
	phi, least                         float64
}

func (m *matrix) tableOfBoth() bothTable {
	rows, columns, all := make([]float64, m.known[0]), make([]float64, m.known[1]), []float64(nil)
	for k := range rows {
		for l := range columns {
			n := float64(m.pair.Cells[m.rows.at[k]][m.cols.at[l]].Customers)
			rows[k] += n
			columns[l] += n
			all = append(all, n)
		}
	}
	var t bothTable
	t.both, t.entropy, t.n = pairsAndEntropy(all)
	t.first, t.rowEntropy, _ = pairsAndEntropy(rows)
	t.second, t.columnEntropy, _ = pairsAndEntropy(columns)
	for i, n := range all {
		if n > 0 {
			t.phi += n * n / (rows[i/len(columns)] * columns[i%len(columns)])
		}
	}
	t.phi--
	filled := func(counts []float64) (out float64) {
		for _, n := range counts {
			if n > 0 {
				out++
			}
		}
		return out
	}
	t.least = min(filled(rows), filled(columns)) - 1
	return t
}

// pairsAndEntropy counts the pairs within counts, and measures their information in nats.
func pairsAndEntropy(counts []float64) (pairs, entropy, n float64) {
	logs := 0.
	for _, c := range counts {
		n += c
		pairs += c * (c - 1) / 2
		if c > 0 {
			logs += c * math.Log(c)
		}
	}
	return pairs, math.Log(n) - logs/n, n
}
