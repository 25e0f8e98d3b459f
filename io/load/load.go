package load

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"custseg/model"
)

// Options say how files are to be read and where those without a path come
// from.
type Options struct {
	Reading model.Reading // what the analyst overrides; the zero value guesses all
	Stdin   io.Reader     // for the path "-"
	Samples fs.FS         // built-in data: sample:shop is the files *.csv and *.csv.gz of its folder shop, a table each
	// Stop ends the reading when it is closed: the rows read so far become a
	// dataset that says it is partial. While a pipe is waited for there are none, and
	// it is given up as by a cancelled context. It may be nil.
	Stop <-chan struct{}
	// Memory is how many bytes reading may take before a file is refused as too
	// large; 0 asks the machine, below 0 nothing is refused.
	Memory int64

	wait func(Progress) // is told while a stream is waited for; may be nil
	peek bool           // pipes are left alone
}

// Open reads files into one dataset, in the order of the paths: a table for each
// text file and each visible sheet of a workbook, but files and sheets with the
// same columns are one table. A path is a file, a workbook's sheet as
// book.xlsx#Sheet, "-" for standard input, or sample:NAME; a device is refused.
// Report is called now and then from the goroutine of the call, and may be nil.
//
// An error is an [*Error], or the context's error soon after a cancel.
func Open(ctx context.Context, paths []string, o Options, report func(Progress)) (*model.Dataset, error) {
	if len(paths) == 0 {
		return nil, errors.New("no file is named")
	}
	o.wait = report
	sources, err := o.sources(ctx, paths)
	if err != nil {
		return nil, err
	}
	l := newLoader(o, newQuota(o.Reading.Rows, o.Stop), report)
	for _, s := range sources {
		l.total += s.size
	}
	for i, s := range sources {
		if l.repeated(s) {
			continue
		}
		l.begin(s)
		if err := l.loadSteady(ctx, s); err != nil {
			return nil, err
		}
		l.end(s)
		l.tellBehind(s)
		if l.ended {
			l.tellUnread(sources[i+1:])
			break
		}
	}
	if err := l.checkSheet(); err != nil {
		return nil, err
	}
	return l.finish(ctx)
}

// checkSheet fails when a sheet was asked for and nothing that was read has any.
func (l *loader) checkSheet() error {
	if l.Sheet == "" || l.ended || slices.ContainsFunc(l.data.Sources, func(s model.Source) bool { return s.Sheet != "" }) {
		return nil
	}
	return &Error{File: l.data.Sources[0].Path, Problem: model.P("there is no sheet %q: it is a text, which has no sheets", oneLine(l.Sheet)),
		Remedy: model.P("leave out --sheet")}
}

// tellUnread names the sources that reading did not come to.
func (l *loader) tellUnread(sources []source) {
	for _, s := range sources {
		if s.again {
			continue
		}
		l.data.Findings = append(l.data.Findings, model.Finding{Level: model.Warning, Table: -1, Column: -1,
			Text: model.P("reading was stopped before %s; it is not in any result", oneLine(s.path))})
	}
}

func newLoader(o Options, q *quota, report func(Progress)) loader {
	return loader{job: job{o.Reading, &meter{report: report}, q}, memory: o.memory(), namer: newNamer(), data: &model.Dataset{}}
}

// loader reads sources one after the other into a dataset.
type loader struct {
	job
	memory memory
	namer  namer
	read   []pending // in the order of the sources
	data   *model.Dataset
}

// load reads one source.
func (l *loader) load(ctx context.Context, s source) error {
	if done, err := l.textAtOnce(ctx, s); done {
		return err
	}
	v, err := take(ctx, s, l.pass(0, surveyed, s.size))
	if err != nil {
		return err
	}
	return l.loadAs(ctx, s, s, v)
}

// loadAs reads one source that was surveyed. The text is its bytes where it is
// no workbook.
func (l *loader) loadAs(ctx context.Context, s, text source, v survey) error {
	workbook, err := s.isWorkbook(v)
	if err != nil {
		return err
	}
	from := model.Source{Path: s.path, Sheet: s.sheet, Bytes: v.size, Fingerprint: v.fingerprint}
	if workbook {
		err = l.workbook(ctx, s, &from, s.misnamed(v))
	} else {
		from.Sheet = ""
		err = l.text(ctx, text, v, &from)
	}
	if err != nil {
		return err
	}
	l.data.Sources = append(l.data.Sources, from)
	return ctx.Err()
}

// workbook reads the sheets of a workbook. Told is what is to be said of it
// anyway.
func (l *loader) workbook(ctx context.Context, s source, from *model.Source, told []model.Finding) error {
	if err := l.memory.allowsWorkbook(s, l.left); err != nil {
		return err
	}
	sheets, err := s.readWorkbook(ctx, l.job)
	if err != nil {
		return err
	}
	sheets[0].told = append(told, sheets[0].told...)
	if s.sheet != "" {
		from.Sheet = sheets[0].name
	}
	for _, in := range sheets {
		l.rows += in.rows
		if l.has(s.path, in.name) {
			continue
		}
		p := in.settle(tableSpec{name: in.name, file: s.path, sheet: in.name, noHeader: l.NoHeader, asked: l.Reading, cells: in.findings, calendar1904: in.calendar1904}, l.namer.keys)
		l.read = append(l.read, p)
	}
	return nil
}

func (l *loader) text(ctx context.Context, s source, v survey, from *model.Source) error {
	told := s.misnamed(v)
	if v.stray > 0 {
		told = append(told, strayNULs(v.stray))
		s, v = s.withoutNULs(v)
	}
	c, guess, err := s.charsetOf(ctx, v, l.Encoding)
	if err != nil {
		return err
	}
	from.Encoding = c.name
	if err := l.memory.allowsText(s, v, c, l.left); err != nil {
		return err
	}
	in, err := s.readText(ctx, v, c, l.job, nil)
	if err != nil {
		return err
	}
	if guess != nil {
		told = append(told, *guess)
	}
	l.addText(s, in, told, from)
	return nil
}

// addText takes in the rows of a text, and what is to be said of it anyway.
func (l *loader) addText(s source, in *textIntake, told []model.Finding, from *model.Source) {
	from.Delimiter = in.layout.name()
	l.rows += in.rows
	if l.has(s.path, "") {
		return
	}
	p := in.settle(tableSpec{name: s.name(), file: s.path, noHeader: l.NoHeader, asked: l.Reading,
		delimiter: in.layout.delimiter, decoded: in.charset.enc != nil, ragged: true}, l.namer.keys)
	p.findings = append(told, p.findings...)
	l.read = append(l.read, p)
}

// repeated reports whether a source was read before under the same name. It stays
// among the sources, as the recipe names it.
func (l *loader) repeated(s source) bool {
	if !s.again {
		return false
	}
	from := l.data.Sources[s.first]
	l.data.Sources = append(l.data.Sources, from)
	for i := range l.read {
		if spec := l.read[i].spec; spec.file == from.Path && (from.Sheet == "" || spec.sheet == from.Sheet) {
			l.read[i].tellNamedAgain()
		}
	}
	return true
}

// has reports whether a file or a sheet was read before, as where a workbook and
// one of its sheets are named; naming it twice must not double its rows.
func (l *loader) has(file, sheet string) bool {
	at := slices.IndexFunc(l.read, func(p pending) bool { return p.spec.file == file && p.spec.sheet == sheet })
	if at >= 0 {
		l.read[at].tellNamedAgain()
	}
	return at >= 0
}

func (p *pending) tellNamedAgain() {
	if !p.namedAgain {
		p.namedAgain = true
		p.find(model.Info, -1, nil, "it is named more than once and was read once")
	}
}

// finish turns what was read into tables and guesses what their columns mean.
func (l *loader) finish(ctx context.Context) (*model.Dataset, error) {
	for _, p := range stack(l.read, l.namer.keys) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p.spec.name = l.tableName(p.spec.name)
		t, err := p.build(l.namer.keys)
		if err != nil {
			return nil, err
		}
		t.guesses = l.namer.guess(t.table)
		l.add(t)
	}
	l.data.Guesses = l.namer.reconcile(l.data.Tables, l.data.Guesses)
	l.tellMisfits()
	l.nameWords()
	l.tellChoices()
	l.data.Partial = l.ended
	if l.ended {
		l.data.Taken = l.taken
	}
	return l.data, nil
}

// tellChoices lists the tables in which more than one column can say whose a row
// is.
func (l *loader) tellChoices() {
	for i, t := range l.data.Tables {
		var guesses []model.Guess
		for _, g := range l.data.Guesses {
			if g.Table == i {
				guesses = append(guesses, g)
			}
		}
		columns := l.namer.keyChoices(t, guesses)
		if len(columns) < 2 {
			continue
		}
		l.data.Choices = append(l.data.Choices, model.KeyChoice{Table: i, Columns: columns})
		var others []string
		for _, c := range columns[1:] {
			others = append(others, t.Column(c).Name())
		}
		l.data.Findings = append(l.data.Findings, model.Finding{Level: model.Warning, Kind: model.SeveralKeys, Table: i, Column: columns[0],
			Text: model.P("more than one column can say whose a row is: %s was taken; others: %s",
				t.Column(columns[0]).Name(), strings.Join(others, ", "))})
	}
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
	for _, r := range t.dates {
		r.Table = table
		for i := range r.Findings {
			r.Findings[i].Table, r.Findings[i].Column = table, r.Column
		}
		l.data.Dates = append(l.data.Dates, r)
	}
	for _, r := range t.rejected {
		r.Table = table
		l.data.Rejected = append(l.data.Rejected, r)
	}
	for _, g := range t.guesses {
		g.Table = table
		l.data.Guesses = append(l.data.Guesses, g)
	}
}
