package screen

import (
	"cmp"
	"slices"

	"golang.org/x/text/message"

	"custseg/model"
	"custseg/model/quality"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// dataFinding is one thing noticed about a table: its rows, or the records that
// did not become rows.
type dataFinding struct {
	warning bool
	name    string // of the column, nothing for none
	what    string
	text    string // both in one line, by which it is known again
	column  int    // -1 for none
	rows    []int32
	records []model.Rejected
	quality *quality.Finding    // nil for what was noticed while reading
	farther *quality.Finding    // beyond 3 interquartile ranges, among those of quality; nil for none
	unfit   *quality.UnfitError // a treatment that the data cannot follow, nil for another finding
	asks    model.FindingKind   // the answer that would settle it
	like    []string            // the same of other columns, in a sentence each
	done    string              // what was done about it by choice
}

// called gives a finding the name of its column, nothing for none, and what it
// is.
func (f dataFinding) called(name, what string) dataFinding {
	f.name, f.what, f.text = name, what, what
	if name != "" {
		f.text = name + ": " + what
	}
	return f
}

// count is how many rows, records or values the finding speaks of: rows where
// they can be dropped.
func (f dataFinding) count() int {
	if f.quality != nil && !slices.Contains(f.quality.Actions, model.Drop) {
		return f.quality.Count
	}
	return f.shown()
}

// shown is how many rows or records can be looked at.
func (f dataFinding) shown() int { return len(f.rows) + len(f.records) }

// weightiest puts warnings before what is only good to know.
func weightiest(findings []dataFinding) []dataFinding {
	weight := func(f dataFinding) int {
		if f.warning {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(findings, func(a, b dataFinding) int { return cmp.Compare(weight(a), weight(b)) })
	return findings
}

// warnings counts the findings that change what a result means.
func warnings(findings []dataFinding) int {
	n := 0
	for _, f := range findings {
		if f.warning {
			n++
		}
	}
	return n
}

// mark is the sign before a finding.
func (f dataFinding) mark(t *theme.Theme) string {
	if f.warning {
		return "!"
	}
	return t.Glyphs.Dot
}

// findingsTitle says how many findings the table has, how far the checks are,
// and what became of all rows.
func (s *DataView) findingsTitle(t *theme.Theme) string {
	tab, pr := s.table(), s.host.Printer()
	dot := " " + t.Glyphs.Dot + " "
	title := say(pr, "findings: %d", len(tab.findings))
	if len(tab.findings) == 1 {
		title = say(pr, "1 finding")
	}
	if n := warnings(tab.findings); n > 0 {
		title += say(pr, ", %d warnings", n)
	}
	switch s.checks.state {
	case readUnderWay:
		title += dot + say(pr, "checking the data")
	case readStopped:
		title += dot + say(pr, "the checks were stopped; c starts them again")
	}
	if s.checks.failed != nil {
		title += dot + say(pr, "the checks failed: %s", s.checks.failed.Error())
	}
	if c := s.host.Session().Customers; c != nil {
		q := c.Quality()
		title += dot + say(pr, "%d rows read, %d used, %d left out", q.RowsRead, q.RowsUsed, q.RowsExcluded())
	}
	return title
}

// findingLines draws the findings in h lines of w cells. With the focus, what
// there is to know of the one chosen stands beside the list or below it, or in
// its place when enlarged.
func (s *DataView) findingLines(t *theme.Theme, w, h int) []string {
	list := s.findingList()
	switch {
	case s.focus != paneFindings:
		return s.listFindings(t, w, h)
	case s.opened:
		return sized(s.about(t, w), w, h)
	case list.w < w:
		right := w - list.w - 1
		return beside(t, s.listFindings(t, list.w, h), sized(s.about(t, right), right, h))
	}
	out := append(s.listFindings(t, w, list.h), rule(t, w, nil))
	return sized(append(out, s.about(t, w)...), w, h)
}

// findingList is where the list of findings stands in its pane.
func (s *DataView) findingList() area {
	a := s.layout().findings
	switch {
	case s.focus != paneFindings:
	case s.opened:
		a.h = 0
	case a.w >= dataWide:
		a.w = max(a.w/2, 60)
	default:
		a.h = min(len(s.table().findings), max(2, a.h/3))
	}
	return a
}

// listFindings draws the list, scrolled to the finding chosen. Without the focus
// the last line says how many more there are.
func (s *DataView) listFindings(t *theme.Theme, w, h int) []string {
	tab, pr := s.table(), s.host.Printer()
	focused := s.focus == paneFindings
	n := len(tab.findings)
	if focused {
		tab.top = max(tab.finding-h+1, min(tab.top, tab.finding, max(0, n-h)))
	} else {
		tab.top = 0
	}
	line := newFindingLine(t, pr, tab.findings, w)
	var out []string
	for i := tab.top; i < n && len(out) < h; i++ {
		if !focused && len(out) == h-1 && i < n-1 {
			out = append(out, inked(t, t.Faint, "   "+say(pr, "%d more", n-i), w))
			break
		}
		out = append(out, line.draw(tab.findings[i], focused && i == tab.finding))
	}
	return sized(out, w, h)
}

// findingLine draws findings in one line each: sign, column, count, what it is,
// and what was done about it.
type findingLine struct {
	t           *theme.Theme
	w           int
	name, count int // cells
}

func newFindingLine(t *theme.Theme, pr *message.Printer, findings []dataFinding, w int) findingLine {
	l := findingLine{t: t, w: w}
	for _, f := range findings {
		l.name = max(l.name, min(cell.Width(f.name), w/4))
		if f.count() > 0 {
			l.count = max(l.count, len(chart.Count(f.count())))
		}
	}
	return l
}

func (l findingLine) draw(f dataFinding, cursor bool) string {
	t, count, done := l.t, "", f.done
	if n := f.count(); n > 0 {
		count = chart.Count(n)
	}
	if done != "" {
		done = " " + t.Glyphs.Changed + " " + done
	}
	head := fitted(t, f.name, l.name, cell.Left) + "  " + fitted(t, count, l.count, cell.Right) + "  "
	room := max(0, l.w-3-cell.Width(head)-cell.Width(done)-1)
	if cursor {
		return t.Paint(t.Cursor, cell.Pad(t.Glyphs.Pointer+f.mark(t)+" "+head+fitted(t, f.what, room, cell.Left)+done+" ", l.w))
	}
	ink := t.Faint
	if f.warning {
		ink = t.Warn
	}
	return cell.Pad(" "+t.Paint(ink, f.mark(t))+" "+head+fitted(t, f.what, room, cell.Left)+t.Paint(t.Changed, done)+" ", l.w)
}

// onlyShown says how many of the rows a view is narrowed to, and which.
func (s *DataView) onlyShown(v *rowTable) string {
	pr := s.host.Printer()
	if v == s.table().rejects {
		return v.show.only.label
	}
	return say(pr, "%d of %d rows: %s", len(v.show.only.rows), v.source.Len(), v.show.only.label)
}
