package export

import (
	"math"
	"slices"
	"strings"

	"custseg/model"
)

// Headers of the columns every file has, and of the one that says why a
// customer is unclassified.
const (
	segmentHeader = "segment"
	whyHeader     = "why_unclassified"
)

// column is one value per customer, as written.
type column struct {
	model.Column
	header string // distinct among the columns without regard to case
	unit   model.Unit
	role   columnRole
	hidden bool // every value is replaced
	used   bool // the method read it
	// formula comes to the values on a sheet, none for values alone. It is that of
	// the first row, whose cells the others refer to in their own rows.
	formula string
}

// columnRole says what a column is to the file.
type columnRole uint8

const (
	idColumn columnRole = iota
	segmentColumn
	scoreColumn
	measureColumn
	attributeColumn
	whyColumn
)

// allColumns lists the columns of a file of customers: id, segment, scores, the
// measures used, the attributes used, then the other measures and attributes.
func (v *view) allColumns(ids model.Column) []column {
	var out []column
	if v.mask == nil || v.mask.ids != model.DropColumn {
		out = append(out, column{Column: ids, role: idColumn})
	}
	out = append(out, column{Column: model.NewTexts(segmentHeader, v.result.Of, v.names), role: segmentColumn})
	for _, s := range v.result.Scores {
		out = append(out, column{Column: v.mask.words(s), role: scoreColumn})
	}
	used := func(name string) bool { return slices.Contains(v.result.Used, name) }
	usedAttribute := func(a model.Attribute) bool {
		isMeasure := slices.ContainsFunc(v.source.Features(), func(f model.Feature) bool { return string(f.Measure) == a.Name() })
		return !isMeasure && slices.ContainsFunc(v.result.Used, func(u string) bool { return strings.EqualFold(u, a.Name()) })
	}
	for _, want := range []bool{true, false} {
		for _, f := range v.source.Features() {
			if used(string(f.Measure)) == want && !v.mask.hidesMeasure(v.source, f) {
				out = append(out, column{Column: f.Column, role: measureColumn, unit: f.Unit, used: want})
			}
		}
		for _, a := range v.source.Attributes() {
			told := v.mask.tellsAttribute(a)
			if usedAttribute(a) != want || told == model.DropColumn || told == model.KeepColumn && v.isMeasure(a) {
				continue
			}
			c := column{Column: a.Column, role: attributeColumn, hidden: told == model.MaskColumn, used: want}
			switch told {
			case model.KeepColumn:
				c.Column = v.mask.keptWords(a.Table, v.data.Tables[a.Table].Find(a.Header), a.Column)
			case model.HashColumn:
				c.Column = v.mask.hashed(a.Column)
			}
			out = append(out, c)
		}
	}
	if v.result.Why != nil {
		words := make([]string, len(v.result.Reasons))
		for i, r := range v.result.Reasons {
			words[i] = v.note(r)
		}
		out = append(out, column{Column: model.NewTexts(whyHeader, v.result.Why, words), role: whyColumn})
	}
	headers := make([]string, len(out))
	for i, c := range out {
		headers[i] = header(c.Name())
	}
	for i, h := range distinct(headers) {
		out[i].header = h
	}
	return out
}

// isMeasure reports whether an attribute is the column that a measure of its name
// was taken from, so that the measure tells it already.
func (v *view) isMeasure(a model.Attribute) bool {
	n, ok := a.Column.(*model.Numbers)
	return ok && slices.ContainsFunc(v.source.Features(), func(f model.Feature) bool {
		return strings.EqualFold(string(f.Measure), a.Name()) && slices.EqualFunc(n.Values(), f.Values(), func(x, y float64) bool {
			return x == y || math.IsNaN(x) && math.IsNaN(y)
		})
	})
}

// longestHeader is Excel's limit for a column of a table, less what a number
// takes that makes it distinct.
const longestHeader = 240

// header makes one short line of a column's name.
func header(name string) string {
	h := cut(strings.Join(strings.Fields(clean(name)), " "), longestHeader)
	if h == "" {
		return "column"
	}
	return h
}

// plain writes the value of a customer with every digit, nothing when missing.
func (c column) plain(i int) string {
	switch {
	case c.Missing(i):
		return ""
	case c.hidden:
		return masked
	}
	if n, ok := c.Column.(*model.Numbers); ok && math.IsInf(n.At(i), 0) {
		return infinite(n.At(i))
	}
	return c.Text(i)
}

// infinite writes an infinite number as common readers of data take it.
func infinite(v float64) string {
	if v < 0 {
		return "-inf"
	}
	return "inf"
}
