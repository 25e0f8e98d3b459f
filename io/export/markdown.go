package export

import (
	"context"
	"io"
	"math"
	"strings"

	"custseg/model"
	"custseg/model/parallel"
	"custseg/model/quality"
)

// What a report has at most, so that it stays a page or two; a workbook has all.
const (
	mostMarkdownFindings = 12
	mostMarkdownCharts   = 2
	mostMarkdownAverages = 3
)

// writeMarkdown writes a report of a page or two, to be read as it is or rendered.
func writeMarkdown(ctx context.Context, w io.Writer, v *view) error {
	text, err := parallel.Stoppable(ctx, func() (string, error) { return v.markdown(ctx) })
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, text)
	return err
}

func (v *view) markdown(ctx context.Context) (string, error) {
	var m markdown
	m.heading(1, v.text(model.P("Customer segments: %s", v.method.Name)))
	m.paragraph(v.text(v.method.Summary))
	m.facts(v)
	if err := m.method(ctx, v, 2); err != nil {
		return "", err
	}
	if err := m.quality(ctx, v); err != nil {
		return "", err
	}
	return m.String(), nil
}

// facts says what the segments were made of.
func (m *markdown) facts(v *view) {
	for _, f := range v.facts() {
		m.item(v.text(f.label), f.text)
	}
}

// method writes all about one method, its parts under headings of a level.
func (m *markdown) method(ctx context.Context, v *view, level int) error {
	m.heading(level, v.text(model.P("Segments")))
	m.segments(v)
	drawn := 0
	for _, c := range v.result.Charts {
		lines := v.textChart(c)
		if len(lines) == 0 || drawn == mostMarkdownCharts {
			continue
		}
		drawn++
		m.heading(level, v.text(c.Heading()))
		m.block(lines)
	}
	profile, err := v.profile(ctx)
	if err != nil {
		return err
	}
	m.heading(level, v.text(model.P("Rules and advice")))
	m.paragraph(v.text(v.method.Rule))
	for _, g := range v.summary.segments {
		m.segment(v, g, profile, level+1)
	}
	for r, n := range v.reasons() {
		if n > 0 {
			m.item(v.text(model.P("Unclassified")), v.note(model.P("%s (%d)", v.result.Reasons[r], n)))
		}
	}
	m.parameters(v, level)
	return nil
}

// segments writes the table of segments with a bar for each share.
func (m *markdown) segments(v *view) {
	const bar = 20
	columns := []markdownColumn{{v.text(model.P("Segment")), false}, {v.text(model.P("Customers")), true}, {v.text(model.P("Share")), true}, {"", false}}
	if v.summary.total.HasValue {
		columns = append(columns, markdownColumn{v.text(model.P("Value")), true}, markdownColumn{v.text(model.P("Share of value")), true}, markdownColumn{"", false})
	}
	means := make([][]float64, min(len(v.summary.total.Averages), mostMarkdownAverages)) // by average
	for i := range means {
		columns = append(columns, markdownColumn{v.averageTitle(i), true})
		means[i] = []float64{v.summary.total.Averages[i].Mean, 0.5} // means are no counts
		for _, g := range v.summary.segments {
			means[i] = append(means[i], g.Averages[i].Mean)
		}
	}
	var rows [][]string
	for _, g := range append(v.summary.segments[:len(v.summary.segments):len(v.summary.segments)], v.summary.total) {
		name, share, value := v.text(model.P("All customers")), "", ""
		if g.Index >= 0 {
			name, share, value = v.names[g.Index], textBar(g.Share, bar), textBar(g.ValueShare, bar)
		}
		row := []string{name, v.figure(float64(g.Customers), model.Plain, nil), v.figure(g.Share, model.Percent, nil), share}
		if v.summary.total.HasValue {
			row = append(row, v.figure(g.Value, model.Money, nil), v.figure(g.ValueShare, model.Percent, nil), value)
		}
		for i, among := range means {
			row = append(row, v.figure(g.Averages[i].Mean, g.Averages[i].Unit, among))
		}
		rows = append(rows, row)
	}
	m.table(columns, rows)
}

// segment writes the rule of a segment, what sets it apart, and what each team may
// do.
func (m *markdown) segment(v *view, g SegmentSummary, p Profile, level int) {
	m.heading(level, v.names[g.Index])
	if rule := v.text(g.Rule); rule != "" {
		m.item(v.text(model.P("Rule")), rule)
	}
	if len(p.Telling) > g.Index {
		for _, i := range p.Telling[g.Index][:min(len(p.Telling[g.Index]), 3)] {
			l := p.Lines[i]
			m.item("", v.text(model.P("%s, %s: %s here, %s among all", v.text(l.Label), v.text(l.Stat.label()), v.profileFigure(l, l.Here[g.Index].Mean), v.profileFigure(l, l.All.Mean))))
		}
	}
	for _, line := range v.advice(g.Advice) {
		m.item("", line)
	}
}

// parameters writes what is not at its default, the cuts, and what the method
// reports of itself.
func (m *markdown) parameters(v *view, level int) {
	m.heading(level, v.text(model.P("Method")))
	m.item(v.text(model.P("Method")), v.method.ID)
	if v.method.Source != "" {
		m.item(v.text(model.P("Source")), v.method.Source)
	}
	for _, p := range v.method.Params {
		if p.Value != p.Default {
			m.item(v.text(p.Label), v.text(model.P("%s (default %s)", v.mask.text(p.Value), v.mask.text(p.Default))))
		}
	}
	for _, c := range v.cuts() {
		var values []string
		for _, x := range c.Values {
			values = append(values, v.figure(x, c.Unit, c.Values))
		}
		m.item(v.text(model.P("Cuts of %s", c.Label)), strings.Join(values, ", "))
	}
	if len(v.result.Fit) == 0 {
		return
	}
	var rows [][]string
	for _, f := range v.result.Fit {
		rows = append(rows, []string{strings.ReplaceAll(f.Name, "_", " "), v.figure(f.Value, model.Plain, nil)})
	}
	m.WriteString("\n")
	m.table([]markdownColumn{{v.text(model.P("What the method reports")), false}, {"", true}}, rows)
}

// quality writes what was read, what was left out and why, what is worth knowing,
// and what is told of persons.
func (m *markdown) quality(ctx context.Context, v *view) error {
	m.heading(2, v.text(model.P("Quality of the data")))
	for _, e := range v.qualityJSON().Excluded {
		m.item(v.text(model.P("Left out")), v.text(model.P("%s (%d)", e.Reason, e.Rows)))
	}
	for _, n := range append(v.notes(), v.warnings()...) {
		m.item("", n)
	}
	var report quality.Report
	if v.inspect != nil {
		var err error
		if report, err = v.inspect(ctx); err != nil {
			return err
		}
	}
	for i, f := range report.Findings {
		if i == mostMarkdownFindings {
			m.item("", v.text(model.P("… and %d more", len(report.Findings)-i)))
			break
		}
		what := v.mask.finding(model.Finding{Table: f.Table, Column: f.Column, Text: f.Text}).In(v.printer)
		if name := v.columnName(f.Table, f.Column); name != "" {
			what = v.printer.Sprintf("%s: %s", name, what)
		}
		m.item("", v.text(model.P("%s (%d)", what, f.Count)))
	}
	columns, err := v.persons()
	if err != nil {
		return err
	}
	if v.mask != nil {
		for _, l := range v.mask.lines() {
			m.item(v.text(model.P("Personal data")), v.text(l))
		}
	}
	for _, l := range PrivacyLines(columns, v.printer) {
		m.item(v.text(model.P("Personal data")), l)
	}
	return nil
}

// figure writes a number in a unit, with the digits that tell it from others
// beside it; nothing for one that is missing.
func (v *view) figure(x float64, unit model.Unit, among []float64) string {
	whole := x == math.Trunc(x) && math.Abs(x) < 1e15
	switch {
	case math.IsNaN(x):
		return ""
	case math.IsInf(x, 0):
		return infinite(x)
	case unit == model.Percent:
		return v.printer.Sprintf("%.1f%%", 100*x)
	case unit == model.Money && math.Abs(x) < 1000 && !(whole && len(among) > 0 && wholeNumbers(among)):
		return v.printer.Sprintf("%.2f", x)
	case unit == model.Money, whole && wholeNumbers(among):
		return v.printer.Sprintf("%.0f", x)
	}
	switch largest := max(math.Abs(x), largestOf(among)); {
	case largest >= 1000:
		return v.printer.Sprintf("%.0f", x)
	case largest >= 10:
		return v.printer.Sprintf("%.1f", x)
	}
	return v.printer.Sprintf("%.3f", x)
}

// largestOf is the largest size among numbers, 0 without any.
func largestOf(values []float64) float64 {
	most := 0.0
	for _, x := range values {
		if !math.IsNaN(x) && !math.IsInf(x, 0) {
			most = max(most, math.Abs(x))
		}
	}
	return most
}

// profileFigure writes a figure of a line of a profile.
func (v *view) profileFigure(l ProfileLine, x float64) string {
	switch {
	case math.IsNaN(x):
		return "-"
	case l.Stat == StatDate:
		return model.Day(math.Round(x)).String()
	case l.Stat == StatShare, l.Stat == StatOfMoney, l.Stat == StatOfLines:
		return v.figure(x, model.Percent, nil)
	}
	return v.figure(x, l.Unit, []float64{x, l.All.Mean, 0.5})
}
