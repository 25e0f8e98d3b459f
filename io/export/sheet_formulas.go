package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/width"

	"custseg/model"
)

// Beyond these a Summary holds values: a program would be slow to count again
// after each change of a cell, and a formula would be longer than Excel takes.
const (
	mostCompared    = 100_000_000 // cells that the formulas of a Summary read
	mostTallySheets = 24
)

// ledger is where a workbook holds all customers.
type ledger struct {
	lists   []customerList
	columns []column
}

// ranges refers to the cells of a column on each sheet of customers; nil where
// they do not hold its values.
func (l ledger) ranges(c model.Column) []string {
	at := slices.IndexFunc(l.columns, func(k column) bool { return k.Column == c && !k.hidden })
	if at < 0 {
		return nil
	}
	letters, err := excelize.ColumnNumberToName(at + 1)
	if err != nil {
		return nil
	}
	var out []string
	for _, list := range l.lists {
		out = append(out, quoteSheet(list.sheet)+"!$"+letters+"$2:$"+letters+"$"+strconv.Itoa(max(1, list.count)+1))
	}
	return out
}

// tally writes the numbers of the segments as formulas over all customers, so
// that they can be checked and follow a segment that is changed there. A nil one
// writes none.
type tally struct {
	ledger   ledger
	segments []string // the ranges of the segments' names
	names    []string // of the segments, as written
	column   string   // of the table's names
}

// tally returns what writes the formulas of the method in view, nil where its
// Summary holds values.
func (b *book) tally() *tally {
	if c := b.view.segmentColumn(); c != nil {
		return b.tallyOf(b.view, c, "B")
	}
	return nil
}

// segmentColumn is the column of the segments' names.
func (v *view) segmentColumn() model.Column {
	at := slices.IndexFunc(v.columns(), func(c column) bool { return c.role == segmentColumn })
	if at < 0 {
		return nil
	}
	return v.columns()[at].Column
}

// tallyOf returns what writes the formulas of a table of segments whose names are
// in a column of it, and which a column of the ledger holds; nil where the table
// holds values.
func (b *book) tallyOf(v *view, segments model.Column, names string) *tally {
	if b.options.ValuesOnly || len(b.ledger.lists) > mostTallySheets {
		return nil
	}
	t := &tally{ledger: b.ledger, segments: b.ledger.ranges(segments), column: names}
	if t.segments == nil || v.source.Len()*len(v.summary.segments)*(2+len(v.summary.total.Averages)) > mostCompared {
		return nil
	}
	for _, name := range v.names {
		t.names = append(t.names, textCell(look{}, name).value.(string))
	}
	return t
}

// place is a row of the table of segments.
type place struct {
	row, total int    // total is the row of all customers
	segment    int    // everyone in the row of all
	name       string // the cell of the segment's name where it is not in the row
}

// rowFormula writes the number of a row, empty for a plain value.
type rowFormula func(at place) string

// counted counts customers.
func (t *tally) counted() rowFormula {
	return t.over(nil, func([]string) string { return "COUNTA(" + strings.Join(t.segments, ",") + ")" },
		func(m match, _ []string) string { return m.count(t.segments) })
}

// summed adds a column up, none for no column.
func (t *tally) summed(c model.Column) rowFormula {
	if c == nil {
		return func(place) string { return "" }
	}
	return t.over(c, func(values []string) string { return "SUM(" + strings.Join(values, ",") + ")" },
		func(m match, values []string) string { return m.sum(t.segments, values) })
}

// averaged is the mean of the numbers that a column has, nothing where there are
// none.
func (t *tally) averaged(c model.Column) rowFormula {
	return t.over(c, func(values []string) string { return `IFERROR(AVERAGE(` + strings.Join(values, ",") + `),"")` },
		func(m match, values []string) string { return m.mean(t.segments, values) })
}

// over makes a formula over a column from those of all customers and of one
// segment. Of segments of the same name it writes none.
func (t *tally) over(c model.Column, all func(values []string) string, one func(m match, values []string) string) rowFormula {
	if t == nil {
		return func(place) string { return "" }
	}
	values := t.ledger.ranges(c)
	if c != nil && values == nil {
		return func(place) string { return "" }
	}
	return func(at place) string {
		if at.segment == everyone {
			return all(values)
		}
		m := match{cell: cmp.Or(at.name, "$"+t.column+strconv.Itoa(at.row))}
		m.exact = !plainCriterion(t.names[at.segment])
		for g, name := range t.names {
			if g == at.segment {
				continue
			}
			if name == t.names[at.segment] {
				return ""
			}
			m.exact = m.exact || folded(name) == folded(t.names[at.segment])
		}
		return one(m, values)
	}
}

// ofTotal is the share of a column of the table in its row of all customers, or
// otherwise where the whole is not above zero.
func (t *tally) ofTotal(column, otherwise string) rowFormula {
	return func(at place) string {
		if t == nil {
			return ""
		}
		total := column + "$" + strconv.Itoa(at.total)
		return "IF(" + total + ">0," + column + strconv.Itoa(at.row) + "/" + total + "," + otherwise + ")"
	}
}

// match finds the customers whose segment has the name in a cell.
type match struct {
	cell string
	// exact compares character by character: a criterion of COUNTIFS knows no
	// case, and reads wildcards, operators, numbers and dates out of a name.
	exact bool
}

func (m match) count(segments []string) string {
	return m.each(segments, func(i int) string {
		if m.exact {
			return "SUMPRODUCT(--EXACT(" + segments[i] + "," + m.cell + "))"
		}
		return "COUNTIFS(" + segments[i] + "," + m.cell + ")"
	})
}

func (m match) sum(segments, values []string) string {
	return m.each(segments, func(i int) string {
		if m.exact {
			return "SUMPRODUCT(--EXACT(" + segments[i] + "," + m.cell + ")," + values[i] + ")"
		}
		return "SUMIFS(" + values[i] + "," + segments[i] + "," + m.cell + ")"
	})
}

// mean leaves out what is no number: an infinite one is text.
func (m match) mean(segments, values []string) string {
	if !m.exact && len(segments) == 1 {
		return "IFERROR(AVERAGEIFS(" + values[0] + "," + segments[0] + "," + m.cell + `),"")`
	}
	numbers := m.each(segments, func(i int) string {
		if m.exact {
			return "SUMPRODUCT(--EXACT(" + segments[i] + "," + m.cell + "),--ISNUMBER(" + values[i] + "))"
		}
		return "COUNTIFS(" + segments[i] + "," + m.cell + "," + values[i] + `,">-9E+307")`
	})
	return "IFERROR((" + m.sum(segments, values) + ")/(" + numbers + `),"")`
}

// each adds up what a formula finds on each sheet of customers.
func (m match) each(segments []string, one func(sheet int) string) string {
	terms := make([]string, len(segments))
	for i := range terms {
		terms[i] = one(i)
	}
	return strings.Join(terms, "+")
}

// plainCriterion reports whether COUNTIFS takes a name for nothing but itself: it
// is of letters alone, with what stands between words.
func plainCriterion(name string) bool {
	const longest = 255 // UTF-16 units, Excel's limit
	for i, r := range name {
		if !unicode.IsLetter(r) && (i == 0 || !strings.ContainsRune(" -,&()'", r)) {
			return false
		}
	}
	return name != "" && units(name) <= longest && !strings.EqualFold(name, "true") && !strings.EqualFold(name, "false")
}

// folded is a name as COUNTIFS may compare it: without regard to case and to the
// width of its characters.
func folded(name string) string { return strings.ToLower(width.Fold.String(name)) }

// setFormula writes the formula of a cell over its value, which stays as what it
// comes to.
func (b *book) setFormula(sheet, at string, c cell) error {
	path, err := b.path(sheet)
	if err != nil {
		return err
	}
	if b.formulas[path] == nil {
		b.formulas[path] = map[string]string{}
	}
	if text, ok := c.value.(string); ok {
		b.formulas[path][at] = text
	}
	return b.file.SetCellFormula(sheet, at, c.formula)
}
