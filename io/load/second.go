package load

import (
	"strings"

	"custseg/model"
)

const (
	// mostGaps is at how many gaps between rows another table is looked for.
	mostGaps = 100
	// besideGap is how many rows on either side of a gap are looked at.
	besideGap = 50
)

// leaveSecond leaves out another table that begins below the first: blank rows,
// then a row of names over values, where the first table has values.
func (p *pending) leaveSecond() {
	if p.spec.noHeader {
		return
	}
	for i, run := range p.runs {
		if i > mostGaps {
			return
		}
		if i == 0 || !p.afterGap(run.Data) {
			continue
		}
		header := run.Data
		if p.isLone(header) && header+1 < int32(p.rows) {
			header++ // below a title
		}
		if !p.beginsTable(header, run.Data) {
			continue
		}
		var rows []int32
		for row := run.Data; row < int32(p.rows); row++ {
			rows = append(rows, row)
		}
		p.find(model.Warning, -1, nil, "another table seems to begin in row %d with %q; only the first was read, and %d rows were left out: move it to a sheet or a file of its own",
			p.fileRow(header), shorten([]byte(p.line(header, p.spec.delimiter))), len(rows))
		p.refuse(rows, model.P("it belongs to another table in row %d and below", p.fileRow(run.Data)), p.spec.delimiter)
		p.remarks += len(rows)
		return
	}
}

// beginsTable reports whether a row names the columns of another table than the
// one that ends above some row.
func (p *pending) beginsTable(header, end int32) bool {
	second := framer{rows: p.rowsFrom(header, min(header+besideGap, int32(p.rows))), keys: p.keys}
	contrast, values, names := second.evidence(0)
	if contrast == 0 || values > 0 || len(second.rows) < 2 || second.rows[0].filled() < 2 {
		return false
	}
	first := framer{rows: append([]heldRow{{cells: p.first}}, p.rowsFrom(max(0, end-besideGap), end)...), keys: p.keys}
	if contrast, values, names := first.evidence(0); values > 0 || contrast+names == 0 {
		return false
	}
	return names > 1 || !first.fits(second.rows[0], 0) && !first.likeColumn(second.rows[0].cells[0], 1)
}

// rowsFrom returns some rows as they were when they were held back.
func (p *pending) rowsFrom(from, to int32) []heldRow {
	var out []heldRow
	for row := from; row < to; row++ {
		cells := p.cellsOf(row)
		for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1]) == "" {
			cells = cells[:len(cells)-1]
		}
		out = append(out, heldRow{row: p.fileRow(row), cells: cells})
	}
	return out
}

// tableAbove reports whether the rows from one up to the next gap are a table
// with a header of their own, rather than what stands above another.
func (f framer) tableAbove(first, at int) bool {
	end := first + 1
	for end < at && !f.afterGap(end) {
		end++
	}
	if end-first <= leastSummed {
		return false
	}
	above := framer{rows: f.rows[first:end], keys: f.keys, lines: f.lines}
	contrast, values, names := above.evidence(0)
	return contrast > 0 && values == 0 && names > 0 && above.rows[0].filled() > 1 && above.covers(0)
}
