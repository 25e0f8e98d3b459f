package seg

import (
	"context"

	"custseg/model"
)

// demographic parts customers by age, income, any other column, or two of them.
// Source: practice; the generations after Pew Research Center (2019).
type demographic struct{}

// What demographic splits by, and the schemes of age.
const (
	byAge        = "age"
	byIncome     = "income"
	byColumn     = "column"
	byCross      = "cross"
	lifeStages   = "stages"
	generational = "generation"
)

// Spec implements [Method].
func (demographic) Spec() Spec {
	withAge, withIncome := []string{byAge, byCross, autoWord}, []string{byIncome, byColumn, byCross, autoWord}
	stage := func(id string, label, help model.Phrase, at float64) Param {
		p := cutParam(id, label, help, at, 0, 150, 1, model.Plain)
		p.When = []Condition{{"scheme", []string{lifeStages}}}
		return p
	}
	oldest := cutParam("oldest", model.P("oldest"), model.P("Years above which an age is impossible, as is one below 0: such customers are unclassified and counted."), 120, 50, 200, 5, model.Plain)
	oldest.When = []Condition{{"split", withAge}}
	tiers := sharesParam([]float64{1, 1, 1}, "High", "Mid", "Low")
	tiers.When = []Condition{{"split", withIncome}}
	pool := cutParam("pool", model.P("least share"), model.P("Words of a column with a smaller share of the customers are put together."), .01, 0, .5, .01, model.Percent)
	pool.When = []Condition{{"split", []string{byColumn, byCross, autoWord}}}
	optional := func(m model.Measure, why model.Phrase) Need { return Need{Measure: m, Optional: true, Why: why} }
	return Spec{
		ID: "demographic", Name: model.P("Demographics"), Family: Who,
		Summary: model.P("Parts customers by age or generation, by income, by gender, education or any other column, or by two of these at once."),
		Rule: model.P("By age: Youth, Middle and Senior, or the generation of the year of birth; impossible ages are unclassified. Numbers, as income: three parts of equally many. " +
			"Words: one segment each, small ones together. A cross has a segment for each pair that occurs."),
		Needs: []Need{{Measure: byAge, Or: []model.Measure{model.Measure(model.BirthDate), byIncome, "gender", "education", "occupation", "marital"}, Why: model.P("age or birth date; or else what to split by")},
			optional(model.Measure(model.BirthDate), model.P("age at the as-of date, and generation")), optional(byIncome, model.P("income, for its split")),
			optional("gender", model.P("a column to split by")), optional("education", model.P("a column to split by")),
			optional("occupation", model.P("a column to split by")), optional("marital", model.P("a column to split by"))},
		Params: []Param{
			{ID: "split", Label: model.P("split"), Kind: Choice, Default: model.Word(autoWord),
				Options: []Option{{autoWord, model.P("By age where it is known, else by the first there is of income, gender, education, occupation and marital status")}, {byAge, model.P("By age")}, {byIncome, model.P("By income")}, {byColumn, model.P("By a column")}, {byCross, model.P("By two columns at once")}},
				Help:    model.P("What customers are parted by.")},
			{ID: "scheme", Label: model.P("scheme"), Kind: Choice, Default: model.Word(lifeStages), When: []Condition{{"split", withAge}},
				Options: []Option{{lifeStages, model.P("Youth, Middle, Senior")}, {generational, model.P("Generations by year of birth")}}, Help: model.P("How age is parted.")},
			stage("middle", model.P("middle from"), model.P("Least age of Middle."), 35), stage("senior", model.P("senior from"), model.P("Least age of Senior."), 60),
			oldest, tiers,
			{ID: byColumn, Label: model.P("column"), Kind: OneColumn, Takes: MixedColumns, Default: model.Word("gender"), When: []Condition{{"split", []string{byColumn}}},
				Help: model.P("The column, by its header or role, as gender, education, occupation or marital.")},
			{ID: byCross, Label: model.P("cross"), Kind: ColumnList, Takes: MixedColumns, Default: model.Words(byAge, "gender"), Valid: twoColumns, When: []Condition{{"split", []string{byCross}}},
				Help: model.P("Two of age, income and any columns, by header or role.")},
			pool,
		},
		Source: "Kotler & Keller, Marketing Management (demographic segmentation); Pew Research Center (2019), Defining generations; the ages of the stages are conventions",
	}
}

// twoColumns checks that a list names two different columns.
func twoColumns(v model.Value) error {
	if w := v.Words(); len(w) != 2 || w[0] == w[1] {
		return paramErrorf(byCross, "name two different columns, as in age,gender")
	}
	return nil
}

// Run implements [Method].
func (demographic) Run(ctx context.Context, in Input, report func(float64)) (*model.Segmentation, error) {
	s := &model.Segmentation{}
	var names []string
	param := in.Params.Word("split")
	switch param {
	case autoWord:
		names, param = []string{in.firstTrait()}, "split"
		in.Params.settleWord("split", names[0])
	case byCross:
		names = in.Params.Words(byCross)
	case byColumn:
		names = []string{in.Params.Word(byColumn)}
	default:
		names, param = []string{param}, "split"
	}
	var ds []*division
	for _, name := range names {
		d, err := in.divide(s, param, name)
		if err != nil {
			return nil, err
		}
		ds = append(ds, d)
	}
	report(0.5)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(ds) == 2 {
		placeCross(s, ds[0], ds[1])
	} else {
		ds[0].place(s)
	}
	var charts []model.Chart
	for _, d := range ds {
		s.Cuts = append(s.Cuts, d.cuts...)
		s.Scores = append(s.Scores, d.score...)
		charts = append(charts, d.chart(s))
	}
	s.Charts = append(s.Charts, charts...)
	return s, nil
}

// divide parts customers by age, income, or a column of that name.
func (in Input) divide(s *model.Segmentation, param, name string) (*division, error) {
	if name == byAge && !in.hasAgeBands() {
		return in.byAge(s)
	}
	column, info, role, ok := in.column(name)
	if !ok {
		return nil, paramErrorf(param, "this data has no %s: map a column to it with --map %s=COLUMN, or name another; custseg profile lists the columns", name, name)
	}
	s.Used = append(s.Used, column.Name())
	switch c := column.(type) {
	case *model.Numbers:
		return divideNumbers(measured{MeasureInfo: info, column: column.Name(), values: onlyFinite(c.Values()), role: role}, in.Params.Numbers("tiers")), nil
	case *model.Dates:
		return nil, paramErrorf(param, "%s is a date: name a column of words or numbers", name)
	}
	by, notes := worded(column, info)
	s.Notes = append(s.Notes, notes...)
	by.role = role
	return divideWords(by, in.Params.Float("pool")), nil
}

// hasAgeBands reports whether age is known only as words, such as 25-34, each of
// which is a part of its own.
func (in Input) hasAgeBands() bool {
	if len(in.present(byAge)) > 0 {
		return false
	}
	c, ok := in.Customers.Lookup(byAge)
	return ok && c.Kind() == model.Text
}

// firstTrait is what to split by: age where it is known, or else the first other
// trait that is, and age again when none is.
func (in Input) firstTrait() string {
	if in.birthColumn() != nil {
		return byAge
	}
	for _, trait := range []model.Measure{byAge, model.Measure(model.BirthDate), byIncome, "gender", "education", "occupation", "marital"} {
		if _, ok := in.Customers.Feature(trait); !ok {
			continue
		}
		if trait == model.Measure(model.BirthDate) {
			return byAge
		}
		return string(trait)
	}
	return byAge
}

// column finds a column by its role or header, and says what it means.
func (in Input) column(name string) (model.Column, model.MeasureInfo, model.Role, bool) {
	if f, ok := in.Customers.Feature(model.Measure(name)); ok {
		return f.Column, f.MeasureInfo, model.Role(name), true
	}
	c, ok := in.Customers.Lookup(name)
	if !ok {
		return nil, model.MeasureInfo{}, "", false
	}
	return c, in.describe(c.Name()), in.roleOf(c.Name()), true
}
