package export

import (
	"slices"

	"custseg/model"
)

// mostListed is how many rows the Quality sheet lists of those left out.
const mostListed = 1000

// qualityColumns is the number of columns of the Quality sheet.
const qualityColumns = 10

// qualityWidths are the widths of its columns in digits.
func qualityWidths() []float64 { return append(proseWidths(), 12, 12, 14, 14, 14) }

// proseWidths are the widths of the columns that hold sentences.
func proseWidths() []float64 { return []float64{48, 24, 44, 12, 70} }

// qualitySheet writes what was read, what was left out and why, and what is
// worth knowing about the data.
func (b *book) qualitySheet() error {
	v := b.view
	q := v.source.Quality()
	s := b.open(qualitySheet, page{widths: qualityWidths()})
	s.addHigh(28, textCell(b.looks.title, v.text(model.P("Quality of the data"))))
	s.skip(1)
	for _, f := range []struct {
		label model.Phrase
		count int
	}{
		{model.P("Rows read"), q.RowsRead}, {model.P("Rows used"), q.RowsUsed}, {model.P("Rows left out"), q.RowsExcluded()},
		{model.P("Customers"), v.source.Len()}, {model.P("Customers unclassified"), v.unclassified()},
	} {
		s.add(s.label(f.label), s.count(f.count))
	}
	if v.data.Partial {
		s.across(proseWidths(), s.book.looks.wrap, v.text(model.P("Reading was stopped before the end of the data: all that is said here is about the part that was read.")))
	}
	s.privacy()
	exclusions := v.exclusions()
	s.exclusions(exclusions)
	s.notes()
	s.treatments()
	s.report()
	s.findings()
	s.listing(exclusions)
	return s.err
}

// privacy says what is told of the columns that have to do with persons.
func (s *sheet) privacy() {
	v := s.book.view
	columns, err := v.persons()
	s.do(func() error { return err })
	if len(columns) == 0 && v.mask == nil {
		return
	}
	s.heading(model.P("Personal data"), qualityColumns)
	if v.mask != nil {
		for _, l := range v.mask.lines() {
			s.across(proseWidths(), s.book.looks.wrap, v.text(l))
		}
	}
	if len(columns) == 0 {
		return
	}
	s.head(model.P("Column"), model.P("Table"), model.P("What it holds"), model.P("Written"), model.P("How"))
	for _, c := range columns {
		table, _ := v.tableName(c.Table)
		s.add(s.text(c.Header), s.text(table), s.text(v.text(c.what())), s.text(v.text(model.P(string(c.Told)))), s.text(v.text(c.word())))
	}
}

// exclusions counts what was left out.
func (s *sheet) exclusions(list []exclusion) {
	if len(list) == 0 {
		return
	}
	s.heading(model.P("Left out"), qualityColumns)
	s.head(model.P("Reason"), model.P("Table"), model.P("File"), model.P("Rows"))
	for _, e := range list {
		table, file := s.book.view.tableName(e.table)
		s.add(s.wrap(e.reason), s.text(table), s.text(file), s.count(e.count))
	}
}

// notes lists what a reader should know of the rows and of the method.
func (s *sheet) notes() {
	notes := slices.Clone(s.book.remarks)
	for _, n := range s.book.view.notes() {
		if !slices.Contains(notes, n) {
			notes = append(notes, n)
		}
	}
	if len(notes) == 0 {
		return
	}
	s.heading(model.P("Notes"), qualityColumns)
	for _, n := range notes {
		s.across(proseWidths(), s.book.looks.wrap, n)
	}
}

// findings lists what loading noticed about the data.
func (s *sheet) findings() {
	v := s.book.view
	if len(v.data.Findings) == 0 {
		return
	}
	s.heading(model.P("Noticed in the data"), qualityColumns)
	s.head(model.P("Level"), model.P("Table"), model.P("Column"), model.P("Rows"), model.P("What"))
	for _, f := range v.data.Findings {
		level := model.P("worth knowing")
		if f.Level == model.Warning {
			level = model.P("warning")
		}
		table, _ := v.tableName(f.Table)
		column := ""
		if table != "" && f.Column >= 0 {
			column = v.data.Tables[f.Table].Column(f.Column).Name()
		}
		var rows any
		if len(f.Rows) > 0 {
			rows = s.count(len(f.Rows))
		}
		text := v.mask.finding(f).In(v.printer)
		s.addHigh(heightOf([]string{text}, proseWidths()[4:]), s.text(v.text(level)), s.text(table), s.text(column), rows, s.wrap(text))
	}
}

// listing names the rows left out, or the first of each reason when they are
// many.
func (s *sheet) listing(list []exclusion) {
	v := s.book.view
	sizes := make([]int, len(list))
	all := 0
	for i, e := range list {
		sizes[i] = e.count
		all += e.count
	}
	if all == 0 {
		return
	}
	s.heading(model.P("Rows left out"), qualityColumns)
	listed := shareOut(sizes, mostListed)
	if all > mostListed {
		s.add(s.text(v.text(model.P("%d rows were left out; the first of each reason are listed here.", all))))
	}
	s.head(model.P("Reason"), model.P("Table"), model.P("File"), model.P("Row"), model.P("Record"))
	for i, e := range list {
		table, file := v.tableName(e.table)
		for k := range listed[i] {
			r := e.at(k)
			s.add(s.text(e.reason), s.text(table), s.text(file), s.number(float64(r.row), numberLook{format: codeFormat, left: true}), s.text(r.record))
		}
	}
}
