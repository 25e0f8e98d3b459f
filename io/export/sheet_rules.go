package export

import (
	"slices"
	"strings"

	"custseg/model"
)

// ruleColumns is the number of columns of the Rules sheet.
const ruleColumns = 7

// ruleWidths are the widths of its columns in digits: colour, name, rule, and
// the advice of four teams.
func ruleWidths() []float64 { return []float64{3, 30, 46, 34, 34, 34, 34} }

// rulesSheet writes how the segments were made: method, parameters, cuts, rule
// and advice of each segment, and what the method says of itself.
func (b *book) rulesSheet() error {
	v := b.view
	s := b.open(b.tab(rulesSheet), page{widths: ruleWidths()})
	s.addHigh(28, textCell(b.looks.title, v.text(model.P("Rules: %s", v.method.Name))))
	s.skip(1)
	for _, f := range []struct {
		label model.Phrase
		text  string
	}{
		{model.P("Method"), v.method.ID}, {model.P("What it does"), v.text(v.method.Summary)},
		{model.P("Rule"), v.text(v.method.Rule)}, {model.P("Source"), v.method.Source},
	} {
		if f.text != "" {
			s.across(ruleWidths(), b.looks.wrap, f.text, nil, s.label(f.label))
		}
	}
	s.parameters()
	s.segmentRules()
	s.cuts()
	s.usedMeasures()
	s.averages()
	s.fit()
	return s.err
}

// parameters lists every parameter, and whether it is at its default.
func (s *sheet) parameters() {
	v := s.book.view
	if len(v.method.Params) == 0 {
		return
	}
	s.heading(model.P("Parameters"), ruleColumns)
	s.head(model.Raw(""), model.P("Parameter"), model.P("Value"), model.P("Default"), model.P("Set by"), model.P("Name"), model.P("What it is"))
	for _, p := range v.method.Params {
		by := model.P("default")
		if p.Value != p.Default {
			by = model.P("you")
		}
		help := v.text(p.Help)
		value, def := v.mask.text(p.Value), v.mask.text(p.Default)
		w := ruleWidths()
		s.addHigh(heightOf([]string{value, def, help}, []float64{w[2], w[3], w[6]}),
			nil, s.text(v.text(p.Label)), s.wrap(value), s.wrap(def), s.text(v.text(by)), s.text(p.ID), s.wrap(help))
	}
}

// segmentRules lists each segment's rule and what each team may do about it.
func (s *sheet) segmentRules() {
	v := s.book.view
	s.heading(model.P("Segments"), ruleColumns)
	s.head(model.Raw(""), model.P("Segment"), model.P("Rule"), model.P("Marketing"), model.P("Product"), model.P("Service"), model.P("Risk"))
	for _, g := range v.summary.segments {
		texts := []string{v.names[g.Index], v.text(g.Rule), v.text(g.Advice.Marketing), v.text(g.Advice.Product), v.text(g.Advice.Service), v.text(g.Advice.Risk)}
		row := []any{s.swatch(g)}
		for _, t := range texts {
			row = append(row, s.wrap(t))
		}
		s.addHigh(heightOf(texts, ruleWidths()[1:]), row...)
	}
	for r, n := range v.reasons() {
		if n > 0 {
			s.add(nil, s.label(model.P("Unclassified")), s.text(v.note(model.P("%s (%d)", v.result.Reasons[r], n))))
		}
	}
}

// cuts lists the boundaries that decided the segments.
func (s *sheet) cuts() {
	v := s.book.view
	cuts := v.cuts()
	if len(cuts) == 0 {
		return
	}
	s.heading(model.P("Cuts"), ruleColumns)
	s.head(model.Raw(""), model.P("Measure"), model.P("Unit"), model.P("Ascending"))
	for _, c := range cuts {
		format := generalFormat
		if c.Unit == model.Percent {
			format = "0.0###%"
		}
		row := []any{nil, s.text(v.text(c.Label)), s.text(v.text(model.P(string(c.Unit))))}
		for _, x := range c.Values {
			row = append(row, s.number(x, numberLook{format: format, left: true}))
		}
		s.add(row...)
	}
}

// usedMeasures says where each measure the method read comes from.
func (s *sheet) usedMeasures() {
	v := s.book.view
	if len(v.result.Used) == 0 {
		return
	}
	s.heading(model.P("What the method read"), ruleColumns)
	for i, name := range v.result.Used {
		if slices.Contains(v.result.Used[:i], name) {
			continue
		}
		label, origin := name, v.text(model.P("column %s", name))
		if f, ok := v.source.Feature(model.Measure(name)); ok {
			label, origin = v.text(f.Label), v.text(f.Origin)
		}
		s.add(nil, s.text(label), s.text(origin))
	}
}

// averages lists all averages when the Summary has no room for them, a measure
// a row.
func (s *sheet) averages() {
	v := s.book.view
	if len(v.summary.total.Averages) <= s.book.shownAverages() {
		return
	}
	segments := append(slices.Clone(v.summary.segments), v.summary.total)
	s.heading(model.P("Averages"), ruleColumns)
	head := []model.Phrase{model.Raw(""), model.P("Measure")}
	for _, g := range v.summary.segments {
		head = append(head, model.Raw(v.names[g.Index]))
	}
	s.head(append(head, model.P("All customers"))...)
	for i := range v.summary.total.Averages {
		row := []any{nil, s.text(v.averageTitle(i))}
		for _, g := range segments {
			row = append(row, s.number(g.Averages[i].Mean, numberLook{format: s.book.averageFormat(i), left: true}))
		}
		s.add(row...)
	}
}

// fit lists what the method reports about itself.
func (s *sheet) fit() {
	v := s.book.view
	if len(v.result.Fit) == 0 {
		return
	}
	s.heading(model.P("What the method reports"), ruleColumns)
	for _, f := range v.result.Fit {
		s.add(nil, s.text(strings.ReplaceAll(f.Name, "_", " ")), s.number(f.Value, numberLook{format: generalFormat, left: true}))
	}
}
