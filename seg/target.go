package seg

import (
	"cmp"
	"slices"

	"custseg/model"
	"custseg/seg/magnitude"
	"custseg/seg/order"
	"custseg/seg/tree"
)

// target is what a method explains or predicts: numbers, or classes.
type target struct {
	info   model.MeasureInfo
	column string // under which [model.Customers.Lookup] finds it
	source model.Column
	values []float64 // of numbers, missing where there is none
	unit   float64   // that trees count numbers in, 1 of classes
	codes  []int32   // of classes, -1 where there is none
	words  []string  // of the classes
	yes    int       // of two classes that of interest, else -1
}

const (
	// roleWord is the default of the parameter target: the column with that role.
	roleWord = "target"
	// mostClasses is how many classes a target may have: more would leave no leaf
	// with a word to say.
	mostClasses = 20
)

// targetParam names the column that is explained.
func targetParam(takes Takes, help model.Phrase) Param {
	return Param{ID: "target", Label: model.P("target"), Kind: OneColumn, Takes: takes, Default: model.Word(roleWord), Help: help}
}

func targetNeed(why model.Phrase) Need { return Need{Measure: roleWord, Why: why} }

// targetColumn finds the column that the parameter target names.
func (in Input) targetColumn() (model.Column, model.MeasureInfo, error) {
	name := in.Params.Word("target")
	if name == roleWord {
		if f, ok := in.Customers.Feature(roleWord); ok {
			for _, a := range in.Customers.Attributes() {
				if a.Role == roleWord {
					return a.Column, model.MeasureInfo{ID: model.Measure(a.Name()), Label: model.Raw(a.Name())}, nil
				}
			}
			return f.Column, f.MeasureInfo, nil
		}
	}
	c, ok := in.Customers.Lookup(name)
	switch {
	case ok:
		return c, in.describe(c.Name()), nil
	case name == roleWord:
		return nil, model.MeasureInfo{}, paramErrorf("target", "this data has no column with the role target: map one with --map target=COLUMN, or name any column with --set target=COLUMN")
	}
	var names []string
	for _, a := range in.Customers.Attributes() {
		names = append(names, a.Name())
	}
	if near := Nearest(name, slices.Concat(in.Customers.Numeric(), names)); near != "" {
		return nil, model.MeasureInfo{}, paramErrorf("target", "there is no column %q; did you mean %q?", name, near)
	}
	return nil, model.MeasureInfo{}, paramErrorf("target", "there is no column %q; custseg profile lists the columns", name)
}

// readTarget reads the target as words or 1 and 0 that say yes and no, as other
// words, or as numbers.
func (in Input) readTarget() (*target, error) {
	c, info, err := in.targetColumn()
	if err != nil {
		return nil, err
	}
	t := &target{info: info, column: c.Name(), source: c, unit: 1, yes: -1}
	truths, isTruth := model.Truths(c)
	switch n, isNumber := c.(*model.Numbers); {
	case isNumber && !isTruth:
		t.values = onlyFinite(n.Values())
		t.unit = magnitude.Unit(t.values)
		if !differ(t.values) {
			return nil, paramErrorf("target", "%s is the same for all, or missing: there is nothing to explain; name another with --set target=COLUMN", t.column)
		}
		return t, nil
	case c.Kind() == model.Date:
		return nil, paramErrorf("target", "%s is a date: name a column of numbers or words with --set target=COLUMN", t.column)
	}
	t.codes, t.words = wordCodes(c)
	if isTruth {
		t.fold(truths)
	}
	switch {
	case len(t.words) < 2:
		return nil, paramErrorf("target", "%s is the same for all, or missing: there is nothing to explain; name another with --set target=COLUMN", t.column)
	case len(t.words) > mostClasses:
		return nil, paramErrorf("target", "%s has %d different words, and at most %d can be explained; name another with --set target=COLUMN", t.column, len(t.words), mostClasses)
	case len(t.words) == 2:
		t.yes = 1
		if !isTruth {
			t.yes = t.rarer()
		}
	}
	return t, nil
}

// fold makes one class of the spellings of no and one of those of yes, in this
// order, as far as they occur.
func (t *target) fold(truths []int8) {
	var spelled [2]string
	for i, k := range t.codes {
		if k >= 0 && (spelled[truths[i]] == "" || t.words[k] < spelled[truths[i]]) {
			spelled[truths[i]] = t.words[k]
		}
		t.codes[i] = int32(truths[i])
	}
	t.words = slices.DeleteFunc(spelled[:], func(word string) bool { return word == "" })
}

// rarer is the class of two that fewer have, the second of equals: mostly what is
// looked for.
func (t *target) rarer() int {
	count := [2]int{}
	for _, k := range t.codes {
		if k >= 0 {
			count[k]++
		}
	}
	if count[0] < count[1] {
		return 0
	}
	return 1
}

// known are the customers whose target is known. They go by their predictors and
// the target, so that the order of the customers does not matter to samples and
// folds.
func (t *target) known(predictors []predictor) []int32 {
	var out []int32
	for i := range t.source.Len() {
		if t.values != nil && finite(t.values[i]) || t.values == nil && t.codes[i] >= 0 {
			out = append(out, int32(i))
		}
	}
	columns := make([][]float64, 0, len(predictors)+1)
	for _, p := range predictors {
		columns = append(columns, p.numbers())
	}
	if t.values != nil {
		columns = append(columns, t.values)
	} else {
		columns = append(columns, category{codes: t.codes}.present())
	}
	order.Rows(out, columns...)
	return out
}

// engine is the target as trees take it: numbers by their unit.
func (t *target) engine() tree.Target {
	return tree.Target{Values: magnitude.In(t.unit, t.values), Codes: t.codes, Classes: len(t.words)}
}

// outcome is a target of yes and no as it is known of customers, zero of others.
func (t *target) outcome() model.Outcome {
	if t.values != nil || t.yes < 0 {
		return model.Outcome{}
	}
	out := model.Outcome{Label: model.P("%s %s", t.info.Label, model.Raw(t.words[t.yes])), Yes: make([]float64, len(t.codes))}
	for i, code := range t.codes {
		switch int(code) {
		case -1:
			out.Yes[i] = missing
		case t.yes:
			out.Yes[i] = 1
		}
	}
	return out
}

// valueName says what is told of a group of customers: the share of the class of
// interest, or of the commonest, or the mean.
func (t *target) valueName() model.Phrase {
	switch {
	case t.values != nil:
		return model.P("mean of %s", t.info.Label)
	case t.yes >= 0:
		return model.P("share of %s %s", t.info.Label, model.Raw(t.words[t.yes]))
	}
	return model.P("share of the commonest %s", t.info.Label)
}

// wordCodes codes a column's words by their order as text, so that codes do not
// depend on the order of rows.
func wordCodes(c model.Column) (codes []int32, words []string) {
	t := asWords(c)
	count := make([]int, t.Dict.Len())
	for _, k := range t.Codes() {
		if k >= 0 {
			count[k]++
		}
	}
	var used []int32
	for k, n := range count {
		if n > 0 {
			used = append(used, int32(k))
		}
	}
	slices.SortFunc(used, func(a, b int32) int { return cmp.Compare(t.Dict.At(int(a)), t.Dict.At(int(b))) })
	place := make([]int32, t.Dict.Len())
	for k, old := range used {
		place[old], words = int32(k), append(words, t.Dict.At(int(old)))
	}
	codes = make([]int32, len(t.Codes()))
	for i, k := range t.Codes() {
		codes[i] = -1
		if k >= 0 {
			codes[i] = place[k]
		}
	}
	return codes, words
}
