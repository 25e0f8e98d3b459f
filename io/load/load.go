package load

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"custseg/model"
)

// Options say how files are to be read and where those without a path come
// from.
type Options struct {
	Reading model.Reading // what the analyst overrides; the zero value guesses all
	Stdin   io.Reader     // for the path "-"
	Samples fs.FS         // built-in data: sample:shop is the files *.csv and *.csv.gz of its folder shop, a table each
}

// Open reads files into one dataset, a table each, in the order of the paths. A
// path is a file, a workbook's sheet as book.xlsx#Sheet, "-" for standard input,
// or sample:NAME. Report is called now and then from the goroutine of the call,
// and may be nil.
//
// An error is an [*Error], or the context's error soon after a cancel.
func Open(ctx context.Context, paths []string, o Options, report func(Progress)) (*model.Dataset, error) {
	if len(paths) == 0 {
		return nil, errors.New("no file is named")
	}
	sources, err := o.sources(ctx, paths)
	if err != nil {
		return nil, err
	}
	l := loader{options: o, meter: meter{report: report}, namer: newNamer(), data: &model.Dataset{}}
	for _, s := range sources {
		l.meter.total += s.size
	}
	for _, s := range sources {
		l.meter.begin(s)
		if err := l.load(ctx, s); err != nil {
			return nil, err
		}
		l.meter.end(s)
	}
	return l.data, nil
}

// loader reads sources one after the other into a dataset.
type loader struct {
	options Options
	meter   meter
	namer   namer
	data    *model.Dataset
}

// load reads one source and adds its table.
func (l *loader) load(ctx context.Context, s source) error {
	v, err := take(ctx, s, l.meter.pass(0, surveyed, s.size))
	if err != nil {
		return err
	}
	workbook, err := s.isWorkbook(ctx, v)
	if err != nil {
		return err
	}
	var t readTable
	from := model.Source{Path: s.path, Bytes: v.size, Fingerprint: v.fingerprint}
	if workbook {
		t, err = l.sheet(ctx, s, &from)
	} else {
		t, err = l.text(ctx, s, v)
	}
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	l.data.Sources = append(l.data.Sources, from)
	l.add(t)
	return nil
}

func (l *loader) sheet(ctx context.Context, s source, from *model.Source) (readTable, error) {
	in, err := s.readWorkbook(ctx, &l.meter)
	if err != nil {
		return readTable{}, err
	}
	from.Sheet = in.name
	t, err := in.build(tableSpec{name: l.tableName(in.name), file: s.path, noHeader: l.options.Reading.NoHeader, cells: in.findings}, l.namer.keys)
	if err != nil {
		return t, err
	}
	t.guesses = l.namer.guess(t.table)
	t.tellOthers(s, in.others, l.namer)
	return t, nil
}

func (l *loader) text(ctx context.Context, s source, v survey) (readTable, error) {
	c, guess, err := s.charsetOf(ctx, v, l.options.Reading.Encoding)
	if err != nil {
		return readTable{}, err
	}
	in, err := s.readText(ctx, v, c, l.options.Reading, &l.meter)
	if err != nil {
		return readTable{}, err
	}
	t, err := in.build(tableSpec{name: l.tableName(s.name()), file: s.path, noHeader: l.options.Reading.NoHeader,
		delimiter: in.layout.delimiter, decoded: c.enc != nil, ragged: true}, l.namer.keys)
	if err != nil {
		return t, err
	}
	if guess != nil {
		t.findings = append([]model.Finding{*guess}, t.findings...)
	}
	t.guesses = l.namer.guess(t.table)
	return t, nil
}

// tableName makes a table's name differ from those before.
func (l *loader) tableName(name string) string {
	return distinct(name, func(s string) bool {
		for _, t := range l.data.Tables {
			if t.Name == s {
				return true
			}
		}
		return false
	})
}

// add numbers a table and takes it into the dataset with the roles of its
// columns.
func (l *loader) add(t readTable) {
	table := len(l.data.Tables)
	l.data.Tables = append(l.data.Tables, t.table)
	for _, f := range t.findings {
		f.Table = table
		l.data.Findings = append(l.data.Findings, f)
	}
	for _, r := range t.rejected {
		r.Table = table
		l.data.Rejected = append(l.data.Rejected, r)
	}
	for _, g := range t.guesses {
		g.Table = table
		l.data.Guesses = append(l.data.Guesses, g)
	}
	l.meter.rows += t.table.Rows()
}
