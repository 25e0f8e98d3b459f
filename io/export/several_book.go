package export

import (
	"context"
	"io"

	"github.com/xuri/excelize/v2"

	"custseg/model"
)

// writeBook writes the workbook of several methods: what all have in common, how
// they agree, and the sheets of each under its id.
func (v *severalView) writeBook(ctx context.Context, w io.Writer, o Options, report func(float64)) error {
	columns := v.columns()
	b := newBook(ctx, report)
	b.most = min(excelize.TotalRows, mostCells/len(columns))
	b.view, b.options = v.views[0], o
	defer b.file.Close()
	var err error
	if b.looks, err = newLooks(b.file); err != nil {
		return err
	}
	b.names.claim(matrixSheet)
	parts, err := v.plan(b)
	if err != nil {
		return err
	}
	b.view, b.tabs, b.segmentLooks = v.views[0], nil, parts[0].looks
	all := b.allCustomers()
	b.ledger = ledger{all, columns}
	tabs, last := []string{summarySheet}, []string(nil)
	for _, l := range all {
		tabs = append(tabs, l.sheet)
		b.steps.rows += l.count
	}
	tabs = append(tabs, matrixSheet)
	for _, p := range parts {
		tabs, last = append(tabs, p.sheets...), append(last, p.last...)
	}
	if err := b.addSheets(append(append(tabs, qualitySheet, recipeSheet), last...)); err != nil {
		return err
	}
	crossed, agreements, err := v.matrices(b)
	if err != nil {
		return err
	}
	if err := v.front(b, parts, crossed, agreements); err != nil {
		return err
	}
	for _, l := range all {
		if err := b.rowSheet(l.sheet, "", columns, l.count, func(k int) int { return int(l.customer(k)) }); err != nil {
			return err
		}
	}
	for _, p := range parts {
		if err := b.method(p); err != nil {
			return err
		}
	}
	b.view, b.tabs = v.views[0], nil
	for _, fill := range []func() error{b.qualitySheet, b.recipeSheet, func() error { return b.properties(v.title()) }} {
		if err := fill(); err != nil {
			return err
		}
	}
	return b.save(w)
}

// plan finds out what the sheets of each method are.
func (v *severalView) plan(b *book) ([]methodSheets, error) {
	var out []methodSheets
	for i, one := range v.views {
		b.view = one
		tabs := map[string]string{}
		for _, name := range []string{summarySheet, chartsSheet, dotsSheet, profileSheet, rulesSheet} {
			tabs[name] = b.names.claim(v.ids[i] + " " + name)
		}
		p, err := b.plan(tabs, b.segmentLists(v.ids[i]+" "))
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func (v *severalView) title() string {
	return v.views[0].text(model.P("Customer segments by %d methods", len(v.views)))
}

// matrices writes where the customers of the first method's segments are by each
// of the others, and how far each agrees with the first.
func (v *severalView) matrices(b *book) ([]*matrix, []agreementCells, error) {
	var columns [][]string
	for _, p := range v.against {
		_, cols := p.axes(model.Phrase{}, model.Phrase{})
		columns = append(columns, cols.names)
	}
	s := b.openMatrix(v.views[0].names, columns)
	var out []*matrix
	var agreements []agreementCells
	for i, p := range v.against {
		rows, cols := p.axes(model.Phrase{}, model.Phrase{})
		m := s.newMatrix(p, rows, cols, v.views[0].segmentColumn(), v.views[i+1].segmentColumn())
		m.customers(model.P("Customers: %s by %s", p.FirstName, p.SecondName))
		m.shares(model.P("Share of the row: %s by %s", p.FirstName, p.SecondName), true)
		out, agreements = append(out, m), append(agreements, m.agreement(p.Agreement))
	}
	return out, agreements, s.err
}
