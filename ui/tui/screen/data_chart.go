package screen

import (
	"context"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// dataCharts keeps the charts of the columns looked at last. Preparing one
// reads the whole column, so it is done outside the update loop.
type dataCharts struct {
	kept   []keptChart // the latest first
	wanted chartKey
	asked  bool // wanted is being prepared
}

// chartKey is a column and whether its values are ids, which changes its chart.
type chartKey struct {
	columnKey
	id bool
}

type keptChart struct {
	chartKey
	chart.Chart
}

const keptCharts = 8

func (c *dataCharts) of(k chartKey) chart.Chart {
	for _, kept := range c.kept {
		if kept.chartKey == k {
			return kept.Chart
		}
	}
	return nil
}

func (c *dataCharts) keep(k chartKey, ch chart.Chart) {
	c.kept = append([]keptChart{{k, ch}}, c.kept...)
	c.kept = c.kept[:min(len(c.kept), keptCharts)]
}

// chosen is the column chosen in the list.
func (s *DataView) chosen() chartKey {
	tab := s.table()
	k := columnKey{tab.place, tab.column()}
	return chartKey{k, isID(s.roles, k.table, k.column)}
}

// chart returns the chart of the chosen column, nil while it is not there or not
// to be shown.
func (s *DataView) chart() chart.Chart {
	k := s.chosen()
	if s.hides(k.columnKey) || s.allDiffer(k) {
		return nil
	}
	return s.charts.of(k)
}

// wantChart has the chart of the chosen column prepared, unless it is there or
// under way.
func (s *DataView) wantChart() {
	tab := s.table()
	if tab == nil || len(tab.table.Columns()) == 0 {
		return
	}
	k := s.chosen()
	if s.charts.of(k) != nil || s.hides(k.columnKey) || s.charts.asked && s.charts.wanted == k {
		return
	}
	s.charts.wanted, s.charts.asked = k, true
	data, pr := s.data, s.host.Printer()
	var made chart.Chart
	s.start(Task{
		Name: "drawing",
		Work: func(ctx context.Context, _ func(float64)) error {
			made = newColumnChart(pr, data.Tables[k.table].Column(k.column), k.id)
			return ctx.Err()
		},
		Done: func(err error) {
			if data != s.data || s.charts.wanted != k {
				return
			}
			s.charts.asked = false
			if err == nil {
				s.charts.keep(k, made)
			}
		},
	})
}

// hides reports whether a column names a person and is not to be shown.
func (s *DataView) hides(k columnKey) bool {
	return !s.personal && s.names.has(s.roles, k.table, k.column)
}

// chartLines draws the chart of the chosen column, and below it, where there is
// room, what else is known of the column.
func (s *DataView) chartLines(t *theme.Theme, w, h int) []string {
	tab := s.table()
	if len(tab.table.Columns()) == 0 {
		return sized(nil, w, h)
	}
	k := s.chosen()
	c := tab.table.Column(k.column)
	details := s.details(t, k.columnKey, w)
	if room := h - chartLeast - 2; len(details) > room {
		details = details[:max(0, room)]
	}
	drawn := h - len(details)
	ch := s.charts.of(k)
	var out []string
	switch {
	case s.hides(k.columnKey):
		out = []string{inked(t, t.Title, c.Name(), w), "", inked(t, t.Faint, " "+say(s.host.Printer(), "names a person: P shows it"), w)}
	case s.allDiffer(k):
		out = []string{inked(t, t.Title, c.Name(), w), "", inked(t, t.Faint, " "+say(s.host.Printer(), "no value occurs twice"), w)}
	case ch == nil:
		out = []string{inked(t, t.Title, c.Name(), w), "", t.Paint(t.Faint, " "+t.Glyphs.Ellipsis)}
	case s.figures:
		out = s.figureLines(t, ch.Table(), w, drawn)
	default:
		out = s.fenced(ch, k.columnKey).View(t, w, drawn, s.shownCursor())
	}
	return append(sized(out, w, drawn), details...)
}

// allDiffer reports whether a column of labels is known to hold no value twice:
// its bars would be as many as its rows, and all alike.
func (s *DataView) allDiffer(k chartKey) bool {
	f := s.known.of(k.columnKey)
	return f != nil && (f.Common != nil || k.id) && f.Distinct == f.N && f.N > 1
}

// shownCursor is the chart's cursor, which only an enlarged chart has.
func (s *DataView) shownCursor() chart.Cursor {
	if !s.zoom {
		return chart.Nowhere()
	}
	return s.cursor
}

// figureLines shows the chart as words.
func (s *DataView) figureLines(t *theme.Theme, table chart.Table, w, h int) []string {
	lines := rowFigures(s.host.Printer(), table).Lines()
	s.figureTop = max(0, min(s.figureTop, len(lines)-h))
	var out []string
	for _, l := range lines[s.figureTop:] {
		out = append(out, fitted(t, " "+l, w, cell.Left))
	}
	return sized(out, w, h)
}

// rowFigures words the figures of a chart for rows: charts elsewhere count
// customers.
func rowFigures(pr *message.Printer, table chart.Table) chart.Table {
	head := append([]string(nil), table.Head...)
	if len(head) >= 2 {
		head[len(head)-2] = say(pr, "rows")
	}
	table.Head = head
	return table
}

// details say in words what is known of a column.
func (s *DataView) details(t *theme.Theme, k columnKey, w int) []string {
	pr := s.host.Printer()
	var out []string
	line := func(ink theme.Ink, text string) { out = append(out, inked(t, ink, text, w)) }
	if f := s.known.of(k); f != nil && !s.hides(k) {
		line(t.Plain, strings.Join(factWords(pr, t, s.table().table.Column(k.column), f), " "+t.Glyphs.Dot+" "))
	}
	for _, l := range s.columnQuality(k) {
		line(t.Faint, l)
	}
	if b, ok := s.roles.Of(k.table, k.column); ok {
		line(t.Faint, say(pr, "%s: %s", roleLabel(pr, b.Role), cell.Clean(b.Reason.In(pr))))
	} else {
		line(t.Faint, say(pr, "no role: Enter chooses one"))
	}
	for _, f := range s.table().findings {
		if f.column == k.column && f.warning {
			line(t.Warn, "! "+f.text)
		}
	}
	return out
}

// factWords are the facts of a column in a few words, the telling ones first.
func factWords(pr *message.Printer, t *theme.Theme, c model.Column, f *columnFacts) []string {
	var out []string
	if f.N > 0 && c.Kind() != model.Text {
		out = append(out, say(pr, "%s to %s", shortNumber(t, f.Min), shortNumber(t, f.Max)))
	}
	if !math.IsNaN(f.Mean) {
		out = append(out, say(pr, "mean %s", chart.Short(f.Mean, model.Plain)))
	}
	if f.Infinite > 0 {
		out = append(out, say(pr, "! %s infinite", chart.Count(f.Infinite)))
	}
	out = append(out, say(pr, "%s distinct", chart.Count(f.Distinct)))
	if f.Missing > 0 {
		out = append(out, say(pr, "%s missing", chart.Count(f.Missing)))
	}
	if c.Kind() == model.Text && f.N > 0 {
		var words []string
		for _, e := range f.Examples {
			words = append(words, shortWord(t, e))
		}
		out = append(out, say(pr, "e.g. %s", strings.Join(words, ", ")))
	}
	return out
}

// shortNumber is a number of a file in a few cells; a date stays as it is.
func shortNumber(t *theme.Theme, s string) string {
	if v, err := strconv.ParseFloat(s, 64); err == nil {
		return chart.Short(v, model.Plain)
	}
	return shortWord(t, s)
}

// shortWord is a value of a file in a few cells.
func shortWord(t *theme.Theme, s string) string {
	const most = 24
	clean := cell.Clean(s)
	return fitted(t, clean, min(most, cell.Width(clean)), cell.Left)
}
