package load

import (
	"custseg/model"
	"custseg/model/parallel"
)

// readTable is a table that was read, with what was noticed. Columns of findings
// and guesses are places in the table; the tables are not numbered yet.
type readTable struct {
	table    *model.Table
	findings []model.Finding
	rejected []model.Rejected
	guesses  []model.Guess // what the columns mean, once that was guessed
	dates    []model.DateReading
}

// tableSpec is what turning an intake into a table needs beyond its words.
type tableSpec struct {
	name, file   string
	sheet        string        // of a workbook
	noHeader     bool          // the first row is data, whatever it looks like
	asked        model.Reading // what the analyst overrides
	delimiter    byte          // of the text file, 0 for none
	decoded      bool          // the file was not UTF-8
	ragged       bool          // short rows are worth a word
	calendar1904 bool          // of a workbook, whose days are counted from 1904
	// cells tells what a workbook's cells were like, by column of the sheet, and with
	// -1 what there is to say of the sheet as a whole.
	cells func(column int) []model.Finding
}

// build names the columns and makes the table.
func (p pending) build(keys keyNames) (readTable, error) {
	t := readTable{rejected: p.rejected}
	names := nameColumns(p.header, len(p.columns))
	file := fileFacts{order: orderOf(p.types, p.spec.delimiter), marks: marksOf(p.types, p.spec.delimiter),
		decoded: p.spec.decoded, place: p.place, keys: keys, asked: p.spec.asked, calendar1904: p.spec.calendar1904}
	built := make([]builtColumn, len(p.columns))
	each(len(built), func(i int) {
		built[i] = buildColumn(names.names[i], p.columns[i], p.types[i], file)
	})
	var columns []model.Column
	places := make([]int, len(built)) // of the columns in the table, -1 for those left out
	dropped := 0
	for i, b := range built {
		places[i] = -1
		if p.columns[i].len() == 0 && (i >= len(p.header) || p.header[i] == "") {
			dropped++
			continue
		}
		places[i] = len(columns)
		columns = append(columns, b.column)
	}
	t.gather(p, names, built, places)
	if dropped > 0 {
		t.find(model.Info, "columns left out because they are empty and have no name: %d", dropped)
	}
	first := p.firstRow + 1
	if p.rows > 0 {
		first = p.runs[0].File
	} else {
		t.find(model.Warning, "the table has a header and no rows")
	}
	var err error
	if t.table, err = model.NewTable(p.spec.name, p.spec.file, first, columns...); err != nil {
		return t, err
	}
	if len(p.runs) > 1 {
		t.table.Runs = p.runs
	}
	t.table.Origins = p.origins
	return t, nil
}

// gather takes what was noticed of the table and then of its columns, for those
// that are in the table.
func (t *readTable) gather(p pending, names naming, built []builtColumn, places []int) {
	of := make([][]model.Finding, len(built))
	for _, f := range p.findings {
		if f.Column < 0 {
			t.findings = append(t.findings, f)
		} else {
			of[f.Column] = append(of[f.Column], f)
		}
	}
	for i, b := range built {
		if places[i] < 0 {
			continue
		}
		for _, found := range [][]model.Finding{names.of(i), b.findings, of[i]} {
			for _, f := range found {
				f.Column = places[i]
				t.findings = append(t.findings, f)
			}
		}
		if r := b.dates; r != nil {
			r.Column = places[i]
			t.dates = append(t.dates, *r)
		}
	}
}

func (t *readTable) find(level model.Level, key string, args ...any) {
	t.findings = append(t.findings, model.Finding{Level: level, Column: -1, Text: model.P(key, args...)})
}

// types reads every column's words, without regard to its name.
func (in *intake) types(keys keyNames) []typing {
	types := make([]typing, len(in.columns))
	each(len(types), func(i int) { types[i] = typeWords(in.columns[i], "", keys) })
	return types
}

// closeWords frees what is needed no more once all rows are in.
func (in *intake) closeWords() {
	for _, w := range in.columns {
		w.finish()
	}
}

// each does a job for 0 to n-1, several at a time.
func each(n int, job func(i int)) {
	var jobs parallel.Group
	for i := range n {
		jobs.Go(func() { job(i) })
	}
	jobs.Wait()
}
