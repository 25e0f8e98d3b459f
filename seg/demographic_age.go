package seg

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
	"custseg/model/formula"
)

// byAge parts customers by their age in years, or by the year of birth.
func (in Input) byAge(s *model.Segmentation) (*division, error) {
	age, year, known := in.ages(s)
	if !known {
		return nil, paramErrorf("split", "this data has no age or birth_date: map a column with --map age=COLUMN, or choose another split")
	}
	oldest := in.Params.Float("oldest")
	impossible := func(i int) bool { return age.values[i] < 0 || age.values[i] > oldest }
	possible := func() formula.Expr {
		x := age.expr()
		within := formula.All(formula.Compare(x, formula.AtLeast, formula.Number(0)), formula.Compare(x, formula.AtMost, formula.Number(oldest)))
		return formula.Any(formula.Lacking{Of: x}, within)
	}
	reason := model.P("age is impossible: below 0 or above %s", figure(oldest))
	if in.Params.Word("scheme") == generational {
		return in.generations(year, func(a *absence) { a.excludeUnless(reason, impossible, possible) })
	}
	if !age.known() {
		return nil, paramErrorf("scheme", "ages at a day need the day, as the data has birth dates and no orders: set it with --as-of DATE, map age=COLUMN with --map, or set scheme=generation")
	}
	return in.stages(age, func(a *absence) { a.excludeUnless(reason, impossible, possible) })
}

// ages are the age in full years at the as-of date and the year of birth, from
// birth dates, and where these are missing from ages as they are written.
func (in Input) ages(s *model.Segmentation) (age, year measured, known bool) {
	n, asOf := in.Customers.Len(), in.Customers.AsOf
	ages, years, reckoned := make([]float64, n), make([]float64, n), 0
	written := in.present(byAge)
	use(s, written...)
	for i := range n {
		ages[i], years[i] = missing, missing
		if len(written) == 0 {
			continue
		}
		if ages[i] = written[0].values[i]; asOf != model.NoDay {
			if years[i] = float64(asOf.Time().Year()) - ages[i]; finite(years[i]) {
				reckoned++
			}
		}
	}
	for i, born := range in.birthYears(s) {
		if !finite(born) {
			continue
		}
		if finite(years[i]) {
			reckoned--
		}
		if years[i] = born; asOf != model.NoDay {
			ages[i] = float64(asOf.Time().Year()) - born
		}
	}
	f, ok := in.Customers.Feature(model.Measure(model.BirthDate))
	births, isDate := f.Column.(*model.Dates)
	if ok && isDate {
		s.Used = append(s.Used, births.Name())
		for i, at := range births.Seconds() {
			if at == model.NoDate {
				continue
			}
			if finite(years[i]) {
				reckoned--
			}
			birth := model.DayOf(at)
			years[i] = float64(birth.Time().Year())
			if asOf != model.NoDay {
				ages[i] = float64(birth.YearsUntil(asOf))
			}
		}
	}
	if reckoned > 0 && in.Params.Word("scheme") == generational {
		s.Notes = append(s.Notes, model.P("%d years of birth are reckoned from ages, and may be one too late", reckoned))
	}
	age, year = computed("age_years", model.P("Age"), model.Plain, ages), computed("birth_year", model.P("Year of birth"), model.Plain, years)
	age.role, year.role = byAge, model.BirthDate
	return age.told(func() formula.Expr { return in.ageExpr(formula.Years, written) }), year.told(func() formula.Expr { return in.ageExpr(formula.Year, written) }), age.known() || year.known()
}

// ageExpr is the age in full years, or the year of birth, in a formula: by birth
// dates, else by a [Input.birthColumn], else by ages as they are written.
func (in Input) ageExpr(as formula.Kind, written []measured) formula.Expr {
	var out formula.Expr = formula.Missing()
	thisYear := formula.Input{Kind: formula.Fact, Name: model.FactAsOfYear}
	if len(written) > 0 {
		if out = written[0].expr(); as == formula.Year {
			out = formula.Sub(thisYear, out)
		}
	}
	if c := in.birthColumn(); c != nil {
		var born formula.Expr = formula.Input{Kind: formula.Column, Name: c.Name()}
		if as == formula.Years {
			born = formula.Sub(thisYear, born)
		}
		out = formula.Or(born, out)
	}
	f, _ := in.Customers.Feature(model.Measure(model.BirthDate))
	if births, ok := f.Column.(*model.Dates); ok {
		out = formula.Or(formula.Input{Kind: as, Name: births.Name()}, out)
	}
	return out
}

// birthColumn is a column of whole numbers that its header calls a birth and that
// are years, nil without one.
func (in Input) birthColumn() *model.Numbers {
	const earliest, latest = 1900, 2020
	for _, a := range in.Customers.Attributes() {
		n, isNumbers := a.Column.(*model.Numbers)
		header := strings.ToLower(a.Name())
		if !isNumbers || !slices.ContainsFunc([]string{"birth", "born", "geburt", "jahrgang", "naissance", "出生"}, func(word string) bool { return strings.Contains(header, word) }) {
			continue
		}
		isYear := func(v float64) bool { return v == math.Trunc(v) && v >= earliest && v <= latest }
		if shareOf(n.Values(), isYear) > .5 {
			return n
		}
	}
	return nil
}

// birthYears are the years of birth of a [Input.birthColumn], none without one; it
// notes that ages by them may be one too high.
func (in Input) birthYears(s *model.Segmentation) []float64 {
	column := in.birthColumn()
	if column == nil {
		return nil
	}
	s.Used = append(s.Used, column.Name())
	if in.Params.Word("scheme") != generational && in.Customers.AsOf != model.NoDay {
		s.Notes = append(s.Notes, model.P("Ages are reckoned from the year of birth alone, and may be one too high"))
	}
	return column.Values()
}

// stages parts ages at the cuts set.
func (in Input) stages(age measured, leaveOut func(*absence)) (*division, error) {
	b := bands{of: []band{
		{model.Segment{Name: model.P("Senior 老年"), Advice: model.Advice{Marketing: model.P("Letter, telephone and e-mail in large type; trust and quality"), Product: model.P("Easy to use, easy to return"), Service: model.P("A person on the telephone")}}, "senior"},
		{model.Segment{Name: model.P("Middle 中年"), Advice: model.Advice{Marketing: model.P("Family and quality; e-mail and search"), Product: model.P("Sets, time-savers, subscriptions"), Service: model.P("Reliable delivery times")}}, "middle"},
		{model.Segment{Name: model.P("Youth 青年"), Advice: model.Advice{Marketing: model.P("Social media, creators and referral codes"), Product: model.P("News, entry prices, pay later with care"), Service: model.P("Chat, answers in minutes")}}, ""},
	}}
	cuts, err := b.cuts(in.Params)
	if err != nil {
		return nil, err
	}
	d := &division{label: age.Label, of: make([]int32, len(age.values)), a: needAll(age), by: age, score: []model.Column{age.score()}, words: []string{"Youth", "Middle", "Senior"},
		cuts: []model.Cuts{{Measure: string(age.ID), Label: age.Label, Values: []float64{cuts[1], cuts[0]}, Steps: []string{"middle", "senior"}}}}
	leaveOut(&d.a)
	for k := len(b.of) - 1; k >= 0; k-- { // the young first
		segment := b.of[k].segment
		segment.Rule = b.rule(age, cuts, k)
		d.segments = append(d.segments, segment)
	}
	d.at = func(v float64) int32 { return int32(len(b.of)-1) - b.at(cuts, v) }
	d.expr = func() formula.Expr {
		return formula.Sub(formula.Number(len(b.of)-1), descending(age.expr(), cuts, b.above))
	}
	for i, v := range age.values {
		d.of[i] = d.at(v)
	}
	return d, nil
}

// generations parts years of birth.
func (in Input) generations(year measured, leaveOut func(*absence)) (*division, error) {
	if !year.known() {
		return nil, paramErrorf("scheme", "generations need the year of birth: map birth_date=COLUMN with --map, or set the day at which ages are true with --as-of DATE, or set scheme=stages")
	}
	d := &division{label: model.P("Generation"), of: make([]int32, len(year.values)), a: needAll(year), by: year, score: []model.Column{year.score()}}
	leaveOut(&d.a)
	var starts []float64
	for _, g := range generations() {
		d.segments, d.words, starts = append(d.segments, g.segment), append(d.words, g.segment.Name.Key), append(starts, g.from)
	}
	d.at = func(v float64) int32 {
		k := len(starts) - 1
		for k > 0 && v < starts[k] {
			k--
		}
		return int32(k)
	}
	d.expr = func() formula.Expr {
		part := make([]float64, len(starts))
		for k := range part {
			part[k] = float64(k)
		}
		return formula.Steps(year.expr(), starts[1:], false, part)
	}
	for i, v := range year.values {
		d.of[i] = d.at(v)
	}
	d.cuts = []model.Cuts{{Measure: string(year.ID), Label: year.Label, Values: slices.Clone(starts[1:])}}
	return d, nil
}

// generation is the people born from a year on until the next begins.
type generation struct {
	from    float64
	segment model.Segment
}

func generations() []generation {
	born := func(from float64, name string, years model.Phrase, a model.Advice) generation {
		return generation{from, model.Segment{Name: model.P(name), Rule: years, Advice: a}}
	}
	return []generation{
		born(0, "Greatest", model.P("born until 1927"), model.Advice{Marketing: model.P("Letter and telephone, through the family as well"), Service: model.P("A person, and time"), Risk: model.P("Look whether the year of birth is right")}),
		born(1928, "Silent", model.P("born 1928 to 1945"), model.Advice{Marketing: model.P("Letter and telephone"), Service: model.P("A person, and time"), Risk: model.P("Watch for misuse of their trust")}),
		born(1946, "Boomer", model.P("born 1946 to 1964"), model.Advice{Marketing: model.P("E-mail, print and search; quality and service"), Service: model.P("A person on the telephone")}),
		born(1965, "Generation X", model.P("born 1965 to 1980"), model.Advice{Marketing: model.P("E-mail, reviews and search; value for money"), Product: model.P("Time-savers for families")}),
		born(1981, "Generation Y", model.P("born 1981 to 1996"), model.Advice{Marketing: model.P("Social media and reviews; experience and purpose"), Product: model.P("Subscription and app")}),
		born(1997, "Generation Z", model.P("born 1997 to 2012"), model.Advice{Marketing: model.P("Short video and creators; be genuine"), Product: model.P("News and entry prices"), Service: model.P("Chat")}),
		born(2013, "Generation Alpha", model.P("born from 2013 on"), model.Advice{Marketing: model.P("Speak to the parents"), Risk: model.P("Minors: mind what the law allows")}),
	}
}
