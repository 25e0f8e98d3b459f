package screen

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// actionName is what is done about a finding, in a word.
func actionName(pr *message.Printer, a model.Action) string { return say(pr, string(a)) }

// about says all there is to know of the finding chosen, in lines of w cells:
// what matters for the choice first, as there may not be room for all.
func (s *DataView) about(t *theme.Theme, w int) []string {
	f := s.table().findings[s.table().finding]
	a := aboutFinding{view: s, t: t, pr: s.host.Printer(), w: w}
	switch {
	case f.unfit != nil:
		a.misfit(f)
		return a.out
	case f.quality == nil:
		a.noticed(f)
		return a.out
	}
	a.line(t.Title, f.text)
	a.actions(f)
	a.line(t.Plain, cell.Clean(f.quality.Text.In(a.pr)))
	a.line(t.Plain, cell.Clean(f.quality.Consequence.In(a.pr)))
	if f.quality.Check == "duplicate_orders" {
		a.line(t.Plain, say(a.pr, "2 goes to the roles, where x takes the order id out of play."))
	}
	a.examples(*f.quality)
	a.fences(*f.quality)
	return a.out
}

// aboutFinding writes about a finding, in lines of w cells.
type aboutFinding struct {
	view *DataView
	t    *theme.Theme
	pr   *message.Printer
	w    int
	out  []string
}

func (a *aboutFinding) line(ink theme.Ink, text string) {
	for _, l := range wrapped(text, a.w-2) {
		a.out = append(a.out, " "+inked(a.t, ink, l, a.w-1))
	}
}

// noticed writes about what was noticed while reading.
func (a *aboutFinding) noticed(f dataFinding) {
	a.line(a.t.Title, f.text)
	if f.shown() > 0 {
		a.line(a.t.Faint, say(a.pr, "Noticed while reading. Enter shows where it stands in the file."))
	} else {
		a.line(a.t.Faint, say(a.pr, "Noticed while reading."))
	}
	if f.asks == model.SeveralKeys {
		a.line(a.t.Plain, say(a.pr, "2 goes to the roles, where Enter makes another column the customer id."))
	}
	for _, l := range f.like {
		a.line(a.t.Plain, l)
	}
	if _, mends := readingField(f.text); mends {
		a.line(a.t.Plain, say(a.pr, "o changes how the files are read."))
	}
}

// actions draws the switch of what can be done, the present one marked, and
// says what that does, and before a drop of many rows what it would leave out.
func (a *aboutFinding) actions(f dataFinding) {
	t := a.t
	if len(f.quality.Actions) < 2 {
		a.line(t.Faint, say(a.pr, "It can only be told, not treated."))
		return
	}
	chosen, at := f.chosen()
	choices, lines := f.choices(), f.checks()
	for i, of := range lines {
		line := "   "
		if i == 0 {
			line = " " + t.Paint(t.Key, t.Glyphs.StepLeft) + " "
		}
		for j, c := range choices {
			if c.of.Check != of.Check {
				continue
			}
			if len(lines) > 1 && c.action != model.Keep && choices[max(0, j-1)].action == model.Keep || i > 0 && choices[j-1].of.Check != of.Check {
				line += t.Paint(t.Header, fenceName(a.pr, of)) + " "
			}
			if word := actionName(a.pr, c.action); j == at {
				line += t.Paint(t.Cursor, "["+word+"]") + " "
			} else {
				line += t.Paint(t.Faint, " "+word+" ") + " "
			}
		}
		if i == len(lines)-1 {
			line += t.Paint(t.Key, t.Glyphs.StepRight)
		}
		a.out = append(a.out, cell.Pad(line, a.w))
	}
	if toll := a.view.toll(*f.quality); toll != "" {
		a.line(t.Warn, toll)
	}
	if f.done != "" {
		a.line(t.Changed, t.Glyphs.Changed+" "+f.done+". "+a.effect(chosen))
		return
	}
	a.line(t.Faint, a.effect(chosen))
}

// effect says what the action in force does.
func (a *aboutFinding) effect(c treatChoice) string {
	switch c.action {
	case model.Drop:
		return say(a.pr, "Left out and counted; u takes it back.")
	case model.Cap:
		return say(a.pr, "Beyond %s and %s they become these; u takes it back.", plainNumber(c.of.Low), plainNumber(c.of.High))
	case model.Blank:
		return say(a.pr, "They count as missing; u takes it back.")
	case model.Merge:
		return say(a.pr, "They are written as the commonest; u takes it back.")
	case model.Weeks, model.Months, model.Years:
		return say(a.pr, "They are counted as %s, and made days; u takes it back.", actionName(a.pr, c.action))
	case model.Fill:
		return say(a.pr, "They hold what stands in the row above; u takes it back.")
	}
	return say(a.pr, "The values stay as they are.")
}

// fences writes the limits beyond which values are outliers, where the finding
// is about such.
func (a *aboutFinding) fences(f quality.Finding) {
	if !slices.Contains(f.Actions, model.Cap) {
		return
	}
	if c := a.view.qualityOf(columnKey{f.Table, f.Column}); c != nil && c.Outliers != nil {
		for _, l := range fenceWords(a.pr, c.Outliers) {
			a.line(a.t.Faint, l)
		}
	}
}

// examples writes the first values, with where they stand in the file.
func (a *aboutFinding) examples(f quality.Finding) {
	if len(f.Examples) == 0 {
		return
	}
	a.line(a.t.Header, say(a.pr, "Such as"))
	values, places := make([]string, len(f.Examples)), make([]string, len(f.Examples))
	room := 0
	for i, e := range f.Examples {
		values[i], places[i] = a.example(f, e)
		room = max(room, min(cell.Width(values[i]), a.w-cell.Width(places[i])-6))
	}
	for i := range values {
		a.out = append(a.out, cell.Pad("   "+fitted(a.t, values[i], room, cell.Left)+"  "+a.t.Paint(a.t.Faint, places[i]), a.w))
	}
	if n := len(f.Rows); n > len(f.Examples) {
		a.line(a.t.Faint, "  "+say(a.pr, "v shows all %d rows", n))
	}
}

// example is a value as it may be shown, and where it stands. Of whole rows it
// is the value by which a row is known again, so its column is named too.
func (a *aboutFinding) example(f quality.Finding, e quality.Example) (value, place string) {
	table := a.view.data.Tables[f.Table]
	value = a.view.shownValue(columnKey{f.Table, e.Column}, f.Personal, e.Value)
	if e.Column != f.Column {
		value = cell.Clean(table.Column(e.Column).Name()) + " " + value
	}
	if len(table.Origins) > 1 {
		return value, say(a.pr, "row %s of %s", strconv.Itoa(e.FileRow), filepath.Base(e.File))
	}
	return value, say(a.pr, "row %s", strconv.Itoa(e.FileRow))
}

// shownValue is a value of a file, hidden while it may not be shown.
func (s *DataView) shownValue(k columnKey, personal bool, value string) string {
	if s.hides(k) || personal && !s.personal {
		return hiddenValue
	}
	return cell.Clean(value)
}

// qualityOf returns the facts that the checks found of a column, nil while they
// are not known.
func (s *DataView) qualityOf(k columnKey) *quality.Column {
	if !s.checks.known || k.column < 0 || k.table >= len(s.checks.report.Tables) {
		return nil
	}
	return &s.checks.report.Tables[k.table].Columns[k.column]
}

// columnQuality says what the checks found of a column: what could not be read,
// and what lies beyond the fences.
func (s *DataView) columnQuality(k columnKey) []string {
	pr, c := s.host.Printer(), s.qualityOf(k)
	if c == nil {
		return nil
	}
	var out []string
	if c.Unread > 0 {
		var words []string
		for _, e := range c.Unreadable {
			words = append(words, say(pr, "%q in row %s", s.shownValue(k, c.Personal, e.Value), strconv.Itoa(e.FileRow)))
		}
		out = append(out, say(pr, "%s could not be read: %s", chart.Count(c.Unread), strings.Join(words, ", ")))
	}
	if c.Outliers != nil && !s.hides(k) {
		out = append(out, fenceWords(pr, c.Outliers)...)
	}
	return out
}

// fenceWords says how many values lie beyond the fences, and where these are.
func fenceWords(pr *message.Printer, o *quality.Outliers) []string {
	return []string{
		say(pr, "%s beyond 1.5 IQR, %s to %s", chart.Count(o.Mild+o.Extreme), plainNumber(o.InnerLow), plainNumber(o.InnerHigh)),
		say(pr, "%s beyond 3 IQR, %s to %s", chart.Count(o.Extreme), plainNumber(o.OuterLow), plainNumber(o.OuterHigh)),
	}
}

// plainNumber writes a limit in a few cells.
func plainNumber(v float64) string { return chart.Short(v, model.Plain) }

// fenced points out the fences of a measure in its histogram.
func (s *DataView) fenced(ch chart.Chart, k columnKey) chart.Chart {
	h, ok := ch.(*chart.Histogram)
	c := s.qualityOf(k)
	if !ok || c == nil || c.Outliers == nil {
		return ch
	}
	o := c.Outliers
	return h.Marked(o.OuterLow, o.InnerLow, o.InnerHigh, o.OuterHigh)
}
