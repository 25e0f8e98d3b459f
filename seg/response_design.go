package seg

import (
	"cmp"
	"slices"

	"custseg/model"
	"custseg/model/formula"
)

// design is the columns of numbers that a regression is fitted to, made of
// predictors.
type design struct {
	columns []string   // that were read
	inputs  []measured // the predictors
	terms   []term
	x       [][]float64 // by term, of all customers
	filled  []filling
}

// term is one column of a design: a predictor of numbers, with the mean for what
// is missing, or 1 for those who have a word and 0 for others.
type term struct {
	name   model.Phrase
	input  int // its place
	number bool
	mean   float64 // of numbers
	word   int32   // -1 for none
}

// value is that of a customer who has v of the predictor.
func (t term) value(v float64) float64 {
	switch {
	case !t.number && placeOf(v) == t.word:
		return 1
	case !t.number:
		return 0
	case !finite(v):
		return t.mean
	}
	return v
}

// expr is [term.value] of a predictor in a formula.
func (t term) expr(m measured) formula.Expr {
	yes, no := formula.Number(1), formula.Number(0)
	switch {
	case t.number:
		return formula.Or(m.expr(), formula.Number(t.mean))
	case t.word < 0:
		return formula.If(formula.Wordless{Of: m.input()}, yes, no)
	}
	return formula.If(m.says(m.words[t.word]), yes, no)
}

// filling is how many missing values of a column took its mean.
type filling struct {
	label model.Phrase
	n     int
}

// add makes terms of a predictor: itself, or one for each word but the
// commonest, and for no word.
func (d *design) add(p predictor, role model.Role) {
	d.columns, d.inputs = append(d.columns, p.column), append(d.inputs, p.measured(role))
	if p.values != nil {
		n, mean, _ := moments(p.values)
		if lacking := len(p.values) - n; lacking > 0 {
			d.filled = append(d.filled, filling{p.info.Label, lacking})
		}
		d.append(term{name: p.info.Label, number: true, mean: mean})
		return
	}
	count := make([]int, len(p.words)+1) // the last of no word
	for _, k := range p.codes {
		if k < 0 {
			k = int32(len(p.words))
		}
		count[k]++
	}
	commonest := 0
	for k, n := range count {
		if n > count[commonest] {
			commonest = k
		}
	}
	for k, n := range count {
		switch {
		case k == commonest || n == 0:
		case k < len(p.words):
			d.append(term{name: model.P("%s is %s", p.info.Label, model.Raw(p.words[k])), word: int32(k)})
		default:
			d.append(term{name: model.P("%s is missing", p.info.Label), word: -1})
		}
	}
}

// append adds a term of the last input, and its column.
func (d *design) append(t term) {
	t.input = len(d.inputs) - 1
	values := d.inputs[t.input].values
	column := make([]float64, len(values))
	for i, v := range values {
		column[i] = t.value(v)
	}
	d.terms, d.x = append(d.terms, t), append(d.x, column)
}

// of are the columns of some customers.
func (d *design) of(rows []int32) [][]float64 {
	out := make([][]float64, len(d.x))
	for j, c := range d.x {
		out[j] = pickFloats(c, rows)
	}
	return out
}

// filledNotes tell of the columns with the most missing values.
func (d *design) filledNotes() []model.Phrase {
	if len(d.filled) == 0 {
		return nil
	}
	slices.SortStableFunc(d.filled, func(a, b filling) int { return cmp.Compare(b.n, a.n) })
	const told = 5
	var most []model.Phrase
	for _, c := range d.filled[:min(len(d.filled), told)] {
		most = append(most, model.P("%s (%d)", c.label, c.n))
	}
	if others := len(d.filled) - told; others > 0 {
		return []model.Phrase{model.P("Missing numbers took the mean of their column: %s and %d columns more", list("%s, %s", most), others)}
	}
	return []model.Phrase{model.P("Missing numbers took the mean of their column: %s", list("%s, %s", most))}
}
