package load

import (
	"sync"

	"custseg/model"
)

// readTable is a table that was read, with what was noticed. Columns of findings
// and guesses are places in the table; the tables are not numbered yet.
type readTable struct {
	table    *model.Table
	findings []model.Finding
	rejected []model.Rejected
	guesses  []model.Guess // what the columns mean, once that was guessed
}

// tableSpec is what turning an intake into a table needs beyond its words.
type tableSpec struct {
	name, file string
	noHeader   bool // the first row is data, whatever it looks like
	delimiter  byte // of the text file, 0 for none
	decoded    bool // the file was not UTF-8
	ragged     bool // short rows are worth a word
	// cells tells what a workbook's cells were like, by column of the sheet; shift is
	// how many rows the data begins before what was taken for it.
	cells func(column, shift int) []model.Finding
}

// build types the columns, names them and makes the table.
func (in *intake) build(spec tableSpec, keys keyNames) (readTable, error) {
	var t readTable
	header, types := in.settle(spec.noHeader, keys)
	shift := 0
	if header == nil {
		shift = 1
		if !spec.noHeader {
			t.find(model.Info, -1, nil, "the first row looks like data; the columns are named by their positions")
		}
	}
	t.findRows(in, spec)
	names := nameColumns(header, len(in.columns))
	file := fileFacts{order: orderOf(types, spec.delimiter), marks: marksOf(types, spec.delimiter), decoded: spec.decoded, place: in.place, keys: keys}
	built := make([]builtColumn, len(in.columns))
	each(len(built), func(i int) {
		built[i] = buildColumn(names.names[i], in.columns[i], types[i], file)
	})
	var columns []model.Column
	dropped := 0
	for i, b := range built {
		if in.columns[i].len() == 0 && (i >= len(header) || header[i] == "") {
			dropped++
			continue
		}
		found := append(names.of(i), b.findings...)
		if spec.cells != nil {
			found = append(found, spec.cells(i, shift)...)
		}
		for _, f := range found {
			f.Column = len(columns)
			t.findings = append(t.findings, f)
		}
		columns = append(columns, b.column)
	}
	if dropped > 0 {
		t.find(model.Info, -1, nil, "columns left out because they are empty and have no name: %d", dropped)
	}
	first := in.firstRow + 1
	if in.rows > 0 {
		first = in.runs[0].File
	} else {
		t.find(model.Warning, -1, nil, "the table has a header and no rows")
	}
	t.rejected = in.rejected
	var err error
	if t.table, err = model.NewTable(spec.name, spec.file, first, columns...); err != nil {
		return t, err
	}
	if len(in.runs) > 1 {
		t.table.Runs = in.runs
	}
	return t, nil
}

// findRows tells what happened to rows as a whole.
func (t *readTable) findRows(in *intake, spec tableSpec) {
	if in.blank > 0 {
		t.find(model.Info, -1, nil, "rows left out because they are empty: %d", in.blank)
	}
	if spec.ragged && len(in.short) > 0 {
		level := model.Warning
		if 2*len(in.short) > in.rows {
			level = model.Info // a file of lists, such as baskets
		}
		t.find(level, -1, in.short, "rows with too few fields, the last ones read as missing: %d", len(in.short))
	}
	if len(in.rejected) > 0 {
		t.find(model.Warning, -1, nil, "rows rejected because they do not fit the table: %d", len(in.rejected))
	}
}

func (t *readTable) find(level model.Level, column int, rows []int32, key string, args ...any) {
	t.findings = append(t.findings, model.Finding{Level: level, Column: column, Text: model.P(key, args...), Rows: rows})
}

// settle decides whether the first row is a header, returned nil when not, and
// what each column holds.
func (in *intake) settle(noHeader bool, keys keyNames) (header []string, types []typing) {
	types = in.types(keys)
	if noHeader || !isHeader(in, types) {
		in.firstIsData()
		in.closeWords()
		return nil, in.types(keys)
	}
	in.closeWords()
	header = in.first
	if !in.grows && len(header)+1 == len(in.columns) && len(in.short) == 0 {
		// every row is longer by one: R writes row names so, without a header
		header = append([]string{""}, header...)
	}
	each(len(header), func(i int) {
		if header[i] != "" {
			types[i] = retype(types[i], in.columns[i], header[i], keys)
		}
	})
	return header, types
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
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { job(i) })
	}
	wg.Wait()
}
