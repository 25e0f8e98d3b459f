package load

import (
	"slices"
	"strconv"
	"strings"

	"custseg/model"
)

// tellUnnumbered warns of a column of text whose header speaks of money, where
// most values hold digits and too many can be read as no number for them to be
// slips.
func (l *loader) tellUnnumbered(table, at int) {
	t := l.data.Tables[table]
	if slices.ContainsFunc(l.data.Findings, func(f model.Finding) bool {
		return f.Table == table && f.Column == at && f.Text.Key == nearNumbers
	}) {
		return
	}
	c := t.Column(at)
	held, figures, bad := 0, 0, []int32(nil)
	for i := range c.Len() {
		if c.Missing(i) {
			continue
		}
		held++
		word := c.Text(i)
		if strings.IndexFunc(word, isFigure) >= 0 {
			figures++
		}
		if !isNumber(word) {
			bad = append(bad, int32(i))
		}
	}
	if 2*figures <= held || len(bad) == 0 {
		return
	}
	file, row := t.Place(bad[0])
	l.data.Findings = append(l.data.Findings, model.Finding{Level: model.Warning, Table: table, Column: at, Rows: bad,
		Text: model.P("the column is named as money, but was read as text: values that cannot be read as numbers, %d; the first is %q in row %s of %s",
			len(bad), shorten([]byte(c.Text(int(bad[0])))), strconv.Itoa(row), oneLine(file))})
}
