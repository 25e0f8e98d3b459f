package load

import "custseg/model"

// leastHeadings is how many groups of lines there must be below rows of their
// own.
const leastHeadings = 2

// fillHeadings writes names that stand on rows of their own above their lines,
// as in reports of accounting programs, into these lines, and leaves the rows
// out.
func (p *pending) fillHeadings() {
	rows := p.headings()
	if len(rows) < leastHeadings {
		return
	}
	p.find(model.Warning, -1, nil, "the words of the first column stand on rows of their own above their lines; they were written into the lines, and the rows were left out: %d; the first is row %d, %q",
		len(rows), p.fileRow(rows[0]), shorten([]byte(p.cell(rows[0], 0))))
	codes := &p.columns[0].codes
	for row := 1; row < codes.Len(); row++ {
		if codes.At(row) < 0 {
			codes.Set(row, codes.At(row-1))
		}
	}
	p.refuse(rows, model.P("it heads the rows below"), p.spec.delimiter)
	p.remarks += len(rows)
}

// headings returns the rows that hold the first cell only, where each has rows
// below and no other row has a first cell. It returns nil where the table is
// otherwise.
func (p *pending) headings() []int32 {
	if p.spec.noHeader || p.rows == 0 || len(p.columns) < 3 || p.columns[0].codes.At(0) < 0 {
		return nil
	}
	var rows []int32
	for i, code := range p.columns[0].codes.All() {
		if code < 0 {
			continue
		}
		row := int32(i)
		if !p.isLone(row) || i+1 < p.rows && p.columns[0].codes.At(i+1) >= 0 || i+1 == p.rows && !p.cut {
			return nil
		}
		rows = append(rows, row)
	}
	return rows
}
