package load

import (
	"slices"
	"strings"

	"custseg/model"
)

// alwaysShare is the share of rows that a column fills at least which is never
// left empty in a row of the table.
const alwaysShare = .9

// leaveRemarks leaves out rows below the table that are none of it: "end of
// report", "(5,009 rows affected)", lines drawn of signs.
func (p *pending) leaveRemarks() {
	rows := p.remarkRows()
	if len(rows) == 0 {
		return
	}
	said := p.line(rows[0], p.spec.delimiter)
	n := len(rows)
	p.refuse(rows, model.P("it is a remark below the table"), p.spec.delimiter)
	p.remarks += n
	p.find(model.Info, -1, nil, "rows below the table that were left out: %d; the first says %q", n, shorten([]byte(said)))
}

// remarkRows returns the rows of remarks at the end of the table, ascending. Below
// a gap all rows of a single cell are such, whatever they say.
func (p *pending) remarkRows() []int32 {
	end := int32(p.rows)
	from := min(p.firstBelowGap(), p.firstOfFooter())
	for from > 0 && end-from < mostRemarks && p.isRemark(from-1) {
		from--
	}
	var rows []int32
	for row := from; row < end; row++ {
		rows = append(rows, row)
	}
	return rows
}

// firstBelowGap returns the first of the rows at the end of the table that stand
// below a gap and have the first cell only, where others always are filled. It
// returns the number of rows where there is none.
func (p *pending) firstBelowGap() int32 {
	end := int32(p.rows)
	lone := end
	for lone > 0 && end-lone < mostRemarks && p.isLone(lone-1) {
		lone--
	}
	if lone == end || !slices.ContainsFunc(p.columns[1:], func(w *words) bool { return w.fills(lone) >= alwaysShare }) {
		return end
	}
	for row := lone; row < end; row++ {
		if word := p.cell(row, 0); p.afterGap(row) && (strings.Contains(word, " ") || saysRemark(word)) {
			return row
		}
	}
	return end
}

// fewFilled is how many cells a row of a footer has at most.
const fewFilled = 2

// firstOfFooter returns the first of the rows at the end of the table that begin
// as remarks do and have one or two cells each, where others always fill two
// columns more. It returns the number of rows where there is none.
func (p *pending) firstOfFooter() int32 {
	end := int32(p.rows)
	from := end
	for from > 0 && end-from < mostRemarks && p.isSparse(from-1) {
		from--
	}
	always := 0
	if from < end {
		for _, w := range p.columns {
			if w.fills(from) >= alwaysShare {
				always++
			}
		}
	}
	if from == 0 || always < fewFilled+2 {
		return end
	}
	for row := from; row < end; row++ {
		if line := p.line(row, p.spec.delimiter); isRule(p.cellsOf(row)) || countsRows(line) || saysRemark(line) {
			return row
		}
	}
	return end
}

// isSparse reports whether a row has one or two cells, and is none of totals.
func (p *pending) isSparse(row int32) bool {
	filled := 0
	for _, c := range p.cellsOf(row) {
		if c == "" {
			continue
		}
		if filled++; filled > fewFilled || isTotal(c) {
			return false
		}
	}
	return true
}

// isLone reports whether the first cell of a row alone is filled.
func (p *pending) isLone(row int32) bool {
	word := p.cell(row, 0)
	return word != "" && !isTotal(word) && !slices.ContainsFunc(p.columns[1:], func(w *words) bool { return w.codes.At(int(row)) >= 0 })
}

// afterGap reports whether blank rows lie before a row.
func (p *pending) afterGap(row int32) bool { return row > 0 && p.fileRow(row) > p.fileRow(row-1)+1 }

func (p *pending) isRemark(row int32) bool {
	cells := p.cellsOf(row)
	line := p.line(row, p.spec.delimiter)
	if isRule(cells) || countsRows(line) {
		return true
	}
	filled, always := 0, 0
	for i, c := range cells {
		if c != "" {
			filled++
		} else if p.columns[i].fills(row) >= alwaysShare {
			always++
		}
	}
	if cells[0] == "" || always == 0 || 2*filled > len(cells) {
		return false
	}
	if saysRemark(line) {
		return true
	}
	return filled == 1 && !isTotal(cells[0]) &&
		(!isValue(cells[0]) && p.columns[0].mostlyValues(nil) || strings.Contains(cells[0], " ") && p.afterGap(row))
}

// fills returns the share of the rows above one that a column fills.
func (w *words) fills(row int32) float64 {
	n := 0
	for i := range int(row) {
		if w.codes.At(i) >= 0 {
			n++
		}
	}
	return float64(n) / float64(max(1, row))
}

// countsRows reports whether a line tells how many rows there are, as databases
// do: (5,009 rows affected).
func countsRows(line string) bool {
	s := strings.ToLower(strings.Trim(line, "() .-"))
	n := strings.TrimLeft(strings.TrimPrefix(s, "共"), "0123456789,;\t. ")
	if n == s {
		return false
	}
	switch strings.TrimRight(strings.TrimSpace(n), ". ") {
	case "row", "rows", "rows affected", "row affected", "row(s) affected", "row(s)", "rows selected", "row selected", "rows returned",
		"row(s) returned", "rows in set", "row in set", "records", "record(s)", "record(s) downloaded", "records downloaded", "笔记录", "笔", "条", "records found", "行", "条记录", "行受影响":
		return true
	}
	return false
}

// saysRemark reports whether a line begins as those that programs write below a
// table.
func saysRemark(line string) bool {
	s := strings.ToLower(strings.TrimLeft(line, "-*=#/ \t("))
	if s == "eof" || s == "end" || s == "ende" || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "** ") {
		return true
	}
	for _, head := range []string{"end of", "generated", "exported", "printed", "created by", "created on", "page ", "source:", "note:", "notes:",
		"copyright", "©", "confidential", "report ", "as of ", "run date", "filters:", "filter:", "total rows", "total records", "row count", "rows:",
		"数据来源", "来源", "导出时间", "导出", "备注", "制表", "注：", "注:", "说明", "生成时间", "打印时间", "共计 ", "erstellt", "quelle:", "fuente:", "généré"} {
		if strings.HasPrefix(s, head) {
			return true
		}
	}
	return false
}
