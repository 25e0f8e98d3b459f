package export

import (
	"math"
	"strings"

	"custseg/model"
	"custseg/model/quality"
)

// treatments lists what was done about findings before customers were made.
func (s *sheet) treatments() {
	v := s.book.view
	if len(v.effects) == 0 {
		return
	}
	s.heading(model.P("Treated by choice"), qualityColumns)
	s.head(model.P("What"), model.P("Table"), model.P("Column"), model.P("Rows"), model.P("Treatment"))
	for _, e := range v.effects {
		table, _ := v.tableName(e.Table)
		text := v.mask.finding(model.Finding{Table: e.Table, Column: e.Column, Text: e.Text}).In(v.printer)
		s.addHigh(heightOf([]string{text}, proseWidths()), s.wrap(text), s.text(table), s.text(v.columnName(e.Table, e.Column)), s.count(len(e.Rows)),
			s.text(v.text(model.P("%s: %s", e.Check, string(e.Action)))))
	}
}

// columnName returns the header of a column, nothing for one that is not there.
func (v *view) columnName(table, column int) string {
	if table < 0 || column < 0 {
		return ""
	}
	return v.data.Tables[table].Column(column).Name()
}

// report writes what was found in the data and the facts of its columns.
func (s *sheet) report() {
	v := s.book.view
	if v.inspect == nil {
		return
	}
	var r quality.Report
	s.do(func() (err error) {
		r, err = v.inspect(s.book.ctx)
		return err
	})
	s.checks(r)
	s.columnFacts(r)
}

// checks lists the findings, what they mean and what was done about them.
func (s *sheet) checks(r quality.Report) {
	v := s.book.view
	if len(r.Findings) == 0 {
		return
	}
	s.heading(model.P("Found in the data"), qualityColumns)
	s.head(model.P("What"), model.P("Table"), model.P("What it means"), model.P("Count"), model.P("Examples, with the row in the file"), model.P("Done"), model.P("Check"))
	for _, f := range r.Findings {
		told := func(p model.Phrase) string {
			return v.mask.finding(model.Finding{Table: f.Table, Column: f.Column, Text: p}).In(v.printer)
		}
		what := told(f.Text)
		if name := v.columnName(f.Table, f.Column); name != "" {
			what = v.printer.Sprintf("%s: %s", name, what)
		}
		table, _ := v.tableName(f.Table)
		means, examples := told(f.Consequence), v.examples(f.Table, f.Examples)
		widths := proseWidths()
		s.addHigh(max(heightOf([]string{what}, widths), heightOf([]string{means}, widths[2:]), heightOf([]string{examples}, widths[4:])),
			s.wrap(what), s.text(table), s.wrap(means), s.count(f.Count), s.wrap(examples), s.text(string(f.Action)), s.text(f.Check))
	}
}

// examples writes values and where they stand, as far as a mask lets them be
// seen.
func (v *view) examples(table int, list []quality.Example) string {
	var out []string
	for _, e := range list {
		out = append(out, v.printer.Sprintf("%s (%s)", v.exampleValue(table, e), model.FormatNumber(float64(e.FileRow))))
	}
	return strings.Join(out, " · ")
}

func (v *view) exampleValue(table int, e quality.Example) string {
	if v.mask == nil || e.Value == "" {
		return e.Value
	}
	return v.mask.value(table, e.Column, e.Value)
}

// columnFacts lists what every column holds. The ends of what is masked stay
// out: each is the value of one person.
func (s *sheet) columnFacts(r quality.Report) {
	v := s.book.view
	if len(r.Tables) == 0 {
		return
	}
	s.heading(model.P("Columns"), qualityColumns)
	s.head(model.P("Column"), model.P("Table"), model.P("Type and role"), model.P("Missing"), model.P("From … to"),
		model.P("Distinct"), model.P("Unreadable"), model.P("Mean"), model.P("Beyond 1.5 IQR"), model.P("Beyond 3 IQR"))
	for t, table := range r.Tables {
		name, _ := v.tableName(t)
		for i, c := range table.Columns {
			kind := v.text(model.P(c.Kind.String()))
			if info, ok := model.LookupRole(c.Role); ok {
				kind = v.text(model.P("%s, %s", model.P(c.Kind.String()), info.Label))
			}
			ends, mean := v.ends(t, i, c.Summary), c.Summary.Mean
			if v.mask.hides(t, i) {
				mean = math.NaN()
			}
			cells := []any{s.text(c.Name), s.text(name), s.text(kind), s.count(c.Summary.Missing), s.text(ends),
				s.count(c.Summary.Distinct), s.count(c.Unread), s.number(mean, numberLook{format: formatFor(model.Plain, []float64{mean}), left: true})}
			if o := c.Outliers; o != nil {
				cells = append(cells, s.count(o.Mild+o.Extreme), s.count(o.Extreme))
			}
			s.add(cells...)
		}
	}
}

// ends writes the least and the greatest value of a column.
func (v *view) ends(table, column int, m model.Summary) string {
	if m.N == 0 || m.Min == "" || v.mask.hides(table, column) {
		return ""
	}
	from, to := quality.Example{Column: column, Value: m.Min}, quality.Example{Column: column, Value: m.Max}
	return v.text(model.P("%s … %s", cut(v.exampleValue(table, from), longestEnd), cut(v.exampleValue(table, to), longestEnd)))
}

// longestEnd is how much of a value stands in a range.
const longestEnd = 40
