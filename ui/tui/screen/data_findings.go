package screen

import (
	"golang.org/x/text/message"

	"custseg/model"
	"custseg/ui/tui/cell"
	"custseg/ui/tui/chart"
	"custseg/ui/tui/theme"
)

// dataFinding is one thing noticed about a table: its rows, or the records that
// did not become rows.
type dataFinding struct {
	warning bool
	text    string
	column  int // -1 for none
	rows    []int32
	records []model.Rejected
}

// count is how many rows or records the finding speaks of.
func (f dataFinding) count() int { return len(f.rows) + len(f.records) }

// findingsOf lists what was noticed about a table and about none in particular,
// records that could not be read first.
func findingsOf(pr *message.Printer, d *model.Dataset, place int) []dataFinding {
	var out []dataFinding
	var records []model.Rejected
	for _, r := range d.Rejected {
		if r.Table == place {
			records = append(records, r)
		}
	}
	if len(records) > 0 {
		out = append(out, dataFinding{warning: true, text: say(pr, "%d records could not become rows", len(records)), column: -1, records: records})
	}
	for _, f := range d.Findings {
		if f.Table != place && f.Table >= 0 {
			continue
		}
		text := cell.Clean(f.Text.In(pr))
		if f.Table == place && f.Column >= 0 {
			text = cell.Clean(d.Tables[place].Column(f.Column).Name()) + ": " + text
		}
		out = append(out, dataFinding{warning: f.Level == model.Warning, text: text, column: f.Column, rows: f.Rows})
	}
	return out
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

// findingLines draws the findings in h lines of w cells, scrolled to the one
// chosen. Without the focus the last line says how many more there are.
func (s *DataView) findingLines(t *theme.Theme, w, h int) []string {
	tab, pr := s.table(), s.host.Printer()
	focused := s.focus == paneFindings
	n := len(tab.findings)
	if focused {
		tab.top = max(tab.finding-h+1, min(tab.top, tab.finding, max(0, n-h)))
	} else {
		tab.top = 0
	}
	var out []string
	for i := tab.top; i < n && len(out) < h; i++ {
		if !focused && len(out) == h-1 && i < n-1 {
			out = append(out, inked(t, t.Faint, "   "+say(pr, "%d more", n-i), w))
			break
		}
		out = append(out, findingLine(t, pr, tab.findings[i], w, focused && i == tab.finding))
	}
	return sized(out, w, h)
}

// findingLine is one finding: its sign, its text, and how many rows it is
// about.
func findingLine(t *theme.Theme, pr *message.Printer, f dataFinding, w int, cursor bool) string {
	count := ""
	switch n := f.count(); {
	case len(f.records) > 0:
		count = say(pr, "%s records", chart.Count(n))
	case n == 1:
		count = say(pr, "1 row")
	case n > 0:
		count = say(pr, "%s rows", chart.Count(n))
	}
	pointer := " "
	if cursor {
		pointer = t.Glyphs.Pointer
	}
	room := max(0, w-len(count)-5)
	if cursor {
		return t.Paint(t.Cursor, pointer+f.mark(t)+" "+fitted(t, f.text, room, cell.Left)+" "+count+" ")
	}
	ink := t.Faint
	if f.warning {
		ink = t.Warn
	}
	return pointer + t.Paint(ink, f.mark(t)) + " " + fitted(t, f.text, room, cell.Left) + " " + t.Paint(t.Faint, count+" ")
}

// chooseFinding moves to a finding and shows its rows.
func (s *DataView) chooseFinding(i int) {
	tab := s.table()
	if len(tab.findings) == 0 {
		return
	}
	tab.finding = max(0, min(i, len(tab.findings)-1))
	f := tab.findings[tab.finding]
	tab.rejects = nil
	switch {
	case len(f.records) > 0:
		tab.rejects = s.newGrid(&dataRejects{s.host.Printer(), f.records})
		tab.rejects.only = &dataOnly{label: f.text}
	case len(f.rows) > 0:
		tab.rows.narrow(&dataOnly{f.text, f.rows})
		if at := tab.rows.source.(*dataRows).at(f.column); at > 0 && f.column >= 0 {
			row, _ := tab.rows.grid.Cursor()
			tab.rows.grid.SetCursor(row, at)
		}
	default:
		tab.rows.narrow(nil)
	}
	s.lay()
}

// showAll takes a finding's rows, or a filter, away again.
func (s *DataView) showAll() {
	tab := s.table()
	tab.rejects = nil
	if tab.rows.only != nil {
		tab.rows.narrow(nil)
	}
}
