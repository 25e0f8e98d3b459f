package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// pending is a table whose rows are all in, before its columns are made: the
// rows of another file may still be put under its own.
type pending struct {
	*intake
	spec     tableSpec
	keys     keyNames
	header   []string        // of the columns, nil for none; may be shorter than they are many
	types    []typing        // by column
	origins  []model.Origin  // the files it was put together from, nil for one
	findings []model.Finding // columns are places in the intake

	namedAgain bool // which was told
}

// settle decides whether the first row is a header and what each column holds.
func (in *intake) settle(spec tableSpec, keys keyNames) pending {
	p := pending{intake: in, spec: spec, keys: keys}
	p.findings = append(p.findings, in.notes...)
	p.leaveRepeats()
	p.leaveSecond()
	if !in.cut {
		p.leaveRemarks()
	}
	p.leaveBeside()
	p.leaveTotals()
	p.fillHeadings()
	p.unwrapFormulas()
	p.types = in.types(keys)
	if spec.noHeader || !in.sure && !isHeader(in, p.types) {
		in.firstIsData()
		p.types = in.types(keys)
		if !spec.noHeader {
			p.find(model.Info, -1, nil, "the first row looks like data; the columns are named by their positions")
		}
	} else {
		if !in.sure && isUntold(in, p.types, keys) {
			p.find(model.Info, -1, nil, "the first row was taken for the names of the columns, though nothing but text tells; --no-header makes it data: %s",
				shorten([]byte(strings.Join(in.first, ", "))))
		}
		p.header = p.headerOf()
		p.retype(keys)
	}
	in.closeWords()
	slices.SortStableFunc(in.rejected, func(a, b model.Rejected) int { return a.Row - b.Row })
	for i := range in.rejected {
		in.rejected[i].File = spec.file
	}
	p.findRows()
	if spec.cells != nil {
		for i := -1; i < len(in.columns); i++ { // -1 is the table as a whole
			for _, f := range spec.cells(i) {
				f.Column = i
				p.findings = append(p.findings, f)
			}
		}
	}
	return p
}

// retype looks at the columns again whose names matter.
func (p *pending) retype(keys keyNames) {
	each(len(p.header), func(i int) {
		if p.header[i] != "" {
			p.types[i] = retype(p.types[i], p.columns[i], p.header[i], keys)
		}
	})
}

// findRows tells what happened to rows as a whole.
func (p *pending) findRows() {
	if p.blank > 0 {
		p.find(model.Info, -1, nil, "rows left out because they are empty: %d", p.blank)
	}
	if p.spec.ragged && len(p.short) > 0 {
		level := model.Warning
		if 2*len(p.short) > p.rows {
			level = model.Info // a file of lists, such as baskets
		}
		p.find(level, -1, slices.Clone(p.short), "rows with too few fields, the last ones read as missing: %d", len(p.short))
	}
	if n := len(p.rejected) - p.remarks; n > 0 {
		p.find(model.Warning, -1, nil, "rows rejected because they do not fit the table: %d", n)
	}
	if p.cut && p.job.sample == 0 {
		p.find(model.Warning, -1, nil, "reading was stopped after %d rows; the rest of the file is not in any result", p.rows)
	}
}

func (p *pending) find(level model.Level, column int, rows []int32, key string, args ...any) {
	p.findings = append(p.findings, model.Finding{Level: level, Column: column, Text: model.P(key, args...), Rows: rows})
}

// place tells where a row stands: its row in the file, and which file where the
// table has several.
func (p *pending) place(row int32) model.Phrase {
	if at := originOf(p.origins, row); at >= 0 {
		return model.P("%d of %s", p.fileRow(row), p.origins[at].Name)
	}
	return model.P("%d", p.fileRow(row))
}
