package seg

import (
	"fmt"
	"slices"

	"custseg/model"
	"custseg/seg/tree"
)

// predictor is a column that a target is explained by: numbers, or words.
type predictor struct {
	info   model.MeasureInfo
	column string
	values []float64 // nil for words
	codes  []int32   // -1 where there is none
	words  []string
}

// mostWords is how many different words a predictor may have: more are names or
// free text.
const mostWords = 50

// predictorsParam names the columns that a target is explained by.
func predictorsParam() Param {
	return Param{ID: "columns", Label: model.P("columns"), Kind: ColumnList, Takes: MixedColumns, Default: model.Words(),
		Help: model.P("Columns to explain the target by, numbers or words; none: all but ids, dates, constant columns and what only repeats the target.")}
}

// predictors are what a target may be explained by: the columns named, or all
// that can tell something. The notes say which were left out and why.
func (in Input) predictors(t *target) (out []predictor, notes []model.Phrase, err error) {
	if names := in.Params.Words("columns"); len(names) > 0 {
		for _, name := range names {
			c, ok := in.Customers.Lookup(name)
			if !ok {
				return nil, nil, paramErrorf("columns", "there is no column %q; custseg profile lists the columns", name)
			}
			p := newPredictor(c, in.describe(c.Name()))
			switch {
			case c.Name() == t.column || slices.ContainsFunc(out, func(o predictor) bool { return o.column == p.column }):
				return nil, nil, paramErrorf("columns", "%q is named twice, or is the target", c.Name())
			case c.Kind() == model.Date:
				return nil, nil, paramErrorf("columns", "%q is a date; name columns of numbers or words", c.Name())
			case p.values != nil && !slices.ContainsFunc(p.values, func(v float64) bool { return finite(v) }) || p.values == nil && len(p.words) == 0:
				return nil, nil, fmt.Errorf("no customer has a value of %s: choose other columns with --set columns=A,B", c.Name())
			case len(p.words) > mostWords:
				return nil, nil, paramErrorf("columns", "%q has %d different words, more than %d", c.Name(), len(p.words), mostWords)
			}
			out = append(out, p)
		}
		return out, nil, nil
	}
	var left leftOut
	for _, f := range in.Customers.Features() {
		left.consider(&out, f.Column, f.MeasureInfo, t, "", false)
	}
	for _, a := range in.Customers.Attributes() {
		if isMeasure(in.Customers, a.Role) {
			continue // it is there as the measure
		}
		left.consider(&out, a.Column, in.describe(a.Name()), t, a.Role, a.Personal)
	}
	return out, left.notes(), nil
}

func isMeasure(c *model.Customers, role model.Role) bool {
	return slices.ContainsFunc(c.Features(), func(f model.Feature) bool { return string(f.Measure) == string(role) })
}

func newPredictor(c model.Column, info model.MeasureInfo) predictor {
	p := predictor{info: info, column: c.Name()}
	if n, ok := c.(*model.Numbers); ok {
		p.values = onlyFinite(n.Values())
	} else {
		p.codes, p.words = wordCodes(c)
	}
	return p
}

// engine is the predictor as trees take it.
func (p predictor) engine() tree.Predictor {
	return tree.Predictor{Values: p.values, Codes: p.codes, Levels: len(p.words)}
}

// measured is the predictor as an input to decide by.
func (p predictor) measured(role model.Role) measured {
	return measured{MeasureInfo: p.info, role: role, values: p.numbers(), words: p.words}
}

// numbers are its values, or the places of its words.
func (p predictor) numbers() []float64 {
	if p.values == nil {
		return category{codes: p.codes}.present()
	}
	return p.values
}

// leftOut gathers the columns that can explain nothing, by reason.
type leftOut struct{ ids, numbering, dates, constant, texts, repeats []model.Phrase }

// consider adds a column to the predictors, or to what is left out.
func (l *leftOut) consider(out *[]predictor, c model.Column, info model.MeasureInfo, t *target, role model.Role, personal bool) {
	identifying := []model.Role{model.OrderID, model.CustomerID, "postcode"}
	name := model.Raw(c.Name())
	switch {
	case role == model.Ignore || c.Name() == t.column:
		return
	case personal || slices.Contains(identifying, role):
		l.ids = append(l.ids, name)
		return
	case c.Kind() == model.Date:
		l.dates = append(l.dates, name)
		return
	}
	p := newPredictor(c, info)
	switch {
	case p.values == nil && 2*len(p.words) > c.Len() && len(p.words) > mostClasses:
		l.ids = append(l.ids, name)
	case role == "" && p.values != nil && rowNumbers(p.values):
		l.numbering = append(l.numbering, name)
	case p.values != nil && !differ(p.values) || p.values == nil && len(p.words) < 2:
		l.constant = append(l.constant, name)
	case len(p.words) > mostWords:
		l.texts = append(l.texts, name)
	case t.repeatedBy(p):
		l.repeats = append(l.repeats, name)
	default:
		*out = append(*out, p)
	}
}

// notes say what was left out.
func (l *leftOut) notes() []model.Phrase {
	var out []model.Phrase
	say := func(key string, names []model.Phrase, args ...any) {
		if len(names) > 0 {
			out = append(out, model.P(key, append(args, few(names))...))
		}
	}
	say("Left out, as they say who a customer is: %s", l.ids)
	say("Left out, as they number the rows: %s", l.numbering)
	say("Left out, as dates: %s", l.dates)
	say("Left out, being the same for all: %s", l.constant)
	say("Left out, having more than %d different words: %s", l.texts, mostWords)
	say("Left out, as they only repeat the target: %s", l.repeats)
	return out
}

// repeatedBy reports whether a predictor is the target under another name: each
// of its values always goes with one class, and there are no more of them than
// classes, or its numbers are the target's. The measures of orders that
// multiply to the target are too.
func (t *target) repeatedBy(p predictor) bool {
	product := []string{string(model.Monetary), string(model.Frequency), string(model.AverageOrder)}
	switch {
	case slices.Contains(product, t.column) && slices.Contains(product, p.column):
		return true
	case t.values != nil && p.values != nil:
		return sameNumbers(t.values, p.values)
	case t.values != nil || p.values != nil && !fewValues(p.values):
		return false
	}
	codes := p.codes
	if p.values != nil {
		codes, _ = wordCodes(model.NewNumbers("", p.values))
	}
	class, seen := map[int32]int32{}, make(map[int32]bool)
	for i, k := range codes {
		if k < 0 || t.codes[i] < 0 {
			continue
		}
		if other, known := class[k]; known && other != t.codes[i] {
			return false
		}
		class[k] = t.codes[i]
		seen[t.codes[i]] = true
	}
	return len(class) == len(seen) && len(seen) == len(t.words)
}

// fewValues reports whether numbers have no more different values than a target
// may have classes.
func fewValues(values []float64) bool { return countNumbers(values, mostClasses) <= mostClasses }

func sameNumbers(a, b []float64) bool {
	both := 0
	for i, v := range a {
		if !finite(v) || !finite(b[i]) {
			continue
		}
		if v != b[i] {
			return false
		}
		both++
	}
	return both > 0
}
