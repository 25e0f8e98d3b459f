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
	if err := v.summary(b, parts); err != nil {
		return err
	}
	for _, l := range all {
		if err := b.rowSheet(l.sheet, "", columns, l.count, func(k int) int { return int(l.customer(k)) }); err != nil {
			return err
		}
	}
	if err := v.matrix(b); err != nil {
		return err
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
		p, err := b.plan(tabs, b.segmentLists())
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

// summary writes the sheet of what the methods have in common: the data, how many
// segments each has, how far each agrees with the first, and the segments of all.
func (v *severalView) summary(b *book, parts []methodSheets) error {
	widths := pairWidths()
	s := b.open(summarySheet, page{widths: widths})
	s.addHigh(28, textCell(b.looks.title, v.title()))
	s.across(widths, b.looks.subtitle, b.view.text(model.P("The same customers by several methods, each with sheets of its own.")))
	s.skip(1)
	for _, f := range b.facts() {
		s.add(s.label(f.label), f.cell(s))
		if f.sheet != "" {
			s.link(2, f.sheet)
		}
	}
	s.heading(model.P("Methods"), len(widths))
	s.addHigh(2*lineHeight+2, append([]any{textCell(b.looks.head, b.view.text(model.P("Method"))), textCell(b.looks.head, b.view.text(model.P("Sheet")))},
		s.rightHeads(model.P("Segments"), model.P("Adjusted Rand index"), model.P("Shared information"), model.P("Cramér's V"))...)...)
	for i, one := range v.views {
		line := []any{s.text(v.names[i]), textCell(b.looks.link, parts[i].tabs[summarySheet]), s.number(float64(len(one.names)), numberLook{format: wholeFormat})}
		if i > 0 {
			a := v.against[i-1].Agreement
			for _, n := range []float64{a.Rand, a.Information, a.V} {
				line = append(line, s.number(n, numberLook{format: smallFormat}))
			}
			line = append(line, s.text(b.view.text(a.Words)))
		}
		s.add(line...)
		s.link(2, parts[i].tabs[summarySheet])
	}
	for i, one := range v.views {
		s.sizes(model.P("Segments by %s", v.names[i]), one, one.segmentColumn(), one.summary.value)
	}
	s.maskLines()
	return s.err
}

// matrix writes where the customers of the first method's segments are by each of
// the others.
func (v *severalView) matrix(b *book) error {
	wide := 0
	for _, p := range v.against {
		_, cols := p.axes(model.Phrase{}, model.Phrase{})
		wide = max(wide, len(cols.at))
	}
	widths := []float64{widest(v.views[0].names, 22, 36)}
	for range wide + 1 {
		widths = append(widths, 15)
	}
	s := b.open(matrixSheet, page{widths: widths, panes: &excelize.Panes{Freeze: true, XSplit: 1, TopLeftCell: "B1", ActivePane: "topRight"}})
	for i, p := range v.against {
		rows, cols := p.axes(model.Phrase{}, model.Phrase{})
		c := v.cross[i]
		s.cross(model.P("Customers: %s by %s", c.FirstName, c.SecondName), c.Pairing, rows, cols,
			crossNumber{func(c Cell) float64 { return float64(c.Customers) }, wholeFormat, true})
		s.cross(model.P("Share of the row: %s by %s", c.FirstName, c.SecondName), c.Pairing, rows, cols,
			crossNumber{func(c Cell) float64 { return c.RowShare }, shareFormat, false})
	}
	return s.err
}
