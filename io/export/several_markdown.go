package export

import (
	"context"
	"io"

	"custseg/model"
)

// writeMarkdown writes a report of several methods: what they have in common, how
// far they agree, and each of them.
func (v *severalView) writeMarkdown(ctx context.Context, w io.Writer) error {
	first := v.views[0]
	var m markdown
	m.heading(1, v.title())
	m.paragraph(first.text(model.P("The same customers by several methods.")))
	m.facts(first)
	v.agreements(&m)
	for i, one := range v.views {
		m.heading(2, v.names[i])
		m.paragraph(one.text(one.method.Summary))
		if err := m.method(ctx, one, 3); err != nil {
			return err
		}
	}
	if err := m.quality(ctx, first); err != nil {
		return err
	}
	_, err := io.WriteString(w, m.String())
	return err
}

// agreements writes how far each method agrees with the first, and where the
// customers of the first method's segments are by it.
func (v *severalView) agreements(m *markdown) {
	first := v.views[0]
	title := func(key string) string { return first.text(model.P(key)) }
	m.heading(2, title("Methods"))
	var rows [][]string
	for i, one := range v.views {
		row := []string{v.names[i], first.figure(float64(len(one.summary.segments)), model.Plain, nil), "", ""}
		if i > 0 {
			a := v.against[i-1].Agreement
			row[2], row[3] = first.figure(a.Rand, model.Plain, []float64{0.5}), first.text(a.Words)
		}
		rows = append(rows, row)
	}
	m.table([]markdownColumn{{title("Method"), false}, {title("Segments"), true}, {title("Adjusted Rand index"), true}, {title("Agreement"), false}}, rows)
	for i, p := range v.against {
		m.heading(3, first.text(model.P("Customers: %s by %s", v.cross[i].FirstName, v.cross[i].SecondName)))
		down, along := p.axes(model.Phrase{}, model.Phrase{})
		columns := []markdownColumn{{"", false}}
		for _, name := range along.names {
			columns = append(columns, markdownColumn{name, true})
		}
		var rows [][]string
		for k, r := range down.at {
			row := []string{down.names[k]}
			for _, c := range along.at {
				row = append(row, first.figure(float64(p.Cells[r][c].Customers), model.Plain, nil))
			}
			rows = append(rows, row)
		}
		m.table(columns, rows)
	}
}
